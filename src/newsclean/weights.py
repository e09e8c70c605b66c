"""The learned weights that ship with the package, and how to swap them.

Weights are data files: JSON, made by ``python -m training`` (see ``training/README.md``).
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

_replaced: ContextVar[Path | None] = ContextVar("newsclean_weights", default=None)


def directory() -> Path | None:
    """The directory that :func:`using` names at this moment; None for the package's own."""
    return _replaced.get()


@contextmanager
def using(path: Path) -> Iterator[None]:
    """Take the weights of ``path`` inside the ``with`` block, where it has them.

    Benchmarks use it to measure every page with weights that were made without its
    publisher.
    """
    token = _replaced.set(path)
    try:
        yield
    finally:
        _replaced.reset(token)


def load(name: str, path: Path | None) -> Any:
    """The content of ``<name>.json`` in ``path``, else in the package's own directory."""
    if path is not None and (path / f"{name}.json").is_file():
        return json.loads((path / f"{name}.json").read_text(encoding="utf-8"))
    return _own(name)


@cache
def _own(name: str) -> Any:
    entry = resources.files("newsclean") / "data" / f"{name}.json"
    return json.loads(entry.read_text(encoding="utf-8"))
