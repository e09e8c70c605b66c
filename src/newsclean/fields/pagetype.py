"""What tells an article from a section front, a listing, a product, a forum: numbers.

They are read off the page itself and not off its labels, so that they hold whatever
labels the blocks, and the weights need no new training when the labels change.
"""

import re
from collections import Counter
from functools import cache, lru_cache
from math import log1p
from typing import NamedTuple
from urllib.parse import urlsplit

from newsclean import vocab
from newsclean.page import Kind, Page

# Shortest paragraph, and the span of a headline, in characters (Latin script). A headline
# of news has 30 to 110; labels and names of sections are shorter.
_PARAGRAPH = 80
_HEADLINE = (25, 160)
# Short blocks in a row after which a new run of text begins.
_PAUSE = 4
# What a character of a dense script says in those of Latin script.
_DENSE = {"zh": 2.6, "ja": 2.2, "ko": 1.9}

_TERMINAL = (".", "!", "?", "…", '"', "”", "»", "“", "。", "！", "？", "」", "؟", "।", ":", "’")
_CUT = ("...", "…", "[…]", "[...]")
_CURRENCY = ("$", "€", "£", "¥", "円", "₽", "zł")
_ARTICLE_TYPE = re.compile(r"article|posting|report|review|column", re.IGNORECASE)
_LIST_TYPE = re.compile(
    r"itemlist|collectionpage|searchresults|profilepage|forum|faqpage|qapage|store|software|"
    r"product|offer|service|localbusiness|videoobject|gallery|sportsevent",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:19|20)\d\d[/-]?[01]?\d(?:[/-]?[0-3]?\d)?(?!\d)")
_NUMBER = re.compile(r"\d{5,}|[0-9a-f]{8}-[0-9a-f]{4}|\d{4,}\.s?html?")
_BOXES = frozenset(("div", "li", "article", "section", "tr", "td", "a", "ul", "table"))
_WORD = re.compile(r"[a-z]+(?:-[a-z]+){0,3}")


class Flow(NamedTuple):
    """The page's text by the kinds of stretches that it has."""

    total: float = 0.0
    linked: float = 0.0
    running: float = 0.0
    longest: float = 0.0
    longest_run: float = 0.0
    densest: float = 0.0
    paragraphs: int = 0
    runs: int = 0
    cut: int = 0
    closed: int = 0
    headlines: int = 0
    headings: int = 0
    short: int = 0
    blocks: int = 0
    buttons: int = 0
    h1: int = 0
    cart: int = 0
    forum: int = 0
    listing: int = 0
    docs: int = 0


@cache
def _labels() -> dict[str, int]:
    """The kind of page, by number, that a short text is typical of."""
    tables = vocab.load("_pages")["labels"]
    return {
        word: n for n, name in enumerate(("cart", "forum", "listing", "docs")) for word in tables[name]
    }


def flow(page: Page, language: str | None) -> Flow:
    """One pass over the blocks."""
    factor = _DENSE.get(language or "", 1.0)
    blocks = [b for b in page.blocks if not b.hidden]
    # A page that hides its story until a script runs.
    if sum(len(b.text) for b in blocks) * 3 < sum(len(b.text) for b in page.blocks):
        blocks = list(page.blocks)
    labels = _labels()
    known = [0, 0, 0, 0]
    nodes = page.nodes
    masses: dict[int, float] = {}
    total = linked = running = longest = run = longest_run = 0.0
    paragraphs = runs = cut = closed = headlines = headings = short = buttons = h1 = pause = 0
    low, high = _HEADLINE
    flat = page.kind == "text"
    for block in blocks:
        text, kind, level, node, links, _, _, _ = block
        size = len(text) * factor
        total += size
        links = links or 0
        linked += links * factor
        if kind is Kind.HEADING:
            headings += 1
            h1 += level == 1
        elif kind is Kind.BUTTON:
            buttons += 1
        open_end = flat and size < high and not text.endswith(_TERMINAL)
        if 2 * links > len(text) or open_end:
            if low <= size <= high:
                headlines += 1
                run = 0.0 if not flat else run
            pause += 1
        elif size >= _PARAGRAPH and kind is not Kind.BUTTON and kind is not Kind.HEADING:
            paragraphs += 1
            body = size - links * factor
            running += body
            if size > longest:
                longest = size
            if text.endswith(_TERMINAL):
                closed += 1
                cut += text.endswith(_CUT)
            if pause >= _PAUSE:
                run = 0.0
            runs += run == 0.0
            run += body
            if run > longest_run:
                longest_run = run
            pause = 0
            if node is not None:
                parent = nodes[node].parent
                masses[parent] = masses.get(parent, 0.0) + body
        else:
            short += 1
            pause += 1
        if len(text) < 26:
            word = labels.get(text.lower())
            if word is not None:
                known[word] += 1
    densest = max(masses.values(), default=0.0)
    return Flow(
        total, linked, running, longest, longest_run, densest, paragraphs, runs, cut, closed,
        headlines, headings, short, len(blocks), buttons, h1, *known,
    )  # fmt: skip


