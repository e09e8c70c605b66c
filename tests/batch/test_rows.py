"""Rows, the schema, and the seam for engines."""

import dataclasses
import datetime
import random
import zlib
from pathlib import Path
from typing import Any

import pytest

import newsclean
from newsclean import Article, Author, Dateline, Evidence, Heading, Image, Paragraph, Quote, Role
from newsclean.article import Chrome
from newsclean.batch import Document, Extraction, Failure, Limits, Status, article_of, row_of
from newsclean.batch.outcomes import outcome_of
from tests.batch import poison
from tests.batch.archives import page

pa = pytest.importorskip("pyarrow")

from newsclean.batch import INPUT_SCHEMA, SCHEMA, SCHEMA_VERSION, extract_batch  # noqa: E402
from newsclean.batch.arrow import batch_of, documents_of, input_batch  # noqa: E402

FULL = Article(
    title="Tide turns",
    deck="Late again",
    section="Coast",
    language="en",
    site_name="The Ostmere Post",
    url="https://news.example/tide",
    published=datetime.datetime(2024, 1, 2, 3, 4, tzinfo=datetime.UTC),
    modified=datetime.date(2024, 1, 3),
    tags=("tide", "ferry"),
    dateline=Dateline("OSTMERE, Jan 2", "Ostmere", "Ostmere", date=datetime.date(2024, 1, 2)),
    byline="By Ana Petrov",
    authors=(Author("Ana Petrov", role="Editor"),),
    body=(Paragraph("The tide, she said, “turns”."), Heading("Later", 3)),
    quotes=(Quote("turns", "Ana Petrov", "she", "said", 0, (21, 26)),),
    images=(Image("https://news.example/a.png", "The ferry"),),
    chrome=(Chrome(Role.SHARE, "Share", "word", 4),),
    evidence={
        "title": (Evidence("shown", "text", "Tide turns", 0, (0, 10)), Evidence("meta", "meta")),
        "byline": (Evidence("shown", "text"),),
    },
    confidence=0.9,
    problems=("odd",),
)


randbytes = random.Random(7).randbytes


def full(data: bytes, **_: Any) -> Article:
    """An article with every field."""
    return FULL


def outcome(data: bytes | str, **values: Any) -> Any:
    return outcome_of(Document("x", data, **values), Extraction())


@pytest.mark.parametrize(
    ("data", "status", "error_type"),
    [
        pytest.param(b"", Status.EMPTY, None, id="nothing"),
        pytest.param(b" \n\t", Status.EMPTY, None, id="white space"),
        pytest.param(b"<html><body></body></html>", Status.EMPTY, None, id="no text"),
        pytest.param(b"<nav><a href=/>Home</a></nav>", Status.NOT_ARTICLE, None, id="navigation"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(90), Status.ERROR, "NotText", id="picture"),
        pytest.param(bytes(range(256)) * 9, Status.ERROR, "NotText", id="binary"),
        pytest.param(b"%PDF-1.4 and so on", Status.ERROR, "NotText", id="PDF"),
        pytest.param(randbytes(300), Status.ERROR, "NotText", id="random bytes"),
        pytest.param(randbytes(30_000), Status.ERROR, "NotText", id="many random bytes"),
        pytest.param(bytes(3000), Status.ERROR, "NotText", id="NULs"),
        pytest.param(
            randbytes(3000).decode("latin-1"), Status.ERROR, "NotText", id="binary as a string"
        ),
        pytest.param(
            randbytes(3000).decode("utf-8", "replace"), Status.ERROR, "NotText", id="replaced"
        ),
        pytest.param("\0" * 3000, Status.ERROR, "NotText", id="NULs as a string"),
        pytest.param(b"RIFFA - The bay was calm.", Status.NOT_ARTICLE, None, id="a town"),
        pytest.param(
            "Tide and\x1b ferry,\x03 late again at Ostmere.", Status.NOT_ARTICLE, None, id="flaws"
        ),
        pytest.param(b"x" * 20_000_001, Status.ERROR, "TooLarge", id="too large"),
        pytest.param("<p>Hi</p>".encode("utf-16"), Status.NOT_ARTICLE, None, id="UTF-16"),
        pytest.param("<p>Hi</p>".encode("utf-16-le"), Status.NOT_ARTICLE, None, id="no mark"),
        pytest.param("<p>Hi</p>".encode("utf-32"), Status.NOT_ARTICLE, None, id="UTF-32"),
        pytest.param(
            b"\xff\xfe" + bytes(range(256)) * 8, Status.ERROR, "NotText", id="a mark by chance"
        ),
        pytest.param(b"<p>Hi\x00</p>" + b" " * 90, Status.NOT_ARTICLE, None, id="a stray NUL"),
    ],
)
def test_statuses(data: bytes, status: Status, error_type: str | None) -> None:
    found = outcome(data)
    assert (found.status, found.error_type) == (status, error_type)
    assert (found.article is None) == (status is Status.ERROR)


