"""Dates with the name of a month, in any language."""

import re
from functools import cache

from newsclean.label.clock import Moment, date_of, with_time
from newsclean.vocab import languages, load

# A day or a year near a month's name.
_DAY_BEFORE = re.compile(
    r"(?<!\d)([0-3]?\d)(?:\.|st|nd|rd|th|er|º|°|ª|-го|η|ης|ème|e)?"
    r"[\s,\-/]{0,3}(?:(?:of|de|d[’']|del|di|da|ngày)\s)?$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    r"^[.\s,\-/]{0,4}(?:(?:de|del|di|năm|do|від|από)\s{1,2})?((?:18|19|20)\d\d)(?!\d)",
    re.IGNORECASE,
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


def read_named(text: str, language: str | None, month_first: bool) -> Moment | None:
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
        date = date_of(year[1], month, day[1])
        if date:
            return with_time(
                text, date, (span[0] - len(before) + day.start(), span[1] + year.end())
            )
    both = _DAY_YEAR_AFTER.match(after)
    if both:
        date = date_of(both[2], month, both[1])
        if date:
            return with_time(text, date, (span[0], span[1] + both.end()))
    year = _YEAR_BEFORE.search(before)
    day = _DAY_AFTER.match(after)
    if year and day:
        date = date_of(year[1], month, day[1])
        if date:
            return with_time(
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
    date = date_of(match[2], month, match[1])
    return with_time(text, date, (span[0], span[1] + match.end())) if date else None
