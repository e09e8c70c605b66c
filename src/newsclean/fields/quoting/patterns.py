"""Regular expressions made of a language's words."""

import re
from collections.abc import Iterable, Mapping


def human_pattern(nouns: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Nouns for a person or body, by their beginnings and endings."""
    stems = "|".join(map(re.escape, nouns.get("human_stems", ()))) or "(?!)"
    endings = "|".join(map(re.escape, nouns.get("human_endings", ()))) or "(?!)"
    return re.compile(rf"(?:{stems})\w{{0,6}}$|\w*(?:{endings})$")


def courtesy_pattern(titles: Iterable[str]) -> re.Pattern[str]:
    """A title that tells the gender, and the name behind it."""
    alternatives = (
        "|".join(sorted({re.escape(t).capitalize() for t in titles}, reverse=True)) or "(?!)"
    )
    return re.compile(
        rf"({alternatives})[ \u00a0]([^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w-]+){{0,2}})"
    )


def token_pattern(words: Mapping[str, list[str]], known: Iterable[str]) -> re.Pattern[str]:
    """Tokens: a masked quotation, abbreviations, known terms of several words, words
    without clitics, signs."""
    clitic = _alternatives(words.get("clitics", ()))
    joined = _alternatives(words.get("enclitics", ()))
    elided = _alternatives(words.get("proclitics", ()))
    phrases = _alternatives({word for word in known if " " in word})
    return re.compile(
        r"\ue000{0,}\ue001"
        r"|(?:[A-Z]\.){2,6}"
        rf"|[’'](?:{clitic})(?!\w)"
        rf"|(?<![\w’'])(?i:{phrases})(?!\w)"
        rf"|(?<=\w)-(?:{joined})(?!\w)"
        rf"|(?i:{elided})[’'](?=\w)"
        rf"|[^\W\d_]+(?:-(?!(?:{joined})(?!\w))\w+){{0,6}}"
        rf"(?:[’'](?!(?:{clitic})(?!\w))[^\W\d_]+)?"
        r"|\d+(?:[.,:]\d+){0,6}\w{0,4}(?:-[^\W\d]\w{0,20}){0,3}"
        r"|…|\.{3}|--|[^\w\s]"
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), reverse=True)) or "(?!)"
