"""The types that come out, and their round trip."""

import ast
import dataclasses
import inspect
import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean import article as module
from newsclean.article import (
    Article,
    Author,
    BlockQuote,
    Chrome,
    Dateline,
    Evidence,
    Heading,
    Image,
    LabelledBlock,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    TableRow,
)
from newsclean.page import Role

ELEMENTS = (Paragraph, Heading, ListItem, BlockQuote, TableRow, Preformatted)
TYPES = (*ELEMENTS, Dateline, Author, Quote, Image, Chrome, LabelledBlock, Evidence, Article)

words = st.text(max_size=20)
maybe = st.none() | words
counts = st.integers(0, 10_000)
spans = st.tuples(counts, counts)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.none() | st.dates() | st.datetimes() | st.datetimes(timezones=zones)

elements = st.one_of(
    st.builds(Paragraph, words),
    st.builds(Heading, words, st.integers(1, 6)),
    st.builds(ListItem, words, st.integers(1, 9)),
    st.builds(BlockQuote, words),
    st.builds(TableRow, words),
    st.builds(Preformatted, words),
)
datelines = st.builds(Dateline, words, maybe, maybe, maybe, maybe, st.none() | st.dates())
authors = st.builds(
    Author, words, maybe, maybe, maybe, st.sampled_from(["person", "organisation"])
)
quotes = st.builds(Quote, words, maybe, maybe, maybe, counts, spans, st.none() | counts)
images = st.builds(Image, words, maybe, maybe, maybe)
chromes = st.builds(Chrome, st.sampled_from(Role), words, words, counts)
evidences = st.builds(Evidence, words, words, maybe, st.none() | counts, st.none() | spans)


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


articles = st.builds(
    Article,
    title=maybe,
    deck=maybe,
    section=maybe,
    language=maybe,
    site_name=maybe,
    url=maybe,
    published=moments,
    modified=moments,
    tags=several(words),
    dateline=st.none() | datelines,
    byline=maybe,
    authors=several(authors),
    body=several(elements),
    quotes=several(quotes),
    images=several(images),
    chrome=several(chromes),
    evidence=st.dictionaries(words, several(evidences), max_size=3),
    confidence=st.floats(0, 1),
    problems=several(words),
)

