"""JSON Lines, Parquet, CSV and SQLite."""

import csv
import gzip
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newsclean.batch import Document, Reading, documents
from tests.batch.archives import page

ROWS = [
    {"id": f"n{n}", "html": page(n).decode(), "url": f"https://news.example/{n}", "other": n}
    for n in range(3)
]


def jsonl(path: Path, rows: list[dict[str, Any]]) -> Path:
    path = path / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def as_csv(path: Path, rows: list[dict[str, Any]]) -> Path:
    path = path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def tsv(path: Path, rows: list[dict[str, Any]]) -> Path:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter="\t")
    writer.writeheader()
    writer.writerows(rows)
    path = path / "a.tsv.gz"
    path.write_bytes(gzip.compress(text.getvalue().encode()))
    return path


def sqlite(path: Path, rows: list[dict[str, Any]]) -> Path:
    path = path / "a.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        names = ", ".join(f'"{name}"' for name in rows[0])
        connection.execute(f"CREATE TABLE pages ({names})")
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(
            f"INSERT INTO pages VALUES ({marks})", [list(row.values()) for row in rows]
        )
    return path


def parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(rows), path / "a.parquet")
    return path / "a.parquet"


TABLES = [jsonl, as_csv, tsv, sqlite, parquet]


def read(path: Path, **options: Any) -> list[Document]:
    return list(documents(path, Reading(**options)))


def text(document: Document) -> str:
    data = document.data
    return data.decode() if isinstance(data, bytes) else data


@pytest.mark.parametrize("write", TABLES)
def test_usual_names_are_known(tmp_path: Path, write: Any) -> None:
    path = write(tmp_path, ROWS)
    found = read(path)
    assert [text(one) for one in found] == [row["html"] for row in ROWS]
    assert [one.record_id for one in found] == ["n0", "n1", "n2"]
    assert [one.url for one in found] == [row["url"] for row in ROWS]
    assert [one.id for one in found] == [f"{path}#{n}" for n in range(3)]
    assert [one.offset for one in found] == [0, 1, 2]
    assert {one.kind for one in found} == {"html"}


@pytest.mark.parametrize("write", TABLES)
def test_names_by_option(tmp_path: Path, write: Any) -> None:
    rows = [{"html": "wrong", "words": "Flat words.", "key": "k", "place": "https://x.example/"}]
    (found,) = read(
        write(tmp_path, rows), text_column="words", id_column="key", url_column="place"
    )
    assert (text(found), found.kind) == ("Flat words.", "text")
    assert (found.record_id, found.url) == ("k", "https://x.example/")


@pytest.mark.parametrize("write", TABLES)
def test_a_page_without_markup_may_have_text(tmp_path: Path, write: Any) -> None:
    rows = [{"html": "<p>One</p>", "text": "One"}, {"html": "", "text": "Two"}]
    found = read(write(tmp_path, rows))
    assert [(text(one), one.kind) for one in found] == [("<p>One</p>", "html"), ("Two", "text")]


@pytest.mark.parametrize("write", [as_csv, sqlite, parquet])
def test_no_column_for_pages_is_one_failure_that_names_those_that_are_there(
    tmp_path: Path, write: Any
) -> None:
    (found,) = read(write(tmp_path, [{"weight": 3, "height": 4}]))
    assert found.failure is not None
    assert "weight, height" in found.failure.message


@pytest.mark.parametrize("write", [as_csv, sqlite, parquet])
def test_a_column_that_is_not_there_is_one_failure(tmp_path: Path, write: Any) -> None:
    (found,) = read(write(tmp_path, ROWS), html_column="markup")
    assert found.failure is not None
    assert "'markup'" in found.failure.message


def test_bad_lines_cost_themselves(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [
        b'{"html": "<p>One</p>"}',
        b"{broken",
        b"",
        b'["no", "object"]',
        b'{"weight": 3}',
        b'{"html": 3}',
        b'{"html": "\xff\xfe"}',
        b"[" * 100_000,
        b'{"html": null}',
        b'{"html": "<p>Two</p>"}',
    ]
    path.write_bytes(b"\n".join(lines))
    found = read(path)
    whole = [text(one) for one in found if one.failure is None]
    assert whole == ["<p>One</p>", "", "<p>Two</p>"]
    assert len(found) == 9
    assert len({one.id for one in found}) == 9


def test_a_line_that_is_too_long_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = ["<p>One</p>", "x" * 300_000, "<p>Two</p>"]
    path.write_text("\n".join(json.dumps({"html": row}) for row in rows))
    found = read(path, max_bytes=10_000)
    assert [one.failure and one.failure.error_type for one in found] == [None, "TooLarge", None]


def test_a_truncated_file_ends_with_what_could_be_read(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"html": page(n).decode()}).encode() + b"\n" for n in range(500))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-1000])
    found = read(path)
    whole = [one for one in found if one.failure is None]
    assert [text(one) for one in whole] == [page(n).decode() for n in range(len(whole))]
    assert found[-1].failure is not None
    assert found[-1].failure.error_type == "Damaged"
    assert len(whole) > 100


def test_a_csv_field_that_is_too_long_costs_its_row(tmp_path: Path) -> None:
    csv.field_size_limit(131072)
    rows = [{"html": "<p>One</p>"}, {"html": "x" * 400_000}, {"html": "<p>Two</p>"}]
    found = read(as_csv(tmp_path, rows), max_bytes=200_000)
    whole = [text(one) for one in found if one.failure is None]
    assert whole[0] == "<p>One</p>"
    assert whole[-1] == "<p>Two</p>"
    assert any(one.failure for one in found)


def test_a_truncated_parquet_file_is_one_failure(tmp_path: Path) -> None:
    path = parquet(tmp_path, ROWS)
    path.write_bytes(path.read_bytes()[:-50])
    (found,) = read(path)
    assert found.failure is not None


def test_which_table_of_several(tmp_path: Path) -> None:
    path = sqlite(tmp_path, ROWS)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE other (html)")
        connection.execute("INSERT INTO other VALUES (?)", (page(9),))
    (found,) = read(path)
    assert found.failure is not None
    assert "other, pages" in found.failure.message
    (found,) = read(path, table="other")
    assert found.data == page(9)


def test_a_database_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(b"no database" * 100)
    (found,) = read(path)
    assert found.failure is not None
    assert found.failure.error_type == "DatabaseError"


def test_bytes_in_columns(tmp_path: Path) -> None:
    (found,) = read(sqlite(tmp_path, [{"html": "<p>Мост</p>".encode("koi8-r")}]))
    assert found.data == "<p>Мост</p>".encode("koi8-r")
