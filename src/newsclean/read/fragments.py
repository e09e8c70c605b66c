"""Dumps that put every inline element on a line of its own: sentences made whole again.

``get_text("\\n")`` breaks a line at each link and each name in bold. Whether two lines were
one is told by how the first ends, how the second opens, and what follows.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from newsclean import vocab, weights
from newsclean.trees import Forest

NAMES = (
    "end",
    "end word",
    "end case",
    "words",
    "small words",
    "open marks",
    "size",
    "start",
    "next start",
    "next end",
    "next size",
    "next closes",
    "next words",
    "after start",
    "after closes",
    "after size",
    "before end",
    "before size",
    "page lower",
    "page size",
)
_CLOSING = frozenset(",.;:!?)]’”»%…，。、；：！？）」』'")
_ENDING = frozenset(".!?…。！？।؟")
_QUOTES = frozenset("\"”»“’'」』)")
# Glued to the line before, and to the line behind.
_LEFT, _RIGHT = frozenset(",.;:!?)]’”»%'…，。、；：！？」』）"), frozenset("([“«‘「『（#@")
# A line that opens inside a sentence: below this share of them lines are left as they are.
# Pages with a line for each block have under half of it, dumps that break four times as much.
_BROKEN = 0.015
_NONE = -1.0


def is_fragmented(lines: Sequence[str], gaps: Sequence[int]) -> bool:
    """Does every inline element stand on a line of its own?"""
    if len(lines) < 4 or sum(1 for gap in gaps if gap) > 0.05 * len(lines):
        return False
    return broken_share(lines) >= _BROKEN


def broken_share(lines: Sequence[str]) -> float:
    """The share of lines that open as no line does unless a sentence was cut."""
    broken = sum(1 for line in lines[1:] if line[0].islower() or _closes(line))
    return broken / max(1, len(lines))


def joins(lines: Sequence[str]) -> list[bool]:
    """For each line but the first: does it go on with the line before?"""
    forest = _forest(weights.directory())
    return [forest.score(row) > 0 for row in rows(lines)]


def rows(lines: Sequence[str]) -> list[tuple[float, ...]]:
    """The features, as :data:`NAMES` lists them, of each place between two lines."""
    starts = [_start(line) for line in lines]
    ends = [_end(line) for line in lines]
    sizes = [float(min(300, len(line))) for line in lines]
    closes = [float(_closes(line)) for line in lines]
    lower = broken_share(lines)
    mean = sum(sizes) / max(1, len(sizes))
    words = _function_words()
    found = []
    for i, (a, b) in enumerate(pairwise(lines)):
        last = a[-40:].split()[-1]
        found.append(
            (
                ends[i],
                float(last.casefold() in words),
                float(last[0].islower()),
                float(min(20, a.count(" ") + 1)),
                _small_share(a),
                float(_unclosed(a)),
                sizes[i],
                starts[i],
                starts[i + 1],
                ends[i + 1],
                sizes[i + 1],
                closes[i + 1],
                float(min(12, b.count(" ") + 1)),
                starts[i + 2] if i + 2 < len(lines) else _NONE,
                closes[i + 2] if i + 2 < len(lines) else _NONE,
                sizes[i + 2] if i + 2 < len(lines) else _NONE,
                ends[i - 1] if i else _NONE,
                sizes[i - 1] if i else _NONE,
                lower,
                mean,
            )
        )
    return list(found)


def glue(before: str, after: str) -> str:
    """What stands between two parts of a sentence: a space, or nothing at marks."""
    if after[0] in _LEFT or before[-1] in _RIGHT:
        return ""
    if before[-1] == "-" and before[-2:-1].isalpha() and after[0].islower():
        return ""
    dense = "\u3040" <= before[-1] <= "\u9fff" and "\u3040" <= after[0] <= "\u9fff"
    return "" if dense else " "


def _small_share(line: str) -> float:
    """The share of the words that open in lower case: names and headings have few."""
    words = line[-200:].split()
    return sum(1 for word in words if word[0].islower()) / len(words)


def _closes(line: str) -> bool:
    """Does the line open with a mark that stands behind a word?"""
    if line[0] not in _CLOSING:
        return False
    # An apostrophe or three points may open a line of its own.
    if line[0] in "'’":
        return line[1:3].rstrip() in ("s", "re", "ll", "ve", "d", "t", "m")
    return not line.startswith(("…", "..."))


def _start(line: str) -> float:
    char = line[0]
    if char in _CLOSING:
        return 0.0
    if char.islower():
        return 1.0
    if char.isupper():
        return 3.0
    if char.isdigit():
        return 2.0
    if char in "\"“„«「『'‘":
        return 4.0
    return 2.5 if char.isalpha() else 5.0


def _end(line: str) -> float:
    char = line[-1]
    if char in _ENDING:
        return 5.0
    if char in _QUOTES:
        return 4.0 if line[-2:-1] in _ENDING or line[-2:-1] == "," else 3.5
    if char in ":;":
        return 3.0
    if char in ",，、":
        return 0.0
    if char in _RIGHT or char in "-–—$€£":
        return 0.5
    if char.isdigit():
        return 2.0
    return 1.0 if char.isalpha() else 2.5


def _unclosed(line: str) -> int:
    """Quotation marks and brackets that the line opens and does not close."""
    tail = line[-600:]
    marks = tail.count("“") - tail.count("”") + tail.count("(") - tail.count(")")
    return max(-2, min(2, marks + tail.count("«") - tail.count("»") + tail.count('"') % 2))


@cache
def _function_words() -> frozenset[str]:
    """The commonest words of all languages: no sentence and hardly a heading ends in one."""
    found: set[str] = set()
    for language in vocab.languages():
        found.update(vocab.load(language).get("stopwords", {}).get("words", ()))
    return frozenset(found)


@cache
def _forest(path: Path | None) -> Forest:
    return Forest(weights.load("fragments", path))
