"""What single elements say during the walk: identity, pictures, claims about authors and
dates."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import urljoin

from newsclean.page import Block, Claim, Node
from newsclean.read.memo import Memo

# Names of classes on inline elements that say what the text in them is.
_HINTS = re.compile(
    r"(?P<dateline>\bdate-?line\b)"
    r"|(?P<credit>credit|photographer|copyright)"
    r"|(?P<caption>caption|legend\b)"
    r"|(?P<author>author|byline|by-line|writer|autor|auteur|redakteur|reporter\b)"
    r"|(?P<date>\bdate|\btime\b|timestamp|publish|posted|updated|datum|fecha|\bdata\b)"
    r"|(?P<section>kicker|eyebrow|overline|\bcategory\b|dachzeile|roofline|rubric)"
)
# What no match of _HINTS is without: five times as fast, and most names have none of it.
_TELLING = re.compile(
    "author|autor|auteur|line|writer|redakteur|reporter|date|time|publish|posted|datum|fecha"
    "|data|credit|photographer|copyright|caption|legend|kicker|eyebrow|category|dachzeile|rubric"
)
# For paths in lower case. All links are searched: hence the letters ahead and the shared
# beginnings.
_AUTHOR_PATH = re.compile(
    r"/(?=[abcfjprsw])(?:a(?:uthors?|utor(?:en|es)?|uteurs?)|writers?|re(?:porters?|dakteure?)|staff"
    r"|p(?:eople|rofiles?)|by|co(?:lumnists?|ntributors?)|journalists?|firmas?)/[^/?#]"
)
_WANTED_PROPERTIES = frozenset(
    "author creator name datepublished datecreated datemodified dateline headline description "
    "alternativeheadline articlesection keywords publisher jobtitle editor".split()
)
# A claim's text is a name or a date; longer ones are containers.
_CLAIM_LENGTH = 300

_NAMING = ("class", "id", "itemprop", "role", "data-component", "data-testid")
_OTHER_NAMING = frozenset(_NAMING) - {"class"}
_HIDING_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden")
_CAMEL_HUMP = re.compile(r"(?=[A-Z])(?<=[a-z0-9])")
# Word boundaries are asked for behind the letters, which are searched faster.
_FIGURE = re.compile(
    r"wp-caption|figure|gallery|slideshow|carousel|photo\b(?<=\bphoto)|image|picture"
    r"|img\b(?<=\bimg)|media"
)
# A caption stands at most a few levels above its picture.
_FIGURE_LEVELS = 6


class Walk(Protocol):
    """What the hints need of the walk."""

    blocks: list[Block]
    claims: list[Claim]


def _lower(names: str) -> str:
    # Most names have no capitals.
    return names if names.islower() else _CAMEL_HUMP.sub("-", names).lower()


idents = Memo(_lower, 16384)


def ident(attributes: Mapping[str, str], tag: str = "") -> str:
    """The names that an element goes by, joined by spaces, camel case split by hyphens.

    Systems with hashed class names tell their elements apart by test ids; a table that
    text flows around is called ``floated``.
    """
    floated = tag == "table" and attributes.get("align", "").lower() in ("left", "right")
    if not floated and _OTHER_NAMING.isdisjoint(attributes):
        return idents[attributes["class"]] if "class" in attributes else ""
    names = [attributes[name] for name in _NAMING if name in attributes]
    if floated:
        names.append("floated")
    return _lower(" ".join(name for name in names if name))


_hiding = Memo(lambda style: _HIDING_STYLE.search(style.lower()) is not None, 1024)


def hides(attributes: Mapping[str, str]) -> bool:
    """Do an element's attributes hide it?"""
    return "hidden" in attributes or ("style" in attributes and _hiding[attributes["style"]])


# What only screen readers are to say: style sheets move it out of sight.
_UNSEEN = re.compile(
    r"(?<![a-z])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden)(?![a-z])"
)
_CLIPPED = re.compile(
    r"clip(?:-path)?\s{0,9}:\s{0,9}(?:rect\(\s{0,9}[01]p?x?[\s,]|inset\((?:50|100)%)"
)
_unseen = Memo(lambda names: _UNSEEN.search(names.lower()) is not None, 4096)
_clipped = Memo(lambda style: _CLIPPED.search(style.lower()) is not None, 1024)


def is_unseen(attributes: Mapping[str, str]) -> bool:
    """Is an element's text for screen readers only: "opens in a new tab"?"""
    if "class" in attributes and _unseen[attributes["class"]]:
        return True
    return "style" in attributes and _clipped[attributes["style"]]


# Editors that know no void elements write breaks so.
_BREAKING = re.compile(r"(?<![\w-])(?:br|line-?break)(?![\w-])")
_breaking = Memo(lambda names: _BREAKING.search(names) is not None, 1024)


def is_break(attributes: Mapping[str, str]) -> bool:
    """Is an empty inline element a line break: ``<span class="br"></span>``?"""
    return "class" in attributes and _breaking[attributes["class"]]


def _what_they_tell(names: str) -> str | None:
    names = idents[names]
    found = _HINTS.search(names) if _TELLING.search(names) else None
    return found.lastgroup if found else None


_hints = Memo(_what_they_tell, 4096)


def figure_around(nodes: Sequence[Node], at: int | None) -> int | None:
    """The element that holds a picture, which stands in node ``at``, with its caption: a
    ``<figure>``, or one that is named like it."""
    figure = None
    for _ in range(_FIGURE_LEVELS):
        if at is None or at < 0:
            break
        node = nodes[at]
        if node.tag == "figure":
            return at
        if figure is None and _figures[node.ident]:
            figure = at
        at = node.parent
    return figure


_figures = Memo(lambda ident: _FIGURE.search(ident) is not None, 4096)


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

    def __init__(self, root: Any, url: str | None, data: bytes | None = None) -> None:
        self.url = url
        # The markup is searched ten times as fast as the tree.
        self.microdata = (
            b"itemprop" in data if data is not None else bool(root.xpath("boolean(//@itemprop)"))
        )

    def on_block(self, walk: Walk, element: Any) -> None:
        """Take what a block-level element claims."""
        if self.microdata:
            self._property(walk, element)

    def on_inline(self, walk: Walk, element: Any, tag: str, attributes: Mapping[str, str]) -> None:
        """Take what an inline element claims."""
        if tag == "a":
            href = attributes.get("href")
            if "rel" in attributes or (href and _AUTHOR_PATH.search(href.lower())):
                self._link(walk, element, attributes)
        elif tag == "time":
            self._time(walk, element)
        names = attributes.get("class")
        if names:
            hint = _hints[names]
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
        elif href and _AUTHOR_PATH.search(href.lower()):
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
