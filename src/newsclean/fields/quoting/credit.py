"""Credits: an event or a mention of a sentence, turned into words and a person."""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.fields.quoting.event import Event
from newsclean.fields.quoting.language import Lexicon
from newsclean.fields.quoting.memory import Memory
from newsclean.fields.quoting.mentions import (
    NAME,
    NOMINAL,
    PRONOUN,
    THING,
    Mention,
    main_subject,
)
from newsclean.fields.quoting.resolve import People
from newsclean.fields.quoting.roles import named_in_apposition, role_of, roles_in
from newsclean.fields.quoting.tokens import Sentence

# The longest description given as a speaker, in tokens.
_LONGEST = 8
# The longest name of a person, titles and all, in tokens.
_LONGEST_NAME = 5

# How often the credits of a rule are right, rounded down from the share on PolNeAR; carried
# credits are never surer than what they were carried from.
_CONFIDENCE = {
    "speaker and verb behind the quote": 0.98,
    "attribution at the sentence's end": 0.95,
    "carried in the paragraph": 0.96,
    "signature behind the quote": 0.93,
    "speaker and verb before the quote": 0.92,
    "verb further in front": 0.92,
    "said before": 0.9,
    "according to, behind the quote": 0.9,
    "signature below": 0.85,
    "paragraph resumed": 0.83,
    "subject left out": 0.75,
    "any verb before the quote": 0.78,
    "any verb behind the quote": 0.78,
    "name before a colon": 0.85,
    "announced with a colon": 0.72,
    "carried back in the paragraph": 0.7,
    "between two quotes": 0.7,
    "speaker behind the quote, verb further on": 0.85,
    "label of a transcript": 0.7,
    "carried across paragraphs": 0.68,
    "main subject": 0.6,
}
# What a credit loses by its speaker's kind and its verb's tier; set on PolNeAR likewise.
_LOST_BY_KIND = {NAME: 0.0, PRONOUN: 0.02, NOMINAL: 0.04, THING: 0.2}
_LOST_BY_TIER = (0.0, 0.06, 0.06, 0.12)


class Credit(NamedTuple):
    """Who is credited with a quotation, and on what ground."""

    speaker: str | None
    raw: str
    cue: str | None
    rule: str
    score: float
    span: tuple[int, int] = (-1, -1)
    """Where the attribution stands in the paragraph that gave it."""
    role: str | None = None
    """What stands beside the name."""
    confidence: float = 0.5
    """How often such a credit is right."""

    def carried(self, rule: str, score: float) -> "Credit":
        """The same speaker for another quotation."""
        confidence = round(min(self.confidence, _CONFIDENCE[rule]), 3)
        return self._replace(rule=rule, score=score, confidence=confidence)


