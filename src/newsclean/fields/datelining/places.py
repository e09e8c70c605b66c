"""The place of a dateline: one city or several, and the state or country after a comma."""

import re

from newsclean.fields.datelining.dates import date_at
from newsclean.fields.datelining.lexicon import (
    NAME_CHAR,
    agencies,
    fold,
    is_agency,
    is_city,
    is_region,
    patterns,
    place_words,
)
from newsclean.fields.datelining.reading import Head

# "(…)", "[…]", "/…/": the agency, the date or a state.
BRACKET = re.compile(r"\(([^()\[\]]{1,60})\)|\[([^()\[\]]{2,40})\]|/\s?([^/()]{2,40}?)\s?/")
SPACE = re.compile(r"\s{0,8}")
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,4}}|(?:St|Ste|Ft|Mt|Pt|ST|STE|FT|MT|PT)\.(?=\s)"
    rf"|(?:{NAME_CHAR}{{1,30}})(?:[-'’‑.]{NAME_CHAR}{{1,30}}){{0,5}}"
)
_GAP = re.compile(r"[ \t\u00a0\u202f]{1,3}")
_COMMA = re.compile(r"\s?,\s{0,3}")
_SLASH = re.compile(r"\s?[/&]\s?|\s(?:and|und|et|y|e)\s")
_ABBREVIATED = re.compile(r"(?:[A-Z]\.\s?){1,3}(?:Va\.|Mex\.)?|[A-Z][a-z]{1,5}\.")


def _run(text: str, pos: int, most: int, *, any_case: bool = False) -> list[int]:
    """The ends of the words of a name at ``pos``: capitalised, or particles between."""
    ends: list[int] = []
    pending = 0
    while len(ends) + pending < most:
        match = _WORD.match(text, pos)
        if match is None:
            break
        word = match[0]
        if any_case or not word[0].islower() or (not ends and word.startswith("'s-")):
            ends.append(match.end())
            pending = 0
        elif ends and fold(word) in place_words("particles") and pending < 2:
            pending += 1
        else:
            # "el-Sheikh", "al-Hawl"
            if not ends or "-" not in word or not any(c.isupper() for c in word):
                break
            ends.append(match.end())
        gap = _GAP.match(text, match.end())
        if gap is None:
            break
        pos = gap.end()
    return ends


def place_at(head: Head, text: str, pos: int, language: str | None) -> int | None:
    """Take the place at ``pos``: cities, and what follows them after commas."""
    end = _city(text, pos)
    if end is None:
        return None
    if head.agency and not is_city(text[pos:end]):
        # "Warta7.com, Jakarta Dewan kota …": the story follows without a separator.
        shorter = (e for e in reversed(_run(text, pos, 4)) if is_city(text[pos:e]))
        end = next(shorter, end)
    head.city = text[pos:end]
    head.is_known = is_city(head.city)
    for _ in range(3):
        slash = _SLASH.match(text, end)
        if slash is None or _is_source(text, slash.end() - 1):
            break
        following = _city(text, slash.end())
        if following is None:
            break
        other = is_city(text[slash.end() : following])
        # A slash joins cities alone; "and" joins all kinds of names.
        joins_any = slash[0].strip() == "/"
        head.is_known = head.is_known or other if joins_any else head.is_known and other
        end = following
    head.is_known = head.is_known or is_city(text[pos:end])
    for _ in range(2):
        region = _region(head, text, end, language)
        if region is None:
            break
        end = region
    head.place = (pos, end)
    return end


def _is_source(text: str, slash: int) -> bool:
    """Does an agency stand between slashes here ("/TASS/"), and not the next city?"""
    bracket = BRACKET.match(text, slash)
    return bool(bracket and bracket[3] and is_agency(bracket[3]) is not None)


def _city(text: str, pos: int) -> int | None:
    ends = _run(text, pos, 5)
    # Unless the run is known as a whole, the longest known part wins in scripts without
    # case, where a run says nothing.
    if not ends:
        return None
    if text[pos].isupper() or text[pos] in "'’":
        return ends[-1]
    known = next((e for e in reversed(ends) if is_city(text[pos:e])), None)
    if known is None and len(ends) <= 3 and text[ends[-1] : ends[-1] + 2].strip() == "(":
        return ends[-1]
    return known


def _region(head: Head, text: str, end: int, language: str | None) -> int | None:
    bracket = BRACKET.match(text, SPACE.match(text, end).end())  # type: ignore[union-attr]
    if bracket and bracket[1] and is_region(bracket[1]) and is_agency(bracket[1]) is not True:
        head.has_region = head.is_split = True
        return bracket.end()
    comma = _COMMA.match(text, end)
    if comma is None:
        return None
    pos = comma.end()
    if date_at(text, pos, language) or agency_at(text, pos) is not None:
        return None
    short = _ABBREVIATED.match(text, pos)
    if short and is_region(short[0].strip()):
        head.has_region = head.is_split = True
        return pos + len(short[0].rstrip())
    ends = _run(text, pos, 4)
    for stop in reversed(ends):
        if is_region(text[pos:stop]) and not text[stop : stop + 2].strip()[:1].isalnum():
            head.has_region = head.is_split = True
            return stop
    if ends and len(ends) <= 3 and text[pos].isupper():
        head.is_split = True
        return ends[-1]
    return None


def agency_at(text: str, pos: int) -> int | None:
    """The end of an agency without brackets at ``pos``."""
    for pattern in patterns("bare"):
        match = pattern.match(text, pos)
        if match:
            return match.end()
    words = _run(text, pos, 3, any_case=True)
    for end in reversed(words):
        if text[pos:end] in agencies():
            return end
    return None
