"""Quotation marks: which open, which close, which are none, and the stretches between.

Works by context and not by language, since pages mix styles and print marks the wrong way
round: a mark leans towards opening or closing by its shape and its neighbours, and the
state decides where that leaves a doubt.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsclean.fields.quoting.singles import single_pairs


class Stretch(NamedTuple):
    """A quoted stretch of one text: offsets without the marks, and with them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    open_ended: bool = False
    """No mark closes it: it runs to the end of the text."""
    resumed: bool = False
    """It goes on with the stretch that the text before left open."""
    repair: str = ""
    """What was wrong with its marks, in words."""


_NO_OPENING = "opening mark is missing"
_NO_CLOSING = "closing mark is missing"


class _Mark(NamedTuple):
    at: int
    end: int
    family: str
    lean: int
    """1 opens, -1 closes, 0 may do either."""


_FAMILY = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "＂", "''", "``", "‘‘", "’’"), "double"),
    **dict.fromkeys("«»", "angle"),
    **dict.fromkeys("‹›", "single angle"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("《》", "title"),
    **dict.fromkeys("〈〉", "single title"),
    **dict.fromkeys("﹁﹂", "corner"),
    **dict.fromkeys("〝〞〟", "double"),
}
_FIXED = {"「": 1, "『": 1, "《": 1, "」": -1, "』": -1, "》": -1, "〈": 1, "〉": -1}
_FIXED |= {"﹁": 1, "﹂": -1, "〝": 1, "〞": -1, "〟": -1}
_SHAPE = {"“": 1, "„": 1, "‟": 1, "``": 1, "‘‘": 1, "«": 1, "‹": 1}
_SHAPE |= {"”": -1, "’’": -1, "»": -1, "›": -1}

# Of three typed marks behind a word the first closes a nested quotation.
_MARK = re.compile(r"``|''(?!'(?!\w))|‘‘|’’|[“”„‟\"＂«»‹›「」『』《》〈〉﹁﹂〝〞〟]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
# Hebrew writes abbreviations with a mark before the last letter, or before an ending.
_GERSHAYIM = re.compile(
    r"(?<=[\u05d0-\u05ea])[\"”“](?=[\u05d0-\u05ea](?![\u05d0-\u05ea]))"
    r"|(?<=[\u05d0-\u05ea]{3})[\"”“](?=[\u05d0-\u05ea])"
)
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:½)?$")
_BEFORE_OPENING = frozenset("([{—–-/|‘'“‹«>¿¡…（")
_AFTER_CLOSING = frozenset(")]}—–-/|’'”›».,;:!?…<）。，、；：！？،؛؟।")
_ENDS = frozenset(".,!?…")
# A heading is shorter, in characters; set by eye.
_CROSSHEAD = 90
# A closing mark whose opening mark is missing: the longest stretch that is still taken
# for one sentence or two of speech. Set by eye; longer ones were lost marks elsewhere.
_LONGEST_REPAIR = 600


def quoted_stretches(texts: Sequence[str], elisions: Collection[str]) -> list[list[Stretch]]:
    """The outermost quoted stretches of each text, in order.

    ``elisions`` are words that are written with an apostrophe in front (``em``, ``til``).
    """
    result: list[list[Stretch]] = []
    left_open = False
    for text in texts:
        found = _Pairing(text, left_open).run(single_pairs(text, elisions))
        found = [s for s in (_trimmed(text, s) for s in found) if s.start < s.end]
        result.append(found)
        if found or not is_crosshead(text):
            left_open = bool(found) and found[-1].open_ended
    resumed = False
    for text, found in zip(reversed(texts), reversed(result), strict=True):
        if found and found[-1].open_ended and not resumed:
            found[-1] = found[-1]._replace(repair=_NO_CLOSING)
        if found or not is_crosshead(text):
            resumed = bool(found) and found[0].resumed
    return result


def is_crosshead(text: str) -> bool:
    """Whether a text can be a heading inside a speech that runs over paragraphs."""
    return len(text) < _CROSSHEAD and text[-1:] not in _ENDS


def _marks(text: str) -> list[_Mark]:
    tags = [(m.start(), m.end()) for m in _TAG.finditer(text)] if "<" in text else []
    marks: list[_Mark] = []
    tag = 0
    for match in _MARK.finditer(text):
        at, end = match.span()
        while tag < len(tags) and tags[tag][1] <= at:
            tag += 1
        if tag < len(tags) and tags[tag][0] < at:
            continue
        sign = match.group()
        if _GERSHAYIM.match(text, at):
            continue
        before = text[at - 1] if at else " "
        after = text[end] if end < len(text) else " "
        marks.append(_Mark(at, end, _FAMILY[sign], _lean(sign, before, after)))
    return marks


def _lean(sign: str, before: str, after: str) -> int:
    if sign in _FIXED:
        return _FIXED[sign]
    opening = before.isspace() or before in _BEFORE_OPENING
    closing = after.isspace() or after in _AFTER_CLOSING
    context = int(opening) - int(closing)
    shape = _SHAPE.get(sign, 0)
    if not shape:
        return context
    return 0 if context == -shape else shape


