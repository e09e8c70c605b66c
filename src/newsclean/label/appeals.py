"""Calls to the reader that stand as whole paragraphs: to take the app, the newsletter, a
subscription, to follow the outlet somewhere, to give.

Their words by themselves are those of many stories. What tells a call is its sentence: it
opens with the verb that calls ("Download …"; in Turkish, Hindi, Japanese and Korean it ends
with it) and names what is offered.
"""

import re
from functools import cache
from typing import NamedTuple

from newsclean.label.phrases import Match
from newsclean.page import Role
from newsclean.vocab import load

# Characters of the longest call, and of the part of a sentence that is searched for the thing.
_LONGEST, _REACH = 420, 200
_SENTENCE = re.compile(r"(?<=[.!?…։。！？।|:؟])\s+|(?<=[。！？])|\n")
# A sentence may open with a mark or an emoji.
_OPENING = r"[^\w\"“„«‚‘]{0,6}(?:please\W+)?"
# Speech calls on others than the reader.
_SPEECH = re.compile(r"[\"“”„«»「」]")
# The scripts that set no spaces between words, and Korean, which joins particles to them.
_JOINED = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")


class _Calls(NamedTuple):
    opens: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    things: tuple[tuple[Role, re.Pattern[str]], ...]


def appeal(text: str, language: str | None) -> Match | None:
    """The role of a call that ``text`` makes to its reader, and its words; None for others.

    The calls of ``language`` and the English ones are known.
    """
    if len(text) > _LONGEST or _SPEECH.search(text):
        return None
    folded = text.casefold()
    for name in dict.fromkeys((language or "en", "en")):
        calls = _calls(name)
        if calls is None:
            continue
        for sentence in _SENTENCE.split(folded):
            found = _in_sentence(sentence, calls)
            if found is not None:
                return found
    return None


def _in_sentence(sentence: str, calls: _Calls) -> Match | None:
    opening = calls.opens.match(sentence) if calls.opens else None
    found = opening or (calls.ends.search(sentence) if calls.ends else None)
    if found is None:
        return None
    call = found[1]
    for role, pattern in calls.things:
        thing = pattern.search(sentence[:_REACH])
        if thing is not None:
            return Match(role, f"{call} … {thing[0]}" if opening else f"{thing[0]} … {call}")
    return None


@cache
def _calls(language: str) -> _Calls | None:
    table = load("_appeals").get(language)
    if table is None:
        return None
    first, last = table["first"], table["last"]
    return _Calls(
        re.compile(rf"{_OPENING}({_any(first)})") if first else None,
        re.compile(rf"({_any(last)})\W*$") if last else None,
        tuple((Role(role), re.compile(_any(words))) for role, words in table["things"].items()),
    )


def _any(words: list[str]) -> str:
    """The pattern of words that begin so; one with a space behind it ends there, too."""
    return "|".join(map(_pattern, sorted(words, key=len, reverse=True)))


def _pattern(word: str) -> str:
    # Joined scripts have no beginnings.
    begins = "" if _JOINED.search(word) or not word[0].isalnum() else r"(?<!\w)"
    return begins + re.escape(word.rstrip().casefold()) + (r"(?!\w)" if word[-1] == " " else "")
