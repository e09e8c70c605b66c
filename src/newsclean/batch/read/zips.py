"""Zip archives."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document, Failure
from newsclean.batch.read.nested import read_member
from newsclean.batch.read.place import Place
from newsclean.batch.read.streams import is_damage, seekable

# A member that is encrypted, packed by an unknown method, or whose header or checksum is bad.
UNREADABLE = (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError)
_ENCRYPTED = 1


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
                yield own.broken(*unread(error, info))


def unread(error: Exception, info: zipfile.ZipInfo) -> Failure:
    """Why a member could not be opened."""
    if info.flag_bits & _ENCRYPTED:
        return Failure("Encrypted", str(error))
    return Failure("Damaged", str(error)) if is_damage(error) else Failure.of(error)
