"""Which lines of a flat text are the story: plain rules.

Every line has a worth: running text is worth its length, chrome costs. The story is the
run of lines that is worth most.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.label.body import size_of
from newsclean.label.phrases import Match, Phrases
from newsclean.page import Label, Page, Role

_TERMINAL = tuple(".!?\"”'’»“)。！？」』؟।:;")
_CUT_OFF = ("...", "…", "[...]", "[…]", "(...)")
# A line from this size on that ends like a sentence is running text.
_RUNNING = 60
_COUNTED = 600
# What a heading of chrome costs the run that goes over it: about a paragraph of text.
# Comments, related and latest items mostly follow the story, and more text than that
# rarely stands behind them.
_HEADING_COST = {
    Role.COMMENT_PROMPT: 900,
    Role.COMMENT: 700,
    Role.LATEST_NEWS: 500,
    Role.MUST_READ: 400,
    Role.RECOMMENDED: 400,
    Role.RELATED: 250,
}
_OTHER_HEADING_COST = 100
_LINE_COST = {Role.COMMENT_PROMPT: 500, Role.COPYRIGHT: 150}
_OTHER_LINE_COST = 40
_SHORT_COST = 14
_TEASER_COST = 60


class _Line(NamedTuple):
    text: str
    size: int
    running: bool
    heading: Match | None
    line: Match | None
    repeats: bool
    worth: float


def label_lines(page: Page, phrases: Phrases) -> list[Label | None]:
    """A label for each line that the rules can name; None where none speaks."""
    lines = _weigh(page, phrases)
    labels: list[Label | None] = [None] * len(lines)
    first, last = _best_run(lines)
    run: Match | None = None
    for i in range(first, last + 1):
        line = lines[i]
        if line.heading is not None:
            run = line.heading
        elif run is not None and line.running and line.size >= 120:
            run = None
        if run is not None:
            labels[i] = Label(run.role, f"under the heading {run.phrase!r}")
        elif line.line is None and not line.repeats and not _in_list_of_links(lines, i):
            labels[i] = Label(Role.BODY, "in the run of lines that is worth most", line.worth)
    for i in range(last, first - 1, -1):
        if labels[i] is not None and labels[i].role is Role.BODY:  # type: ignore[union-attr]
            if lines[i].running or lines[i].text.endswith(_TERMINAL):
                break
            labels[i] = None
    return labels


def _weigh(page: Page, phrases: Phrases) -> list[_Line]:
    seen: set[str] = set()
    lines = []
    for block in page.blocks:
        text = block.text
        size = size_of(text)
        heading, line = phrases.heading(text), phrases.line(text)
        repeats = size >= 20 and text in seen
        seen.add(text)
        cut_off = text.endswith(_CUT_OFF)
        running = size >= _RUNNING and text.endswith(_TERMINAL) and not cut_off
        running = running and line is None and heading is None and not repeats
        worth = _worth(text, size, running, cut_off, heading, line)
        lines.append(_Line(text, size, running, heading, line, repeats, worth))
    return lines


def _worth(
    text: str, size: int, running: bool, cut_off: bool, heading: Match | None, line: Match | None
) -> float:
    if heading is not None:
        return -_HEADING_COST.get(heading.role, _OTHER_HEADING_COST)
    if line is not None:
        return -_LINE_COST.get(line.role, _OTHER_LINE_COST)
    if running:
        return min(size, _COUNTED)
    if cut_off and size >= _RUNNING:
        return -_TEASER_COST
    if text.endswith(_TERMINAL):
        return min(size, _RUNNING) / 3
    # A long line without an end: a list item, a caption, a heading.
    return -_SHORT_COST


def _best_run(lines: Sequence[_Line]) -> tuple[int, int]:
    """First and last index of the run with the greatest sum (Kadane); (0, -1) if none."""
    best, best_run = 0.0, (0, -1)
    total, start = 0.0, 0
    for i, line in enumerate(lines):
        if total <= 0:
            total, start = 0.0, i
        total += line.worth
        if total > best:
            best, best_run = total, (start, i)
    return best_run


def _in_list_of_links(lines: Sequence[_Line], i: int) -> bool:
    """Is the line one of several short ones without an end? A heading stands alone."""
    if lines[i].running or lines[i].text.endswith(_TERMINAL):
        return False
    around = 1
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(lines) and around < 5:
            if lines[j].running or lines[j].text.endswith(_TERMINAL):
                break
            around, j = around + 1, j + step
    # 5: up to four short lines in a row are list items or a heading with a credit.
    return around >= 5
