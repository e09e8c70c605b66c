"""Paragraphs that single line breaks part."""

import pytest

from newsclean.page import Kind
from newsclean.read.html import read_html

ONE = (
    "The mayor of Port Amber opened the new fish market on Saturday, three years and two "
    "contractors after the old one had burned down."
)
TWO = (
    "“It smells the same,” said Wanda Teague, who has sold herring there since 1974 and who was "
    "first in the queue for a stall."
)
THREE = "Rents will stay as they are until the spring, the council said in a short statement."
VERSE = "The herring sings\nThe mackerel rings\nThe cod has other things"
ADDRESS = "Port Amber Fish Market\n14 Quay Road\nPort Amber"


def blocks(markup: str) -> list[str]:
    return [block.text for block in read_html(f"<html><body>{markup}</body></html>").blocks]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        pytest.param(f"<td>{ONE}<br>{TWO}<br>{THREE}", [ONE, TWO, THREE], id="cell"),
        pytest.param(f"<p>{ONE}<br />{TWO}</p>", [ONE, TWO], id="paragraph"),
        pytest.param(
            f"<div>{ONE}<br>&nbsp;&nbsp;&nbsp;{TWO}<br>&nbsp;&nbsp;&nbsp;{THREE}</div>",
            [ONE, TWO, THREE],
            id="indented by spaces",
        ),
        pytest.param(
            f"<div>{ONE}<br><b>Old stalls</b><br>{TWO}</div>",
            [ONE, "Old stalls", TWO],
            id="crosshead",
        ),
        pytest.param(
            f"<div>{ONE}<br>“No.”<br>{TWO}</div>", [ONE, "“No.”", TWO], id="short line of speech"
        ),
        pytest.param(
            f"<div>{ONE}<br>{TWO}<br>{ADDRESS.replace(chr(10), '<br>')}</div>",
            [ONE, TWO, ADDRESS],
            id="address below prose",
        ),
        pytest.param(f"<p>{VERSE.replace(chr(10), '<br>')}</p>", [VERSE], id="verse"),
        pytest.param(f"<p>{ADDRESS.replace(chr(10), '<br>')}</p>", [ADDRESS], id="address"),
        pytest.param(
            f'<div>{ONE} <a href="/x">Fish</a> <ruby>魚<rt>fish</rt></ruby><br>{TWO}</div>',
            [f"{ONE} Fish 魚fish\n{TWO}"],
            id="a line that does not end",
        ),
        pytest.param(
            f'<div>{ONE[:40]}<a href="/x">{ONE[40:70]}</a>{ONE[70:]}<br>{TWO}</div>',
            [ONE, TWO],
            id="link inside",
        ),
        pytest.param(
            "<td><font size=1><b>TOWN</b></font><br><font size=5><b>Market opens</b></font><br>"
            "<font size=2>The herring is back</font><br><font size=1>By Ida Weems</font></td>",
            ["TOWN", "Market opens", "The herring is back", "By Ida Weems"],
            id="head of a story by its fonts",
        ),
        pytest.param(
            "<td><font size=2>By Ida Weems<br>Friday, 4 May 2001</font></td>",
            ["By Ida Weems\nFriday, 4 May 2001"],
            id="two lines in one font",
        ),
        pytest.param(
            f"<td><font size=2>{ONE}<br>{TWO}</font></td>", [ONE, TWO], id="prose in one font"
        ),
        pytest.param(f"<dd>{ONE}<dd>{TWO}", [ONE, TWO], id="dd for an indent"),
    ],
)
def test_paragraphs(markup: str, texts: list[str]) -> None:
    assert blocks(markup) == texts


def test_links_and_bold_are_counted_for_each_paragraph() -> None:
    page = read_html(f"<div><b>{ONE}</b><br>{TWO}<br><a href=/x>{THREE}</a><br>{ONE}</div>")
    assert [(b.strong_chars, b.link_chars) for b in page.blocks] == [
        (len(ONE), 0),
        (0, 0),
        (0, len(THREE)),
        (0, 0),
    ]


WRAPPED = """
    The mayor of Port Amber opened the new fish market on Saturday,
    three years after the old one had burned down.

    It smells the same, said the woman who was the first in a queue
    of forty for a stall.
"""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(WRAPPED, [Kind.PARAGRAPH, Kind.PARAGRAPH], id="wrapped prose"),
        pytest.param(
            "The herring sings,\nThe mackerel rings,\nSo it goes.", [Kind.PRE], id="verse"
        ),
        pytest.param("def fish(n):\n    return {n: 'herring'}\n", [Kind.PRE], id="code"),
        pytest.param("Herring     3.20\nMackerel    2.80\n", [Kind.PRE], id="table"),
        pytest.param(WRAPPED.replace("three", "x = {3}"), [Kind.PRE], id="prose with code"),
    ],
)
def test_preformatted_text(text: str, kinds: list[Kind]) -> None:
    page = read_html(f"<html><body><pre>{text}</pre></body></html>")
    assert [block.kind for block in page.blocks] == kinds


def test_many_breaks_and_fonts_take_linear_time() -> None:
    markup = "<font>a</font><br>" * 20_000
    assert len(blocks(f"<td>{markup}</td>")) == 20_000
