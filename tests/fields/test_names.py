"""Bylines split into authors."""

import pytest

from newsclean.fields.names import split_names

ROWS = [
    ("Ann Lee", "en", ["Ann Lee"]),
    ("By Ann Lee", "en", ["Ann Lee"]),
    ("BY ANN LEE", "en", ["ANN LEE"]),
    ("By Ann Lee and Bo Ek", "en", ["Ann Lee", "Bo Ek"]),
    ("Ann Lee, Bo Ek and Cy Orr", "en", ["Ann Lee", "Bo Ek", "Cy Orr"]),
    ("Ann Lee, Bo Ek, and Cy Orr", "en", ["Ann Lee", "Bo Ek", "Cy Orr"]),
    ("Ann Lee & Bo Ek", "en", ["Ann Lee", "Bo Ek"]),
    ("Ann Lee; Bo Ek", "en", ["Ann Lee", "Bo Ek"]),
    ("Ann Lee/Bo Ek", "en", ["Ann Lee", "Bo Ek"]),
    ("Ann Lee | Bo Ek", "en", ["Ann Lee", "Bo Ek"]),
    ("Ann Lee, Staff Writer", "en", ["Ann Lee"]),
    ("By Ann Lee\nStaff Writer", "en", ["Ann Lee"]),
    ("ANN LEE\nDAILY COURIER", "en", ["ANN LEE"]),
    ("Inês Prado\nda Agência Gazeta, em Olinda", "pt", ["Inês Prado"]),
    ("Ann Lee\nReuters", "en", ["Ann Lee", "Reuters"]),
    ("Ann Lee\nDaily Courier\nBo Ek", "en", ["Ann Lee", "Bo Ek"]),
    ("ANA PRADO - Villar del Páramo", "es", ["ANA PRADO"]),
    ("Ann Lee - Bo Ek", "en", ["Ann Lee", "Bo Ek"]),
    ("ANN LEE and Bo Ek", "en", ["ANN LEE", "Bo Ek"]),
    ("By Ann\nLee", "en", ["Ann Lee"]),
    ("Ann Lee and\nBo Ek", "en", ["Ann Lee", "Bo Ek"]),
    ("Ann Lee, Senior Political Correspondent", "en", ["Ann Lee"]),
    ("Ann Lee, M.D.", "en", ["Ann Lee"]),
    ("Ann Lee, PhD, and Bo Ek, MD", "en", ["Ann Lee", "Bo Ek"]),
    ("Ann Lee (ann.lee@courier.example)", "en", ["Ann Lee"]),
    ("Ann Lee ann.lee@courier.example", "en", ["Ann Lee"]),
    ("Ann Lee @annlee", "en", ["Ann Lee"]),
    ("Lee, Ann", "en", ["Ann Lee"]),
    ("Written by: Ann Lee", "en", ["Ann Lee"]),
    ("Martin Lund Orr Jr.", "en", ["Martin Lund Orr Jr."]),
    ("John F. Orr", "en", ["John F. Orr"]),
    ("Ann Lee, Associated Press", "en", ["Ann Lee", "Associated Press"]),
    ("Ann Lee | Reuters", "en", ["Ann Lee", "Reuters"]),
    ("Reuters", "en", ["Reuters"]),
    ("AFP", "fr", ["AFP"]),
    ("Courier Staff", "en", ["Courier Staff"]),
    ("Ann Lee, Ann Lee", "en", ["Ann Lee"]),
    ("About Ann Lee", "en", ["Ann Lee"]),
    ("More from Ann Lee", "en", ["Ann Lee"]),
    ("Ann Lee’s Most Recent Stories", "en", ["Ann Lee"]),
    ("About The Author", "en", []),
    ("Über Anna Brandt", "de", ["Anna Brandt"]),
    ("Autor:in: Anna Brandt", "de", ["Anna Brandt"]),
    ('{"@type": "Person", "name": "Ann Lee"}', "en", ["Ann Lee"]),
    ("Ann Lee)", "en", ["Ann Lee"]),
    ("Ann Lee, MS, RD, CFP®", "en", ["Ann Lee"]),
    ("Ann Lee Former Deputy Tech Editor", "en", ["Ann Lee"]),
    ("作者：记者李明华", "zh", ["李明华"]),
    ("admin", "en", []),
    ("", "en", []),
    ("https://courier.example/authors/ann", "en", []),
    ("Von Anna Brandt", "de", ["Anna Brandt"]),
    ("Von Anna Brandt und Uwe Harms", "de", ["Anna Brandt", "Uwe Harms"]),
    ("Anna von der Heide", "de", ["Anna von der Heide"]),
    ("Anna Brandt, Chefredakteurin", "de", ["Anna Brandt"]),
    ("dpa", "de", ["dpa"]),
    ("Par Jean-Luc Vialle", "fr", ["Jean-Luc Vialle"]),
    ("Par Jean-Luc Vialle avec AFP", "fr", ["Jean-Luc Vialle", "AFP"]),
    ("Élodie Sabat et Youssef Mans", "fr", ["Élodie Sabat", "Youssef Mans"]),
    ("Le Massif et AFP", "fr", ["Le Massif et AFP"]),
    ("Por María José Prado y Luis Peña", "es", ["María José Prado", "Luis Peña"]),
    ("di Carla Monti e Ugo Riva", "it", ["Carla Monti", "Ugo Riva"]),
    ("Door Jan de Wit en Els Mol", "nl", ["Jan de Wit", "Els Mol"]),
    ("Av Kari Moe og Nils Aas", "no", ["Kari Moe", "Nils Aas"]),
    ("Автор: Глеб Стрешин", "ru", ["Глеб Стрешин"]),
    ("김한별 기자", "ko", ["김한별"]),
    ("山本花子", "ja", ["山本花子"]),
    ("Ann Lee, MDW THURGAU", "de", ["Ann Lee", "MDW THURGAU"]),
]


@pytest.mark.parametrize(
    ("raw", "language", "expected"), [pytest.param(*row, id=row[0] or "empty") for row in ROWS]
)
def test_split(raw: str, language: str, expected: list[str]) -> None:
    own = frozenset({"le massif"})
    assert [name.name for name in split_names(raw, language, own)] == expected


@pytest.mark.parametrize(
    ("raw", "kinds"),
    [
        pytest.param("Ann Lee, Reuters", ["person", "organisation"], id="agency"),
        pytest.param("The Daily Courier", ["organisation"], id="paper"),
        pytest.param("Harbour Ledger", ["organisation"], id="own name"),
        pytest.param("Newsroom", ["organisation"], id="desk"),
        pytest.param("Ann Lee", ["person"], id="person"),
    ],
)
def test_kind(raw: str, kinds: list[str]) -> None:
    found = split_names(raw, "en", frozenset({"harbour ledger"}))
    assert [name.kind for name in found] == kinds


def test_role() -> None:
    (name,) = split_names("Ann Lee, Staff Writer", "en")
    assert name.role == "Staff Writer"


def test_what_is_no_name_behind_a_name_is_its_role() -> None:
    (name,) = split_names("Ann Lee, professor of law at the university of Lund", "en")
    assert (name.name, name.role is not None) == ("Ann Lee", True)
