"""Bylines: the words that credit an author in a short text.

Used both to find the byline among the blocks and to split it into authors.
"""

import re
from functools import cache
from typing import NamedTuple

from newsclean.label.ago import find_ago
from newsclean.label.moments import read_moment
from newsclean.label.people import credentials, is_organisation, is_person, is_role
from newsclean.vocab import load, table


class Credit(NamedTuple):
    """A byline in a text."""

    names: str
    """The names as written, without the word before them."""
    span: tuple[int, int]
    """Where the byline stands, the word before the names included."""


@cache
def _before(language: str | None) -> re.Pattern[str]:
    """The words that stand before names, in ``language`` and in English."""
    before: set[str] = set()
    labels: set[str] = set()
    for code in {language or "en", "en"}:
        words = load(code).get("byline", {})
        before.update(words.get("before", ()))
        labels.update(words.get("labels", ()))
    plain = "|".join(re.escape(w) for w in sorted(before, key=len, reverse=True))
    marked = "|".join(re.escape(w) for w in sorted(before | labels, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?:{marked})\s{{0,2}}[:：]\s{{0,2}}|(?P<plain>{plain})\s{{1,3}})",
        re.IGNORECASE,
    )


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d"
_END = (
    r"\s{0,3}(?:[|•·⋅●∙\n–—>@(<\d]|\s-\s|\blast\s|(?<=\w{4})\.\s|(?<=\w{4})\.$"
    rf"|\b(?:on|am|vom|den|le|el|il|em)\s(?:\d|{_MONTH})"
    # Themes glue an English date to the name before it.
    rf"|(?:\s|(?<=[a-z])){_MONTH}"
)


# What is left of "on Mon, 07/10/2023" once the date is cut off.
_LEADING_TO_DATE = re.compile(r"\s(?:on|at|am|vom|den|le|el|il|em)(?:\s[A-Z][a-z]{2,8})?[.,]?$")


@cache
def _end(language: str | None) -> re.Pattern[str]:
    """What ends the names of a byline: a mark, a date, a word such as "published"."""
    words: set[str] = set()
    for code in {language or "en", "en"}:
        dates = load(code).get("dates", {})
        # Shorter ones are prepositions, which names have, too.
        words |= {w for key in ("published", "updated") for w in dates.get(key, ()) if len(w) > 4}
    said = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"{_END}|(?:{said})(?!\w))", re.IGNORECASE)


def names_end(text: str, language: str | None) -> int:
    """Where the names that open ``text`` end: at a mark, a date, "Published" or its end."""
    end = _end(language).search(text)
    return end.start() if end else len(text)


def before_ago(text: str, language: str | None) -> str:
    """What stands before a date that counts back from now, and before "Published" and the
    like; empty where there is no such date: ``Ann Lee | Published 3 hours ago``."""
    span = find_ago(text, language)
    if span is None:
        return ""
    names = text[: span[0]]
    return names[: names_end(names, language)].rstrip(" ,|/–—-•·(")


def strip_before(text: str, language: str | None) -> str:
    """``text`` without the words before the names, however many of them stand there."""
    pattern = _before(language)
    for _ in range(3):
        match = pattern.match(text)
        if match is None or match.end() == len(text):
            break
        text = text[match.end() :].lstrip(" :：")
    return text


def is_before(text: str, language: str | None) -> bool:
    """Is ``text`` nothing but a word that stands before names, such as "By"?"""
    if len(text) > 20:
        return False
    match = _before(language).match(f"{text.strip(' :：')}: ")
    return match is not None and match.end() >= len(text.strip(" :：")) + 1


def find_credit(text: str, language: str | None) -> Credit | None:
    """A byline such as ``By Ann Lee and Bo Ek`` in a short text; None where there is none.

    In the middle of a text it must follow a separator or a date, and the words before the
    names must be followed by something that can be a name.
    """
    others = [match.span() for match in _others(language).finditer(text)]
    for match in _before(language).finditer(text):
        start = match.start()
        if any(begin < start < end for begin, end in others):
            continue  # the "by" of "editing by"
        rest = text[match.end() :]
        names = rest[: names_end(rest, language)].rstrip(" ,;")
        names = _NEXT_CREDIT.split(names, maxsplit=1)[0]
        if len(names) > 12:
            moment = read_moment(names, language)
            names = names[: moment.span[0]].rstrip(" ,;") if moment else names
        names = _LEADING_TO_DATE.sub("", names)
        if not names or not _names_only(names, language):
            continue
        return Credit(names, (start, match.end() + len(names)))
    return None


def words_of_others(language: str | None) -> list[str]:
    """What stands before photographers, editors, translators, in ``language`` and in
    English, the longest first."""
    words: set[str] = set()
    for code in (language or "en", "en"):
        words.update(load(code).get("byline", {}).get("others", ()))
    return sorted(words, key=len, reverse=True)


@cache
def _others(language: str | None) -> re.Pattern[str]:
    """The words of several before those who made something else than the text."""
    plain = "|".join(re.escape(word) for word in words_of_others(language) if " " in word)
    return re.compile(rf"(?<!\w)(?:{plain or '(?!)'})(?!\w)", re.IGNORECASE)


# "Reporting by Ann Lee in Oslo; Writing by Bo Ek; Editing by …", as agencies close a story.
_NEXT_CREDIT = re.compile(r"\s?;\s{0,3}(?=(?:\w{1,15}\s){1,2}by\s)", re.IGNORECASE)
_WHERE = re.compile(r"\sin\s[A-Z][\w .'’-]{1,40}$")


def _names_only(text: str, language: str | None) -> bool:
    """Is every part of ``text`` a name, a role or an organisation, the first a name?"""
    parts = [_WHERE.sub("", part) for part in split_parts(text, language)]
    if not parts or len(parts) > 12:
        return False
    first = parts[0]
    if not (
        is_person(first) or (is_organisation(first) and len(first) <= 40 and first[:1].isupper())
    ):
        return False
    return all(
        is_person(part)
        or is_organisation(part)
        or is_role(part)
        or part.casefold() in credentials()
        for part in parts[1:]
    )


@cache
def _and(language: str | None) -> re.Pattern[str]:
    words = {"and"} | set(table(language, "byline", "and") or ())
    plain = "|".join(
        re.escape(word) for word in sorted(words, key=len, reverse=True) if word != "ו"
    )
    return re.compile(rf"\s{{0,3}}[,;]?\s{{1,3}}(?:{plain}|&)\s{{1,3}}", re.IGNORECASE)


_BREAKS = re.compile(r"\s{0,3}(?:[,;/|•·⋅●∙、，\n]|\s[–—-]\s)\s{0,3}")


def split_parts(text: str, language: str | None) -> list[str]:
    """``text`` at commas, semicolons, slashes and "and" words, empty parts left out."""
    parts: list[str] = []
    for piece in _and(language).split(text):
        parts += _BREAKS.split(piece)
    return [
        part.strip(" :") if _ends_short(part) else part.strip(" .:")
        for part in parts
        if part.strip(" .:")
    ]


def _ends_short(part: str) -> bool:
    """``Martin Luther King Jr.`` keeps its full stop."""
    return re.search(r"\b(?:[A-Z]|Jr|Sr|M\.D|Ph\.D)\.$", part.strip()) is not None
