"""Dates that count back from now: "3 hours ago", "vor 2 Tagen"."""

import re
from functools import cache

from newsclean.vocab import load


def find_ago(text: str, language: str | None) -> tuple[int, int] | None:
    """Where a number, a unit and the word for "ago" stand in ``text``; None where they do
    not."""
    match = _pattern(language).search(text)
    return match.span() if match else None


@cache
def _pattern(language: str | None) -> re.Pattern[str]:
    words: set[str] = set()
    for code in (language or "en", "en"):
        words.update(load(code).get("dates", {}).get("ago", ()))
    ago = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    count = r"\d{1,2}\s?[^\W\d_]{1,12}\.?"
    return re.compile(
        rf"(?<!\w)(?:{ago})\s{count}(?!\w)|(?<!\w){count}\s?(?:{ago})(?!\w)", re.IGNORECASE
    )
