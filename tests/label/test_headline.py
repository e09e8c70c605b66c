"""What the headline is chosen from, compared with, and what is cut off from it."""

import pytest

from newsclean.label.headline import choose, offered
from newsclean.label.likeness import key_of, overlap, strip_site
from newsclean.page import Block, Claim, Kind, Page

SITES = ("River Courier", "rivercourier.example")


@pytest.mark.parametrize(
    ("title", "others", "expected"),
    [
        ("Eels return | River Courier", (), "Eels return"),
        ("Eels return - River Courier", (), "Eels return"),
        ("Eels return – The River Courier", (), "Eels return"),
        ("Eels return | Nature | River Courier", ("Eels return",), "Eels return"),
        ("River Courier | Eels return", (), "Eels return"),
        ("Eels return - and how", (), "Eels return - and how"),
        ("Eels return » Blog", ("Eels return",), "Eels return"),
        ("Eels-return", (), "Eels-return"),
        ("River Courier", (), "River Courier"),
    ],
)
def test_strip_site(title: str, others: tuple[str, ...], expected: str) -> None:
    assert strip_site(title, SITES, others) == expected


def test_key_passes_over_marks_and_case() -> None:
    assert key_of("“Eels” RETURN—they’re back!") == key_of('"eels" return they\'re back')


def test_overlap() -> None:
    assert overlap("Eels return", "eels return!") == 1.0
    assert overlap("Eels return", "Bridge closed") == 0.0
    assert 0.3 < overlap("Eels return to river", "Eels are back in the river") < 0.7
    assert overlap("川にウナギが戻る", "ウナギが川に戻る") > 0.5
    assert overlap("", "") == 0.0


LONG = "Eels return to the upper river after forty years"
SEARCHED = "Eel migration 2024: what you need to know"


def page(*blocks: Block, **claims: str) -> Page:
    sources = {
        "headline": ("json-ld", "headline", "NewsArticle"),
        "alternative": ("json-ld", "alternativeheadline", "NewsArticle"),
        "og": ("opengraph", "og:title", ""),
        "title": ("html", "title", ""),
    }
    made = []
    for key, value in claims.items():
        source, name, scope = sources[key]
        made.append(Claim(source, name, value, scope))
    return Page("html", blocks, claims=tuple(made))


def h1(text: str) -> Block:
    return Block(text, Kind.HEADING, 1)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(
            page(h1(LONG), headline=SEARCHED, og=LONG, title=LONG), LONG, id="all but one say so"
        ),
        pytest.param(
            page(h1(LONG), Block(SEARCHED), headline=SEARCHED, og=LONG, title=LONG),
            SEARCHED,
            id="the other form stands beside it",
        ),
        pytest.param(
            page(h1(LONG), headline=SEARCHED, alternative=LONG, og=LONG + " today"),
            LONG,
            id="the heading is the alternative",
        ),
        pytest.param(
            page(h1(f"Rivers: {LONG}"), headline=f"Rivers: {LONG}", og=LONG),
            LONG,
            id="kicker with a colon",
        ),
        pytest.param(
            page(h1(f"Rivers {LONG}"), title=LONG, og=LONG), LONG, id="kicker, two forms without"
        ),
        pytest.param(
            page(h1(f"“Pure joy”: {LONG}"), og=LONG), f"“Pure joy”: {LONG}", id="a quote"
        ),
        pytest.param(page(h1(f"The {LONG}"), title=LONG, og=LONG), f"The {LONG}", id="an article"),
        pytest.param(
            page(h1(f"How do the {LONG}"), title=LONG, og=LONG),
            f"How do the {LONG}",
            id="words of the sentence",
        ),
        pytest.param(page(h1(f"2024 {LONG}"), title=LONG, og=LONG), f"2024 {LONG}", id="a year"),
        pytest.param(
            page(h1("Peru: Safety notes"), og="Safety notes"), "Peru: Safety notes", id="a label"
        ),
        pytest.param(
            page(Block(LONG), title=f"Print version: {LONG} - Nature - River Courier"),
            LONG,
            id="the middle of a title",
        ),
    ],
)
def test_choose(found: Page, expected: str) -> None:
    chosen = choose(found)
    assert chosen is not None
    assert chosen.text == expected


def test_offered() -> None:
    found = offered(page(h1(LONG), headline=SEARCHED, og=LONG))
    assert {item.text for item in found} == {LONG, SEARCHED}
    assert found[-1].block == 0
