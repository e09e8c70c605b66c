"""Runs go on where they stopped, and see what has changed meanwhile."""

import os
from pathlib import Path
from typing import Any

import pytest

from newsclean.batch import Limits
from newsclean.batch.local import Report
from newsclean.batch.state import DIRECTORY
from tests.batch.archives import zip_of
from tests.batch.runs import TEXTS, batch, directory, rows, shards


class StopError(Exception):
    """Stands for whatever ends a run."""


def stop_after(count: int) -> Any:
    def report(state: Report) -> None:
        if state.done >= count:
            raise StopError

    return report


@pytest.mark.parametrize("form", ["jsonl", "sqlite", "parquet"])
def test_a_run_goes_on_where_it_stopped(
    source: Path, plain: list[dict[str, Any]], tmp_path: Path, form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    options: dict[str, Any] = {
        "format": form,
        "rows_per_shard": 6,
        "limits": Limits(workers=2, chunk=2),
    }
    done = []
    for count in (8, 10):
        with pytest.raises(StopError):
            batch(source, tmp_path, report=stop_after(count), **options)
        assert not list((tmp_path / DIRECTORY).glob("tmp/*"))
        found = rows(tmp_path) if shards(tmp_path) else []
        assert [row for row in plain if row["id"] in {r["id"] for r in found}] == found
        done.append(len(found))
    summary = batch(source, tmp_path, **options)
    assert summary.done_before == done[-1] > 0
    assert rows(tmp_path) == plain


def test_an_archive_goes_on_where_it_stopped(tmp_path: Path) -> None:
    source = zip_of(tmp_path / "a.zip", TEXTS)
    options: dict[str, Any] = {"rows_per_shard": 5, "limits": Limits(workers=2, chunk=2)}
    out = tmp_path / "out"
    with pytest.raises(StopError):
        batch(source, out, report=stop_after(14), **options)
    assert 0 < len(shards(out)) < 5
    summary = batch(source, out, **options)
    assert summary.done_before >= 5
    assert [row["text"] for row in rows(out)] == [f"page {n}" for n in range(25)]


def test_a_shard_that_was_removed_is_made_again(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path, rows_per_shard=10)
    before = rows(tmp_path)
    (tmp_path / shards(tmp_path)[1]).unlink()
    summary = batch(source, tmp_path, rows_per_shard=10)
    assert summary.done_before == 19
    assert rows(tmp_path) == before


def test_a_torn_line_in_the_journal_is_no_harm(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path, rows_per_shard=10)
    before = rows(tmp_path)
    journal = tmp_path / DIRECTORY / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-40])
    batch(source, tmp_path, rows_per_shard=10)
    assert rows(tmp_path) == before


def test_input_that_has_changed_is_done_again(tmp_path: Path) -> None:
    source = directory(tmp_path / "in")
    zip_of(source / "a.zip", TEXTS)
    out = tmp_path / "out"
    batch(source, out, rows_per_shard=10)
    (source / "00.txt").unlink()
    (source / "a0.txt").write_bytes(b"new")
    for name in list(TEXTS)[1:15]:
        (source / name).unlink()
    zip_of(source / "a.zip", dict(list(TEXTS.items())[:4]))
    os.utime(source / "a.zip", (1, 1))
    batch(source, out, rows_per_shard=10)
    found = rows(out)
    assert len(found) == 11 + 4
    assert len({row["id"] for row in found}) == 15
    assert [name[:6] for name in shards(out)] == ["a.zip-", "pages-", "pages-"]
