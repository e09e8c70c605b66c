"""What was read: the one form in which both readers hand a page on.

A :class:`Page` holds the page's blocks of text in reading order, the claims that its
metadata makes, and its images. After reading there is no DOM: what a later stage needs
of it stands here.

The three types that occur hundreds of times on a page (Block, Node, Claim) are named
tuples and not dataclasses: they are as frozen, slotted and picklable, and are made four
times as fast.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a block of the page is. Each block has exactly one role."""

    BODY = "body"
    # Blocks that fields are read from.
    TITLE = "title"
    DECK = "deck"
    SECTION = "section"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    CAPTION = "caption"
    AUTHOR_BIO = "author bio"
    TAGS = "tags"
    # Page chrome.
    COMMENT_PROMPT = "comment prompt"
    COMMENT = "comment"
    LATEST_NEWS = "latest news"
    MUST_READ = "must read"
    RELATED = "related"
    RECOMMENDED = "recommended"
    NEWSLETTER = "newsletter"
    SHARE = "share"
    NAVIGATION = "navigation"
    ADVERTISEMENT = "advertisement"
    CONSENT = "consent"
    PAYWALL = "paywall"
    COPYRIGHT = "copyright"
    CONTACT = "contact"
    CORRECTION = "correction"
    EMBED = "embed"
    FORM = "form"
    PULL_QUOTE = "pull quote"
    HIDDEN = "hidden"
    OTHER = "other"


class Kind(StrEnum):
    """What the markup says a block is; flat text says :attr:`LINE` throughout."""

    PARAGRAPH = "paragraph"  # <p>
    HEADING = "heading"  # <h1> … <h6>
    ITEM = "item"  # <li>, <dt>, <dd>
    QUOTE = "quote"  # text in a <blockquote>
    CAPTION = "caption"  # <figcaption>, <caption>
    CELL = "cell"  # <td>, <th>
    PRE = "pre"  # <pre>: white space is kept
    BUTTON = "button"  # text of a button, label, option or other control
    TEXT = "text"  # text in any other element: <div>, <span>, <section> …
    LINE = "line"  # a block of flat text


def _set_plainly(enumeration: type[StrEnum]) -> None:
    """Make the members plain attributes of their class, as Python 3.12 does: 3.11 asks a
    descriptor written in Python each time, which costs as much as all else in a loop."""
    for name, member in enumeration.__members__.items():
        type.__setattr__(enumeration, name, member)


_set_plainly(Role)
_set_plainly(Kind)


class Node(NamedTuple):
    """An element that holds blocks, itself or further down."""

    parent: int
    """Index of the parent in ``Page.nodes``; -1 at the root."""
    tag: str
    """The element's name in lower case."""
    ident: str
    """Its class, id, itemprop, role, data-component and data-testid values, joined by spaces, in
    lower case."""


class Block(NamedTuple):
    """A run of text that the page sets apart from the text around it."""

    text: str
    """The visible text, white space folded; a single ``<br>`` is a newline."""
    kind: Kind = Kind.LINE
    level: int = 0
    """Heading level 1 to 6; depth of a list item's list, from 1; else 0."""
    node: int | None = None
    """Index in ``Page.nodes`` of the element that the text stands in; None in flat text."""
    link_chars: int | None = None
    """Characters of ``text`` that stand in links; None where the reader cannot know."""
    strong_chars: int | None = None
    """Characters in ``<b>``, ``<strong>`` or the like; None where the reader cannot know."""
    hidden: bool | None = None
    """Does the markup hide it (``hidden``, ``display:none``, ``<noscript>`` …)? None where
    the reader cannot know."""
    gap: int | None = None
    """Blank lines before it in flat text; None in HTML."""
    raw: str | None = None
    """``text`` with its non-breaking spaces, as long as it, where flat text has any."""


class Claim(NamedTuple):
    """A statement that the page's markup makes about itself."""

    source: str
    """``json-ld``, ``opengraph``, ``twitter``, ``meta``, ``microdata``, ``rdfa``, ``link``,
    ``html``, ``time``, ``url`` …"""
    name: str
    """The property, as the source spells it, in lower case: ``og:title``,
    ``datepublished``, ``author``, ``title`` …"""
    value: str
    """The value as text, entities resolved, white space folded."""
    scope: str = ""
    """For structured data: the type that has the property (``NewsArticle``)."""
    block: int | None = None
    """For claims inside the text: index of the block it stands in, or before."""
    detail: tuple[tuple[str, str], ...] = ()
    """Further parts, for example ``(("@type", "Person"), ("url", "https://…"))``."""


class Picture(NamedTuple):
    """An image of the page."""

    url: str
    alt: str | None
    block: int
    """Index of the block that it stands before (the number of blocks read so far)."""
    node: int | None
    figure: int | None
    """Index in ``Page.nodes`` of the figure (or figure-like element) around it."""
    width: int | None = None
    """Declared width in pixels."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read, from HTML or from flat text."""

    kind: str
    """``"html"`` or ``"text"``."""
    blocks: tuple[Block, ...]
    nodes: tuple[Node, ...] = ()
    claims: tuple[Claim, ...] = ()
    pictures: tuple[Picture, ...] = ()
    url: str | None = None
    """Where the page was found, if the caller said so."""
    language: str | None = None
    """Primary subtag of the declared language (BCP 47), in lower case."""
    encoding: str | None = None
    """The charset that bytes were decoded with."""
    problems: tuple[str, ...] = ()


class Label(NamedTuple):
    """The role of one block, and why."""

    role: Role
    reason: str
    """The rule that gave the role, in words."""
    score: float | None = None
    """The score that gave it, where it was not a plain rule."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page with a label for each of its blocks."""

    page: Page
    labels: tuple[Label, ...]
    """Parallel to ``page.blocks``."""
    language: str | None = None
    """The page's language as found (ISO 639-1)."""

    def having(self, *roles: Role) -> tuple[int, ...]:
        """The indices of the blocks with one of ``roles``, in reading order."""
        return tuple([i for i, label in enumerate(self.labels) if label.role in roles])
