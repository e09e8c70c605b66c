"""Paragraphs that score a little too low among those of the story."""

import pytest

from newsclean.label.phrases import phrases
from newsclean.label.siblings import take_siblings
from newsclean.page import Label, Page, Role
from newsclean.read.html import read_html

ONE = "The ferry to Little Harris sailed again on Friday, six weeks after its pump had failed."
TWO = "“Nobody thought to look up,” said Fergus Ballantyne, who runs the line. “There was a nest.”"
THREE = "Passengers with season tickets get half of their money back, the company said on Monday."
BODY = Label(Role.BODY, "", 3.0)


def read(markup: str) -> Page:
    return read_html(f"<html><body><table><tr>{markup}</tr></table></body></html>")


@pytest.mark.parametrize(
    ("last", "score", "taken"),
    [
        pytest.param(f"<p>{THREE}</p>", -0.5, True, id="paragraph beside paragraphs"),
        pytest.param(f"<p>{THREE}</p>", -2.0, False, id="much too low"),
        pytest.param(f"<p>{THREE[:-1]}</p>", -0.5, False, id="no end of a sentence"),
        pytest.param(f"<p><a href=/x>{THREE}</a></p>", -0.5, False, id="link"),
        pytest.param(f"<div><p>{THREE}</p></div>", -0.5, False, id="another element"),
    ],
)
def test_siblings(last: str, score: float, *, taken: bool) -> None:
    page = read(f"<td><p>{ONE}</p><p>{TWO}</p>{last}</td>")
    labels: list[Label | None] = [BODY, BODY, None]
    take_siblings(page, labels, {0: 3.0, 1: 3.0, 2: score}, 0.0, phrases("en"))
    assert (labels[2] is not None) is taken


@pytest.mark.parametrize(
    ("box", "score", "taken"),
    [
        pytest.param("<div>Read also: Eight ferries</div>", -0.5, True, id="behind a box"),
        pytest.param("<div>Read also: Eight ferries</div>", -2.0, False, id="much too low"),
    ],
)
def test_paragraphs_of_the_same_look(box: str, score: float, *, taken: bool) -> None:
    page = read(f"<td><p>{ONE}</p><p>{TWO}</p>{box}<p>{THREE}</p></td>")
    labels: list[Label | None] = [BODY, BODY, None, None]
    take_siblings(page, labels, {0: 3.0, 1: 3.0, 2: -3.0, 3: score}, 0.0, phrases("en"))
    assert (labels[3] is not None) is taken


def test_most_of_the_look_is_not_the_storys() -> None:
    page = read(f"<td><p>{ONE}</p><p>{TWO}</p><div>Box</div>{f'<p>{THREE}</p>' * 5}</td>")
    labels: list[Label | None] = [BODY, BODY, *[None] * 6]
    scores = {0: 3.0, 1: 3.0, **dict.fromkeys(range(3, 8), -0.5)}
    take_siblings(page, labels, scores, 0.0, phrases("en"))
    assert labels[3:] == [None] * 5


WRAP = "<section><div><p>{}</p></div></section>"


@pytest.mark.parametrize(
    ("between", "score", "sure", "taken"),
    [
        pytest.param("<section><h3>A nest</h3></section>", -0.9, 3.0, True, id="wrapped alone"),
        pytest.param("<section><h3>A nest</h3></section>", -1.1, 3.0, False, id="much too low"),
        pytest.param("<section><h3>A nest</h3></section>", -0.9, 1.0, False, id="unsure around"),
        pytest.param(
            "<section><h3>A nest</h3><i>Ad</i></section>", -0.9, 3.0, True, id="line below it"
        ),
        pytest.param(
            f"<section><h3>A nest</h3></section><i>{THREE}</i>", -0.9, 3.0, False, id="text below"
        ),
        pytest.param(
            "<section><h3><a href=/n>A nest</a></h3></section>", -0.9, 3.0, False, id="a link"
        ),
        pytest.param(
            "<section><h3>Newsletter</h3></section>", -0.9, 3.0, False, id="heading of chrome"
        ),
    ],
)
def test_wrapped_crossheads(between: str, score: float, sure: float, *, taken: bool) -> None:
    page = read(f"<td>{WRAP.format(ONE)}{between}{WRAP.format(TWO)}</td>")
    paragraph = Label(Role.BODY, "", sure)
    labels: list[Label | None] = [
        paragraph if block.text in (ONE, TWO) else None for block in page.blocks
    ]
    take_siblings(page, labels, {1: score}, 0.0, phrases("en"))
    assert (labels[1] is not None) is taken
