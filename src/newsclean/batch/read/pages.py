"""A file that is one document."""

from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.outcomes import too_large
from newsclean.batch.read.place import Place


def read_html(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """A file of markup."""
    yield _page(stream, place, "html")


def read_text(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """A file of flat text."""
    yield _page(stream, place, "text")


def read_page(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """A file of either."""
    yield _page(stream, place, "auto")


def _page(stream: BinaryIO, place: Place, kind: str) -> Document:
    limit = place.options.max_bytes
    data = stream.read(limit + 1)
    if len(data) <= limit:
        return place.document(data=data, kind=kind)
    size = limit + 1
    while block := stream.read(1 << 20):
        size += len(block)
    return place.document(kind=kind, failure=too_large(size, limit))
