"""Dates in what the page claims about itself: structured data, metas, address, scripts."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from newsclean.article import Evidence
from newsclean.fields._dateparser import parse_date
from newsclean.fields.address_dates import day_in, month_in
from newsclean.fields.local_time import local
from newsclean.fields.shown_dates import Shown, day_of, updated_dates
from newsclean.label.facts import host_of, is_news, values
from newsclean.label.moments import When, read_moment
from newsclean.page import Claim, Labelled, Page, Role

# Names of metas, the most telling first.
_PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time",
    "og:published_time", "datepublished", "date_published", "publication_date",
    "publication-date", "publish_date", "publish-date", "publishdate", "pubdate", "pub_date",
    "published", "published_time", "publishedtime", "published_date", "published-date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.issued", "dcterms.date", "dc.date",
    "dc.date.created", "dcterms.created", "dcterms.available", "dc.date.published",
    "citation_publication_date", "citation_date", "ptime", "pdate", "displaydate",
    "originalpublicationdate", "date.created", "date.available", "article_date_original",
    "article.published", "article:create_date", "rnews:datepublished", "iso-8601-publish-date",
    "bt:pubdate", "utime", "shareaholic:article_published_time", "og:pubdate", "release_date",
    "mediator_published_time", "created", "date", "article:date", "og:date", "newsdate",
    "creation_date", "article.created", "eomportal-firstpublished", "doc_date", "time",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified", "og:updated_time", "og:modified_time",
    "datemodified", "date_modified", "lastmod", "last-modified", "last_modified", "lastmodified",
    "modified", "modified_time", "dc.date.modified", "dcterms.modified", "dc.modified",
    "dateupdated", "updated_time", "updated", "revision_date", "date.updated", "date.modified",
    "cxenseparse:recs:modifiedtime", "article_date_updated", "utime", "iso-8601-modified-date",
)  # fmt: skip
_SAYS_PUBLISHED = re.compile(
    r"publi(?:sh|c).{0,20}(?:date|time)|(?:date|time).{0,20}publi(?:sh|c)"
)
# The first news sites; earlier days in metadata are defaults of databases (1970, 1900).
_EARLIEST = 1994
# Where numbers in the US style stand: hosts of these endings write the day first.
_US_HOSTS = (".com", ".org", ".net", ".us", ".gov", ".edu", ".tv", ".info")


_REGION = re.compile(r"en[_-][A-Za-z]{2}$")
_MONTH_FIRST = ("US", "PH", "PR")
# Blocks between the headline and a date that can be the story's own.
_AROUND = 12


class Dated(NamedTuple):
    """A date that the page claims."""

    value: When
    evidence: Evidence


def month_first(page: Page, language: str | None) -> bool:
    """Is 03/04/2020 the 4th of March on this page? In English, but for national domains and
    declared regions that write the day first."""
    if language != "en":
        return False
    for claim in page.claims:
        if claim.name in ("og:locale", "inlanguage") and _REGION.match(claim.value):
            return claim.value[3:5].upper() in _MONTH_FIRST
    hosts = [host_of(page.url)] + [host_of(c.value) for c in page.claims if c.name == "canonical"]
    host = next((host for host in hosts if host), "")
    return not host or host.endswith(_US_HOSTS)


class DateReader:
    """Reads the claims of one page as moments."""

    def __init__(self, labelled: Labelled, now: datetime.datetime | None) -> None:
        self._labelled = labelled
        self._page = labelled.page
        self._language = labelled.language
        self._now = now
        # A clock may be ahead, and so may a zone.
        limit = (now or datetime.datetime.now(datetime.UTC)) + datetime.timedelta(days=2)
        self._latest = limit.date()
        self.month_first = month_first(labelled.page, labelled.language)

    def read(self, claim: Claim, rule: str, text: str | None = None) -> Dated | None:
        raw = text if text is not None else claim.value
        found = read_moment(raw, self._language, month_first=self.month_first)
        value: When | None = found.value if found else None
        if value is None and any(char.isdigit() for char in raw):
            value = parse_date(raw, self._language, self._now)
        if value is None or not value.year >= _EARLIEST or day_of(value) > self._latest:
            return None
        return Dated(value, Evidence(rule, claim.source, raw))

    def structured(self) -> Iterator[Dated]:
        """The dates of structured data and of the address, the most reliable first."""
        page = self._page
        dates = values(page, "json-ld", "datepublished")
        yield from self._all(
            [c for c in dates if is_news(c)], "datePublished of the article's JSON-LD"
        )
        metas = self._metas()
        yield from self._named(_PUBLISHED, metas)
        for name, claim in metas.items():
            if name not in _PUBLISHED and _SAYS_PUBLISHED.search(name):
                yield from self._all([claim], f"{name} of the page")
        yield from self._all([c for c in dates if not is_news(c)], "datePublished in JSON-LD")
        yield from self._all(
            values(page, "json-ld", "datecreated", "uploaddate"), "dateCreated in JSON-LD"
        )
        yield from self._all(
            [
                c
                for c in values(page, "microdata", "datepublished", "datecreated")
                if "Comment" not in c.scope
            ],
            "itemprop datePublished",
        )
        if self.address is not None:
            yield self.address

    def _all(self, claims: list[Claim], rule: str) -> Iterator[Dated]:
        for claim in claims:
            dated = self.read(claim, rule)
            if dated is not None:
                yield dated

    @cached_property
    def address(self) -> Dated | None:
        """The day in the page's address."""
        found = day_in(self._urls)
        if found is None or not found[0].year >= _EARLIEST or found[0] > self._latest:
            return None
        return Dated(found[0], Evidence("day in the address", "url", found[1]))

    @cached_property
    def month(self) -> tuple[int, int] | None:
        """The year and the month in the page's address."""
        return month_in(self._urls)

    @cached_property
    def _urls(self) -> list[str]:
        claimed = [c.value for c in self._page.claims if c.name in ("canonical", "og:url")]
        return list(dict.fromkeys([self._page.url or "", *claimed]))

    def late(self) -> Iterator[Dated]:
        """What stands further down: ``<time>`` elements before the story's end, scripts, and
        the last change."""
        body = self._labelled.having(Role.BODY)
        for claim in values(self._page, "time", "time"):
            if not body or claim.block is None or claim.block <= body[-1] + 3:
                text = claim.value or dict(claim.detail).get("text", "")
                dated = self.read(claim, "first time element", text)
                if dated is not None:
                    yield dated
        for claim in self._page.claims:
            if claim.source == "script":
                dated = self.read(claim, f"{claim.name} in a script")
                if dated is not None:
                    yield dated
        yield from self.modified()
        for item in updated_dates(self._labelled, self._now, month_first=self.month_first):
            yield Dated(item.value, item.evidence)

    def local(self, value: When, shown: list[Shown]) -> When:
        """``value`` by the clock of the dates that the page shows for it."""
        others = [item.value for item in shown if abs(item.distance) <= _AROUND]
        if self.address is not None:
            others.append(self.address.value)
        return local(value, others, self._page, self._language)

    def _metas(self) -> dict[str, Claim]:
        """The page's metas by name; of several the first counts."""
        claims = reversed(self._page.claims)
        return {c.name: c for c in claims if c.source in ("opengraph", "meta")}

    def _named(self, names: Iterable[str], metas: Mapping[str, Claim]) -> Iterator[Dated]:
        """The dates of the metas with these names, in this order."""
        for name in names:
            claim = metas.get(name)
            if claim is not None:
                yield from self._all([claim], f"{name} of the page")

    def modified(self) -> Iterator[Dated]:
        """The dates of the last change in structured data."""
        page = self._page
        changes = values(page, "json-ld", "datemodified")
        yield from self._all(
            [c for c in changes if is_news(c)], "dateModified of the article's JSON-LD"
        )
        yield from self._named(_MODIFIED, self._metas())
        yield from self._all([c for c in changes if not is_news(c)], "dateModified in JSON-LD")
        yield from self._all(values(page, "microdata", "datemodified"), "itemprop dateModified")
