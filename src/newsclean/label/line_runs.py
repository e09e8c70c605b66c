"""The second look at a line: how it stands to the runs of lines that the first look found."""

from collections.abc import Sequence
from itertools import accumulate
from math import exp

from newsclean.label.line_facts import CUT_OFF, Fact
from newsclean.label.line_features import best_run, distances, overlaps
from newsclean.label.line_topic import TOPIC, topic_rows

_COUNTED = 800.0
_STEPS = (-4, -3, -2, -1, 1, 2, 3, 4)
_WIDTHS = (3, 8, 20)
_FAR = 60.0

SECOND = (
    "score",
    *(f"score {step:+}" for step in _STEPS),
    *(f"mean score ±{width}" for width in _WIDTHS),
    *(f"mean score -{width}" for width in _WIDTHS),
    *(f"mean score +{width}" for width in _WIDTHS),
    "in run",
    "before run",
    "behind run",
    "from run start",
    "to run end",
    "own run share",
    "own run lines",
    "gap to best run",
    "text to best run",
    "mass before",
    "mass after",
    "page mass",
    "page best",
    "since body",
    "until body",
    "phrase since body",
    "phrases since body",
    "run overlap",
    "teasers ±5",
    "rank",
    *TOPIC,
)
_OUTSIDE = -8.0


def chance(score: float) -> float:
    """The probability that log-odds stand for."""
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))


def second_rows(
    facts: Sequence[Fact], first: Sequence[Sequence[float]], scores: Sequence[float]
) -> list[list[float]]:
    """The features of the first look and those of :data:`SECOND` for each line.

    ``scores`` are the log-odds of the first look.
    """
    n = len(facts)
    sizes = [min(float(fact.size), _COUNTED) + 10.0 for fact in facts]
    odds = [chance(score) for score in scores]
    body = [score > 0 for score in scores]
    mass = [0.0, *accumulate(p * s for p, s in zip(odds, sizes, strict=True))]
    text = [0.0, *accumulate(sizes)]
    # 0.4: a run goes on over a few doubtful lines.
    run = best_run([(p - 0.4) * s for p, s in zip(odds, sizes, strict=True)])
    owns = _runs(odds, sizes)
    heaviest = max((own[2] for own in owns), default=0.0) or 1.0
    since, until = distances(body)
    shared = overlaps(facts, [run[0] <= i <= run[1] and body[i] for i in range(n)])
    teasers = [0, *accumulate(int(fact.text.endswith(CUT_OFF)) for fact in facts)]
    ranks, topic = _ranks(scores), topic_rows(facts, odds)
    total = mass[n] or 1.0
    rows = []
    code, phrases = 0.0, 0.0
    for i, fact in enumerate(facts):
        if body[i] and fact.heading is None:
            code, phrases = 0.0, 0.0
        if fact.heading or fact.line:
            phrases += 1
            code = max(code, fact.row[18])
        gap = max(0, run[0] - i, i - run[1])
        a, b = min(i, run[0]), max(i, run[1])
        between = text[b + 1] - text[a] - (text[run[1] + 1] - text[run[0]]) if gap else 0.0
        own = owns[i]
        row = [*first[i], scores[i]]
        row += [scores[i + step] if 0 <= i + step < n else _OUTSIDE for step in _STEPS]
        row += _means(mass, text, i)
        row += (
            float(run[0] <= i <= run[1]),
            min(_FAR, max(0.0, run[0] - i)),
            min(_FAR, max(0.0, i - run[1])),
            float(i - run[0]),
            float(run[1] - i),
            own[2] / heaviest,
            float(own[1] - own[0] + 1) if own[2] else 0.0,
            float(gap),
            between,
            mass[i] / total,
            (mass[n] - mass[i + 1]) / total,
            mass[n],
            max(scores),
            since[i],
            until[i],
            code,
            phrases,
            shared[i],
            float(teasers[min(n, i + 6)] - teasers[max(0, i - 5)]),
            ranks[i],
            *topic[i],
        )
        rows.append(row)
    return rows


def _means(mass: Sequence[float], text: Sequence[float], i: int) -> list[float]:
    """The chance of the text around, before and behind line ``i``."""
    n = len(mass) - 1
    values = []
    for low, high in (
        *((i - w, i + w + 1) for w in _WIDTHS),
        *((i - w, i) for w in _WIDTHS),
        *((i + 1, i + w + 1) for w in _WIDTHS),
    ):
        a, b = max(0, low), min(n, max(0, high))
        size = text[b] - text[a] if b > a else 0.0
        values.append((mass[b] - mass[a]) / size if size else -1.0)
    return values


def _runs(odds: Sequence[float], sizes: Sequence[float]) -> list[tuple[int, int, float]]:
    """For each line the run it stands in: first line, last line, and mass (0 for none).

    A run ends where four lines in a row are none of the story's.
    """
    found: list[tuple[int, int, float]] = [(i, i, 0.0) for i in range(len(odds))]
    start, last, total = -1, -1, 0.0

    def close() -> None:
        for i in range(start, last + 1):
            found[i] = (start, last, total)

    for i, p in enumerate(odds):
        if p <= 0.5:
            continue
        if start < 0 or i - last > 4:
            if start >= 0:
                close()
            start, total = i, 0.0
        last = i
        total += p * sizes[i]
    if start >= 0:
        close()
    return found


def _ranks(scores: Sequence[float]) -> list[float]:
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    ranks = [0.0] * len(scores)
    for place, i in enumerate(order):
        ranks[i] = place / len(scores)
    return ranks