FULL = Article(
    title="Bridge reopens",
    deck="After a month",
    section="Local",
    language="en",
    site_name="Velmora Courier",
    url="https://news.example/bridge",
    published=datetime(2024, 3, 4, 5, 6, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    modified=date(2024, 3, 5),
    tags=("bridge", "river"),
    dateline=Dateline("VELMORA (AP)", "Velmora", "Velmora", None, "AP", date(2024, 3, 4)),
    byline="By Ana Petrov",
    authors=(
        Author("Ana Petrov", "Reporter", "Ana covers rivers.", "https://x.example/", "person"),
    ),
    body=(
        Paragraph('VELMORA (AP) — "It is open," she said.'),
        Heading("What now", 3),
        ListItem("wait", 2),
        BlockQuote("So be it."),
        TableRow("a | b"),
        Preformatted("x\n  y"),
    ),
    quotes=(Quote("It is open,", "Ana Petrov", "she", "said", 0, (16, 27), None),),
    images=(Image("https://x.example/a.jpg", "The bridge", "J. Doe", "bridge"),),
    chrome=(Chrome(Role.SHARE, "Share", "the words 'share'", 7),),
    evidence={"title": (Evidence("headline", "text", "Bridge reopens", 0, (0, 14)),)},
    confidence=0.75,
    problems=("one",),
)


@given(articles)
@settings(max_examples=150, deadline=None)
def test_round_trip(article: Article) -> None:
    plain = article.to_dict()
    assert Article.from_dict(plain) == article
    assert Article.from_dict(json.loads(article.to_json())) == article
    assert json.loads(article.to_json(indent=2)) == plain
    assert pickle.loads(pickle.dumps(article)) == article
    assert hash(Article.from_dict(plain)) == hash(article)


@given(st.datetimes(timezones=zones) | st.datetimes() | st.dates())
@settings(max_examples=150, deadline=None)
def test_dates_keep_their_type_and_zone(moment: date) -> None:
    again = Article.from_dict(Article(published=moment).to_dict()).published
    assert type(again) is type(moment)
    assert again == moment
    if isinstance(moment, datetime):
        assert isinstance(again, datetime)
        assert again.utcoffset() == moment.utcoffset()


def test_to_dict_holds_plain_json_values_only() -> None:
    plain = FULL.to_dict()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["text"] == FULL.text
    assert plain["published"] == "2024-03-04T05:06:00+05:45"
    assert plain["modified"] == "2024-03-05"
    assert plain["chrome"][0]["role"] == "share"
    assert [element["kind"] for element in plain["body"]] == [
        "paragraph",
        "heading",
        "list item",
        "block quote",
        "table row",
        "preformatted",
    ]


def test_json_keeps_characters_as_they_are() -> None:
    assert "橋é" in Article(title="橋é").to_json()


def test_unknown_keys_are_passed_over() -> None:
    plain = FULL.to_dict() | {"mood": "sunny"}
    plain["authors"][0]["shoe_size"] = 40
    assert Article.from_dict(plain) == FULL


def test_missing_keys_take_their_defaults() -> None:
    assert Article.from_dict({}) == Article()
    assert Article.from_dict({"authors": [{"name": "Ana"}]}).authors == (Author("Ana"),)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(None, id="none"),
        pytest.param([], id="list"),
        pytest.param("title", id="string"),
        pytest.param({"title": 5}, id="number for text"),
        pytest.param({"title": ["a"]}, id="list for text"),
        pytest.param({"tags": "a"}, id="text for a list"),
        pytest.param({"tags": None}, id="none for a list"),
        pytest.param({"tags": [1]}, id="list of numbers"),
        pytest.param({"published": "yesterday"}, id="no date"),
        pytest.param({"published": 20240304}, id="number for a date"),
        pytest.param({"published": "2024-13-01"}, id="impossible date"),
        pytest.param({"dateline": {}}, id="dateline without raw"),
        pytest.param({"dateline": "VELMORA"}, id="text for a dateline"),
        pytest.param({"authors": [{}]}, id="author without a name"),
        pytest.param({"authors": {"name": "Ana"}}, id="mapping for a list"),
        pytest.param({"body": ["a"]}, id="text for an element"),
        pytest.param({"body": [None]}, id="none for an element"),
        pytest.param({"body": [{"text": "a"}]}, id="element without a kind"),
        pytest.param({"body": [{"kind": "poem", "text": "a"}]}, id="unknown kind"),
        pytest.param({"body": [{"kind": "paragraph"}]}, id="element without text"),
        pytest.param({"quotes": [{"text": "a"}]}, id="quote without a span"),
        pytest.param(
            {"chrome": [{"role": "hat", "text": "", "reason": "", "block": 0}]}, id="role"
        ),
        pytest.param({"evidence": []}, id="list for a mapping"),
        pytest.param({"evidence": {"title": {}}}, id="mapping for evidence"),
        pytest.param({"confidence": "high"}, id="text for a number"),
    ],
)
def test_from_dict_refuses_other_shapes(data: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Article.from_dict(data)


def test_a_span_has_two_ends() -> None:
    plain = FULL.to_dict()
    plain["quotes"][0]["span"] = [1]
    with pytest.raises((TypeError, ValueError)):
        Article.from_dict(plain)


def test_text_joins_the_elements_by_blank_lines() -> None:
    assert Article(body=(Heading("A"), Paragraph("b"), ListItem("c"))).text == "A\n\nb\n\nc"
    assert Article().text == ""


def test_paragraphs_are_paragraphs_only() -> None:
    assert FULL.paragraphs == (FULL.body[0].text,)


@pytest.mark.parametrize("cls", TYPES)
def test_every_type_is_a_frozen_slotted_dataclass(cls: Any) -> None:
    assert dataclasses.is_dataclass(cls)
    assert cls.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(cls)


@pytest.mark.parametrize(
    "thing",
    [FULL, *FULL.body, FULL.dateline, *FULL.authors, *FULL.quotes, *FULL.images, *FULL.chrome],
)
def test_values_are_frozen_hashable_and_picklable(thing: Any) -> None:
    name = dataclasses.fields(thing)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(thing, name, "x")
    with pytest.raises((AttributeError, TypeError)):
        thing.no_such_attribute = 1
    assert not hasattr(thing, "__dict__")
    assert pickle.loads(pickle.dumps(thing)) == thing
    assert hash(dataclasses.replace(thing)) == hash(thing)


def test_elements_of_different_kinds_differ() -> None:
    assert Paragraph("a") != BlockQuote("a")
    assert len({cls.kind for cls in ELEMENTS}) == len(ELEMENTS)


def test_aware_and_naive_moments_differ() -> None:
    naive = datetime(2024, 3, 4, 5, 6)
    assert Article(published=naive) != Article(published=naive.replace(tzinfo=UTC))
    assert Article(published=naive) != Article(published=naive.date())


def _documented(cls: ast.ClassDef) -> tuple[set[str], set[str]]:
    """The names of the attributes, and of those with a docstring below them."""
    names, documented = set(), set()
    for statement, following in zip(cls.body, [*cls.body[1:], None], strict=True):
        if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
            continue
        if "ClassVar" in ast.unparse(statement.annotation):
            continue
        names.add(statement.target.id)
        if (
            isinstance(following, ast.Expr)
            and isinstance(following.value, ast.Constant)
            and isinstance(following.value.value, str)
        ):
            documented.add(statement.target.id)
    return names, documented


@pytest.mark.parametrize("name", [cls.__name__ for cls in TYPES])
def test_every_attribute_is_documented(name: str) -> None:
    tree = ast.parse(inspect.getsource(module))
    (cls,) = (n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == name)
    assert ast.get_docstring(cls)
    names, documented = _documented(cls)
    assert names
    assert names - documented == set()
