"""Bylines in short texts, and what can be a name."""

import pytest

from newsclean.label.credits import find_credit
from newsclean.label.people import is_organisation, is_person


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("By Ann Lee", "en", "By Ann Lee"),
        ("by Ann Lee", "en", "by Ann Lee"),
        ("By John F. Orr and Dr. Ann Lee", "en", "By John F. Orr and Dr. Ann Lee"),
        ("By Ann Lee | June 3, 2020", "en", "By Ann Lee"),
        ("By Ann Lee, Staff Writer", "en", "By Ann Lee, Staff Writer"),
        ("By Ann Lee June 3, 2020", "en", "By Ann Lee"),
        ("By Ann Lee on June 3, 2020", "en", "By Ann Lee"),
        ("Posted on October 17, 2024 by Dale Orr 2 Comments", "en", "by Dale Orr"),
        ("By Ann LeePublished: June 3, 2020", "en", "By Ann Lee"),
        ("Submitted by Ann Lee on Mon, 07/10/2023 - 16:20", "en", "Submitted by Ann Lee"),
        ("Par Marine Le Goff", "fr", "Par Marine Le Goff"),
        ("By Ann LeeJune 3, 2020", "en", "By Ann Lee"),
        ("Par Marine Le Goff, publié le 3 mai 2020", "fr", "Par Marine Le Goff"),
        ("Von Anna Brandt am 3. Mai 2020", "de", "Von Anna Brandt"),
        ("Von Anna Brandt", "de", "Von Anna Brandt"),
        ("Autor: Anna Brandt", "de", "Autor: Anna Brandt"),
        ("Par Jean-Luc Vialle", "fr", "Par Jean-Luc Vialle"),
        ("Por María Prado", "es", "Por María Prado"),
        ("Автор: Глеб Стрешин", "ru", "Автор: Глеб Стрешин"),
        ("dal nostro inviato Paolo Berti", "it", "dal nostro inviato Paolo Berti"),
        (
            "Story and photos by Ann Lee, Staff Writer",
            "en",
            "Story and photos by Ann Lee, Staff Writer",
        ),
        (
            "Reporting by Ann Lee; Writing by Bo Ek; Editing by Cy Orr",
            "en",
            "Reporting by Ann Lee",
        ),
        (
            "(Reporting by Ann Lee and Bo Ek in Oslo; editing by Cy Orr)",
            "en",
            "Reporting by Ann Lee and Bo Ek in Oslo",
        ),
        ("Editing by Cy Orr", "en", None),
        ("Stand by your bridge", "en", None),
        ("By the time it ended", "en", None),
        ("Von der Brücke aus", "de", None),
        ("Par exemple", "fr", None),
    ],
)
def test_credit(text: str, language: str, expected: str | None) -> None:
    found = find_credit(text, language)
    assert (found and text[slice(*found.span)]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee",
        "ANN LEE",
        "Anna von der Heide",
        "Jean-Luc Vialle",
        "Conor O’Dea",
        "J. K. Orr",
        "山本花子",
    ],
)
def test_person(text: str) -> None:
    assert is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ann",
        "ann lee",
        "The Courier",
        "Daily News",
        "Ann Lee 3",
        "Share this: Ann",
        "a@b.example",
        "印刷する",
        "One Two Three Four Five Six Seven Eight",
    ],
)
def test_no_person(text: str) -> None:
    assert not is_person(text)


@pytest.mark.parametrize(
    "text", ["Reuters", "AFP", "dpa", "Newsroom", "Courier Staff", "courier.com"]
)
def test_organisation(text: str) -> None:
    assert is_organisation(text)