class _Pairing:
    """One text's marks put in pairs, from left to right, in linear time."""

    def __init__(self, text: str, left_open: bool) -> None:
        self.text = text
        self.left_open = left_open
        self.marks = _marks(text)
        self.found: list[Stretch] = []
        self.open: _Mark | None = None
        self.sign = ""
        self.depth = 0
        self.resumed = False

    def run(self, singles: tuple[list[tuple[int, int]], list[int]]) -> list[Stretch]:
        pairs, lone = singles
        marks = self.marks
        pair = 0
        for i, mark in enumerate(marks):
            if self.open is None:
                while pair < len(pairs) and pairs[pair][1] <= mark.at:
                    self._add_single(*pairs[pair])
                    pair += 1
                if pair < len(pairs) and pairs[pair][0] < mark.at:
                    continue
                self._outside(mark, lone)
            else:
                self._inside(mark, i)
                end = self.found[-1].outer_end if self.found else 0
                while pair < len(pairs) and (pairs[pair][0] < end):
                    pair += 1
        if self.open is not None:
            self._unclosed()
        else:
            for start, end in pairs[pair:]:
                self._add_single(start, end)
        return self.found

    def _add_single(self, at: int, end: int) -> None:
        if not self.found or self.found[-1].outer_end <= at:
            self.found.append(Stretch(at + 1, end - 1, at, end))

    def _outside(self, mark: _Mark, lone: list[int]) -> None:
        text = self.text
        sign = text[mark.at : mark.end]
        if sign in ('"', "＂", "''") and mark.lean < 1 and text[mark.at - 1 : mark.at].isdigit():
            return  # inches
        if mark.lean > 0 or (mark.lean == 0 and self._may_open(mark)):
            first = self.left_open and not self.found
            self.resumed = first and not text[: mark.at].strip()
            self.open, self.depth = mark, 0
            return
        start = self._lost_opening(mark, lone)
        if start is not None:
            resumed = self.left_open and not start
            repair = "" if resumed else _NO_OPENING
            self.found.append(Stretch(start, mark.at, start, mark.end, False, resumed, repair))

    def _may_open(self, mark: _Mark) -> bool:
        """Whether a doubtful mark opens: something has to stand behind it."""
        return bool(self.text[mark.end : mark.end + 2].strip())

    def _lost_opening(self, mark: _Mark, lone: list[int]) -> int | None:
        """Where the stretch starts that only a closing mark shows."""
        last = self.found[-1].outer_end if self.found else 0
        before = bisect_left(lone, mark.at)
        if before and lone[before - 1] >= last:
            return lone[before - 1] + 1
        if self.found or mark.at > _LONGEST_REPAIR:
            return None
        if self.left_open or self.text[mark.at - 1 : mark.at] in _ENDS:
            return 0
        return None

    def _inside(self, mark: _Mark, index: int) -> None:
        opened = self.open
        if opened is None or mark.family != opened.family:
            return
        reversed_pair = self.text[opened.at] in "»›" and self.text[mark.at] in "«‹"
        if mark.lean > 0 and not reversed_pair and not self._misprinted_closing(mark):
            if self._nests(index):
                self.depth += 1
            else:
                self._close(self._cut(opened.end, mark.at), None)
                self.open, self.resumed = mark, False
            return
        if self._inches(mark, index):
            return
        if self.depth:
            self.depth -= 1
            return
        self._close(mark.at, mark.end)

    def _misprinted_closing(self, mark: _Mark) -> bool:
        """``“I agree, “he said``: an opening mark, or a space, in the wrong place."""
        return self.text[max(mark.at - 2, 0) : mark.at] in (", ", "? ", "! ") and (
            self.text[mark.end : mark.end + 1].islower()
        )

    def _nests(self, index: int) -> bool:
        """Whether an opening mark inside a quote opens another: two must then close."""
        family = self.marks[index].family
        closings = 0
        for mark in self.marks[index + 1 : index + 7]:
            if mark.family == family:
                if mark.lean > 0:
                    return False
                closings += 1
                if closings == 2:
                    return True
        return False

    def _inches(self, mark: _Mark, index: int) -> bool:
        text = self.text
        if text[mark.at] not in '"＂' or not text[mark.at - 1 : mark.at].isdigit():
            return False
        if _FEET.search(text, max(mark.at - 8, 0), mark.at):
            return True
        follows = self.marks[index + 1] if index + 1 < len(self.marks) else None
        return (
            follows is not None
            and follows.lean < 0
            and text[mark.end : mark.end + 1] == " "
            and text[mark.end + 1 : mark.end + 2].islower()
        )

    def _cut(self, start: int, end: int) -> int:
        """The end of a quote whose closing mark is missing before another opens."""
        text = self.text
        for at in range(end - 1, start, -1):
            if text[at] in ".!?" and text[at + 1 : at + 2].isspace():
                return at + 1
        return end

    def _close(self, end: int, outer_end: int | None) -> None:
        opened = self.open
        assert opened is not None
        if end > opened.end:
            outer = end if outer_end is None else outer_end
            repair = _NO_CLOSING if outer_end is None else ""
            self.found.append(
                Stretch(opened.end, end, opened.at, outer, False, self.resumed, repair)
            )
        self.open, self.depth, self.resumed = None, 0, False

    def _unclosed(self) -> None:
        opened = self.open
        assert opened is not None
        end = len(self.text)
        self.found.append(Stretch(opened.end, end, opened.at, end, True, self.resumed))


def _trimmed(text: str, stretch: Stretch) -> Stretch:
    """The stretch without the white space and the comma that belong to the typesetting."""
    start, end = stretch.start, stretch.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",，、،"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return stretch._replace(start=start, end=end)
