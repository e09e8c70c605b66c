"""JSON Lines."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document, Failure
from newsclean.batch.outcomes import too_large
from newsclean.batch.read.columns import Columns
from newsclean.batch.read.place import Place

# A page in JSON takes more than its own bytes: six for a character at worst.
_ESCAPED = 2


def read_jsonl(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """An object a line; blank lines are none."""
    columns = Columns(place.options)
    limit = place.options.max_bytes * _ESCAPED
    n = 0
    while line := stream.readline(limit):
        if len(line) >= limit and not line.endswith(b"\n"):
            size = len(line)
            while more := stream.readline(limit):
                size += len(more)
                if more.endswith(b"\n"):
                    break
            yield place.document(n, offset=n, failure=too_large(size, limit))
        elif not line.strip():
            continue
        else:
            yield _document(line, n, columns, place)
        n += 1


def _document(line: bytes, n: int, columns: Columns, place: Place) -> Document:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return place.broken(*Failure.of(error), n, data=line, offset=n)
    if not isinstance(row, dict):
        message = f"not an object but {type(row).__name__}"
        return place.broken("BadRow", message, n, data=line, offset=n)
    return columns.document(row, n, place)
