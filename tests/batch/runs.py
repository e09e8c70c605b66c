"""Running batches in tests, and reading what they wrote."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from newsclean.batch import Extraction, Limits, Summary, run
from tests.batch import poison

HOW = Extraction(extractor=poison.extract)
LIMITS = Limits(workers=2, timeout=2.0, memory_mb=400)


TEXTS = {f"{n:02d}.txt": f"page {n}".encode() for n in range(25)}
BAD = {"90.txt": b"SEGV", "91.txt": b"RAISE it", "92.txt": b"SURROGATE", "93.txt": b"  \n"}


def directory(path: Path, files: dict[str, bytes] | None = None) -> Path:
    path.mkdir(exist_ok=True)
    for name, data in (TEXTS if files is None else files).items():
        (path / name).write_bytes(data)
    return path


def shards(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir() if path.is_file())


def batch(source: Any, out: Path, **options: Any) -> Summary:
    """A run with the extractor of the tests."""
    return run(source, out, **{"how": HOW, "limits": LIMITS, "format": "jsonl", **options})


def rows(out: Path) -> list[dict[str, Any]]:
    """The rows of an output, of whatever format, by their ids; without what differs from
    run to run."""
    found: list[dict[str, Any]] = []
    for path in sorted(out.iterdir()):
        read = _READERS.get("".join(path.suffixes[-2:] if path.suffix == ".gz" else [path.suffix]))
        if path.is_file() and read is not None:
            found += read(path)
    for row in found:
        row.pop("elapsed_ms")
    return sorted(found, key=lambda row: str(row["id"]))


def _lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


def _zst(path: Path) -> list[dict[str, Any]]:
    import zstandard

    with path.open("rb") as file:
        reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        return _lines(reader.read())


def _parquet(path: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    return list(pq.read_table(path).to_pylist())


def _sqlite(path: Path) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        found = [dict(row) for row in connection.execute("SELECT * FROM articles")]
    for row in found:
        row.pop("shard")
        for name, value in row.items():
            if isinstance(value, str) and value[:1] in "[{" and name not in ("text", "id"):
                row[name] = json.loads(value)
    return found


_READERS: dict[str, Callable[[Path], list[dict[str, Any]]]] = {
    ".jsonl": lambda path: _lines(path.read_bytes()),
    ".jsonl.gz": lambda path: _lines(gzip.decompress(path.read_bytes())),
    ".zst": _zst,
    ".parquet": _parquet,
    ".sqlite": _sqlite,
}
