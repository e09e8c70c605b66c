"""A role for every block that is not the story."""

import pytest

from newsclean.label.chrome import name_chrome
from newsclean.label.phrases import phrases
from newsclean.page import Block, Kind, Label, Node, Page, Role

BODY = Label(Role.BODY, "running text of the story")
NODES = (
    Node(-1, "body", ""),
    Node(0, "nav", ""),
    Node(0, "div", "comments"),
    Node(0, "section", ""),
    Node(3, "ul", ""),
    Node(3, "div", ""),
    Node(5, "h3", ""),
    Node(5, "ul", ""),
)


def html(
    text: str, kind: Kind = Kind.TEXT, node: int = 0, links: int = 0, *, hidden: bool = False
) -> Block:
    return Block(text, kind, 0, node, links, 0, hidden)


def roles(*blocks: Block, known: dict[int, Label] | None = None) -> list[Role]:
    nodes = NODES if any(b.node is not None for b in blocks) else ()
    page = Page("html" if nodes else "text", blocks, nodes)
    labels = name_chrome(page, known or {}, phrases("en"))
    assert all(label.reason for label in labels)
    return [label.role for label in labels]


@pytest.mark.parametrize(
    ("block", "role"),
    [
        pytest.param(html("Nothing in particular"), Role.OTHER, id="other"),
        pytest.param(html("Home", node=1), Role.NAVIGATION, id="by its tag"),
        pytest.param(html("I was there.", node=2), Role.COMMENT, id="by a name"),
        pytest.param(html("Advertisement"), Role.ADVERTISEMENT, id="by its words"),
        pytest.param(html("Advertisement", node=1), Role.ADVERTISEMENT, id="words before markup"),
        pytest.param(html("Go", Kind.BUTTON), Role.FORM, id="button"),
        pytest.param(html("The bridge.", Kind.CAPTION), Role.CAPTION, id="caption"),
        pytest.param(html("secret", hidden=True), Role.HIDDEN, id="hidden"),
        pytest.param(html("Ferries run", links=11), Role.NAVIGATION, id="link"),
        pytest.param(html("Ferries run", links=3), Role.OTHER, id="part link"),
        pytest.param(Block("Nothing in particular", gap=0), Role.OTHER, id="flat text"),
        pytest.param(Block("Please enter your comment!", gap=0), Role.COMMENT_PROMPT, id="flat"),
    ],
)
def test_one_block(block: Block, role: Role) -> None:
    assert roles(block) == [role]


def test_known_labels_stay() -> None:
    title = Label(Role.TITLE, "headline")
    assert roles(html("Advertisement"), html("x"), known={0: title, 1: BODY}) == [
        Role.TITLE,
        Role.BODY,
    ]


def test_what_stands_under_a_heading_shares_its_role() -> None:
    assert (
        roles(
            Block("Latest news", gap=1), Block("Ferries run again", gap=0), Block("School", gap=0)
        )
        == [Role.LATEST_NEWS] * 3
    )


def test_the_next_heading_ends_a_run() -> None:
    assert roles(
        Block("Latest news", gap=1),
        Block("Ferries run again", gap=0),
        Block("Recommended to you", gap=0),
        Block("School", gap=0),
    ) == [Role.LATEST_NEWS, Role.LATEST_NEWS, Role.RECOMMENDED, Role.RECOMMENDED]


def test_the_story_ends_a_run() -> None:
    assert roles(
        Block("Latest news", gap=1),
        Block("The story.", gap=0),
        Block("Something", gap=0),
        known={1: BODY},
    ) == [Role.LATEST_NEWS, Role.BODY, Role.OTHER]


def test_a_run_ends_where_the_box_of_its_heading_ends() -> None:
    blocks = (
        html("Latest news", Kind.HEADING, node=6),
        html("Ferries run again", Kind.ITEM, node=7),
        html("Something", node=1),
    )
    assert roles(*blocks)[:2] == [Role.LATEST_NEWS, Role.LATEST_NEWS]
    assert roles(*blocks)[2] is Role.NAVIGATION


def test_an_empty_page() -> None:
    assert roles() == []
