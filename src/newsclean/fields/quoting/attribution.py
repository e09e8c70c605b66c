"""The speaker of a quotation, from the sentence that holds it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.fields.quoting.event import Event
from newsclean.fields.quoting.language import NOUN, STRONG, THINK, WEAK, Lexicon
from newsclean.fields.quoting.mentions import (
    NAME,
    NOMINAL,
    PRONOUN,
    THING,
    Mention,
    main_subject,
    mention_ending,
    mention_starting,
)
from newsclean.fields.quoting.tokens import Sentence


class Candidate(NamedTuple):
    """An event as the attribution of one quotation."""

    event: Event
    rule: str
    score: float


def candidates(
    sentence: Sentence, at: int, found: Sequence[Event], lexicon: Lexicon
) -> list[Candidate]:
    """What may attribute the quotation at token ``at``."""
    judged = [_judge(sentence, at, event, i, found, lexicon) for i, event in enumerate(found)]
    judged += (
        _before_colon(sentence, at),
        _signature(sentence, at),
        _any_verb_behind(sentence, at, lexicon),
        _any_verb_in_front(sentence, at, lexicon),
        _first_behind(sentence, at, found),
    )
    return [candidate for candidate in judged if candidate is not None]


# Scores only order the candidates of one quotation: what stands beside it first, then by
# distance. Set on PolNeAR, where moving any by .05 changes speaker accuracy by .002 or less.
_KIND_SCORE = {NAME: 0.0, PRONOUN: 0.0, NOMINAL: -0.02, THING: -0.2}
_TIER_SCORE = (0.0, -0.05, -0.1, -0.1)  # strong, think, weak, noun


def _judge(
    sentence: Sentence,
    at: int,
    event: Event,
    index: int,
    found: Sequence[Event],
    lexicon: Lexicon,
) -> Candidate | None:
    tags = sentence.tags
    if event.start > at:
        return _judge_behind(sentence, at, event, lexicon.manner)
    if event.cue_end > at:
        return None
    said = event.end if event.tier == NOUN and event.behind else event.cue_end
    if event.tier == NOUN and (
        said > at
        or (tags[said] not in "t:Q" and at - said > 3)
        or (event.behind and tags[said] == "Q")
    ):
        return None
    score = _KIND_SCORE[event.speaker.kind]
    gap = tags[event.end : at]
    in_front = tags[max(event.cue_start - 2, 0) : event.cue_start].rstrip(",-")
    if event.behind and in_front.endswith("Q"):
        # It belongs to the quotation in front of it, and to this one if that goes on.
        score += 0.9 if not gap.strip(",.-:R") else 0.6 - 0.01 * len(gap)
        return Candidate(event, "between two quotes", score)
    if _is_subordinate(sentence, event, found[:index], lexicon):
        score -= 0.3
    if not gap.strip("tD:,RI-") and len(gap) < 4:
        score += 0.95 + _TIER_SCORE[event.tier] / 4
        return Candidate(event, "speaker and verb before the quote", score)
    nearer = sum(1 for e in found[index + 1 :] if e.cue_start < at)
    score += 0.85 + _TIER_SCORE[event.tier] - 0.004 * len(gap) - 0.03 * nearer
    return Candidate(event, "verb further in front", score - 0.05 * ("Q" in gap))


def _judge_behind(
    sentence: Sentence, at: int, event: Event, manner: frozenset[str]
) -> Candidate | None:
    tags = sentence.tags
    score = _KIND_SCORE[event.speaker.kind]
    between = tags[at + 1 : event.start]
    if not between.strip(",-RA"):
        return Candidate(event, "speaker and verb behind the quote", 1.0 + score)
    if "Q" in between:
        return None
    if event.tier == STRONG and not event.borrowed and _DESCRIPTION.fullmatch(between):
        return _of_description(tags, at, event)
    as_said = between[-1] == "S" and sentence.words[event.start - 1] in manner
    if as_said and not between.strip(",-RAS"):
        return Candidate(event, "attribution at the sentence's end", 0.7 + score)
    if between[-1] in ",-" and not event.borrowed:
        score += 0.8 + _TIER_SCORE[event.tier] * 2
        return Candidate(event, "attribution at the sentence's end", score)
    if event.tier == STRONG and event.behind:
        return Candidate(event, "according to, behind the quote", 0.75 + score)
    return None


# What of a subject the mention beside its verb can leave out: "Ida Holt and", "the head of".
_DESCRIPTION = re.compile(r"[,-]?[DdnNHTs#R]{1,9}(?:[CI][DdnNHTs#R]{0,8}){0,4}")


# "the head of the council in Eastford, Carl May, wrote"
_NAMED_LAST = re.compile(r",T{0,2}(N{2,5}),$")


def _of_description(tags: str, at: int, event: Event) -> Candidate | None:
    """``“…,” Ida Holt and Carl May of the council wrote``: the first of them."""
    first = mention_starting(tags, at + 1 + (tags[at + 1] in ",-"))
    named = _NAMED_LAST.search(tags, at, event.cue_start)
    if named is not None and (first is None or first.kind != NAME):
        first = Mention(named.start(1), named.end(1), NAME, at + 1)
    full = first is not None and first.kind == NAME and first.end - first.start > 1
    if first is None or first.kind == THING or (event.speaker.kind == NAME and not full):
        # "“…,” the head of the council Carl May wrote"
        first = event.speaker
    if first.kind == THING:
        return None
    return Candidate(
        event._replace(speaker=first), "speaker behind the quote, verb further on", 0.9
    )


def _is_subordinate(
    sentence: Sentence, event: Event, earlier: Sequence[Event], lexicon: Lexicon
) -> bool:
    """Whether an event is no more than part of what somebody said."""
    tags, speaker = sentence.tags, event.speaker
    hypothetical = event.cue_start > 0 and tags[event.cue_start - 1] == "A"
    neuter = speaker.kind == PRONOUN and lexicon.gender.get(sentence.words[speaker.start]) == "n"
    if (event.tier != STRONG or hypothetical or neuter) and _is_complement(tags, event, earlier):
        return True
    # "Ms. Doe said it was late because they thought …"
    clause = event.tier in (THINK, WEAK) and event.start > 0 and tags[event.start - 1] == "S"
    return clause and any(e.tier == STRONG and not e.behind for e in earlier)


def _is_complement(tags: str, event: Event, earlier: Sequence[Event]) -> bool:
    """``Ms. Doe said (that) she thinks …``: what she said holds the verb."""
    for outer in reversed(earlier):
        if outer.tier == STRONG and not outer.behind:
            if event.start > 1 and tags[event.start - 2 : event.start] == "Ct":
                return True  # "said … and that she thinks"
            first = event.speaker.outer
            if first < outer.cue_end:
                first = event.start
            between = tags[outer.cue_end : min(event.start, first)]
            return len(between) < 6 and not between.strip("tDHNnR,")
    return False


def _before_colon(sentence: Sentence, at: int) -> Candidate | None:
    """``Ms. Doe: “…”`` and ``Ms. Doe on taxes: “…”``."""
    tags = sentence.tags
    if at < 2 or tags[at - 1] not in ":":
        return None
    clause = max(tags.rfind(",", 0, at), tags.rfind("-", 0, at)) + 1
    subject = main_subject(tags, clause, at - 1) or main_subject(tags, 0, at - 1)
    if subject is None:
        return None
    event = Event(at - 1, at - 1, subject, STRONG)
    return Candidate(event, "name before a colon", 0.7)


def _signature(sentence: Sentence, at: int) -> Candidate | None:
    """``“…” ― Jane Doe``."""
    tags = sentence.tags
    if tags[at + 1 : at + 2] != "-":
        return None
    speaker = mention_starting(tags, at + 2)
    if speaker is None or speaker.kind != NAME or tags[speaker.end : speaker.end + 1] not in (
        "", ".", ",", "(",
    ):  # fmt: skip
        return None
    return Candidate(Event(at + 2, at + 2, speaker, STRONG), "signature behind the quote", 0.85)


def _any_verb_behind(sentence: Sentence, at: int, lexicon: Lexicon) -> Candidate | None:
    """``“…,” Ms. Doe xylophoned`` and ``“…,” xylophoned Ms. Doe``: any verb beside a
    quotation and a speaker."""
    tags = sentence.tags
    rule = "any verb behind the quote"
    begin = at + 1
    while tags[begin : begin + 1] in (",", "R"):
        begin += 1
    if lexicon.inversion and _may_be_verb(sentence, begin, lexicon):
        speaker = mention_starting(tags, begin + 1)
        if speaker is not None and speaker.kind == NAME:
            return Candidate(Event(begin, begin + 1, speaker, THINK, behind=True), rule, 0.78)
    for verb in range(begin + 1, min(begin + 9, len(tags))):
        if tags[verb - 1] not in "DdnNHTP#":
            return None
        if tags[verb - 1] in "NHP" and _may_be_verb(sentence, verb, lexicon):
            speaker = mention_ending(tags, verb - 1, begin)
            if speaker is None or speaker.kind == THING or speaker.outer > begin:
                return None
            return Candidate(Event(verb, verb + 1, speaker, THINK), rule, 0.78)
    return None


def _any_verb_in_front(sentence: Sentence, at: int, lexicon: Lexicon) -> Candidate | None:
    """``Ms. Doe shot back, “…”``."""
    tags = sentence.tags
    verb = at - 1
    if verb < 2 or tags[verb] not in ",:":
        return None
    verb -= 1
    while verb > 1 and tags[verb] == "R":
        verb -= 1
    if tags[verb - 1] not in "NP" or not _may_be_verb(sentence, verb, lexicon):
        return None
    speaker = mention_ending(tags, verb - 1, 0)
    if speaker is None or (speaker.outer and tags[speaker.outer - 1] == "S"):
        return None
    return Candidate(Event(verb, verb + 1, speaker, THINK), "any verb before the quote", 0.72)


def _may_be_verb(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    return sentence.tags[at : at + 1] in ("n", "v") and sentence.words[at].endswith(
        lexicon.verb_endings
    )


def _first_behind(sentence: Sentence, at: int, found: Sequence[Event]) -> Candidate | None:
    """``“…,” Ms. Doe, who was there when the mayor spoke, said``."""
    tags = sentence.tags
    speaker = mention_starting(tags, at + 1)
    if speaker is None or speaker.kind == THING or tags[speaker.end : speaker.end + 1] not in (
        ",", "(", "-", "W",
    ):  # fmt: skip
        return None
    for event in found:
        if event.cue_start > speaker.end and event.tier == STRONG and not event.behind:
            if "Q" in tags[at + 1 : event.cue_start]:
                return None
            rule = "speaker behind the quote, verb further on"
            return Candidate(event._replace(speaker=speaker), rule, 0.9)
    return None
