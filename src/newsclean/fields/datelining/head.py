"""The grammar of a story's head: place, date, agency, and the separator that ends them."""

import re

from newsclean.fields.datelining.dates import date_at
from newsclean.fields.datelining.lexicon import is_agency, is_city
from newsclean.fields.datelining.places import BRACKET, SPACE, agency_at, place_at
from newsclean.fields.datelining.reading import Head

# A dateline with two places, a date and an agency stays well below this.
WINDOW = 200

_SOURCE = re.compile(r"[^\W\d_][\w.&-]{1,15}(?: [A-Z][\w.&-]{1,15}){0,2}")
# Between two parts. A dash or a period joins only what cannot be the story's text.
_JOINER = re.compile(r"\s?[,;•]\s{0,3}|\s{1,3}|(?=[(/\[])")
_HARD_JOINER = re.compile(r"\s{0,2}(?:\.?[-–—|]{1,2}|\.)\s{0,2}")
_SEPARATORS = (
    ("dash", re.compile(r"\s{0,3}\.\s?[-–—]{1,2}\s{0,3}")),
    ("tight", re.compile(r"(?:--|[—―])(?=\S)")),
    ("dash", re.compile(r"\s{0,3}(?:-{2,3}|[—―])\s{0,3}|\s{1,3}[-–−]\s{0,3}|[-–]\s{1,3}")),
    ("slash", re.compile(r"\s/\s{1,3}")),
    ("pipe", re.compile(r"\s{0,3}[|•]\s{0,3}")),
    ("equals", re.compile(r"\s{0,3}[=＝]\s{0,3}")),
    ("colon", re.compile(r"\s?[:：]\s{0,3}")),
    ("period", re.compile(r"\s?\.(?:\s{1,3}|(?=\D)|$)")),
)


def read_head(text: str, start: int, language: str | None) -> Head | None:
    """The parts that stand at ``start``; None where there are none."""
    head = Head(start)
    pos = SPACE.match(text, start).end()  # type: ignore[union-attr]  # matches anything
    head.start = head.end = pos
    limit = start + WINDOW
    window = text[:limit]
    for _ in range(7):
        end = _part(head, window, pos, language)
        if end is None:
            break
        head.end = end
        pos = _joined(head, window, end, language)
    if not (head.place or head.agency or head.day):
        return None
    _close(head, text)
    return head


def _joined(head: Head, text: str, end: int, language: str | None) -> int:
    """Where the next part would start."""
    hard = _HARD_JOINER.match(text, end)
    if hard and hard.end() < len(text) and _starts_part(head, text, hard.end(), language):
        return hard.end()
    soft = _JOINER.match(text, end)
    return soft.end() if soft else end


def _starts_part(head: Head, text: str, pos: int, language: str | None) -> bool:
    """Does a part that cannot be the story's own text start at ``pos``?"""
    bracket = BRACKET.match(text, pos)
    if bracket and head.agency is None:
        return is_agency(_inner(bracket)[0]) is True
    if head.agency is None and head.place and agency_at(text, pos) is not None:
        return True
    if head.day is None and head.place and date_at(text, pos, language):
        return True
    # "(ANSA) - ROMA, 28 LUG - …": the agency comes first.
    if head.place is None and head.agency is not None:
        trial = Head(pos)
        end = place_at(trial, text, pos, language)
        return end is not None and (trial.is_known or text[pos:end].isupper())
    return False


def _part(head: Head, text: str, pos: int, language: str | None) -> int | None:
    """Take the part at ``pos`` into ``head``; the offset behind it."""
    bracket = BRACKET.match(text, pos)
    if bracket:
        return _bracketed(head, text, bracket, language)
    if head.day is None:
        day = date_at(text, pos, language)
        if day:
            head.day = day
            head.day_dashed = text[head.end : pos].strip(" .") in {"-", "–", "—"}
            return day.end
    if head.agency is None:
        end = agency_at(text, pos)
        if end is not None:
            head.agency, head.agency_known, head.agency_bare = (pos, end), True, True
            return end
    # Behind the agency only a comma or a dash leads to the place: "(CNN)Officials …".
    if head.place is None and (head.end == head.start or text[head.end : pos].strip()):
        return place_at(head, text, pos, language)
    return None


def _inner(bracket: re.Match[str]) -> tuple[str, int]:
    for group in (1, 2, 3):
        if bracket[group] is not None:
            return bracket[group], bracket.start(group)
    return "", bracket.start()


def _bracketed(head: Head, text: str, bracket: re.Match[str], language: str | None) -> int | None:
    inner, offset = _inner(bracket)
    stripped = inner.strip()
    offset += len(inner) - len(inner.lstrip())
    day = date_at(stripped, 0, language)
    if day and day.end == len(stripped) and head.day is None:
        head.day = day
        return bracket.end()
    # "(5 May 2024, Reuters)", "(Reuters - 5 May)"
    if head.agency is None and head.day is None:
        pieces = re.split(r"\s?[,;|]\s|\s[-–]\s", stripped, maxsplit=1)
        for agency, date in (pieces, pieces[::-1]) if len(pieces) == 2 else ():
            read = date_at(date, 0, language)
            if read and read.end == len(date) and is_agency(agency) is not None:
                at = text.index(agency, bracket.start())
                head.agency, head.agency_known = (at, at + len(agency)), True
                head.day = read
                return bracket.end()
    if head.end == head.start and is_city(stripped) and bracket[0][0] != "/":
        head.place = (offset, offset + len(stripped))
        head.city, head.is_known, head.is_bracketed = stripped, True, True
        return bracket.end()
    known = is_agency(stripped)
    if head.agency is not None or bracket[0][0] == "[":
        return None
    slashed = bracket[0][0] == "/"
    # "BERGEN, Norway, April 2 /CNX/ --", as wires of releases write it.
    vouched = not slashed or head.day is not None
    if known is None and head.place and vouched and _SOURCE.fullmatch(stripped):
        known, head.agency_unknown = False, True
    if known is not None:
        if slashed and not known and not head.agency_unknown:
            return None
        head.agency, head.agency_known = (offset, offset + len(stripped)), known
        return bracket.end()
    return None


def _close(head: Head, text: str) -> None:
    """Read the separator behind the last part."""
    for name, pattern in _SEPARATORS:
        match = pattern.match(text, head.end)
        if match:
            head.separator, head.story = name, match.end()
            break
    else:
        head.story = SPACE.match(text, head.end).end()  # type: ignore[union-attr]
    if head.story >= len(text) and head.separator in {"none", "period", "colon", "dash"}:
        head.separator = "end"
