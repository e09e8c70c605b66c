"""The speakers of an article in a script without capitals."""

import re
from collections.abc import Sequence

from newsclean.fields.quoting.credit import Credit
from newsclean.fields.quoting.frames import WINDOW, Frame, Frames, find_frame
from newsclean.fields.quoting.kinds import is_speech
from newsclean.fields.quoting.marks import Stretch
from newsclean.fields.quoting.titled import Spoken, Titles

# How sure a speaker is; set by eye on invented sentences, as no annotated text is at hand.
_FRAMED, _LOOSE, _CARRIED, _CARRIED_FAR = 0.9, 0.75, 0.8, 0.6
# A verb further from its quotation than this holds more than the quotation.
_NEAR = 8


def framed_credits(
    texts: Sequence[str], quoted: Sequence[Sequence[Stretch]], frames: Frames
) -> list[list[Credit | None]]:
    """For each text, the credit of each of its quoted stretches."""
    reader = _Reader(frames)
    result = [
        reader.paragraph(i, text, stretches)
        for i, (text, stretches) in enumerate(zip(texts, quoted, strict=True))
    ]
    return [[reader.resolved(credit) for credit in credits] for credits in result]


_SENTENCE = re.compile(r"[.!?。！？]")
# How much of a paragraph is looked through for names, in characters.
_READ = 4000


class _Reader:
    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.titles = Titles(frames.words)
        self.names: dict[str, str | None] = {}
        """Full names in their order, with their roles."""
        self.last: Credit | None = None
        self.last_paragraph = -9

    def paragraph(
        self, number: int, text: str, stretches: Sequence[Stretch]
    ) -> list[Credit | None]:
        found: list[Credit | None] = []
        if stretches:
            self._note_subjects(text)
        for i, stretch in enumerate(stretches):
            floor = stretches[i - 1].outer_end if i else 0
            ceiling = stretches[i + 1].outer_start if i + 1 < len(stretches) else len(text)
            frame = find_frame(
                text, stretch.outer_start, stretch.outer_end, floor, ceiling, self.frames
            )
            credit = self._of_frame(text, stretch, frame) or self._carried(
                number, text, stretch, frame, bool(found)
            )
            found.append(credit)
            if credit is not None:
                self.last, self.last_paragraph = credit, number
        return found

    def _note_subjects(self, text: str) -> None:
        """Remembers the names that have a title beside them and open a sentence."""
        for sentence in _SENTENCE.split(text[:_READ]):
            particle = self.frames.particle.search(sentence, 0, WINDOW)
            if particle is None:
                continue
            spoken = self.titles.read(sentence[: particle.start()])
            if spoken is not None and spoken.named and spoken.role and len(spoken.name) > 1:
                self.names.setdefault(spoken.name, spoken.role)

    def _of_frame(self, text: str, stretch: Stretch, frame: Frame | None) -> Credit | None:
        if frame is None or frame.speaker is None:
            return None
        spoken = self.titles.read(text[slice(*frame.speaker)])
        if spoken is None:
            return None
        span = (min(frame.speaker[0], frame.verb[0]), max(frame.speaker[1], frame.verb[1]))
        gap = max(stretch.outer_start - span[1], span[0] - stretch.outer_end)
        sure = _FRAMED if gap <= _NEAR or "P" in frame.order else _LOOSE
        if sure == _LOOSE and not spoken.named and not is_speech(text, stretch):
            return None
        cue = text[slice(*frame.verb)] or None
        speaker, role = self._who(spoken)
        return Credit(speaker, spoken.name, cue, f"frame {frame.order}", sure, span, role, sure)

    def _who(self, spoken: Spoken) -> tuple[str | None, str | None]:
        if spoken.pronoun:
            named = next(reversed(self.names), None)
            return named, self.names.get(named) if named else None
        if spoken.named:
            full = self._full(spoken.name)
            role = spoken.role or self.names.get(full)
            self.names.pop(full, None)
            self.names[full] = role
            return full, role
        return spoken.name, None

    def _full(self, name: str) -> str:
        """The longest name known that begins or ends with ``name``."""
        spaced = self.titles.spaced and not self.titles.title_behind
        for known in reversed(self.names):
            if len(known) > len(name) and (
                known.split()[-1] == name if spaced else known.startswith(name)
            ):
                return known
        return name

    def _carried(
        self, number: int, text: str, stretch: Stretch, frame: Frame | None, inside: bool
    ) -> Credit | None:
        last = self.last
        if last is None or not (frame or is_speech(text, stretch)):
            return None
        distance = number - self.last_paragraph
        if inside and distance == 0:
            return last.carried("carried in the paragraph", _CARRIED)
        far = 2 if frame else 1
        if distance > far:
            return None
        if not (frame or stretch.resumed) and (inside or text[: stretch.outer_start].strip()):
            return None
        rule = "paragraph resumed" if stretch.resumed else "carried across paragraphs"
        cue = text[slice(*frame.verb)] if frame else None
        sure = _CARRIED if frame else _CARRIED_FAR
        return last.carried(rule, sure)._replace(span=(-1, -1), cue=cue)

    def resolved(self, credit: Credit | None) -> Credit | None:
        """The credit with the fullest name of the whole article."""
        if credit is None or credit.speaker not in self.names:
            return credit
        full = self._full(credit.speaker)
        return credit._replace(speaker=full, role=credit.role or self.names.get(full))
