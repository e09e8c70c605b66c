"""Further articles below the page's own."""

import pytest

from newsclean.label.further import drop_behind, drop_further
from newsclean.page import Label, Role
from newsclean.read.html import read_html

OWN = "A heron has moved into the fountain of Brackwater town hall and will not leave it."
NEXT = "The goldfish of the fountain were brought to the school pond by two firefighters."
FIRST = f"<h1>Heron in the fountain</h1><p>{OWN}</p>"
SECOND = f"<h1>Goldfish find a new home</h1><p>{NEXT}</p>"


@pytest.mark.parametrize(
    ("markup", "role"),
    [
        pytest.param(
            f"<article>{FIRST}</article><article>{SECOND}</article>", Role.RELATED, id="further"
        ),
        pytest.param(
            f"<h1>Heron</h1><article><p>{OWN}</article><div><article>{SECOND}</article></div>",
            Role.RELATED,
            id="headline above the first",
        ),
        pytest.param(
            f"<article>{FIRST}<article>{SECOND}</article></article>", Role.BODY, id="inside it"
        ),
        pytest.param(
            f"<article>{FIRST}</article><article><h2>14:05</h2><p>{NEXT}</p></article>",
            Role.BODY,
            id="entry of a live blog",
        ),
        pytest.param(
            f"<article><h1 class=title>A</h1><p>{OWN}</article>"
            f"<article><h2 class=title>B</h2><p>{NEXT}</article>",
            Role.RELATED,
            id="a headline that looks like the page's",
        ),
        pytest.param(f"<article>{FIRST}</article><div>{SECOND}</div>", Role.BODY, id="no article"),
        pytest.param(
            f"<article><p>{OWN}</p></article><article>{SECOND}</article>",
            Role.BODY,
            id="no headline above the first",
        ),
    ],
)
def test_further_articles(markup: str, role: Role) -> None:
    page = read_html(f"<html><body>{markup}</body></html>")
    labels = [None if block.level == 1 else Label(Role.BODY, "", 3.0) for block in page.blocks]
    drop_further(page, labels)
    found = {b.text: x.role for b, x in zip(page.blocks, labels, strict=True) if x is not None}
    assert found[OWN] is Role.BODY
    assert found[NEXT] is role


@pytest.mark.parametrize(
    ("markup", "score", "kept"),
    [
        pytest.param(f"<div class=article-body>{{}}</div><p>{NEXT}</p>", 2.0, False, id="behind"),
        pytest.param(f"<div class=article-body>{{}}</div><p>{NEXT}</p>", 3.1, True, id="sure"),
        pytest.param(f"<p>{NEXT}</p><div class=article-body>{{}}</div>", 2.0, True, id="before"),
        pytest.param(f"<div class=article-body>{{}}<p>{NEXT}</p></div>", 2.0, True, id="inside"),
        pytest.param(f"<div class=x7>{{}}</div><p>{NEXT}</p>", 2.0, True, id="no name"),
    ],
)
def test_behind_the_element_named_as_the_body(markup: str, score: float, kept: bool) -> None:
    story = "".join(f"<p>{OWN} It came again on day {n}.</p>" for n in range(6))
    page = read_html(f"<html><body><article>{markup.format(story)}</article></body></html>")
    labels: list[Label | None] = [
        Label(Role.BODY, "", score if block.text == NEXT else 3.2) for block in page.blocks
    ]
    drop_behind(page, labels)
    found = {b.text: x.role for b, x in zip(page.blocks, labels, strict=True) if x is not None}
    assert (found[NEXT] is Role.BODY) is kept
    assert len([role for role in found.values() if role is Role.BODY]) == 6 + kept
