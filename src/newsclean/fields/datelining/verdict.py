"""Is what was read at a text's head a dateline? One rule for each class of shape."""

import re

from newsclean.fields.datelining.context import (
    Surroundings,
    has_article,
    is_aside,
    is_confirmed,
    is_list,
    is_prose,
    is_spelled_out,
    is_topic,
)
from newsclean.fields.datelining.head import read_head
from newsclean.fields.datelining.lexicon import (
    fold,
    is_ambiguous,
    is_city,
    is_region,
    place_words,
    runs_on,
    words,
)
from newsclean.fields.datelining.reading import Head, Reading

_DASHES = frozenset({"dash", "tight"})
_MARKS = frozenset({"dash", "tight", "pipe", "slash", "equals"})
_STORY_OPENING = re.compile(r"[^\W_a-z]|[\"'“”„‟‘’«»‹›¿¡(\[$£€…#@『「]")
# Before a name at the head a story does not go on for less; a heading or a list item does.
_STORY_LENGTH = 40


def judged(text: str, start: int, around: Surroundings) -> Reading | None:
    """The dateline at ``start`` of ``text``, or None."""
    head = read_head(text, start, around.language)
    if head is None or head.separator == "end":
        return None
    rule, is_strong = _rule(head, text, around)
    return reading(head, text, rule, is_strong=is_strong) if rule else None


def reading(head: Head, text: str, rule: str, *, is_strong: bool = True) -> Reading:
    """``head`` as a reading."""
    place = text[slice(*head.place)] if head.place else None
    first, _, after = (place or "").partition(",")
    city = re.split(r"\s?/\s?", first, maxsplit=1)[0].strip()
    if place and is_city(first.strip()):
        city = first.strip()
    region = after.strip()
    bracket = re.search(r"\(([^()]{1,60})\)$", city)
    if bracket and not region and not is_city(city):
        city, region = city[: bracket.start()].strip(), bracket[1]
    agency = text[slice(*head.agency)] if head.agency else None
    span = (head.start, head.end)
    return Reading(rule, span, place, city or None, region or None, agency, head.day, is_strong)


def _rule(head: Head, text: str, around: Surroundings) -> tuple[str, bool]:
    """The rule that accepts ``head`` and whether it is a strong one; "" where none does."""
    story = text[head.story : head.story + 200]
    if not story:
        return "", False
    opens = bool(_STORY_OPENING.match(story)) and not story[0].islower()
    if head.place and _leads_in(head):
        return "", False
    if head.is_bracketed:
        return _in_brackets(head, text, opens=opens), True
    if head.agency:
        return (_with_agency(head, text, opens=opens), True)
    if not opens or len(story) < _STORY_LENGTH:
        return "", False
    if head.day:
        return _with_date(head, text), True
    return _place_only(head, text, story, around)


def _leads_in(head: Head) -> bool:
    """Is a word of the place one that opens other texts ("UPDATE", "Kommentar")?"""
    if head.is_known:
        return False
    particles = place_words("particles")
    found = [fold(w) for w in re.findall(r"[^\s/,]+", head.city)]
    if head.agency_known:
        # "ABOARD AIR FORCE ONE (AP)"
        lead_in = found[0] in words("lead_ins") and found[0] not in particles
        return lead_in or found[0] in words("reporters")
    return any(w in words("lead_ins") and w not in particles for w in found) or (
        found[0] in particles
        and found[0] not in place_words("first")
        and found[0] not in {"the", "den", "der"}
    )


def _is_capitals(name: str) -> bool:
    letters = [w for w in name.split() if fold(w) not in place_words("particles")]
    joined = "".join(letters)
    return joined.isupper() and sum(c.isalpha() for c in joined) >= 3


def _with_agency(head: Head, text: str, *, opens: bool) -> str:
    if head.agency_bare:
        return _with_bare_agency(head, text, opens=opens)
    if not head.agency_known:
        return _with_station(head, text) if opens else ""
    marked = head.separator in _MARKS
    if not (marked or opens):
        return ""
    if head.place:
        return "place and agency" if marked or _is_firm(head) or head.day else ""
    if head.day:
        return "date and agency"
    whole = head.separator != "pipe" and is_prose(text[head.story :])
    return "agency alone" if whole else ""


def _is_firm(head: Head) -> bool:
    return head.is_known or head.has_region or _is_capitals(head.city)


def _with_bare_agency(head: Head, text: str, *, opens: bool) -> str:
    """ "BERLIN taz | …", "КАЗАНЬ, 10 фев — РИА Новости. …": no brackets vouch for it."""
    marked = head.separator in _MARKS
    if head.place:
        lenient = head.separator in {"period", "colon"} or head.day or head.is_known
        sure = _is_firm(head) and (marked or (opens and lenient))
        return "place and agency" if sure else ""
    # "HarbourWATCH.Net -": a site's own name, known by the capitals inside it.
    lone = text[slice(*head.agency)] if head.agency else ""
    site = "." in lone and any(c.isupper() for c in lone[1:-1])
    prose = head.separator == "dash" and opens and is_prose(text[head.story :])
    return "agency alone" if site and prose else ""


