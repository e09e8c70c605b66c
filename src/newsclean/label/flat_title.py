"""Which line of a flat text is the headline: learned trees over the lines of its head."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from newsclean import weights
from newsclean.label.credits import find_credit
from newsclean.label.likeness import key_of
from newsclean.label.line_facts import NAMES as FACTS
from newsclean.label.line_facts import facts
from newsclean.label.moments import read_moment
from newsclean.label.people import is_person
from newsclean.label.phrases import phrases
from newsclean.page import Page
from newsclean.trees import Forest

# Lines above the story among which the headline is looked for, and lines into it: the
# headline may have been taken for the story's first line.
_REACH, _INTO = 90, 2
# Between a deck or a caption above and the story stand no more lines than these.
_APART = 6
# Only so much of the story is compared with the headline.
_PARAGRAPHS = 15
_SHORTEST_KEY = 12
_EASTERN = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_SPREAD = 40.0

NAMES = (
    *FACTS,
    "to story",
    "to main",
    "position",
    "in story",
    "told",
    "told first",
    "told rank",
    "size rank",
    "said again",
    "opens others",
    "within others",
    "person",
    "credit",
    "moment",
    *(f"{what} {step:+}" for step in (-2, -1, 1, 2, 3) for what in ("size", "last")),
    "credit behind",
    "date behind",
    "phrases behind",
    "short behind",
    "gap",
    "gap behind",
    "story lines",
)


def candidates(page: Page, body: Sequence[int]) -> range:
    """The lines that may be the headline of the story in ``body``."""
    main = main_start(body)
    return range(max(0, main - _REACH), min(len(page.blocks), main + _INTO))


def main_start(body: Sequence[int]) -> int:
    """Where the longest stretch of the story begins."""
    best, size, start = body[0], 0, 0
    for n in range(1, len(body) + 1):
        if n == len(body) or body[n] - body[n - 1] > _APART:
            if n - start > size:
                best, size = body[start], n - start
            start = n
    return best


def rows(page: Page, body: Sequence[int], language: str | None) -> list[list[float]]:
    """The features, as :data:`NAMES` lists them, of each candidate."""
    lines = candidates(page, body)
    # Neighbours outside the candidates count too.
    low, high = max(0, lines.start - 2), min(len(page.blocks), lines.stop + 4)
    around = page.blocks[low:high]
    found = facts(around, phrases(language), language)
    texts = [block.text for block in around]
    keys = [key_of(text) for text in texts]
    story = frozenset(body)
    main = main_start(body)
    opening = [i for i in body if i >= main][:_PARAGRAPHS]
    told = " ".join(key_of(page.blocks[i].text) for i in opening)
    first = key_of(page.blocks[opening[0]].text) if opening else ""
    behind = [key_of(block.text) for block in page.blocks[high : high + 400]]
    counts = Counter([*keys, *behind])
    everything = "\n".join([*keys, *behind])
    credits = [float(len(t) < 120 and find_credit(t, language) is not None) for t in texts]
    dates = [float(len(t) < 120 and read_moment(t, language) is not None) for t in texts]
    shares = [_told(key, told) for key in keys]
    order = sorted(range(len(around)), key=lambda i: -shares[i])
    ranks = {i: float(rank) for rank, i in enumerate(order)}
    by_size = sorted(range(len(around)), key=lambda i: -found[i].size)
    sizes = {i: float(rank) for rank, i in enumerate(by_size)}
    result = []
    for line in lines:
        i = line - low
        key = keys[i]
        long = len(key) >= _SHORTEST_KEY
        row = [
            *found[i].row,
            max(-3.0, min(_SPREAD, float(body[0] - line))),
            float(main - line),
            float(min(200, line)),
            float(line in story),
            shares[i],
            _told(key, first),
            ranks[i],
            sizes[i],
            float(min(5, counts[key] - 1)),
            float(long and any(k.startswith(key + " ") for k in keys if len(k) > len(key))),
            float(min(5, everything.count(key) - counts[key])) if long else 0.0,
            float(is_person(texts[i])),
            credits[i],
            dates[i],
        ]
        for step in (-2, -1, 1, 2, 3):
            own = found[i + step] if 0 <= i + step < len(found) else None
            row += [float(own.size), own.row[3]] if own else [-1.0, -1.0]
        near = range(i + 1, min(len(around), i + 5))
        row += (
            _distance([credits[j] for j in near]),
            _distance([dates[j] for j in near]),
            float(sum(1 for j in near if found[j].heading or found[j].line)),
            float(sum(1 for j in near if found[j].size < 30)),
            float(min(4, around[i].gap or 0)),
            float(min(4, around[i + 1].gap or 0)) if i + 1 < len(around) else -1.0,
            float(min(50, len(body))),
        )
        result.append(row)
    return result


def scores(page: Page, body: Sequence[int], language: str | None) -> dict[int, float]:
    """For each candidate the log-odds that it is the headline."""
    if not body:
        return {}
    forest = _forest(weights.directory())
    found = rows(page, body, language)
    return {
        line: forest.score(row) for line, row in zip(candidates(page, body), found, strict=True)
    }


def _told(key: str, told: str) -> float:
    """The share of a line's longer words that the story has, too."""
    if _EASTERN.search(key):
        plain = key.replace(" ", "")
        parts = {plain[i : i + 2] for i in range(len(plain) - 1)}
    else:
        # A stem of five letters stands for the word's other forms.
        parts = {word[:5] for word in key.split() if len(word) > 3}
    return sum(part in told for part in parts) / len(parts) if parts else -1.0


def _distance(marks: Sequence[float]) -> float:
    return next((float(n) for n, mark in enumerate(marks) if mark), 9.0)


@cache
def _forest(path: Path | None) -> Forest:
    return Forest(weights.load("flat_title", path))
