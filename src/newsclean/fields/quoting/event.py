"""A reporting event: who says something, and by which verb, phrase or noun."""

from typing import NamedTuple

from newsclean.fields.quoting.mentions import Mention


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
