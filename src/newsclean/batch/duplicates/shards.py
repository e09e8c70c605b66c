"""Finished shards, read for what is compared, and written again with ``duplicate_of``."""

import contextlib
import gzip
import io
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from newsclean.batch.needs import need
from newsclean.batch.sink import Sink
from newsclean.batch.sink.files import FileSink, sync_directory


class Brief(NamedTuple):
    """What of a row is compared, and what it says now."""

    id: str
    source: str | None
    offset: int | None
    text: str | None
    duplicate_of: str | None


_COLUMNS = list(Brief._fields)
_COLUMN = "duplicate_of"
_ROWS = 1000


def briefs(sink: Sink, name: str) -> Iterator[Brief]:
    """The rows of a shard."""
    if not isinstance(sink, FileSink):
        for row in _sqlite(sink).rows(name, _COLUMNS):
            yield Brief(*row)
        return
    path = sink.path(name)
    if path.suffix == ".parquet":
        for batch in (
            need("pyarrow.parquet").ParquetFile(path).iter_batches(_ROWS, columns=_COLUMNS)
        ):
            for row in batch.to_pylist():
                yield Brief(**row)
        return
    with _opened(path) as lines:
        for line in lines:
            row = json.loads(line)
            yield Brief(*(row[column] for column in _COLUMNS))


@contextlib.contextmanager
def rewrite(
    sink: Sink, name: str, temporary: Path, found: Mapping[str, str]
) -> Iterator[int | None]:
    """Write a shard again, with what was ``found`` for its ids; its new name is given to it
    after the block. Yields its size; None where the format keeps it."""
    if not isinstance(sink, FileSink):
        yield None
        _sqlite(sink).mark(name, found)
        return
    final = sink.path(name)
    part = temporary / f"{final.name}.part"
    write: Callable[..., None] = _parquet if final.suffix == ".parquet" else _lines
    write(final, part, found, sink)
    with part.open("rb") as file:
        os.fsync(file.fileno())
    yield part.stat().st_size
    part.replace(final)
    sync_directory(final.parent)


def _sqlite(sink: Sink) -> Any:
    """The sink of SQLite, which has rows to ask for and to change."""
    return sink


def _parquet(final: Path, part: Path, found: Mapping[str, str], sink: Any) -> None:
    pa, pq = need("pyarrow"), need("pyarrow.parquet")
    with pq.ParquetFile(final) as old:
        column = old.schema_arrow.get_field_index(_COLUMN)
        with pq.ParquetWriter(part, old.schema_arrow, compression=sink.compression) as new:
            for group in range(old.num_row_groups):
                table = old.read_row_group(group)
                values = [found.get(one) for one in table.column("id").to_pylist()]
                field = table.schema.field(column)
                new.write_table(table.set_column(column, field, pa.array(values, field.type)))


def _lines(final: Path, part: Path, found: Mapping[str, str], sink: Any) -> None:
    with _opened(final) as lines, part.open("wb") as new:
        rows: list[dict[str, Any]] = []
        for line in lines:
            row = json.loads(line)
            row[_COLUMN] = found.get(row["id"])
            rows.append(row)
            if len(rows) == _ROWS:
                new.write(sink.pack.rows(rows))
                rows = []
        if rows:
            new.write(sink.pack.rows(rows))


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The lines of a shard, whatever its compression."""
    with path.open("rb") as file:
        if path.suffix == ".gz":
            with gzip.open(file) as plain:
                yield io.BufferedReader(plain)
        elif path.suffix == ".zst":
            decompressor = need("zstandard").ZstdDecompressor()
            yield io.BufferedReader(decompressor.stream_reader(file, read_across_frames=True))
        else:
            yield file
