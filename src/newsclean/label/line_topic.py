"""What a line has in common with the lines that the first look is sure of.

A second article and a list of teasers read like the story, but speak of something else.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate
from math import log

from newsclean.label.line_facts import Fact

# Expected lines of the story that must have a word for it to be the story's; and of other
# lines for it to be theirs.
_HAD = 0.5
_WINDOWS = (2, 6)
_NOTHING = -1.0

TOPIC = (
    "words of the story",
    "words mostly in the story",
    "words of other lines",
    "words of the story above",
    "words of the story below",
    "names of the story",
    "new names",
    "names",
    *(f"words of the story ±{width}" for width in _WINDOWS),
    *(f"words mostly in the story ±{width}" for width in _WINDOWS),
    f"names of the story ±{_WINDOWS[-1]}",
    "rarity",
)


def topic_rows(facts: Sequence[Fact], odds: Sequence[float]) -> list[list[float]]:
    """The features of :data:`TOPIC` for each line; ``odds`` are the chances that the lines
    are of the story. A word counts by its rarity on the page."""
    weighed = _weigh(facts, odds)
    named = _names(facts, odds)
    story, mostly, total, known, names = (
        [0.0, *accumulate(column)]
        for column in (
            [one[0] for one in weighed],
            [one[1] for one in weighed],
            [one[5] for one in weighed],
            named,
            [float(len(fact.names)) for fact in facts],
        )
    )
    rows = []
    for i, (fact, one) in enumerate(zip(facts, weighed, strict=True)):
        mass, count = one[5], len(fact.names)
        row = [value / mass for value in one[:5]] if mass else [_NOTHING] * 5
        row += (named[i] / count if count else _NOTHING, count - named[i], float(count))
        row += [_share(story, total, i, width) for width in _WINDOWS]
        row += [_share(mostly, total, i, width) for width in _WINDOWS]
        row += (_share(known, names, i, _WINDOWS[-1]), mass / (len(fact.content) or 1))
        rows.append(row)
    return rows


def _weigh(facts: Sequence[Fact], odds: Sequence[float]) -> list[tuple[float, ...]]:
    """For each line the weight of its words that others of the story have, that stand mostly
    there, that other lines have, that the story has above and below; and of all."""
    counts = Counter(word for fact in facts for word in fact.content)
    inside: dict[str, float] = defaultdict(float)
    for fact, chance in zip(facts, odds, strict=True):
        for word in fact.content:
            inside[word] += chance
    rarity = {count: log((len(facts) + 1) / count) + 0.2 for count in set(counts.values())}
    above: dict[str, float] = defaultdict(float)
    weighed: list[tuple[float, ...]] = []
    for fact, chance in zip(facts, odds, strict=True):
        story = mostly = other = before = below = total = 0.0
        for word in fact.content:
            count = counts[word]
            weight = rarity[count]
            total += weight
            mass, seen = inside[word] - chance, above[word]
            mostly += weight * mass / (count - 0.5)
            story += weight * (mass > _HAD)
            other += weight * (count - 1 - mass > _HAD)
            before += weight * (seen > _HAD)
            below += weight * (mass - seen > _HAD)
            above[word] = seen + chance
        weighed.append((story, mostly, other, before, below, total))
    return weighed


def _names(facts: Sequence[Fact], odds: Sequence[float]) -> list[float]:
    """How many of each line's names other lines of the story have."""
    inside: dict[str, float] = defaultdict(float)
    for fact, chance in zip(facts, odds, strict=True):
        for name in fact.names:
            inside[name] += chance
    return [
        float(sum(1 for name in fact.names if inside[name] - chance > _HAD))
        for fact, chance in zip(facts, odds, strict=True)
    ]


def _share(part: Sequence[float], whole: Sequence[float], i: int, width: int) -> float:
    low, high = max(0, i - width), min(len(whole) - 1, i + width + 1)
    total = whole[high] - whole[low]
    return (part[high] - part[low]) / total if total > 0 else _NOTHING
