"""Time zones as pages write them, as fixed offsets."""

import datetime
import re
from functools import cache

from newsclean.vocab import load

_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+\-−])\s?(\d{1,2}):?(\d{2})?")


def fixed(text: str) -> datetime.timezone | None:
    """``+05:30``, ``-0700``, ``Z``, ``GMT+2`` as an offset; None for anything else."""
    text = text.strip()
    if text in ("Z", "z", "UTC", "GMT"):
        return datetime.UTC
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    # The zones of the earth run from -12:00 to +14:00.
    if minutes > 14 * 60:
        return None
    delta = datetime.timedelta(minutes=minutes)
    return datetime.timezone(delta if match[1] == "+" else -delta)


def named(text: str) -> datetime.timezone | None:
    """The offset of an abbreviation that means one zone only (``CEST``, ``PDT``)."""
    return _names().get(text.strip().upper())


# Eastern, central, mountain and Pacific time, in hours from UTC in winter.
_AMERICAN = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}


def american(text: str, day: datetime.date) -> datetime.timezone | None:
    """The offset of ``ET``, ``CT``, ``MT`` or ``PT`` on a day; None for anything else.

    Summer time in its present bounds: second Sunday of March to first Sunday of November.
    """
    winter = _AMERICAN.get(text.strip().upper())
    if winter is None:
        return None
    march, november = datetime.date(day.year, 3, 1), datetime.date(day.year, 11, 1)
    start = march + datetime.timedelta(days=(6 - march.weekday()) % 7 + 7)
    end = november + datetime.timedelta(days=(6 - november.weekday()) % 7)
    return datetime.timezone(datetime.timedelta(hours=winter + (start <= day < end)))


@cache
def _names() -> dict[str, datetime.timezone]:
    zones = {}
    for name, offset in load("_zones").get("offsets", {}).items():
        zone = fixed(offset)
        if zone is not None:
            zones[name] = zone
    return zones
