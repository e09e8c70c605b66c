"""An article as Markdown."""

from datetime import date, datetime

import pytest

from newsclean.article import (
    Article,
    BlockQuote,
    Element,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    TableRow,
)
from newsclean.write.markdown import to_markdown


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param([Paragraph("One."), Paragraph("Two.")], "One.\n\nTwo.", id="paragraphs"),
        pytest.param([Paragraph("One,\ntwo.")], "One,  \ntwo.", id="forced line break"),
        pytest.param([Heading("What now", 3)], "### What now", id="heading"),
        pytest.param([Heading("What now", 1)], "## What now", id="title level is the headline's"),
        pytest.param([Heading("What now", 6)], "###### What now", id="deepest heading"),
        pytest.param([ListItem("a"), ListItem("b")], "- a\n- b", id="list"),
        pytest.param([ListItem("a"), ListItem("b", 2)], "- a\n  - b", id="nested list"),
        pytest.param(
            [Paragraph("x"), ListItem("a"), Paragraph("y")], "x\n\n- a\n\ny", id="list in text"
        ),
        pytest.param([BlockQuote("So\nbe it.")], "> So  \n> be it.", id="block quote"),
        pytest.param([Preformatted("a  *b*\n  c")], "```\na  *b*\n  c\n```", id="preformatted"),
        pytest.param([Preformatted("a ``` b")], "````\na ``` b\n````", id="fence in the text"),
        pytest.param([Paragraph("2 * 3 * 4_5")], r"2 \* 3 \* 4\_5", id="stars"),
        pytest.param([Paragraph("see [1](x)")], r"see \[1\](x)", id="link"),
        pytest.param([Paragraph("a <b> & `c`")], r"a \<b\> & \`c\`", id="tags and code"),
        pytest.param([Paragraph("# not a heading")], r"\# not a heading", id="hash"),
        pytest.param([Paragraph("no #1 here")], "no #1 here", id="hash inside"),
        pytest.param([Paragraph("- not an item")], r"\- not an item", id="dash"),
        pytest.param([Paragraph("+ not an item")], r"\+ not an item", id="plus"),
        pytest.param([Paragraph("1999. A year.")], r"1999\. A year.", id="number at the start"),
        pytest.param([Paragraph("One.\n2. Two.")], "One.  \n2\\. Two.", id="number in a line"),
        pytest.param([Paragraph("a\n---")], "a  \n\\---", id="rule"),
        pytest.param([Paragraph("> 5 people")], r"\> 5 people", id="angle at the start"),
        pytest.param([Paragraph("大桥*重新*开放")], r"大桥\*重新\*开放", id="chinese"),
        pytest.param([TableRow("a | b")], "a | b", id="table row"),
    ],
)
def test_body(body: list[Element], expected: str) -> None:
    assert to_markdown(Article(body=tuple(body))) == expected + "\n"


def test_number_at_the_start_stays_a_number() -> None:
    # "1999." would start a list; in CommonMark the full stop is what is escaped.
    assert to_markdown(Article(body=(Paragraph("7) Seven"),))) == "7\\) Seven\n"


def test_head() -> None:
    article = Article(
        title="Bridge *reopens*",
        deck="After a month",
        byline="By Ana Petrov",
        published=date(2024, 3, 4),
        body=(Paragraph("One."),),
    )
    assert to_markdown(article) == (
        "# Bridge \\*reopens\\*\n\n*After a month*\n\nBy Ana Petrov · 2024-03-04\n\nOne.\n"
    )


def test_a_moment_is_written_in_iso_8601() -> None:
    assert "2024-03-04T05:06:00" in to_markdown(Article(published=datetime(2024, 3, 4, 5, 6)))


def test_an_empty_article_is_an_empty_text() -> None:
    assert to_markdown(Article()).strip() == ""


def test_a_headline_is_one_line() -> None:
    assert to_markdown(Article(title="Bridge\nreopens")).strip() == "# Bridge reopens"


def test_a_heading_is_one_line() -> None:
    assert to_markdown(Article(body=(Heading("What\nnow"),))).strip() == "## What now"
