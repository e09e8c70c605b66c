"""First publication and last change."""

import datetime
import re

from newsclean.article import Evidence
from newsclean.fields.claimed_dates import Dated, DateReader, month_first
from newsclean.fields.found import Found
from newsclean.fields.shown_dates import (
    Shown,
    any_date,
    are_swapped,
    day_of,
    override,
    shown_dates,
    updated_dates,
)
from newsclean.fields.worded_dates import original_date, relative_date
from newsclean.label.moments import Moment, When
from newsclean.page import Labelled, Role

# Blocks between the headline and a date that is surely the story's own.
_BESIDE = 5
# How many blocks into the story a date line can stand: behind a lead or a picture.
_INTO = 4
# Dates of the document rather than of the story: what the page shows goes before them.
_WEAK = frozenset(
    ("date", "dc.date", "dcterms.date", "created", "creation_date", "time", "doc_date", "utime")
)


def find_published(labelled: Labelled, now: datetime.datetime | None = None) -> Found[When | None]:
    """When the story was first published.

    The order of trust: the article's JSON-LD, metas, other structured data, the address;
    then what the page shows around the headline or behind the story, ``<time>`` elements,
    scripts, the last change, a count back from ``now``, any date near the headline. An
    earlier date beside the headline goes before structured data that nothing else on the
    page supports. The zone is the one that the page gives; a day without a time is a
    ``date``. ``now`` also bounds the dates that count.
    """
    reader = DateReader(labelled, now)
    shown = shown_dates(labelled, now, month_first=reader.month_first)
    best = next(reader.structured(), None)
    weak = best is not None and best.evidence.rule.removesuffix(" of the page") in _WEAK
    if weak and shown and abs(shown[0].distance) <= _BESIDE:
        best = None
    if best is not None:
        return _declared(best, shown, reader)
    first = _own(labelled, shown, reader.month)
    if first is None or first.labelled != "published":
        first = original_date(labelled, month_first=reader.month_first) or first
    if first is not None:
        return Found(first.value, (first.evidence, *_repeats(first.value, shown, first)))
    for dated in reader.late():
        return Found(dated.value, (dated.evidence,))
    last = relative_date(labelled, now) if now is not None else None
    last = last or any_date(labelled, now, month_first=reader.month_first)
    return Found(last.value, (last.evidence,)) if last is not None else Found(None)


def _declared(best: Dated, shown: list[Shown], reader: DateReader) -> Found[When | None]:
    """The date of structured data, held against what the page shows."""
    address = reader.address.value if reader.address else None
    earlier = override(best.value, shown, address)
    if earlier is not None:
        return Found(earlier.value, (earlier.evidence,))
    for item in shown:
        if are_swapped(day_of(item.value), day_of(best.value)) and _NUMBERS.match(
            best.evidence.raw or ""
        ):
            evidence = (best.evidence, *_repeats(item.value, shown))
            return Found(item.value, evidence)
    value = reader.local(_finer(best.value, shown, reader), shown)
    return Found(value, (best.evidence, *_repeats(best.value, shown)))


# 03/04/2024 can be read in two ways, 2024-03-04 cannot.
_NUMBERS = re.compile(r"\d{1,2}[./\-]\d{1,2}[./\-]\d{4}")


def _repeats(
    value: When, shown: list[Shown], without: Shown | None = None
) -> tuple[Evidence, ...]:
    """Where the page shows the same day."""
    day = day_of(value)
    return tuple(
        item.evidence for item in shown if item is not without and day_of(item.value) == day
    )


def find_modified(
    labelled: Labelled, published: When | None, now: datetime.datetime | None = None
) -> Found[When | None]:
    """When the story was last changed; None where the page names no moment after
    ``published``."""
    reader = DateReader(labelled, now)
    for dated in reader.modified():
        if published is None or _after(dated.value, published):
            repeats = tuple(
                item.evidence
                for item in updated_dates(labelled, now, month_first=reader.month_first)
                if day_of(item.value) == day_of(dated.value)
            )
            return Found(dated.value, (dated.evidence, *repeats))
    for item in updated_dates(labelled, now, month_first=reader.month_first):
        if published is not None and _after(item.value, published):
            return Found(item.value, (item.evidence,))
    return Found(None)


def _own(labelled: Labelled, shown: list[Shown], month: tuple[int, int] | None) -> Shown | None:
    """The first of the shown dates that can be the story's own: above its text, said to be
    that of publication, or alone behind it. Several behind it are those of other stories.

    One of the month in the address goes before the others.
    """
    body = labelled.having(Role.BODY)
    start = body[0] + _INTO if body else len(labelled.labels)
    near = [
        item
        for item in shown
        if item.labelled == "published" or (item.evidence.block or 0) <= start
    ]
    behind = [item for item in shown if item not in near]
    if len({day_of(item.value) for item in behind}) == 1:
        near += behind
    fit = [item for item in near if (item.value.year, item.value.month) == month]
    return next(iter(fit or near), None)


def _after(one: When, other: When) -> bool:
    """Is ``one`` later than ``other``, by the clock where both have one, else by the day?"""
    if isinstance(one, datetime.datetime) and isinstance(other, datetime.datetime):
        if (one.tzinfo is None) == (other.tzinfo is None):
            return one > other
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
        # One of them has no zone: less than a day apart can be the same moment.
        return one - other > datetime.timedelta(hours=14)
    return day_of(one) > day_of(other)


def _finer(value: When, shown: list[Shown], reader: DateReader) -> When:
    """The value, with the time of day or the zone that other sources give where it lacks
    them."""
    if isinstance(value, datetime.datetime) and value.tzinfo is not None:
        return value
    others = [*(item.value for item in shown), *(dated.value for dated in reader.structured())]
    timed = [o for o in others if isinstance(o, datetime.datetime) and o.date() == day_of(value)]
    if not isinstance(value, datetime.datetime):
        return timed[0] if timed else value
    for other in timed:
        if other.tzinfo is not None and other.replace(tzinfo=None, second=0) == value.replace(
            second=0
        ):
            return value.replace(tzinfo=other.tzinfo)
    return value


__all__ = ["Moment", "find_modified", "find_published", "month_first"]
