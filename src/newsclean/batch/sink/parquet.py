"""Parquet, with the exported schema."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.batch.arrow import SCHEMA, batch_of
from newsclean.batch.document import Outcome
from newsclean.batch.needs import need
from newsclean.batch.sink.files import FileSink, sync_directory

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq
else:
    pa = need("pyarrow")
    pq = need("pyarrow.parquet")

# A row group holds this many rows, or bytes if that comes first: large enough to compress
# well, small enough that several open shards fit in memory.
_GROUP_ROWS = 1000
_GROUP_BYTES = 32_000_000


def pack(outcomes: Sequence[Outcome]) -> bytes:
    """Outcomes as a stream of Arrow's interprocess format."""
    return stream_of(batch_of(list(outcomes)))


def stream_of(rows: Any) -> bytes:
    """A batch of rows as a stream of Arrow's interprocess format."""
    buffer = pa.BufferOutputStream()
    with pa.ipc.new_stream(buffer, SCHEMA) as stream:
        stream.write_batch(rows)
    data: bytes = buffer.getvalue().to_pybytes()
    return data


class ParquetShard:
    """A Parquet file that is being written."""

    def __init__(self, final: Path, temporary: Path, compression: str) -> None:
        self._final = final
        self._path = temporary / f"{final.name}.part"
        self._writer = pq.ParquetWriter(self._path, SCHEMA, compression=compression)
        self._batches: list[Any] = []
        self._rows = self._bytes = 0

    def write(self, data: bytes) -> None:
        """Add rows; they are written out a row group at a time."""
        for batch in pa.ipc.open_stream(data):
            self._batches.append(batch)
            self._rows += batch.num_rows
            self._bytes += batch.nbytes
        if self._rows >= _GROUP_ROWS or self._bytes >= _GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._batches:
            self._writer.write_table(pa.Table.from_batches(self._batches, SCHEMA))
        self._batches, self._rows, self._bytes = [], 0, 0

    def finish(self) -> int:
        """Everything on disk, under the temporary name; the size in bytes."""
        self._flush()
        self._writer.close()
        with self._path.open("rb") as file:
            os.fsync(file.fileno())
        return self._path.stat().st_size

    def publish(self) -> None:
        """Rename it, within one file system: atomic."""
        self._path.replace(self._final)
        sync_directory(self._final.parent)

    def drop(self) -> None:
        """Remove the temporary file."""
        try:
            self._writer.close()
        except OSError:  # a full disk: the file goes all the same
            pass
        finally:
            self._path.unlink(missing_ok=True)


class ParquetSink(FileSink):
    """A directory of Parquet files."""

    warm: tuple[str, ...] = ("newsclean.batch.warm_arrow",)
    suffix = ".parquet"

    def __init__(self, out: Path, temporary: Path, compression: str) -> None:
        super().__init__(out, temporary)
        self.compression = compression
        self.pack = pack

    def open(self, name: str) -> ParquetShard:
        """Begin a shard."""
        return ParquetShard(self.path(name), self.temporary, self.compression)
