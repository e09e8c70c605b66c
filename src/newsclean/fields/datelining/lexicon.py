"""The vocabulary of datelines, folded for lookup."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

from newsclean import vocab

# What may stand in a name: anything but white space, digits, ASCII, general, CJK and
# full-width punctuation. A letter class would break Indic words at their vowel signs.
NAME_CHAR = (
    r"[^\s\d!-/:-@\[-`{-~\u00a1\u00a6\u00a7\u00ab\u00ac\u00b0\u00b4\u00b7\u00bb\u00bf"
    r"\u0964\u0965\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)


# Names looked up again and again: the same words open many blocks of a page.
_CACHED = 8192


def fold(text: str) -> str:
    """``text`` without case, one space between words, quotes straight."""
    folded = unicodedata.normalize("NFKC", text).replace("’", "'").replace("İ", "i")
    return " ".join(folded.casefold().split())


def bare(text: str) -> str:
    """:func:`fold` and no diacritics: capitals often drop them ("QUEBEC", "MEDELLIN")."""
    decomposed = unicodedata.normalize("NFD", fold(text).replace("ı", "i"))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not _is_accent(c)))


def _is_accent(char: str) -> bool:
    # Only the accents of Latin and Greek script: Indic vowel signs are marks, too.
    return "\u0300" <= char <= "\u036f"


def _names(file: str, *tables: str) -> frozenset[str]:
    found: set[str] = set()
    for table in tables:
        for names in vocab.load(file).get(table, {}).values():
            for name in names:
                found.update((fold(name), bare(name)))
    return frozenset(found)


@cache
def cities() -> frozenset[str]:
    """The names of the cities that stand alone, folded."""
    return _names("_places", "cities")


@cache
def regions() -> frozenset[str]:
    """The names and abbreviations of states, provinces and countries, folded."""
    return _names("_places", "regions", "countries")


@cache
def place_words(table: str) -> frozenset[str]:
    """``generic`` words of place names, or their ``particles``."""
    return frozenset(fold(w) for w in vocab.load("_places").get("words", {}).get(table, ()))


@cache
def agencies() -> dict[str, str]:
    """Agency by its code as written and, where that has no lower case, in capitals."""
    codes: dict[str, str] = dict(vocab.load("_agencies").get("agencies", {}))
    for name in vocab.load("_agencies").get("press_releases", {}).get("names", ()):
        codes.setdefault(name, name)
    return {**{code.upper(): name for code, name in codes.items() if len(code) > 3}, **codes}


@cache
def patterns(table: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of agencies ``bracketed`` or ``bare``."""
    return tuple(re.compile(p) for p in vocab.load("_agencies").get("patterns", {}).get(table, ()))


@cache
def east_asian(table: str) -> tuple[str, ...]:
    """Agencies (``names``), or ``endings`` and ``reporters``; the longest first."""
    words: set[str] = set()
    if table == "names":
        words.update(vocab.load("_agencies").get("east_asian", {}).get("names", ()))
    for language in ("zh", "ja", "ko"):
        words.update(_own(language).get(table, ()))
    return tuple(sorted(words, key=lambda w: (-len(w), w)))


def _own(language: str | None) -> dict[str, Any]:
    own: dict[str, Any] = vocab.load(language).get("dateline", {}) if language else {}
    return own


@cache
def words(table: str, language: str | None = None) -> frozenset[str]:
    """A word table of ``language``'s ``[dateline]``; of all languages' where that is None."""
    chosen = (language,) if language else vocab.languages()
    return frozenset(fold(w) for name in chosen for w in _own(name).get(table, ()))


@cache
def openings(table: str) -> tuple[str, ...]:
    """The phrases of a word table in all languages, the longest first."""
    return tuple(sorted(words(table), key=lambda w: (-len(w), w)))


@cache
def runs_on(language: str | None) -> bool:
    """Does the language's press end a dateline with a period ("Berlin. Die …")?

    English does not; a language that could not be told is rather another one.
    """
    return language is None or bool(_own(language).get("period", False))


@lru_cache(maxsize=_CACHED)
def is_city(name: str) -> bool:
    """Is ``name`` a city that the lists hold?"""
    return fold(name) in cities() or bare(name) in cities()


def is_ambiguous(name: str) -> bool:
    """Is the city's name also a common word or a person's name ("Mobile", "Austin")?"""
    return fold(name) in place_words("ambiguous")


@lru_cache(maxsize=_CACHED)
def is_region(name: str) -> bool:
    """Is ``name`` a state, a province or a country that the lists hold?"""
    return fold(name) in regions() or (len(name) > 3 and bare(name) in regions())


@lru_cache(maxsize=_CACHED)
def is_agency(text: str) -> bool | None:
    """True where ``text`` is an agency's code or starts with one, False where it only looks
    like one (call letters, a domain), None where it does neither."""
    text = text.strip()
    codes = agencies()
    if text in codes:
        return True
    first, _, rest = text.partition(" ")
    if rest and fold(first) in words("reporters") and rest.split()[0] in codes:
        return True
    parts = [p for p in re.split(r"[/,&+|]| - | – | and | und | et | y ", text) if p.strip()]
    if len(parts) > 1:
        if len(parts) <= 4 and any(p.strip() in codes for p in parts) and len(text) <= 50:
            return True
    elif _starts_with_code(text):
        return True
    return False if any(p.fullmatch(text) for p in patterns("bracketed")) else None


def _starts_with_code(text: str) -> bool:
    """ "CNN Business", "dpa-AFX", "epdÖ": a code and its desk."""
    first, _, rest = text.partition(" ")
    if rest and first in agencies():
        return (
            len(text) <= 30 and len(rest.split()) <= 2 and (rest[0].isupper() or first.islower())
        )
    stem = re.match(r"[A-Za-z]{3,9}?(?=[-‑][A-Za-z]{2,12}$)|[a-z]{3,9}(?=[A-ZÄÖÜ]$)", text)
    return bool(stem and stem[0] in agencies())
