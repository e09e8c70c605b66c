"""HTML to a Page: the only walk over a DOM.

One recursion over the tree. Text gathers in a buffer that every block-level tag
flushes; inline tags only count how much of it stands in links or in bold. Elements
become :class:`~newsclean.page.Node` entries only when text or a picture is found in
them.
"""

from functools import lru_cache
from typing import Any, NamedTuple

from newsclean.page import Block, Claim, Kind, Node, Page, Picture
from newsclean.read import inline
from newsclean.read.folding import BLANK, BREAK, fold, fold_pre
from newsclean.read.head import read_claims
from newsclean.read.parsing import parse, text_of
from newsclean.read.tags import (
    ACTIONS,
    FALLBACKS,
    INHERITED,
    IS_BREAK,
    IS_INLINE,
    IS_INPUT,
    IS_PICTURE,
    OWN_KIND,
    STRONG,
)

# Deeper nesting than this is no layout any more but an unclosed tag repeated; below it
# the text is taken without structure, so that Python's stack never runs out.
_MAX_DEPTH = 300


class _Mode(NamedTuple):
    """What is passed down the tree."""

    kind: Kind
    level: int
    lists: int


@lru_cache(maxsize=1024)
def _mode_of(tag: str, mode: _Mode) -> _Mode:
    """What text directly inside a block-level element is."""
    own = OWN_KIND.get(tag)
    kind, level, lists = mode
    if own is None:
        kind = kind if kind in INHERITED else Kind.TEXT
        lists += tag in ("ul", "ol", "dl", "menu")
    elif own is not Kind.PARAGRAPH or kind not in INHERITED:
        kind = own
        level = int(tag[1]) if own is Kind.HEADING else lists if own is Kind.ITEM else 0
    return _Mode(kind, level, lists)


