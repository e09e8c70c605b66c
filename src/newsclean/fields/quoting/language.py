"""A language's words for attributing quotes, from the ``[quotes]`` table of its vocabulary.

Each word has one *tag*, a letter, so that a sentence is a string of tags:

====  ==========================  ====  ==========================
 V    finite reporting verb        G    reporting participle
 P    personal pronoun             W    relative pronoun
 N    name                         T    title before a name
 n    any other word
 D    determiner                   d    determiner that can stand alone
 I    preposition                  H    noun for a person or body
 C    conjunction                  S    subordinator
 t    "that"                       x    infinitive marker
 A    auxiliary                    B    form of "be"
 R    adverb                       s    possessive clitic
 #    number                       Q    quotation
====  ==========================  ====  ==========================

Punctuation is ``,`` ``.`` ``:`` ``-`` (any dash) ``(`` ``)``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from newsclean import vocab

_SIGNS = {
    ",": ",", ";": ".", ":": ":", ".": ".", "!": ".", "?": ".", "…": "R", "...": "R",
    "-": "-", "--": "-", "–": "-", "—": "-", "―": "-", "(": "(", ")": ")", "[": "(", "]": ")",
}  # fmt: skip

STRONG, THINK, WEAK, NOUN = range(4)
_TIERS = {"strong": STRONG, "think": THINK, "weak": WEAK}

_TAG_OF_LIST = {
    "adverbs": "R",
    "subordinators": "S",
    "conjunctions": "C",
    "prepositions": "I",
    "determiners": "D",
    "alone": "d",
    "relative": "W",
    "that": "t",
    "infinitive": "x",
    "auxiliaries": "A",
    "be": "B",
    "possessive": "s",
    "months": "R",
    "male": "P",
    "female": "P",
    "plural": "P",
    "first": "P",
    "neuter": "P",
}


class Verb(NamedTuple):
    """A form of a reporting verb."""

    tier: int
    often_noun: bool
    inverts: bool
    base: bool
    """The lemma itself: behind a determiner it is a noun."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What attribution has to know about a language."""

    tags: Mapping[str, str]
    plain: Mapping[str, str]
    """Tags of signs, and of the lower-case words that have one tag wherever they stand."""
    verbs: Mapping[str, Verb]
    titles: frozenset[str]
    gender: Mapping[str, str]
    """Pronouns and titles that tell a gender: ``m``, ``f``, ``p`` (several), ``1``, ``n``."""
    courtesy: re.Pattern[str]
    """A title that tells the gender, and the name behind it."""
    given: Mapping[str, str]
    """Given names: ``m`` or ``f``."""
    possessors: frozenset[str]
    saying: frozenset[str]
    kin: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    dotted: frozenset[str]
    """Words whose full stop ends no sentence, without it."""
    agent: frozenset[str]
    verb_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    inversion: bool
    token: re.Pattern[str]


@cache
def lexicon(language: str | None) -> Lexicon | None:
    """The lexicon of a language, or None where its vocabulary has no table ``[quotes]``."""
    table = vocab.load(language).get("quotes") if language else None
    return _built(table) if table and "verbs" in table else None


def elisions(language: str | None) -> frozenset[str]:
    """Words written with an apostrophe in front."""
    return frozenset(vocab.table(language, "quotes", "elisions") or ())


