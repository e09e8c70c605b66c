"""The speaker of every quotation of an article.

Where a quotation's own sentence names nobody, the speaker is carried over: inside the
paragraph, from the paragraph before, and at last from the sentence's main subject.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsclean.fields.quoting.attribution import candidates
from newsclean.fields.quoting.credit import Credit, Ledger
from newsclean.fields.quoting.event import Event
from newsclean.fields.quoting.events import events
from newsclean.fields.quoting.kinds import is_speech
from newsclean.fields.quoting.language import STRONG, Lexicon
from newsclean.fields.quoting.letters import UPPER
from newsclean.fields.quoting.marks import Stretch, is_crosshead
from newsclean.fields.quoting.mentions import THING
from newsclean.fields.quoting.resolve import People, common_words, proper_words
from newsclean.fields.quoting.tokens import Sentence, sentences

# A speaker's label in a transcript that was pasted into quotation marks.
_LABEL = re.compile(rf"([{UPPER}][{UPPER}.’' -]{{2,40}}):\s")
_SIGNATURE = re.compile(
    rf"\s*[-–—―]{{1,2}}\s?([{UPPER}][^\s,]*(?: [{UPPER}][^\s,]*){{0,4}})(?=[,.]|$)"
)
# A verb beside a quotation, its subject left out: ``«…», dijo.``
_BARE_VERB = re.compile(r"Q[,-]{0,2}[AR]{0,3}V")
# A candidate that scores less gives way to a speaker carried over. Tried on PolNeAR from
# .45 to .65; the lowest did best.
_SURE = 0.45
# A signature below the quotation overrules anything less sure: carried speakers.
_DIRECT = 0.75
# How many paragraphs a speaker is carried over; one more or less changes little.
_PARAGRAPHS = 2


@dataclass(slots=True)
class _Quoted:
    """A quotation of the paragraph that is being read."""

    stretch: Stretch
    number: int
    """Which of the paragraph's sentences holds it."""
    at: int
    credit: Credit | None = None
    sentence: Sentence | None = None
    """Its sentence, where that has to be read again: it names no speaker, but it can be
    somebody's words."""


def credits(
    texts: Sequence[str], quoted: Sequence[Sequence[Stretch]], lexicon: Lexicon
) -> list[list[Credit | None]]:
    """For each text, the credit of each of its quoted stretches.

    Texts without a quotation in them or in the next are passed over.
    """
    whole = "\n\n".join(texts)
    reader = _Reader(Ledger(lexicon, People(whole, lexicon)), whole)
    result: list[list[Credit | None]] = []
    offset = 0
    for i, (text, stretches) in enumerate(zip(texts, quoted, strict=True)):
        found: list[Credit | None] = []
        if stretches or (i + 1 < len(quoted) and quoted[i + 1]):
            reader.ledger.offset = offset
            found = reader.paragraph(i, text, stretches)
        if found and i + 1 < len(texts) and not text[stretches[-1].outer_end :].strip():
            found = reader.signed(found, texts[i + 1])
        if found and found[0] is not None and stretches[0].resumed and result[-1]:
            _hand_back(result[-1], found[0])
        result.append(found)
        offset += len(text) + len("\n\n")
    return result


def _hand_back(earlier: list[Credit | None], credit: Credit) -> None:
    """Credits the speech that a paragraph left open with the speaker named further on."""
    before = earlier[-1]
    if before is None or before.score < credit.score:
        earlier[-1] = credit.carried("paragraph resumed", 0.8)._replace(span=(-1, -1))


def _last_speaker(spoken: Sequence[Event]) -> Event | None:
    """The event of a sentence without a quotation whose speaker goes on to be quoted."""
    persons = [e for e in reversed(spoken) if e.speaker.kind != THING]
    said = (e for e in persons if e.tier == STRONG and e.speaker.relative < 0)
    return next(said, persons[0] if persons else None)


