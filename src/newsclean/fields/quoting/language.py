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
 v    any other finite verb
====  ==========================  ====  ==========================

Punctuation is ``,`` ``.`` ``:`` ``-`` (any dash) ``(`` ``)``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from newsclean import vocab
from newsclean.fields.quoting.patterns import courtesy_pattern, human_pattern, token_pattern

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
    clausal: frozenset[str]
    """Prepositions that can begin a clause: ``after``."""
    manner: frozenset[str]
    """Subordinators between a quotation and who says it: ``as``."""
    human_verbs: frozenset[str]
    """Nouns for a person or body that are forms of verbs as well: ``report``."""
    kin: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    first_of_phrases: frozenset[str]
    """The words that phrases begin with."""
    dotted: frozenset[str]
    """Words whose full stop ends no sentence, without it."""
    again: frozenset[str]
    """Nouns that stand for whoever was named before: ``candidate``."""
    of: frozenset[str]
    """Prepositions that join a description's parts, where the table tells them apart."""
    agent: frozenset[str]
    definite: frozenset[str]
    """Articles that point back to somebody: ``the``."""
    verb_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    """Endings of an unknown word between a subject and an object that make it a verb."""
    adverb_endings: tuple[str, ...]
    particles: frozenset[str]
    """Small words inside a name: ``von``, ``de la``."""
    fused: frozenset[str]
    """Prepositions that hold an article, and articles that join two nouns (``des``)."""
    noun_endings: tuple[str, ...]
    """Endings of words that are no names, where nouns have a capital."""
    behind: tuple[tuple[str, ...], ...]
    """Ways to attribute without a verb; the speaker stands in front."""
    human: re.Pattern[str]
    """Words for a person or body, by their beginnings and endings."""
    inversion: bool
    free_order: bool
    """The subject may stand behind any verb."""
    capital_nouns: bool
    """All nouns have a capital."""
    name_endings: int
    """How many letters of a name its cases change."""
    incise: str
    """What sets an attribution inside the marks off: ``""``, ``"dash"``, ``"comma"`` (either)."""
    head_first: int
    """How many words behind a noun for a person or body belong to it."""
    proclitics: frozenset[str]
    dash: str
    """Paragraphs that begin with a dash are speech: ``""``, ``"attributed"``, ``"always"``."""
    token: re.Pattern[str]


@cache
def lexicon(language: str | None) -> Lexicon | None:
    """The lexicon of a language, or None where its vocabulary has no table ``[quotes]``, or
    one for a script without capitals (:mod:`frames`)."""
    table = vocab.load(language).get("quotes") if language else None
    return _built(table) if table and "verbs" in table and "orders" not in table else None


def elisions(language: str | None) -> frozenset[str]:
    """Words written with an apostrophe in front."""
    return frozenset(vocab.table(language, "quotes", "elisions") or ())


def _tags(table: Mapping[str, Any], verbs: Iterable[str]) -> dict[str, str]:
    words, titles = table.get("words", {}), table.get("titles", {})
    participle = tuple(table.get("inflection", {}).get("participles", ())) or "\n"
    tags = dict.fromkeys(table.get("nouns", {}).get("human", ()), "H")
    tags |= {form: "G" if form.endswith(participle) else "V" for form in verbs}
    for name, tag in _TAG_OF_LIST.items():
        tags |= dict.fromkeys(_both_apostrophes(words.get(name, ())), tag)
    for name, names in titles.items():
        for title in names if name != "modifiers" else ():
            if not title.endswith("."):
                tags.setdefault(title, "H")
    return tags


def _genders(words: Mapping[str, list[str]], titles: Mapping[str, list[str]]) -> dict[str, str]:
    first, neuter = words.get("first", ()), words.get("neuter", ())
    gender = dict.fromkeys(first, "1") | dict.fromkeys(neuter, "n")
    for key, letter in (("male", "m"), ("female", "f"), ("plural", "p")):
        gender |= dict.fromkeys((*words.get(key, ()), *titles.get(key, ())), letter)
    return gender


def _dotted(*lists: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:-1] for words in lists for word in words if word.endswith("."))


