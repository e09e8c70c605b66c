"""Dates and times as people write them, in any language, without dateparser.

:func:`read_moment` finds the first full date (day, month and year) in a short text.
Machine formats (ISO 8601, RFC 2822) and month names of ``[months]`` are read here; what
is left over (relative dates, unknown calendars) is for the caller to decide about.
"""

import datetime
import re
from functools import cache
from typing import NamedTuple

from newsclean.label.zones import fixed, named
from newsclean.vocab import languages, load

When = datetime.datetime | datetime.date


class Moment(NamedTuple):
    """A date found in a text."""

    value: When
    """An aware datetime where a zone is given, a naive one where a time is, else a date."""
    span: tuple[int, int]
    """Where it stands in the text."""


# The web carries no older pages; archives of print do, but date them in their text.
_FIRST_YEAR = 1850

_ISO = re.compile(
    r"(?<![\d.,/-])(?P<y>(?:18|19|20)\d\d)(?P<sep>[-/.]?|\.\s)(?P<m>[01]?\d)(?P=sep)(?P<d>[0-3]?\d)(?!\d)"
    r"(?:(?:T|\s{0,2}[,|]?\s{0,2}|\s(?:at|um|à|alle|kl\.?)\s)(?P<h>[0-2]?\d):(?P<min>[0-5]\d)"
    r"(?::(?P<s>[0-5]\d)(?:[.,:](?P<f>\d{1,9}))?)?"
    r"(?:\s{0,2}(?P<z>[AaPp]\.?[Mm]\b\.?|Z|UTC|GMT|[+\-−]\d{2}:?\d{2}|[+\-]\d{2}\b|[A-Z]{2,5}\b))?)?"
)
_COMPACT = re.compile(
    r"^(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)"
    r"(?:T?(?P<h>[0-2]\d):?(?P<min>[0-5]\d):?(?P<s>[0-5]\d)?(?:\.\d{1,6})?(?P<z>Z|[+-]\d{2}:?\d{2})?)?$"
)
_EPOCH = re.compile(r"^(\d{10})(\d{3})?$")
_CJK = re.compile(r"((?:19|20)\d\d)\s?[年년]\s?([01]?\d)\s?[月월]\s?([0-3]?\d)\s?[日일號号]")
_NUMERIC = re.compile(
    r"(?<![\d.,/-])([0-3]?\d)(\s?[./\-]\s?)([0-3]?\d)(?:\2)((?:(?:18|19|20)\d|[0-4])\d)(?![\d/-])"
)
_TIME = re.compile(
    r"(?<!\d)(?P<h>[0-2]?\d)\s?(?:[:.h時时시点點]|Uhr|น\.)\s?(?P<min>[0-5]\d)(?!\d)"
    r"(?:[:.](?P<s>[0-5]\d)(?!\d))?[分분]?"
    r"|(?<!\d)(?P<hour>1?\d)\s?(?=[AaPp]\.?[Mm]\b)"
)
_HALF = re.compile(r"\s?([AaPp])\.?[Mm]\b\.?")
_AFTER = re.compile(
    r"\s{0,3}(?:Uhr|uhr|h\b|[分분])?\s{0,2}\(?"
    r"(?P<z>Z\b|(?:UTC|GMT)?\s?[+\-−]\s?\d{1,2}:?(?:\d{2})?\b|[A-Z]{2,5}\b)"
)
_ASIAN_HALVES = {"上午": 0, "下午": 12, "오전": 0, "오후": 12, "午前": 0, "午後": 12}
# A day or a year near a month's name.
_DAY_BEFORE = re.compile(
    r"(?<!\d)([0-3]?\d)(?:\.|st|nd|rd|th|er|º|°|ª|-го|η|ης|ème|e)?"
    r"[\s,\-/]{0,3}(?:(?:of|de|d[’']|del|di|da|ngày)\s)?$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"^[.\s,\-/]{0,4}(?:(?:de|del|di|năm|do|від|από)\s{1,2})?((?:18|19|20)\d\d)(?!\d)", re.IGNORECASE
)
_DAY_AFTER = re.compile(
    r"^[.\s\-]{0,3}(?:the\s)?([0-3]?\d)(?!\d)(?:\.|st|nd|rd|th)?", re.IGNORECASE
)
_DAY_YEAR_AFTER = re.compile(
    r"^[.\s\-]{0,3}(?:the\s)?([0-3]?\d)(?!\d)(?:\.|st|nd|rd|th)?(?:\s?,\s?|\s{1,2}|-)"
    r"((?:18|19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(r"((?:18|19|20)\d\d)(?:\.\s?|[\s,\-]{1,2})$")
_WORD = re.compile(r"[^\W\d_]+")
_VIETNAMESE = re.compile(
    r"([0-3]?\d)\s?(?:,\s?)?(?:tháng|thg)\s?([01]?\d)(?:\s?,\s?|\s?năm\s?|\s)((?:19|20)\d\d)", re.I
)
_PHRASES = ("كانون الثاني", "كانون الأول", "تشرين الأول", "تشرين الثاني")


@cache
def _months(language: str | None) -> dict[str, int]:
    """Month names of ``language`` and English; of all languages for None, where the ones
    that read differently in two languages are left out."""
    if language is not None:
        names = dict(load("en").get("months", {}))
        names.update(load(language).get("months", {}))
        return {str(name).casefold(): int(month) for name, month in names.items()}
    meanings: dict[str, set[int]] = {}
    for code in languages():
        for name, month in load(code).get("months", {}).items():
            meanings.setdefault(str(name).casefold(), set()).add(int(month))
    return {name: months.pop() for name, months in meanings.items() if len(months) == 1}


def read_moment(text: str, language: str | None = None, *, month_first: bool = False) -> Moment | None:
    """The first full date in ``text``, with its time of day where one stands beside it.

    ``month_first`` says how 03/04/2020 is meant. None where no full date is found.
    """
    if not any(char.isdigit() for char in text):
        return None
    stripped = text.strip()
    machine = _compact(stripped)
    if machine is not None:
        return Moment(machine, (text.find(stripped), text.find(stripped) + len(stripped)))
    found = _iso(text)
    for reader in (_east, _named, _numeric):
        other = reader(text, language, month_first)
        if other is not None and (found is None or other.span[0] < found.span[0]):
            found = other
        if found is not None:
            break
    return found


def _compact(text: str) -> When | None:
    if not text[:8].isdigit():
        return None
    match = _COMPACT.match(text)
    if match:
        return _build(match, match["y"], match["m"], match["d"])
    epoch = _EPOCH.match(text)
    if epoch:
        moment = datetime.datetime.fromtimestamp(int(epoch[1]), datetime.UTC)
        return moment if moment.year >= 1995 else None
    return None


def _iso(text: str) -> Moment | None:
    for match in _ISO.finditer(text):
        if not match["sep"] and match["d"] and len(match["m"] + match["d"]) < 4:
            continue
        value = _build(match, match["y"], match["m"], match["d"])
        if value is None:
            continue
        if not isinstance(value, datetime.datetime):
            return _with_time(text, value, match.span())
        return Moment(value, match.span())
    return None


def _build(match: re.Match[str], year: str, month: str, day: str) -> When | None:
    date = _date(year, month, day)
    if date is None or not match["h"]:
        return date
    value = _at(date, match["h"], match["min"], match["s"], match["z"])
    fraction = match.groupdict().get("f")
    if fraction and isinstance(value, datetime.datetime):
        value = value.replace(microsecond=int(fraction[:6].ljust(6, "0")))
    return value


def _at(
    date: datetime.date, hour: str, minute: str, second: str | None, zone: str | None
) -> When:
    """``date`` at a time of day; the date alone where there is no such time."""
    hours = int(hour)
    if zone and zone[0] in "AaPp" and zone[1:2] in (".", "m", "M"):
        hours = hours % 12 + (12 if zone[0] in "Pp" else 0)
        zone = None
    if hours > 23:
        return date
    offset = (fixed(zone) or named(zone)) if zone else None
    seconds = int(second or 0)
    return datetime.datetime(
        date.year, date.month, date.day, hours, int(minute), seconds, tzinfo=offset
    )


def _date(year: str | int, month: str | int, day: str | int) -> datetime.date | None:
    number = int(year)
    if isinstance(year, str) and len(year) == 2:
        number += 2000
    if number < _FIRST_YEAR:
        return None
    try:
        return datetime.date(number, int(month), int(day))
    except ValueError:
        return None


def _east(text: str, language: str | None, month_first: bool) -> Moment | None:
    match = _CJK.search(text)
    if match:
        date = _date(match[1], match[2], match[3])
        return _with_time(text, date, match.span()) if date else None
    match = _VIETNAMESE.search(text)
    if match:
        date = _date(match[3], match[2], match[1])
        return _with_time(text, date, match.span()) if date else None
    return None


def _named(text: str, language: str | None, month_first: bool) -> Moment | None:
    """A date with the month's name, the names of the page's language first."""
    words = [(match[0].casefold(), match.span()) for match in _WORD.finditer(text)]
    for phrase in _PHRASES:
        at = text.find(phrase)
        if at >= 0:
            words.append((phrase, (at, at + len(phrase))))
    for names in (_months(language or "en"), _months(None)):
        for word, span in words:
            month = names.get(word)
            if month is not None:
                found = _around(text, month, span)
                if found is not None:
                    return found
    return None


def _around(text: str, month: int, span: tuple[int, int]) -> Moment | None:
    """Day and year beside a month's name."""
    before, after = text[max(0, span[0] - 14) : span[0]], text[span[1] : span[1] + 24]
    day, year = _DAY_BEFORE.search(before), _YEAR_AFTER.match(after)
    if day and year:
        date = _date(year[1], month, day[1])
        if date:
            return _with_time(
                text, date, (span[0] - len(before) + day.start(), span[1] + year.end())
            )
    both = _DAY_YEAR_AFTER.match(after)
    if both:
        date = _date(both[2], month, both[1])
        if date:
            return _with_time(text, date, (span[0], span[1] + both.end()))
    year = _YEAR_BEFORE.search(before)
    day = _DAY_AFTER.match(after)
    if year and day:
        date = _date(year[1], month, day[1])
        if date:
            return _with_time(
                text, date, (span[0] - len(before) + year.start(), span[1] + day.end())
            )
    return _late_year(text, month, span)


_LATE_YEAR = re.compile(
    r"^[.\s\-]{0,3}(?:([0-3]?\d)(?!\d|:)(?:st|nd|rd|th)?)?,?\s{1,2}[\d:.apmAPM ]{3,12}"
    r"(?:[A-Z]{2,4}\s|[+-]\d{4}\s)?\s?((?:19|20)\d\d)(?!\d)"
)


def _late_year(text: str, month: int, span: tuple[int, int]) -> Moment | None:
    """``Tue Sep 03 14:05:00 EDT 2019``: the form of C's ``ctime``."""
    match = _LATE_YEAR.match(text[span[1] : span[1] + 48])
    if not match or not match[1]:
        return None
    date = _date(match[2], month, match[1])
    return _with_time(text, date, (span[0], span[1] + match.end())) if date else None


def _numeric(text: str, language: str | None, month_first: bool) -> Moment | None:
    for match in _NUMERIC.finditer(text):
        first, separator, second, year = match[1], match[2].strip(), match[3], match[4]
        if len(year) == 2 and separator == "-":
            continue
        swap = month_first and separator != "."
        day, month = (second, first) if swap else (first, second)
        date = _date(year, month, day) or _date(year, day, month)
        if date:
            return _with_time(text, date, match.span())
    return None


# Between a date and its time stand a comma, a bar, "at", "um", "о", a bracket.
_REACH = 14


def _with_time(text: str, date: datetime.date, span: tuple[int, int]) -> Moment:
    """The date with the time of day that stands in it or beside it."""
    inside = _TIME.search(text, span[0], span[1]) if span[1] - span[0] > 14 else None
    match = inside or _TIME.search(text, span[1], span[1] + _REACH + 9)
    if match is None or match.start() > span[1] + _REACH:
        match = _before(text, span)
    if match is None or re.search(r"\d|\n", text[span[1] : max(span[1], match.start())]):
        return Moment(date, span)
    half = _HALF.match(text, match.end())
    end = half.end() if half else match.end()
    zone = _AFTER.match(text, end)
    offset = None
    if zone:
        offset = fixed(zone["z"]) or named(zone["z"])
        end = zone.end() if offset else end
    hour, minute = match["h"] or match["hour"], match["min"] or "00"
    if half is None:
        asian = _asian_half(text, match.start())
        if asian is not None:
            hour = str(int(hour) % 12 + asian)
    value = _at(date, hour, minute, match["s"], (half[1] + "m") if half else None)
    if offset and isinstance(value, datetime.datetime):
        value = value.replace(tzinfo=offset)
    return Moment(value, (min(span[0], match.start()), max(span[1], end)))


def _before(text: str, span: tuple[int, int]) -> re.Match[str] | None:
    """``14:05, 3 May 2020``: the last time right before the date."""
    last = None
    for match in _TIME.finditer(text, max(0, span[0] - 24), span[0]):
        last = match
    if last is None or not last["min"]:
        return None
    between = text[last.end() : span[0]]
    return None if re.search(r"\d|\n", between) else last


def _asian_half(text: str, at: int) -> int | None:
    return _ASIAN_HALVES.get(text[max(0, at - 3) : at].strip())
