"""What a tool gives for a page, in one shape for all of them."""

import datetime
from dataclasses import dataclass

from benchmarks.quotes import PredictedQuote


@dataclass(frozen=True)
class OutputDateline:
    """A dateline."""

    raw: str | None
    place: str | None


@dataclass(frozen=True)
class Output:
    """What a tool gives for a page; a field that it does not do stays empty."""

    text: str | None = None
    lines: tuple[str, ...] | None = None
    """The text by paragraphs, with headings and list items, the deck first."""
    deck: str | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    published: datetime.date | datetime.datetime | None = None
    dateline: OutputDateline | None = None
    quotes: tuple[PredictedQuote, ...] | None = None
    confidence: float | None = None
