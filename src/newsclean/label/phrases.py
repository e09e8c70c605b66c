"""Chrome told by its words: the phrases of the vocabulary files.

All languages are looked up at once, the page's own first: pages mix them ("Advertisement"
on a German page), and a phrase of one language is hardly ever body text in another.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from newsclean import vocab
from newsclean.page import Role

# Phrases with open ends are looked for in short blocks only: a paragraph may well say
# "sign up for". The longest legal line in the vocabulary's languages is about this long.
_LONGEST_LINE = 220
# What "…" inside a phrase may stand for.
_ANY = ".{0,200}"

_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "…": "…"})
_ENDS = " \t\n:.!*•·|»›→►▶▸>+–—-"


class Match(NamedTuple):
    """A phrase of the vocabulary that a block is."""

    role: Role
    phrase: str


def normalise(text: str) -> str:
    """``text`` as phrases are compared: case folded, plain marks, no bullets at its ends."""
    return " ".join(text.translate(_FOLD).casefold().split()).strip(_ENDS)


class _Table:
    """The phrases of one kind, indexed so that most blocks cost one look-up."""

    def __init__(self) -> None:
        self.exact: dict[str, Match] = {}
        self.by_first_word: dict[str, list[tuple[re.Pattern[str], Match]]] = {}
        self.by_part: list[tuple[str, re.Pattern[str], Match]] = []

    def add(self, phrase: str, role: Role) -> None:
        """Take in a phrase as the vocabulary writes it."""
        match = Match(role, phrase)
        parts = [" ".join(p.translate(_FOLD).casefold().split()) for p in phrase.split("…")]
        if len(parts) == 1:
            self.exact.setdefault(normalise(phrase), match)
            return
        pattern = re.compile(_ANY.join(re.escape(part) for part in parts), re.DOTALL)
        first, space, _ = parts[0].partition(" ")
        if first and (space or not phrase.startswith(phrase.split("…")[0].rstrip() + "…")):
            self.by_first_word.setdefault(first, []).append((pattern, match))
        else:
            self.by_part.append((max(parts, key=len), pattern, match))

    def find(self, text: str) -> Match | None:
        """The phrase that ``text``, already normalised, is."""
        match = self.exact.get(text)
        if match is not None or len(text) > _LONGEST_LINE:
            return match
        for pattern, match in self.by_first_word.get(text.partition(" ")[0], ()):
            if pattern.fullmatch(text):
                return match
        for part, pattern, match in self.by_part:
            if part in text and pattern.fullmatch(text):
                return match
        return None


class Phrases:
    """The chrome phrases of all languages, ``language`` first."""

    def __init__(self, language: str | None) -> None:
        self._headings = _Table()
        self._lines = _Table()
        first = [name for name in (language, "en") if name]
        for name in dict.fromkeys((*first, *vocab.languages())):
            chrome = vocab.load(name).get("chrome", {})
            for table, key in ((self._headings, "heading"), (self._lines, "line")):
                for role, phrases in chrome.get(key, {}).items():
                    for phrase in phrases:
                        table.add(phrase, Role(role))

    def heading(self, text: str) -> Match | None:
        """The heading of a run of chrome that ``text`` is, if it is one."""
        if len(text) > _LONGEST_LINE:
            return None
        return self._headings.find(normalise(text))

    def line(self, text: str) -> Match | None:
        """The line of chrome that ``text`` is by itself, if it is one."""
        if len(text) > _LONGEST_LINE:
            return None
        return self._lines.find(normalise(text))


@lru_cache(maxsize=32)
def phrases(language: str | None) -> Phrases:
    """The chrome phrases with those of ``language`` first."""
    return Phrases(language)