def _built(table: Mapping[str, Any]) -> Lexicon:
    words: Mapping[str, list[str]] = table.get("words", {})
    titles: Mapping[str, list[str]] = table.get("titles", {})
    inflection: Mapping[str, Any] = table.get("inflection", {})
    verbs = _verbs(table, inflection)
    tags = _tags(table, verbs)
    possessors = {
        word: letter
        for key, letter in (("his", "m"), ("her", "f"), ("their", "p"))
        for word in words.get(key, ())
    }
    given = table.get("given", {})
    fused = frozenset(words.get("fused", ()))
    return Lexicon(
        tags=tags,
        plain={w: t for w, t in tags.items() if w not in fused and _is_plain(t, verbs.get(w))}
        | _SIGNS,
        verbs=verbs,
        titles=frozenset(t for names in titles.values() for t in names),
        gender=_genders(words, titles) | possessors,
        possessors=frozenset(possessors),
        saying=frozenset(table.get("nouns", {}).get("saying", ())),
        courtesy=courtesy_pattern((*titles.get("male", ()), *titles.get("female", ()))),
        given=dict.fromkeys(given.get("male", ()), "m")
        | dict.fromkeys(given.get("female", ()), "f"),
        clausal=frozenset(words.get("clausal", ())),
        manner=frozenset(words.get("manner", ())),
        human_verbs=frozenset(table.get("nouns", {}).get("human", ())) & verbs.keys(),
        kin=frozenset(words.get("kin", ())),
        phrases=tuple(tuple(p.split()) for p in words.get("phrases", ())),
        first_of_phrases=frozenset(p.split()[0] for p in words.get("phrases", ())),
        dotted=_dotted(*titles.values(), words.get("abbreviations", ())),
        again=frozenset(table.get("nouns", {}).get("again", ())),
        of=frozenset(words.get("of", ())),
        agent=frozenset(words.get("agent", ())),
        definite=frozenset(words.get("definite", ())),
        verb_endings=tuple(inflection.get("verb_endings", ())),
        past_endings=tuple(inflection.get("past_endings", ())) or ("\n",),
        adverb_endings=tuple(words.get("adverb_endings", ())),
        particles=frozenset(words.get("particles", ())),
        fused=fused,
        noun_endings=tuple(inflection.get("noun_endings", ())),
        behind=tuple(tuple(p.split()) for p in words.get("phrases_behind", ())),
        human=human_pattern(table.get("nouns", {})),
        inversion=bool(table.get("inversion", True)),
        free_order=bool(table.get("free_order", False)),
        capital_nouns=bool(table.get("capital_nouns", False)),
        name_endings=int(table.get("name_endings", 0)),
        incise=str(table.get("incise", "")),
        head_first=int(table.get("head_first", 0)),
        proclitics=frozenset(words.get("proclitics", ())),
        dash=str(table.get("dash", "")),
        token=token_pattern(words, [*tags, *(t for names in titles.values() for t in names)]),
    )


def _is_plain(tag: str, verb: Verb | None) -> bool:
    return tag != "V" or verb is None or not verb.often_noun


def _both_apostrophes(words: Iterable[str]) -> list[str]:
    return [w for word in words for w in dict.fromkeys((word, word.replace("'", "’")))]


def _verbs(table: Mapping[str, Any], inflection: Mapping[str, Any]) -> dict[str, Verb]:
    nouns = frozenset(inflection.get("nouns", ()))
    no_inversion = frozenset(table.get("no_inversion", ()))
    verbs: dict[str, Verb] = {}
    for name, tier in _TIERS.items():
        for entry in table["verbs"].get(name, ()):
            lemma, forms = _forms(entry, inflection)
            for form in forms:
                verbs.setdefault(
                    form,
                    Verb(tier, form in nouns, lemma not in no_inversion, form == lemma),
                )
    return verbs


def _forms(entry: str, inflection: Mapping[str, Any]) -> tuple[str, list[str]]:
    """A lemma and its forms: those that stand behind its colon (``go: goes, went``), or
    what the table's rules make of it."""
    lemma, colon, listed = entry.partition(":")
    if colon:
        return lemma, [form.strip() for form in listed.split(",")]
    irregular = inflection.get("irregular", {}).get(lemma)
    if irregular is not None:
        return lemma, [lemma, *irregular]
    for rule in inflection.get("rules", ()):
        if lemma.endswith(tuple(rule["endings"])):
            stem = lemma[: len(lemma) - rule["drop"]]
            if lemma in inflection.get("doubled", ()):
                doubled = stem + stem[-1]
                return lemma, [lemma, *((stem if e == "s" else doubled) + e for e in rule["add"])]
            return lemma, [lemma, *(stem + ending for ending in rule["add"])]
    return lemma, [lemma]
