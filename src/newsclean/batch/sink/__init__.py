"""Where rows go: shards of Parquet or JSON Lines, or a SQLite database."""

from pathlib import Path
from typing import Protocol

from newsclean.batch.worker import Pack

FORMATS = ("parquet", "jsonl", "sqlite")
COMPRESSIONS = ("none", "gzip", "zstd")


class Shard(Protocol):
    """A shard that is being written, under a temporary name."""

    def write(self, data: bytes) -> None:
        """Add rows as :attr:`Sink.pack` made them."""

    def finish(self) -> int:
        """All rows are there: write them out for good, still under the temporary name.
        The size in bytes."""

    def publish(self) -> None:
        """Give the finished shard its name. It is there afterwards as a whole, or not."""

    def drop(self) -> None:
        """Forget it."""


class Sink(Protocol):
    """A format of output, in a directory."""

    pack: Pack
    """Outcomes to bytes; run by workers, and so picklable."""
    warm: tuple[str, ...]
    """Modules that :attr:`pack` needs and that workers should share."""

    def open(self, name: str) -> Shard:
        """Begin the shard ``name``."""

    def has(self, name: str, size: int) -> bool:
        """Whether the shard ``name`` is there, as large as when it was published."""

    def remove(self, name: str) -> None:
        """Remove a published shard, if it is there."""

    def close(self) -> None:
        """Leave the sink."""


def make_sink(form: str, out: Path, temporary: Path, compression: str | None) -> Sink:
    """The sink of a format. Each is imported only when it is asked for."""
    if form == "parquet":
        from newsclean.batch.sink.parquet import ParquetSink

        return ParquetSink(out, temporary, compression or "zstd")
    if form == "jsonl":
        from newsclean.batch.sink.jsonl import JsonLinesSink

        return JsonLinesSink(out, temporary, compression or "none")
    from newsclean.batch.sink.sqlite import SqliteSink

    return SqliteSink(out, temporary)
