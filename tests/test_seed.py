"""The seed page: one scraped page as flat text, with all that must come out of it."""

import json
from pathlib import Path

import pytest

import newsclean

SEED = Path(__file__).parents[2] / "shared" / "corpora" / "seed"

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed page (shared/corpora/seed) is not beside this checkout"
)


@pytest.fixture(scope="module")
def article():
    return newsclean.extract((SEED / "page.txt").read_bytes())


@pytest.fixture(scope="module")
def expected():
    return json.loads((SEED / "expected.json").read_text(encoding="utf-8"))


def test_head(article, expected):
    assert article.title == expected["title"]
    assert article.section == expected["section"]
    assert article.published is None


def test_dateline(article, expected):
    for name, value in expected["dateline"].items():
        assert getattr(article.dateline, name) == value, name


def test_author(article, expected):
    (author,) = article.authors
    (wanted,) = expected["authors"]
    assert (author.name, author.role, author.bio) == (
        wanted["name"],
        wanted["role"],
        wanted["bio"],
    )
    assert author.kind == "person"


def test_body(article, expected):
    assert [{"kind": e.kind, "text": e.text} for e in article.body] == expected["body"]
    assert len(article.body) == 23
    assert [e.kind for e in article.body].count("heading") == 1


def test_quotes(article, expected):
    found = [
        {
            "text": quote.text,
            "speaker": quote.speaker,
            "speaker_as_written": quote.speaker_raw,
            "cue": quote.cue,
            "body_index": quote.element,
        }
        for quote in article.quotes
    ]
    assert found == expected["quotes"]
    for quote in article.quotes:
        assert article.text[slice(*quote.span)] == quote.text


def test_chrome(article, expected):
    wanted = [(part["label"], line) for part in expected["chrome"] for line in part["lines"]]
    found = [(chrome.role, chrome.text) for chrome in article.chrome]
    # "Contact:" is left over from a link that the scrape lost; it belongs to no field.
    (leftover,) = [entry for entry in found if entry not in wanted]
    assert leftover[1] == "Contact:"
    found.remove(leftover)
    assert found == wanted


def test_it_is_an_article(article):
    assert article.confidence > 0.5
    assert article.problems == ()
    assert article.language == "en"
