"""Bylines and names: what credits an author, and what can be a name.

Used both to find the byline among the blocks and to split it into authors.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from newsclean.vocab import load, table

# Names are short; the longest in print ("Maria da Conceição de Almeida Ferreira Neves")
# stay below this.
_NAME_LENGTH = 60
_NAME_WORDS = 7

# Lower-case words inside names.
_PARTICLES = frozenset(
    ["de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "van", "von", "zu", "zur", "zum", "af", "av", "al", "el", "bin", "ibn", "ben", "ould", "la", "le", "los", "las", "y", "e", "i", "ten", "ter", "te", "’t", "'t", "op", "in", "het", "abu", "bint", "mc", "mac", "st", "dell’", "d’", "vom", "und"]
)
# Words that open the name of a paper or a phrase, never that of a person.
_NO_FIRST = frozenset("the by der die das les il lo o a our this in on at from für von par".split())
_UNCASED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_NAME = re.compile(r"[\d@#=<>{}_?!\"“”„»«:]|https?|www\.|\.(?:com|org|net|de|fr|html?)\b", re.I)


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(load("_organisations")["words"]["any"])


@cache
def role_words() -> frozenset[str]:
    """Words of job titles, in lower case."""
    return frozenset(load("_organisations")["roles"]["words"])


@cache
def credentials() -> frozenset[str]:
    """Degrees and generations that follow a name behind a comma, in lower case."""
    return frozenset(load("_organisations")["roles"]["credentials"])


@cache
def logins() -> frozenset[str]:
    """Accounts that name nobody, in lower case."""
    return frozenset(load("_organisations")["logins"]["names"])


@cache
def _agencies() -> frozenset[str]:
    """Agencies by code and by name, as written; names of many words also in lower case."""
    found: set[str] = set()
    for code, name in load("_agencies").get("agencies", {}).items():
        found.update((code, name, name.casefold()))
        if len(code) > 5:
            found.add(code.casefold())
    return frozenset(found)


def is_agency(text: str) -> bool:
    """Is ``text`` a news agency, as code or by name?"""
    return text in _agencies() or (len(text) > 5 and text.casefold() in _agencies())


@lru_cache(maxsize=4096)
def is_organisation(text: str) -> bool:
    """Does ``text`` name an organisation rather than a person?"""
    if is_agency(text) or re.fullmatch(r"[A-Z]{2,5}", text):
        return True
    words = [w for w in re.split(r"[\s\-/.,’'&]+", text.casefold()) if w]
    known = _organisation_words()
    if any(word in known for word in words):
        return True
    if re.search(r"\.(?:com|org|net|de|fr|es|it|is|no|se|dk|uk|tv|info|co|ru)\b", text, re.I):
        return True
    return bool(_EAST_ASIAN.search(text)) and any(
        len(word) > 1 and word in text for word in known if _EAST_ASIAN.match(word)
    )


@lru_cache(maxsize=4096)
def is_person(text: str) -> bool:
    """Can ``text`` be the name of a person: two to seven words with capitals?"""
    if not 2 <= len(text) <= _NAME_LENGTH or _NO_NAME.search(text):
        return False
    if is_organisation(text):
        return False
    words = text.split()
    if _UNCASED.search(text):
        if _EAST_ASIAN.search(text):
            return len(text) <= 12
        return 2 <= len(words) <= 5
    if not 2 <= len(words) <= _NAME_WORDS:
        return False
    capitals = 0
    for word in words:
        if word[0].isupper() or (len(word) > 2 and word[1] in "’'" and word[2].isupper()):
            capitals += 1
        elif word.casefold() not in _PARTICLES and not word.startswith(("(", "al-", "el-", "d’", "d'")):
            return False
    return capitals >= 2 and words[0].casefold() not in _NO_FIRST


@cache
def _places() -> frozenset[str]:
    found: set[str] = set()
    for value in load("_places").values():
        names = value if isinstance(value, list) else [k for k in value] if isinstance(value, dict) else []
        for name in names:
            found.add(str(name).casefold())
            inner = value[name] if isinstance(value, dict) else None
            if isinstance(inner, list):
                found.update(str(x).casefold() for x in inner)
    return frozenset(found)


def is_place(text: str) -> bool:
    """Is ``text`` a place that every reader knows, and so no name of a person?"""
    return text.casefold() in _places()


class Credit(NamedTuple):
    """A byline in a text."""

    names: str
    """The names as written, without the word before them."""
    span: tuple[int, int]
    """Where the byline stands, the word before the names included."""


@cache
def _before(language: str | None) -> re.Pattern[str]:
    """The words that stand before names, in ``language`` and in English."""
    before: set[str] = set()
    labels: set[str] = set()
    for code in {language or "en", "en"}:
        words = load(code).get("byline", {})
        before.update(words.get("before", ()))
        labels.update(words.get("labels", ()))
    plain = "|".join(re.escape(w) for w in sorted(before, key=len, reverse=True))
    marked = "|".join(re.escape(w) for w in sorted(before | labels, key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?:{marked})\s{{0,2}}[:：]\s{{0,2}}|(?P<plain>{plain})\s{{1,3}})", re.IGNORECASE
    )


_END = re.compile(
    r"\s{0,3}(?:[|•·⋅●∙\n–—>]|\s-\s|\bon\s\d|\d|\b(?:published|updated|posted|last|am|on|vom|le|el|il)\b"
    r"|[@(<]|(?<=\w{4})\.\s|(?<=\w{4})\.$|\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d)",
    re.IGNORECASE,
)


def strip_before(text: str, language: str | None) -> str:
    """``text`` without the words before the names, however many of them stand there."""
    pattern = _before(language)
    for _ in range(3):
        match = pattern.match(text)
        if match is None or match.end() == len(text):
            break
        text = text[match.end() :].lstrip(" :：")
    return text


def find_credit(text: str, language: str | None) -> Credit | None:
    """A byline such as ``By Ann Lee and Bo Ek`` in a short text; None where there is none.

    In the middle of a text it must follow a separator or a date, and the words before the
    names must be followed by something that can be a name.
    """
    for match in _before(language).finditer(text):
        start = match.start()
        rest = text[match.end() :]
        end = _END.search(rest)
        names = (rest[: end.start()] if end else rest).rstrip(" ,;")
        if not names or not _names_only(names, language):
            continue
        return Credit(names, (start, match.end() + len(names)))
    return None


def _names_only(text: str, language: str | None) -> bool:
    """Is every part of ``text`` a name, a role or an organisation, the first a name?"""
    parts = split_parts(text, language)
    if not parts or len(parts) > 12:
        return False
    first = parts[0]
    if not (is_person(first) or (is_organisation(first) and len(first) <= 40 and first[:1].isupper())):
        return False
    return all(
        is_person(part) or is_organisation(part) or is_role(part) or part.casefold() in credentials()
        for part in parts[1:]
    )


@cache
def _and(language: str | None) -> re.Pattern[str]:
    words = {"and"} | set(table(language, "byline", "and") or ())
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word != "ו")
    return re.compile(rf"\s{{0,3}}[,;]?\s{{1,3}}(?:{plain}|&)\s{{1,3}}", re.IGNORECASE)


_BREAKS = re.compile(r"\s{0,3}(?:[,;/|•·⋅●∙、，\n]|\s[–—-]\s)\s{0,3}")


def split_parts(text: str, language: str | None) -> list[str]:
    """``text`` at commas, semicolons, slashes and "and" words, empty parts left out."""
    parts: list[str] = []
    for piece in _BREAKS.split(text):
        parts += _and(language).split(piece)
    return [part.strip(" .:") if not _ends_short(part) else part.strip(" :") for part in parts if part.strip(" .:")]


def _ends_short(part: str) -> bool:
    """``Martin Luther King Jr.`` keeps its full stop."""
    return re.search(r"\b(?:[A-Z]|Jr|Sr|M\.D|Ph\.D)\.$", part.strip()) is not None


def is_role(text: str) -> bool:
    """Does ``text`` name a job or a desk?"""
    words = re.split(r"[\s\-/]+", text.casefold().strip(" ."))
    return bool(words) and any(word in role_words() for word in words)