def _with_station(head: Head, text: str) -> str:
    """What stands in the brackets looks like call letters, or like nothing that is known."""
    marked = head.separator in _MARKS
    if not (marked or head.day):
        return ""
    if head.agency_unknown:
        # Between a sure place and a dash only the source stands in brackets.
        sure = head.has_region or head.is_known or _is_capitals(head.city)
        return "place and source" if sure and (head.day or head.separator == "dash") else ""
    if head.place:
        return "place and station" if _is_firm(head) or head.day else ""
    return "station alone" if marked and is_prose(text[head.story :]) else ""


def _in_brackets(head: Head, text: str, *, opens: bool) -> str:
    """ "(Leipzig) - Die …", "[QUITO] Shares …": the place itself stands in brackets."""
    if not opens or not is_prose(text[head.story :]):
        return ""
    marked = head.separator == "dash"
    return "place in brackets" if marked or head.separator == "none" else ""


def _with_date(head: Head, text: str) -> str:
    if not head.place or _is_caption(head):
        return ""
    capitals = _is_capitals(head.city)
    if not (capitals or head.is_known or head.has_region):
        bracketed = text[head.end - 1] == ")" and head.separator == "dash"
        return "place and date" if bracketed and len(head.city.split()) <= 3 else ""
    if head.separator in _MARKS or head.separator == "colon":
        return "place and date"
    sure = head.is_known or head.has_region
    return "place and date" if head.separator == "period" and sure else ""


def _is_caption(head: Head) -> bool:
    """ "MILL VALLEY, CA - JULY 9: Workers …": the caption of an agency's picture."""
    undated = head.day is not None and head.day.year is None
    return head.day_dashed and undated and head.separator == "colon"


def _place_only(head: Head, text: str, story: str, around: Surroundings) -> tuple[str, bool]:
    capitals = _is_capitals(head.city)
    only_region = not head.is_known and not head.is_split and is_region(head.city)
    unsure = is_ambiguous(head.city) and not capitals and not head.has_region
    if unsure and not is_confirmed(head.city, around):
        return "", False
    if head.separator == "pipe":
        sure = (head.is_known or head.has_region) and "|" not in story and is_prose(story)
        return ("place and bar" if sure else ""), False
    if head.separator in _DASHES:
        if capitals:
            return _capitals_dash(head, text, around), True
        return _mixed_dash(head, text, around, only_region=only_region), False
    if only_region or not is_prose(story) or is_topic(story, around.language):
        return "", False
    if head.separator == "colon":
        return _colon(head, text, around, capitals=capitals), False
    if head.separator == "period" and not head.is_split:
        return _period(head, around, capitals=capitals), False
    return "", False


def _colon(head: Head, text: str, around: Surroundings, *, capitals: bool) -> str:
    if capitals and head.is_known:
        return "place and colon"
    if is_list(text, around):
        return ""
    if head.is_known or head.has_region:
        return "place and colon"
    if capitals and len(head.city) >= 5 and len(head.city.split()) <= 2:
        return "place and colon, named in the text" if is_confirmed(head.city, around) else ""
    return ""


def _period(head: Head, around: Surroundings, *, capitals: bool) -> str:
    if not capitals and not runs_on(around.language):
        return ""
    if head.is_known:
        return "place and period"
    # Any capitalised word may stand before a period, and "Dr." does.
    sure = capitals or bool(words("place_endings", around.language or "-"))
    if sure and len(head.city) >= 5 and len(head.city.split()) <= 2:
        return "place and period, named in the text" if is_confirmed(head.city, around) else ""
    return ""


def _capitals_dash(head: Head, text: str, around: Surroundings) -> str:
    if head.is_known or head.has_region:
        return "place in capitals and dash"
    named = [fold(w).strip(".") for w in re.findall(r"[^\s/]+", head.city)]
    if len(named) > 4:
        return ""
    typical = named[0] in place_words("first") or named[-1] in place_words("last")
    if typical and len(named) > 1 and head.separator == "dash" and not head.is_split:
        return "place in capitals and dash"
    # Acronyms, topics and persons stand in capitals before a dash, too.
    if len(head.city) >= 4 and is_confirmed(head.city, around):
        return "place in capitals and dash, named in the text"
    if head.separator != "dash" or len(head.city) < 4 or not is_prose(text[head.story :]):
        return ""
    if head.is_split and not _is_capitals(text[slice(*(head.place or (0, 0)))].partition(",")[2]):
        return "place in capitals, another behind its comma, and dash"
    if is_spelled_out(head.city, around):
        return "place in capitals and dash, spelled out in the text"
    return ""


def _mixed_dash(head: Head, text: str, around: Surroundings, *, only_region: bool) -> str:
    if only_region or head.separator == "tight":
        return ""
    if head.has_region:
        return "place, region and dash"
    if head.is_known:
        return "" if is_aside(text, head) else "known place and dash"
    # English capitalises the words of any heading; German every noun, so that only a single
    # word (or "Bad …") without an article can be told to be a place's name.
    name = head.city
    first = fold(name.split(" ")[0])
    single = " " not in name or (len(name.split()) == 2 and first in place_words("first"))
    endings = tuple(words("place_endings", around.language or "-"))
    if not endings or not single or head.is_split or not is_prose(text[head.story :]):
        return ""
    if " " in name or (fold(name).endswith(endings) and not has_article(name, around)):
        return "place by its ending and dash"
    return "place and dash, named in the text" if is_confirmed(name, around) else ""
