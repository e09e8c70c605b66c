"""Text broken at a fixed width, as mail, Usenet and wire services send it: paragraphs made
whole again."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_TERMINAL = tuple(".!?…\"”'’»“)。！？」』؟।:;")
# Mail, Usenet and wire services wrap at 60 to 80 columns; narrower is a printed column.
_NARROWEST, _WIDEST = 38, 100
# Lines of the chosen width's neighbourhood: wrapped lines end within a word of the edge.
_RAGGED = 9
_OPENS = re.compile(r"(?:[•·*‣▪●◦–—+-]|\d{1,3}[.)])\s|#{1,6}\s|\|")
_QUOTED = re.compile(r"(?:>\s?){1,9}")


class Line(NamedTuple):
    """A line that holds something."""

    text: str
    gap: int = 0
    """Blank lines before it."""
    indent: int = 0
    """Columns of white space before it."""
    raw: str | None = None
    """``text`` as it was read, with its non-breaking spaces, where it has any."""


def unquote(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without the marks by which mail and Usenet quote, where whole runs of lines
    have them."""
    marked = [line.text.startswith(">") for line in lines]
    cleaned = []
    for i, line in enumerate(lines):
        in_run = marked[i] and (
            (i > 0 and marked[i - 1]) or (i + 1 < len(lines) and marked[i + 1])
        )
        text = _QUOTED.sub("", line.text, count=1) if in_run else line.text
        if not text:
            continue
        # The blank lines of a quoted text hold a mark alone.
        gap = max(line.gap, int(in_run and i > 0 and lines[i - 1].text.strip("> ") == ""))
        cleaned.append(Line(text, gap, 0 if in_run else line.indent))
    return cleaned


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width that the paragraphs were broken at; None if they were not.

    A line is full where the next one's first word would not have fitted in. Of the long
    lines of wrapped prose all but the paragraphs' last are full, and most of those stop in
    mid-sentence.
    """
    lengths = Counter(len(line.text) + line.indent for line in lines)
    width = _commonest_width(lengths) if len(lines) >= 4 else None
    if width is None:
        return None
    # One in thirty: web addresses, and a table or two.
    if sum(n for length, n in lengths.items() if length > width) > max(1, len(lines) // 30):
        return None
    pairs = [
        (a, b)
        for a, b in pairwise(lines)
        if not b.gap and 0.6 * width <= len(a.text) + a.indent <= width
    ]
    full = [a for a, b in pairs if is_full(a, b, width)]
    open_ended = sum(1 for a in full if not a.text.endswith(_TERMINAL))
    # Lines that were never wrapped are full by chance, one in four of them. Set on
    # hand-made wrappings at 60 to 80 columns.
    if len(full) < max(3, len(lines) // 10):
        return None
    if len(full) < 0.6 * len(pairs) or open_ended < 0.6 * len(full):
        return None
    return width


def _commonest_width(lengths: Counter[int]) -> int | None:
    """The length that the most lines stay just under."""
    best, found = 0, None
    for width in range(_NARROWEST, _WIDEST + 1):
        if not lengths[width]:
            continue
        near = sum(lengths[length] for length in range(width - _RAGGED, width + 1))
        if near >= best:
            best, found = near, width
    return found


def is_full(line: Line, after: Line, width: int) -> bool:
    """Would the first word of ``after`` have gone beyond ``width`` on ``line``?"""
    word = after.text[: width + 1].split(" ", 1)[0]
    size = len(line.text) + line.indent
    # Some programs count a column less.
    return width - 2 - len(word) <= size + 1 <= width + 3


def unwrap(lines: Sequence[Line], width: int) -> list[Line]:
    """The paragraphs of text wrapped at ``width``: they end at a blank line, before an
    indented line or a list mark, and after a line that is not full."""
    usual = min(line.indent for line in lines)
    paragraphs: list[list[Line]] = []
    previous: Line | None = None
    for line in lines:
        joins = (
            previous is not None
            and not line.gap
            and not (line.indent > usual + 1 and previous.indent <= usual + 1)
            and not _OPENS.match(line.text)
            and is_full(previous, line, width)
        )
        if joins:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        previous = line
    return [_joined(paragraph) for paragraph in paragraphs]


def _joined(lines: Sequence[Line]) -> Line:
    """The lines of one paragraph as one; a word cut at its hyphen is whole again."""
    parts = [lines[0].text]
    for before, line in pairwise(lines):
        hyphen = before.text.endswith("-") and line.text[:1].islower()
        parts.append(line.text if hyphen else f" {line.text}")
    return lines[0]._replace(text="".join(parts))
