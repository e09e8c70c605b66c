"""Which blocks of an HTML page are the story."""

import pytest

from newsclean.label.body import _phrase, label_body
from newsclean.label.phrases import phrases
from newsclean.label.sizes import link_share, size_of
from newsclean.page import Block, Kind, Node, Page, Role

STORY = (
    "The river rose by two metres overnight and closed the old bridge in Velmora on Monday.",
    "“We have never seen the water this high,” said Jonas Weil, who runs the ferry there.",
    "Engineers will look at the piers once the water falls, the district office said later.",
    "The council has set aside money for repairs, but it has not said how much it will be.",
)
TEASER = "Ferries between the islands run again after the storm, the company said on Monday."
# The nodes of a page: body > (nav, main > article, aside).
BODY, NAV, MAIN, ARTICLE, ASIDE = range(5)
NODES = (
    Node(-1, "body", ""),
    Node(BODY, "nav", ""),
    Node(BODY, "main", ""),
    Node(MAIN, "article", "story"),
    Node(BODY, "div", "sidebar"),
)


def block(
    text: str,
    kind: Kind = Kind.PARAGRAPH,
    node: int = ARTICLE,
    links: int = 0,
    level: int = 0,
    *,
    hidden: bool = False,
) -> Block:
    return Block(text, kind, level, node, links, 0, hidden)


def linked(text: str, kind: Kind = Kind.ITEM, node: int = NAV) -> Block:
    return block(text, kind, node, len(text))


def story(*blocks: Block, nodes: tuple[Node, ...] = NODES) -> list[str]:
    labels = label_body(Page("html", blocks, nodes), phrases("en"))
    assert len(labels) == len(blocks)
    return [
        b.text
        for b, label in zip(blocks, labels, strict=True)
        if label is not None and label.role is Role.BODY
    ]


PARAGRAPHS = tuple(block(text) for text in STORY)


@pytest.mark.parametrize(
    "around",
    [
        pytest.param((), id="nothing"),
        pytest.param((linked("Home"), linked("Sport")), id="menu"),
        pytest.param((block(TEASER, node=ASIDE),), id="sidebar"),
        pytest.param(
            (block(TEASER, node=ARTICLE, links=len(TEASER)),),
            id="linked paragraph",
            marks=pytest.mark.xfail(
                reason="a paragraph that is one link is kept: dropping all of them cost .0008 on "
                "wcxb, whose truth holds them"
            ),
        ),
        pytest.param((block(TEASER, hidden=True),), id="hidden"),
        pytest.param((block("Leave a comment", node=ASIDE),), id="heading elsewhere"),
        pytest.param((block("Subscribe now", Kind.BUTTON),), id="button"),
        pytest.param((block("The bridge on Monday.", Kind.CAPTION),), id="caption"),
    ],
)
def test_chrome_is_no_story_wherever_it_stands(around: tuple[Block, ...]) -> None:
    assert story(*around, *PARAGRAPHS) == list(STORY)
    assert story(*PARAGRAPHS, *around) == list(STORY)
    assert story(*PARAGRAPHS[:2], *around, *PARAGRAPHS[2:]) == list(STORY)


@pytest.mark.parametrize("at", [0, 2])
def test_an_advertisement_does_not_swallow_the_paragraphs_after_it(at: int) -> None:
    blocks = (*PARAGRAPHS[:at], block("Advertisement"), *PARAGRAPHS[at:])
    assert story(*blocks) == list(STORY)


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        pytest.param(Kind.PARAGRAPH, False, id="paragraph"),
        pytest.param(Kind.HEADING, True, id="heading"),
    ],
)
def test_words_that_head_teasers_are_no_paragraph(kind: Kind, kept: bool) -> None:
    line = block("You may also like:", kind, level=3 if kind is Kind.HEADING else 0)
    model = _phrase(phrases("en"), line)
    assert (model is None) is kept


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(block("What happens now", Kind.HEADING, level=2), id="crosshead"),
        pytest.param(block("the ferry", Kind.ITEM, level=1), id="list item"),
        pytest.param(block("“It is bad.”", Kind.QUOTE), id="block quote"),
        pytest.param(block("Short.", Kind.PARAGRAPH), id="short paragraph"),
        pytest.param(block("x = 1", Kind.PRE), id="preformatted"),
        pytest.param(block("He shrugged.", Kind.TEXT), id="sentence in a div"),
    ],
)
def test_what_stands_between_paragraphs_belongs_to_them(inside: Block) -> None:
    assert story(*PARAGRAPHS[:2], inside, *PARAGRAPHS[2:]) == [*STORY[:2], inside.text, *STORY[2:]]


def test_a_heading_with_nothing_under_it_is_no_story() -> None:
    assert story(*PARAGRAPHS, block("More", Kind.HEADING, level=2)) == list(STORY)


def test_what_follows_a_heading_of_chrome_is_no_story() -> None:
    blocks = (
        *PARAGRAPHS,
        block("Related articles", Kind.HEADING, level=3),
        linked("Ferries run again after the storm", node=ASIDE),
        linked("School to reopen in the new year", node=ASIDE),
    )
    assert story(*blocks) == list(STORY)


def test_a_story_in_one_div_is_a_story() -> None:
    assert story(*(block(text, Kind.TEXT) for text in STORY)) == list(STORY)


def test_a_page_that_hides_its_story_until_a_script_runs_has_one() -> None:
    assert story(*(block(text, hidden=True) for text in STORY)) == list(STORY)


def test_names_that_would_take_the_whole_story_away_are_not_believed() -> None:
    nodes = (Node(-1, "body", ""), Node(0, "div", "widget"), Node(1, "div", "widget"))
    blocks = tuple(block(text, node=2) for text in STORY)
    assert story(*blocks, nodes=nodes) == list(STORY)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((), id="nothing"),
        pytest.param((linked("Home"), linked("Sport")), id="menu"),
        pytest.param((block("Home", Kind.BUTTON),), id="button"),
    ],
)
def test_no_story(blocks: tuple[Block, ...]) -> None:
    assert story(*blocks) == []


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param(0, 0.0, id="none"),
        pytest.param(5, 0.5, id="half"),
        pytest.param(10, 1.0, id="all"),
        pytest.param(None, 0.0, id="unknown"),
    ],
)
def test_link_share(links: int | None, expected: float) -> None:
    assert link_share(Block("0123456789", link_chars=links)) == expected


@pytest.mark.parametrize(
    ("text", "size"),
    [
        pytest.param("river", 5, id="latin"),
        pytest.param("Fluß", 4, id="umlauts"),
        pytest.param("река", 4, id="cyrillic"),
        pytest.param("橋は", 6, id="japanese"),
        pytest.param("다리", 6, id="korean"),
        pytest.param("", 0, id="empty"),
    ],
)
def test_dense_scripts_count_three_times(text: str, size: int) -> None:
    assert size_of(text) == size
