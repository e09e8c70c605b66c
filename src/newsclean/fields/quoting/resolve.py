"""Who a surname or a pronoun stands for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from newsclean.fields.quoting.language import Lexicon

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"
# A part begins with the letter itself, so that the search skips everything else fast.
_PART = rf"[{_UPPER}](?:\.(?=[\s{_UPPER}])|(?:[\w-]|[’'](?!s(?!\w))(?=\w))*)"
_PARTICLE = r"(?:de|da|del|della|der|di|dos|du|el|al|bin|ibn|la|le|van|von|ter) "
_NAME = re.compile(rf"{_PART}(?:[ \u00a0](?:{_PARTICLE})?{_PART}|{_PART}){{1,5}}")
_SPACE = re.compile(r"\s+")
_EDGES = ".,;:!?\"'()[]“”‘’«»–—"
# People of one name that are told apart; more occur on lists only.
_NAMESAKES = 40
# How far in front of a name a word of kinship makes it a relative's, in characters.
_KIN_REACH = 24


def common_words(text: str) -> frozenset[str]:
    """The words that a text writes in lower case."""
    return frozenset(word for raw in set(text.split()) if (word := raw.strip(_EDGES)).islower())


_INSIDE = re.compile(rf"[{_UPPER}](?<=[\w,][ \u00a0].)[\w-]+")


def proper_words(text: str) -> frozenset[str]:
    """The words that a text writes with a capital inside a sentence."""
    return frozenset(_INSIDE.findall(text))


@dataclass(slots=True)
class Person:
    """A full name of the article and what its mentions tell."""

    name: str
    parts: tuple[str, ...]
    at: int
    count: int = 1
    kin: bool = False
    gender: str = ""


class People:
    """The full names of an article, by surname."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.persons: dict[tuple[str, ...], Person] = {}
        self.by_last: dict[str, list[Person]] = {}
        self.by_first: dict[str, list[Person]] = {}
        self.gender_of_last: dict[str, str] = {}
        for match in _NAME.finditer(text):
            self._note(match.group(), match.start(), text)
        for match in lexicon.courtesy.finditer(text):
            gender = lexicon.gender[match.group(1).lower()]
            self.gender_of_last.setdefault(match.group(2).split()[-1], gender)

    def _note(self, raw: str, at: int, text: str) -> None:
        words = _SPACE.split(raw)
        titles = self.lexicon.titles
        tags = self.lexicon.tags
        while words and (words[0].lower() in titles or _is_function(tags, words[0])):
            del words[0]
        if len(words) < 2 or any(w.lower() in titles for w in words):
            return
        parts = tuple(words)
        known = self.persons.get(parts)
        kin = self._kin_in_front(text, at)
        if known is not None:
            known.count += 1
            known.kin = known.kin and kin
            return
        given = self.lexicon.given.get(words[0].lower(), "")
        person = Person(" ".join(words), parts, at, kin=kin, gender=given)
        self.persons[parts] = person
        for index, part in ((self.by_last, parts[-1]), (self.by_first, parts[0])):
            namesakes = index.setdefault(part, [])
            if len(namesakes) < _NAMESAKES:
                namesakes.append(person)

    def _kin_in_front(self, text: str, at: int) -> bool:
        words = text[max(at - _KIN_REACH, 0) : at].replace(",", " ").split()
        return bool(words) and words[-1].lower() in self.lexicon.kin

    def fullest(self, raw: str) -> str:
        """The fullest name that the article gives for a name as written."""
        words = tuple(w for w in _SPACE.split(raw) if w)
        start = 0
        while start < len(words) - 1 and words[start].lower() in self.lexicon.titles:
            start += 1
        gender = self.lexicon.gender.get(words[start - 1].lower(), "") if start else ""
        words = words[start:]
        if not words:
            return raw
        found = [p for p in self.by_last.get(words[-1], ()) if _fits(words, p.parts)]
        if len(words) == 1 and not found:
            found = self.by_first.get(words[0], [])
        if gender:
            found = [p for p in found if p.gender in ("", gender)] or found
        if not found:
            return " ".join(words)
        # Relatives of the same name come last; then the name used most, then the first.
        best = min(found, key=lambda p: (p.kin, -p.count, p.at))
        same = [p for p in found if _same_person(p, best)]
        return max(same, key=lambda p: (len(p.parts), p.count)).name

    def gender(self, name: str) -> str:
        """``m`` or ``f`` where a title or the given name tells, else empty."""
        words = name.split()
        if not words:
            return ""
        if len(words) > 1:
            return self.gender_of_last.get(words[-1], "") or self.lexicon.given.get(
                words[0].lower(), ""
            )
        return self.gender_of_last.get(words[0], "")


def _is_function(tags: Mapping[str, str], word: str) -> bool:
    if len(word) > 1 and word.isupper():
        return False
    return tags.get(word.lower(), "n") in "DdICSRtWPAB"


def _fits(words: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether ``words`` can be short for a name: its parts in order, the last one last."""
    if len(words) == 1:
        return True
    return words[0] == parts[0] or words == parts[-len(words) :]


def _same_person(person: Person, best: Person) -> bool:
    return (
        person.parts[0] == best.parts[0]
        and person.parts[-1] == best.parts[-1]
        and person.kin == best.kin
    )
