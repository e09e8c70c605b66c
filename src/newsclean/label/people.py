"""What can be a person, an organisation, a job."""

import re
from functools import cache, lru_cache

from newsclean.vocab import load

# Names are short; the longest in print ("Maria da Conceição de Almeida Ferreira Neves")
# stay below this.
_NAME_LENGTH = 60
_NAME_WORDS = 7

_UNCASED = re.compile(
    r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]"
)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Endings of verbs and words of buttons.
_EASTERN_WORDS = re.compile(
    r"(?:する|した|ます|です|から|まで|こと|もの|ください|登録|登錄|印刷|共有|分享|하기|하세요|보기)$"
)
_NO_NAME = re.compile(r"[\d@#=<>{}_?!\"“”„»«:]|https?|www\.|\.(?:com|org|net|de|fr|html?)\b", re.I)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("_head")["people"][name])


def eastern_roles() -> frozenset[str]:
    """What follows a reporter's name in East Asia."""
    return _listed("eastern_roles")


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(load("_organisations")["words"]["any"])


@cache
def role_words() -> frozenset[str]:
    """Words of job titles, in lower case."""
    return frozenset(load("_organisations")["roles"]["words"])


@cache
def words_before_roles() -> frozenset[str]:
    """Desks and ranks that stand before a job, in lower case."""
    return frozenset(load("_organisations")["roles"]["before"])


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
            # Four characters a part; foreign names in katakana run longer.
            return len(text) <= 12 and not _EASTERN_WORDS.search(text)
        return 2 <= len(words) <= 5
    if not 2 <= len(words) <= _NAME_WORDS:
        return False
    capitals = 0
    for word in words:
        if word[0].isupper() or (len(word) > 2 and word[1] in "’'" and word[2].isupper()):
            capitals += 1
        elif word.casefold() not in _listed("particles") and not word.startswith(
            ("(", "al-", "el-", "d’", "d'")
        ):
            return False
    return capitals >= 2 and words[0].casefold() not in _listed("never_first")


@cache
def _places() -> frozenset[str]:
    return frozenset(_words_of(load("_places")))


def _words_of(value: object) -> set[str]:
    """All strings and keys of a vocabulary file, in lower case."""
    if isinstance(value, str):
        return {value.casefold()}
    found: set[str] = set()
    if isinstance(value, dict):
        for name, inner in value.items():
            found |= {str(name).casefold()} | _words_of(inner)
    elif isinstance(value, list):
        for inner in value:
            found |= _words_of(inner)
    return found


def is_place(text: str) -> bool:
    """Is ``text`` a place that every reader knows, and so no name of a person?"""
    return text.casefold() in _places()


def is_role(text: str) -> bool:
    """Does ``text`` name a job or a desk?"""
    words = re.split(r"[\s\-/]+", text.casefold().strip(" ."))
    return bool(words) and any(word in role_words() for word in words)
