"""Features of the address."""

import re
from functools import cache
from urllib.parse import urlsplit

from newsclean import vocab
from newsclean.page import Page

_DAY = re.compile(r"(?:19|20)\d\d[/-]?[01]?\d(?:[/-]?[0-3]?\d)?(?!\d)")
_NUMBER = re.compile(r"\d{5,30}|[0-9a-f]{8}-[0-9a-f]{4}|\d{4,30}\.s?html?")
_KINDS = ("story", "list", "shop", "forum", "docs")

NAMES = (
    "known", "depth", "slug hyphens", "slug length", "day", "number", "query", "root", "html",
    *(f"path {name}" for name in _KINDS),
)  # fmt: skip
"""The names of the features, in their order."""


def address(page: Page) -> str | None:
    """The caller's address of the page, else the one that it declares."""
    if page.url:
        return page.url
    for source, name in (("link", "canonical"), ("opengraph", "og:url")):
        for claim in page.claims:
            if claim.name == name and claim.source == source and "//" in claim.value:
                return claim.value
    return None


def row(url: str | None) -> list[float]:
    """The features of ``url``; their names are :data:`NAMES`. All are -1 without one."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return [-1.0] * len(NAMES)
    if not parts.netloc:
        return [-1.0] * len(NAMES)
    path = parts.path.lower()
    steps = [step for step in path.split("/") if step]
    slug = max(steps[-2:], key=_hyphens, default="")
    return [
        1.0, float(min(len(steps), 7)), float(min(_hyphens(slug), 12)), min(len(slug), 100) / 10,
        float(_DAY.search(path) is not None), float(_NUMBER.search(path) is not None),
        float(bool(parts.query)), float(not steps), float(path.endswith(("html", "htm"))),
        *_kinds(steps, parts.netloc.lower()),
    ]  # fmt: skip


def _hyphens(step: str) -> int:
    return step.count("-") + step.count("_")


def _kinds(steps: list[str], host: str) -> list[float]:
    """Which kinds of page the names in the address are typical of."""
    kinds = [0.0] * len(_KINDS)
    # The last step with hyphens is a title and no name of a section.
    named = steps if not steps or _hyphens(steps[-1]) < 2 else steps[:-1]
    known = _paths()
    for word in (*named, *host.split(".")[:-1]):
        for n in known.get(word.partition(".")[0], ()):
            kinds[n] = 1.0
    return kinds


@cache
def _paths() -> dict[str, tuple[int, ...]]:
    """The kinds of page, by number, that a part of an address is typical of."""
    found: dict[str, tuple[int, ...]] = {}
    for n, name in enumerate(_KINDS):
        for word in vocab.load("_pages")["paths"][name]:
            found[word] = (*found.get(word, ()), n)
    return found
