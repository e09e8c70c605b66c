"""Dates that the page shows around its headline."""

import datetime
import re
from typing import NamedTuple

from newsclean.article import Evidence
from newsclean.fields.local_time import is_zone_apart
from newsclean.label.moments import When, read_moment
from newsclean.page import Labelled, Role
from newsclean.vocab import load


class Shown(NamedTuple):
    """A date in the text."""

    value: When
    evidence: Evidence
    labelled: str
    """``"published"``, ``"updated"`` or empty, by the words before it."""
    distance: int
    """Blocks between the headline and it; negative above the headline."""


# Two dates at most stand in a line: published and updated.
_MOST = 3
_BEFORE = 40


def shown_dates(
    labelled: Labelled, now: datetime.datetime | None, *, month_first: bool
) -> list[Shown]:
    """The dates of first publication in blocks labelled as date or byline, those that say
    "published" first, then the one nearest to the headline."""
    found = [item for item in _all(labelled, now, month_first) if item.labelled != "updated"]
    return sorted(found, key=lambda s: (s.labelled != "published", _far(s)))


# Below the headline stands a story's own date; above it as often that of something else.
_ABOVE = 3


def _far(item: Shown) -> int:
    return item.distance if item.distance >= 0 else -item.distance * _ABOVE


def updated_dates(
    labelled: Labelled, now: datetime.datetime | None, *, month_first: bool
) -> list[Shown]:
    """The dates that say "updated"."""
    return [item for item in _all(labelled, now, month_first) if item.labelled == "updated"]


def _all(labelled: Labelled, now: datetime.datetime | None, month_first: bool) -> list[Shown]:
    lines = labelled.having(Role.DATE, Role.BYLINE)
    if not lines:
        return []
    titles = labelled.having(Role.TITLE)
    anchor = titles[0] if titles else lines[0]
    latest = ((now or datetime.datetime.now(datetime.UTC)) + datetime.timedelta(days=2)).date()
    attributes: dict[int, str] = {}
    for claim in labelled.page.claims:
        if claim.source == "time" and claim.block is not None and claim.value:
            attributes.setdefault(claim.block, claim.value)
    found = []
    for at in lines:
        text = labelled.page.blocks[at].text
        start = 0
        for _ in range(_MOST):
            moment = read_moment(text[start:], labelled.language, month_first=month_first)
            if moment is None:
                break
            span = (start + moment.span[0], start + moment.span[1])
            value = _with_zone(moment.value, attributes.get(at), labelled.language)
            day = value.date() if isinstance(value, datetime.datetime) else value
            if day <= latest:
                says = _says(text[start : span[0]], labelled.language)
                shift = span[0] - _word(text, start, span[0], says)
                whole = (span[0] - shift, span[1])
                found.append(
                    Shown(
                        value,
                        Evidence(
                            "date beside the headline",
                            "text",
                            text[whole[0] : whole[1]],
                            at,
                            whole,
                        ),
                        says[0],
                        at - anchor,
                    )
                )
            start = span[1]
    return found


# Roles of blocks whose dates are those of other stories or of no story.
_ELSEWHERE = frozenset(
    (Role.COMMENT, Role.RELATED, Role.LATEST_NEWS, Role.RECOMMENDED, Role.COPYRIGHT, Role.EMBED)
)
# How far from the headline a date is still its own, whatever the labels say of it.
_NEAR = 10


