"""What single elements say during the walk: identity, pictures, claims about authors and
dates."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Protocol
from urllib.parse import urljoin

from newsclean.page import Block, Claim, Node

# Names of classes on inline elements that say what the text in them is.
_HINTS = re.compile(
    r"(?P<dateline>\bdate-?line\b)"
    r"|(?P<credit>credit|photographer|copyright)"
    r"|(?P<caption>caption|legend\b)"
    r"|(?P<author>author|byline|by-line|writer|autor|auteur|redakteur|reporter\b)"
    r"|(?P<date>\bdate|\btime\b|timestamp|publish|posted|updated|datum|fecha|\bdata\b)"
    r"|(?P<section>kicker|eyebrow|overline|\bcategory\b|dachzeile|roofline|rubric)"
)
_AUTHOR_PATH = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|writers?|reporters?|staff|people|profiles?|by|"
    r"columnists?|contributors?|journalists?|redakteure?|firmas?)/[^/?#]",
    re.IGNORECASE,
)
_WANTED_PROPERTIES = frozenset(
    "author creator name datepublished datecreated datemodified dateline headline description "
    "alternativeheadline articlesection keywords publisher jobtitle editor".split()
)
# A claim's text is a name or a date; longer ones are containers.
_CLAIM_LENGTH = 300

_NAMING = ("class", "id", "itemprop", "role", "data-component", "data-testid")
_HIDING_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
_SPLIT_IDENT = re.compile(r"([a-z0-9])([A-Z])")
_FIGURE = re.compile(
    r"wp-caption|figure|gallery|slideshow|carousel|\bphoto\b|image|picture|\bimg\b|media"
)


class Walk(Protocol):
    """What the hints need of the walk."""

    blocks: list[Block]
    claims: list[Claim]


@lru_cache(maxsize=4096)
def _ident(joined: str) -> str:
    return _SPLIT_IDENT.sub(r"\1-\2", joined).lower()


def ident(attributes: Mapping[str, str]) -> str:
    """The names that an element goes by, joined by spaces, camel case split by hyphens.

    Systems with hashed class names tell their elements apart by test ids.
    """
    names = [attributes[name] for name in _NAMING if name in attributes]
    return _ident(" ".join(name for name in names if name)) if names else ""


def hides(attributes: Mapping[str, str]) -> bool:
    """Do an element's attributes hide it?"""
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and _HIDING_STYLE.search(style) is not None  # type: ignore[arg-type]


@lru_cache(maxsize=4096)
def _hint(names: str) -> str | None:
    found = _HINTS.search(_ident(names))
    return found.lastgroup if found else None


def is_figure(node: Node) -> bool:
    """Is ``node`` something that holds a picture together with its caption?"""
    return node.tag == "figure" or _names_figure(node.ident)


@lru_cache(maxsize=4096)
def _names_figure(ident: str) -> bool:
    return _FIGURE.search(ident) is not None


def folded(element: Any) -> str:
    """The text of ``element``, white space folded, cut at the length of a claim."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > 4 * _CLAIM_LENGTH:
            break
    return " ".join("".join(parts).split())[: _CLAIM_LENGTH + 1]


def picture(element: Any, base: str | None) -> tuple[str, str | None, int | None] | None:
    """Address, alternative text and width of an image; None for placeholders and pixels."""
    get = element.get
    url = ""
    for name in ("data-src", "data-original", "data-lazy-src", "src"):
        url = (get(name) or "").strip()
        if url and not url.startswith("data:"):
            break
    if not url or url.startswith("data:"):
        srcset = (get("srcset") or get("data-srcset") or "").split()
        if not srcset or srcset[0].startswith("data:"):
            return None
        url = srcset[0].rstrip(",")
    width = get("width") or ""
    pixels = int(width) if width.isascii() and width.isdigit() and len(width) < 6 else None
    if pixels is not None and pixels < 3:  # a tracking pixel
        return None
    alt = " ".join((get("alt") or "").split()) or None
    return absolute(url, base), alt, pixels


def absolute(url: str, base: str | None) -> str:
    """``url`` made absolute where ``base`` is known; as it is where it is no valid URL."""
    if not base:
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


class Hints:
    """Collects the claims that stand inside the text."""

    def __init__(self, root: Any, url: str | None, source: str | None = None) -> None:
        self.url = url
        # The text is searched ten times as fast as the tree.
        self.microdata = (
            "itemprop" in source
            if source is not None
            else bool(root.xpath("boolean(//@itemprop)"))
        )

    def on_block(self, walk: Walk, element: Any, tag: str) -> None:
        """Take what a block-level element claims."""
        if self.microdata:
            self._property(walk, element)

    def on_inline(self, walk: Walk, element: Any, tag: str, attributes: Mapping[str, str]) -> None:
        """Take what an inline element claims."""
        if tag == "a":
            self._link(walk, element, attributes)
        elif tag == "time":
            self._time(walk, element)
        names = attributes.get("class")
        if names:
            hint = _hint(names)
            if hint is not None:
                text = folded(element)
                if text and len(text) <= _CLAIM_LENGTH:
                    walk.claims.append(Claim("class", hint, text, names, len(walk.blocks)))
        if self.microdata:
            self._property(walk, element)

    def _link(self, walk: Walk, element: Any, attributes: Mapping[str, str]) -> None:
        href = attributes.get("href")
        rel = attributes.get("rel")
        if rel and "author" in rel.lower().split():
            name = "rel-author"
        elif href and _AUTHOR_PATH.search(href):
            name = "author-link"
        else:
            return
        text = folded(element)
        if text and len(text) <= _CLAIM_LENGTH:
            detail = (("url", absolute(href, self.url)),) if href else ()
            walk.claims.append(Claim("link", name, text, "", len(walk.blocks), detail))

    def _time(self, walk: Walk, element: Any) -> None:
        text = folded(element)
        value = (element.get("datetime") or "").strip()
        if value or text:
            detail = (("text", text), ("class", (element.get("class") or "").lower()))
            walk.claims.append(Claim("time", "time", value, "", len(walk.blocks), detail))

    def _property(self, walk: Walk, element: Any) -> None:
        names = element.get("itemprop")
        if not names:
            return
        for name in names.lower().split():
            if name in _WANTED_PROPERTIES:
                get = element.get
                value = get("content") or get("datetime") or folded(element)
                value = " ".join(value.split())
                if value and len(value) <= _CLAIM_LENGTH:
                    scope = self._scope(element)
                    walk.claims.append(Claim("microdata", name, value, scope, len(walk.blocks)))

    def _scope(self, element: Any) -> str:
        """The microdata types around ``element``, innermost first: ``"Person NewsArticle"``."""
        types = []
        for ancestor in element.iterancestors():
            kind = ancestor.get("itemtype")
            if kind:
                types.append(kind.strip().rpartition("/")[2])
        return " ".join(types)
