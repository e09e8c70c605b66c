"""Kinds of quotations: whole sentences, words inside a sentence, no speech at all."""

import re

from newsclean.fields.quoting.marks import Stretch

_WORD = re.compile(r"\w+")
_ENDS = frozenset(".?!…。？！؟।")
_TITLES = frozenset("《〈")
_INTRODUCED = re.compile(r"[:：,，、][\s\u200e\u200f]*$")
# Scripts without spaces: how many letters a stretch needs to be more than a term.
_TERM = 7
# From how many letters on a stretch is a sentence, whatever stands around it; set by eye.
_LONG, _LONG_CASELESS = 60, 16
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def is_speech(text: str, stretch: Stretch) -> bool:
    """Whether a quotation can be somebody's words without a verb beside it.

    One or two words without a full stop are a name or a distance ("scare quotes"), a few
    words, most of them capitalised, the title of a work.
    """
    if stretch.open_ended or text[stretch.end - 1] in _ENDS:
        return True
    if text[stretch.outer_start] in _TITLES:
        return False
    if _UNSPACED.match(text, stretch.start):
        return stretch.end - stretch.start > _TERM
    if _is_sentence(text, stretch):
        return True
    words = _WORD.findall(text, stretch.start, min(stretch.end, stretch.start + 80))
    if len(words) < 3:
        return False
    capitals = sum(word[0].isupper() for word in words)
    titled = words[0][0].isupper() and words[-1][0].isupper() and 2 * capitals > len(words)
    return not titled or len(words) > 7


def _is_sentence(text: str, stretch: Stretch) -> bool:
    """Whether the marks hold a sentence but for its full stop: ``… dijo. «Mucho».``"""
    in_front = text[max(stretch.outer_start - 3, 0) : stretch.outer_start].rstrip()[-1:]
    return text[stretch.outer_end : stretch.outer_end + 1] in _ENDS and in_front in _ENDS


def kind_of(text: str, stretch: Stretch, credited: bool, goes_on: bool) -> str:
    """``direct``, ``partial`` or ``scare``."""
    if text[stretch.outer_start] in _TITLES or not (credited or is_speech(text, stretch)):
        return "scare"
    if goes_on or stretch.resumed or stretch.open_ended:
        return "direct"
    first = text[stretch.start]
    ended = text[stretch.end - 1] in _ENDS
    if _UNSPACED.match(text, stretch.start):
        return "direct" if ended or stretch.end - stretch.start > _TERM else "partial"
    if first.islower():
        return "partial"
    # The comma that belongs to the attribution stands inside the marks or behind them.
    followed = text[stretch.end : stretch.outer_end + 2]
    introduced = _INTRODUCED.search(text, max(stretch.outer_start - 4, 0), stretch.outer_start)
    whole = ended or "," in followed or introduced is not None or _alone(text, stretch)
    least = _LONG if first.isupper() else _LONG_CASELESS
    return "direct" if whole or stretch.end - stretch.start > least else "partial"


def _alone(text: str, stretch: Stretch) -> bool:
    """Whether no sentence goes on into the quotation: one has ended, or none stands before."""
    before = stretch.outer_start
    while before and text[before - 1].isspace():
        before -= 1
    return not before or text[before - 1] in _ENDS
