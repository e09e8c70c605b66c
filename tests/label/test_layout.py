"""What cells, boxes and pictures say about a story."""

import pytest

from newsclean.label.layout import mind_layout
from newsclean.label.phrases import phrases
from newsclean.page import Label, Page, Role
from newsclean.read.html import read_html

ONE = "The ferry to Little Harris sailed again on Friday, six weeks after its pump had failed."
TWO = "“Nobody thought to look up,” said Fergus Ballantyne, who runs the line. “There was a nest.”"
THREE = "Passengers with season tickets get half of their money back, the company said on Monday."
STORY = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
BOX = "<table align=right><tr><td>{}</td></tr></table>"


def read(markup: str) -> Page:
    return read_html(f"<html><body><table><tr>{markup}</tr></table></body></html>")


def labelled(page: Page, score: float = 1.0) -> dict[str, Role | None]:
    """The roles after the rules where the model takes all for the story, with one score."""
    labels: list[Label | None] = [
        None if block.text.startswith("~") else Label(Role.BODY, "", score)
        for block in page.blocks
    ]
    mind_layout(page, labels, phrases("en"))
    return {
        block.text: label.role if label else None
        for block, label in zip(page.blocks, labels, strict=True)
    }


@pytest.mark.parametrize(
    ("markup", "text", "role"),
    [
        pytest.param(f"<td>{STORY}</td><td>Weather</td>", "Weather", None, id="another cell"),
        pytest.param(
            f"<td>{STORY}<p><a href=/a>Home</a><br><a href=/b>News</a><br><a href=/c>Go</a></td>",
            "Home\nNews\nGo",
            Role.NAVIGATION,
            id="lines of links",
        ),
        pytest.param(
            f"<td>{BOX.format('14 sailings<br>3 pumps')}{STORY}</td>",
            "14 sailings\n3 pumps",
            None,
            id="floated box",
        ),
        pytest.param(
            f"<td>{STORY}<table><tr><td>Pumps</td><td>3</td></tr></table></td>",
            "Pumps",
            Role.BODY,
            id="table of data",
        ),
        pytest.param(
            f"<td><table><tr><td><img src=/f.jpg width=200><br>The ferry</table>{STORY}</td>",
            "The ferry",
            Role.CAPTION,
            id="picture in a table",
        ),
        pytest.param(
            f"<td>{STORY}<table><tr><td><img src=/i.gif width=20><br>Read it</table><p>{ONE}</td>",
            "Read it",
            Role.BODY,
            id="icon in a table",
        ),
        pytest.param(
            f"<td><p><img src=/f.jpg></p><p>The ferry in May (Coast/Ida Weems)</p>{STORY}</td>",
            "The ferry in May (Coast/Ida Weems)",
            Role.CAPTION,
            id="credit behind a picture",
        ),
        pytest.param(
            f"<td><p>{ONE}</p><p>~ Nobody thought to look up</p><p>{TWO}</p></td>".replace(
                "~ ", "~"
            ),
            "~Nobody thought to look up",
            None,
            id="words that no paragraph holds",
        ),
    ],
)
def test_roles(markup: str, text: str, role: Role | None) -> None:
    assert labelled(read(markup))[text] == role


def test_sure_blocks_stay_in_other_cells() -> None:
    page = read(f"<td>{STORY}</td><td><p>The end of it.</p></td>")
    assert labelled(page, 3.0)["The end of it."] is Role.BODY


def test_quote_that_a_box_repeats() -> None:
    page = read(f"<td><p>{ONE}</p><div>Nobody thought to look up</div><p>{TWO}</p></td>")
    labels: list[Label | None] = [Label(Role.BODY, "", 3.0), None, Label(Role.BODY, "", 3.0)]
    mind_layout(page, labels, phrases("en"))
    assert labels[1] is not None
    assert labels[1].role is Role.PULL_QUOTE


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        pytest.param(
            "<div><b>Have your say</b></div><p>I was on it.</p>", Role.COMMENT, id="below"
        ),
        pytest.param("<p>I was on it.</p>", Role.BODY, id="no heading"),
    ],
)
def test_comments(markup: str, role: Role) -> None:
    page = read(f"<td>{STORY}<p>{ONE} Again.</p>{markup}</td>")
    labels: list[Label | None] = [
        None if block.text == "Have your say" else Label(Role.BODY, "", 3.0)
        for block in page.blocks
    ]
    mind_layout(page, labels, phrases("en"))
    assert labels[-1] is not None
    assert labels[-1].role is role


@pytest.mark.parametrize(
    ("markup", "text", "role"),
    [
        pytest.param(
            "<div><blockquote>Nobody thought to look up</blockquote><p>Fergus</p></div>",
            "Fergus",
            Role.PULL_QUOTE,
            id="whose words they are",
        ),
        pytest.param(
            "<div><blockquote>Nobody thought to look up</blockquote><p>He laughed.</p></div>",
            "He laughed.",
            Role.BODY,
            id="a sentence below it",
        ),
        pytest.param(
            "<blockquote>Nobody thought to look up</blockquote><p>Fergus Ballantyne</p>",
            "Fergus Ballantyne",
            Role.BODY,
            id="among the paragraphs",
        ),
        pytest.param(
            "<blockquote>Nobody thought to look up<footer>Fergus</footer></blockquote>",
            "Fergus",
            Role.PULL_QUOTE,
            id="whose words they are, inside the quote",
        ),
        pytest.param(
            "<div><p>Six weeks after its pump had failed</p></div>",
            "Six weeks after its pump had failed",
            Role.BODY,
            id="other letters",
        ),
        pytest.param(
            "<div><p>six weeks after its pump had failed</p></div>",
            "six weeks after its pump had failed",
            Role.PULL_QUOTE,
            id="words of a paragraph, taken for the story",
        ),
        pytest.param(
            "<ul><li><a href=#s>The ferry to Little Harris</a></li></ul>",
            "The ferry to Little Harris",
            None,
            id="table of contents",
        ),
    ],
)
def test_pull_quotes(markup: str, text: str, role: Role | None) -> None:
    page = read(f"<td><p>{ONE}</p>{markup}<p>{TWO}</p><p>{THREE}</p></td>")
    labels: list[Label | None] = [
        None if "look up" in block.text[:25] or block.kind == "item" else Label(Role.BODY, "", 3.0)
        for block in page.blocks
    ]
    labels = [
        Label(Role.BODY, "", 3.0) if block.text == TWO else label
        for block, label in zip(page.blocks, labels, strict=True)
    ]
    mind_layout(page, labels, phrases("en"))
    found = {b.text: x.role if x else None for b, x in zip(page.blocks, labels, strict=True)}
    assert found[text] is role
