"""The speaker of every quotation of an article.

Where a quotation's own sentence names nobody, the speaker is carried over: inside the
paragraph, from the paragraph before, and at last from the sentence's main subject.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsclean.fields.quoting.attribution import Candidate, Event, candidates, events
from newsclean.fields.quoting.language import Lexicon
from newsclean.fields.quoting.marks import Stretch
from newsclean.fields.quoting.mentions import NAME, PRONOUN, THING, Mention, main_subject
from newsclean.fields.quoting.resolve import People, common_words, proper_words
from newsclean.fields.quoting.tokens import Sentence, sentences


class Credit(NamedTuple):
    """Who is credited with a quotation, and on what ground."""

    speaker: str | None
    raw: str
    cue: str | None
    rule: str
    score: float
    span: tuple[int, int] = (-1, -1)
    """Where the attribution stands in the paragraph that gave it."""


@dataclass(slots=True)
class _Quoted:
    """A quotation of the paragraph that is being read."""

    stretch: Stretch
    sentence: int
    at: int
    best: Candidate | None
    credit: Credit | None = None


@dataclass(slots=True)
class _Memory:
    """What earlier paragraphs leave behind."""

    credit: Credit | None = None
    """The last speaker."""
    paragraph: int = -9
    quoted: bool = False
    """The last speaker was quoted, and not only said something."""
    open_ended: Credit | None = None
    people: list[tuple[str, str]] = field(default_factory=list)
    """Names of those who spoke, with their gender, the last one last."""


# A speaker's label in a transcript that was pasted into quotation marks.
_LABEL = re.compile(r"([A-Z][A-Z.’' -]{2,40}):\s")
_SIGNATURE = re.compile(r"\s*[-–—―]{1,2}\s?([A-Z][^\s,]*(?: [A-Z][^\s,]*){0,4})(?=[,.]|$)")
# A candidate that scores less gives way to a speaker carried over. Set on PolNeAR.
_SURE = 0.55
# How many paragraphs a speaker is carried over.
_PARAGRAPHS = 2
# The longest description given as a speaker, in tokens.
_LONGEST = 8
# How many names the memory keeps for pronouns.
_NAMES = 12


def credits(
    texts: Sequence[str], quoted: Sequence[Sequence[Stretch]], lexicon: Lexicon
) -> list[list[Credit | None]]:
    """For each text, the credit of each of its quoted stretches."""
    whole = "\n\n".join(texts)
    reader = _Reader(lexicon, People(whole, lexicon), common_words(whole), proper_words(whole))
    result: list[list[Credit | None]] = []
    for i, (text, stretches) in enumerate(zip(texts, quoted, strict=True)):
        following = quoted[i + 1] if i + 1 < len(quoted) else ()
        if stretches or following:
            found = reader.paragraph(i, text, stretches)
            if found and i + 1 < len(texts) and not text[stretches[-1].outer_end :].strip():
                found = reader.signed(found, texts[i + 1])
            if stretches and stretches[0].resumed and found[0] is not None and result[-1]:
                _hand_back(result[-1], found[0])
            result.append(found)
        else:
            result.append([])
    return result


def _hand_back(earlier: list[Credit | None], credit: Credit) -> None:
    """Credits the speech that a paragraph left open with the speaker named further on."""
    before = earlier[-1]
    if before is None or before.score < credit.score:
        earlier[-1] = credit._replace(rule="paragraph resumed", score=0.8, span=(-1, -1))


class _Reader:
    """Reads paragraphs in order and remembers who spoke."""

    def __init__(
        self,
        lexicon: Lexicon,
        people: People,
        common: frozenset[str],
        proper: frozenset[str],
    ) -> None:
        self.lexicon = lexicon
        self.people = people
        self.common = common
        self.proper = proper
        self.memory = _Memory()

    def paragraph(
        self, number: int, text: str, stretches: Sequence[Stretch]
    ) -> list[Credit | None]:
        found = sentences(text, stretches, self.lexicon, self.common, self.proper)
        quotes: list[_Quoted] = []
        last: Credit | None = None
        for i, sentence in enumerate(found):
            spoken = events(sentence, self.lexicon)
            credits_of = {}
            first = sentence.tags.find("Q")
            subject = main_subject(sentence.tags, 0, first if first >= 0 else len(sentence.tags))
            if subject is not None and subject.kind == NAME:
                self._remember(self._resolve(self._raw(text, sentence, subject), subject))
            positions = [at for at, tag in enumerate(sentence.tags) if tag == "Q"]
            for at, index in zip(positions, sentence.quotes, strict=True):
                best = next(iter(candidates(sentence, at, spoken, self.lexicon)), None)
                quote = _Quoted(stretches[index], i, at, best)
                label = _LABEL.match(text, stretches[index].start)
                if label is not None:
                    name = label.group(1)
                    quote.credit = Credit(self.people.fullest(name), name, None, "transcript", 0.9)
                elif best is not None and best.score >= _SURE:
                    quote.credit = self._credit(text, sentence, best.event, best.rule, best.score)
                elif index and quotes and quotes[-1].sentence == i and quotes[-1].credit:
                    quote.credit = quotes[-1].credit._replace(rule="carried in the sentence", score=0.6)
                elif last is not None:
                    quote.credit = last._replace(rule="carried in the paragraph", score=0.7)
                if quote.credit is not None:
                    last = quote.credit
                credits_of[index] = quote
                quotes.append(quote)
            if spoken and not positions:
                event = next((e for e in reversed(spoken) if e.speaker.kind != THING), None)
                if event is not None:
                    last = self._credit(text, sentence, event, "carried", 0.6)
        if text.rstrip().endswith(":") and found and not found[-1].quotes:
            last = self._announced(text, found[-1]) or last
            if last is not None and not quotes:
                last = last._replace(score=0.7)
        self._fill(number, text, found, quotes)
        if quotes and quotes[-1].credit is not None:
            self._keep(number, quotes[-1].credit if last is None else last, True)
        elif last is not None:
            self._keep(number, last, False)
        self.memory.open_ended = (
            quotes[-1].credit if quotes and quotes[-1].stretch.open_ended else None
        )
        return [q.credit for q in quotes]

    def signed(self, found: list[Credit | None], following: str) -> list[Credit | None]:
        """The credits where the next paragraph signs the quotation: ``― Jane Doe``."""
        match = _SIGNATURE.match(following)
        if match is None or (found[-1] is not None and found[-1].score > 0.75):
            return found
        raw = match.group(1).strip(" .,")
        credit = Credit(self.people.fullest(raw), raw, None, "signature below the quote", 0.8)
        carried = found[-1]
        return [credit if c is carried or c == carried else c for c in found]

    def _keep(self, number: int, credit: Credit, quoted: bool) -> None:
        self.memory.credit = credit
        self.memory.paragraph = number
        self.memory.quoted = quoted

    def _fill(
        self, number: int, text: str, found: Sequence[Sentence], quotes: list[_Quoted]
    ) -> None:
        """Credits for the quotations that are left, from their surroundings."""
        following: _Quoted | None = None
        for quote in reversed(quotes):
            if quote.credit is not None:
                following = quote
                continue
            beside = following is not None and following.sentence == quote.sentence
            sentence = found[quote.sentence]
            opens = quote.at == 0
            if quote.stretch.resumed and self.memory.open_ended:
                quote.credit = self.memory.open_ended._replace(rule="paragraph resumed", score=0.8)
            elif following is not None and (opens or beside):
                credit = following.credit
                assert credit is not None
                quote.credit = credit._replace(rule="carried back in the paragraph", score=0.7)
            elif not opens and self._subject(text, sentence, quote) is not None:
                quote.credit = self._subject(text, sentence, quote)
            elif self._carried(number) is not None:
                quote.credit = self._carried(number)

    def _carried(self, number: int) -> Credit | None:
        memory = self.memory
        if memory.credit is None or number - memory.paragraph > _PARAGRAPHS:
            return None
        return memory.credit._replace(rule="carried across paragraphs", score=0.55)

    def _announced(self, text: str, sentence: Sentence) -> Credit | None:
        """Who speaks in the paragraph below one that ends in a colon."""
        tags = sentence.tags
        clause = tags.rfind(",") + 1
        subject = main_subject(tags, clause, len(tags)) or main_subject(tags, 0, len(tags))
        if subject is None or subject.kind == THING:
            return None
        raw = self._raw(text, sentence, subject)
        return Credit(self._resolve(raw, subject), raw, None, "announced with a colon", 0.6)

    def _subject(self, text: str, sentence: Sentence, quote: _Quoted) -> Credit | None:
        subject = main_subject(sentence.tags, 0, quote.at)
        if subject is None or subject.kind == THING:
            return None
        raw = self._raw(text, sentence, subject)
        return Credit(self._resolve(raw, subject), raw, None, "main subject", 0.4)

    def _raw(self, text: str, sentence: Sentence, mention: Mention) -> str:
        end = min(mention.end, mention.start + _LONGEST)
        return text[sentence.starts[mention.start] : sentence.ends[end - 1]]

    def _credit(
        self, text: str, sentence: Sentence, event: Event, rule: str, score: float
    ) -> Credit:
        mention = event.speaker
        raw = self._raw(text, sentence, mention)
        speaker = self._resolve(raw, mention)
        if mention.relative >= 0:
            raw = text[sentence.starts[mention.relative] : sentence.ends[mention.relative]]
        self._remember(speaker if event.speaker.kind == NAME else None)
        cue = None
        if event.cue_end > event.cue_start:
            cue = text[sentence.starts[event.cue_start] : sentence.ends[event.cue_end - 1]]
        span = (sentence.starts[event.start], sentence.ends[event.end - 1])
        return Credit(speaker, raw, cue, rule, score, span)

    def _resolve(self, raw: str, mention: Mention) -> str | None:
        if mention.kind == PRONOUN:
            return self._antecedent(raw)
        return self.people.fullest(raw) if mention.kind == NAME else raw

    def _antecedent(self, pronoun: str) -> str | None:
        wanted = self.lexicon.gender.get(pronoun.lower())
        if wanted not in ("m", "f"):
            return None
        for name, gender in reversed(self.memory.people):
            if gender in ("", wanted):
                return name
        return None

    def _remember(self, name: str | None) -> None:
        if name:
            people = self.memory.people
            people.append((name, self.people.gender(name)))
            del people[:-_NAMES]
