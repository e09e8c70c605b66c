"""The options of a batch, in frozen picklable groups."""

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from newsclean.api import KINDS, extract
from newsclean.article import Article
from newsclean.errors import one_of


@dataclass(frozen=True, slots=True)
class Extraction:
    """How one document is extracted."""

    kind: str = "auto"
    """For documents whose reader does not know: ``"html"``, ``"text"`` or ``"auto"``."""
    language: str | None = None
    """ISO 639-1 code for documents whose reader does not know."""
    now: datetime.datetime | None = None
    """What relative dates count from."""
    max_bytes: int = 20_000_000
    """Larger documents are an error without being looked at."""
    extractor: Callable[..., Article] = extract
    """Called as :func:`newsclean.extract` is; a function of a module, so that workers can
    import it."""

    def __post_init__(self) -> None:
        one_of("kind", self.kind, KINDS)
        _positive("max_bytes", self.max_bytes)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):  # Linux: a container may have fewer than there are
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What the pool of workers grants."""

    workers: int = field(default_factory=_processors)
    """Processes; by default one for each processor that this process may use."""
    timeout: float = 30.0
    """Seconds for one document."""
    memory_mb: int | None = 1024
    """Megabytes for one worker (``RLIMIT_DATA``); None for no limit."""
    recycle: int = 2000
    """Documents after which a worker is replaced, roughly."""
    chunk: int = 16
    """Documents that are sent to a worker at once, at most."""
    chunk_bytes: int = 1_000_000
    """Bytes that are sent to a worker at once; larger documents go alone."""
    waiting_bytes: int = 64_000_000
    """Bytes of documents that may be on their way at any time."""

    def __post_init__(self) -> None:
        for name in ("workers", "timeout", "recycle", "chunk", "chunk_bytes", "waiting_bytes"):
            _positive(name, getattr(self, name))
        if self.memory_mb is not None:
            _positive("memory_mb", self.memory_mb)


@dataclass(frozen=True, slots=True)
class Reading:
    """How sources are read."""

    id_column: str | None = None
    html_column: str | None = None
    text_column: str | None = None
    url_column: str | None = None
    """Names of columns of tables and keys of JSON lines; None: the usual names are tried."""
    table: str | None = None
    """The table of a SQLite file; None: its only one."""
    max_bytes: int = 20_000_000
    """As :attr:`Extraction.max_bytes`: no reader holds much more than that at once."""


def _positive(name: str, value: Any) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name} must be a number, not {type(value).__name__}")
    if value <= 0:
        raise ValueError(f"{name} must be above 0, not {value!r}")
