"""Batches: archives in, one row for each page out.

``newsclean batch SOURCE… -o OUT`` and :func:`run` read archives of pages and write shards;
:func:`extract_many` maps an iterable; both run documents in worker processes that are
killed and replaced when a document hangs, exhausts memory or crashes.

**The row law.** Each input :class:`Document` gives exactly one :class:`Outcome`, and each
outcome one row with the columns of :data:`SCHEMA`: where the document stands (``id``,
``source``, ``record_id``, ``offset``, ``source_url``), what became of it (``status``, one of
:class:`Status`; ``error_type``, ``error_message``, ``elapsed_ms``), ``duplicate_of`` (null
unless near-duplicates are looked for), and the fields of its :class:`newsclean.Article`
with the derived ``text``. Columns of the article are null where there is none (error,
timeout, crashed). :func:`row_of` makes the row, :func:`article_of` the article again.

**The seam for engines.** :func:`extract_batch` takes a ``pyarrow.RecordBatch`` with the
columns of :data:`INPUT_SCHEMA` (``id`` and ``data`` are enough) and gives one of
:data:`SCHEMA` with as many rows, in the same order, whatever the documents are. It is a
plain function of a module: Ray's ``map_batches(batch_format="pyarrow")``, Spark's
``mapInArrow`` and the like can call it. With ``limits`` it isolates documents in worker
processes of its own. :func:`documents` is the reader that every engine shares and
:func:`newsclean.batch.arrow.input_batch` makes batches of what it reads.

**The schema** is explicit and versioned: ``SCHEMA.metadata[b"newsclean.schema"]`` is
:data:`SCHEMA_VERSION`. All formats and engines write the same columns.

Nothing of this is needed by a base install; what is missing is named by
:class:`newsclean.MissingExtraError`: ``pip install 'newsclean[batch]'``.
"""

from typing import TYPE_CHECKING, Any

from newsclean.batch.document import Document, Failure, Outcome, Status
from newsclean.batch.local import run
from newsclean.batch.many import extract_many
from newsclean.batch.options import Extraction, Limits, Reading
from newsclean.batch.outcomes import outcome_of
from newsclean.batch.read import documents
from newsclean.batch.report import Summary
from newsclean.batch.rows import article_of, row_of

if TYPE_CHECKING:
    from newsclean.batch.arrow import INPUT_SCHEMA, SCHEMA, SCHEMA_VERSION, extract_batch

__all__ = [
    "INPUT_SCHEMA",
    "SCHEMA",
    "SCHEMA_VERSION",
    "Document",
    "Extraction",
    "Failure",
    "Limits",
    "Outcome",
    "Reading",
    "Status",
    "Summary",
    "article_of",
    "documents",
    "extract_batch",
    "extract_many",
    "outcome_of",
    "row_of",
    "run",
]

_OF_ARROW = ("INPUT_SCHEMA", "SCHEMA", "SCHEMA_VERSION", "extract_batch")


def __getattr__(name: str) -> Any:
    # pyarrow takes a fifth of a second to import and may be missing: only who asks pays.
    if name in _OF_ARROW:
        from newsclean.batch import arrow

        return getattr(arrow, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
