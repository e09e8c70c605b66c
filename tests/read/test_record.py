"""Dumps that name their fields."""

import pytest

from newsclean.read.text import read_text

DUMP = """HEADLINE: Ferry runs all night
BYLINE: Ana Petrov
LENGTH: 212 words
BODY:
The river rose by two metres overnight and closed the old bridge.
LOAD-DATE: March 5, 2019"""


def fields(text: str) -> list[tuple[str, str, int | None]]:
    return [(c.name, c.value, c.block) for c in read_text(text).claims if c.source == "record"]


def test_each_name_becomes_a_line_and_a_claim() -> None:
    page = read_text(DUMP)
    assert fields(DUMP) == [
        ("headline", "Ferry runs all night", 0),
        ("byline", "Ana Petrov", 2),
        ("other", "212 words", 4),
        ("body", "", 6),
        ("other", "March 5, 2019", 8),
    ]
    assert [block.text for block in page.blocks][:4] == [
        "HEADLINE:",
        "Ferry runs all night",
        "BYLINE:",
        "Ana Petrov",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Section: News\nDate: March 5\nThe bridge: a history.", id="no story named"),
        pytest.param("Title: A bridge\nDate: March 5\nSource: Post", id="nothing telling"),
        pytest.param("HEADLINE: A bridge\nBYLINE: Ana Petrov", id="two fields"),
        pytest.param(f"{DUMP}\n\n{DUMP}", id="several records"),
        pytest.param("Body: strong.\nMind: clear.\nNose: red fruit.", id="a wine"),
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert fields(text) == []
    assert [b.text for b in read_text(text).blocks] == [x for x in text.split("\n") if x]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Byline", id="title case"),
        pytest.param("BYLINE ", id="space before the colon"),
    ],
)
def test_names_in_any_case(name: str) -> None:
    text = DUMP.replace("BYLINE", name)
    assert ("byline", "Ana Petrov", 2) in fields(text)
