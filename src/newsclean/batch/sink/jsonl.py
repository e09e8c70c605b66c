"""JSON Lines, plain or compressed."""

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsclean.batch.document import Outcome
from newsclean.batch.needs import need
from newsclean.batch.rows import Row, clean, row_of
from newsclean.batch.sink.files import FileShard, FileSink

# Fast levels: the text shrinks to a quarter, and extraction stays the slow part.
_GZIP_LEVEL = 4
_ZSTD_LEVEL = 3
_SUFFIXES = {"none": ".jsonl", "gzip": ".jsonl.gz", "zstd": ".jsonl.zst"}


@dataclass(frozen=True)
class PackJsonLines:
    """Rows as lines. Compressed, each chunk is a gzip member or zstd frame of its own: a
    file of them is a valid file, and workers share the work."""

    compression: str

    def __call__(self, outcomes: Sequence[Outcome]) -> bytes:
        """The lines of ``outcomes``."""
        return self.rows(row_of(outcome) for outcome in outcomes)

    def rows(self, rows: Iterable[Row]) -> bytes:
        """The lines of ``rows``."""
        lines = b"".join(json_line(row) for row in rows)
        if self.compression == "gzip":
            return gzip.compress(lines, _GZIP_LEVEL, mtime=0)
        if self.compression == "zstd":
            packed: bytes = need("zstandard").ZstdCompressor(level=_ZSTD_LEVEL).compress(lines)
            return packed
        return lines


def json_line(row: Row) -> bytes:
    """A row as one line of JSON in UTF-8."""
    try:
        return json.dumps(row, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(clean(row), ensure_ascii=False).encode() + b"\n"


class JsonLinesSink(FileSink):
    """A directory of ``.jsonl`` files."""

    def __init__(self, out: Path, temporary: Path, compression: str) -> None:
        super().__init__(out, temporary)
        if compression == "zstd":
            need("zstandard")
        self.suffix = _SUFFIXES[compression]
        self.pack = PackJsonLines(compression)

    def open(self, name: str) -> FileShard:
        """Begin a shard."""
        return FileShard(self.path(name), self.temporary)