FLOW = (
    "log total", "linked share", "log running", "running share", "log longest", "log run",
    "run share", "log densest", "densest share", "paragraphs", "runs share", "cut share",
    "closed share", "headlines", "headlines to paragraphs", "headings", "short share", "blocks",
    "buttons", "h1", "cart", "forum", "listing", "docs", "currency", "quotes", "mean",
)  # fmt: skip


def flow_row(page: Page, language: str | None) -> list[float]:
    """What :func:`flow` found, as features; their names are :data:`FLOW`."""
    f = flow(page, language)
    text = "\n".join([b.text for b in page.blocks])
    count = text.count
    total, running = max(f.total, 1.0), max(f.running, 1.0)
    paragraphs = max(f.paragraphs, 1)
    quotes = count("“") + count("«") + count("„") + count("「") + count('"') / 2
    return [
        log1p(f.total), f.linked / total, log1p(f.running), f.running / total, log1p(f.longest),
        log1p(f.longest_run), f.longest_run / running, log1p(f.densest), f.densest / running,
        log1p(f.paragraphs), f.runs / paragraphs, f.cut / paragraphs, f.closed / paragraphs,
        log1p(f.headlines), f.headlines / (f.headlines + paragraphs), log1p(f.headings),
        f.short / max(f.blocks, 1), log1p(f.blocks), log1p(f.buttons), float(min(f.h1, 3)),
        log1p(f.cart), log1p(f.forum), log1p(f.listing), log1p(f.docs),
        log1p(1e4 * sum(count(sign) for sign in _CURRENCY) / (len(text) + 1)),
        log1p(1e4 * quotes / (len(text) + 1)), running / paragraphs / 100,
    ]  # fmt: skip


_NAMES = ("body", "byline", "card", "page", "shop", "forum", "comments")
MARKUP = (
    *(f"named {name}" for name in _NAMES),
    "system single", "system list", "repeated", "articles", "pre", "forms", "rows", "items",
    "pictures", "nodes",
)  # fmt: skip


def markup_row(page: Page) -> list[float]:
    """What names and tags of elements say; their names are :data:`MARKUP`."""
    nodes = page.nodes
    names = "\n".join({node.ident for node in nodes})
    words = vocab.load("_pages")["names"]
    tags = Counter([node.tag for node in nodes])
    repeated = 0
    for node, times in Counter(nodes).items():
        if times > repeated and node.tag in _BOXES:
            repeated = times
    top = next((n.ident for n in nodes[:3] if n.tag == "body"), "")
    single, listed = _system(top)
    return [
        *[log1p(sum([names.count(word) for word in words[name]])) for name in _NAMES],
        single, listed, log1p(repeated), log1p(tags["article"]), log1p(tags["pre"]),
        log1p(tags["form"]), log1p(tags["tr"]), log1p(tags["li"]), log1p(len(page.pictures)),
        log1p(len(nodes)),
    ]  # fmt: skip


@lru_cache(maxsize=512)
def _system(names: str) -> tuple[float, float]:
    """Whether the class names of ``<body>`` are those of a story, of a list."""
    words = set(names.split()) | {word.rstrip("-0123456789") for word in names.split()}
    tables = vocab.load("_pages")["systems"]
    return float(not words.isdisjoint(tables["single"])), float(
        not words.isdisjoint(tables["list"])
    )


