"""Who took a picture, at the end of its caption."""

import re
from functools import cache

from newsclean.vocab import load

# Characters from a text's end that are looked at, and the longest caption.
_END, _LONGEST = 60, 500
# Labels that stand below tables and quotations, too, or begin other words with a slash.
_OF_OTHERS = frozenset(("source", "quelle", "credit", "credits", "video", "graphic"))


def may_end_in_credit(text: str) -> bool:
    """Does ``text`` end as captions often do: with an agency, or a word that credits?"""
    return len(text) < _LONGEST and _hint().search(text[-_END:]) is not None


def ends_in_credit(text: str) -> bool:
    """Does ``text`` end in a credit in full: "Photo: Ann Lee", "(Ann Lee/AP)"?"""
    return len(text) < _LONGEST and _credit().search(text[-2 * _END :]) is not None


@cache
def _hint() -> re.Pattern[str]:
    table = load("_credits")
    words = _any({*table["labels"], *table["agencies"]})
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|©|/[A-Z][A-Za-z]{{1,20}} ?\)?$", re.I)


@cache
def _credit() -> re.Pattern[str]:
    words = _any({*load("_credits")["labels"]} - _OF_OTHERS)
    return re.compile(
        rf"(?:(?<!\w)(?i:{words})\s{{0,2}}[:：]\s{{0,2}}[^.:：\n]{{2,50}}\)?\.?"
        r"|\([A-ZÀ-Þ][\w.'’-]{1,20}\s[^()/\n]{2,40}\s?/\s?[^()/\n]{2,40}\)\.?)\s{0,3}$"
    )


def _any(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
