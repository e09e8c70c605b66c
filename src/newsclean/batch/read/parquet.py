"""Parquet files."""

from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.needs import need
from newsclean.batch.read.columns import Columns
from newsclean.batch.read.place import Place
from newsclean.batch.read.streams import seekable

# Rows that are in memory at once; pages are seldom over a megabyte.
_ROWS = 32


def read_parquet(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """A document a row; only columns that are needed are read."""
    pq = need("pyarrow.parquet", "pyarrow")
    columns = Columns(place.options)
    file = pq.ParquetFile(seekable(stream))
    wanted = columns.wanted(file.schema_arrow.names)
    n = 0
    for batch in file.iter_batches(batch_size=_ROWS, columns=wanted):
        for row in batch.to_pylist():
            yield columns.document(row, n, place)
            n += 1
