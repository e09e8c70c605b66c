"""A file that is one document."""

from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.outcomes import too_large
from newsclean.batch.read.place import Place

# Asked for all that a page may have, a stream allocates that much for every page, which
# leaves the allocator with ever more holes: 100 MB after a million pages.
_BLOCK = 1 << 17


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
    blocks, size = list[bytes](), 0
    while block := stream.read(_BLOCK):
        size += len(block)
        if size <= limit:
            blocks.append(block)
        else:
            blocks.clear()
    if size > limit:
        return place.document(kind=kind, failure=too_large(size, limit))
    return place.document(data=b"".join(blocks), kind=kind)
