"""What the walk makes of each tag, by where it stands."""

from typing import Any

from newsclean.page import Kind
from newsclean.read.tags import (
    ACTIONS,
    ASIDES,
    INHERITED,
    IS_ASIDE,
    IS_INLINE,
    IS_SKIPPED,
    LISTS,
    OWN_KIND,
)

# Both keep a page of invented tags or endless lists from filling the memory: real pages
# have some 60 tags, and lists three deep.
_TAGS_KEPT = 128
_LISTS_KEPT = 16

_modes: dict[tuple[Kind, int, int], "Mode"] = {}


class Mode(dict[Any, Any]):
    """What text is that stands directly in a block-level element.

    As a dictionary it answers what the walk does with a tag found there: one of the
    actions of :mod:`newsclean.read.tags`, or the mode inside, if it is block-level.
    Answers are made when they are first asked for.
    """

    __slots__ = ("is_pre", "kind", "level", "lists")

    def __init__(self, kind: Kind, level: int, lists: int) -> None:
        self.kind = kind
        self.level = level
        self.lists = lists
        self.is_pre = kind is Kind.PRE

    def __missing__(self, tag: Any) -> Any:
        answer: Any = IS_SKIPPED
        if type(tag) is str:  # and no comment or processing instruction
            name = tag.rpartition("}")[2]  # XHTML read as XML has a namespace before it
            answer = ACTIONS.get(name)
            if answer is None:
                answer = self._phrasing(name)
            if answer is None:
                answer = self.inside(name)
        if len(self) < _TAGS_KEPT and self.lists < _LISTS_KEPT:
            self[tag] = answer
        return answer

    def _phrasing(self, tag: str) -> int | None:
        """What is done with an element that would end a paragraph anywhere else: a ``<p>``
        holds phrasing content only (HTML Standard, 4.4.1), elements of a site's own among
        it; block-level ones that the standard knows have ended it in the parser."""
        if self.kind is not Kind.PARAGRAPH:
            return None
        if tag in ASIDES:
            return IS_ASIDE
        return IS_INLINE if "-" in tag else None

    def inside(self, tag: str) -> "Mode":
        """The mode in a block-level element that stands here."""
        own = OWN_KIND.get(tag)
        kind, level, lists = self.kind, self.level, self.lists
        if tag == "dd" and not lists:  # the indent of a paragraph, before there was CSS
            own = Kind.PARAGRAPH
        if own is None:
            kind = kind if kind in INHERITED else Kind.TEXT
            lists += tag in LISTS
        elif own is not Kind.PARAGRAPH or kind not in INHERITED:
            kind = own
            level = int(tag[1]) if own is Kind.HEADING else lists if own is Kind.ITEM else 0
        return mode_of(kind, level, lists)


def mode_of(kind: Kind, level: int = 0, lists: int = 0) -> Mode:
    """The mode of ``kind`` at ``level``, inside ``lists`` lists."""
    mode = _modes.get((kind, level, lists))
    if mode is None:
        mode = Mode(kind, level, lists)
        if lists < _LISTS_KEPT:
            _modes[kind, level, lists] = mode
    return mode
