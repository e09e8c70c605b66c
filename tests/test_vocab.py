"""The vocabulary files."""

import tomllib
from collections import Counter
from importlib import resources
from typing import Any

import pytest

from newsclean import vocab
from newsclean.label.phrases import Phrases, normalise
from newsclean.page import Role

FILES = sorted(
    entry.name[:-5]
    for entry in resources.files("newsclean.vocab").iterdir()
    if entry.name.endswith(".toml")
)
CHROME = [
    pytest.param(name, table, id=f"{name}-{table}")
    for name in vocab.languages()
    for table in ("heading", "line")
    if vocab.load(name).get("chrome", {}).get(table)
]


def chrome(name: str, table: str) -> dict[str, list[str]]:
    phrases: dict[str, list[str]] = vocab.load(name)["chrome"][table]
    return phrases


@pytest.mark.parametrize("name", FILES)
def test_every_file_parses(name: str) -> None:
    text = (resources.files("newsclean.vocab") / f"{name}.toml").read_text(encoding="utf-8")
    assert vocab.load(name) == tomllib.loads(text)
    assert vocab.load(name)


def test_languages_are_the_files_without_an_underscore() -> None:
    assert vocab.languages() == tuple(name for name in FILES if not name.startswith("_"))
    assert "en" in vocab.languages()
    assert all(len(name) == 2 and name.isascii() and name.islower() for name in vocab.languages())


def test_an_unknown_file_is_empty() -> None:
    assert vocab.load("xx") == {}


def test_a_table_falls_back_to_english() -> None:
    assert vocab.table("xx", "months", "january") == 1
    assert vocab.table(None, "months", "january") == 1
    assert vocab.table("xx", "no such table") is None


def test_a_table_of_the_language_comes_first() -> None:
    assert vocab.table("de", "chrome", "heading") == vocab.load("de")["chrome"]["heading"]


@pytest.mark.parametrize(
    ("name", "table"),
    CHROME,
)
def test_no_phrase_stands_under_two_roles(name: str, table: str) -> None:
    counts = Counter(
        phrase
        for phrases in chrome(name, table).values()
        for phrase in {normalise(phrase) for phrase in phrases}
    )
    assert [phrase for phrase, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("name", "table"), CHROME)
class TestChrome:
    def test_every_role_is_a_role(self, name: str, table: str) -> None:
        for role in chrome(name, table):
            assert Role(role) is not Role.BODY

    def test_every_phrase_says_something(self, name: str, table: str) -> None:
        for phrases in chrome(name, table).values():
            for phrase in phrases:
                assert isinstance(phrase, str)
                assert normalise(phrase.replace("…", ""))

    def test_every_phrase_is_found_under_its_role(self, name: str, table: str) -> None:
        phrases = Phrases(name)
        find = phrases.heading if table == "heading" else phrases.line
        under: dict[str, set[str]] = {}
        for role, texts in chrome(name, table).items():
            for text in texts:
                under.setdefault(normalise(text), set()).add(role)
        wrong = []
        for role, texts in chrome(name, table).items():
            for text in texts:
                match = find(text.replace("…", " 12 "))
                # A phrase with an open end may also be an instance of another.
                if match is None or ("…" not in text and match.role not in under[normalise(text)]):
                    wrong.append((role, text, match))
        assert wrong == []


@pytest.mark.parametrize("name", vocab.languages())
def test_months_are_months(name: str) -> None:
    months: dict[str, Any] = vocab.load(name).get("months", {})
    assert set(months.values()) <= set(range(1, 13))
    if months:
        assert set(months.values()) == set(range(1, 13))


def test_markup_roles_and_tags_are_roles() -> None:
    markup = vocab.load("_markup")
    for role, names in markup["roles"].items():
        assert Role(role) is not Role.BODY
        assert names
        assert all(word and word == word.lower() for word in names)
    for role in markup["tags"].values():
        Role(role)


def test_no_name_of_the_markup_is_listed_twice() -> None:
    counts = Counter(word for names in vocab.load("_markup")["roles"].values() for word in names)
    # The first role wins, so that a second entry never speaks.
    assert [word for word, count in counts.items() if count > 1] == []
