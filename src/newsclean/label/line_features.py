"""The features of a line in its page: its own facts, its neighbours', its place."""

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

from newsclean.label.line_facts import (
    HEADING,
    IS_RUNNING,
    LAST,
    LINE,
    NAMES,
    RUNNING,
    SIZE,
    Fact,
)
from newsclean.label.line_told import TOLD, Said, told_rows
from newsclean.label.line_zones import ZONES, zone_rows
from newsclean.page import Block, Role

_COUNTED = 600.0
# What a phrase costs the run of lines that goes over it. Comments, related and latest items
# mostly follow the story, and seldom stands more text than that behind them.
_HEADING_COST = {
    Role.COMMENT_PROMPT: 900.0,
    Role.COMMENT: 700.0,
    Role.LATEST_NEWS: 500.0,
    Role.MUST_READ: 400.0,
    Role.RECOMMENDED: 400.0,
    Role.RELATED: 250.0,
}
_OTHER_HEADING_COST = 100.0
_LINE_COST = {Role.COMMENT_PROMPT: 500.0, Role.COPYRIGHT: 150.0}
_OTHER_LINE_COST = 40.0
_SHORT_COST = 14.0
_TEASER_COST = 60.0

_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (2, 5, 10)
_FAR = 60.0

CONTEXT = (
    *(f"{what} {step:+}" for step in _NEIGHBOURS for what in ("size", "last", "running")),
    *(f"{step:+} phrase" for step in (-1, 1)),
    *(f"running share ±{width}" for width in _WINDOWS),
    *(f"mean size ±{width}" for width in _WINDOWS),
    "gap before",
    "gap after",
    "position",
    "running before",
    "running after",
    "since running",
    "until running",
    "in best run",
    "before best run",
    "behind best run",
    "phrase since",
    "lines since phrase",
    "running since phrase",
    "phrases ±4",
    "overlap",
    "lines",
    "page running",
    "page running share",
    "page gaps",
)
FIRST = (*NAMES, *CONTEXT, *ZONES, *TOLD)


def worth(fact: Fact) -> float:
    """What a line adds to a run of lines: running text its length, chrome a cost."""
    if fact.heading is not None:
        return -_HEADING_COST.get(fact.heading.role, _OTHER_HEADING_COST)
    if fact.line is not None:
        return -_LINE_COST.get(fact.line.role, _OTHER_LINE_COST)
    if fact.running:
        return min(fact.size, _COUNTED)
    if fact.row[4] and fact.size >= RUNNING:
        return -_TEASER_COST
    if fact.row[2]:
        return min(fact.size, RUNNING) / 3
    # A long line without an end: a list item, a caption, a heading.
    return -_SHORT_COST


def best_run(values: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run with the greatest sum (Kadane); (0, -1) if none."""
    best, found = 0.0, (0, -1)
    total, start = 0.0, 0
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, found = total, (start, i)
    return found


def overlaps(facts: Sequence[Fact], chosen: Sequence[bool]) -> list[float]:
    """For each line, the share of its words that other lines among ``chosen`` have too."""
    counts: Counter[str] = Counter()
    for fact, own in zip(facts, chosen, strict=True):
        if own:
            counts.update(fact.content)
    shares = []
    for fact, own in zip(facts, chosen, strict=True):
        least = 2 if own else 1
        known = sum(1 for word in fact.content if counts[word] >= least)
        shares.append(known / len(fact.content) if fact.content else -1.0)
    return shares


def first_rows(blocks: Sequence[Block], facts: Sequence[Fact], said: Said) -> list[list[float]]:
    """The features of :data:`FIRST` for each line of a page."""
    n = len(facts)
    run = best_run([worth(fact) for fact in facts])
    running = [float(fact.size) if fact.running else 0.0 for fact in facts]
    before = [0.0, *accumulate(running)]
    count = [0, *accumulate(int(fact.running) for fact in facts)]
    sizes = [0.0, *accumulate(min(float(fact.size), _COUNTED) for fact in facts)]
    phrases = [0, *accumulate(int(bool(fact.heading or fact.line)) for fact in facts)]
    shared = overlaps(facts, [run[0] <= i <= run[1] and facts[i].running for i in range(n)])
    since, until = distances([fact.running for fact in facts])
    zones, told = zone_rows(facts), told_rows(said)
    page = (
        float(n),
        before[n],
        count[n] / n if n else 0.0,
        sum(1 for block in blocks if block.gap) / n if n else 0.0,
    )
    rows = []
    code, at = 0.0, -1
    for i, fact in enumerate(facts):
        if fact.row[HEADING]:
            code, at = fact.row[HEADING], i
        low = [max(0, i - width) for width in _WINDOWS]
        high = [min(n, i + width + 1) for width in _WINDOWS]
        row = [*fact.row, *_neighbours(facts, i)]
        row += [(count[b] - count[a]) / (b - a) for a, b in zip(low, high, strict=True)]
        row += [(sizes[b] - sizes[a]) / (b - a) for a, b in zip(low, high, strict=True)]
        row += (
            float(min(blocks[i].gap or 0, 4)),
            float(min(blocks[i + 1].gap or 0, 4)) if i + 1 < n else 4.0,
            i / n,
            before[i],
            before[n] - before[i + 1],
            since[i],
            until[i],
            float(run[0] <= i <= run[1]),
            min(_FAR, max(0.0, run[0] - i)),
            min(_FAR, max(0.0, i - run[1])),
            code,
            min(_FAR, float(i - at)) if at >= 0 else _FAR,
            before[i] - before[at] if at >= 0 else -1.0,
            float(phrases[min(n, i + 5)] - phrases[max(0, i - 4)]),
            shared[i],
            *page,
            *zones[i],
            *told[i],
        )
        rows.append(row)
    return rows


def _neighbours(facts: Sequence[Fact], i: int) -> list[float]:
    values = []
    for step in _NEIGHBOURS:
        j = i + step
        own = facts[j].row if 0 <= j < len(facts) else None
        values += [own[SIZE], own[LAST], own[IS_RUNNING]] if own else [-1.0, -1.0, -1.0]
    for j in (i - 1, i + 1):
        own = facts[j].row if 0 <= j < len(facts) else None
        values.append(max(own[HEADING], own[LINE]) if own else -1.0)
    return values


def distances(marked: Sequence[bool]) -> tuple[list[float], list[float]]:
    """For each line, how many lines the last marked one stands before it and the next one
    behind it; 0 at a marked line itself."""
    since, last = [], _FAR
    for own in marked:
        last = 0.0 if own else min(_FAR, last + 1)
        since.append(last)
    until, last = [], _FAR
    for own in reversed(marked):
        last = 0.0 if own else min(_FAR, last + 1)
        until.append(last)
    return since, until[::-1]
