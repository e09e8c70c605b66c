"""What the page says about itself outside its text: metas, links, JSON-LD."""

import html
import re
from collections.abc import Iterable
from typing import Any

from newsclean.page import Claim
from newsclean.read.jsonld import JsonLd
from newsclean.read.memo import Memo
from newsclean.read.rdfa import read_rdfa
from newsclean.read.tags import SAYING_ANYWHERE

_LINKS = ("canonical", "amphtml", "author", "shortlink")
_OPENGRAPH = ("og:", "article:", "book:", "profile:", "news:")
# Names of dates in the state that client-side frameworks ship; read only where the page
# declares its date in no better place.
_STATE_DATE = re.compile(
    r"\"(datePublished|publishedAt|published_at|publishedTime|publishDate|publish_date"
    r"|pubDate|pubdate|firstPublishDate|first_publish_date|displayDate|publicationDate"
    r"|published_time|published)\\?\"\s{0,4}:\s{0,4}\\?\"?(\d[0-9T:.+\-Z ]{7,30})"
)
_MARKUP = re.compile(r"<[^<>]{1,300}>")
_CLAIM_LENGTH = 5000


def clean(value: str) -> str:
    """``value`` without entities (doubly escaped ones too) and tags, white space folded."""
    if "&" in value:
        value = html.unescape(value)
        if "&" in value:
            value = html.unescape(value)
    if "<" in value:
        value = _MARKUP.sub(" ", value)
    if not value.isascii():
        value = value.replace("\xad", "").replace("\u200b", "").replace("\ufeff", "")
    return " ".join(value.split())


def read_claims(
    root: Any,
    url: str | None,
    elements: Iterable[Any] | None = None,
    data: bytes | None = None,
) -> tuple[list[Claim], str | None]:
    """The claims of ``<title>``, metas, links and JSON-LD, and the declared language.

    ``elements`` are the elements of :data:`newsclean.read.tags.SAYING` under ``root``, and
    ``data`` the markup, if the caller has them. The language is a primary subtag in lower
    case (``"pt"`` of ``pt-BR``).
    """
    claims: list[Claim] = []
    scripts: list[str] = []
    others: list[Any] = []
    titled = False
    if elements is None:
        elements = root.iter(*SAYING_ANYWHERE)
    for element in elements:
        tag = element.tag.rpartition("}")[2]
        if tag == "meta":
            _meta(claims, element)
        elif tag == "script":
            # The text of a script is copied when it is asked for, and some hold megabytes.
            if "ld+json" not in (element.get("type") or "").lower():
                others.append(element)
            elif element.text:
                scripts.append(element.text)
        elif tag == "link":
            _link(claims, element)
        elif tag == "title" and not titled:
            # An SVG drawing has titles of its own.
            parent = element.getparent()
            text = clean("".join(element.itertext()))
            if text and (parent is None or parent.tag not in ("svg", "symbol", "g")):
                claims.append(Claim("html", "title", text))
                titled = True
    if scripts:
        claims += JsonLd(scripts, clean).claims()
    # The attribute, not JavaScript's operator; the markup is searched faster than the tree.
    if data is None or b"typeof=" in data:
        claims += read_rdfa(root)
    if others and not any("publish" in c.name for c in claims):
        claims += _state(others)
    return claims, _language(root, claims)


def _sources(named: str) -> list[tuple[str, str]]:
    """The names in a meta's ``property`` or ``name``, each with the source that it is of."""
    found = []
    for name in named.lower().split():
        source = "meta"
        if name.startswith(_OPENGRAPH):
            source = "opengraph"
        elif name.startswith("twitter:"):
            source = "twitter"
        found.append((source, name))
    return found


_sources_of = Memo(_sources, 1024)


def _meta(claims: list[Claim], element: Any) -> None:
    attributes = dict(element.items())
    content = attributes.get("content")
    if not content:
        return
    named = attributes.get("property") or attributes.get("name")
    if named:
        value = clean(content)[:_CLAIM_LENGTH]
        if value:
            claims += [Claim(source, name, value) for source, name in _sources_of[named]]
    elif attributes.get("http-equiv"):
        name = attributes["http-equiv"].strip().lower()
        claims.append(Claim("meta", name, clean(content)))
    names = attributes.get("itemprop")
    if names:
        value = clean(content)[:_CLAIM_LENGTH]
        scope = _scope(element)
        claims += [Claim("microdata", name, value, scope) for name in names.lower().split()]


def _scope(element: Any) -> str:
    """The microdata types around ``element``, innermost first."""
    types = []
    for ancestor in element.iterancestors():
        kind = ancestor.get("itemtype")
        if kind:
            types.append(kind.strip().rpartition("/")[2])
    return " ".join(types)


def _link(claims: list[Claim], element: Any) -> None:
    rel = element.get("rel")
    href = element.get("href")
    if not rel or not href:
        return
    claims += [Claim("link", n, href.strip()) for n in rel.lower().split() if n in _LINKS]


def _state(scripts: list[Any]) -> list[Claim]:
    """Dates from scripts that are no JSON-LD, the first of each name."""
    found: dict[str, Claim] = {}
    for element in scripts:
        text = element.text or ""
        if "ublish" not in text and "pubdate" not in text.lower():
            continue
        for match in _STATE_DATE.finditer(text):
            name = match[1].lower()
            found.setdefault(name, Claim("script", name, match[2].strip()))
            if len(found) > 3:
                return list(found.values())
    return list(found.values())


_DECLARING = ("og:locale", "content-language", "language", "dc.language", "inlanguage")


def _language(root: Any, claims: list[Claim]) -> str | None:
    """The primary subtag of ``<html lang>``, else of the first claim of a language."""
    top = next(root.iter("html", "{*}html"), None)
    declared = []
    if top is not None:
        xml = "{http://www.w3.org/XML/1998/namespace}lang"
        declared.append(top.get("lang") or top.get("xml:lang") or top.get(xml) or "")
    declared += [c.value for name in _DECLARING for c in claims if c.name == name]
    for value in declared:
        subtag = value.strip().lower().replace("_", "-").partition("-")[0].partition(",")[0]
        if 2 <= len(subtag) <= 3 and subtag.isascii() and subtag.isalpha():
            return {"nb": "no", "nn": "no", "iw": "he", "in": "id"}.get(subtag, subtag)
    return None
