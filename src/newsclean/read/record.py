"""Dumps of press archives that name their fields: ``BYLINE: …``, ``LOAD-DATE: …``, ``BODY:``."""

import re
from collections.abc import Sequence
from functools import cache

from newsclean.page import Claim
from newsclean.read.unwrap import Line
from newsclean.vocab import load

_NAME = re.compile(r"([^\W\d_][\w -]{1,24}?)\s?:(?:\s+|$)")
# Fewer named lines stand in the credits of any page.
_LEAST_FIELDS = 3


def split_record(lines: Sequence[Line]) -> tuple[list[Line], tuple[Claim, ...]]:
    """``lines`` with each field's name on a line of its own, and a claim of the source
    ``record`` for each name: the field, its value, and the name's line.

    A text is such a dump where three different fields are named, one of them holds the
    headline or the story, and one is of a kind that no page shows (``LENGTH``, ``BODY``).
    Else the lines come back as they are.
    """
    named = {i: found for i, line in enumerate(lines) if (found := _field(line.text))}
    fields = {field for field, _ in named.values()}
    labels = {line.text[:end].strip(": ").casefold() for line, end in _ends(lines, named)}
    if (
        len(labels) < _LEAST_FIELDS
        or not fields & {"headline", "body"}
        or not labels & _telling()
        or sum(1 for field, _ in named.values() if field == "body") > 1
    ):
        return list(lines), ()
    split: list[Line] = []
    claims: list[Claim] = []
    for i, line in enumerate(lines):
        if i not in named:
            split.append(line)
            continue
        field, end = named[i]
        value = line.text[end:].strip()
        claims.append(Claim("record", field, value, block=len(split)))
        split.append(line._replace(text=line.text[:end].strip(), raw=None))
        if value:
            split.append(line._replace(text=value, gap=0, raw=None))
    return split, tuple(claims)


def _ends(lines: Sequence[Line], named: dict[int, tuple[str, int]]) -> list[tuple[Line, int]]:
    return [(lines[i], end) for i, (_, end) in named.items()]


def _field(text: str) -> tuple[str, int] | None:
    """The field that a line names, and where its value begins."""
    match = _NAME.match(text)
    if match is None:
        return None
    field = _names().get(match[1].casefold())
    return (field, match.end()) if field is not None else None


@cache
def _names() -> dict[str, str]:
    return {name: field for field, names in load("_record")["fields"].items() for name in names}


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("_record")["telling"]["names"])
