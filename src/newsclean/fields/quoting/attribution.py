"""The speaker of a quotation, from the sentence that holds it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.fields.quoting.language import NOUN, STRONG, THINK, Lexicon
from newsclean.fields.quoting.mentions import (
    NAME,
    NOMINAL,
    PRONOUN,
    THING,
    Mention,
    main_subject,
    mention_ending,
    mention_starting,
    subject_before,
)
from newsclean.fields.quoting.tokens import Sentence


class Event(NamedTuple):
    """A reporting verb or phrase and the one who speaks."""

    cue_start: int
    cue_end: int
    speaker: Mention
    tier: int
    behind: bool = False
    """The speaker stands behind the cue."""
    borrowed: bool = False
    """The speaker is the subject of the sentence and not of the verb itself."""

    @property
    def start(self) -> int:
        return self.cue_start if self.borrowed else min(self.cue_start, self.speaker.outer)

    @property
    def end(self) -> int:
        return self.cue_end if self.borrowed else max(self.cue_end, self.speaker.end)


class Candidate(NamedTuple):
    """An event as the attribution of one quotation."""

    event: Event
    rule: str
    score: float


def events(sentence: Sentence, lexicon: Lexicon) -> list[Event]:
    """The sentence's reporting events, in the order of their verbs."""
    tags = sentence.tags
    found: list[Event] = []
    for at, tag in enumerate(tags):
        if tag == "V":
            event = _of_verb(sentence, at, lexicon, found)
        elif tag == "G":
            event = _of_participle(sentence, at, lexicon, found)
        else:
            continue
        if event is not None:
            found.append(event)
    found += _of_phrases(sentence, lexicon)
    found += _of_nouns(sentence, lexicon)
    return found


def _of_verb(
    sentence: Sentence, at: int, lexicon: Lexicon, earlier: Sequence[Event]
) -> Event | None:
    tags = sentence.tags
    verb = lexicon.verbs[sentence.words[at]]
    if verb.often_noun and not _beside_quote(tags, at):
        return None
    before = tags[at - 1] if at else ""
    if before == "B" or (before == "R" and tags[max(at - 2, 0) : at - 1] == "B"):
        return _passive(sentence, at, lexicon, verb.tier)
    if before in "Qx" or before == "" or tags[max(at - 2, 0) : at] in ("Q,", "Q-"):
        if before == "x":
            return _borrowed(sentence, at, earlier, verb.tier)
        if lexicon.inversion and verb.inverts:
            speaker = mention_starting(tags, at + 1)
            if speaker is not None and (before or tags.startswith("Q")):
                return Event(at, at + 1, speaker, verb.tier, behind=True)
        return _borrowed(sentence, at, earlier, verb.tier) if before else None
    if before in ",-" and lexicon.inversion and verb.inverts and verb.tier == STRONG:
        speaker = mention_starting(tags, at + 1)
        if speaker is not None and speaker.kind != THING:
            if tags[speaker.end : speaker.end + 1] in ("", ".", ",", "R", "I", "-", "("):
                return Event(at, at + 1, speaker, verb.tier, behind=True)
    speaker = subject_before(tags, at)
    if speaker is None and before in "C,":
        return _borrowed(sentence, at, earlier, verb.tier)
    if speaker is None:
        return _borrowed(sentence, at, earlier, verb.tier)
    if verb.base and speaker.kind == THING:
        return None
    return Event(at, at + 1, speaker, verb.tier)


_QUOTE_AND_SUBJECT = re.compile(r"Q,?[DdnNHTP#s]{0,6}$")


def _beside_quote(tags: str, at: int) -> bool:
    behind = tags[at + 1 : at + 3]
    if behind[:1] in ("Q", "t", ":") or behind in (",Q", "DQ"):
        return True
    return _QUOTE_AND_SUBJECT.search(tags, max(at - 8, 0), at) is not None


def _of_participle(
    sentence: Sentence, at: int, lexicon: Lexicon, earlier: Sequence[Event]
) -> Event | None:
    tier = lexicon.verbs[sentence.words[at]].tier
    tags = sentence.tags
    if at and (tags[at - 1] == "B" or tags[max(at - 2, 0) : at] == "BR"):
        speaker = subject_before(tags, at)
        if speaker is not None:
            return Event(at, at + 1, speaker, tier)
    if at and tags[at - 1] in "nHN":
        speaker = mention_ending(tags, at - 1, 0)
        if speaker is not None and speaker.outer and tags[speaker.outer - 1] in "IV":
            # "with Ms. Doe saying", "held up a sign saying"
            return Event(at, at + 1, speaker, tier)
    return _borrowed(sentence, at, earlier, tier)


def _borrowed(
    sentence: Sentence, at: int, earlier: Sequence[Event], tier: int
) -> Event | None:
    """An event of a verb without a subject of its own."""
    if earlier:
        return Event(at, at + 1, earlier[-1].speaker, tier, borrowed=True)
    subject = main_subject(sentence.tags, 0, at)
    return None if subject is None else Event(at, at + 1, subject, tier, borrowed=True)


def _passive(sentence: Sentence, at: int, lexicon: Lexicon, tier: int) -> Event | None:
    """``was called “…” by Ms. Doe``."""
    for i in range(at + 1, min(at + 20, len(sentence.tags))):
        if sentence.words[i] in lexicon.agent:
            speaker = mention_starting(sentence.tags, i + 1)
            if speaker is not None and speaker.kind != THING:
                return Event(at, at + 1, speaker, tier, behind=True)
    return None


