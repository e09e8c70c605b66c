"""First publication and last change."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsclean.article import Evidence
from newsclean.fields._dateparser import parse_date
from newsclean.fields.found import Found
from newsclean.fields.shown_dates import (
    Shown,
    any_date,
    local,
    override,
    shown_dates,
    updated_dates,
)
from newsclean.label.facts import host_of, is_news, values
from newsclean.label.moments import Moment, When, read_moment
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
_URL_DAY = re.compile(
    r"(?:/|\b)(?P<y>(?:19|20)\d\d)[/\-_.](?P<m>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    r"january|february|march|april|june|july|august|september|october|november|december)"
    r"[/\-_.](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_SAYS_PUBLISHED = re.compile(
    r"publi(?:sh|c).{0,20}(?:date|time)|(?:date|time).{0,20}publi(?:sh|c)"
)
_URL_TURNED = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?!\d)")
_URL_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# The first news sites; earlier days in metadata are defaults of databases (1970, 1900).
_EARLIEST = 1994
# Where numbers in the US style stand: hosts of these endings write the day first.
_US_HOSTS = (".com", ".org", ".net", ".us", ".gov", ".edu", ".tv", ".info")


# Blocks between the headline and a date that is surely the story's own.
_BESIDE = 5
# Dates of the document rather than of the story: what the page shows goes before them.
_WEAK = frozenset(
    ("date", "dc.date", "dcterms.date", "created", "creation_date", "time", "doc_date", "utime")
)


class _Dated(NamedTuple):
    value: When
    evidence: Evidence


def month_first(page: Page, language: str | None) -> bool:
    """Is 03/04/2020 the 4th of March on this page? In English, but for national domains."""
    if language != "en":
        return False
    hosts = [host_of(page.url)] + [host_of(c.value) for c in page.claims if c.name == "canonical"]
    host = next((host for host in hosts if host), "")
    return not host or host.endswith(_US_HOSTS)


def find_published(labelled: Labelled, now: datetime.datetime | None = None) -> Found[When | None]:
    """When the story was first published.

    The article's JSON-LD, then metas, other structured data, the address, the page's text
    around the headline, ``<time>`` elements, and scripts. The zone is the one that the
    page gives; a day without a time is a ``date``. ``now`` bounds it and anchors relative
    dates.
    """
    reader = _Reader(labelled, now)
    shown = shown_dates(labelled, now, month_first=reader.month_first)
    best = next(reader.structured(), None)
    weak = best is not None and best.evidence.rule.removesuffix(" of the page") in _WEAK
    if weak and shown and abs(shown[0].distance) <= _BESIDE:
        best = None
    if best is not None:
        earlier = override(best.value, shown, [d.value for d in reader.structured()])
        if earlier is not None:
            return Found(earlier.value, (earlier.evidence,))
        repeats = tuple(item.evidence for item in shown if _day(item.value) == _day(best.value))
        value = local(_finer(best, shown), shown)
        return Found(value, (best.evidence, *repeats))
    if shown:
        first = shown[0]
        repeats = tuple(
            item.evidence for item in shown[1:] if _day(item.value) == _day(first.value)
        )
        return Found(first.value, (first.evidence, *repeats))
    for dated in reader.late():
        return Found(dated.value, (dated.evidence,))
    near = any_date(labelled, now, month_first=reader.month_first)
    return Found(near.value, (near.evidence,)) if near is not None else Found(None)


def find_modified(
    labelled: Labelled, published: When | None, now: datetime.datetime | None = None
) -> Found[When | None]:
    """When the story was last changed; None where the page names no moment after
    ``published``."""
    reader = _Reader(labelled, now)
    for dated in reader.modified():
        if published is None or _after(dated.value, published):
            repeats = tuple(
                item.evidence
                for item in updated_dates(labelled, now, month_first=reader.month_first)
                if _day(item.value) == _day(dated.value)
            )
            return Found(dated.value, (dated.evidence, *repeats))
    for item in updated_dates(labelled, now, month_first=reader.month_first):
        if published is not None and _after(item.value, published):
            return Found(item.value, (item.evidence,))
    return Found(None)


def _day(value: When) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


def _after(one: When, other: When) -> bool:
    """Is ``one`` later than ``other``, by the clock where both have one, else by the day?"""
    if isinstance(one, datetime.datetime) and isinstance(other, datetime.datetime):
        if (one.tzinfo is None) == (other.tzinfo is None):
            return one > other
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
        # One of them has no zone: less than a day apart can be the same moment.
        return one - other > datetime.timedelta(hours=14)
    return _day(one) > _day(other)


def _finer(best: _Dated, shown: list[Shown]) -> When:
    """The value, with the time of day that the text gives where the metadata has the day
    only."""
    if isinstance(best.value, datetime.datetime):
        return best.value
    for item in shown:
        if isinstance(item.value, datetime.datetime) and item.value.date() == best.value:
            return item.value
    return best.value


class _Reader:
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

    def read(self, claim: Claim, rule: str, text: str | None = None) -> _Dated | None:
        raw = text if text is not None else claim.value
        found = read_moment(raw, self._language, month_first=self.month_first)
        value: When | None = found.value if found else None
        if value is None and any(char.isdigit() for char in raw):
            value = parse_date(raw, self._language, self._now)
        if value is None or not value.year >= _EARLIEST or _day(value) > self._latest:
            return None
        return _Dated(value, Evidence(rule, claim.source, raw))

    def structured(self) -> Iterator[_Dated]:
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
        address = self.address()
        if address is not None:
            yield address

    def _all(self, claims: list[Claim], rule: str) -> Iterator[_Dated]:
        for claim in claims:
            dated = self.read(claim, rule)
            if dated is not None:
                yield dated

    def address(self) -> _Dated | None:
        """The day in the page's address."""
        urls = [self._page.url or ""] + [
            c.value for c in self._page.claims if c.name in ("canonical", "og:url")
        ]
        for url in dict.fromkeys(urls):
            match = _URL_DAY.search(url)
            packed = _URL_PACKED.search(url) if match is None else None
            turned = _URL_TURNED.search(url)
            if match:
                month = match["m"].lower()
                number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
                parts = int(match["y"]), number, int(match["d"])
            elif packed:
                parts = int(packed[1]), int(packed[2]), int(packed[3])
            elif turned:
                parts = int(turned[3]), int(turned[2]), int(turned[1])
            else:
                continue
            try:
                day = datetime.date(*parts)
            except ValueError:
                continue
            if day.year >= _EARLIEST and day <= self._latest:
                return _Dated(day, Evidence("day in the address", "url", url))
        return None

    def late(self) -> Iterator[_Dated]:
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
            yield _Dated(item.value, item.evidence)

    def _metas(self) -> dict[str, Claim]:
        """The page's metas by name; of several the first counts."""
        claims = reversed(self._page.claims)
        return {c.name: c for c in claims if c.source in ("opengraph", "meta")}

    def _named(self, names: Iterable[str], metas: Mapping[str, Claim]) -> Iterator[_Dated]:
        """The dates of the metas with these names, in this order."""
        for name in names:
            claim = metas.get(name)
            if claim is not None:
                yield from self._all([claim], f"{name} of the page")

    def modified(self) -> Iterator[_Dated]:
        """The dates of the last change in structured data."""
        page = self._page
        changes = values(page, "json-ld", "datemodified")
        yield from self._all(
            [c for c in changes if is_news(c)], "dateModified of the article's JSON-LD"
        )
        yield from self._named(_MODIFIED, self._metas())
        yield from self._all([c for c in changes if not is_news(c)], "dateModified in JSON-LD")
        yield from self._all(values(page, "microdata", "datemodified"), "itemprop dateModified")


__all__ = ["Moment", "find_modified", "find_published", "month_first"]
