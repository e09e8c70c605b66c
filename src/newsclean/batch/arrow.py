"""The exported schemas, and :func:`extract_batch`, the one seam for engines."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsclean.batch.document import Document, Failure, Outcome
from newsclean.batch.needs import need
from newsclean.batch.options import Extraction, Limits
from newsclean.batch.outcomes import outcome_of
from newsclean.batch.rows import COLUMNS, Row, clean, row_of
from newsclean.batch.shapes import FIELD, Shape

# Arrow's own allocators reserve address space in gigabytes, which counts as memory where
# a worker's memory is limited.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")

if TYPE_CHECKING:
    import pyarrow as pa
else:
    pa = need("pyarrow")

SCHEMA_VERSION = 1
"""Raised whenever a column is added, removed or changes its type or meaning."""


_STRING = pa.string()
_PLAIN = {
    "str": _STRING,
    "int": pa.int32(),
    "long": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
}
_REQUIRED = ("id", "status", "elapsed_ms")


def _type(shape: Shape) -> Any:
    if shape.kind == "list" and shape.item is not None:
        return pa.list_(_type(shape.item))
    if shape.kind == "by field" and shape.item is not None:
        return pa.list_(_struct(((FIELD, Shape("str")), *shape.item.fields)))
    if shape.kind == "struct":
        return _struct(shape.fields)
    return _PLAIN[shape.kind]


def _struct(fields: Iterable[tuple[str, Shape]]) -> Any:
    return pa.struct([pa.field(name, _type(shape)) for name, shape in fields])


SCHEMA = pa.schema(
    [
        pa.field(name, _type(shape), nullable=name not in _REQUIRED)
        for name, shape in COLUMNS.items()
    ],
    metadata={"newsclean.schema": str(SCHEMA_VERSION)},
)
"""The columns of what comes out, one row for each document. ``tests/batch/schema.txt`` shows
them."""

INPUT_SCHEMA = pa.schema(
    [
        pa.field("id", _STRING, nullable=False),
        pa.field("data", pa.binary()),
        pa.field("kind", _STRING),
        pa.field("url", _STRING),
        pa.field("encoding", _STRING),
        pa.field("language", _STRING),
        pa.field("source", _STRING),
        pa.field("record_id", _STRING),
        pa.field("offset", pa.int64()),
        pa.field("error_type", _STRING),
        pa.field("error_message", _STRING),
    ],
    metadata={"newsclean.schema": str(SCHEMA_VERSION)},
)
"""The columns that :func:`extract_batch` reads: those of :class:`Document`, its failure in
two columns. ``id`` and ``data`` are required, the others may be missing; ``data`` may be
binary or string."""


def extract_batch(
    batch: "pa.RecordBatch",
    how: Extraction | None = None,
    limits: Limits | None = None,
) -> "pa.RecordBatch":
    """The rows (:data:`SCHEMA`) of a batch of documents (:data:`INPUT_SCHEMA`).

    As many rows as documents, in their order. Without ``limits`` documents run in this
    process: exceptions are rows, but nothing stops a document that hangs or crashes. With
    ``limits`` they run in worker processes of this process, kept between calls, and a
    document that does so is a row as well.

    Raises ValueError where ``id`` or ``data`` is missing, and TypeError where a column is
    of a type that cannot be cast.
    """
    documents = documents_of(batch)
    if limits is None:
        outcomes = [outcome_of(document, how or Extraction()) for document in documents]
    else:
        from newsclean.batch.many import kept_outcomes

        outcomes = kept_outcomes(documents, how or Extraction(), limits)
    return batch_of(outcomes)


def documents_of(batch: "pa.RecordBatch") -> list[Document]:
    """The documents of a batch with the columns of :data:`INPUT_SCHEMA`."""
    names = set(batch.schema.names)
    if missing := {"id", "data"} - names:
        raise ValueError(f"the batch lacks the columns {', '.join(sorted(missing))}")
    documents = []
    for row in batch.select([n for n in INPUT_SCHEMA.names if n in names]).to_pylist():
        error_type, message = row.pop("error_type", None), row.pop("error_message", None)
        if error_type is not None:
            row["failure"] = Failure(error_type, message or "")
        if row["data"] is None:
            row["data"] = b""
        row["kind"] = row.get("kind") or "auto"
        documents.append(Document(**row))
    return documents


def input_batch(documents: list[Document]) -> "pa.RecordBatch":
    """Documents, as readers give them, as a batch for :func:`extract_batch`."""
    rows = []
    for document in documents:
        row = document._asdict()
        failure = row.pop("failure")
        row["error_type"], row["error_message"] = failure or (None, None)
        if isinstance(document.data, str):
            # The text is known: its bytes must not be taken for those of another charset.
            row["data"] = document.data.encode("utf-8", "replace")
            row["encoding"] = "utf-8"
        rows.append(row)
    return pa.RecordBatch.from_pylist(rows, schema=INPUT_SCHEMA)


def batch_of(outcomes: list[Outcome]) -> "pa.RecordBatch":
    """Outcomes as a batch of :data:`SCHEMA`."""
    rows: list[Row] = [row_of(outcome) for outcome in outcomes]
    try:
        return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    except UnicodeEncodeError:
        return pa.RecordBatch.from_pylist([clean(row) for row in rows], schema=SCHEMA)
