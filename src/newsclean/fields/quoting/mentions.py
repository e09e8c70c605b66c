"""The speakers that a verb can have: its subject, in front of it or behind it.

All functions work on a sentence's string of tags (:mod:`language` lists them).
"""

import re
from typing import NamedTuple

NAME, PRONOUN, NOMINAL, THING = "name", "pronoun", "nominal", "thing"


class Mention(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive) that refer to somebody."""

    start: int
    end: int
    kind: str
    """``NAME``, ``PRONOUN``, ``NOMINAL`` (a person or body) or ``THING``."""
    outer: int
    """Where the noun phrase starts: ``the German chancellor`` in front of the name."""
    relative: int = -1
    """The relative pronoun that stands for it beside the verb, or -1."""


# How far a subject may stand from its verb, in tokens; appositions of 25 words occur.
_REACH = 34
_BEHIND = re.compile(r"[Dd]{0,2}(?:[nNHT#s]|R(?=[nH])){1,10}|d(?=[.,:Q-]|$)")
# A full name and words that belong to the verb: "dijo Ida Holt satisfecha".
_NAME_AND_MORE = re.compile(r"([DdnHT#]{0,6}N{2,5})n{1,6}$")
_OF = re.compile(r"I([Dd]?[nNHT#s]{1,8})")
_PARTICIPLE_OF_HEAD = re.compile(r"[nH]GI$")
_SUBJECT = re.compile(r"P|[Dd]?[nHTN#]{0,8}N(?!H)|[Dd]?[nT#N]{0,3}H")


def subject_before(tags: str, verb: int) -> Mention | None:
    """The subject that stands in front of the verb at index ``verb``."""
    floor = max(verb - _REACH, 0)
    at = verb - 1
    while at >= floor and (tags[at] in "RAB" or tags[at : at + 2] in ("dR", "DR")):
        at -= 1  # "has repeatedly", "this week"
    if at < floor:
        return None
    tag = tags[at]
    if tag in ",)-":
        return _before_parenthesis(tags, at, floor)
    if tag in "Wt":
        return _antecedent(tags, at, floor)
    return mention_ending(tags, at, floor)


def _antecedent(tags: str, at: int, floor: int) -> Mention | None:
    """Whom the relative pronoun at index ``at`` stands for."""
    behind = at - 2 if tags[at - 1 : at] in (",", "-", ")") else at - 1
    if tags[at - 1 : at] == ")":
        behind = tags.rfind("(", floor, at) - 1
    found = mention_ending(tags, behind, floor, whole=False)
    if found is None and behind >= floor and tags[behind] == "n":
        found = Mention(_chunk_start(tags, behind, floor), behind + 1, THING, behind)
    if found is not None and tags[found.outer] == "D" and tags[found.outer - 1] == "I":
        # "Ida Holt, a member of the Senate, who said": whom the apposition stands beside.
        comma = tags.rfind(",", floor, found.outer)
        person = mention_ending(tags, comma - 1, floor) if comma > 0 else None
        if person is not None and person.kind == NAME and person.end - person.start > 1:
            found = person
    return found and found._replace(relative=at)


def mention_ending(tags: str, at: int, floor: int, whole: bool = True) -> Mention | None:
    """The mention whose last token is at index ``at``.

    Where not ``whole``, a name at the end counts for itself: "a friend of Ms. Doe".
    """
    if at < floor:
        return None
    tag = tags[at]
    if tag == "P":
        return Mention(at, at + 1, PRONOUN, at)
    if tag not in "NTnH#sd":
        return None
    start = _chunk_start(tags, at, floor)
    found = _named(tags, start, at + 1)
    bare = found.kind == THING and tags[start] not in "Dd" and "s" not in tags[start : at + 1]
    if bare and not (start - 2 >= floor and tags[start - 2 : start] in ("HI", "TI")):
        return None
    if not whole and found.kind == NAME:
        return found
    # "a spokesman for the mayor": the head stands in front of the preposition.
    outer = start
    # "the Speaker of the House Rep. Jane Doe"
    heads = "nHNT" if found.start > start and tags[found.start] == "T" else "nHN"
    while outer - 2 >= floor and tags[outer - 1] == "I" and tags[outer - 2] in heads:
        outer = _chunk_start(tags, outer - 2, floor)
    if outer - 2 >= floor and tags[outer - 2 : outer] == "dI" and found.kind != NAME:
        # "one of her aides"
        kind = NOMINAL if found.kind == NOMINAL else THING
        return Mention(outer - 2, at + 1, kind, outer - 2)
    if outer == start:
        if found.kind == NAME and _PARTICIPLE_OF_HEAD.search(tags, max(start - 4, floor), start):
            # "a source speaking to the Post said"
            chief = mention_ending(tags, start - 3, floor)
            if chief is not None and chief.kind == NOMINAL:
                return chief
        if tags[start - 1 : start] == "I" and start and found.kind != NAME:
            return None
        return found
    titled = found.kind == NAME and tags[found.start - 1 : found.start + 1] in ("HN", "TN", "NT")
    if titled and found.start > start:
        # "the Council on Trade director Jane Doe"
        return found._replace(outer=outer)
    head = tags.find("I", outer)
    person = _named(tags, outer, head)
    described = person.end - person.start > 1 or person.start > outer
    if person.kind == NAME and described and tags[person.start] != "D":
        return person  # "Ms. Doe of Ohio"
    return Mention(outer, at + 1, _noun_kind(tags, outer, at + 1), outer)


def _chunk_start(tags: str, at: int, floor: int) -> int:
    """The start of the noun phrase that ends at ``at``."""
    start = at
    if tags[start] == "d":
        return start
    while start - 1 >= floor and tags[start - 1] in "nNHT#s" and at - start < 9:
        start -= 1
    if start - 1 >= floor and tags[start - 1] in "Dd":
        start -= 1
    return start


def _named(tags: str, start: int, end: int) -> Mention:
    """The name at the end of a noun phrase, or the phrase itself."""
    first = end
    while first > start and tags[first - 1] == "N":
        first -= 1
    if first < end:
        if first > start and tags[first - 1] == "s":
            # "Ohio's Smith"; but "today's Times" is one phrase.
            return Mention(first, end, NAME, start)
        while first > start and tags[first - 1] == "T":
            first -= 1
        if first - 1 == start and tags[start] == "D":
            first = start
        return Mention(first, end, NAME, start)
    return Mention(start, end, _noun_kind(tags, start, end), start)


def _noun_kind(tags: str, start: int, end: int) -> str:
    head = end
    of = tags.find("I", start, end)
    if of > 0:
        head = of
    if tags[head - 1] in "HT" or (tags[start] == "d" and head - start == 1):
        return NOMINAL
    if tags[head - 1] == "N":
        return NAME
    return NOMINAL if "H" in tags[start:head] and tags[head - 1] != "n" else THING


def _before_parenthesis(tags: str, at: int, floor: int) -> Mention | None:
    """The subject in front of an apposition or a parenthesis that ends at ``at``."""
    sign = {")": "("}.get(tags[at], tags[at])
    opening = at
    for _ in range(4):
        opening = tags.rfind(sign, floor, opening)
        if opening < 1 or "Q" in tags[opening:at]:
            return None
        found = mention_ending(tags, opening - 1, floor)
        if found is not None and found.kind != THING and not _governed(tags, found.outer):
            return found
        if found is None and opening >= 1 and tags[opening - 1] == ")":
            return _before_parenthesis(tags, opening - 1, floor)
    return None


def _governed(tags: str, start: int) -> bool:
    """Whether a preposition stands in front: then it is no subject."""
    return start > 0 and tags[start - 1] in "Ix"


def mention_starting(tags: str, at: int) -> Mention | None:
    """The mention whose first token is at index ``at``: ``said Ms. Doe, the mayor``."""
    if tags[at : at + 1] == "P":
        return Mention(at, at + 1, PRONOUN, at)
    match = _BEHIND.match(tags, at)
    if match is None:
        return None
    run = _NAME_AND_MORE.match(tags, at, match.end())
    end = run.end(1) if run else match.end()
    found = _named(tags, at, end)
    if found.kind == NAME:
        return found
    of = _OF.match(tags, end)
    if of is not None and (tags[end - 1] in "nHT" or tags[at] in "Dd"):
        end = of.end()
        found = Mention(at, end, _noun_kind(tags, at, end), at)
    return found


def main_subject(tags: str, start: int, end: int) -> Mention | None:
    """The subject of the sentence: the first name, pronoun or person from ``start`` to
    ``end`` that no preposition governs.

    One in front of a comma counts where it opens the sentence; else it may belong to a
    place ("in Springfield, Ohio, she said") and gives way to a later one.
    """
    doubtful: Mention | None = None
    skipped = -1
    for match in _SUBJECT.finditer(tags, start, end):
        at, after = match.span()
        if (at and tags[at - 1] in "IxQ") or at == skipped:
            skipped = after
            continue
        if tags[after : after + 1] == "s":
            continue
        found = (
            Mention(at, after, PRONOUN, at) if match.group() == "P" else _named(tags, at, after)
        )
        if tags[after : after + 1] != "," or at - start < 2:
            return found
        doubtful = doubtful or found
    return doubtful