class Ledger:
    """Makes credits, and remembers the names that a pronoun can stand for."""

    def __init__(self, lexicon: Lexicon, people: People) -> None:
        self.lexicon = lexicon
        self.people = people
        self.memory = Memory(lexicon, people)
        self.offset = 0
        """Where the paragraph that is being read begins in the article."""

    def of_event(
        self, text: str, sentence: Sentence, event: Event, rule: str, score: float
    ) -> Credit:
        """The credit that an event of a sentence of ``text`` gives."""
        mention = named_in_apposition(sentence.tags, event.speaker, self.lexicon) or event.speaker
        raw = self._raw(text, sentence, mention)
        at = self.offset + sentence.starts[mention.start]
        speaker = self._resolved(raw, mention, at)
        if mention.relative >= 0:
            raw = text[sentence.starts[mention.relative] : sentence.ends[mention.relative]]
        if mention.kind == NAME and _of_person(sentence.tags, mention):
            self.memory.remember(speaker, at)
        cue = None
        if event.cue_end > event.cue_start:
            cue = text[sentence.starts[event.cue_start] : sentence.ends[event.cue_end - 1]]
        first = event.start
        while first and sentence.tags[first - 1] in "AR":
            first -= 1
        span = (sentence.starts[first], sentence.ends[max(event.end, mention.end) - 1])
        role = self.memory.role(speaker, role_of(text, sentence, mention, self.lexicon))
        confidence = _CONFIDENCE[rule] - _LOST_BY_KIND[mention.kind] - _LOST_BY_TIER[event.tier]
        return Credit(speaker, raw, cue, rule, score, span, role, round(confidence, 3))

    def of_subject(
        self, text: str, sentence: Sentence, start: int, end: int, rule: str
    ) -> Credit | None:
        """The credit for the subject of the tokens from ``start`` to ``end``, the last
        resort."""
        subject = main_subject(sentence.tags, start, end)
        if subject is None or subject.kind == THING:
            return None
        subject = named_in_apposition(sentence.tags, subject, self.lexicon) or subject
        raw = self._raw(text, sentence, subject)
        at = self.offset + sentence.starts[subject.start]
        speaker = self._resolved(raw, subject, at)
        confidence = _CONFIDENCE[rule] - _LOST_BY_KIND[subject.kind]
        role = self.memory.role(speaker, role_of(text, sentence, subject, self.lexicon))
        return Credit(speaker, raw, None, rule, 0.4, role=role, confidence=round(confidence, 3))

    def of_label(self, name: str, rule: str, score: float) -> Credit:
        """The credit for a name that stands by itself."""
        speaker = self.people.fullest(name)
        role = self.memory.role(speaker, None)
        return Credit(speaker, name, None, rule, score, role=role, confidence=_CONFIDENCE[rule])

    def of_last_name(self, cue: str, rule: str, score: float) -> Credit | None:
        """The credit of a verb whose subject is left out: the last name that was one."""
        if not self.memory.names:
            return None
        name = self.memory.names[-1].name
        role = self.memory.role(name, None)
        return Credit(name, name, cue, rule, score, role=role, confidence=_CONFIDENCE[rule])

    def note_subject(self, text: str, sentence: Sentence, spoken: Sequence[Event]) -> None:
        """Remembers the subject in front of a sentence's first quotation, since a pronoun
        behind it most often means that person, the subjects of its reporting verbs, and
        roles."""
        for name, role in roles_in(text, sentence):
            self.memory.role(self.people.fullest(name), role)
        first = sentence.tags.find("Q")
        end = first if first >= 0 else len(sentence.tags)
        subject = main_subject(sentence.tags, 0, end)
        if subject is not None:
            self._note(
                text,
                sentence,
                named_in_apposition(sentence.tags, subject, self.lexicon) or subject,
            )
        for event in spoken:
            if event.speaker is not subject:
                self._note(text, sentence, event.speaker)

    def _note(self, text: str, sentence: Sentence, subject: Mention) -> None:
        if subject.kind != NAME or not _of_person(sentence.tags, subject):
            return
        name = self.people.fullest(self._raw(text, sentence, subject))
        if " " in name:
            # A single word at a sentence's start is often no name at all.
            self.memory.remember(name, self.offset + sentence.starts[subject.start])
        self.memory.role(name, role_of(text, sentence, subject, self.lexicon))

    def _resolved(self, raw: str, mention: Mention, at: int) -> str | None:
        if mention.kind == PRONOUN or self.lexicon.gender.get(raw.lower()) == "n":
            return self.memory.antecedent(raw, at)
        if mention.kind == NAME:
            return self.people.fullest(raw)
        return self.memory.described(raw) or raw

    def _raw(self, text: str, sentence: Sentence, mention: Mention) -> str:
        end = min(mention.end, mention.start + _LONGEST)
        if mention.kind in (NOMINAL, THING) and self.lexicon.of:
            # "a neighbour to this newspaper": what belongs to the verb is cut off.
            for at in range(mention.start + 1, end):
                if sentence.tags[at] == "I" and sentence.words[at] not in self.lexicon.of:
                    end = at
                    break
        raw = text[sentence.starts[mention.start] : sentence.ends[end - 1]]
        # French "-t-elle", joined to its verb.
        return raw.removeprefix("-").removeprefix("t-") if raw[0] == "-" else raw


def _of_person(tags: str, mention: Mention) -> bool:
    """Whether a name can be a person's: "the Senate", "of Ohio" and a headline
    are none."""
    governed = mention.start > 0 and tags[mention.start - 1] == "I"
    short = mention.end - mention.start <= _LONGEST_NAME
    return tags[mention.start] != "D" and short and not governed
