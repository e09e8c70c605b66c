"""Runs: one row for each document, in shards that are whole, going on where they stopped."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from newsclean.batch import Extraction, Outcome, Status, article_of
from newsclean.batch.local import Report
from newsclean.batch.sink.sqlite import SqliteSink
from newsclean.batch.state import DIRECTORY, OtherRunError, State
from tests.batch import poison
from tests.batch.archives import zip_of
from tests.batch.runs import BAD, TEXTS, batch, directory, rows, shards


def test_each_document_has_one_row(source: Path, plain: list[dict[str, Any]]) -> None:
    assert [row["id"] for row in plain] == [str(source / name) for name in sorted(TEXTS | BAD)]
    statuses = [row["status"] for row in plain]
    assert statuses == ["ok"] * 25 + ["crashed", "error", "ok", "ok"]
    assert (plain[25]["error_type"], plain[25]["text"]) == ("SIGSEGV", None)
    assert plain[26]["error_message"] == "it"
    assert plain[27]["text"] == "half a ? pair"
    article = article_of(plain[3])
    assert article is not None
    assert article == poison.story("page 3")


@pytest.mark.parametrize(
    ("form", "compression", "suffix"),
    [
        ("jsonl", "gzip", ".jsonl.gz"),
        ("jsonl", "zstd", ".jsonl.zst"),
        ("parquet", None, ".parquet"),
        ("sqlite", None, ".sqlite"),
    ],
)
def test_every_format_has_the_same_rows(
    source: Path,
    plain: list[dict[str, Any]],
    tmp_path: Path,
    form: str,
    compression: str | None,
    suffix: str,
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    if compression == "zstd":
        pytest.importorskip("zstandard")
    summary = batch(source, tmp_path, format=form, compression=compression, rows_per_shard=10)
    assert rows(tmp_path) == plain
    assert summary.documents == len(plain)
    assert summary.shards == 3
    assert all(name.endswith(suffix) for name in shards(tmp_path))
    again = batch(source, tmp_path, format=form, compression=compression, rows_per_shard=10)
    assert again.done_before == len(plain)
    assert rows(tmp_path) == plain


def test_the_summary(source: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "photo.png").write_bytes(b"\x89PNG\x00")
    reports: list[Report] = []
    summary = batch([source, tmp_path / "more"], tmp_path / "out", report=reports.append)
    assert summary.statuses == {"ok": 27, "crashed": 1, "error": 1}
    assert summary.languages == {"en": 27, "unknown": 2}
    assert sum(summary.passed_over.values()) == 1
    assert reports[-1].done == 29
    assert 0 < reports[-1].bytes_read <= reports[-1].bytes_total
    again = batch([source, tmp_path / "more"], tmp_path / "out")
    assert (again.statuses, again.languages, again.passed_over, again.done_before) == (
        summary.statuses,
        summary.languages,
        summary.passed_over,
        29,
    )


def test_each_archive_has_its_own_shards(tmp_path: Path) -> None:
    source = directory(tmp_path / "in", {"loose.txt": b"loose"})
    zip_of(source / "a.zip", TEXTS)
    zip_of(source / "b.zip", {})
    (source / "sub").mkdir()
    zip_of(source / "sub" / "a.zip", dict(list(TEXTS.items())[:3]))
    batch(source, tmp_path / "out", rows_per_shard=10)
    names = [name.rpartition(".")[0] for name in shards(tmp_path / "out")]
    assert sorted(re.sub(r"zip-[0-9a-f]{8}", "zip", name) for name in names) == [
        *("a.zip-00000", "a.zip-00000", "a.zip-00001", "a.zip-00002"),
        "b.zip-00000",
        "pages-00000",
    ]
    assert len(rows(tmp_path / "out")) == 29


def test_restart_does_everything_again(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path, rows_per_shard=5)
    summary = batch(source, tmp_path, rows_per_shard=50, restart=True)
    assert summary.done_before == 0
    assert len(shards(tmp_path)) == 1


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"format": "sqlite"}, "format"),
        ({"rows_per_shard": 7}, "rows_per_shard"),
        ({"how": Extraction(language="de", extractor=poison.extract)}, "language"),
        ({"compression": "gzip"}, "compression"),
    ],
)
def test_other_options_need_another_output(
    tmp_path: Path, options: dict[str, Any], named: str
) -> None:
    source = directory(tmp_path / "in", {"a.txt": b"x"})
    batch(source, tmp_path / "out")
    with pytest.raises(OtherRunError, match=rf"\({named}\)"):
        batch(source, tmp_path / "out", **options)


def test_relative_dates_count_from_the_first_run(tmp_path: Path) -> None:
    source = directory(tmp_path / "in", {"a.txt": b"x"})
    batch(source, tmp_path / "out")
    path = tmp_path / "out" / DIRECTORY / "run.json"
    first = json.loads(path.read_text())["now"]
    batch(source, tmp_path / "out")
    assert json.loads(path.read_text())["now"] == first


def test_two_runs_in_one_output(source: Path, tmp_path: Path) -> None:
    held = State(tmp_path)
    with pytest.raises(OtherRunError, match="another run"):
        batch(source, tmp_path)
    held.close()
    batch(source, tmp_path)


def test_the_output_may_lie_in_the_input(tmp_path: Path) -> None:
    source = directory(tmp_path)
    options: dict[str, Any] = {"quarantine": tmp_path / "bad"}
    (tmp_path / "bad.txt").write_bytes(b"RAISE it")
    for _ in range(2):
        assert batch(source, tmp_path / "out", **options).documents == 26


def test_quarantine_keeps_the_bytes(source: Path, tmp_path: Path) -> None:
    batch(source, tmp_path / "out", quarantine=tmp_path / "bad")
    kept = {
        json.loads(path.read_text())["id"]: path.with_suffix(".bin").read_bytes()
        for path in (tmp_path / "bad").glob("*.json")
    }
    assert kept == {str(source / name): BAD[name] for name in ("90.txt", "91.txt")}
    assert len(list((tmp_path / "bad").iterdir())) == 4


def test_a_full_disk_stops_the_run_and_it_goes_on_later(
    source: Path, plain: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsclean.batch.sink.files import FileShard

    def full(shard: FileShard) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(FileShard, "finish", full)
        with pytest.raises(OSError, match="No space"):
            batch(source, tmp_path, rows_per_shard=10)
    assert shards(tmp_path) == []
    batch(source, tmp_path, rows_per_shard=10)
    assert rows(tmp_path) == plain


def test_a_full_database_is_as_a_full_disk(tmp_path: Path) -> None:
    sink = SqliteSink(tmp_path, tmp_path)
    sink._connection.execute("PRAGMA max_page_count = 20")
    shard = sink.open("a")
    outcomes = [Outcome(f"{n}", Status.OK, poison.story("x" * 9000)) for n in range(20)]
    shard.write(sink.pack(outcomes))
    size = shard.finish()
    with pytest.raises(OSError, match="full"):
        shard.publish()
    assert not sink.has("a", size)
    sink.close()


@pytest.mark.parametrize(
    "options",
    [{"format": "xml"}, {"compression": "rar"}, {"rows_per_shard": 0}],
    ids=["format", "compression", "rows"],
)
def test_wrong_options(tmp_path: Path, options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must be"):
        batch(directory(tmp_path / "in"), tmp_path / "out", **options)


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        batch(tmp_path / "nothing", tmp_path / "out")
    assert not (tmp_path / "out").exists()
