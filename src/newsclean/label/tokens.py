"""Words with weights: what class names, tags and short texts say for or against a story.

The weights are a linear model over words: each word of the names and tags on a block's
path, and of its text where that is short, adds its weight in log-odds.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, repeat
from typing import Any

from newsclean.page import Node

# Names are cut into parts, so that "article__body--main" and "articleBody" share words.
_NAME_PART = re.compile(r"[a-z]{2,20}")
_WORD = re.compile(r"\w+|©")
# Longer texts speak by other features; this is about a teaser's length.
SHORT = 160


@lru_cache(maxsize=16384)
def name_words(tag: str, ident: str) -> tuple[str, ...]:
    """The words of an element: its tag, and the parts of its names, alone and in pairs."""
    parts = _NAME_PART.findall(ident)[:24]
    pairs = [f"{a}-{b}" for a, b in pairwise(parts)]
    return tuple(dict.fromkeys((f"<{tag}>", *parts, *pairs)))


def text_words(text: str) -> tuple[str, ...]:
    """The words of a short text: all of them, and the first two and the last marked."""
    words = _WORD.findall(text.lower())
    if not words:
        return ("_none",)
    marked = [f"^{words[0]}", f"{words[-1]}$"]
    if len(words) > 1:
        marked.append(f"^{words[0]} {words[1]}")
    if len(words) <= 3:
        marked.append(f"^{' '.join(words)}$")
    return tuple(dict.fromkeys((*marked, *words)))


class Words:
    """The two tables of weights."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._names: dict[str, float] = data["names"]
        self._texts: dict[str, float] = data["texts"]
        self._known: dict[tuple[str, str], float] = {}

    def of_nodes(self, nodes: Sequence[Node]) -> list[float]:
        """What each element's own names add."""
        known = self._known
        return [
            self.of_element(tag, ident) if (found := known.get((tag, ident))) is None else found
            for _, tag, ident in nodes
        ]

    def of_element(self, tag: str, ident: str) -> float:
        """What an element's own names add."""
        key = (tag, ident)
        weight = self._known.get(key)
        if weight is None:
            get = self._names.get
            weight = sum(get(word, 0.0) for word in name_words(tag, ident))
            # Sites have some hundred names; a crawl of many sites must not fill memory.
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[key] = weight
        return weight

    def of_text(self, text: str) -> float:
        """What a short text's words add; 0 for a long one."""
        if len(text) > SHORT:
            return 0.0
        return sum(map(self._texts.get, text_words(text), repeat(0.0)))