CLAIMS = (
    "og article", "og other", "ld article", "ld other", "ld any", "articles declared",
    "published", "author", "times", "class dates", "class authors", "micro article",
    "title", "h1 in title",
)  # fmt: skip


def claims_row(page: Page) -> list[float]:
    """What the metadata says; the names are :data:`CLAIMS`."""
    og = ""
    article = other = any_ld = published = author = micro = False
    times = dates = authors = headlines = 0
    title = ""
    for source, name, value, scope, _, _ in page.claims:
        if source == "json-ld":
            any_ld = True
            if _ARTICLE_TYPE.search(scope):
                article = True
                headlines += name == "headline"
                published = published or name == "datepublished"
                author = author or name == "author"
            elif _LIST_TYPE.search(scope):
                other = True
        elif source == "time":
            times += 1
        elif source == "class":
            dates += name == "date"
            authors += name == "author"
        elif source == "opengraph":
            if name == "og:type":
                og = value.lower()
            elif name == "article:published_time":
                published = True
        elif source == "microdata":
            micro = micro or "Article" in scope or "BlogPosting" in scope
        elif source == "meta":
            author = author or name == "author"
        elif name == "title" and source == "html":
            title = value
    heading = next((b.text for b in page.blocks if b.level == 1 and b.kind is Kind.HEADING), "")
    return [
        float("article" in og or "post" in og), float(bool(og) and "article" not in og),
        float(article), float(other), float(any_ld), float(min(headlines, 3)), float(published),
        float(author), log1p(times), log1p(dates), log1p(authors), float(micro),
        min(len(title), 150) / 100, min(len(heading), 150) / 100,
    ]  # fmt: skip


_PATHS = ("story", "list", "shop", "forum", "docs")
URL = ("known", "depth", "slug hyphens", "slug length", "day", "number", "query", "root", "html",
       *(f"path {name}" for name in _PATHS))  # fmt: skip


@cache
def _paths() -> dict[str, tuple[int, ...]]:
    """The kinds of page, by number, that a part of a path is typical of."""
    found: dict[str, tuple[int, ...]] = {}
    for n, name in enumerate(_PATHS):
        for word in vocab.load("_pages")["paths"][name]:
            found[word] = (*found.get(word, ()), n)
    return found


def url_row(url: str | None) -> list[float]:
    """What the address says; the names are :data:`URL`. All -1 where there is none."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return [-1.0] * len(URL)
    if not parts.netloc:
        return [-1.0] * len(URL)
    path = parts.path.lower()
    steps = [step for step in path.split("/") if step]
    slug = max(steps[-2:], key=lambda step: step.count("-") + step.count("_"), default="")
    kinds = [0.0] * len(_PATHS)
    known = _paths()
    # The slug itself is a title and no name of a section, unless it is one word.
    for word in (*steps[:-1], *(steps[-1:] if slug.count("-") < 2 else ()), *parts.netloc.split(".")[:-1]):
        for n in known.get(word.partition(".")[0], ()):
            kinds[n] = 1.0
    return [
        1.0, float(min(len(steps), 7)), float(min(slug.count("-") + slug.count("_"), 12)),
        min(len(slug), 100) / 10, float(_DAY.search(path) is not None),
        float(_NUMBER.search(path) is not None), float(bool(parts.query)), float(not steps),
        float(path.endswith(("html", "htm"))), *kinds,
    ]  # fmt: skip


def address(page: Page) -> str | None:
    """The caller's address of the page, else the one that it declares."""
    if page.url:
        return page.url
    for source, name in (("link", "canonical"), ("opengraph", "og:url")):
        for claim in page.claims:
            if claim.name == name and claim.source == source and "//" in claim.value:
                return claim.value
    return None


HTML = (*FLOW, *MARKUP, *CLAIMS, *URL)
"""The names of the features of an HTML page, in their order."""
TEXT = FLOW
"""The names of the features of a flat text, in their order."""


def html_row(page: Page, language: str | None) -> list[float]:
    """The features of an HTML page."""
    return [
        *flow_row(page, language),
        *markup_row(page),
        *claims_row(page),
        *url_row(address(page)),
    ]
