"""Dates and times as people write them, in any language, without dateparser.

:func:`read_moment` finds the first full date (day, month and year) in a short text.
Machine formats (ISO 8601, RFC 2822) and month names of ``[months]`` are read here; what
is left over (relative dates, unknown calendars) is for the caller to decide about.
"""

import datetime
import re

from newsclean.label.clock import Moment, When, at, date_of, with_time
from newsclean.label.month_names import read_named

__all__ = ["Moment", "When", "read_moment"]

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
_DIGIT = re.compile(r"\d")
_VIETNAMESE = re.compile(
    r"([0-3]?\d)\s?(?:,\s?)?(?:tháng|thg)\s?([01]?\d)(?:\s?,\s?|\s?năm\s?|\s)((?:19|20)\d\d)", re.I
)


def read_moment(
    text: str, language: str | None = None, *, month_first: bool = False
) -> Moment | None:
    """The first full date in ``text``, with its time of day where one stands beside it.

    ``month_first`` says how 03/04/2020 is meant. None where no full date is found.
    """
    if _DIGIT.search(text) is None:
        return None
    stripped = text.strip()
    machine = _compact(stripped)
    if machine is not None:
        return Moment(machine, (text.find(stripped), text.find(stripped) + len(stripped)))
    found = _iso(text)
    for reader in (_east, read_named, _numeric):
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
            return with_time(text, value, match.span())
        return Moment(value, match.span())
    return None


def _build(match: re.Match[str], year: str, month: str, day: str) -> When | None:
    date = date_of(year, month, day)
    if date is None or not match["h"]:
        return date
    value = at(date, match["h"], match["min"], match["s"], match["z"])
    fraction = match.groupdict().get("f")
    if fraction and isinstance(value, datetime.datetime):
        value = value.replace(microsecond=int(fraction[:6].ljust(6, "0")))
    return value


def _east(text: str, language: str | None, month_first: bool) -> Moment | None:
    match = _CJK.search(text)
    if match:
        date = date_of(match[1], match[2], match[3])
        return with_time(text, date, match.span()) if date else None
    match = _VIETNAMESE.search(text)
    if match:
        date = date_of(match[3], match[2], match[1])
        return with_time(text, date, match.span()) if date else None
    return None


_WEEKDAYS = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.IGNORECASE)
_WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def _numeric(text: str, language: str | None, month_first: bool) -> Moment | None:
    for match in _NUMERIC.finditer(text):
        first, separator, second, year = match[1], match[2].strip(), match[3], match[4]
        if len(year) == 2 and separator == "-":
            continue
        day_first, turned = date_of(year, second, first), date_of(year, first, second)
        # Americans write slashes; hyphens are at home in South Asia, Africa and Europe.
        swap = month_first and separator == "/"
        date = (turned or day_first) if swap else (day_first or turned)
        if day_first and turned and date:
            weekday = _WEEKDAYS.search(text, max(0, match.start() - 14), match.start())
            if weekday and date.weekday() != _WEEK.index(weekday[1].lower()):
                date = turned if date == day_first else day_first
        if date:
            return with_time(text, date, match.span())
    return None
