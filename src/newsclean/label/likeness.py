"""When two texts say the same, and what is cut off from a headline."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from newsclean.read.pieces import PIECE, pieces

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]")
_SEPARATOR = re.compile(r"\s{1,3}(?:[|•·»›«<>~]|::|[-–—―‒])\s{1,3}|\s?[|｜│]\s?|\s?：：\s?")


@lru_cache(maxsize=2048)
def key_of(text: str) -> str:
    """``text`` reduced to its words, so that case, quotes and spaces make no difference."""
    if len(text) <= PIECE:
        return _key(text)
    return " ".join(filter(None, map(_key, pieces(text))))


def _key(text: str) -> str:
    return " ".join(
        _WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "'"))
    )


@lru_cache(maxsize=2048)
def _bag(text: str) -> Counter[str]:
    key = key_of(text)
    if _UNSPACED.search(key):
        plain = key.replace(" ", "")
        return Counter(plain[i : i + 2] for i in range(max(1, len(plain) - 1)))
    return Counter(key.split())


def overlap(one: str, other: str) -> float:
    """How alike two headlines are: Dice coefficient of their words, from 0 to 1."""
    a, b = _bag(one), _bag(other)
    size = a.total() + b.total()
    return 2 * (a & b).total() / size if size else 0.0


def plain(text: str) -> str:
    return key_of(text).replace(" ", "")


def strip_site(title: str, sites: Sequence[str], others: Sequence[str] = ()) -> str:
    """``title`` without the name of the site (and section) behind or before it.

    ``others`` are forms of the headline from elsewhere: a cut that yields one is right.
    """
    breaks = list(_SEPARATOR.finditer(title))
    if not breaks:
        return title
    wanted = {key_of(other) for other in others}
    for cut in breaks:
        for part in (title[: cut.start()], title[cut.end() :]):
            # What is left is the headline, and not the site's name cut off from it.
            if key_of(part) in wanted and len(part) > 0.4 * len(title):
                return part.strip()
    names = {plain(name) for name in sites}
    names.discard("")
    for cut in breaks:
        tail = title[cut.end() :]
        if _is_site(plain(tail), names):
            title = title[: cut.start()]
            break
        head = title[: cut.start()]
        if plain(head) in names:
            title = title[cut.end() :]
            break
    return title.strip()


def _is_site(tail: str, names: set[str]) -> bool:
    """Is a tail the site's name, also with or without "The", "News", ".com"?"""
    if not tail:
        return False
    for name in names:
        if tail == name:
            return True
        if (
            len(name) > 3
            and len(tail) > 3
            and (tail.startswith(name) or name.startswith(tail) or tail.endswith(name))
        ):
            return abs(len(tail) - len(name)) <= 16
    return False
