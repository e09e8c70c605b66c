"""The only walk over a DOM.

One recursion over the tree. Text gathers in a buffer that every block-level tag
flushes; inline tags only count how much of it stands in links or in bold. Elements
become :class:`~newsclean.page.Node` entries only when text or a picture is found in
them.

A page has a thousand elements, so what is done for each is spelled out in one loop, and
the buffer and the open elements are lists that are never replaced.
"""

from collections.abc import Sequence
from typing import Any

from newsclean.page import Block, Claim, Kind, Node, Picture
from newsclean.read import inline
from newsclean.read.breaks import Breaks, unwrapped
from newsclean.read.folding import BLANK, BREAK, fold, fold_pre
from newsclean.read.inline import idents
from newsclean.read.modes import Mode, mode_of
from newsclean.read.parsing import text_of
from newsclean.read.tags import (
    FALLBACKS,
    IN_LINK,
    IN_STRONG,
    IS_ASIDE,
    IS_BREAK,
    IS_HEAD,
    IS_INLINE,
    IS_INPUT,
    IS_PICTURE,
    IS_SAYING,
    MARKS,
    OPENS_BODY,
    SAYING_ANYWHERE,
)

# Deeper nesting than this is no layout any more but an unclosed tag repeated; below it
# the text is taken without structure, so that Python's stack never runs out.
MAX_DEPTH = 300

_TEXT = mode_of(Kind.TEXT)
_BUTTON = mode_of(Kind.BUTTON)
# Named tuples made without the call of their __new__, which is written in Python.
_new: Any = tuple.__new__


