"""The dateline: the place, the agency and the day that open a story."""

import datetime
import re
from collections.abc import Sequence

from newsclean.article import Dateline, Evidence
from newsclean.fields.datelining.context import Surroundings
from newsclean.fields.datelining.dates import filed_on
from newsclean.fields.datelining.east_asian import read_east_asian
from newsclean.fields.datelining.head import read_head
from newsclean.fields.datelining.lexicon import (
    fold,
    is_ambiguous,
    is_city,
    is_region,
    openings,
    words,
)
from newsclean.fields.datelining.reading import Head, Reading
from newsclean.fields.datelining.verdict import judged, reading
from newsclean.fields.found import Found

# Where it may stand. Of the 195 labelled datelines 187 open one of the first two body
# paragraphs, all of them one of the first five; six leaves room for a headline kept in.
_STRONG_DEPTH = 6
_WEAK_DEPTH = 3
# Furniture before it is short: a deck, a note. A longer paragraph is the story's own.
_FURNITURE = 450
_LINE = 80
_SHORTEST = 20
_DASHES = ("—", "–", "―", "--", " -")
# A byline, a deck may stand above the story in one paragraph, parted by line breaks.
_HEAD, _HEAD_LINES = 400, 4
_JUNK = " \t\n\xa0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def find_dateline(
    paragraphs: Sequence[str],
    *,
    language: str | None,
    published: datetime.datetime | datetime.date | None = None,
    labelled_dateline: str | None = None,
) -> Found[Dateline | None]:
    """The dateline of the story that ``paragraphs``, its first elements, open.

    ``language`` is an ISO 639-1 code. ``published`` gives a day without a year its year.
    ``labelled_dateline`` is the text of a block that the labels hold for a dateline; it is
    used where the paragraphs have none, and its evidence names no block. The span of the
    evidence refers to the text in which the dateline stands, ``block`` to ``paragraphs``.
    """
    around = Surroundings(language, paragraphs)
    for index, text in enumerate(paragraphs[:_STRONG_DEPTH]):
        read = _read(text, around)
        if read is None and index < _WEAK_DEPTH and _is_lone(paragraphs, index, language):
            read = _read_line(text, language)
        if read is not None and (read.is_strong or index < _WEAK_DEPTH):
            return _found(read, text, published, index)
        if not _is_furniture(text):
            break
    if labelled_dateline:
        read = _read_labelled(labelled_dateline, language)
        if read is not None:
            return _found(read, labelled_dateline, published, None)
    return Found(None)


def opens_with_dateline(text: str, language: str | None) -> bool:
    """Does ``text`` open as a story does behind a dateline? Looks at its head only."""
    # Nothing that opens small is a dateline, and most blocks of a page's chrome are short.
    if len(text) < _SHORTEST or text[0].islower():
        return False
    return _read(text, Surroundings(language, (text,))) is not None


def is_dateline_line(text: str, language: str | None) -> bool:
    """Is ``text`` a dateline and nothing else ("THUN, SWITZERLAND", "Chemnitz.")?"""
    return _read_line(text, language) is not None


def _found(
    read: Reading,
    text: str,
    published: datetime.datetime | datetime.date | None,
    block: int | None,
) -> Found[Dateline | None]:
    raw = text[slice(*read.span)]
    day = filed_on(read.day, published) if read.day else None
    value = Dateline(
        " ".join(raw.split()),
        _folded(read.place),
        _folded(read.city),
        _folded(read.region),
        _folded(read.agency),
        day,
    )
    return Found(value, (Evidence(read.rule, "text", raw, block, read.span),))