def _built(table: Mapping[str, Any]) -> Lexicon:
    words: Mapping[str, list[str]] = table.get("words", {})
    titles: Mapping[str, list[str]] = table.get("titles", {})
    inflection: Mapping[str, Any] = table.get("inflection", {})
    verbs = _verbs(table, inflection)
    tags = dict.fromkeys(table.get("nouns", {}).get("human", ()), "H")
    participle = inflection.get("participle") or "\n"
    tags |= {form: "G" if form.endswith(participle) else "V" for form in verbs}
    for name, tag in _TAG_OF_LIST.items():
        tags |= dict.fromkeys(words.get(name, ()), tag)
    for name, names in titles.items():
        for title in names if name != "modifiers" else ():
            if not title.endswith("."):
                tags.setdefault(title, "H")
    gender = dict.fromkeys(words.get("first", ()), "1") | dict.fromkeys(
        words.get("neuter", ()), "n"
    )
    for key, letter in (("male", "m"), ("female", "f"), ("plural", "p")):
        gender |= dict.fromkeys((*words.get(key, ()), *titles.get(key, ())), letter)
    possessors = {
        word: letter
        for key, letter in (("his", "m"), ("her", "f"), ("their", "p"))
        for word in words.get(key, ())
    }
    given = table.get("given", {})
    return Lexicon(
        tags=tags,
        plain={w: t for w, t in tags.items() if t != "V" or not verbs[w].often_noun} | _SIGNS,
        verbs=verbs,
        titles=frozenset(t for names in titles.values() for t in names),
        gender=gender | possessors,
        possessors=frozenset(possessors),
        saying=frozenset(table.get("nouns", {}).get("saying", ())),
        courtesy=_courtesy_pattern((*titles.get("male", ()), *titles.get("female", ()))),
        given=dict.fromkeys(given.get("male", ()), "m")
        | dict.fromkeys(given.get("female", ()), "f"),
        kin=frozenset(words.get("kin", ())),
        phrases=tuple(tuple(p.split()) for p in words.get("phrases", ())),
        dotted=frozenset(
            t[:-1]
            for names in (*titles.values(), words.get("abbreviations", ()))
            for t in names
            if t.endswith(".")
        ),
        agent=frozenset(words.get("agent", ())),
        verb_endings=tuple(inflection.get("verb_endings", ())),
        adverb_endings=tuple(words.get("adverb_endings", ())),
        inversion=bool(table.get("inversion", True)),
        token=_token_pattern(words),
    )


def _verbs(table: Mapping[str, Any], inflection: Mapping[str, Any]) -> dict[str, Verb]:
    nouns = frozenset(inflection.get("nouns", ()))
    no_inversion = frozenset(table.get("no_inversion", ()))
    verbs: dict[str, Verb] = {}
    for name, tier in _TIERS.items():
        for lemma in table["verbs"].get(name, ()):
            for form in _forms(lemma, inflection):
                verbs.setdefault(
                    form, Verb(tier, form in nouns, lemma not in no_inversion, form == lemma)
                )
    return verbs


def _forms(lemma: str, inflection: Mapping[str, Any]) -> list[str]:
    """The lemma and the forms that the table's rules make of it."""
    irregular = inflection.get("irregular", {}).get(lemma)
    if irregular is not None:
        return [lemma, *irregular]
    for rule in inflection.get("rules", ()):
        if lemma.endswith(tuple(rule["endings"])):
            stem = lemma[: len(lemma) - rule["drop"]]
            if lemma in inflection.get("doubled", ()):
                doubled = stem + stem[-1]
                return [lemma, *((stem if e == "s" else doubled) + e for e in rule["add"])]
            return [lemma, *(stem + ending for ending in rule["add"])]
    return [lemma]


def _courtesy_pattern(titles: Iterable[str]) -> re.Pattern[str]:
    alternatives = (
        "|".join(sorted({re.escape(t).capitalize() for t in titles}, reverse=True)) or r"\Z\A"
    )
    return re.compile(
        rf"({alternatives})[ \u00a0]([^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w-]+){{0,2}})"
    )


def _token_pattern(words: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Tokens: a masked quotation, abbreviations, words without clitics, signs."""
    clitic = "|".join(map(re.escape, words.get("clitics", ()))) or r"\Z\A"
    return re.compile(
        r"\ue000{0,}\ue001"
        r"|(?:[A-Z]\.){2,6}"
        rf"|[’'](?:{clitic})(?!\w)"
        rf"|[^\W\d_]+(?:-\w+){{0,6}}(?:[’'](?!(?:{clitic})(?!\w))[^\W\d_]+)?"
        r"|\d+(?:[.,:]\d+){0,6}\w{0,4}(?:-[^\W\d]\w{0,20}){0,3}"
        r"|…|\.{3}|--|[^\w\s]"
    )
