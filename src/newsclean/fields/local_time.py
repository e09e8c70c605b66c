"""Moments in UTC as the clock of the page's own newsroom shows them."""

import datetime
from collections.abc import Iterator, Sequence
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newsclean.label.facts import host_of
from newsclean.label.moments import When, read_moment
from newsclean.page import Page
from newsclean.vocab import load

# The offsets of inhabited zones: whole hours, and the halves and quarters in use.
_OFFSETS = frozenset(datetime.timedelta(hours=h) for h in range(-11, 15) if h) | frozenset(
    datetime.timedelta(hours=h) for h in (-3.5, -2.5, 3.5, 4.5, 5.5, 5.75, 6.5, 9.5, 10.5)
)
_WEST, _EAST = datetime.timedelta(hours=-12), datetime.timedelta(hours=14)
# Claims that give a moment with an offset; a page has thousands of others.
_MOST = 60


def local(value: When, shown: Sequence[When], page: Page, language: str | None) -> When:
    """A moment in UTC as the page's own clock shows it; anything else as it is.

    Metadata in UTC moves an evening in America to the next day. ``shown`` are the dates
    that the page shows for the same moment. Where one of them has a time of day that lies
    whole quarters of an hour from it, the difference is the offset of the page's zone.
    Where only its day differs, the offset is one that other moments of the page have, or
    that of its country. The moment stays the same.
    """
    if not isinstance(value, datetime.datetime) or value.utcoffset() != datetime.timedelta(0):
        return value
    minute = value.replace(second=0, microsecond=0)
    for other in shown:
        if not isinstance(other, datetime.datetime):
            continue
        other = other.replace(second=0, microsecond=0)
        if other.tzinfo is not None:
            if other == minute and other.utcoffset():
                return value.astimezone(other.tzinfo)
            continue
        gap = other - minute.replace(tzinfo=None)
        if gap in _OFFSETS:
            return value.astimezone(datetime.timezone(gap))
    days = {_day(other) for other in shown}
    if not days or value.date() in days:
        return value
    for zone in _zones(page, language):
        there = value.astimezone(zone)
        if there.date() in days:
            offset = there.utcoffset()
            return value.astimezone(datetime.timezone(offset)) if offset else value
    return value


def is_zone_apart(moment: When, other: When) -> bool:
    """Can ``other``, as some clock of the earth showed it, be the day of ``moment``?

    True for days that lie one apart where ``moment`` has no time.
    """
    if not isinstance(moment, datetime.datetime):
        return abs((_day(other) - moment).days) <= 1
    base = moment.astimezone(datetime.UTC).replace(tzinfo=None) if moment.tzinfo else moment
    if isinstance(other, datetime.datetime):
        if other.tzinfo is not None:
            other = other.astimezone(datetime.UTC).replace(tzinfo=None)
        gap = abs(other - base)
        # Some minutes lie between a story's release and the time on it.
        return gap <= _EAST and min(gap % _HOUR, _HOUR - gap % _HOUR) <= _SLACK
    return (base + _WEST).date() <= other <= (base + _EAST).date()


_HOUR = datetime.timedelta(minutes=30)
_SLACK = datetime.timedelta(minutes=5)


def _day(value: When) -> datetime.date:
    return value.date() if isinstance(value, datetime.datetime) else value


def _zones(page: Page, language: str | None) -> Iterator[datetime.tzinfo]:
    """The zones that the page's other moments have, then that of its country."""
    seen = 0
    for claim in page.claims:
        if claim.source not in ("time", "microdata", "meta", "opengraph", "json-ld"):
            continue
        if len(claim.value) > 40 or not claim.value[:4].isdigit():
            continue
        seen += 1
        if seen > _MOST:
            break
        found = read_moment(claim.value)
        if found is not None and isinstance(found.value, datetime.datetime):
            offset = found.value.utcoffset()
            if offset:
                yield datetime.timezone(offset)
    zone = _country(page, language)
    if zone is not None:
        yield zone


def _country(page: Page, language: str | None) -> datetime.tzinfo | None:
    """The zone of the country of the page's host, else that of its language."""
    table = load("_zones")
    hosts = [host_of(page.url)]
    hosts += [host_of(c.value) for c in page.claims if c.name in ("canonical", "og:url")]
    for host in hosts:
        name = table["countries"].get(host.rpartition(".")[2])
        if name:
            return _zone(name)
    name = table["languages"].get(language or "")
    return _zone(name) if name else None


@cache
def _zone(name: str) -> datetime.tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError):  # systems without the zone database
        return None