def test_a_story_is_ok() -> None:
    story = next(iter(sorted((Path(__file__).parents[1] / "fixtures").glob("*/page.html"))))
    assert outcome(story.read_bytes()).status == Status.OK


def test_a_failure_of_the_reader_is_an_error() -> None:
    found = outcome(b"half a p", failure=Failure("Damaged", "the data end too early"))
    assert (found.status, found.error_type) == (Status.ERROR, "Damaged")
    assert found.article is None


def test_an_exception_that_is_called_error_gets_its_module() -> None:
    assert Failure.of(zlib.error("bad")) == ("zlib.error", "bad")
    assert Failure.of(ValueError("bad")) == ("ValueError", "bad")


def test_a_row_has_the_columns_of_the_schema() -> None:
    row = row_of(outcome(page(1)))
    assert list(row) == SCHEMA.names
    assert {field.name for field in dataclasses.fields(Article)} < set(row)
    assert not any(field.type in (pa.null(), pa.binary()) for field in SCHEMA)


@pytest.mark.parametrize(
    ("column", "cls"),
    [("authors", Author), ("quotes", Quote), ("images", Image), ("chrome", Chrome)],
)
def test_nested_columns_have_the_fields_of_their_classes(column: str, cls: Any) -> None:
    fields = [field.name for field in dataclasses.fields(cls)]
    assert [field.name for field in SCHEMA.field(column).type.value_type] == fields


def test_the_schema_is_locked() -> None:
    """A change of the schema is a change of its version: raise SCHEMA_VERSION (not before
    the first release, while it is 1), and write what follows to schema.txt."""
    lines = [f"version {SCHEMA_VERSION}", *(f"{field.name}: {field.type}" for field in SCHEMA)]
    shown = "".join(f"{line}\n" for line in lines)
    assert shown == (Path(__file__).parent / "schema.txt").read_text("utf-8")
    assert SCHEMA.metadata == {b"newsclean.schema": str(SCHEMA_VERSION).encode()}


def test_rows_and_articles_are_the_same() -> None:
    how = Extraction(extractor=full)
    found = outcome_of(Document("x", b"page", url="https://news.example/"), how)
    row = row_of(found)
    assert article_of(row) == FULL
    (back,) = batch_of([found]).to_pylist()
    assert back == row
    assert article_of(back) == FULL


def test_a_row_without_an_article_is_null_in_its_columns() -> None:
    row = row_of(outcome(b"\x89PNG"))
    assert all(row[field.name] is None for field in dataclasses.fields(Article))
    assert article_of(row) is None


@pytest.mark.parametrize(
    "limits", [None, Limits(workers=1, timeout=1)], ids=["here", "in workers"]
)
def test_extract_batch_has_a_row_for_each_document_in_order(limits: Limits | None) -> None:
    texts = [b"one", b"RAISE it", b"", b"SURROGATE", b"two"]
    if limits is not None:
        texts += [b"SEGV", b"SLEEP", b"three"]
    batch = pa.RecordBatch.from_pylist(
        [{"id": str(n), "data": data} for n, data in enumerate(texts)]
    )
    found = extract_batch(batch, Extraction(extractor=poison.extract), limits)
    assert found.schema == SCHEMA
    assert found.column("id").to_pylist() == [str(n) for n in range(len(texts))]
    statuses = found.column("status").to_pylist()
    assert statuses[:5] == ["ok", "error", "ok", "ok", "ok"]
    assert statuses[5:] == ["crashed", "timeout", "ok"][: len(texts) - 5]


def test_extract_batch_takes_what_readers_give() -> None:
    documents = [
        Document("a", page(1), url="https://news.example/1", source="s", record_id="r", offset=3),
        Document("b", "Żółw", kind="text"),
        Document("c", b"half", failure=Failure("Damaged", "why")),
    ]
    batch = input_batch(documents)
    assert batch.schema == INPUT_SCHEMA
    back = documents_of(batch)
    assert back[0] == documents[0]
    assert back[1].data == "Żółw".encode()
    assert back[1].encoding == "utf-8"
    assert back[2] == documents[2]
    rows = extract_batch(batch).to_pylist()
    expected = [row_of(outcome_of(document, Extraction())) for document in documents]
    for row in (*rows, *expected):
        row.pop("elapsed_ms")
    assert rows == expected
    assert (rows[0]["source_url"], rows[0]["offset"]) == ("https://news.example/1", 3)


def test_extract_batch_of_no_documents() -> None:
    assert extract_batch(pa.RecordBatch.from_pylist([], INPUT_SCHEMA)).num_rows == 0


def test_extract_batch_says_what_is_missing() -> None:
    with pytest.raises(ValueError, match="id"):
        extract_batch(pa.RecordBatch.from_pylist([{"data": b"x"}]))


def test_the_pipeline_itself_gives_the_same_article() -> None:
    now = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    found = outcome_of(Document("x", page(3)), Extraction(now=now))
    assert article_of(row_of(found)) == newsclean.extract(page(3), now=now)
