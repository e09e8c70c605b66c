"""Engines: runs on a cluster. ``cluster.py`` is what they share, the others are thin.

An engine does one thing: ``submit(work, count)`` calls ``work(n)`` for each number below
``count`` somewhere in the cluster, once at least, and returns when all are done.
"""

from collections.abc import Callable
from typing import Protocol

from newsclean.errors import NewscleanError


class EngineError(NewscleanError):
    """The job on the cluster failed; what it had finished is kept."""


class Engine(Protocol):
    """A cluster, or this machine standing in for one."""

    def submit(self, work: Callable[[int], None], count: int) -> None:
        """Call ``work`` with every number below ``count``. Raises what made it give up."""

    def stop(self) -> None:
        """End what runs, and what was started for it."""
