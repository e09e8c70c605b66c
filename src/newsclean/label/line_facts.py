"""What each line of a flat text says by itself: length, marks, words, phrases."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.label.phrases import Match, Phrases
from newsclean.label.sizes import size_of
from newsclean.page import Block, Role
from newsclean.vocab import load

TERMINAL = tuple(".!?\"”'’»“)。！？」』؟।…:;")
CUT_OFF = ("...", "…", "[...]", "[…]", "(...)")
# A line from this size on that ends like a sentence is running text.
RUNNING = 60
# Of a longer line the beginning speaks for the rest.
_SAMPLE = 800

_WORD = re.compile(r"[^\W\d_]+")
_DENSE_PAIR = re.compile(r"(?=([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]{2}))")
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[.!?][\"”'’»)]?\s|[。！？।]")
_QUOTE_MARK = re.compile(r"[\"“”„«»「」『』]")
_LIST_MARK = re.compile(r"(?:[•·*‣▪●◦–—+-]|\d{1,3}[.)])\s")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|年|월|日"
)
_ADDRESS = re.compile(r"https?:|www\.|@\w|\.com\b|\.org\b")
_LINK_MARK = re.compile(r"[|›»→▶▸►>]|::| / ")

# The kinds of phrases, ordered so that one cut parts what ends a story from the rest.
_ORDER = (
    Role.COMMENT_PROMPT,
    Role.COMMENT,
    Role.LATEST_NEWS,
    Role.MUST_READ,
    Role.RECOMMENDED,
    Role.RELATED,
    Role.AUTHOR_BIO,
    Role.TAGS,
    Role.COPYRIGHT,
    Role.CONTACT,
    Role.NEWSLETTER,
    Role.SHARE,
    Role.NAVIGATION,
    Role.CONSENT,
    Role.PAYWALL,
    Role.FORM,
    Role.EMBED,
    Role.ADVERTISEMENT,
    Role.CAPTION,
    Role.CORRECTION,
)
CODES = {role: float(len(_ORDER) - i) for i, role in enumerate(_ORDER)}

NAMES = (
    "size",
    "words",
    "terminal",
    "last",
    "cut off",
    "running",
    "capitals",
    "upper",
    "digits",
    "stop words",
    "quotes",
    "commas",
    "sentences",
    "first",
    "list mark",
    "date",
    "address",
    "link marks",
    "heading",
    "line",
    "repeats",
    "repeated before",
)
SIZE, LAST, IS_RUNNING, HEADING, LINE = 0, 3, 5, 18, 19


class Fact(NamedTuple):
    """A line with what is known of it."""

    text: str
    size: int
    running: bool
    """Ends like a sentence, is long enough for one, and no phrase calls it chrome."""
    heading: Match | None
    line: Match | None
    repeats: bool
    """Stood on the page before."""
    content: tuple[str, ...]
    """Its words that carry meaning, each once, for comparison with other lines."""
    names: tuple[str, ...]
    """Its words in capitals but the first, each once: mostly names."""
    row: tuple[float, ...]
    """Its features, as :data:`NAMES` lists them."""


def facts(blocks: Sequence[Block], phrases: Phrases, language: str | None) -> list[Fact]:
    """The facts of all lines of a page."""
    return list(iter_facts(blocks, phrases, language))


def iter_facts(blocks: Sequence[Block], phrases: Phrases, language: str | None) -> Iterator[Fact]:
    """The same one at a time, for pages of which they would fill the memory."""
    counts = Counter(block.text for block in blocks)
    words = load(language).get("stopwords", {}).get("words", ()) if language else ()
    stop = frozenset(words)
    seen: Counter[str] = Counter()
    for block in blocks:
        yield _fact(block.text, phrases, stop, counts[block.text], seen[block.text])
        seen[block.text] += 1


def _fact(text: str, phrases: Phrases, stop: frozenset[str], count: int, before: int) -> Fact:
    size = size_of(text)
    heading, line = phrases.heading(text), phrases.line(text)
    cut_off = text.endswith(CUT_OFF)
    ends = text.endswith(TERMINAL)
    running = ends and not cut_off and size >= RUNNING and heading is None and line is None
    running = running and not (before and size >= 20)
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    total = len(words) or 1
    folded = [word.casefold() for word in words]
    content = [word for word in folded if len(word) > 3 and word not in stop]
    if not sample.isascii():
        content += _DENSE_PAIR.findall(sample)
    names = [
        lower
        for word, lower in zip(words[1:], folded[1:], strict=True)
        if word[0].isupper() and len(word) > 2
    ]
    spread = size / max(1, len(sample)) if len(text) <= _SAMPLE else 1.0
    row = (
        float(size),
        float(len(words)),
        float(ends),
        _last(text),
        float(cut_off),
        float(running),
        sum(1 for word in words if word[0].isupper()) / total,
        sum(1 for word in words if len(word) > 1 and word.isupper()) / total,
        len(_DIGIT.findall(sample)) / len(sample),
        sum(1 for word in folded if word in stop) / total if stop else -1.0,
        float(len(_QUOTE_MARK.findall(sample))),
        (sample.count(",") + sample.count("，") + sample.count("、")) / (total + spread),
        float(len(_SENTENCE_END.findall(sample))),
        _first(text),
        float(_LIST_MARK.match(text) is not None),
        float(len(_DATE.findall(sample))),
        float(len(_ADDRESS.findall(sample))),
        float(len(_LINK_MARK.findall(sample))),
        CODES.get(heading.role, 1.0) if heading else 0.0,
        CODES.get(line.role, 1.0) if line else 0.0,
        float(min(count, 5)),
        float(min(before, 3)),
    )
    # Not sets: their order, and with it the last digit of sums, changes from run to run.
    return Fact(
        text,
        size,
        running,
        heading,
        line,
        bool(before and size >= 20),
        tuple(dict.fromkeys(content)),
        tuple(dict.fromkeys(names)),
        row,
    )


def _last(text: str) -> float:
    """The last character's class: from what ends sentences to what ends labels."""
    char = text[-1]
    if char in ".。।":
        return 6.0
    if char in "!?！？؟":
        return 5.0
    if char in "\"”'’»“」』)":
        return 4.0
    if char in ":;,-–—":
        return 3.0
    if char == "…":
        return 2.0
    return 1.0 if char.isalpha() else 0.0


def _first(text: str) -> float:
    """The first character's class."""
    char = text[0]
    if char.islower():
        return 1.0
    if char.isupper():
        return 3.0
    if char.isdigit():
        return 0.0
    if char in "\"“„«「『'‘":
        return 4.0
    return 2.5 if char.isalpha() else 2.0
