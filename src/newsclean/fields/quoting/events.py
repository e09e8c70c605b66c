"""Reporting events: verbs, participles, phrases and nouns, each with its speaker."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.fields.quoting.language import NOUN, STRONG, THINK, Lexicon
from newsclean.fields.quoting.mentions import (
    NAME,
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
            found.append(_without_neuter(sentence, event, lexicon))
    found += _of_phrases(sentence, lexicon)
    found += _of_phrases_behind(sentence, lexicon)
    found += _of_nouns(sentence, lexicon)
    return found


def _without_neuter(sentence: Sentence, event: Event, lexicon: Lexicon) -> Event:
    """``it`` is a body that says something, but no person that thinks or calls."""
    speaker = event.speaker
    neuter = lexicon.gender.get(sentence.words[speaker.start]) == "n"
    if event.tier == STRONG or speaker.kind != PRONOUN or not neuter:
        return event
    return event._replace(speaker=speaker._replace(kind=THING))


def _of_verb(
    sentence: Sentence, at: int, lexicon: Lexicon, earlier: Sequence[Event]
) -> Event | None:
    tags = sentence.tags
    verb = lexicon.verbs[sentence.words[at]]
    if (not at and not lexicon.free_order) or (verb.often_noun and not _beside_quote(tags, at)):
        return None
    before = tags[at - 1] if at else ""
    if before == "B" or tags[max(at - 2, 0) : at] == "BR":
        return _passive(sentence, at, lexicon, verb.tier)
    group = at
    while group and tags[group - 1] in "AR" and lexicon.free_order:
        group -= 1
    beside = tags[max(group - 3, 0) : group].rstrip(",-(").endswith("Q")
    inverts = lexicon.inversion and verb.inverts
    if inverts and beside:
        speaker = _starting(tags, at + 1, lexicon)
        thing = speaker is not None and speaker.kind == THING and lexicon.free_order
        if speaker is not None and not (thing and verb.tier != STRONG):
            return Event(at, at + 1, speaker, verb.tier, behind=True)
    elif inverts and before in ",-" and verb.tier == STRONG and "Q" in tags[:at]:
        # "The plan is “dead”, said Ms. Doe."
        speaker = _starting(tags, at + 1, lexicon)
        if speaker is not None and speaker.kind != THING and _ends_clause(tags, speaker.end):
            return Event(at, at + 1, speaker, verb.tier, behind=True)
    speaker = None if beside or before == "x" else subject_before(tags, at)
    if lexicon.free_order and not beside:
        free = _free_subject(tags, at, speaker, lexicon)
        if free is not None:
            return free._replace(tier=verb.tier)
    if speaker is None:
        return _borrowed(sentence, at, earlier, verb.tier)
    if verb.base and speaker.kind == THING:
        return None
    return Event(at, at + 1, speaker, verb.tier)


_BETWEEN = re.compile(r"[RAV]{0,4}(?:I[Dd]?[n#R]{1,3}){0,3}R{0,2}")


def _starting(tags: str, at: int, lexicon: Lexicon) -> Mention | None:
    """The speaker behind a verb; where order is free, adverbs and phrases of time and
    place may stand between."""
    if not lexicon.free_order:
        return mention_starting(tags, at)
    between = _BETWEEN.match(tags, at)
    found = mention_starting(tags, between.end() if between else at)
    if between is not None and "I" in between.group() and found and found.kind == THING:
        return None
    return found


def _free_subject(tags: str, at: int, speaker: Mention | None, lexicon: Lexicon) -> Event | None:
    """The subject of a verb where the one in front of it is none: behind it
    ("Gestern sagte Frau Dorn"), or further in front ("wie Frau Dorn in Ulm sagte")."""
    governed = speaker is not None and speaker.outer and tags[speaker.outer - 1] == "I"
    if speaker is not None and speaker.kind != THING and not governed:
        return None
    behind = _starting(tags, at + 1, lexicon) if lexicon.inversion else None
    if behind is not None and behind.kind != THING:
        return Event(at, at + 1, behind, STRONG, behind=True)
    clause = max(tags.rfind(sign, 0, at) for sign in ",.:;-Q") + 1
    subject = main_subject(tags, clause, at)
    if subject is None or subject.kind == THING:
        return None
    return Event(at, at + 1, subject, STRONG)


def _ends_clause(tags: str, at: int) -> bool:
    return tags[at : at + 1] in ("", ".", ",", "R", "I", "-", "(")


_QUOTE_AND_SUBJECT = re.compile(r"Q,?[AR]{0,2}[DdnNHTP#s]{0,6}$")


def _beside_quote(tags: str, at: int) -> bool:
    behind = tags[at + 1 : at + 3]
    if behind[:1] in ("Q", "t", ":") or behind in (",Q", "DQ", "R,", "R:"):
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
        governor = tags[speaker.outer - 1] if speaker is not None and speaker.outer else ""
        if speaker is not None and (governor == "I" or (governor == "V" and speaker.kind == NAME)):
            # "with the crowd chanting", "showed Ms. Doe saying"
            return Event(at, at + 1, speaker, tier)
    return _borrowed(sentence, at, earlier, tier)


def _borrowed(sentence: Sentence, at: int, earlier: Sequence[Event], tier: int) -> Event | None:
    """An event of a verb without a subject of its own."""
    persons = [e for e in earlier if e.speaker.kind != THING]
    lender = next((e for e in reversed(persons) if not e.behind), persons[-1] if persons else None)
    subject = lender.speaker if lender else main_subject(sentence.tags, 0, at)
    return None if subject is None else Event(at, at + 1, subject, tier, borrowed=True)


def _passive(sentence: Sentence, at: int, lexicon: Lexicon, tier: int) -> Event | None:
    """``was called “…” by Ms. Doe``."""
    for i in range(at + 1, min(at + 20, len(sentence.tags))):
        if sentence.words[i] in lexicon.agent:
            speaker = mention_starting(sentence.tags, i + 1)
            if speaker is not None and speaker.kind != THING:
                if tier == THINK and "Q" not in sentence.tags[at:i]:
                    return None
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


def _of_phrases_behind(sentence: Sentence, lexicon: Lexicon) -> list[Event]:
    """``Frau Dorn zufolge``."""
    found = []
    words = sentence.words
    for phrase in lexicon.behind:
        last, size = phrase[-1], len(phrase)
        if last not in words:
            continue
        for at in range(1, len(words) - size + 1):
            if tuple(words[at : at + size]) == phrase:
                tags = sentence.tags
                end = at - 1
                while end and tags[end] == "s":
                    end -= 1
                speaker = mention_ending(tags, end, 0)
                if speaker is not None:
                    found.append(Event(at, at + size, speaker, STRONG))
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
            speaker = mention_ending(tags, owner - 1, 0, whole=False)
        else:
            continue
        if speaker is not None and speaker.kind != THING:
            found.append(Event(at, at + 1, speaker, NOUN))
    return found
