"""Quotes and their speakers, measured on PolNeAR's standoff annotations.

Gold: every span of three or more words in double quotation marks. Its speakers are the
``Source`` spans of the attributions whose ``Content`` covers at least half of it; where no
attribution does, nobody is credited. Texts annotated by several people pool their spans.

A predicted quote maps to the gold span that it overlaps most, where that overlap is at
least half of the two by characters (Dice) or where both start at the same place. Several
predictions may map to one span. Detection recall is the share of credited spans with a
prediction, precision the share of predictions of three or more words that map to a span,
credited or not; what a reader makes of a scare quote is no error. A speaker is right where
any prediction mapped to the span names one of its sources.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.documents import GoldQuote

_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"[\"“”„]|''|``")
_LEAST_WORDS = 3
_LEAST_OVERLAP = 0.5
_MOST_SPEAKER_WORDS = 8
_FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "and",
        "or",
        "in",
        "on",
        "at",
        "to",
        "from",
        "by",
        "with",
        "as",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "who",
        "that",
        "which",
        "said",
        "says",
    ]
)
_LINE = re.compile(r"^T(\d+)\t(\S+) ([\d; ]+)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.*)$", re.MULTILINE)
_ROLE = re.compile(r"(Source|Content)\d*:T(\d+)")

Span = tuple[int, int]


@dataclass(frozen=True)
class PredictedQuote:
    """A quote as an extractor gives it, its place in the document's own text."""

    start: int
    end: int
    text: str
    speakers: tuple[str, ...]
    """The speaker resolved and as written, those that there are."""


@dataclass(frozen=True)
class Attribution:
    """Who is credited with which parts of a text."""

    content: tuple[Span, ...]
    sources: tuple[str, ...]


def gold_quotes(text: str, annotations: Iterable[str]) -> tuple[GoldQuote, ...]:
    """The gold quotes of a text, from the brat files of its annotators."""
    attributions = [found for one in annotations for found in read_brat(one, text)]
    gold = []
    for start, end in quoted_spans(text):
        if len(_WORD.findall(text, start, end)) < _LEAST_WORDS:
            continue
        covering = [a for a in attributions if 2 * _covered(a.content, start, end) >= end - start]
        sources = tuple(dict.fromkeys(name for a in covering for name in a.sources))
        gold.append(GoldQuote(start, end, text[start:end], bool(covering), sources))
    return tuple(gold)


def read_brat(annotation: str, text: str) -> list[Attribution]:
    """The attributions of one brat file, which refers to ``text`` by offsets."""
    spans: dict[str, tuple[Span, ...]] = {}
    for match in _LINE.finditer(annotation):
        pieces = (piece.split() for piece in match[3].split(";"))
        spans[match[1]] = tuple((int(start), int(end)) for start, end in pieces)
    attributions = []
    for event in _EVENT.finditer(annotation):
        content: list[Span] = []
        sources: list[str] = []
        for role, number in _ROLE.findall(event[1]):
            if role == "Content":
                content += spans.get(number, ())
            elif number in spans:
                sources.append(" ".join(text[start:end] for start, end in spans[number]))
        attributions.append(Attribution(tuple(content), tuple(sources)))
    return attributions


def _covered(spans: Iterable[Span], start: int, end: int) -> int:
    return sum(max(0, min(end, right) - max(start, left)) for left, right in spans)


def quoted_spans(text: str) -> list[Span]:
    """The spans between double quotation marks, line by line, without the marks.

    Straight and curly marks and typed pairs of single ones (`` '' ``) pair with each other,
    since news texts mix them. Where a mark
    that can only open meets an open span, the earlier one is dropped; a closing mark with
    nothing open is passed over; a span still open at the line's end reaches to it, as the
    paragraphs of a running quote do.
    """
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for mark in _MARKS.finditer(text, line.start(), line.end()):
            opens = _can_open(text, mark)
            if opened is not None and not (opens and not _can_close(text, mark)):
                spans.append((opened, mark.start()))
                opened = None
            elif opens:
                opened = mark.end()
        if opened is not None and opened < line.end():
            spans.append((opened, line.end()))
    return spans


