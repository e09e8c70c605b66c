"""Attribution in scripts without capitals, by the order of speaker, verb and quotation.

A language lists its orders as short strings: ``S`` is the speaker, ``V`` a reporting verb,
``P`` the particle that ends the speaker, ``Q`` the quotation, ``B`` a phrase such as
"according to". ``SVQ`` and ``QVS``, ``SPQV``, ``QSPV`` … are tried in the given order.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from newsclean import vocab

# What ends a sentence, and what ends a clause.
_STOPS = ".!?;。！？；؟؛।॥\n"
_COMMAS = ",:，、：،—–"
_SENTENCE = re.compile(rf"[{_STOPS}](?=\s|[^\x00-\x7f]|$)")
_CLAUSE = re.compile(rf"[{_STOPS}{_COMMAS}]")
_FRAYED = " \t\n\xa0\u200e\u200f,:،，：、—–-（("
# How far from a quotation its attribution is looked for, in characters; set by eye.
WINDOW = 140
# The longest speaker, and the longest text between a verb and the quotation behind it.
_LONGEST_SPEAKER = 70
_LONGEST_GAP = 60
# How much may stand between a quotation and the verb that begins its attribution.
_LEAD = 14


class Frame(NamedTuple):
    """An attribution in a paragraph: offsets of the speaker and of the verb."""

    order: str
    speaker: tuple[int, int] | None
    """None where the verb has no subject: the speaker is the one before."""
    verb: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frames:
    """A language's words for its frames, as patterns."""

    orders: tuple[str, ...]
    verb: re.Pattern[str]
    particle: re.Pattern[str]
    topic: re.Pattern[str]
    """Particles that mark the topic: they come first."""
    phrase: re.Pattern[str]
    quoting: re.Pattern[str]
    """What has to stand behind a quotation whose verb follows."""
    words: Mapping[str, Any]


@cache
def frames(language: str | None) -> Frames | None:
    """The frames of a language, or None where it has none."""
    table = vocab.load(language).get("quotes") if language else None
    if not table or "orders" not in table:
        return None
    words = table.get("words", {})
    spaced = bool(table.get("spaced", True))
    forms = [form for entries in table["verbs"].values() for e in entries for form in _forms(e)]
    prefix = "|".join(words.get("verb_prefixes", ()))
    return Frames(
        orders=tuple(table["orders"]),
        verb=_pattern(forms, spaced, rf"(?:{prefix})?" if prefix else ""),
        particle=_pattern(words.get("particles", ()), False, "", closed=spaced),
        topic=_pattern(words.get("topic", ()), False, "", closed=spaced),
        phrase=_pattern(words.get("phrases", ()), False),
        quoting=re.compile(
            "|".join(sorted(map(re.escape, words.get("quoting", ())), reverse=True))
        ),
        words=table,
    )


def _forms(entry: str) -> list[str]:
    _, colon, listed = entry.partition(":")
    return [form.strip() for form in (listed if colon else entry).split(",")]


def _pattern(words: Any, spaced: bool, prefix: str = "", closed: bool = False) -> re.Pattern[str]:
    """Any of the words; between spaces or signs where words are spaced."""
    body = "|".join(sorted(map(re.escape, words), reverse=True)) or "(?!)"
    front = r"(?<=\S)" if closed else ""
    front = r"(?<![^\s\"«“„,،.:()\-–])" if spaced else front
    end = r"(?![^\s\"»”,،.:;।!?؟()\-–])" if spaced or closed else ""
    return re.compile(f"{front}{prefix}(?:{body}){end}")


def find_frame(
    text: str, start: int, end: int, floor: int, ceiling: int, f: Frames
) -> Frame | None:
    """The frame of the quotation from ``start`` to ``end`` (marks and all), which may reach
    from ``floor`` to ``ceiling``."""
    floor, ceiling = max(floor, start - WINDOW), min(ceiling, end + WINDOW)
    for stop in _SENTENCE.finditer(text, floor, max(start - 1, floor)):
        floor = stop.end()
    without: Frame | None = None
    orders = f.orders
    if text[floor:start].rstrip()[-1:] in (":", "："):
        # What a colon introduces is attributed in front of it.
        orders = tuple(sorted(orders, key=lambda order: not order.endswith("Q")))
    for order in orders:
        found = _ORDERS[order](text, floor, start, end, ceiling, f)
        if found is not None and found.speaker is not None:
            return found
        without = without or found
    return without


def _sentence_end(text: str, start: int, ceiling: int) -> int:
    lead = start
    while lead < ceiling and text[lead] in _FRAYED + "。":
        lead += 1
    stop = _SENTENCE.search(text, lead, ceiling)
    return stop.start() if stop else ceiling


def _clause_start(text: str, floor: int, end: int) -> int:
    at = floor
    for sign in _CLAUSE.finditer(text, floor, end):
        if sign.end() < end and text[sign.end() : end].strip(_FRAYED):
            at = sign.end()
    return at


def _introduces(text: str, at: int) -> bool:
    """Whether a colon follows: the verb then belongs to the next quotation."""
    return text[at : at + 2].lstrip()[:1] in (":", "：") and bool(text[at : at + 2].strip())


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _FRAYED + "。.":
        start += 1
    while end > start and text[end - 1] in _FRAYED:
        end -= 1
    return (start, end) if 0 < end - start <= _LONGEST_SPEAKER else None


