"""Paragraphs that single line breaks part, as pages of the 2000s and old systems set them."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclean.page import Kind
from newsclean.read.folding import fold

# Kinds of blocks that can be several paragraphs.
_KINDS = frozenset((Kind.PARAGRAPH, Kind.TEXT, Kind.CELL))

_TERMINAL = tuple(".!?…\"”'’»“)。！？」』؟।:")
# Length of a line that is a paragraph and no verse or line of an address; dense scripts say
# as much in a third of it. The longest verse in common metres is some 65 characters.
_FULL, _FULL_DENSE = 80, 27
# A line that is a paragraph even with none beside it.
_LONG = 160
# Share of the text in such lines: addresses and results between them stay as they are.
_MOSTLY = 0.6
_SHORT = 60
# Least length of a full line of wrapped prose: mail and wires wrap at 60 to 80.
_WRAPPED = 40
_CODE = re.compile(r"[{}=<>|\t]|\S {3,}\S|;\n")
_BLANK_LINES = re.compile(r"\n[ \t]*\n")


class Piece(NamedTuple):
    """A paragraph, and how much of it stands in links and in bold."""

    text: str
    links: int
    strongs: int


class _Line(NamedTuple):
    text: str
    links: int
    strongs: int
    fonts: bool
    """Does it stand in a ``<font>`` element of its own?"""


class Breaks:
    """The line breaks and ``<font>`` elements of a text that is being gathered."""

    def __init__(self) -> None:
        # How many characters stood in links and in bold up to each break, and its place in
        # the buffer.
        self._marks: list[tuple[int, int, int]] = []
        self._fonts: list[tuple[int, int]] = []
        self.any = False

    def mark(self, links: int, strongs: int, at: int) -> None:
        """A line break, the buffer's part ``at``."""
        self._marks.append((links, strongs, at))
        self.any = True

    def font(self, start: int, end: int) -> None:
        """A ``<font>`` element that holds the buffer's parts from ``start`` to ``end``."""
        self._fonts.append((start, end))
        self.any = True

    def take(self, parts: Sequence[str], links: int, strongs: int, kind: Kind) -> list[Piece]:
        """The paragraphs of the text in the buffer, and a fresh start; none where it is one
        paragraph, or lines that are none."""
        marks, fonts = self._marks, self._fonts
        self._marks, self._fonts, self.any = [], [], False
        if not marks or kind not in _KINDS:
            return []
        ends: dict[int, list[int]] = {}
        for first, end in fonts:
            ends.setdefault(first, []).append(end)
        lines = []
        past_links = past_strongs = start = 0
        for link, strong, at in (*marks, (links, strongs, len(parts))):
            text = fold("".join(parts[start:at]))
            if text:
                own = bool(ends) and _is_in_fonts(parts, start, at, ends)
                lines.append(_Line(text, link - past_links, strong - past_strongs, own))
                past_links, past_strongs = link, strong
            start = at + 1
        pieces = _grouped(lines, _is_prose(lines)) if len(lines) > 1 else []
        return pieces if len(pieces) > 1 else []


def unwrapped(text: str) -> list[Piece]:
    """The paragraphs of preformatted text that is prose, wrapped at some width; none where
    it is code, verse or a table."""
    if _CODE.search(text):
        return []
    pieces = []
    wrapped = size = 0
    for part in _BLANK_LINES.split(text):
        lines = part.strip().split("\n")
        # All lines of a wrapped paragraph but the last are full.
        if len(lines) > 1 and min(len(line.strip()) for line in lines[:-1]) < _WRAPPED:
            return []
        paragraph = fold(part)
        if paragraph:
            pieces.append(Piece(paragraph, 0, 0))
            size += len(paragraph)
            wrapped += len(paragraph) if len(lines) > 1 and paragraph.endswith(_TERMINAL) else 0
    return pieces if wrapped > _MOSTLY * size else []


def _is_in_fonts(
    parts: Sequence[str], start: int, end: int, ends: Mapping[int, Sequence[int]]
) -> bool:
    """Does one ``<font>`` element hold all of a line, and no more?"""
    first, last = start, end
    while parts[first].isspace():
        first += 1
    while parts[last - 1].isspace():
        last -= 1
    return any(
        last <= found <= end for at in range(start, first + 1) for found in ends.get(at, ())
    )


def _is_prose(lines: Sequence[_Line]) -> bool:
    full = [
        len(line.text)
        for line in lines
        if line.text.endswith(_TERMINAL)
        and line.links < 0.5 * len(line.text)
        and _is_full(line.text)
    ]
    if not full or (len(full) == 1 and full[0] < _LONG):
        return False
    return sum(full) >= _MOSTLY * sum(len(line.text) for line in lines)


def _is_full(text: str) -> bool:
    if len(text) >= _FULL:
        return True
    dense = not text.isascii() and "\u2e80" <= max(text[:40]) <= "\ud7ff"
    return dense and len(text) >= _FULL_DENSE


def _grouped(lines: Sequence[_Line], prose: bool) -> list[Piece]:
    """The lines joined where no paragraph ends.

    In prose short lines in a row, bold ones apart, are an address, results or verses. In
    other text a line ends where one of its own ``<font>`` begins: headline, deck and byline
    in one cell.
    """
    groups: list[list[_Line]] = []
    before: _Line | None = None
    for line in lines:
        parted = before is None or _is_set_apart(line, before)
        if prose and not parted and before is not None:
            both_short = _is_short(line) and _is_short(before)
            parted = not both_short or _is_bold(line) != _is_bold(before)
        if parted:
            groups.append([line])
        else:
            groups[-1].append(line)
        before = line
    return [
        Piece(
            "\n".join(line.text for line in group),
            sum(line.links for line in group),
            sum(line.strongs for line in group),
        )
        for group in groups
    ]


def _is_set_apart(line: _Line, before: _Line) -> bool:
    """Do the fonts of two lines say that they are two things?"""
    if line.fonts and before.fonts:
        return True
    return (line.fonts or before.fonts) and _is_bold(line) != _is_bold(before)


def _is_short(line: _Line) -> bool:
    return len(line.text) < _SHORT and not line.text.endswith(_TERMINAL)


def _is_bold(line: _Line) -> bool:
    return line.strongs >= 0.9 * len(line.text)
