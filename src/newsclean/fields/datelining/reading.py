"""What is read at the head of a text, and what becomes of it."""

from dataclasses import dataclass
from typing import NamedTuple

from newsclean.fields.datelining.dates import Day


class Reading(NamedTuple):
    """A dateline in one text."""

    rule: str
    """The rule that accepted it, in words."""
    span: tuple[int, int]
    """Offsets of the dateline in the text, without the separator."""
    place: str | None = None
    city: str | None = None
    region: str | None = None
    agency: str | None = None
    day: Day | None = None
    is_strong: bool = True
    """May it stand behind other paragraphs? A weak one must open the story."""


@dataclass(slots=True)
class Head:
    """What was read at the head of a text."""

    start: int
    end: int = 0
    """Offset behind the last part, before the separator."""
    story: int = 0
    """Offset of the story's first character."""
    separator: str = "none"
    """``dash``, ``tight``, ``pipe``, ``equals``, ``colon``, ``period``, ``none``, ``end``."""
    place: tuple[int, int] | None = None
    city: str = ""
    """The first place, without what follows its comma."""
    is_known: bool = False
    """Is each of the cities in the lists?"""
    has_region: bool = False
    """Does a state or country that the lists hold follow the city?"""
    is_split: bool = False
    """Does anything follow the city's comma?"""
    agency: tuple[int, int] | None = None
    agency_known: bool = False
    agency_bare: bool = False
    """Does the agency stand without brackets?"""
    agency_unknown: bool = False
    """Does nothing but the brackets say that it is one?"""
    is_bracketed: bool = False
    """Does the place stand in brackets?"""
    day: Day | None = None
    day_dashed: bool = False
    """Does a dash lead to the day? So write captions: "MILL VALLEY, CA - JULY 9: …"."""
