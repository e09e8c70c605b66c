"""What a page offers for each field, whether the field took it or not."""

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclean.article import Evidence
from newsclean.fields.authors import author_sources
from newsclean.fields.claimed_dates import DateReader
from newsclean.fields.shown_dates import shown_dates, updated_dates
from newsclean.label.facts import values
from newsclean.label.headline import offered
from newsclean.page import Claim, Labelled, Role


class Offer(NamedTuple):
    """A value that a field could have taken."""

    value: str
    """The value as the field would show it, or as it stands in the source."""
    evidence: Evidence
    """Where it stands."""


# Fields that are read from blocks of one role, and from these claims.
_ROLES = {
    "deck": Role.DECK,
    "section": Role.SECTION,
    "byline": Role.BYLINE,
    "tags": Role.TAGS,
    "dateline": Role.DATELINE,
}
_CLAIMS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "deck": (
        ("json-ld", ("description", "alternativeheadline")),
        ("opengraph", ("og:description",)),
        ("meta", ("description",)),
    ),
    "section": (
        ("opengraph", ("article:section",)),
        ("json-ld", ("articlesection", "breadcrumb")),
        ("meta", ("parsely-section", "section", "cxenseparse:section")),
    ),
    "site_name": (
        ("opengraph", ("og:site_name",)),
        ("json-ld", ("publisher",)),
        ("meta", ("application-name", "apple-mobile-web-app-title", "publisher")),
        ("twitter", ("twitter:site",)),
    ),
    "url": (
        ("link", ("canonical", "amphtml")),
        ("opengraph", ("og:url",)),
        ("json-ld", ("mainentityofpage", "url")),
    ),
    "tags": (
        ("opengraph", ("article:tag",)),
        ("json-ld", ("keywords",)),
        ("meta", ("news_keywords", "keywords", "parsely-tags", "sailthru.tags")),
    ),
    "dateline": (("json-ld", ("dateline",)), ("class", ("dateline",))),
    "lead_image": (("opengraph", ("og:image",)), ("json-ld", ("image",))),
    "paywalled": (
        ("json-ld", ("isaccessibleforfree", "haspart.isaccessibleforfree")),
        ("opengraph", ("article:content_tier",)),
    ),
    "genres": (("opengraph", ("og:type",)), ("json-ld", ("genre",))),
    "breadcrumbs": (("json-ld", ("breadcrumb",)),),
}


def find_offers(
    labelled: Labelled, byline: str | None, now: datetime.datetime | None
) -> dict[str, tuple[Offer, ...]]:
    """What the page offers, by the name of the field, the most trusted first."""
    found: dict[str, list[Offer]] = {
        "title": [
            Offer(h.text, Evidence(h.rule, h.source, h.raw, h.block))
            for h in offered(labelled.page)
        ],
        "language": list(_languages(labelled)),
        "authors": [
            Offer("; ".join(c.value for c in claims), Evidence(rule, claims[0].source))
            for rule, claims in author_sources(labelled, byline)
        ],
        "published": list(_dates(labelled, now)),
        "modified": list(_changes(labelled, now)),
    }
    for field, sources in _CLAIMS.items():
        claims = (c for source, names in sources for c in values(labelled.page, source, *names))
        found.setdefault(field, []).extend(_claimed(claims))
    for field, role in _ROLES.items():
        for at in labelled.having(role):
            text = labelled.page.blocks[at].text
            evidence = Evidence(labelled.labels[at].reason, "text", text, at)
            found.setdefault(field, []).append(Offer(text, evidence))
    return {field: tuple(dict.fromkeys(offers)) for field, offers in found.items() if offers}


def _claimed(claims: Iterable[Claim]) -> Iterator[Offer]:
    for claim in claims:
        rule = f"{claim.name} of {claim.scope}" if claim.scope else claim.name
        yield Offer(claim.value, Evidence(rule, claim.source, claim.value))


def _languages(labelled: Labelled) -> Iterator[Offer]:
    declared = labelled.page.language
    if declared:
        yield Offer(declared, Evidence("language of the markup", "html", declared))


def _dates(labelled: Labelled, now: datetime.datetime | None) -> Iterator[Offer]:
    reader = DateReader(labelled, now)
    for dated in reader.structured():
        yield Offer(dated.value.isoformat(), dated.evidence)
    for item in shown_dates(labelled, now, month_first=reader.month_first):
        yield Offer(item.value.isoformat(), item.evidence)
    for dated in reader.late():
        yield Offer(dated.value.isoformat(), dated.evidence)


def _changes(labelled: Labelled, now: datetime.datetime | None) -> Iterator[Offer]:
    reader = DateReader(labelled, now)
    for dated in reader.modified():
        yield Offer(dated.value.isoformat(), dated.evidence)
    for item in updated_dates(labelled, now, month_first=reader.month_first):
        yield Offer(item.value.isoformat(), item.evidence)
