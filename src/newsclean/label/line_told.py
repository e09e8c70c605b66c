"""What the words of a line and of the lines around it say, by the learned tables."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.label.line_words import scores

TABLES = ("words", "behind", "before")

_STEPS = (-2, -1, 1, 2)
_WINDOWS = (2, 5, 10)
_NOTHING_SAID = -9.0
_FAR = 60.0
# Log-odds from which a line is counted as an end of the story, or as its beginning; where
# no line stands.
_SURE, _NO_LINE = 0.5, -5.0
_ABOVE, _BELOW = (3, 8, 25), (3, 8)
_SUMMED = 12

TOLD = (
    "words say",
    *(f"words say {step:+}" for step in _STEPS),
    *(f"words say ±{width}" for width in _WINDOWS),
    *(
        f"{table} {what}"
        for table in ("behind", "before")
        for what in (
            "here",
            "-1",
            "+1",
            *(f"most of {width} above" for width in _ABOVE),
            *(f"most of {width} below" for width in _BELOW),
            "lines since",
            "sum above",
            "sum below",
            "lines until",
        )
    ),
)


class Said(NamedTuple):
    """For each line of a page what its words say, in log-odds."""

    words: Sequence[float]
    """It is of the story."""
    behind: Sequence[float]
    """It stands right behind the story: what ends one."""
    before: Sequence[float]
    """It stands right above the story."""


def said_of(lines: Sequence[str], tables: Sequence[Sequence[int]]) -> Said:
    """What the words of ``lines`` say; ``tables`` in the order of :data:`TABLES`."""
    found = [scores(line, tables) for line in lines]
    return Said(*([row[n] for row in found] for n in range(len(TABLES))))


def told_rows(said: Said) -> list[list[float]]:
    """The features of :data:`TOLD` for each line of a page."""
    parts = (_words(said.words), _places(said.behind), _places(said.before))
    return [[*a, *b, *c] for a, b, c in zip(*parts, strict=True)]


def _words(said: Sequence[float]) -> list[list[float]]:
    n = len(said)
    sums = [0.0, *accumulate(said)]
    rows = []
    for i in range(n):
        row = [said[i]]
        row += [said[i + step] if 0 <= i + step < n else _NOTHING_SAID for step in _STEPS]
        for width in _WINDOWS:
            low, high = max(0, i - width), min(n, i + width + 1)
            row.append((sums[high] - sums[low]) / (high - low))
        rows.append(row)
    return rows


def _places(said: Sequence[float]) -> list[list[float]]:
    n = len(said)
    sums = [0.0, *accumulate(max(0.0, value) for value in said)]
    since = _since(said)
    until = _since(said[::-1])[::-1]
    rows = []
    for i in range(n):
        row = [said[i], said[i - 1] if i else _NO_LINE, said[i + 1] if i + 1 < n else _NO_LINE]
        row += [max(said[max(0, i - width) : i], default=_NO_LINE) for width in _ABOVE]
        row += [max(said[i + 1 : i + 1 + width], default=_NO_LINE) for width in _BELOW]
        row += (
            since[i],
            sums[i] - sums[max(0, i - _SUMMED)],
            sums[min(n, i + 1 + _SUMMED)] - sums[i + 1],
            until[i],
        )
        rows.append(row)
    return rows


def _since(said: Sequence[float]) -> list[float]:
    """How many lines stand between each line and the last sure one above it."""
    counts, count = [], _FAR
    for value in said:
        counts.append(count)
        count = 0.0 if value > _SURE else min(_FAR, count + 1)
    return counts
