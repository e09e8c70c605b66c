"""Flat text to a Page: one block for each line that was a block once.

Three ways of flattening are undone first: text wrapped at a fixed width, dumps that put
every inline element on a line of its own, and Markdown.
"""

import re
from collections.abc import Sequence

from newsclean.page import Block, Kind, Page
from newsclean.read.dense import close_up
from newsclean.read.fragments import glue, is_fragmented, joins
from newsclean.read.marks import is_marked, unmark
from newsclean.read.mojibake import mend
from newsclean.read.pieces import PIECE, pieces
from newsclean.read.record import split_record
from newsclean.read.unwrap import Line, unquote, unwrap, wrap_width

_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = {0xAD: None, 0xFEFF: None, 0x200B: None, 0x2060: None, 0x00: None}
# Lines of which so many stand in a page are no article's: they are not looked at one by one.
_MOST_LINES = 50_000


def read_text(
    text: str,
    *,
    url: str | None = None,
    encoding: str | None = None,
    problems: tuple[str, ...] = (),
) -> Page:
    """The page of a flat text."""
    text, found = mend(text)
    problems = (*problems, *found)
    lines = _lines(text)
    quoted = [line.text for line in lines if line.text.startswith(">")]
    if len(quoted) > 2 and any(text.strip("> ") for text in quoted):
        lines = unquote(lines)
    width = wrap_width(lines)
    if width is not None:
        lines = unwrap(lines, width)
    elif len(lines) <= _MOST_LINES and is_fragmented(
        [line.text for line in lines], [line.gap for line in lines]
    ):
        lines = _join_fragments(lines)
    lines, claims = split_record(lines)
    # Markdown drops lines, and with them the places that claims name: no dump is both.
    blocks = _plain(lines) if claims else _blocks(lines)
    notes = problems if blocks else (*problems, "no content")
    return Page("text", blocks, claims=claims, url=url, encoding=encoding, problems=notes)


_SPACES = re.compile(r"\s+")


def _lines(text: str) -> list[Line]:
    """The lines that hold something, with the blank lines before each."""
    lines = []
    gap = 0
    for raw in _LINE_ENDS.split(text.translate(_INVISIBLE)):
        folded = close_up(_folded(raw))
        if folded:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(folded, gap, indent, _verbatim(raw)))
            gap = 0
        else:
            gap += 1
    return lines


def _folded(raw: str) -> str:
    """``raw`` with white space folded to single spaces."""
    if len(raw) <= PIECE:
        return " ".join(raw.split())
    parts = (" ".join(piece.split()) for piece in pieces(raw))
    return " ".join(part for part in parts if part)


def _verbatim(raw: str) -> str | None:
    """``raw`` folded, but for non-breaking spaces that stand alone; None if it has none."""
    if "\xa0" not in raw:
        return None
    parts = pieces(raw.strip())
    return "".join(
        _SPACES.sub(lambda run: run[0] if run[0] == "\xa0" else " ", part) for part in parts
    )


def _join_fragments(lines: Sequence[Line]) -> list[Line]:
    """The lines with sentences whole again."""
    goes_on = [False, *joins([line.text for line in lines])]
    starts = [i for i, on in enumerate(goes_on) if not on or lines[i].gap]
    whole = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        parts = [lines[start].text]
        for i in range(start + 1, end):
            parts += (glue(lines[i - 1].text, lines[i].text), lines[i].text)
        whole.append(lines[start]._replace(text="".join(parts)))
    return whole


def _still(line: Line) -> str | None:
    """The line's verbatim form, if the line is still the one that was read."""
    raw = line.raw
    return raw if raw is not None and raw.replace("\xa0", " ") == line.text else None


def _plain(lines: Sequence[Line]) -> tuple[Block, ...]:
    return tuple(Block(line.text, Kind.LINE, gap=line.gap, raw=_still(line)) for line in lines)


def _blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    if not is_marked([line.text for line in lines]):
        return _plain(lines)
    blocks = []
    gap = 0
    for line in lines:
        marked = unmark(line.text)
        gap = max(gap, line.gap)
        if not marked.text:
            continue
        blocks.append(
            Block(
                marked.text,
                Kind.HEADING if marked.level else Kind.LINE,
                marked.level,
                link_chars=marked.link_chars,
                strong_chars=marked.strong_chars,
                gap=gap,
            )
        )
        gap = 0
    return tuple(blocks)
