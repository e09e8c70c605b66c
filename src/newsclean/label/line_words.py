"""What the words of a line say: a learned weight for each word, by its hash.

No list of words ships: each word falls into one of :data:`SIZE` buckets, and a bucket has
a weight. Beside the words themselves count how a line opens and how it ends.
"""

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt

SIZE = 8192
# Weights are stored as integers, this many to one.
SCALE = 50
_WORD = re.compile(r"[^\W\d_]+|\d+|[©@|»›$€£%…•]|[\u3040-\u30ff\u3400-\u9fff]")
# The words of a longer line that count: enough to know its kind.
_FIRST, _LAST = 30, 10


@lru_cache(maxsize=65536)
def _bucket(token: str) -> int:
    return zlib.crc32(token.encode("utf-8", "replace")) % SIZE


def buckets(text: str) -> list[int]:
    """The buckets of a line's words, each once."""
    words = _WORD.findall(text[:400].casefold())
    if len(words) > _FIRST + _LAST:
        words = words[:_FIRST] + _WORD.findall(text[-100:].casefold())[-_LAST:]
    words = [word if word.isalpha() else _digits(word) for word in words]
    tokens = set(words)
    if words:
        tokens.add("^" + words[0])
        tokens.add("^^" + " ".join(words[:2]))
        tokens.add("$" + words[-1])
    tokens.add("$$" + text[-1])
    return sorted({_bucket(token) for token in tokens})


def _digits(word: str) -> str:
    """Numbers count by their length: years, hours and counts differ."""
    return "0" * min(5, len(word)) if word.isdigit() else word


def score(text: str, table: Sequence[int]) -> float:
    """The weights of a line's words, in log-odds; long lines do not count more."""
    own = buckets(text)
    return sum(table[i] for i in own) / (SCALE * sqrt(len(own)))


def scores(text: str, tables: Sequence[Sequence[int]]) -> list[float]:
    """The same by several tables at once."""
    own = buckets(text)
    scale = SCALE * sqrt(len(own))
    return [sum(table[i] for i in own) / scale for table in tables]
