"""What a name is wrapped in where a byline is not all that a text is: "About Ann Lee",
"Autor:in Anna Brandt", a piece of JSON, an account."""

import re
from functools import cache

from newsclean.fields.byline_parts import UNSURE_ROLES
from newsclean.label.people import eastern_roles, role_words
from newsclean.vocab import load

# The structured data of some pages is a string that holds structured data.
_JSON_NAME = re.compile(r"[\"']name[\"']\s{0,3}:\s{0,3}[\"']([^\"']{2,80})[\"']")
# "Autor:in", "Redakteur*innen": German writes both genders with a mark.
_BOTH_GENDERS = re.compile(r"(?<=[a-zäöü]{3})[:*_](?=in(?:nen)?\b)")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
# A name behind "about" is short.
_LONGEST_NAME = 40
_WORDS = 4
# "Associate Editor", "Senior Tech Writer".
_ROLE_WORDS = 3


def bare_names(text: str) -> str:
    """``text`` without what wraps the names in it; empty where no name is left."""
    if "name" in text and ":" in text:
        names = _JSON_NAME.findall(text)
        if names:
            return ", ".join(names)
    text = _BOTH_GENDERS.sub("", text)
    about, behind = _headings()
    text = behind.sub("", text)
    opened = about.match(text)
    if opened is None:
        return text
    rest = text[opened.end() :].strip(" :")
    capitals = not any(word[0].islower() for word in rest.split())
    short = len(rest) <= _LONGEST_NAME and len(rest.split()) <= _WORDS
    return rest if rest and capitals and short else text


@cache
def _headings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load("_organisations")["headings"]
    about, behind = (
        "|".join(
            re.escape(word).replace("'", "['’]") for word in sorted(table[name], key=len)[::-1]
        )
        for name in ("about", "behind")
    )
    return (
        re.compile(rf"(?:{about})(?:\s{{1,3}}|:\s{{0,3}}|(?<=[关關][于於]))", re.IGNORECASE),
        re.compile(rf"\s{{0,3}}(?:{behind})$", re.IGNORECASE),
    )


@cache
def _eastern_before() -> re.Pattern[str]:
    roles = "|".join(sorted(eastern_roles(), key=len, reverse=True))
    return re.compile(
        rf"^(?:本[报報])?(?:{roles})[:： ]?(?=[\u3400-\u9fff]{{2,4}}$|[\uac00-\ud7af]{{2,4}}$)"
    )


def without_wrapping(part: str) -> str:
    """One name without half a bracket, and without the job or the paper that East Asia puts
    before it."""
    if part.count("(") != part.count(")"):
        part = part.strip("() ")
    if "=" in part and _HANGUL.search(part):  # Korean puts the paper before the name
        part = part.rpartition("=")[2]
    return _eastern_before().sub("", part)


def is_mere_role(part: str) -> bool:
    """Is ``part`` a job and nothing else: "Senior Writer", "Associate Editor"?"""
    words = part.casefold().split()
    return (
        0 < len(words) <= _ROLE_WORDS
        and words[-1] in role_words()
        and words[-1] not in UNSURE_ROLES
        and not any(word.endswith((".", ",")) for word in words)
    )


def is_account(name: str) -> bool:
    """Does ``name`` look like an account that nobody goes by in print: "q_admin", "alee7"?

    Latin letters alone tell: other scripts have no capitals.
    """
    return (
        " " not in name
        and name.isascii()
        and name == name.lower()
        and bool(re.search(r"[a-z]", name))
    )