def _svq(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    for verb in reversed(list(f.verb.finditer(text, floor, start))):
        if start - verb.end() > _LONGEST_GAP:
            return None
        begin = _clause_start(text, floor, verb.start())
        doubled = list(f.verb.finditer(text, begin, verb.start()))
        first = doubled[-1] if doubled and doubled[-1].end() == verb.start() else verb
        speaker = _trim(text, begin, first.start())
        if speaker is not None:
            return Frame("SVQ", speaker, (first.start(), verb.end()))
    return None


def _vsq(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    verbs = list(f.verb.finditer(text, floor, start))
    if not verbs:
        return None
    verb = verbs[-1]
    return Frame("VSQ", _trim(text, verb.end(), start), verb.span())


def _qvs(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    stop = _sentence_end(text, end, ceiling)
    verb = f.verb.search(text, end, stop)
    if verb is None or len(text[end : verb.start()].strip(_FRAYED)) > _LEAD:
        return None
    if _introduces(text, verb.end()):
        return None
    comma = _CLAUSE.search(text, verb.end(), stop)
    return Frame("QVS", _trim(text, verb.end(), comma.start() if comma else stop), verb.span())


def _qsv(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    stop = _sentence_end(text, end, ceiling)
    verb = f.verb.search(text, end, stop)
    if verb is None:
        return None
    speaker = _trim(text, end, verb.start())
    lead = text[end : verb.start()].lstrip(_FRAYED + "。.")
    if speaker is None or _CLAUSE.search(lead) or _introduces(text, verb.end()):
        return None
    return Frame("QSV", speaker, verb.span())


def _spqv(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    verb = _quoting_verb(text, end, ceiling, f)
    particle = f.topic.search(text, floor, start) or f.particle.search(text, floor, start)
    if verb is None or particle is None:
        return None
    speaker = _trim(text, floor, particle.start())
    return Frame("SPQV", speaker, verb.span()) if speaker else None


def _qspv(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    stop = _sentence_end(text, end, ceiling)
    lead = f.quoting.match(text, end)
    begin = lead.end() if lead else end
    particle = f.particle.search(text, begin, stop)
    verb = f.verb.search(text, particle.end(), stop) if particle else None
    inside = lead and particle and ceiling < len(text)
    if verb is None and inside and particle and _blank(text, particle, ceiling):
        verb = lead  # another quotation follows, and the verb behind that
    if particle is None or verb is None:
        return None
    speaker = _trim(text, begin, particle.start())
    if speaker is None or f.verb.search(text, *speaker):
        return None
    return Frame("QSPV", speaker, verb.span())


def _blank(text: str, behind: re.Match[str], end: int) -> bool:
    return not text[behind.end() : end].strip(_FRAYED)


def _spvq(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    particle = f.particle.search(text, floor, start)
    verb = f.verb.search(text, particle.end(), start) if particle else None
    if particle is None or verb is None:
        return None
    speaker = _trim(text, _clause_start(text, floor, particle.start()), particle.start())
    return Frame("SPVQ", speaker, verb.span()) if speaker else None


def _qv(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    verb = _quoting_verb(text, end, ceiling, f)
    return Frame("QV", None, verb.span()) if verb else None


def _vq(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    verb = f.verb.search(text, floor, start)
    return Frame("VQ", None, verb.span()) if verb else None


def _quoting_verb(text: str, end: int, ceiling: int, f: Frames) -> re.Match[str] | None:
    lead = f.quoting.match(text, end)
    if lead is None:
        return None
    if ceiling < len(text) and not text[lead.end() : ceiling].strip():
        return lead  # another quotation follows, and the verb behind that
    return f.verb.search(text, lead.end(), _sentence_end(text, lead.end(), ceiling))


def _bsq(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    phrase = f.phrase.search(text, floor, start)
    if phrase is None:
        return None
    comma = _CLAUSE.search(text, phrase.end(), start)
    speaker = _trim(text, phrase.end(), comma.start() if comma else start)
    return Frame("BSQ", speaker, phrase.span()) if speaker else None


def _qbs(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    stop = _sentence_end(text, end, ceiling)
    phrase = f.phrase.search(text, end, stop)
    if phrase is None or len(text[end : phrase.start()].strip(_FRAYED)) > _LEAD:
        return None
    comma = _CLAUSE.search(text, phrase.end(), stop)
    speaker = _trim(text, phrase.end(), comma.start() if comma else stop)
    return Frame("QBS", speaker, phrase.span()) if speaker else None


def _sbq(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    phrase = f.phrase.search(text, floor, start)
    if phrase is None:
        return None
    speaker = _trim(text, _clause_start(text, floor, phrase.start()), phrase.start())
    return Frame("SBQ", speaker, phrase.span()) if speaker else None


def _colon(text: str, floor: int, start: int, end: int, ceiling: int, f: Frames) -> Frame | None:
    """``王明：“…”``: only a short name by itself."""
    if f.verb.search(text, floor, start):
        return None
    head = text[floor:start].rstrip()
    if head[-1:] not in (":", "："):
        return None
    speaker = _trim(text, floor, floor + len(head) - 1)
    if speaker is None or speaker[1] - speaker[0] > 24 or _CLAUSE.search(text, *speaker):
        return None
    return Frame("S:Q", speaker, (speaker[1], speaker[1]))


_ORDERS: dict[str, Callable[[str, int, int, int, int, Frames], Frame | None]] = {
    "SVQ": _svq,
    "VSQ": _vsq,
    "QVS": _qvs,
    "QSV": _qsv,
    "SPQV": _spqv,
    "QSPV": _qspv,
    "SPVQ": _spvq,
    "QV": _qv,
    "VQ": _vq,
    "BSQ": _bsq,
    "QBS": _qbs,
    "SBQ": _sbq,
    "S:Q": _colon,
}
