"""What kind of zone a line stands in: lists of teasers, of comments, of links look alike.

Their short lines repeat ("Reply", "Read more"), bear dates, or are headlines one after the
other; below a picture stands who took it.
"""

from collections.abc import Sequence
from itertools import accumulate

from newsclean.label.line_facts import CUT_OFF, Fact
from newsclean.label.picture_credits import may_end_in_credit

# Characters: below the first a line is a label or a link, below the second it may be one;
# between the other two stand headlines.
_SHORT, _SMALL, _HEADLINE, _LONGEST_HEADLINE = 25, 80, 25, 150
_HEADLINE_WORDS = 4
# Chinese and Japanese set no spaces: where a character counts for so much more than one,
# words are not asked for.
_DENSE = 1.5
# A line that stands so often on the page is a part of each of many items.
_OFTEN = 3
_LONGEST_RUN = 30

# Which lines are counted, and where: first and last line by their distance.
_WINDOWS = {
    "often": ((-3, 3), (-10, 10), (1, 8), (-8, -1)),
    "dated": ((-3, 3), (-10, 10), (-2, -1), (1, 2)),
    "headlines": ((-4, 4), (1, 8), (-8, -1)),
    "cut off": ((-6, 6),),
    "capitals": ((-4, 4),),
    "terminal": ((-4, 4),),
}
ZONES = (
    *(f"{name} {a:+} to {b:+}" for name, windows in _WINDOWS.items() for a, b in windows),
    "short lines above",
    "picture credit",
    "picture credit -1",
    "picture credit +1",
)


def zone_rows(facts: Sequence[Fact]) -> list[list[float]]:
    """The features of :data:`ZONES` for each line of a page."""
    n = len(facts)
    counted = [_marks(fact) for fact in facts]
    columns = []
    for values, windows in zip(zip(*counted, strict=True), _WINDOWS.values(), strict=False):
        sums = [0.0, *accumulate(values)]
        for a, b in windows:
            columns.append(_means(sums, a, b))
    short = _short_above(facts)
    credit = [float(may_end_in_credit(fact.text)) for fact in facts]
    rows = [list(row) for row in zip(*columns, strict=True)]
    for i, row in enumerate(rows):
        row += (
            short[i],
            credit[i],
            credit[i - 1] if i else 0.0,
            credit[i + 1] if i + 1 < n else 0.0,
        )
    return rows


def _marks(fact: Fact) -> tuple[float, ...]:
    """What is counted of a line, as the keys of the windows name it."""
    row, size = fact.row, fact.size
    return (
        float(row[20] >= _OFTEN and size < _SMALL),
        float(row[15] > 0 and size < _SMALL),
        float(_is_headline(fact)),
        float(fact.text.endswith(CUT_OFF)),
        row[6],
        row[2],
    )


def _is_headline(fact: Fact) -> bool:
    """Could the line be a headline, by its length and for want of a full stop?"""
    terminal, words = fact.row[2], fact.row[1]
    if terminal or not _HEADLINE <= fact.size <= _LONGEST_HEADLINE:
        return False
    return words >= _HEADLINE_WORDS or fact.size >= _DENSE * len(fact.text)


def _means(sums: Sequence[float], first: int, last: int) -> list[float]:
    """For each line the mean over the lines from ``first`` to ``last`` of it that there are."""
    n = len(sums) - 1
    means = []
    for i in range(n):
        low, high = max(0, i + first), min(n, i + last + 1)
        means.append((sums[high] - sums[low]) / (high - low) if high > low else 0.0)
    return means


def _short_above(facts: Sequence[Fact]) -> list[float]:
    """How many short lines stand in a row right above each line."""
    counts, count = [], 0
    for fact in facts:
        counts.append(float(min(_LONGEST_RUN, count)))
        count = count + 1 if fact.size < _SHORT else 0
    return counts