class _Reader:
    """Reads paragraphs in order and remembers who spoke last."""

    def __init__(self, ledger: Ledger, whole: str) -> None:
        self.ledger = ledger
        self.lexicon = ledger.lexicon
        self.common = common_words(whole)
        self.proper = proper_words(whole)
        self.last: Credit | None = None
        self.last_paragraph = -1
        self.open_ended: Credit | None = None
        self.words: dict[str, str] = {}
        self.known: dict[str, tuple[str, str]] = {}

    def paragraph(
        self, number: int, text: str, stretches: Sequence[Stretch]
    ) -> list[Credit | None]:
        """The credits of one paragraph's quotations."""
        quotes: list[_Quoted] = []
        last: Credit | None = None
        sentence: Sentence | None = None
        found = sentences(text, stretches, self.lexicon, self.common, self.proper, self.known)
        for i, sentence in enumerate(found):
            spoken = events(sentence, self.lexicon)
            self.ledger.note_subject(text, sentence, spoken)
            if sentence.quotes:
                last = self._sentence(text, i, sentence, spoken, stretches, quotes, last)
            else:
                event = _last_speaker(spoken)
                if event is not None:
                    last = self.ledger.of_event(text, sentence, event, "said before", 0.6)
        if sentence is not None and not sentence.quotes and text.rstrip().endswith(":"):
            last = self._announced(text, sentence) or last
        self._fill(number, text, quotes)
        if last is None and quotes:
            last = quotes[-1].credit
        if last is not None:
            self.last, self.last_paragraph = last, number
        open_ended = bool(quotes) and quotes[-1].stretch.open_ended
        if quotes or not is_crosshead(text):
            self.open_ended = quotes[-1].credit if open_ended else None
        return [quote.credit for quote in quotes]

    def _sentence(
        self,
        text: str,
        number: int,
        sentence: Sentence,
        spoken: Sequence[Event],
        stretches: Sequence[Stretch],
        quotes: list[_Quoted],
        last: Credit | None,
    ) -> Credit | None:
        """Adds a sentence's quotations to ``quotes``; the last speaker comes back."""
        at = -1
        kept: Sentence | None = None
        begun = len(quotes)
        for index in sentence.quotes:
            at = sentence.tags.index("Q", at + 1)
            quote = _Quoted(stretches[index], number, at)
            quote.credit = self._direct(text, sentence, at, spoken, quote.stretch)
            if quote.credit is None and self._spoken(text, sentence, quote):
                if last is not None:
                    quote.credit = last.carried("carried in the paragraph", 0.7)
                else:
                    quote.sentence = kept = kept or sentence.packed(self.words)
            last = quote.credit or last
            quotes.append(quote)
        self._shared(quotes[begun:])
        return last

    @staticmethod
    def _shared(quotes: Sequence[_Quoted]) -> None:
        """Hands the speaker behind a sentence's last quotation to those in front of it."""
        final = quotes[-1].credit if quotes else None
        if final is None or "behind" not in final.rule:
            return
        credits = [quote.credit for quote in quotes[:-1]]
        if any(c is not None and c.rule != "carried in the paragraph" for c in credits):
            return
        for quote in quotes[:-1]:
            quote.credit = quote.credit and final.carried("carried back in the paragraph", 0.7)

    def _spoken(self, text: str, sentence: Sentence, quote: _Quoted) -> bool:
        """Whether a quotation can be somebody's words without a speaker beside it."""
        if is_speech(text, quote.stretch):
            return True
        return self.lexicon.free_order and _BARE_VERB.match(sentence.tags, quote.at) is not None

    def _direct(
        self,
        text: str,
        sentence: Sentence,
        at: int,
        spoken: Sequence[Event],
        stretch: Stretch,
    ) -> Credit | None:
        """The credit that a quotation's own sentence gives."""
        label = _LABEL.match(text, stretch.start)
        if label is not None:
            return self.ledger.of_label(label.group(1), "label of a transcript", 0.9)
        best = max(
            candidates(sentence, at, spoken, self.lexicon), key=lambda c: c.score, default=None
        )
        if best is None or best.score < _SURE:
            return None
        return self.ledger.of_event(text, sentence, best.event, best.rule, best.score)

    def _announced(self, text: str, sentence: Sentence) -> Credit | None:
        """Who speaks in the paragraph below one that ends in a colon."""
        tags = sentence.tags
        rule = "announced with a colon"
        spoken = events(sentence, self.lexicon)
        if spoken and spoken[-1].speaker.kind != THING:
            return self.ledger.of_event(text, sentence, spoken[-1], rule, 0.6)
        clause = tags.rfind(",") + 1
        return self.ledger.of_subject(
            text, sentence, clause, len(tags), rule
        ) or self.ledger.of_subject(text, sentence, 0, len(tags), rule)

    def _fill(self, number: int, text: str, quotes: Sequence[_Quoted]) -> None:
        """Credits the quotations that are left, from their surroundings."""
        following: _Quoted | None = None
        for quote in reversed(quotes):
            if quote.credit is not None:
                following = quote
            elif quote.sentence is not None:
                quote.credit = self._surroundings(number, text, quote.sentence, quote, following)

    def _surroundings(
        self,
        number: int,
        text: str,
        sentence: Sentence,
        quote: _Quoted,
        following: _Quoted | None,
    ) -> Credit | None:
        opens = quote.at == 0
        bare = _BARE_VERB.match(sentence.tags, quote.at) if self.lexicon.free_order else None
        if bare is not None and self.last_paragraph != number:
            verb = bare.end() - 1
            cue = text[sentence.starts[verb] : sentence.ends[verb]]
            left_out = self.ledger.of_last_name(cue, "subject left out", 0.6)
            if left_out is not None:
                return left_out
        if quote.stretch.resumed and self.open_ended is not None:
            return self.open_ended.carried("paragraph resumed", 0.8)
        beside = following is not None and (opens or following.number == quote.number)
        if beside and following is not None and following.credit is not None:
            return following.credit.carried("carried back in the paragraph", 0.7)
        if not opens:
            subject = self.ledger.of_subject(text, sentence, 0, quote.at, "main subject")
            if subject is not None:
                return subject
        if self.last is not None and number - self.last_paragraph <= _PARAGRAPHS:
            return self.last.carried("carried across paragraphs", 0.55)
        return None

    def signed(self, found: list[Credit | None], following: str) -> list[Credit | None]:
        """The credits where the next paragraph signs the quotation: ``― Jane Doe``."""
        match = _SIGNATURE.match(following)
        carried = found[-1]
        if match is None or (carried is not None and carried.score > _DIRECT):
            return found
        credit = self.ledger.of_label(match.group(1).strip(" .,"), "signature below", 0.8)
        return [credit if c == carried else c for c in found]