def _folded(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _read(text: str, around: Surroundings) -> Reading | None:
    """The dateline that opens ``text``, before the story."""
    for start in _starts(text):
        found = read_east_asian(text, start) or judged(text, start, around)
        found = found or _behind_reporter(text, start, around)
        if found is not None:
            return found
    return None


def _starts(text: str) -> list[int]:
    """Where a dateline may start: at the head, and behind short lines above the story."""
    starts = [0]
    for line in text[:_HEAD].split("\n")[:_HEAD_LINES]:
        starts.append(starts[-1] + len(line) + 1)
        if len(line) > _LINE:
            break
    return [s + len(text[s : s + 40]) - len(text[s : s + 40].lstrip(_JUNK)) for s in starts[:-1]]


def _behind_reporter(text: str, start: int, around: Surroundings) -> Reading | None:
    """ "By Ravi Menon Kochi, May 3 (PTI) …", "DAL NOSTRO INVIATOTORINO - …"."""
    opening = text[start : start + 60]
    folded = opening.casefold()
    for phrase in openings("reporters"):
        if not folded.startswith(phrase):
            continue
        if " " in phrase:
            return judged(text, start + len(phrase), around)
        # Each word of a name may be the last one: the agency in brackets vouches for it.
        gaps = list(re.finditer(r"\s", opening))[1:7]
        tried = [judged(text, start + gap.end(), around) for gap in gaps]
        fit = [f for f in tried if f and f.agency and f.place and f.is_strong]
        known = [f for f in fit if f.city and is_city(f.city)]
        return known[0] if known else fit[-1] if fit else None
    return None


def _read_line(text: str, language: str | None) -> Reading | None:
    """A dateline on a line of its own."""
    stripped = text.strip()
    if not stripped or len(stripped) > _LINE or "\n" in stripped:
        return None
    head = read_head(text, 0, language)
    if head is None or head.place is None or head.separator != "end":
        return None
    if not _may_be_place(head) or head.agency_unknown:
        return None
    capitals = head.city.isupper()
    if is_ambiguous(head.city) and not (capitals or head.has_region):
        return None
    if head.has_region and (head.is_known or capitals):
        rule = "place and region on a line"
    elif head.is_known and not head.is_split and _all_known(text[slice(*head.place)]):
        rule = "known place on a line"
    elif head.agency and head.agency_known and capitals:
        rule = "place and agency on a line"
    else:
        return None
    return reading(head, text, rule, is_strong=False)


def _all_known(place: str) -> bool:
    return is_city(place) or all(is_city(part.strip()) for part in place.split("/"))


def _read_labelled(text: str, language: str | None) -> Reading | None:
    """The dateline in a block that the markup or the labels call one.

    Publish times, sections and countries stand in such blocks, too.
    """
    line = _read_line(text, language)
    if line is not None or len(text) > _LINE:
        return line
    head = read_head(text, 0, language)
    if head is None or head.place is None or head.separator != "end":
        return None
    if not _may_be_place(head) or not (head.is_split or head.agency or head.day):
        return None
    return reading(head, text, "labelled dateline", is_strong=False)


def _may_be_place(head: Head) -> bool:
    """Are the city's words few, and none that opens headings or joins phrases?"""
    named = [fold(w) for w in head.city.split()]
    if head.is_known:
        return True
    closed = words("lead_ins") | words("prepositions")
    return len(named) <= 4 and not is_region(head.city) and not any(w in closed for w in named)


def _is_lone(paragraphs: Sequence[str], index: int, language: str | None) -> bool:
    """Is there prose behind ``index``, little before it, where a letter would be signed, and
    no other place, as in a list?"""
    if index + 1 >= len(paragraphs) or sum(map(len, paragraphs[:index])) > _FURNITURE:
        return False
    # A dash says that the story goes on there, however the page was cut.
    if len(paragraphs[index + 1]) < _LINE and not paragraphs[index].rstrip().endswith(_DASHES):
        return False
    return index == 0 or _read_line(paragraphs[index - 1], language) is None


def _is_furniture(text: str) -> bool:
    return len(text) <= _FURNITURE or fold(text[:80]).startswith(tuple(words("notes")))
