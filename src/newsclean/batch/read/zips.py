"""Zip archives."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.read.nested import read_member
from newsclean.batch.read.place import Place
from newsclean.batch.read.streams import seekable

# A member that is encrypted, packed by an unknown method, or whose header or checksum is bad.
UNREADABLE = (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError)


def read_zip(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """The members of a zip archive, in the order of its directory."""
    with zipfile.ZipFile(seekable(stream)) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            own = place.inside(info.filename)
            try:
                with archive.open(info) as member:
                    yield from read_member(member, own)  # type: ignore[arg-type]
            except UNREADABLE as error:  # the next may be fine
                yield own.broken(type(error).__name__, str(error))
