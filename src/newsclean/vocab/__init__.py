"""Vocabulary as data: one TOML file a language, and files for all languages.

``en.toml`` … hold what differs by language: chrome phrases, byline words, month names,
reporting verbs. Files that begin with an underscore hold for every language:
``_markup.toml`` (class names), ``_agencies.toml`` (news agencies), ``_places.toml``.
``docs/vocabulary.md`` says what each table means.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def languages() -> tuple[str, ...]:
    """The ISO 639-1 codes that have a file, sorted."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(n[:-5] for n in names if n.endswith(".toml") and n[0] != "_"))


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of a vocabulary file (``"en"``, ``"_agencies"``), ``{}`` if there is none.

    The result is shared: it is to be read only.
    """
    entry = resources.files(__name__) / f"{name}.toml"
    if not entry.is_file():
        return {}
    return tomllib.loads(entry.read_text(encoding="utf-8"))


def table(language: str | None, *path: str, default: str = "en") -> Any:
    """The value at ``path`` in ``language``'s file, or in ``default``'s where that has none.

    None where neither has one.
    """
    for name in (language, default):
        value: Any = load(name) if name else {}
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            return value
    return None
