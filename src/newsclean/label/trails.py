"""Breadcrumb trails in one line: ``Home > News > Transport``."""

import re
from functools import cache

from newsclean.label.likeness import key_of
from newsclean.vocab import load

_STEP = re.compile(r"\s{0,3}[→›»>⟩/|]\s{0,3}")


@cache
def home_words() -> frozenset[str]:
    """What sites call their front page, as :func:`key_of` gives it."""
    return frozenset(key_of(word) for word in load("_organisations")["home"]["words"])


def is_trail(text: str) -> bool:
    """Is ``text`` a trail of at least two steps that begins at the front page?"""
    parts = _STEP.split(text)
    return 2 <= len(parts) <= 7 and key_of(parts[0]) in home_words()


def last_step(text: str) -> tuple[int, int] | None:
    """Where the last step of a trail stands."""
    breaks = list(_STEP.finditer(text.rstrip(" >›»/|→")))
    return (breaks[-1].end(), len(text.rstrip(" >›»/|→"))) if breaks else None


def steps(text: str) -> list[str]:
    """The names of the steps of a trail, in order."""
    return [step.strip() for step in _STEP.split(text) if step.strip()]