def _of_phrases(sentence: Sentence, lexicon: Lexicon) -> list[Event]:
    """``according to Ms. Doe``."""
    found = []
    words = sentence.words
    for phrase in lexicon.phrases:
        first, size = phrase[0], len(phrase)
        if first not in words:
            continue
        for at, word in enumerate(words):
            if word == first and tuple(words[at : at + size]) == phrase:
                speaker = mention_starting(sentence.tags, at + size)
                if speaker is not None:
                    found.append(Event(at, at + size, speaker, STRONG, behind=True))
    return found


def _of_nouns(sentence: Sentence, lexicon: Lexicon) -> list[Event]:
    """``her remark that …``, ``Ms. Doe's call for …``."""
    found: list[Event] = []
    tags = sentence.tags
    if lexicon.saying.isdisjoint(sentence.words):
        return found
    for at, word in enumerate(sentence.words):
        if word not in lexicon.saying or tags[at] not in "nH":
            continue
        owner = at - 1
        while owner > max(at - 4, 0) and tags[owner] in "nHNVR":
            owner -= 1
        if owner < 0:
            continue
        if sentence.words[owner] in lexicon.possessors:
            speaker: Mention | None = Mention(owner, owner + 1, PRONOUN, owner)
        elif tags[owner] == "s" and owner:
            speaker = mention_ending(tags, owner - 1, 0)
        else:
            continue
        if speaker is not None and speaker.kind != THING:
            found.append(Event(at, at + 1, speaker, NOUN))
    return found


def candidates(
    sentence: Sentence, at: int, found: Sequence[Event], lexicon: Lexicon
) -> list[Candidate]:
    """What may attribute the quotation at token ``at``, the best first."""
    result = [c for c in (_judge(sentence.tags, at, e, i, found) for i, e in enumerate(found)) if c]
    for extra in (
        _before_colon(sentence, at),
        _signature(sentence, at),
        _unknown_verb(sentence, at, lexicon),
        _first_behind(sentence, at, found),
    ):
        if extra is not None:
            result.append(extra)
    result.sort(key=lambda c: -c.score)
    return result


_KIND_SCORE = {NAME: 0.0, PRONOUN: 0.0, NOMINAL: -0.02, THING: -0.2}
_TIER_SCORE = (0.0, -0.08, -0.1, -0.15)


def _judge(
    tags: str, at: int, event: Event, index: int, found: Sequence[Event]
) -> Candidate | None:
    kind = _KIND_SCORE[event.speaker.kind]
    if event.start > at:
        between = tags[at + 1 : event.start]
        if not between.strip(",-R"):
            return Candidate(event, "speaker and verb behind the quote", 1.0 + kind)
        if "Q" in between:
            return None
        if between[-1:] in ",-" and not event.borrowed:
            score = 0.8 + _TIER_SCORE[event.tier] * 2 + kind
            return Candidate(event, "attribution at the sentence's end", score)
        if event.tier == STRONG and event.behind:
            return Candidate(event, "according to, behind the quote", 0.75 + kind)
        return None
    if event.cue_end > at:
        return None
    gap = tags[event.end : at] if not event.behind else tags[event.speaker.end : at]
    if event.borrowed:
        gap = tags[event.cue_end : at]
    if event.behind and tags[max(event.cue_start - 2, 0) : event.cue_start].rstrip(",-").endswith("Q"):
        # It belongs to the quotation in front of it, and to this one if that goes on.
        score = 0.9 if not gap.strip(",.-:R") else 0.6 - 0.01 * len(gap)
        return Candidate(event, "between two quotes", score + kind)
    tier = _TIER_SCORE[event.tier]
    hypothetical = event.cue_start and tags[event.cue_start - 1] == "A"
    if (event.tier != STRONG or hypothetical) and _is_complement(tags, event, index, found):
        kind -= 0.3
    if not gap.strip("tD:,RI-") and len(gap) < 4:
        return Candidate(event, "speaker and verb before the quote", 0.95 + kind + tier / 4)
    inner = sum(1 for e in found[index + 1 :] if e.cue_start < at)
    score = 0.85 - 0.008 * len(gap) + kind + tier - 0.05 * inner
    if "Q" in gap:
        score -= 0.05
    return Candidate(event, "verb further in front", score)


def _is_complement(tags: str, event: Event, index: int, found: Sequence[Event]) -> bool:
    """``Ms. Doe said (that) she thinks …``: what she said holds the verb."""
    for outer in reversed(found[:index]):
        if outer.tier == STRONG and not outer.behind:
            between = tags[outer.cue_end : event.start]
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


def _unknown_verb(sentence: Sentence, at: int, lexicon: Lexicon) -> Candidate | None:
    """``“…,” Ms. Doe sputtered``: any verb behind a quotation and a speaker."""
    tags = sentence.tags
    begin = at + 1
    while begin < len(tags) and tags[begin] in ",R":
        begin += 1
    if tags[begin : begin + 1] == "n" and sentence.words[begin].endswith(lexicon.verb_endings):
        speaker = mention_starting(tags, begin + 1)
        if speaker is not None and speaker.kind == NAME and lexicon.inversion:
            event = Event(begin, begin + 1, speaker, THINK, behind=True)
            return Candidate(event, "any verb behind the quote and a speaker", 0.78)
    for verb in range(begin + 1, min(begin + 9, len(tags))):
        if tags[verb - 1] not in "DdnNHTP#":
            return None
        if tags[verb] == "n" and tags[verb - 1] in "NHP":
            if sentence.words[verb].endswith(lexicon.verb_endings):
                speaker = mention_ending(tags, verb - 1, begin)
                if speaker is None or speaker.kind == THING or speaker.outer > begin:
                    return None
                event = Event(verb, verb + 1, speaker, THINK)
                return Candidate(event, "any verb behind the quote and a speaker", 0.78)
    return None


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
