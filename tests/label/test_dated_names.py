"""Names in the line of a date."""

import pytest

from newsclean.label.dated_names import (
    has_common_words,
    moments_in,
    names_before_date,
    names_behind_date,
)
from newsclean.page import Block, Kind, Page

PAGE = Page(
    kind="html",
    blocks=(
        Block(
            "The council talked about mental health and the state of the harbour.", Kind.PARAGRAPH
        ),
    ),
)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Ann Lee / Courier / May 3, 2024", "en", "Ann Lee / Courier"),
        ("ANN LEE | May 3, 2024", "en", "ANN LEE"),
        ("THE HARBOUR | May 3, 2024", "en", None),
        ("THE DAILY HARBOUR COURIER | May 3, 2024", "en", None),
        ("Paris | May 3, 2024", "en", None),
        ("May 3, 2024 | Ann Lee", "en", None),
    ],
)
def test_before(text: str, language: str, expected: str | None) -> None:
    span = names_before_date(PAGE, text, language)
    assert (span and text[slice(*span)]) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("May 3, 2024 | Ann Lee", "en", "Ann Lee"),
        ("3.5.2024 0:41 | Päivitetty 3.5.2024 8:10Outi Koski", "fi", "Outi Koski"),
        (
            "3 May 2008, 0412 hrs IST, Asha Pillai, Daily Courier",
            "en",
            "Asha Pillai, Daily Courier",
        ),
        ("May 3, 2024 • Ann Lee and Bo Ek", "en", "Ann Lee and Bo Ek"),
        # A section stands behind a space, or is words that the page writes small as well.
        ("03.05.2024 Wissenschaft Klima", "de", None),
        ("May 3, 2024 / Mental Health", "en", None),
        ("May 3, 2024 | Share Article", "en", None),
        ("May 3, 2024 | New York", "en", None),
        ("May 3, 2024", "en", None),
        ("Ann Lee | May 3, 2024", "en", None),
        ("Ann Lee", "en", None),
    ],
)
def test_behind(text: str, language: str, expected: str | None) -> None:
    span = names_behind_date(PAGE, text, language)
    assert (span and text[slice(*span)]) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Mental Health", True), ("State Street", True), ("Ann Lee", False), ("H. Orr", False)],
)
def test_common_words(name: str, expected: bool) -> None:
    assert has_common_words(PAGE, name) is expected


def test_moments() -> None:
    text = "Published 3.5.2024 - 09:40Updated: 4.5.2024 - 12:15"
    assert [text[slice(*found.span)] for found in moments_in(text, "en")] == [
        "3.5.2024 - 09:40",
        "4.5.2024 - 12:15",
    ]
