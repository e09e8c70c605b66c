"""Features of the text: how much of it runs on, and what stands between."""

import re
from collections.abc import Sequence
from functools import cache
from math import log1p
from typing import NamedTuple

from newsclean import vocab
from newsclean.page import Block, Kind, Node, Page

# Shortest paragraph, and the span of a headline, in characters of Latin script. A headline
# of news has 30 to 110; labels and names of sections are shorter.
_PARAGRAPH = 80
_HEADLINE = (25, 160)
# Longest label in the vocabulary.
_LABEL = 26
# Short blocks in a row after which a new run of text begins.
_PAUSE = 4
# Lines between the date of a story and its first paragraph.
_HEAD = 5
# Characters in which signs and words are counted: a long page shows its kind early.
_COUNTED = 15_000
# What a character of a dense script says in those of Latin script.
_DENSE = {"zh": 2.6, "ja": 2.2, "ko": 1.9}

_TERMINAL = (".", "!", "?", "…", '"', "”", "»", "“", "。", "！", "？", "」", "؟", "।", ":", "’")
_CUT = ("...", "…", "[…]", "[...]")
_CURRENCY = ("$", "€", "£", "¥")
_QUOTES = ("“", "«", "„", "「")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d\d?[./]\d\d?[./]\d\d(?!\d)|\d年\d")
_KINDS = ("cart", "forum", "listing", "docs")

NAMES = (
    "log total", "linked share", "log running", "running share", "log longest", "log run",
    "run share", "log densest", "densest share", "paragraphs", "runs share", "cut share",
    "closed share", "headlines", "headlines to paragraphs", "headings", "blocks", "buttons",
    *_KINDS, "years", "dated paragraphs", "bylines", "currency", "quotes", "mean", "addressed",
)  # fmt: skip
"""The names of the features, in their order."""


class _Running(NamedTuple):
    """The page's running text."""

    total: float
    linked: float
    running: float
    longest: float
    longest_run: float
    densest: float
    paragraphs: int
    runs: int
    cut: int
    closed: int
    headlines: int
    heads: tuple[int, ...]
    """Positions of the paragraphs that follow other text."""


def row(page: Page, language: str | None) -> list[float]:
    """The features of the page's text; their names are :data:`NAMES`."""
    blocks: Sequence[Block] = [b for b in page.blocks if not b.hidden]
    # A page that hides its story until a script runs.
    if sum(len(b.text) for b in blocks) * 3 < sum(len(b.text) for b in page.blocks):
        blocks = page.blocks
    factor = _DENSE.get(language or "", 1.0)
    f = _running(blocks, page.nodes, page.kind == "text", factor)
    kinds, years, dated, bylines, headings, buttons = _short(blocks, f.heads)
    text = "\n".join([b.text for b in blocks])[:_COUNTED]
    count = text.count
    per = 1e4 / (len(text) + 1)
    total, running, paragraphs = max(f.total, 1.0), max(f.running, 1.0), max(f.paragraphs, 1)
    quotes = sum([count(mark) for mark in _QUOTES]) + count('"') / 2
    return [
        log1p(f.total), f.linked / total, log1p(f.running), f.running / total, log1p(f.longest),
        log1p(f.longest_run), f.longest_run / running, log1p(f.densest), f.densest / running,
        log1p(f.paragraphs), f.runs / paragraphs, f.cut / paragraphs, f.closed / paragraphs,
        log1p(f.headlines), f.headlines / (f.headlines + paragraphs), log1p(headings),
        log1p(len(blocks)), log1p(buttons), *[log1p(n) for n in kinds], log1p(years),
        float(min(dated, 2)), log1p(bylines),
        log1p(per * sum([count(sign) for sign in _CURRENCY])), log1p(per * quotes),
        running / paragraphs / 100, log1p(per * sum([count(word) for word in _addresses()])),
    ]  # fmt: skip


def _running(
    blocks: Sequence[Block], nodes: Sequence[Node], flat: bool, factor: float
) -> _Running:
    """The paragraphs, the runs that they make, and the headlines in links."""
    low, high = _HEADLINE
    masses: dict[int, float] = {}
    heads: list[int] = []
    total = linked = running = longest = run = longest_run = 0.0
    paragraphs = runs = cut = closed = headlines = pause = 0
    for at, (text, kind, _, node, links, *_) in enumerate(blocks):
        size = len(text) * factor
        total += size
        links = links or 0
        linked += links
        if 2 * links > len(text) or (flat and size < high and not text.endswith(_TERMINAL)):
            if low <= size <= high:
                headlines += 1
                run = run if flat else 0.0
            pause += 1
        elif size < _PARAGRAPH or kind is Kind.BUTTON or kind is Kind.HEADING:
            pause += 1
        else:
            paragraphs += 1
            if pause:
                heads.append(at)
            mass = size - links * factor
            running += mass
            longest = size if size > longest else longest
            if text.endswith(_TERMINAL):
                closed += 1
                cut += text.endswith(_CUT)
            run = 0.0 if pause >= _PAUSE else run
            runs += run == 0.0
            run += mass
            longest_run = run if run > longest_run else longest_run
            pause = 0
            if node is not None:
                parent = nodes[node].parent
                masses[parent] = masses.get(parent, 0.0) + mass
    return _Running(
        total, linked * factor, running, longest, longest_run, max(masses.values(), default=0.0),
        paragraphs, runs, cut, closed, headlines, tuple(heads),
    )  # fmt: skip


def _short(
    blocks: Sequence[Block], heads: Sequence[int]
) -> tuple[list[int], int, int, int, int, int]:
    """What the short blocks say: counts of the labels of each kind, of dates, of paragraphs
    under a date, of bylines, headings and buttons."""
    labels, bys = _labels(), _bylines()
    initials = {start[0] for start in bys}
    kinds = [0] * len(_KINDS)
    bylines = headings = buttons = 0
    dates: list[int] = []
    for at, (text, kind, *_) in enumerate(blocks):
        if kind is Kind.HEADING:
            headings += 1
        elif kind is Kind.BUTTON:
            buttons += 1
        size = len(text)
        if size < _PARAGRAPH:
            if size < _LABEL:
                word = labels.get(text.lower())
                if word is not None:
                    kinds[word] += 1
            if text[0] in initials and text.startswith(bys):
                bylines += 1
            if ("0" in text or "1" in text or "2" in text) and _YEAR.search(text):
                dates.append(at)
    found = set(dates)
    dated = [at for at in heads if not found.isdisjoint(range(at - _HEAD, at))] if dates else ()
    return kinds, len(dates), len(dated), bylines, headings, buttons


@cache
def _labels() -> dict[str, int]:
    """The kind of page, by number, that a short text is typical of."""
    tables = vocab.load("_pages")["labels"]
    return {word: n for n, name in enumerate(_KINDS) for word in tables[name]}


@cache
def _bylines() -> tuple[str, ...]:
    """What a byline starts with, in any language."""
    return tuple(vocab.load("_pages")["starts"]["byline"])


@cache
def _addresses() -> tuple[str, ...]:
    """Words that speak to the reader."""
    return tuple(vocab.load("_pages")["words"]["address"])
