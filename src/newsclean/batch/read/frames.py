"""WARC records cut out of a file, whatever state it is in.

Libraries stop at the first damaged record (FastWARC with an error, warcio silently), and
both take a truncated file for a whole one. So records are cut out here, by their lengths
and with a look at what follows, and only a record that is whole goes to the library.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from newsclean.batch.read.pieces import Piece, pieces

_VERSION = b"WARC/"
_END = b"\r\n\r\n"
_LENGTH = re.compile(rb"\r\ncontent-length[ \t]{0,9}:[ \t]{0,9}(\d{1,18})[ \t]{0,9}\r\n", re.I)
# Headers of a record; real ones have some hundred bytes, long addresses some thousand.
_MOST_HEADERS = 65536
# Behind a record: two line ends, then the next record's version.
_AFTER = len(_END) + len(_VERSION)


class Frame(NamedTuple):
    """A record, or what is left of one."""

    data: bytes
    """Headers and block; of a damaged one what could be had, up to the limit."""
    offset: int
    """Offset in the file of the record or of the compressed member that it begins in."""
    part: str
    """``offset``, and for a record within a member its place there: unlike all others."""
    damage: str | None = None
    length: int | None = None
    """Set for a whole record that is larger than the limit; ``data`` is its beginning."""


def frames(raw: BinaryIO, compression: str | None, limit: int) -> Iterator[Frame]:
    """The records of a file in their order; no record over ``limit`` bytes is held."""
    content = _Content(pieces(raw, compression), plain=compression is None)
    while True:
        content.skip_line_ends()
        offset, part = content.place()
        if not content.data:
            if content.damage is not None and not content.told:
                yield Frame(b"", offset, part, content.damage)
            if not content.go_on():
                return
            continue
        yield _frame(content, offset, part, limit)


def _frame(content: "_Content", offset: int, part: str, limit: int) -> Frame:
    """The record that begins here; what follows it is next."""
    head = content.header_end()
    length = _LENGTH.search(content.data, 0, head) if head else None
    if head is None or length is None or not content.data.startswith(_VERSION):
        message = "no WARC record begins here"
        if content.stopped and content.next_record(1) is None:
            return content.broken_off(offset, part, message)
        data = content.drop_to_next(1, limit)[0]
        return Frame(data, offset, part, content.blame(offset, message))
    size = int(length.group(1))
    whole = head + size
    wrong = f"Content-Length {size} is wrong"
    if size > limit:
        data, dropped = content.drop_to_next(head, limit)
        if 0 <= dropped - whole <= len(_END):
            return Frame(data, offset, part, None, size)
        return Frame(data, offset, part, content.blame(offset, f"{wrong}, or the file ends"))
    content.fill(whole + _AFTER)
    if content.ends_record(whole):
        data = bytes(content.data[:whole])
        content.drop(whole)
        return Frame(data, offset, part)
    if content.stopped and content.next_record(head) is None:
        short = len(content.data) < whole
        return content.broken_off(offset, part, "the file ends within it" if short else wrong)
    data = content.drop_to_next(head, limit)[0]
    return Frame(data, offset, part, content.blame(offset, wrong))


class _Content:
    """What was read of the pieces and not yet used, up to the next damage."""

    def __init__(self, source: Iterator[Piece], *, plain: bool) -> None:
        self._source, self._plain = source, plain
        self.data = bytearray()
        self._marks: list[tuple[int, int, int]] = []  # index in data, offset, inner
        self.stopped = False
        """Nothing more can be had before damage, or at all."""
        self.damage: str | None = None
        self.told = False
        """The damage has been reported, as that of a record that had begun."""
        self._damaged_at = 0

    def fill(self, size: int) -> None:
        """Have ``size`` bytes at hand, if there are as many before the next damage."""
        while len(self.data) < size and not self.stopped:
            self._read()

    def _read(self) -> None:
        piece = next(self._source, None)
        if piece is None:
            self.stopped = True
        elif piece.damage is not None:
            self.stopped, self.damage, self._damaged_at = True, piece.damage, piece.offset
        else:
            self._marks.append((len(self.data), piece.offset, piece.inner))
            self.data += piece.data

    def go_on(self) -> bool:
        """Read on behind damage; False at the end."""
        at_end = self.damage is None
        self.stopped, self.damage, self.told = False, None, False
        self.data.clear()
        self._marks.clear()
        return not at_end

    def place(self) -> tuple[int, str]:
        """Offset and part of what is at hand, or of the damage."""
        self.fill(1)
        if not self.data:
            return self._damaged_at, f"{self._damaged_at}!"
        index, offset, inner = self._marks[0]
        within = inner - index
        if self._plain:
            return within, str(within)
        return offset, f"{offset}+{within}" if within else str(offset)

    def skip_line_ends(self) -> None:
        """Drop what stands between records."""
        while True:
            self.fill(1)
            size = len(self.data) - len(self.data.lstrip(b"\r\n"))
            if not size:
                return
            self.drop(size)

    def drop(self, size: int) -> None:
        """Forget the first ``size`` bytes."""
        del self.data[:size]
        marks = [(index - size, offset, inner) for index, offset, inner in self._marks]
        # The last mark at or before the new beginning still tells where that is.
        first = max((i for i, mark in enumerate(marks) if mark[0] <= 0), default=0)
        self._marks = marks[first:]

    def header_end(self) -> int | None:
        """Index behind the headers of the record that begins here."""
        size = 4096
        while True:
            self.fill(size)
            found = self.data.find(_END, 0, _MOST_HEADERS)
            if found >= 0:
                return found + len(_END)
            if self.stopped or size >= _MOST_HEADERS:
                return None
            size *= 4

    def ends_record(self, index: int) -> bool:
        """Whether a record that ends at ``index`` is followed by another one or the end."""
        if len(self.data) < index:
            return False
        if any(index <= mark <= index + len(_END) and not inner for mark, _, inner in self._marks):
            return True
        rest = bytes(self.data[index : index + _AFTER])
        behind = rest.lstrip(b"\r\n")
        if not behind:
            return self.stopped and not self._is_damaged_here()
        return len(behind) < len(rest) and _VERSION.startswith(behind[: len(_VERSION)])

    def next_record(self, start: int) -> int | None:
        """Index of the next record that begins in what is at hand."""
        found = self.data.find(_END + _VERSION, max(0, start - len(_END)))
        places = [found + len(_END)] if found >= 0 else []
        places += [
            mark
            for mark, _, inner in self._marks
            if mark >= start and not inner and self.data.startswith(_VERSION, mark)
        ]
        return min(places, default=None)

    def drop_to_next(self, start: int, limit: int) -> tuple[bytes, int]:
        """Drop everything before the next record that begins at ``start`` or later: the
        beginning of what was dropped, and how much it was."""
        kept, dropped = bytearray(), 0
        while True:
            found = self.next_record(start)
            end = found
            if end is None:
                # The last bytes may be the beginning of what is looked for.
                end = len(self.data) if self.stopped else max(0, len(self.data) - _AFTER)
            kept += self.data[: min(end, max(0, limit - len(kept)))]
            dropped += end
            self.drop(end)
            if found is not None or self.stopped:
                return bytes(kept), dropped
            start = 0
            self._read()

    def broken_off(self, offset: int, part: str, message: str) -> Frame:
        """The record that begins here ends with the file, with its member or at damage."""
        others = (mark for mark, _, inner in self._marks if mark > 0 and not inner)
        end = min(others, default=len(self.data))
        if end == len(self.data) and self._is_damaged_here():
            self.told = True
            message = self.damage or message
        frame = Frame(bytes(self.data[:end]), offset, part, message)
        self.drop(end)
        return frame

    def blame(self, offset: int, message: str) -> str:
        """What is wrong with a record that was dropped up to the next one: ``message``, or
        the damage that was met if it is that of the record's own member, at ``offset``.

        A truncated member can look like one with a wrong length: what follows it in the
        file is taken for its data until that does not work out.
        """
        if self.damage is None or self.data or self._damaged_at != offset:
            return message
        self.told = True
        return self.damage

    def _is_damaged_here(self) -> bool:
        """Whether it is the member read last that is damaged, and not the next one."""
        return self.damage is not None and self._marks[-1][1] == self._damaged_at
