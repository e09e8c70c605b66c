"""The features of lines that may be a headline: their own, their neighbours', their place,
and what they have in common with the story."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsclean.label.credits import find_credit
from newsclean.label.likeness import key_of
from newsclean.label.line_facts import NAMES as FACTS
from newsclean.label.line_facts import Fact, facts
from newsclean.label.moments import read_moment
from newsclean.label.people import is_person
from newsclean.label.phrases import phrases
from newsclean.page import Page

# Only so much of the story is compared with the headline.
_OPENING, _STORY_LINES, _SAMPLE = 15, 120, 3000
_FOLLOWING = 400
_SHORTEST_KEY = 12
_LONGEST_TRAIL = 300
_LONGEST_CREDIT = 120
# Of a longer line, which is no headline, the beginning is enough.
_LONGEST = 400
_EASTERN = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_TRAIL = re.compile(r"\s{0,3}[>›»/|]\s{0,3}|\s[–—-]\s")
_SPREAD = 40.0
_PARTS = 4
_SHORT = 30
_BEFORE, _BEHIND = (-1, -2, -3), (1, 2, 3, 4)
_STEPS = (-2, -1, 1, 2, 3)

NAMES = (
    *FACTS,
    "words say",
    "to story",
    "to main",
    "position",
    "in story",
    "told",
    "told first",
    "told rank",
    "told all",
    "spread",
    "spread rank",
    "frequency",
    "size rank",
    "said again",
    "said again behind",
    "opens others",
    "within others",
    "end of trail",
    "person",
    "credit",
    "moment",
    *(f"{what} {step:+}" for step in _STEPS for what in ("size", "last", "words say")),
    "credit behind",
    "date behind",
    "credit before",
    "date before",
    "phrases behind",
    "phrases before",
    "short behind",
    "short before",
    "gap",
    "gap behind",
    "story lines",
    "lines before",
)
# What the words say of a line and its neighbours: training fills these in.
SAID = (NAMES.index("words say"), *(NAMES.index(f"words say {step:+}") for step in _STEPS))
SAID_STEPS = (0, *_STEPS)


class _Line(NamedTuple):
    """A candidate, or a line beside one."""

    fact: Fact
    key: str
    parts: frozenset[str]
    said: float
    person: float
    credit: float
    moment: float
    gap: int


def rows(
    page: Page,
    body: Sequence[int],
    lines: Sequence[int],
    main: int,
    language: str | None,
    say: Callable[[str], float],
) -> list[list[float]]:
    """The features, as :data:`NAMES` lists them, of each of ``lines``.

    ``main`` is where the story's longest stretch begins; ``say`` gives what the words of a
    line say.
    """
    around = _around(page, lines, language, say)
    keys = [line.key for line in around.values()]
    last = max(around)
    behind = [
        key_of(block.text[:_LONGEST]) for block in page.blocks[last + 1 : last + 1 + _FOLLOWING]
    ]
    own = [around[i] for i in lines]
    columns = zip(
        *_places(lines, body, main),
        *_shared(page, body, main, list(around.values()), [list(around).index(i) for i in lines]),
        *_repeated(own, keys, behind, _trail_ends(page, around)),
        strict=True,
    )
    found = []
    for n, (line, column) in enumerate(zip(lines, columns, strict=True)):
        one = around[line]
        found.append(
            [
                *one.fact.row,
                one.said,
                *column,
                one.person,
                one.credit,
                one.moment,
                *_beside(around, line),
                float(min(50, len(body))),
                float(n),
            ]
        )
    return found


def near(page: Page, lines: Sequence[int]) -> list[int]:
    """``lines`` and those beside them, whose features count too."""
    reach = range(min(_BEFORE), max(_BEHIND) + 1)
    return sorted({i + s for i in lines for s in reach if 0 <= i + s < len(page.blocks)})


def _around(
    page: Page, lines: Sequence[int], language: str | None, say: Callable[[str], float]
) -> dict[int, _Line]:
    chosen = near(page, lines)
    blocks = [page.blocks[i] for i in chosen]
    found = {}
    for i, fact in zip(chosen, facts(blocks, phrases(language), language), strict=True):
        text = fact.text
        key = key_of(text[:_LONGEST])
        short = len(text) < _LONGEST_CREDIT
        found[i] = _Line(
            fact,
            key,
            _parts(key),
            say(text),
            float(is_person(text)),
            float(short and find_credit(text, language) is not None),
            float(short and read_moment(text, language) is not None),
            page.blocks[i].gap or 0,
        )
    return found


def _places(lines: Sequence[int], body: Sequence[int], main: int) -> list[list[float]]:
    story = frozenset(body)
    return [
        [max(-_SPREAD, min(_SPREAD, float(body[0] - i))) for i in lines],
        [float(main - i) for i in lines],
        [float(min(200, i)) for i in lines],
        [float(i in story) for i in lines],
    ]


def _shared(
    page: Page, body: Sequence[int], main: int, around: Sequence[_Line], own: Sequence[int]
) -> list[list[float]]:
    """How many of a line's words the story has, in all and in each of its parts."""
    opening = [key_of(page.blocks[i].text[:_SAMPLE]) for i in body if i >= main][:_OPENING]
    told = [_told(line.parts, " ".join(opening)) for line in around]
    first = [_told(line.parts, opening[0] if opening else "") for line in around]
    kept = body[:_STORY_LINES]
    size = -(-len(kept) // _PARTS)
    quarters = [
        " ".join(key_of(page.blocks[i].text[:_SAMPLE]) for i in kept[n * size : (n + 1) * size])
        for n in range(_PARTS)
    ]
    whole = " ".join(quarters)
    told_all = [_told(line.parts, whole) for line in around]
    spread, often = [], []
    for line in around:
        count = len(line.parts)
        hits = sum(part in quarter for part in line.parts for quarter in quarters)
        spread.append(hits / (count * _PARTS) if count else -1.0)
        often.append(sum(min(50, whole.count(p)) for p in line.parts) / count if count else -1.0)
    sizes = _ranks([float(line.fact.size) for line in around])
    columns = [told, first, _ranks(told), told_all, spread, _ranks(spread), often, sizes]
    return [[column[i] for i in own] for column in columns]


def _repeated(
    own: Sequence[_Line], keys: Sequence[str], behind: Sequence[str], ends: frozenset[str]
) -> list[list[float]]:
    """Where else the page says the same: it repeats its headline, and hardly a menu's word."""
    counts, later = Counter([*keys, *behind]), Counter(behind)
    everything = "\n".join([*keys, *behind])
    again, opens, within = [], [], []
    for line in own:
        key = line.key
        long = len(key) >= _SHORTEST_KEY
        again.append(float(min(5, counts[key] - 1)))
        opens.append(float(long and any(k.startswith(key + " ") for k in keys)))
        within.append(float(min(5, everything.count(key) - counts[key])) if long else 0.0)
    return [
        again,
        [float(min(3, later[line.key])) for line in own],
        opens,
        within,
        [float(line.key in ends) for line in own],
    ]


def _trail_ends(page: Page, around: dict[int, _Line]) -> frozenset[str]:
    """The first and last steps of trails and of "Headline - Site"."""
    found: set[str] = set()
    for i in around:
        text = page.blocks[i].text
        steps = _TRAIL.split(text) if len(text) < _LONGEST_TRAIL else []
        if len(steps) > 1:
            found.update((key_of(steps[0]), key_of(steps[-1])))
    return frozenset(found)


def _beside(around: dict[int, _Line], line: int) -> list[float]:
    values = []
    for step in _STEPS:
        other = around.get(line + step)
        values += (
            [float(other.fact.size), other.fact.row[3], other.said] if other else [-1.0, -1.0, 0.0]
        )
    behind = [around[line + step] for step in _BEHIND if line + step in around]
    before = [around[line + step] for step in _BEFORE if line + step in around]
    after = around.get(line + 1)
    return [
        *values,
        _first([one.credit for one in behind]),
        _first([one.moment for one in behind]),
        _first([one.credit for one in before]),
        _first([one.moment for one in before]),
        *(float(sum(1 for x in s if x.fact.heading or x.fact.line)) for s in (behind, before)),
        *(float(sum(1 for x in s if x.fact.size < _SHORT)) for s in (behind, before)),
        float(min(4, around[line].gap)),
        float(min(4, after.gap)) if after else -1.0,
    ]


def _parts(key: str) -> frozenset[str]:
    """The longer words of a line; a stem of five letters stands for a word's other forms."""
    if _EASTERN.search(key):
        plain = key.replace(" ", "")
        return frozenset(plain[i : i + 2] for i in range(len(plain) - 1))
    return frozenset(word[:5] for word in key.split() if len(word) > 3)


def _told(parts: frozenset[str], told: str) -> float:
    return sum(part in told for part in parts) / len(parts) if parts else -1.0


def _ranks(values: Sequence[float]) -> list[float]:
    ranks = [0.0] * len(values)
    for rank, i in enumerate(sorted(range(len(values)), key=lambda i: -values[i])):
        ranks[i] = float(rank)
    return ranks


def _first(marks: Sequence[float]) -> float:
    return next((float(n) for n, mark in enumerate(marks) if mark), 9.0)
