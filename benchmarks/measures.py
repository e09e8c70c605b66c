"""What is measured of a page, and how the figures of a corpus come from its pages.

A :class:`Measure` scores one page as a few numbers and totals the scores of a corpus. All
figures run from 0 to 1, and more is better. ``README.md`` beside this file defines them.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from benchmarks.documents import DatelineTruth, Document, Truth
from benchmarks.output import Output
from benchmarks.quotes import score_quotes
from benchmarks.texts import (
    Figures,
    Score,
    f1,
    normalise,
    overlap,
    score_aeb,
    score_paragraphs,
    score_segments,
    score_words,
    total_aeb,
    total_segments,
)


@dataclass(frozen=True)
class Measure:
    """One measure."""

    name: str
    needs: str
    """The attribute of an Output that it scores; a tool without it is not scored."""
    applies: Callable[[Truth], bool]
    score: Callable[[Document, Output], Score]
    """The score of a page."""
    total: Callable[[Sequence[Score]], Figures]
    """The figures of a corpus from the scores of its pages; the first is the main one."""
    worth: Callable[[Score], float]
    """How well a single page came out, to find the worst."""
    pooled: str | None = None
    """The group that takes in the scores of all corpora as well."""


def score_authors(document: Document, output: Output) -> Score:
    """F1 of the sets of normalised names; no name where there is none is right."""
    return (f1(*overlap(_names(document.truth.authors), _names(output.authors))),)


def _names(names: Iterable[str] | None) -> Counter[Hashable]:
    return Counter({name for name in map(normalise, names or ()) if name})


def score_title(document: Document, output: Output) -> Score:
    """Whether the titles are equal after normalisation."""
    return (float(normalise(document.truth.title or "") == normalise(output.title or "")),)


def score_day(document: Document, output: Output) -> Score:
    """Whether both name the same calendar day, each in the zone that it gives."""
    return (float(_day(output.published) == _day(document.truth.published)),)


def _day(moment: datetime.date | datetime.datetime | None) -> datetime.date | None:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def score_instant(document: Document, output: Output) -> Score:
    """Whether both are the same instant; a moment without its zone never is."""
    ours, true = output.published, document.truth.published
    if not _aware(ours) or not _aware(true):
        return (0.0,)
    return (float(ours == true),)


def _aware(moment: object) -> bool:
    return isinstance(moment, datetime.datetime) and moment.tzinfo is not None


def score_dateline(document: Document, output: Output) -> Score:
    """Whether there is one, one was found, its place is right, its raw is, the label sure."""
    truth = document.truth.dateline or DatelineTruth(None, None)
    ours = output.dateline
    place = raw = False
    if truth.raw is not None and ours is not None:
        raw = normalise(truth.raw) == normalise(ours.raw or "")
        # A dateline of an agency alone has no place: then none may be given.
        place = normalise(truth.place or "") == normalise(ours.place or "")
    return tuple(
        map(float, (truth.raw is not None, ours is not None, place, raw, not truth.doubt))
    )


def total_dateline(scores: Sequence[Score]) -> Figures:
    """F1 over articles by place, the shares of places and raws right, of negatives left alone."""
    sure = [score for score in scores if score[4]]
    true = sum(score[0] for score in sure)
    negatives = [score for score in sure if not score[0]]
    figures = {"dateline": _dateline_f1(sure)}
    if true:
        figures["dateline_place"] = sum(score[2] for score in sure) / true
        figures["dateline_raw"] = sum(score[3] for score in sure) / true
    if negatives:
        figures["dateline_negatives"] = 1 - fmean(score[1] for score in negatives)
    return figures | {"dateline_with_doubtful": _dateline_f1(scores)}


def _dateline_f1(scores: Sequence[Score]) -> float:
    true, given, right = (sum(score[i] for score in scores) for i in range(3))
    return 2 * right / (true + given) if true + given else 1.0


def total_quotes(scores: Sequence[Score]) -> Figures:
    """Detection F1 over credited spans, its parts, and the accuracy of speakers."""
    right, given, found, credited, speakers, named = (
        sum(column) for column in zip(*scores, strict=True)
    )
    precision = right / given if given else 0.0
    recall = found / credited if credited else 0.0
    figures = {"quotes": f1(precision, recall), "speakers": speakers / named if named else 0.0}
    return figures | {"quotes_precision": precision, "quotes_recall": recall}


def auc(scores: Sequence[Score]) -> Figures:
    """Area under the ROC curve of (is an article, confidence); nothing for one class alone."""
    positives = sum(score[0] for score in scores)
    negatives = len(scores) - positives
    if not positives or not negatives:
        return {}
    ordered = sorted(scores, key=lambda score: score[1])
    ranks, start = 0.0, 0
    while start < len(ordered):
        end = start
        while end < len(ordered) and ordered[end][1] == ordered[start][1]:
            end += 1
        # Tied confidences share the mean of their ranks.
        ranks += sum(score[0] for score in ordered[start:end]) * (start + 1 + end) / 2
        start = end
    return {"auc": (ranks - positives * (positives + 1) / 2) / (positives * negatives)}


def _mean(name: str) -> Callable[[Sequence[Score]], Figures]:
    return lambda scores: {name: fmean(score[0] for score in scores)}


def _first(score: Score) -> float:
    return score[0]


def _segment_share(score: Score) -> float:
    return (score[0] + score[3]) / max(1, sum(score))


def _dateline_right(score: Score) -> float:
    return (score[2] + score[3]) / 2 if score[0] else 1 - score[1]


def _quote_share(score: Score) -> float:
    right, given, found, credited, speakers, named = score
    asked = given + credited + named
    return (right + found + speakers) / asked if asked else 1.0


MEASURES: tuple[Measure, ...] = (
    Measure("text", "text", lambda t: t.text is not None, score_aeb, total_aeb, lambda s: f1(*s)),
    Measure("words", "text", lambda t: t.text is not None, score_words, _mean("words"), _first),
    Measure(
        "segments",
        "text",
        lambda t: t.wanted is not None,
        score_segments,
        total_segments,
        _segment_share,
    ),
    Measure(
        "paragraphs",
        "lines",
        lambda t: t.paragraphs is not None,
        score_paragraphs,
        _mean("paragraphs"),
        _first,
    ),
    Measure("title", "title", lambda t: t.title is not None, score_title, _mean("title"), _first),
    Measure(
        "authors",
        "authors",
        lambda t: t.authors is not None,
        score_authors,
        _mean("authors"),
        _first,
    ),
    Measure(
        "day", "published", lambda t: t.published is not None, score_day, _mean("day"), _first
    ),
    Measure(
        "instant",
        "published",
        lambda t: _aware(t.published),
        score_instant,
        _mean("instant"),
        _first,
    ),
    Measure(
        "dateline",
        "dateline",
        lambda t: t.dateline is not None,
        score_dateline,
        total_dateline,
        _dateline_right,
        pooled="dateline",
    ),
    Measure(
        "quotes",
        "quotes",
        lambda t: t.quotes is not None,
        lambda document, output: score_quotes(document.truth.quotes or (), output.quotes or ()),
        total_quotes,
        _quote_share,
    ),
    Measure(
        "confidence",
        "confidence",
        lambda t: t.is_article is not None,
        lambda document, output: (
            float(bool(document.truth.is_article)),
            output.confidence or 0.0,
        ),
        auc,
        lambda s: s[1] if s[0] else 1 - s[1],
        pooled="article or not",
    ),
)
"""Every measure, in the order of the tables."""

POOLED = {
    "dateline": ("aeb", "fundus", "wcxb", "polnear"),
    "article or not": ("wcxb", "not-articles"),
}
"""The groups that pool corpora, and which."""
FIELDS = tuple(measure.name for measure in MEASURES)
