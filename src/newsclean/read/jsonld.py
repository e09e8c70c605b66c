"""JSON-LD to Claims, however the page has mangled it."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from newsclean.page import Claim

# Properties of one value that a field may be made from.
_TEXTS = frozenset(
    (
        *("headline", "alternativeheadline", "alternatename", "name", "description", "genre"),
        *("articlesection", "inlanguage", "dateline", "url", "articlebody", "datepublished"),
        *("datemodified", "datecreated", "uploaddate", "isaccessibleforfree"),
    )
)
_PEOPLE = frozenset(("author", "creator", "editor", "contributor", "publisher", "reporter"))
# Types that describe parts of the page or others than the page.
_PASSED = frozenset(
    (
        *("ImageObject", "Person", "ListItem", "ItemList", "SiteNavigationElement", "WPHeader"),
        *("WPFooter", "WPSideBar", "SearchAction", "Question", "FAQPage", "Comment", "Offer"),
        "Product",
    )
)
_DEPTH = 12

_WRAPPING = re.compile(r"/?/?\s{0,9}<!\[CDATA\[|/?/?\s{0,9}\]\]>|<!--|-->|/\*|\*/")
_TRAILING_COMMA = re.compile(r",(\s{0,99}[}\]])")
_COMMENT_LINE = re.compile(r"^\s{0,40}//[^\n]{0,500}$", re.MULTILINE)
_KEY = re.compile(
    r"\"(headline|datePublished|dateModified|dateCreated|description|articleSection)\""
    r"\s{0,9}:\s{0,9}\"((?:[^\"\\\n]|\\.){1,1000})\""
)
_NAME = re.compile(r"\"(?:name|author)\"\s{0,9}:\s{0,9}\"([^\"]{2,100})\"")
# How far behind "author" its name can stand, a type, an id and an address before it.
_AUTHOR_REACH = 400


class JsonLd:
    """The JSON-LD blocks of one page."""

    def __init__(self, scripts: list[str], clean: Callable[[str], str]) -> None:
        self._clean = clean
        self._broken: list[str] = []
        self._roots: list[Any] = []
        self._by_id: dict[str, dict[str, Any]] | None = None
        for script in scripts:
            values = parse_json(script)
            if values is None:
                self._broken.append(script)
            else:
                self._roots += values

    def claims(self) -> list[Claim]:
        """One claim for each property of each top-level thing, in the page's order."""
        claims: list[Claim] = []
        for root in self._roots:
            for thing in self._things(root, 0):
                claims += self._thing(thing)
        for script in self._broken:
            claims += self._fragments(script)
        return claims

    def _things(self, value: Any, depth: int) -> Iterator[dict[str, Any]]:
        """The typed objects at the top, below ``@graph`` and below ``mainEntity``."""
        if depth > _DEPTH:
            return
        if isinstance(value, list):
            for item in value:
                yield from self._things(item, depth + 1)
        elif isinstance(value, dict):
            if value.get("@type"):
                yield value
            for key in ("@graph", "mainEntity", "breadcrumb"):
                if isinstance(value.get(key), dict | list):
                    yield from self._things(value[key], depth + 1)
            page = value.get("mainEntityOfPage")
            if isinstance(page, dict) and len(page) > 3:
                yield from self._things(page, depth + 1)

    def _thing(self, thing: dict[str, Any]) -> list[Claim]:
        types = _types(thing)
        if not types or _PASSED.issuperset(types):
            return []
        scope = " ".join(types)
        claims = []
        for key, value in thing.items():
            name = key.lower().rpartition(":")[2].rpartition("/")[2]
            if name in _TEXTS:
                claims += [
                    Claim("json-ld", name, text, scope) for text in self._texts(name, value)
                ]
            elif name in _PEOPLE:
                claims += self._people(name, value, scope, 0)
            elif name == "keywords":
                claims += self._keywords(value, scope)
            elif name == "mainentityofpage":
                url = value.get("@id") or value.get("url") if isinstance(value, dict) else value
                if isinstance(url, str) and url:
                    claims.append(Claim("json-ld", name, url.strip(), scope))
            elif name == "itemlistelement" and "BreadcrumbList" in types:
                claims += self._breadcrumbs(value, scope)
            elif name == "image":
                claims += [Claim("json-ld", name, url, scope) for url in _pictures(value)]
            elif name == "haspart":
                part = value[0] if isinstance(value, list) and value else value
                free = part.get("isAccessibleForFree") if isinstance(part, dict) else None
                if free is not None:
                    said = f"{name}.isaccessibleforfree"
                    claims.append(Claim("json-ld", said, str(free), scope))
        return claims

    def _texts(self, name: str, value: Any) -> list[str]:
        if isinstance(value, list):
            return [text for item in value[:20] for text in self._texts(name, item)]
        if isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("@id")
        if isinstance(value, bool | int | float):
            value = str(value)
        if not isinstance(value, str):
            return []
        if name == "articlebody":
            text = "\n".join(filter(None, (self._clean(line) for line in value.splitlines())))
        else:
            text = self._clean(value)
        return [text] if text else []

    def _people(self, name: str, value: Any, scope: str, depth: int) -> list[Claim]:
        """One claim for each person or organisation."""
        if depth > 4:
            return []
        if isinstance(value, list):
            return [
                claim
                for item in value[:50]
                for claim in self._people(name, item, scope, depth + 1)
            ]
        if isinstance(value, str):
            text = self._clean(value)
            known = self._resolve(value)
            if known is not None:
                return self._people(name, known, scope, depth + 1)
            return [Claim("json-ld", name, text, scope)] if text else []
        if not isinstance(value, dict):
            return []
        if "@id" in value and not value.get("name"):
            value = self._resolve(value["@id"]) or value
        called = value.get("name")
        if isinstance(called, dict):
            called = called.get("@value") or called.get("name")
        detail = self._detail(value)
        claims = []
        for one in called if isinstance(called, list) else [called]:
            text = self._clean(one) if isinstance(one, str) else ""
            if text:
                claims.append(Claim("json-ld", name, text, scope, None, detail))
        return claims

    def _detail(self, value: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        detail = []
        types = _types(value)
        if types:
            detail.append(("@type", " ".join(types)))
        for key in ("url", "jobTitle", "description", "honorificPrefix"):
            text = value.get(key)
            text = text[0] if isinstance(text, list) and text else text
            if isinstance(text, str) and text.strip():
                detail.append((key.lower(), self._clean(text)))
        return tuple(detail)

    def _keywords(self, value: Any, scope: str) -> list[Claim]:
        if isinstance(value, str):
            value = re.split(r"[,;]", value) if re.search("[,;]", value) else [value]
        claims = []
        for item in value if isinstance(value, list) else ():
            word = item.get("name") if isinstance(item, dict) else item
            text = self._clean(word) if isinstance(word, str) else ""
            if text:
                claims.append(Claim("json-ld", "keywords", text, scope))
        return claims

    def _breadcrumbs(self, value: Any, scope: str) -> list[Claim]:
        claims = []
        for item in value if isinstance(value, list) else [value]:
            if not isinstance(item, dict):
                continue
            inner = item.get("item")
            called = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
            url = inner.get("@id") or inner.get("url") if isinstance(inner, dict) else inner
            if isinstance(called, str) and self._clean(called):
                detail = (("url", url),) if isinstance(url, str) else ()
                claims.append(
                    Claim("json-ld", "breadcrumb", self._clean(called), scope, None, detail)
                )
        return claims

    def _resolve(self, key: Any) -> dict[str, Any] | None:
        if not isinstance(key, str) or not key:
            return None
        if self._by_id is None:
            self._by_id = {}
            for root in self._roots:
                _index(root, self._by_id, 0)
        return self._by_id.get(key)

    def _fragments(self, script: str) -> list[Claim]:
        """What can be told of a block that is no JSON at all."""
        kind = re.search(r"\"@type\"\s{0,9}:\s{0,9}\"(\w{1,40})\"", script)
        scope = kind[1] if kind else ""
        seen: set[str] = set()
        claims = []
        for match in _KEY.finditer(script):
            name = match[1].lower()
            if name not in seen:
                seen.add(name)
                claims.append(Claim("json-ld", name, self._clean(_unescape(match[2])), scope))
        at = script.find('"author"')
        author = _NAME.search(script, at, at + _AUTHOR_REACH) if at >= 0 else None
        if author:
            claims.append(Claim("json-ld", "author", self._clean(_unescape(author[1])), scope))
        return claims


def _pictures(value: Any) -> list[str]:
    """The address of the first picture of an ``image``: a URL, an ImageObject, a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or value.get("@id")
    return [value.strip()] if isinstance(value, str) and value.strip() else []


def _types(value: dict[str, Any]) -> list[str]:
    kinds = value.get("@type")
    return [
        kind.rpartition("/")[2].rpartition(":")[2]
        for kind in (kinds if isinstance(kinds, list) else [kinds])
        if isinstance(kind, str) and kind
    ]


def _index(value: Any, into: dict[str, dict[str, Any]], depth: int) -> None:
    """Every object with an ``@id`` and more than that."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            _index(item, into, depth + 1)
    elif isinstance(value, dict):
        key = value.get("@id")
        if isinstance(key, str) and value.get("name"):
            into.setdefault(key, value)
        for item in value.values():
            if isinstance(item, dict | list):
                _index(item, into, depth + 1)


def parse_json(script: str) -> list[Any] | None:
    """The values of a block: several where objects follow one another, None where it is no
    JSON."""
    try:
        return [json.loads(script, strict=False)]
    except ValueError:
        pass
    except RecursionError:
        return None
    text = _WRAPPING.sub(" ", script).strip().rstrip(";").strip()
    if text.startswith(("{&quot;", "[&quot;", "{ &quot;")) or '"' not in text:
        text = text.replace("&quot;", '"')
    values = _several(text)
    if values is None:
        text = _TRAILING_COMMA.sub(r"\1", _COMMENT_LINE.sub("", text))
        values = _several(text)
    return values


def _several(text: str) -> list[Any] | None:
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            # Text behind whole objects is dropped with them kept.
            return values or None
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return values


def _unescape(text: str) -> str:
    try:
        value: str = json.loads(f'"{text}"', strict=False)
    except ValueError:
        return text
    return value
