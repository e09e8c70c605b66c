"""Caption and credit of a picture told apart."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsclean import vocab

# A credit is a name or two and an agency; longer text in brackets belongs to the caption.
_LONGEST = 80


class Captioned(NamedTuple):
    """A picture's caption and credit, each None where there is none."""

    caption: str | None
    credit: str | None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = vocab.load("_credits")
    labels = "|".join(re.escape(word) for word in sorted(table["labels"], key=len, reverse=True))
    by = "|".join(table["by"])
    agencies = "|".join(re.escape(name) for name in sorted(table["agencies"], key=len)[::-1])
    label = rf"(?<!\w)(?:{labels})(?:\s{{0,2}}(?:[:：]|\()\s{{0,2}}|\s{{1,2}}(?:{by})\s{{1,2}})"
    return (
        re.compile(label, re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{agencies})(?!\w)"),
        re.compile(rf"(?:{label}|©\s{{0,2}}|\([Cc]\)\s{{0,2}})([^()\[\]\n]{{2,80}}?)\s*$", re.I),
    )


def split_credit(texts: Sequence[str], marked: Sequence[str] = ()) -> Captioned:
    """Caption and credit from the blocks of a caption.

    ``marked`` are texts that the markup calls a credit. A credit keeps its agency
    ("REUTERS/Ana Ruiz") and loses its label ("Photo:").
    """
    captions: list[str] = []
    credit: str | None = None
    for text in texts:
        rest, found = _split(text, marked)
        if credit is None and found:
            credit = found
        elif found:
            rest = text
        if rest:
            captions.append(rest)
    return Captioned(" ".join(captions) or None, credit)


def _split(text: str, marked: Sequence[str]) -> tuple[str, str | None]:
    """The caption's part and the credit's part of one block."""
    label, agency, trailing = _patterns()
    for known in marked:
        if known and text.endswith(known):
            return _trimmed(text[: -len(known)]), _unlabelled(known)
    bracket = _last_bracket(text)
    if bracket is not None:
        start, inside = bracket
        told = label.match(inside) or agency.search(inside) or "/" in inside
        if told or "photo" in inside.lower():
            return _trimmed(text[:start]), _unlabelled(inside)
    found = trailing.search(text)
    if found is not None:
        return _trimmed(text[: found.start()]), _unlabelled(found.group(1))
    # Behind the caption's full stop or alone: "REUTERS/Ana Ruiz", "MAX ADLER / AFP".
    stop = max(text.rfind(mark) for mark in (". ", "! ", "? ", "。"))
    tail = text[stop + 1 :].strip()
    if len(tail) <= _LONGEST and "/" in tail and agency.search(tail) and tail[-1] != ".":
        return text[: stop + 1].strip(), tail
    return text, None


def _last_bracket(text: str) -> tuple[int, str] | None:
    """Start and content of the brackets that end ``text``, where they may hold a credit."""
    end = text.rstrip(" .。")
    if not end.endswith((")", "]", "）", "】")):
        return None
    start = max(end.rfind(mark) for mark in "([（【")
    inside = end[start + 1 : -1].strip()
    return (start, inside) if start >= 0 and 0 < len(inside) <= _LONGEST else None


def _unlabelled(text: str) -> str | None:
    label, _, _ = _patterns()
    text = text.strip()
    found = label.match(text)
    if found is not None:
        text = text[found.end() :]
    return text.removeprefix("©").strip(" ()[].") or None


def _trimmed(text: str) -> str:
    return text.rstrip(" ([（|–—-/").strip()