class _Walk:
    """The state of one walk."""

    def __init__(self, hints: inline.Hints) -> None:
        self.hints = hints
        self.blocks: list[Block] = []
        self.nodes: list[Node] = []
        self.claims: list[Claim] = []
        self.pictures: list[Picture] = []
        self.microdata = hints.microdata
        self.cut = False
        self._hidden: list[bool] = []
        # The open block-level elements, and their indices in nodes (-1: not made yet).
        self._open: list[Any] = []
        self._index: list[int] = []
        self._parts: list[str] = []
        self._links = 0
        self._strongs = 0
        self._link_chars = 0
        self._strong_chars = 0
        self._break_at = -1

    def children(self, element: Any, mode: _Mode, depth: int) -> None:
        """The text and the children of ``element``."""
        if depth > _MAX_DEPTH:
            self.cut = True
            self._text(f" {text_of(element)} ")
            return
        text = element.text
        if text:
            self._text(text)
        for child in element:
            if type(child.tag) is str:
                self.child(child, mode, depth)
            text = child.tail
            if text:
                self._text(text)

    def child(self, child: Any, mode: _Mode, depth: int) -> None:
        """One element, by its tag."""
        tag = child.tag
        if tag[0] == "{":  # XHTML read as XML
            tag = tag.rpartition("}")[2]
        action = ACTIONS.get(tag)
        if action is None:
            self._block(child, tag, mode, depth)
        elif action == IS_INLINE:
            self._inline(child, tag, mode, depth)
        elif action == IS_BREAK:
            self._line_break(mode)
        elif action == IS_PICTURE:
            self._picture(child)
        elif action == IS_INPUT:
            self._input(child, mode)

    def _block(self, element: Any, tag: str, mode: _Mode, depth: int) -> None:
        if self._parts:
            self.flush(mode)
        inner = _mode_of(tag, mode)
        self._open.append(element)
        self._index.append(-1)
        if self.microdata:
            self.hints.on_block(self, element, tag)
        self.children(element, inner, depth + 1)
        if self._parts:
            self.flush(inner)
        self._open.pop()
        self._index.pop()

    def _inline(self, element: Any, tag: str, mode: _Mode, depth: int) -> None:
        attributes = element.items()
        if attributes:
            attributes = dict(attributes)
            if inline.hides(attributes):
                self._aside(element, depth)
                return
            self.hints.on_inline(self, element, tag, attributes)
        elif tag == "time":
            self.hints.on_inline(self, element, tag, {})
        if tag == "a":
            self._links += 1
            self.children(element, mode, depth + 1)
            self._links -= 1
        elif tag in STRONG:
            self._strongs += 1
            self.children(element, mode, depth + 1)
            self._strongs -= 1
        else:
            self.children(element, mode, depth + 1)

    def _aside(self, element: Any, depth: int) -> None:
        """A hidden inline element: a block of its own, before the one that it stands in, so
        that it neither joins nor cuts the visible text."""
        outside = (self._parts, self._link_chars, self._strong_chars, self._break_at)
        self._parts, self._link_chars, self._strong_chars, self._break_at = [], 0, 0, -1
        self._block(element, "span", _Mode(Kind.TEXT, 0, 0), depth)
        self._parts, self._link_chars, self._strong_chars, self._break_at = outside

    def _text(self, text: str) -> None:
        parts = self._parts
        if text.isspace():
            # White space counts between words only, and most of it stands between tags.
            if parts:
                parts.append(text)
            return
        parts.append(text)
        if self._links:
            self._link_chars += len(text.strip())
        if self._strongs:
            self._strong_chars += len(text.strip())

    def _line_break(self, mode: _Mode) -> None:
        """A ``<br>``; the second in a run ends the paragraph."""
        parts = self._parts
        if self._break_at >= 0 and not "".join(parts[self._break_at + 1 :]).strip(BLANK):
            self.flush(mode)
            return
        parts.append(BREAK)
        self._break_at = len(parts) - 1

    def flush(self, mode: _Mode) -> None:
        """Make a block of the text gathered so far."""
        parts = self._parts
        if not parts:
            return
        raw = "".join(parts)
        parts.clear()
        link_chars, strong_chars = self._link_chars, self._strong_chars
        self._link_chars = self._strong_chars = 0
        self._break_at = -1
        text = fold(raw) if mode.kind is not Kind.PRE else fold_pre(raw)
        if not text:
            return
        node = self.node()
        size = len(text)
        self.blocks.append(
            Block(
                text,
                mode.kind,
                mode.level,
                node,
                min(link_chars, size),
                min(strong_chars, size),
                self._hidden[node] if node is not None else False,
            )
        )

    def node(self) -> int | None:
        """The index of the innermost open element, made an entry of ``nodes`` if need be."""
        index = self._index
        if not index:
            return None
        first = len(index)
        while first and index[first - 1] < 0:
            first -= 1
        parent = index[first - 1] if first else -1
        for i in range(first, len(index)):
            element = self._open[i]
            tag = element.tag.rpartition("}")[2]
            hidden = parent >= 0 and self._hidden[parent]
            attributes = dict(element.items())
            self._hidden.append(hidden or tag in FALLBACKS or inline.hides(attributes))
            self.nodes.append(Node(parent, tag, inline.ident(attributes)))
            parent = index[i] = len(self.nodes) - 1
        return parent

    def _picture(self, element: Any) -> None:
        picture = inline.picture(element, self.hints.url)
        if picture is None:
            return
        url, alt, width = picture
        node = self.node()
        # The caption of a picture stands at most a few levels up.
        figure, at = None, node
        for _ in range(6):
            if at is None or at < 0:
                break
            if self.nodes[at].tag == "figure":
                figure = at
                break
            if figure is None and inline.is_figure(self.nodes[at]):
                figure = at
            at = self.nodes[at].parent
        self.pictures.append(Picture(url, alt, len(self.blocks), node, figure, width))

    def _input(self, element: Any, mode: _Mode) -> None:
        """The caption of a form's button is visible text."""
        if (element.get("type") or "").lower() in ("submit", "button", "reset"):
            value = element.get("value")
            if value:
                self.flush(mode)
                self._text(value)
                self.flush(_Mode(Kind.BUTTON, 0, 0))


def read_html(
    source: Any,
    *,
    url: str | None = None,
    encoding: str | None = None,
    problems: tuple[str, ...] = (),
) -> Page:
    """The page of an HTML text or of an lxml element, which is left as it is."""
    notes = list(problems)
    root = source
    if isinstance(source, str):
        root, troubles = parse(source)
        notes += troubles
    if root is None:
        return Page("html", (), url=url, encoding=encoding, problems=(*notes, "no content"))
    claims, declared = read_claims(root, url)
    walk = _Walk(inline.Hints(root, url, source if isinstance(source, str) else None))
    mode = _Mode(Kind.TEXT, 0, 0)
    if root.tag == "html":
        walk.children(root, mode, 0)
    else:
        walk.child(root, mode, 0)
    walk.flush(mode)
    if walk.cut:
        notes.append(f"elements nested deeper than {_MAX_DEPTH} were read without structure")
    if not walk.blocks:
        notes.append("no content")
    return Page(
        kind="html",
        blocks=tuple(walk.blocks),
        nodes=tuple(walk.nodes),
        claims=(*claims, *walk.claims),
        pictures=tuple(walk.pictures),
        url=url,
        language=declared,
        encoding=encoding,
        problems=tuple(notes),
    )
