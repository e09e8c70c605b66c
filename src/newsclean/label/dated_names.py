"""Names in a line of a date: "Ann Lee / Courier / May 3, 2024", "14.4.2025 0:41 Ann Lee"."""

import re
from collections.abc import Iterator, Sequence

from newsclean.label.credits import names_end, split_parts
from newsclean.label.moments import Moment, read_moment
from newsclean.label.people import is_agency, is_organisation, is_person, is_place, is_role
from newsclean.label.phrases import phrases
from newsclean.page import Page

# "Ann Lee " is as short as two names are.
_SHORTEST = 6
_MOST_CAPITALS = 3
# Published, updated, and what a theme repeats of them.
_MOMENTS = 4
_WORD = re.compile(r"[^\W\d_]+")
# What stands between a date and a name: a zone, the word for hours, a mark; or nothing,
# where the theme sets them apart. Behind a mere space stands the section.
_BETWEEN = re.compile(
    r"(?:,?\s?(?:\d{4}\s)?(?:hrs|Uhr|[A-Z]{2,4})\b){0,2}(?:\s{0,2}[,|/–—\-•·)\n]\s{0,3}|(?!\s))"
)
# Behind a date "Share Article" has the look of a name; names there are two or three words.
_NAME_WORDS = 3


def moments_in(text: str, language: str | None) -> Iterator[Moment]:
    """The dates of a line, in its order."""
    at = 0
    for _ in range(_MOMENTS):
        found = read_moment(text[at:], language)
        if found is None:
            return
        start, end = found.span
        yield found._replace(span=(at + start, at + end))
        at += end


def names_before_date(page: Page, text: str, language: str | None) -> tuple[int, int] | None:
    """Where the names stand that open a date line: ``Ann Lee / Courier / May 3, 2024``."""
    moment = read_moment(text, language)
    if moment is None or moment.span[0] < _SHORTEST:
        return None
    before = text[: moment.span[0]].rstrip(" ,|/–—-•·(")
    parts = split_parts(before, language)
    named = parts and (is_person(parts[0]) or is_agency(parts[0])) and not is_place(parts[0])
    known = may_follow_names(parts[1:])
    # Capitals throughout are a paper's nameplate sooner than a person's long name.
    plate = before.isupper() and (
        len(before.split()) > _MOST_CAPITALS or has_common_words(page, before)
    )
    return (0, len(before)) if named and known and before[:1].isupper() and not plate else None


def may_follow_names(parts: Sequence[str]) -> bool:
    """Are all parts what stands behind a name in a byline: persons, outlets, roles?"""
    return all(is_person(p) or is_organisation(p) or is_role(p) for p in parts)


def has_common_words(page: Page, name: str) -> bool:
    """Does the page write a capitalised word of ``name`` in small letters, too? Then it is
    a section ("Mental Health") sooner than a person."""
    sought = {w.casefold() for w in _WORD.findall(name) if w[:1].isupper() and len(w) > 1}
    return any(word in sought for block in page.blocks for word in _WORD.findall(block.text))


def names_behind_date(page: Page, text: str, language: str | None) -> tuple[int, int] | None:
    """Where the names stand that end a date line: ``14.4.2025 0:41 | Ann Lee, Courier``."""
    *_, last = (None, *moments_in(text, language))
    if last is None:
        return None
    between = _BETWEEN.match(text, last.span[1])
    if between is None:
        return None
    start = between.end()
    end = names_end(text[start:], language)
    names = text[start : start + end].rstrip(" ,;")
    parts = split_parts(names, language)
    if not parts or not is_person(parts[0]) or is_place(parts[0]) or not names[:1].isupper():
        return None
    if len(parts[0].split()) > _NAME_WORDS or is_role(parts[0]):
        return None
    words = phrases(language)
    # "Share Article": its first word alone is a button.
    if any(words.line(t) or words.heading(t) for t in (parts[0], parts[0].split()[0])):
        return None
    if not may_follow_names(parts[1:]) or has_common_words(page, parts[0]):
        return None
    return start, start + len(names)
