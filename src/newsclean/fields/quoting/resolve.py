"""Who a surname or a pronoun stands for."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from newsclean.fields.quoting.language import Lexicon
from newsclean.fields.quoting.letters import UPPER
from newsclean.read.pieces import pieces

# A part begins with the letter itself, so that the search skips everything else fast.
_PART = rf"[{UPPER}](?:\.(?=[\s{UPPER}])|(?:[\w-]|[’'](?!s(?!\w))(?=\w))*)"
_PARTICLE = r"(?:de|da|del|della|der|di|dos|du|el|al|bin|ibn|la|le|van|von|ter) "
_NAME = re.compile(rf"{_PART}(?:[ \u00a0](?:{_PARTICLE})?{_PART}|{_PART}){{1,5}}")
_SPACE = re.compile(r"\s+")
_EDGES = ".,;:!?\"'()[]“”‘’«»–—"
_ELIDED = re.compile(r"\w{1,5}[’'](?=[^\W\d_])(?=\w)(?![A-ZÀ-Þ])")
# The small words that make a German name; others join nouns.
_NOBLE = frozenset(("von", "van", "zu", "de"))
# The letters of a surname that no case changes.
_STEM = 3
# People of one name that are told apart; more occur on lists only.
_NAMESAKES = 40
# How far in front of a name a word of kinship makes it a relative's, in characters.
_KIN_REACH = 24


def common_words(text: str) -> frozenset[str]:
    """The words that a text writes in lower case."""
    words: set[str] = set()
    for piece in pieces(text):
        words.update(raw.strip(_EDGES) for raw in set(piece.split()) if raw.islower())
    return frozenset(words)


_INSIDE = re.compile(rf"[{UPPER}](?<=[\w,][ \u00a0].)[\w-]+")


def proper_words(text: str) -> frozenset[str]:
    """The words that a text writes with a capital inside a sentence."""
    return frozenset(found.group() for found in _INSIDE.finditer(text))


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
        self.by_stem: dict[str, list[Person]] = {}
        self.gender_of_last: dict[str, str] = {}
        self.found: dict[str, str] = {}
        self.places: dict[str, list[int]] = {"m": [], "f": []}
        self.placed: dict[str, list[str]] = {"m": [], "f": []}
        for match in _NAME.finditer(text):
            self._note(match.group(), match.start(), text)
        for match in lexicon.courtesy.finditer(text):
            gender = lexicon.gender[match.group(1).lower()]
            self.gender_of_last.setdefault(match.group(2).split()[-1], gender)

    def _note(self, raw: str, at: int, text: str) -> None:
        words = _SPACE.split(raw)
        titles = self.lexicon.titles
        while words and (words[0].lower() in titles or _describes(self.lexicon, words[0])):
            del words[0]
        if self.lexicon.free_order:
            offices = (i for i in range(len(words) - 2) if self._is_office(words[i].lower()))
            del words[: max(offices, default=-1) + 1]
        small = [word for word in words if word.islower()]
        if self.lexicon.capital_nouns and small and small[0] not in _NOBLE:
            return  # "Kosten der Reise" is no name
        if words and _ELIDED.match(words[0]) and self.lexicon.proclitics:
            del words[0]  # "L'assessore Dario Monti"
        if len(words) < 2 or any(w.lower() in titles for w in words):
            return
        parts = tuple(words)
        known = self.persons.get(parts)
        kin = self._kin_in_front(text, at)
        given = self.lexicon.given.get(words[0].lower(), "")
        if given:
            self.places[given].append(at)
            self.placed[given].append(" ".join(words))
        if known is not None:
            known.count += 1
            known.kin = known.kin and kin
            return
        person = Person(" ".join(words), parts, at, kin=kin, gender=given)
        self.persons[parts] = person
        keys = ((self.by_last, parts[-1]), (self.by_first, parts[0]))
        for index, part in (*keys, (self.by_stem, parts[-1][:_STEM])):
            namesakes = index.setdefault(part, [])
            if len(namesakes) < _NAMESAKES:
                namesakes.append(person)

    def _is_office(self, lower: str) -> bool:
        return lower in self.lexicon.titles or _is_human(
            self.lexicon, self.lexicon.tags.get(lower, "n"), lower
        )

    def _kin_in_front(self, text: str, at: int) -> bool:
        words = text[max(at - _KIN_REACH, 0) : at].replace(",", " ").split()
        return bool(words) and words[-1].lower() in self.lexicon.kin

    def fullest(self, raw: str) -> str:
        """The fullest name that the article gives for a name as written."""
        found = self.found.get(raw)
        if found is None:
            found = self.found[raw] = self._fullest(raw)
        return found

    def _fullest(self, raw: str) -> str:
        words = tuple(w for w in _SPACE.split(raw) if w)
        start, titles = 0, self.lexicon.titles
        while start < len(words) - 1 and words[start].lower() in titles:
            start += 1
        if start < len(words) - 2 and " ".join(words[start : start + 2]).lower() in titles:
            start += 2
        gender = self.lexicon.gender.get(words[start - 1].lower(), "") if start else ""
        words = words[start:]
        if not words:
            return raw
        found = [p for p in self.by_last.get(words[-1], ()) if _fits(words, p.parts)]
        if len(words) == 1 and not found:
            found = self.by_first.get(words[0], [])
        if gender:
            found = [p for p in found if p.gender in ("", gender)] or found
        if not found and self.lexicon.name_endings:
            found = self._in_other_case(words)
        if not found:
            return " ".join(words)
        # Relatives of the same name come last; then the name used most, then the first.
        best = min(found, key=lambda p: (p.kin, -p.count, p.at))
        same = [p for p in found if _same_person(p, best)]
        return max(same, key=lambda p: (len(p.parts), p.count)).name

    def _in_other_case(self, words: tuple[str, ...]) -> list[Person]:
        """The people whose name is ``words`` in another case: ``Novák`` for ``Nováka``."""
        last, longest = words[-1], self.lexicon.name_endings
        return [
            person
            for person in self.by_stem.get(last[:_STEM], ())
            if _same_stem(last, person.parts[-1], longest)
            and (len(words) == 1 or _same_stem(words[0], person.parts[0], longest))
        ]

    def mentioned(self, gender: str, at: int) -> tuple[str | None, int]:
        """The last full name in front of offset ``at`` whose given name tells the gender,
        and where it stands."""
        index = bisect_left(self.places[gender], at) - 1
        if index < 0:
            return None, -1
        return self.placed[gender][index], self.places[gender][index]

    def gender(self, name: str) -> str:
        """``m`` or ``f`` where a title or the given name tells, else empty."""
        words = name.split()
        if not words:
            return ""
        if len(words) > 1:
            given = (self.lexicon.given.get(word.lower(), "") for word in words[:-1])
            return self.gender_of_last.get(words[-1], "") or next(filter(None, given), "")
        return self.gender_of_last.get(words[0], "")


def _describes(lexicon: Lexicon, word: str) -> bool:
    """Whether a capitalised word in front of a name is none of its parts."""
    if len(word) > 1 and word.isupper():
        return False
    lower = word.lower()
    tag = lexicon.tags.get(lower, "n")
    if tag == "V" and not lexicon.free_order:
        return not lexicon.verbs[lower].base  # "Said Ida Holt"
    return tag in "DdICSRtWPAB" or (lexicon.free_order and _is_human(lexicon, tag, lower))


def _is_human(lexicon: Lexicon, tag: str, lower: str) -> bool:
    return tag == "H" or lexicon.human.match(lower) is not None


def _fits(words: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether ``words`` can be short for a name: its parts in order, the last one last."""
    if len(words) == 1:
        return True
    return words[0] == parts[0] or _lower(words) == _lower(parts[-len(words) :])


def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _same_stem(one: str, other: str, longest: int) -> bool:
    """Whether two forms of a name differ in their endings only."""
    pairs = enumerate(zip(one, other, strict=False))
    shared = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    short, long = sorted((len(one), len(other)))
    return shared >= max(short - 2, 3) and long - shared <= longest


def _same_person(person: Person, best: Person) -> bool:
    return (
        person.parts[0] == best.parts[0]
        and person.parts[-1] == best.parts[-1]
        and person.kin == best.kin
    )
