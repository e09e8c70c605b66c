"""Days, and the times of day beside them."""

import datetime
import re
from typing import NamedTuple

from newsclean.label.zones import american, fixed, named

When = datetime.datetime | datetime.date


class Moment(NamedTuple):
    """A date found in a text."""

    value: When
    """An aware datetime where a zone is given, a naive one where a time is, else a date."""
    span: tuple[int, int]
    """Where it stands in the text."""


# The web carries no older pages; archives of print do, but date them in their text.
_FIRST_YEAR = 1850

_TIME = re.compile(
    r"(?<!\d)(?P<h>[0-2]?\d)\s?(?:[:.h時时시点點]|Uhr|น\.)\s?(?P<min>[0-5]\d)(?!\d)"
    r"(?:[:.](?P<s>[0-5]\d)(?!\d))?[分분]?"
    r"|(?<!\d)(?P<hour>1?\d)\s?(?=[AaPp]\.?[Mm]\b)"
)
_AFTER = re.compile(
    r"\s{0,3}(?:Uhr|uhr|h\b|[分분])?\s{0,2}\(?"
    r"(?P<z>Z\b|(?:UTC|GMT)?\s?[+\-−]\s?\d{1,2}:?(?:\d{2})?\b|[A-Z]{2,5}\b)"
)
_HALF = re.compile(r"\s?([AaPp])\.?[Mm]\b\.?")
_ASIAN_HALVES = {"上午": 0, "下午": 12, "오전": 0, "오후": 12, "午前": 0, "午後": 12}


def at(date: datetime.date, hour: str, minute: str, second: str | None, zone: str | None) -> When:
    """``date`` at a time of day; the date alone where there is no such time."""
    hours = int(hour)
    if zone and zone[0] in "AaPp" and zone[1:2] in (".", "m", "M"):
        hours = hours % 12 + (12 if zone[0] in "Pp" else 0)
        zone = None
    if hours > 23:
        return date
    offset = _offset(zone, date) if zone else None
    seconds = int(second or 0)
    return datetime.datetime(
        date.year, date.month, date.day, hours, int(minute), seconds, tzinfo=offset
    )


def date_of(year: str | int, month: str | int, day: str | int) -> datetime.date | None:
    number = int(year)
    if isinstance(year, str) and len(year) == 2:
        number += 2000
    if number < _FIRST_YEAR:
        return None
    try:
        return datetime.date(number, int(month), int(day))
    except ValueError:
        return None


# What can stand between a date and its time of day.
_BETWEEN = re.compile(
    r"[\s,.;|·•@()\-–—/]{0,4}(?:(?:at|um|à|alle|kl|klo|kello|kell|"
    r"às|as|a las|ore|ora|godz|pukul|jam|"
    r"lúc|o|в|о|у|"
    r"στις|saat|u|om|h|の|上午|下午|오전|오후|午前|午後|[(（][月火水木金土日一二三四五六][)）])\.?)?[\s,:(]{0,3}",
    re.IGNORECASE,
)
_REACH = 24


def with_time(text: str, date: datetime.date, span: tuple[int, int]) -> Moment:
    """The date with the time of day that stands in it or beside it."""
    match = _TIME.search(text, span[0], span[1]) if span[1] - span[0] > 14 else None
    if match is None:
        match = _TIME.search(text, span[1], span[1] + _REACH + 9)
        if match is None or not _BETWEEN.fullmatch(text, span[1], match.start()):
            match = _before(text, span)
    if match is None:
        return Moment(date, span)
    half = _HALF.match(text, match.end())
    end = half.end() if half else match.end()
    zone = _AFTER.match(text, end)
    offset = _offset(zone["z"], date) if zone else None
    if zone and offset:
        end = zone.end()
    hour, minute = match["h"] or match["hour"], match["min"] or "00"
    if half is None:
        asian = _asian_half(text, match.start())
        if asian is not None:
            hour = str(int(hour) % 12 + asian)
    value = at(date, hour, minute, match["s"], (half[1] + "m") if half else None)
    if offset and isinstance(value, datetime.datetime):
        value = value.replace(tzinfo=offset)
    return Moment(value, (min(span[0], match.start()), max(span[1], end)))


def _offset(zone: str, day: datetime.date) -> datetime.timezone | None:
    return fixed(zone) or named(zone) or american(zone, day)


# "6:00 a.m. ET Sept. 12", "14:05, Fri 3 May": a zone and a weekday at most.
_BEFORE_DATE = re.compile(
    r"(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?(?:Uhr|[A-Z]{2,4}))?[\s,|·•\-–—]{0,4}"
    r"(?:(?:on|am|den|le|el|il)\s)?(?:[^\W\d_]{2,12}\.?,?\s)?"
)


def _before(text: str, span: tuple[int, int]) -> re.Match[str] | None:
    """``14:05, 3 May 2020``: the last time right before the date."""
    last = None
    for match in _TIME.finditer(text, max(0, span[0] - 36), span[0]):
        last = match
    if last is None or not last["min"]:
        return None
    return last if _BEFORE_DATE.fullmatch(text, last.end(), span[0]) else None


def _asian_half(text: str, at: int) -> int | None:
    return _ASIAN_HALVES.get(text[max(0, at - 3) : at].strip())
