"""Measures of the text: 4-gram shingles, words, segments, paragraphs."""

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from statistics import fmean

from benchmarks.documents import Document
from benchmarks.output import Output

Score = tuple[float, ...]
Figures = dict[str, float]

_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_SHINGLE = 4


def tokens(text: str) -> list[str]:
    """The ``\\w+`` tokens of a text."""
    return _WORD.findall(text)


def normalise(text: str) -> str:
    """A text as its tokens only: NFKC, folded case, one space between."""
    return " ".join(tokens(unicodedata.normalize("NFKC", text).casefold()))


def fold(text: str) -> str:
    """A text with its white space folded."""
    return _SPACE.sub(" ", text).strip()


def shingles(text: str) -> Counter[Hashable]:
    """The multiset of a text's 4-grams; a shorter text is one shingle, an empty one too."""
    words = tokens(text)
    grams = range(max(1, len(words) - _SHINGLE + 1))
    return Counter(tuple(words[i : i + _SHINGLE]) for i in grams)


def overlap(true: Counter[Hashable], found: Counter[Hashable]) -> Score:
    """Precision and recall of one multiset against another; two empty ones agree."""
    common = sum((true & found).values())
    wanted, given = sum(true.values()), sum(found.values())
    precision = common / given if given else float(not wanted)
    recall = common / wanted if wanted else float(not given)
    return precision, recall


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score_aeb(document: Document, output: Output) -> Score:
    """Precision and recall of the text's 4-grams, the deck with it where the truth has it."""
    text = output.text or ""
    if document.corpus == "fundus" and output.deck:
        text = f"{output.deck}\n\n{text}"
    return overlap(shingles(document.truth.text or ""), shingles(text))


def total_aeb(scores: Sequence[Score]) -> Figures:
    """F1 of the mean precision and the mean recall."""
    precision, recall = (fmean(column) for column in zip(*scores, strict=True))
    return {"f1": f1(precision, recall), "precision": precision, "recall": recall}


def score_words(document: Document, output: Output) -> Score:
    """F1 of the multisets of lower-cased words."""
    true = Counter[Hashable](tokens((document.truth.text or "").lower()))
    return (f1(*overlap(true, Counter(tokens((output.text or "").lower())))),)


def score_segments(document: Document, output: Output) -> Score:
    """Segments rightly found, wrongly left out, wrongly found, rightly left out."""
    text = fold(output.text or "")
    found = [fold(segment) in text for segment in document.truth.wanted or ()]
    kept = [fold(segment) in text for segment in document.truth.unwanted]
    return sum(found), found.count(False), sum(kept), kept.count(False)


def total_segments(scores: Sequence[Score]) -> Figures:
    """Precision, recall, F and accuracy over all segments of all pages."""
    found, lost, kept, left = (sum(column) for column in zip(*scores, strict=True))
    precision = found / (found + kept) if found + kept else 0.0
    recall = found / (found + lost) if found + lost else 0.0
    accuracy = (found + left) / max(1, found + lost + kept + left)
    figures = {"segments": f1(precision, recall), "segments_precision": precision}
    return figures | {"segments_recall": recall, "segments_accuracy": accuracy}


def score_paragraphs(document: Document, output: Output) -> Score:
    """F1 of the multisets of normalised paragraphs."""
    return (f1(*overlap(_paragraphs(document.truth.paragraphs), _paragraphs(output.lines))),)


def _paragraphs(texts: Iterable[str] | None) -> Counter[Hashable]:
    return Counter(text for text in map(normalise, texts or ()) if text)