def _can_open(text: str, mark: re.Match[str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if not after or after.isspace():
        return False
    return mark[0] in ("“", "„", "``") or not before.isalnum()


def _can_close(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1 : mark.start()]
    return mark[0] == "”" or bool(before and not before.isspace())


def locate(
    text: str, quotes: Iterable[tuple[str, str, int, tuple[str, ...]]]
) -> list[PredictedQuote]:
    """Find quotes in the document's own text.

    Each quote is its text, the text of the element that holds it, its offset there, and its
    speakers; they come in reading order. White space may differ from the document's. A
    quote that the text does not hold gets an empty span at the end.
    """
    tokens = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    folded = " ".join(text[start:end] for start, end in tokens)
    starts, position = [], 0
    for start, end in tokens:
        starts.append(position)
        position += end - start + 1
    found, cursor = [], 0
    for quote, element, offset, speakers in quotes:
        lead = " ".join(element[:offset].split()) + " " * (element[:offset][-1:].isspace())
        place = _find(folded, " ".join(element.split()), cursor)
        cursor = max(cursor, place)
        wanted = " ".join(quote.split())
        at = folded.find(wanted, max(0, place + len(lead) - 1) if place >= 0 else cursor)
        if at < 0:
            at = folded.find(wanted)
        if at < 0:
            found.append(PredictedQuote(len(text), len(text), quote, speakers))
            continue
        start, end = (_original(place, starts, tokens) for place in (at, at + len(wanted)))
        found.append(PredictedQuote(start, end, quote, speakers))
    return found


def _find(folded: str, wanted: str, cursor: int) -> int:
    place = folded.find(wanted, cursor)
    return place if place >= 0 else folded.find(wanted)


def _original(place: int, starts: Sequence[int], tokens: Sequence[Span]) -> int:
    index = bisect_left(starts, place + 1) - 1
    return min(tokens[index][0] + place - starts[index], tokens[index][1])


def score_quotes(
    gold: Sequence[GoldQuote], predicted: Sequence[PredictedQuote]
) -> tuple[int, int, int, int, int, int]:
    """Predictions right and in all, credited spans found and in all, speakers right and in all."""
    mapped, strays = map_quotes(gold, predicted)
    right = sum(map(len, mapped.values()))
    wrong = sum(map(counts, strays))
    credited = [index for index, span in enumerate(gold) if span.credited]
    named = [index for index in credited if gold[index].sources]
    found = sum(index in mapped for index in credited)
    speakers = sum(
        any(names_source(quote, gold[index]) for quote in mapped.get(index, ())) for index in named
    )
    return right, right + wrong, found, len(credited), speakers, len(named)


def map_quotes(
    gold: Sequence[GoldQuote], predicted: Iterable[PredictedQuote]
) -> tuple[dict[int, list[PredictedQuote]], list[PredictedQuote]]:
    """The predictions by the index of the gold span that they map to, and those left over."""
    mapped: dict[int, list[PredictedQuote]] = {}
    strays = []
    for quote in predicted:
        index = _best(gold, quote)
        if index is None:
            strays.append(quote)
        else:
            mapped.setdefault(index, []).append(quote)
    return mapped, strays


def counts(stray: PredictedQuote) -> bool:
    """Whether a prediction that maps to no gold span is long enough to be an error."""
    return len(_WORD.findall(stray.text)) >= _LEAST_WORDS


def names_source(quote: PredictedQuote, span: GoldQuote) -> bool:
    """Whether the quote's speaker, resolved or as written, is a source of the span."""
    return any(
        speaker_matches(speaker, source) for speaker in quote.speakers for source in span.sources
    )


def _best(gold: Sequence[GoldQuote], quote: PredictedQuote) -> int | None:
    best, best_overlap = None, 0.0
    for index, span in enumerate(gold):
        common = min(span.end, quote.end) - max(span.start, quote.start)
        if common <= 0:
            continue
        overlap = 2 * common / (span.end - span.start + quote.end - quote.start)
        if span.start == quote.start:
            overlap = max(overlap, _LEAST_OVERLAP)
        if overlap >= _LEAST_OVERLAP and overlap > best_overlap:
            best, best_overlap = index, overlap
    return best


def speaker_matches(predicted: str, source: str) -> bool:
    """Whether the content words of one are all in the other; a long prediction never matches."""
    if len(predicted.split()) > _MOST_SPEAKER_WORDS:
        return False
    ours, theirs = _content_words(predicted), _content_words(source)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _content_words(name: str) -> set[str]:
    words = re.sub(r"['’]s\b", "", name.casefold())
    found = set(_WORD.findall(words))
    return found - _FUNCTION_WORDS or found
