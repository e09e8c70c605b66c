"""Credits: an event or a mention of a sentence, turned into words and a person."""

from typing import NamedTuple

from newsclean.fields.quoting.events import Event
from newsclean.fields.quoting.language import Lexicon
from newsclean.fields.quoting.mentions import NAME, PRONOUN, THING, Mention, main_subject
from newsclean.fields.quoting.resolve import People
from newsclean.fields.quoting.tokens import Sentence

# The longest description given as a speaker, in tokens.
_LONGEST = 8
# How many names are remembered for pronouns.
_NAMES = 12


class Credit(NamedTuple):
    """Who is credited with a quotation, and on what ground."""

    speaker: str | None
    raw: str
    cue: str | None
    rule: str
    score: float
    span: tuple[int, int] = (-1, -1)
    """Where the attribution stands in the paragraph that gave it."""

    def carried(self, rule: str, score: float) -> "Credit":
        """The same speaker for another quotation."""
        return self._replace(rule=rule, score=score)


class Ledger:
    """Makes credits, and remembers the names that a pronoun can stand for."""

    def __init__(self, lexicon: Lexicon, people: People) -> None:
        self.lexicon = lexicon
        self.people = people
        self.names: list[tuple[str, str]] = []

    def of_event(
        self, text: str, sentence: Sentence, event: Event, rule: str, score: float
    ) -> Credit:
        """The credit that an event of a sentence of ``text`` gives."""
        mention = event.speaker
        raw = _raw(text, sentence, mention)
        speaker = self._resolved(raw, mention)
        if mention.relative >= 0:
            raw = text[sentence.starts[mention.relative] : sentence.ends[mention.relative]]
        if mention.kind == NAME:
            self._remember(speaker)
        cue = None
        if event.cue_end > event.cue_start:
            cue = text[sentence.starts[event.cue_start] : sentence.ends[event.cue_end - 1]]
        span = (sentence.starts[event.start], sentence.ends[event.end - 1])
        return Credit(speaker, raw, cue, rule, score, span)

    def of_subject(
        self, text: str, sentence: Sentence, start: int, end: int, rule: str
    ) -> Credit | None:
        """The credit for the subject of the tokens from ``start`` to ``end``, the last
        resort."""
        subject = main_subject(sentence.tags, start, end)
        if subject is None or subject.kind == THING:
            return None
        raw = _raw(text, sentence, subject)
        return Credit(self._resolved(raw, subject), raw, None, rule, 0.4)

    def of_label(self, name: str, rule: str, score: float) -> Credit:
        """The credit for a name that stands by itself."""
        return Credit(self.people.fullest(name), name, None, rule, score)

    def note_subject(self, text: str, sentence: Sentence) -> None:
        """Remembers the subject in front of a sentence's first quotation: a pronoun
        behind it most often means that person."""
        first = sentence.tags.find("Q")
        end = first if first >= 0 else len(sentence.tags)
        subject = main_subject(sentence.tags, 0, end)
        if subject is not None and subject.kind == NAME:
            self._remember(self.people.fullest(_raw(text, sentence, subject)))

    def _resolved(self, raw: str, mention: Mention) -> str | None:
        if mention.kind == PRONOUN:
            return self._antecedent(raw)
        return self.people.fullest(raw) if mention.kind == NAME else raw

    def _antecedent(self, pronoun: str) -> str | None:
        wanted = self.lexicon.gender.get(pronoun.lower())
        if wanted not in ("m", "f"):
            return None
        return next((n for n, gender in reversed(self.names) if gender in ("", wanted)), None)

    def _remember(self, name: str | None) -> None:
        if name:
            self.names.append((name, self.people.gender(name)))
            del self.names[:-_NAMES]


def _raw(text: str, sentence: Sentence, mention: Mention) -> str:
    end = min(mention.end, mention.start + _LONGEST)
    return text[sentence.starts[mention.start] : sentence.ends[end - 1]]
