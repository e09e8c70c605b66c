"""For each field of an article its value, where that came from, and what lost to it."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsclean.article import Article, Author, Dateline, Evidence, Image
from newsclean.fields.offers import Offer

FIELDS = (
    "title", "deck", "section", "breadcrumbs", "genres", "paywalled", "language", "site_name",
    "url", "published", "modified", "tags", "dateline", "byline", "authors", "lead_image",
)  # fmt: skip
# Metadata can repeat itself dozens of times.
_MOST = 12


def account(
    article: Article, offers: Mapping[str, Sequence[Offer]], width: int | None = None
) -> str:
    """A line for each field and its value, below it the evidence (``=``) and the candidates
    that lost (``-``), lines cut at ``width``."""
    lines: list[str] = []
    for name in FIELDS:
        value = _shown(getattr(article, name))
        lines.append(f"{name}: {value if value else '–'}")
        taken = article.evidence.get(name, ())
        lines += [f"  = {_source(item)}: {_flat(item.raw or '')}" for item in taken]
        lines += _lost(value, taken, offers.get(name, ()))
    return "\n".join(line if width is None else _cut(line, width) for line in lines)


def _lost(value: str, taken: Sequence[Evidence], offers: Sequence[Offer]) -> Iterator[str]:
    used = {(item.source, item.raw) for item in taken}
    places = {item.block for item in taken if item.block is not None}
    seen: set[tuple[str, str]] = set()
    for offer in offers:
        item = offer.evidence
        if (item.source, item.raw) in used or item.block in places:
            continue
        if item.raw is None and any(item.rule == other.rule for other in taken):
            continue
        if (offer.value, item.rule) not in seen and len(seen) < _MOST:
            seen.add((offer.value, item.rule))
            same = " (the same)" if offer.value == value else ""
            yield f"  - {_source(item)}: {_flat(offer.value)}{same}"


def _source(item: Evidence) -> str:
    place = "" if item.block is None else f" {item.block}"
    return f"{item.rule} [{item.source}{place}]"


def _shown(value: Any) -> str:
    """A field's value on one line."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, Dateline):
        return value.raw
    if isinstance(value, Image):
        return value.url
    if isinstance(value, Author):
        return f"{value.name} ({value.role})" if value.role else value.name
    if isinstance(value, tuple):
        return "; ".join(_shown(item) for item in value)
    return _flat(str(value))


def _flat(text: str) -> str:
    return " ⏎ ".join(text.splitlines())


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
