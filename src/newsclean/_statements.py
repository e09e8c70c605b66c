"""Statements: quotes joined with those that continue them."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.article import Quote


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody said in one go: a quote with those that continue it."""

    text: str
    """The quotes' words, those of one paragraph joined by a space, others by a blank line."""
    speaker: str | None
    """As :class:`Quote` has it."""
    speaker_role: str | None
    """As :class:`Quote` has it."""
    quotes: tuple[int, ...]
    """Indices of its quotes in ``Article.quotes``, in order."""


def joined(quotes: Sequence["Quote"]) -> tuple[Statement, ...]:
    """The statements that quotes make, in order; scare quotes are none."""
    chains: dict[int, list[int]] = {}
    first: dict[int, int] = {}
    for index, quote in enumerate(quotes):
        if quote.kind != "scare":
            before = quote.continues
            first[index] = index if before is None else first.get(before, index)
            chains.setdefault(first[index], []).append(index)
    return tuple(_statement(quotes, chain) for chain in chains.values())


def _statement(quotes: Sequence["Quote"], chain: Sequence[int]) -> Statement:
    parts = [quotes[index] for index in chain]
    pieces = [parts[0].text]
    for before, part in itertools.pairwise(parts):
        pieces += (" " if before.element == part.element else "\n\n", part.text)
    named = next((part for part in parts if part.speaker), parts[0])
    return Statement("".join(pieces), named.speaker, named.speaker_role, tuple(chain))
