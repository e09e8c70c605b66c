"""Dates as datelines write them: mostly a day and a month, and no year."""

import datetime
import re
from functools import cache
from typing import NamedTuple

from newsclean import vocab
from newsclean.fields.datelining.lexicon import NAME_CHAR

_MONTH = rf"(?P<month>{NAME_CHAR}{{2,14}})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # April 25 · Dec. 20, 2025 · Sept 3rd
        rf"{_MONTH}\.?\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s{_YEAR}(?!\d))?",
        # 25 April · 5. Mai 2024 · 7 de octubre de 2023 · 1er mars · 28 LUG
        rf"(?:den\s|le\s|el\s)?(?P<day>\d{{1,2}})(?:\.|er|º|ª|°|-?го|th|st|nd|rd)?[\s/-]?(?:de\s|of\s|d['’]\s?)?{_MONTH}"
        rf"(?:(?:\.,?|,)?\s(?:de\s|del\s)?{_YEAR}(?!\d)(?:\s?г(?:\.|ода))?)?",
        # 2024. május 5. · 2024 May 5
        rf"{_YEAR}\.?\s{_MONTH}\.?\s(?P<day>\d{{1,2}})\.?(?!\d)",
        # 2024-05-25 · 2024/5/25
        rf"{_YEAR}[-/.](?P<number>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",
        # 25.05.2024 · 25/5/24 · 25.5.
        r"(?P<day>\d{1,2})(?:\.\s?(?P<number>\d{1,2})\.|[/-](?P<number2>\d{1,2})[/-])"
        r"\s?(?P<year>(?:(?:19|20)\d\d|\d\d)(?!\d))?",
        # 5 (EUROPA PRESS)
        r"(?P<day>\d{1,2})(?=\s\([A-Z])",
        # 2024年4月24日 · 4月24日 · 21日 · 4월 24일
        r"(?:(?P<year>(?:19|20)\d\d)\s?[年년]\s?)?(?:(?P<number>\d{1,2})\s?[月월]\s?)?"
        r"(?P<day>\d{1,2})\s?[日일]",
    )
)


class Day(NamedTuple):
    """A date as read: what it leaves out is None."""

    end: int
    """Offset behind it."""
    day: int
    month: int | None
    year: int | None


@cache
def _months(language: str | None) -> dict[str, int]:
    """Month by its name: every language's names, ``language``'s and then English first."""
    names: dict[str, int] = {}
    for code in (language, "en", *vocab.languages()):
        for name, number in (vocab.load(code).get("months", {}) if code else {}).items():
            names.setdefault(name, number)
    return names


def date_at(text: str, pos: int, language: str | None) -> Day | None:
    """The date that starts at ``pos``, or None."""
    for form in _FORMS:
        match = form.match(text, pos)
        if match is None:
            continue
        parts = match.groupdict()
        end = match.end()
        if parts.get("month"):
            name = parts["month"].replace("İ", "i")
            month = _months(language).get(name.lower())
            if month is None:
                continue
            # The period of an abbreviation is the date's: "29 Nov. (…".
            if text[end : end + 1] == "." and match.end("month") == end and len(name) <= 5:
                end += 1
        else:
            number = parts.get("number") or parts.get("number2")
            month = int(number) if number else None
        day = _checked(end, int(parts["day"]), month, parts.get("year"), language, form)
        if day is not None:
            return day
    return None


def _checked(
    end: int,
    day: int,
    month: int | None,
    year: str | None,
    language: str | None,
    form: re.Pattern[str],
) -> Day | None:
    numeric = "number2" in form.groupindex
    if numeric and month is not None and month > 12 >= day:
        day, month = month, day
    elif numeric and language == "en" and month is not None and day <= 12:
        # In English 5/6 may be either: American use, the larger part of it.
        day, month = month, day
    if not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    full = None if year is None else int(year) if len(year) == 4 else 2000 + int(year)
    return Day(end, day, month, full)


def filed_on(
    read: Day, published: datetime.datetime | datetime.date | None
) -> datetime.date | None:
    """The full date: the one nearest to ``published`` that ``read`` allows.

    None where ``published`` is None and the year is left out, and where no such day exists.
    """
    if read.year is not None and read.month is not None:
        return _date(read.year, read.month, read.day)
    if published is None:
        return None
    anchor = published.date() if isinstance(published, datetime.datetime) else published
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    months = range(1, 13) if read.month is None else (read.month,)
    candidates = [_date(y, m, read.day) for y in years for m in months]
    real = [c for c in candidates if c is not None]
    return min(real, key=lambda c: (abs((c - anchor).days), c), default=None)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
