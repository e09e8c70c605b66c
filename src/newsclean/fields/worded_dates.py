"""Dates that a page gives in words: "originally published on …", "3 hours ago"."""

import datetime
from functools import cache

from newsclean.article import Evidence
from newsclean.fields._dateparser import parse_date
from newsclean.fields.shown_dates import Shown
from newsclean.label.ago import find_ago
from newsclean.label.moments import When, read_moment
from newsclean.page import Labelled, Role
from newsclean.vocab import load

# Roles of blocks that speak of other stories.
_ELSEWHERE = frozenset((Role.COMMENT, Role.RELATED, Role.LATEST_NEWS, Role.RECOMMENDED))
# A note on the first publication is a sentence or two.
_NOTE = 300
# From the words to the date: "originally published on ". Further away it can be another one.
_REACH = 8
# "Posted 3 hours ago by Ann Lee": a date line, no text.
_LINE = 60
# Blocks beside the headline.
_BESIDE = 6
_HOURS = datetime.timedelta(days=1)


@cache
def _words(language: str | None, key: str) -> tuple[str, ...]:
    words: dict[str, None] = {}
    for code in (language or "en", "en"):
        words.update(dict.fromkeys(load(code).get("dates", {}).get(key, ())))
    return tuple(words)


def original_date(labelled: Labelled, *, month_first: bool) -> Shown | None:
    """The date behind "originally published" or the like, in the story's last lines or
    outside of it."""
    body = labelled.having(Role.BODY)
    inside = set(body[2:-2])
    for at, block in enumerate(labelled.page.blocks):
        text = block.text
        if len(text) > _NOTE or at in inside or labelled.labels[at].role in _ELSEWHERE:
            continue
        folded = text.casefold()
        for word in _words(labelled.language, "originally"):
            start = folded.find(word)
            if start < 0:
                continue
            tail = text[start + len(word) :][: _REACH + 30]
            found = read_moment(tail, labelled.language, month_first=month_first)
            if found is None or found.span[0] > _REACH:
                continue
            # The note stays where it stands: in the story or in the chrome.
            raw = text[start : start + len(word) + found.span[1]]
            return Shown(found.value, Evidence(f"behind {word!r}", "text", raw), "published", at)
    return None


def relative_date(labelled: Labelled, now: datetime.datetime) -> Shown | None:
    """A date that counts back from ``now`` ("3 hours ago"), in a short line beside the
    headline: to the minute within a day, else to the day."""
    titles, blocks = labelled.having(Role.TITLE), labelled.page.blocks
    if not titles or labelled.page.kind == "text":
        return None
    for at in range(max(0, titles[0] - 2), min(len(blocks), titles[0] + _BESIDE)):
        text = blocks[at].text
        if len(text) > _LINE or labelled.labels[at].role in (Role.TITLE, Role.BODY, *_ELSEWHERE):
            continue
        span = find_ago(text, labelled.language)
        if span is None:
            continue
        raw = text[slice(*span)]
        found = parse_date(raw, labelled.language, now)
        if found is None:
            continue
        moment = found.replace(tzinfo=now.tzinfo)
        if not datetime.timedelta(0) <= now - moment < _LONGEST:
            continue
        value: When = moment if now - moment < _HOURS else moment.date()
        evidence = Evidence("date that counts back from now", "text", raw)
        return Shown(value, evidence, "", at - titles[0])
    return None


# Further back pages give dates.
_LONGEST = datetime.timedelta(days=40)
