"""Chrome told by its words: the phrases of the vocabulary files.

All languages are looked up at once, the page's own first: pages mix them ("Advertisement"
on a German page), and a phrase of one language is hardly ever body text in another.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsclean import vocab
from newsclean.page import Role

# Phrases with open ends are looked for in short blocks only: a paragraph may well say
# "sign up for". The longest legal line in the vocabulary's languages is about this long.
_LONGEST_LINE = 220
# Notices that open as the phrase does are longer: an agency's, with what is not allowed.
_LONGEST_NOTICE = 400
# What "…" inside a phrase may stand for.
_ANY = ".{0,400}"

_FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "…": "…"})
_WORD = re.compile(r"\w+")
_ENDS = " \t\n:.!*•·|»›→►▶▸>+–—-"


# Short texts whose phrase is remembered: some hundred pages.
_REMEMBERED = 20_000


class Match(NamedTuple):
    """A phrase of the vocabulary that a block is."""

    role: Role
    phrase: str


def normalise(text: str) -> str:
    """``text`` as phrases are compared: case folded, plain marks, no bullets at its ends."""
    if text.isascii():
        return " ".join(text.lower().split()).strip(_ENDS)
    return " ".join(text.translate(_FOLD).casefold().split()).strip(_ENDS)


class _Table:
    """The phrases of one kind, indexed so that most blocks cost a few look-ups."""

    def __init__(self) -> None:
        self.exact: dict[str, Match] = {}
        self._by_word: dict[str, list[tuple[str, Match]]] = {}
        # Phrases without a whole word, by the highest script that they hold: most texts
        # need not ask for the Chinese ones, which are the bulk.
        self._by_part: dict[int, list[tuple[str, str, Match]]] = {0: [], 1: [], 2: []}

    def add(self, phrase: str, role: Role) -> None:
        """Take in a phrase as the vocabulary writes it."""
        match = Match(role, phrase)
        written = phrase.split("…")
        parts = [" ".join(part.translate(_FOLD).casefold().split()) for part in written]
        if len(parts) == 1:
            self.exact.setdefault(normalise(phrase), match)
            return
        source = re.escape(parts[0])
        for n in range(1, len(parts)):
            source += _between(written[n - 1], written[n]) + re.escape(parts[n])
        pattern = source
        words = _whole_words(written)
        if words:
            self._by_word.setdefault(max(words, key=len), []).append((pattern, match))
        else:
            part = max(parts, key=len)
            self._by_part[_script(part)].append((part, pattern, match))

    def find(self, text: str, words: Sequence[str]) -> Match | None:
        """The phrase that ``text``, already normalised, is; ``words`` are its words."""
        match = self.exact.get(text)
        if match is not None:
            return match
        by_word = self._by_word
        if not by_word.keys().isdisjoint(words):
            for word in words:
                for pattern, match in by_word.get(word, ()):
                    if _may_be(pattern, text) and _compiled(pattern).fullmatch(text):
                        return match
        for script in range(_script(text) + 1):
            for part, pattern, match in self._by_part[script]:
                if part in text and _may_be(pattern, text) and _compiled(pattern).fullmatch(text):
                    return match
        return None


def _may_be(pattern: str, text: str) -> bool:
    """Is ``text`` short enough for a phrase? One with an open beginning may stand anywhere in
    a paragraph."""
    return len(text) <= _LONGEST_LINE or pattern[0] not in ".("


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """Compiled when first asked for: there are thousands, a site's pages need some dozens."""
    return re.compile(source, re.DOTALL)


def _script(text: str) -> int:
    """0 for plain text, 2 where it holds Chinese, Japanese or Korean, 1 for all else."""
    if not text or text.isascii():
        return 0
    return 2 if max(text) >= "\u2e80" else 1


def _between(left: str, right: str) -> str:
    """The pattern of a "…": with a space beside it, the phrase's word ends there."""
    ends, begins = left[-1:].isspace(), right[:1].isspace()
    if ends and begins and right.strip():
        return rf"(?:\W{_ANY})?\W"
    if ends:
        return rf"(?:\W{_ANY})?"
    return rf"(?:{_ANY}\W)?" if begins else _ANY


def _whole_words(written: Sequence[str]) -> list[str]:
    """The words of a phrase that a text must hold as words: those that no "…" touches."""
    found = []
    for n, part in enumerate(written):
        text = part.translate(_FOLD).casefold()
        for word in _WORD.finditer(text):
            cut_before = word.start() == 0 and n > 0
            cut_behind = word.end() == len(text) and n < len(written) - 1
            if not cut_before and not cut_behind:
                found.append(word.group())
    return found


class _Tables(NamedTuple):
    """The phrases of some languages."""

    headings: _Table
    lines: _Table


@cache
def _tables(*languages: str) -> _Tables:
    """The tables of the languages, an earlier one's phrases first."""
    tables = _Tables(_Table(), _Table())
    for name in languages:
        chrome = vocab.load(name).get("chrome", {})
        for table, key in zip(tables, ("heading", "line"), strict=True):
            for role, phrases in chrome.get(key, {}).items():
                for phrase in phrases:
                    table.add(phrase, Role(role))
    return tables


class Phrases:
    """The chrome phrases of all languages, ``language`` first."""

    def __init__(self, language: str | None) -> None:
        self.language = language
        languages = vocab.languages()
        first = dict.fromkeys(name for name in (language, "en") if name in languages)
        # One table of all languages serves every page: there are thousands of phrases.
        self._tables = (*(_tables(name) for name in first), _tables(*languages))
        self._known: dict[str, tuple[Match | None, Match | None]] = {}

    def heading(self, text: str) -> Match | None:
        """The heading of a run of chrome that ``text`` is, if it is one."""
        return self._look_up(text)[0]

    def line(self, text: str) -> Match | None:
        """The line of chrome that ``text`` is by itself, if it is one."""
        return self._look_up(text)[1]

    def _look_up(self, text: str) -> tuple[Match | None, Match | None]:
        if len(text) > _LONGEST_NOTICE:
            return None, None
        found = self._known.get(text)
        if found is None:
            folded = normalise(text)
            words = tuple(dict.fromkeys(_WORD.findall(folded)))
            found = self._find(0, folded, words), self._find(1, folded, words)
            # Three stages ask for the same blocks, and a site's pages share their chrome;
            # a crawl of many sites must not fill memory.
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[text] = found
        return found

    def _find(self, kind: int, folded: str, words: Sequence[str]) -> Match | None:
        """The phrase of the first language that has it. The last table holds all of them:
        what it lacks, the others need not be asked for."""
        *first, every = self._tables
        known = every[kind].find(folded, words)
        if known is not None:
            for tables in first:
                found = tables[kind].find(folded, words)
                if found is not None:
                    return found
        return known


@lru_cache(maxsize=8)
def phrases(language: str | None) -> Phrases:
    """The chrome phrases with those of ``language`` first."""
    return Phrases(language)
