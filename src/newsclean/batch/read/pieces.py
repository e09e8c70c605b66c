"""The content of a WARC file in pieces, behind damage too.

A truncated or corrupt gzip member costs itself: the next member is looked for and read.
"""

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from newsclean.batch.read.streams import MAKERS, damages

_BLOCK = 65536
_GZIP_MAGIC = b"\x1f\x8b\x08"


class Piece(NamedTuple):
    """Some content, or word of damage."""

    data: bytes
    offset: int
    """Where in the file the compressed member begins that it is of; 0 in plain files."""
    inner: int
    """How much of the content of that member, or of the plain file, precedes it."""
    damage: str | None = None
    """What is broken. Content after this does not follow on content before it."""


def pieces(raw: BinaryIO, compression: str | None) -> Iterator[Piece]:
    """The content of ``raw``, a stream in which one can seek, if it is compressed."""
    if compression is None:
        inner = 0
        while block := raw.read(_BLOCK):
            yield Piece(block, 0, inner)
            inner += len(block)
        return
    start: int | None = 0
    rest = b""
    while start is not None:
        member = _Member(raw, start, rest, compression)
        yield from member.pieces()
        if member.damage is None:
            start, rest = member.end, member.rest
        else:
            yield Piece(b"", start, 0, member.damage)
            start, rest = _next_member(raw, start + 1, compression), b""


class _Member:
    """One gzip member, bzip2 stream or zstd frame."""

    def __init__(self, raw: BinaryIO, start: int, ready: bytes, compression: str) -> None:
        self._raw, self._start, self._ready = raw, start, ready
        self._compression = compression
        self.damage: str | None = None
        self.end: int | None = None
        """Where the next one begins; None at the end of the file."""
        self.rest = b""
        """What was read of the next one already."""

    def pieces(self) -> Iterator[Piece]:
        """The content, as far as it can be had; sets ``damage`` or ``end`` and ``rest``."""
        one = MAKERS[self._compression]()
        data = self._ready or self._raw.read(_BLOCK)
        read = len(data)  # so the file stands at start + read
        inner = 0
        padding = len(data) - len(data.lstrip(b"\x00"))
        if padding:
            self.end, self.rest = self._start + padding, data[padding:]
            return
        if not data:
            return
        try:
            while data or one.pending:
                found = one.decompress(data)
                if found:
                    yield Piece(found, self._start, inner)
                    inner += len(found)
                if one.eof:
                    self.rest = one.rest
                    self.end = self._start + read - len(self.rest)
                    return
                data = b"" if one.pending else self._raw.read(_BLOCK)
                read += len(data)
        except damages() as error:
            self.damage = f"{self._compression}: {error}"
        else:
            self.damage = f"{self._compression}: the data end too early"


def _next_member(raw: BinaryIO, start: int, compression: str) -> int | None:
    """Where, from ``start`` on, the next gzip member with a WARC record begins; the stream
    is left there."""
    if compression != "gzip":
        return None
    raw.seek(start)
    offset, held = start, b""
    while block := raw.read(_BLOCK):
        held += block
        at = held.find(_GZIP_MAGIC)
        while at >= 0:
            if at + 512 > len(held):  # too near the end of what was read to be judged
                held += raw.read(512)
            if _begins_a_record(held[at : at + 512]):
                raw.seek(offset + at)
                return offset + at
            at = held.find(_GZIP_MAGIC, at + 1)
        keep = len(_GZIP_MAGIC) - 1
        offset += len(held) - keep
        held = held[-keep:]
    return None


def _begins_a_record(head: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(head, 64).startswith(b"WARC/")
    except zlib.error:
        return False
