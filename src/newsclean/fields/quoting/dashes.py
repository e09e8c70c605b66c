"""Speech that a dash at the head of a paragraph shows: ``– Vi går, sa Ida Holt.``"""

import re

from newsclean.fields.quoting.language import Lexicon
from newsclean.fields.quoting.marks import Stretch

_OPENING = re.compile(r"\s*[–—―-]\s?(?=[\w¿¡«„“\"…])")
# Where an attribution can begin: behind a comma or the sentence's end, or behind a dash.
_TURN = re.compile(r"(?P<sign>[,.!?…]{0,3})\s{0,2}(?P<dash>[–—―]\s?|\s-\s)|(?P<end>[,!?…])\s")
_COMMA = re.compile(r"[,.]\s")
_BACK = re.compile(r"[,.]?\s?[–—―][.,]?\s?")
_ATTRIBUTION = re.compile(r"[ARP]{0,2}V(?:[ARtI]{0,3}[PNHTDdn]|$)")
_INCISE = re.compile(r"[ARP]{0,2}V[AR]{0,2}[PNHTDd]")
# How many tokens show whether an attribution begins, and how far it may run.
_TOKENS = 8
_WINDOW = 90
_LONGEST = 300


def dash_stretches(text: str, lexicon: Lexicon) -> list[Stretch]:
    """The speech of a paragraph that begins with a dash; none where no attribution or habit
    of the language shows that it is speech."""
    opening = _OPENING.match(text)
    if opening is None:
        return []
    found: list[Stretch] = []
    outer, start = opening.start(), opening.end()
    while start < len(text):
        turn = _attribution(text, start, lexicon)
        if turn is None:
            break
        found.append(Stretch(start, turn.start(), outer, turn.start()))
        back = _BACK.search(text, turn.end(), turn.end() + _LONGEST)
        if turn.group("dash") is None or back is None:
            return found
        outer, start = back.span()
    if start < len(text) and (found or lexicon.dash == "always"):
        found.append(Stretch(start, len(text), outer, len(text)))
    return found


def interrupted(text: str, stretch: Stretch, lexicon: Lexicon) -> list[Stretch]:
    """A quotation in marks that holds its own attribution, in parts:
    ``« Nous ouvrons, explique Odile Ferrand, mais pas demain. »``."""
    parts: list[Stretch] = []
    rest = stretch
    for turn in _TURN.finditer(text, stretch.start, stretch.end):
        comma = turn.group("dash") is None
        if turn.start() <= rest.start or (comma and lexicon.incise != "comma"):
            continue
        if not _INCISE.match(_tags(text[turn.end() : turn.end() + _WINDOW], lexicon)):
            continue
        back = (_COMMA if comma else _BACK).search(text, turn.end(), stretch.end)
        if back is None or back.end() >= stretch.end or back.end() - turn.end() > _WINDOW:
            continue
        parts.append(rest._replace(end=turn.start(), outer_end=turn.start(), open_ended=False))
        rest = rest._replace(start=back.end(), outer_start=back.start(), resumed=False)
    return [*parts, rest]


def _attribution(text: str, start: int, lexicon: Lexicon) -> re.Match[str] | None:
    for turn in _TURN.finditer(text, start):
        if turn.end() >= len(text) or turn.start() <= start:
            continue
        ahead = text[turn.end() : turn.end() + _WINDOW]
        if not (ahead[:1].islower() or (turn.group("dash") and ahead[:1].isupper())):
            continue
        if _ATTRIBUTION.match(_tags(ahead, lexicon)):
            return turn
    return None


def _tags(ahead: str, lexicon: Lexicon) -> str:
    tags = ""
    for token in lexicon.token.finditer(ahead):
        word = token.group()
        if word[0] in ".!?…" or len(tags) == _TOKENS:
            break
        tag = lexicon.tags.get(word.lower())
        tags += tag or ("N" if word[0].isupper() else "n" if word[0].isalpha() else ",")
    return tags