def any_date(
    labelled: Labelled, now: datetime.datetime | None, *, month_first: bool
) -> Shown | None:
    """The date that stands nearest to the headline in any short block, else the first one in
    the story or outside of comments and other stories."""
    blocks = labelled.page.blocks
    titles, body = labelled.having(Role.TITLE), labelled.having(Role.BODY)
    anchor = titles[0] if titles else body[0] if body else 0
    near = sorted(
        range(max(0, anchor - _NEAR // 2), min(len(blocks), anchor + _NEAR)),
        key=lambda i: abs(i - anchor),
    )
    far = [i for i in range(len(blocks)) if labelled.labels[i].role not in _ELSEWHERE]
    latest = ((now or datetime.datetime.now(datetime.UTC)) + datetime.timedelta(days=2)).date()
    told = set(body)
    for at in (*near, *far):
        text = blocks[at].text
        if at in told or len(text) > 300:
            # Dates in the story are those of what it tells, but for one in its dateline.
            if at not in body[:2] or labelled.page.kind == "text":
                continue
            text = text[:_OPENING]
        moment = read_moment(text, labelled.language, month_first=month_first)
        if moment is not None and at in told and not _CLOSES.match(text, moment.span[1]):
            continue
        if moment is None or not moment.value.year >= _EARLIEST:
            continue
        if day_of(moment.value) <= latest:
            raw = text[moment.span[0] : moment.span[1]]
            # The block keeps its role, and its text with it.
            return Shown(
                moment.value, Evidence("date near the headline", "text", raw), "", at - anchor
            )
    return None


_EARLIEST = 1994


# A dateline with its date at the head of the story.
_OPENING = 60
_CLOSES = re.compile(r"\s?(?:[)–—:]|-\s)")


def day_of(value: When) -> datetime.date:
    """The calendar day of a moment, in the moment's own zone."""
    return value.date() if isinstance(value, datetime.datetime) else value


def _with_zone(value: When, attribute: str | None, language: str | None) -> When:
    """The moment of a ``datetime`` attribute, where it is of the same day as its text, or
    of the day that has the text's month and day swapped."""
    if attribute is None:
        return value
    exact = read_moment(attribute, language)
    if exact is None:
        return value
    day, told = day_of(value), day_of(exact.value)
    if are_swapped(day, told):
        return exact.value
    timed = isinstance(exact.value, datetime.datetime)
    return exact.value if timed and abs((told - day).days) <= 1 else value


def are_swapped(one: datetime.date, other: datetime.date) -> bool:
    """Are they read from the same numbers, day and month the other way round?"""
    return one != other and (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _says(before: str, language: str | None) -> tuple[str, str]:
    """Whether the words before a date say published or updated, and the word itself."""
    folded = re.sub(r"[\s:：,|(·•\-–—]+$", "", before.casefold())[-_BEFORE:]
    for code in dict.fromkeys((language or "en", "en")):
        words = load(code).get("dates", {})
        for key in ("updated", "published"):
            for word in sorted(words.get(key, ()), key=len, reverse=True):
                if (
                    folded.endswith(word)
                    or (f"{word} " in folded and len(word) > 4)
                    or f"{word}:" in folded
                ):
                    return key, word
    return "", ""


def _word(text: str, start: int, end: int, says: tuple[str, str]) -> int:
    """Where the word before a date begins, so that the date claims it with itself."""
    if not says[1]:
        return end
    at = text.casefold().rfind(says[1], start, end)
    # Further away it belongs to something else: "Published by Ann Lee, 3 May".
    near = at >= 0 and end - at - len(says[1]) <= _GAP
    return at if near else end


# " on: ", " at ", " am ".
_GAP = 6


def override(best: When, shown: list[Shown], address: When | None) -> Shown | None:
    """A date in the text that goes before the one of structured data.

    Some sites put the day of their last deployment into ``datePublished``, and copy it into
    their metas: an earlier date right beside the headline is then the true one. Not where
    it is the same moment in another zone, has day and month swapped, or where the address
    or another date on the page has the day of the structured data.
    """
    day = day_of(best)
    if address is not None and day_of(address) == day:
        return None
    if any(item.labelled != "updated" and day_of(item.value) == day for item in shown):
        return None
    for item in shown:
        if item.labelled == "updated" or not -5 <= item.distance <= 5:
            continue
        own = day_of(item.value)
        if own >= day or ((day - own).days <= 1 and is_zone_apart(best, item.value)):
            return None
        if are_swapped(own, day):
            return None
        return item
    return None
