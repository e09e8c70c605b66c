"""Flat text to a Page: one block for each line that was a block once.

Two ways of flattening break lines inside sentences and are undone first: text wrapped
at a fixed width, and dumps that put every inline element on a line of its own.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.page import Block, Kind, Page

_LINE_ENDS = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = {0xAD: None, 0xFEFF: None, 0x200B: None, 0x00: None}
_TERMINAL = tuple(".!?…\"”'’»“)。！？」』؟।:;")
_CONTINUES = re.compile(r"[,.;:!?)\]’”»%]|['’](?:s|re|ll|ve|d|t)\b|[–—-]\s?[a-zà-ÿ]")

# Mail, Usenet and wire services wrap at 60 to 80 columns; a little slack for both ends.
_WIDTHS = (50, 90)


class _Line(NamedTuple):
    text: str
    gap: int
    indent: int


def read_text(
    text: str,
    *,
    url: str | None = None,
    encoding: str | None = None,
    problems: tuple[str, ...] = (),
) -> Page:
    """The page of a flat text."""
    lines = _lines(text)
    if _is_wrapped(lines):
        lines = _unwrap(lines)
    elif _is_fragmented(lines):
        lines = _join_fragments(lines)
    blocks = tuple(Block(line.text, Kind.LINE, gap=line.gap) for line in lines)
    notes = problems if blocks else (*problems, "no content")
    return Page("text", blocks, url=url, encoding=encoding, problems=notes)


def _lines(text: str) -> list[_Line]:
    """The lines that hold something, with the blank lines before each."""
    lines = []
    gap = 0
    for raw in _LINE_ENDS.split(text.translate(_INVISIBLE)):
        folded = " ".join(raw.split())
        if folded:
            lines.append(_Line(folded, gap, len(raw) - len(raw.lstrip())))
            gap = 0
        else:
            gap += 1
    return lines


def _is_wrapped(lines: Sequence[_Line]) -> bool:
    """Were the paragraphs broken at a fixed width?"""
    if len(lines) < 4 or max(len(line.text) for line in lines) > 100:
        return False
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.gap]
    low, high = _WIDTHS
    full = sum(1 for a, _ in pairs if low <= len(a.text) <= high)
    open_ended = sum(1 for a, _ in pairs if not a.text.endswith(_TERMINAL))
    # Wrapped prose fills most of its lines, and most of them end in mid-sentence; the
    # shares were set on hand-made wrappings at 60 to 80 columns.
    return len(pairs) >= 3 and full >= 0.6 * len(pairs) and open_ended >= 0.5 * len(pairs)


def _unwrap(lines: Sequence[_Line]) -> list[_Line]:
    """The paragraphs of a wrapped text: they end at a blank line, at an indented line, and
    after a short line."""
    width = max(len(line.text) + line.indent for line in lines)
    usual = min(line.indent for line in lines)
    result: list[_Line] = []
    previous: _Line | None = None
    for line in lines:
        joins = (
            previous is not None
            and not line.gap
            and not (line.indent > usual + 1 and previous.indent <= usual + 1)
            and len(previous.text) + previous.indent >= 0.6 * width
        )
        if joins:
            last = result[-1]
            hyphen = last.text.endswith("-") and line.text[:1].islower()
            result[-1] = last._replace(text=f"{last.text}{'' if hyphen else ' '}{line.text}")
        else:
            result.append(line)
        previous = line
    return result


def _is_fragmented(lines: Sequence[_Line]) -> bool:
    """Does every inline element stand on a line of its own?"""
    if len(lines) < 4:
        return False
    blank = sum(1 for line in lines if line.gap)
    broken = sum(1 for line in lines[1:] if not line.gap and _goes_on(line.text))
    # Lines hardly ever open in lower case or with a comma unless a sentence was cut.
    return blank <= 0.05 * len(lines) and broken >= 0.02 * len(lines)


def _goes_on(text: str) -> bool:
    """Does a line open as the middle of a sentence does?"""
    return text[0].islower() or _CONTINUES.match(text) is not None


def _join_fragments(lines: Sequence[_Line]) -> list[_Line]:
    """The lines with sentences whole again.

    A line that opens like the middle of a sentence goes on with the line before; so does
    a line followed by such a one, where the line before it was left open.
    """
    result: list[_Line] = []
    for i, line in enumerate(lines):
        after = lines[i + 1].text if i + 1 < len(lines) else ""
        before = result[-1].text if result else ""
        # 25: shorter open lines before a fragment are mostly labels and links of their own.
        left_open = len(before) >= 25 and not before.endswith(_TERMINAL)
        cut = _goes_on(line.text) or (left_open and bool(after) and _goes_on(after))
        if before and not line.gap and cut:
            glue = "" if line.text[0] in ",.;:!?)]’”»%'" or before[-1] in "([“«‘" else " "
            result[-1] = result[-1]._replace(text=f"{before}{glue}{line.text}")
        else:
            result.append(line)
    return result