class Walk:
    """One walk over a tree, and what it has found."""

    def __init__(self, hints: inline.Hints) -> None:
        self.hints = hints
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        self.claims: list[Claim] = []
        self.pictures: list[Picture] = []
        # Elements that say something about the page, for read_claims().
        self.sayings: list[Any] = []
        self.cut = False
        self._microdata = hints.microdata
        self._hidden: list[bool] = []
        # The open block-level elements and their indices in nodes, both from 1; the
        # indices of the first ``_made`` are valid.
        self._open: list[Any] = [None] * (MAX_DEPTH + 3)
        self._index: list[Any] = [None] * (MAX_DEPTH + 3)
        self._made = 0
        self._parts: list[str] = []
        self._link_chars = 0
        self._strong_chars = 0
        self._break_at = -1
        self._breaks = Breaks()

    def children(self, element: Any, mode: Mode, depth: int, level: int, marks: int) -> None:
        """The text and the children of ``element``, in which ``level`` blocks are open."""
        parts = self._parts
        if depth > MAX_DEPTH:
            self.cut = True
            self.sayings += element.iterdescendants(*SAYING_ANYWHERE)
            parts.append(f" {text_of(element)} ")
            self._count(parts[-1], marks)
            return
        text = element.text
        # White space counts between words only, and most of it stands between tags.
        if text and (parts or not text.isspace()):
            parts.append(text)
            if marks:
                self._count(text, marks)
        for child in element:
            what = mode[child.tag]
            if what is IS_INLINE:
                self._inline(child, mode, depth, level, marks)
            elif type(what) is Mode:
                if parts:
                    self.flush(mode, level)
                self.block(child, what, depth + 1, level + 1, marks)
            elif what is IS_ASIDE:
                self._aside(child, mode.inside(child.tag.rpartition("}")[2]), depth, level, marks)
            else:
                self._other(child, what, mode, depth, level, marks)
            text = child.tail
            if text and (parts or not text.isspace()):
                parts.append(text)
                if marks:
                    self._count(text, marks)

    def block(self, element: Any, mode: Mode, depth: int, level: int, marks: int) -> None:
        """A block-level element; ``mode`` is the one inside it."""
        self._open[level] = element
        if self._microdata:
            self.hints.on_block(self, element)
        self.children(element, mode, depth, level, marks)
        if self._parts:
            self.flush(mode, level)
        if self._made >= level:
            self._made = level - 1

    def _inline(self, element: Any, mode: Mode, depth: int, level: int, marks: int) -> None:
        tag = element.tag
        if tag[0] == "{":
            tag = tag.rpartition("}")[2]
        items = element.items()
        if items or tag == "time":
            attributes = dict(items)
            # Outside of links such text may be the word before a byline or a date.
            if inline.hides(attributes) or (marks & IN_LINK and inline.is_unseen(attributes)):
                self._aside(element, _TEXT, depth, level, marks)
                return
            self.hints.on_inline(self, element, tag, attributes)
        if tag in MARKS:
            marks |= MARKS[tag]
        if tag == "font":
            start, count = len(self._parts), len(self.blocks)
            self.children(element, mode, depth + 1, level, marks)
            if count == len(self.blocks) and start < len(self._parts):
                self._breaks.font(start, len(self._parts))
            return
        if len(element) or depth >= MAX_DEPTH:
            self.children(element, mode, depth + 1, level, marks)
            return
        # Three in four have nothing but a text.
        text = element.text
        if not text:
            if items and inline.is_break(attributes):
                self._line_break(mode, level)
        elif self._parts or not text.isspace():
            self._parts.append(text)
            if marks == IN_LINK:
                self._link_chars += len(text.strip())
            elif marks:
                self._count(text, marks)

    def _aside(self, element: Any, mode: Mode, depth: int, level: int, marks: int) -> None:
        """An element that is no part of the sentence it stands in, being hidden, an icon or
        a control: a block of its own, before the sentence's, so that it neither joins nor
        cuts the text around it."""
        if not self._parts:
            self.block(element, mode, depth + 1, level + 1, marks)
            return
        outside = (self._parts[:], self._link_chars, self._strong_chars, self._break_at)
        breaks, self._breaks = self._breaks, Breaks()
        self._parts.clear()
        self._link_chars, self._strong_chars, self._break_at = 0, 0, -1
        self.block(element, mode, depth + 1, level + 1, marks)
        self._parts[:], self._link_chars, self._strong_chars, self._break_at = outside
        self._breaks = breaks

    def _count(self, text: str, marks: int) -> None:
        """Count ``text`` as standing in what ``marks`` says."""
        size = len(text.strip())
        if marks & IN_LINK:
            self._link_chars += size
        if marks & IN_STRONG:
            self._strong_chars += size

    def _other(
        self, element: Any, what: int, mode: Mode, depth: int, level: int, marks: int
    ) -> None:
        """An element without text of its own, or whose text is not to be seen."""
        if what is IS_SAYING:
            self.sayings.append(element)
        elif what is IS_PICTURE:
            self._picture(element, level)
        elif what is IS_BREAK:
            self._line_break(mode, level)
        elif what is IS_INPUT:
            self._input(element, mode, level, marks)
        elif what is IS_HEAD and any(child.tag in OPENS_BODY for child in element):
            self.children(element, mode, depth + 1, level, marks)
            return
        if len(element):
            self.sayings += element.iterdescendants(*SAYING_ANYWHERE)

    def _line_break(self, mode: Mode, level: int) -> None:
        """A ``<br>``; the second in a run ends the paragraph."""
        parts = self._parts
        if self._break_at >= 0 and not "".join(parts[self._break_at + 1 :]).strip(BLANK):
            self.flush(mode, level)
            return
        self._break_at = len(parts)
        parts.append(BREAK)
        self._breaks.mark(self._link_chars, self._strong_chars, self._break_at)

    def flush(self, mode: Mode, level: int) -> None:
        """Make a block of the text gathered so far."""
        parts = self._parts
        if not parts:
            return
        link_chars, strong_chars = self._link_chars, self._strong_chars
        self._link_chars = self._strong_chars = 0
        self._break_at = -1
        kind = mode.kind
        pieces: Sequence[tuple[str, int, int]] = ()
        if self._breaks.any:
            pieces = self._breaks.take(parts, link_chars, strong_chars, kind)
        if not pieces:
            raw = "".join(parts)
            text = fold_pre(raw) if mode.is_pre else fold(raw)
            if text:
                pieces = ((text, link_chars, strong_chars),)
                if mode.is_pre and (wrapped := unwrapped(text)):
                    kind, pieces = Kind.PARAGRAPH, wrapped
        parts.clear()
        for text, links, strongs in pieces:
            node = self._index[level] if self._made >= level else self._nodes_down_to(level)
            size = len(text)
            links = links if links < size else size
            strongs = strongs if strongs < size else size
            hidden = self._hidden[node] if level else False
            block = (text, kind, mode.level, node, links, strongs, hidden, None, None)
            self.blocks.append(_new(Block, block))

    def _nodes_down_to(self, level: int) -> int:
        """Make the open elements down to ``level`` entries of ``nodes``; the last one's index."""
        index, nodes, hidden = self._index, self.nodes, self._hidden
        made = self._made
        parent = index[made] if made else -1
        hides = hidden[parent] if made else False
        for i in range(made + 1, level + 1):
            element = self._open[i]
            tag = element.tag
            if tag[0] == "{":
                tag = tag.rpartition("}")[2]
            items = element.items()
            if not items:
                ident = ""
            elif len(items) == 1 and items[0][0] == "class":
                ident = idents[items[0][1]]
            else:
                attributes = dict(items)
                ident = inline.ident(attributes, tag)
                hides = hides or inline.hides(attributes)
            hides = hides or tag in FALLBACKS or (tag == "span" and inline.is_unseen(dict(items)))
            hidden.append(hides)
            index[i] = len(nodes)
            nodes.append(_new(Node, (parent, tag, ident)))
            parent = index[i]
        self._made = level
        return parent

    def _picture(self, element: Any, level: int) -> None:
        picture = inline.picture(element, self.hints.url)
        if picture is None:
            return
        url, alt, width = picture
        node = self._index[level] if self._made >= level else self._nodes_down_to(level)
        figure = inline.figure_around(self.nodes, node)
        self.pictures.append(Picture(url, alt, len(self.blocks), node, figure, width))

    def _input(self, element: Any, mode: Mode, level: int, marks: int) -> None:
        """The caption of a form's button is visible text."""
        if (element.get("type") or "").lower() in ("submit", "button", "reset"):
            value = element.get("value")
            if value:
                self.flush(mode, level)
                if not value.isspace():
                    self._parts.append(value)
                    self._count(value, marks)
                    self.flush(_BUTTON, level)

    def whole(self, root: Any) -> None:
        """Everything under ``root``, and ``root`` itself if it is no ``<html>``."""
        self._root(root)
        # What stands behind </html> is body (HTML Standard, 13.2.6.4.22), and a root here.
        if root.getparent() is None:
            for other in root.itersiblings("{*}*"):
                self._root(other)

    def _root(self, root: Any) -> None:
        what = _TEXT[root.tag]
        if root.tag == "html":
            self.children(root, _TEXT, 0, 0, 0)
        elif what is IS_INLINE:
            self._inline(root, _TEXT, 0, 0, 0)
        elif what is IS_ASIDE:
            self._aside(root, _TEXT, 0, 0, 0)
        elif type(what) is Mode:
            self.block(root, what, 1, 1, 0)
        else:
            self._other(root, what, _TEXT, 0, 0, 0)
        self.flush(_TEXT, 0)
