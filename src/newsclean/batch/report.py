"""What a run says of itself: while it is under way, and at its end."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Summary:
    """What a run did, and what the output holds."""

    documents: int = 0
    """Rows in the output."""
    statuses: Counter[str] = field(default_factory=Counter)
    """Rows by status."""
    languages: Counter[str] = field(default_factory=Counter)
    """Rows by language; ``"unknown"`` where there is none."""
    passed_over: Counter[str] = field(default_factory=Counter)
    """What was no document, by the reason."""
    duplicates: int | None = None
    """Rows with a ``duplicate_of``; None where they were not looked for."""
    shards: int = 0
    done_before: int = 0
    """Rows that an earlier run had written."""
    seconds: float = 0.0
    """What this run took."""


@dataclass
class Report:
    """The state of a run that is under way."""

    done: int = 0
    """Documents that this run has done."""
    done_before: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    bytes_read: int = 0
    bytes_total: int = 0
    seconds: float = 0.0
