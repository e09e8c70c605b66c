"""Tar archives."""

import io
import tarfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.read.nested import read_member
from newsclean.batch.read.place import Place


def read_tar(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """The files of a tar archive, as a stream."""
    with tarfile.open(fileobj=stream, mode="r|", errorlevel=0) as archive:
        for info in archive:
            if not info.isfile():
                continue
            own = place.inside(info.name)
            member = archive.extractfile(info)
            if member is not None:
                yield from read_member(io.BufferedReader(_Forward(member)), own)
            # The archive remembers every member; a million of them are gigabytes.
            archive.members = []  # type: ignore[attr-defined]


class _Forward(io.RawIOBase):
    """A member of an archive that is read as a stream: it says that it can seek, and cannot."""

    def __init__(self, member: IO[bytes]) -> None:
        self._member = member

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._member.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
