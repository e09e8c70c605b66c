"""What comes out: the typed article.

Every type here is a frozen, slotted, picklable dataclass. Where the news trade has a
standard for a value, the attribute's docstring names it.
"""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from newsclean import _codec
from newsclean._statements import Statement, joined
from newsclean._undated import without_dateline
from newsclean.page import Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the story."""

    kind: ClassVar[str] = "paragraph"
    text: str
    """The text, verbatim, white space folded; a forced line break is a newline."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-heading (crosshead) inside the story; the headline is ``Article.title``."""

    kind: ClassVar[str] = "heading"
    text: str
    """The text, verbatim, white space folded."""
    level: int = 2
    """1 to 6, as the markup says; 2 where it does not say."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list."""

    kind: ClassVar[str] = "list item"
    text: str
    """The text, verbatim, white space folded."""
    level: int = 1
    """Depth of its list, from 1."""


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A paragraph that the page sets off as quoted."""

    kind: ClassVar[str] = "block quote"
    text: str
    """The text, verbatim, white space folded."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a data table, its cells joined by `` | `` in ``text``."""

    kind: ClassVar[str] = "table row"
    text: str
    """The texts of the cells, verbatim, between bars."""


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose line breaks and spaces count, such as code or verse."""

    kind: ClassVar[str] = "preformatted"
    text: str
    """The text, verbatim, white space and all."""


Element: TypeAlias = Paragraph | Heading | ListItem | BlockQuote | TableRow | Preformatted
"""One element of ``Article.body``; its ``kind`` tells which, its ``text`` is the text."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, by whom and when a story was filed, as its first line says (AP Stylebook,
    "datelines"; schema.org ``dateline``; NITF ``dateline``)."""

    raw: str
    """As written, without the separator that ends it: ``"NAIROBI, May 3 (Reuters)"``."""
    place: str | None = None
    """The place as written, with its state or country: ``"Bergen, Norway"``."""
    city: str | None = None
    """The first part of ``place``: ``"Bergen"``."""
    region: str | None = None
    """The state, province or country of ``place``, as written: ``"Norway"``, ``"Wis."``."""
    agency: str | None = None
    """The news agency or station as written: ``"AP"``, ``"dpa/lno"``."""
    date: datetime.date | None = None
    """The day it was filed; None where it gives none or the year cannot be told."""


@dataclass(frozen=True, slots=True)
class Author:
    """A person or an organisation that the byline credits (schema.org ``author``)."""

    name: str
    """The name as the page writes it, without "By" or a title."""
    role: str | None = None
    """Job or desk as the page gives it: ``"Staff Writer"``."""
    bio: str | None = None
    """What the page says about the author, where it says so."""
    url: str | None = None
    """The author's page."""
    kind: str = "person"
    """``"person"`` or ``"organisation"`` (an agency, a newsroom)."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One contiguous stretch of quoted text."""

    text: str
    """The words between the marks, without the marks."""
    speaker: str | None
    """Who said it, by the fullest name that the article gives; None without ground."""
    speaker_raw: str | None
    """The speaker as written beside the quote: ``"he"``, ``"Okafor"``."""
    cue: str | None
    """The verb or phrase that attributes it: ``"said"``, ``"according to"``."""
    element: int
    """Index into ``Article.body``."""
    span: tuple[int, int]
    """Offsets into ``Article.text``: the slice is ``text``."""
    continues: int | None = None
    """Index in ``Article.quotes`` of the quote that this one goes on with, where only the
    attribution or a paragraph break stands between them."""
    kind: str = "direct"
    """``"direct"`` (whole sentences), ``"partial"`` (words inside a sentence of the
    story), ``"block"`` (set off by the page) or ``"scare"`` (a term, a title, no speech)."""
    speaker_role: str | None = None
    """What the article calls the speaker beside the name: ``"the mayor of Eastford"``."""
    confidence: float = 0.0
    """From 0 to 1: how sure the speaker is; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the story (schema.org ``image``)."""

    url: str
    """Absolute where the page's address is known."""
    caption: str | None = None
    """The caption below it, without the credit."""
    credit: str | None = None
    """Photographer or agency, as written."""
    alt: str | None = None
    """The alternative text that the markup declares."""


@dataclass(frozen=True, slots=True)
class Chrome:
    """A text of the page that belongs to no field, and why it was set aside."""

    role: Role
    """What it is."""
    text: str
    """The text, verbatim."""
    reason: str
    """The rule or score that gave the role."""
    block: int
    """Index of its block in what ``label()`` returns."""


@dataclass(frozen=True, slots=True)
class LabelledBlock:
    """A block of the page with its role, as ``label()`` gives it."""

    text: str
    """The visible text of the block."""
    role: Role
    """What the block is."""
    reason: str
    """The rule that gave the role, in words."""
    score: float | None = None
    """The score that gave it, where it was not a plain rule."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value came from."""

    rule: str
    """What was applied, in words: ``"headline shown above the body"``."""
    source: str
    """``"text"``, ``"json-ld"``, ``"opengraph"``, ``"meta"``, ``"url"`` …"""
    raw: str | None = None
    """The string that the value was made from, as it stands in the source."""
    block: int | None = None
    """Index of the block in what ``label()`` returns; None for metadata."""
    span: tuple[int, int] | None = None
    """Offsets of ``raw`` in the block's text."""


@dataclass(frozen=True, slots=True)
class Article:
    """A news article, and an account of the page that it was taken from."""

    title: str | None = None
    """The headline as the page shows it (schema.org ``headline``)."""
    deck: str | None = None
    """The deck (standfirst, summary) between headline and body."""
    section: str | None = None
    """The section of the site (schema.org ``articleSection``)."""
    breadcrumbs: tuple[str, ...] = ()
    """The trail of sections to the story, outermost first, without the front page and the
    story itself (schema.org ``BreadcrumbList``)."""
    genres: tuple[str, ...] = ()
    """What the page declares the story to be: ``"live blog"``, ``"opinion"``,
    ``"analysis"``, ``"review"``, ``"interview"``, ``"satire"``, ``"video"``, ``"audio"``,
    ``"gallery"``, ``"press release"``, ``"sponsored"``; empty for plain news."""
    paywalled: bool | None = None
    """Is the story, or a part of it, declared to be for subscribers (schema.org
    ``isAccessibleForFree``, negated)? None where the page does not say."""
    language: str | None = None
    """ISO 639-1 code of the text's language."""
    site_name: str | None = None
    """The publication, as the page names it (``og:site_name``)."""
    url: str | None = None
    """The canonical address; the caller's ``url`` where the page declares none."""
    published: datetime.datetime | datetime.date | None = None
    """First publication: an aware datetime where the zone is known, a naive one where
    only the clock time is, a date where only the day is."""
    modified: datetime.datetime | datetime.date | None = None
    """Last change, where the page declares one that follows ``published``."""
    tags: tuple[str, ...] = ()
    """Keywords that the page declares."""
    dateline: Dateline | None = None
    """The dateline at the head of the body; ``text`` keeps it."""
    byline: str | None = None
    """The byline as written."""
    authors: tuple[Author, ...] = ()
    """Whom the byline credits, in its order."""
    body: tuple[Element, ...] = ()
    """The story's elements in reading order, their text verbatim."""
    quotes: tuple[Quote, ...] = ()
    """The quotes of the body, in its order."""
    images: tuple[Image, ...] = ()
    """The story's pictures, in the page's order."""
    lead_image: Image | None = None
    """The picture that the page declares for the story (``og:image``), with caption and
    credit where it is shown, else the first above the text."""
    chrome: tuple[Chrome, ...] = ()
    """Everything that was set aside, in the page's order."""
    evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict, hash=False)
    """For each field that has a value, by its name, where the value came from: first the
    evidence that decided, then places that repeat it. To be read only."""
    confidence: float = 0.0
    """From 0 to 1: is this page an article?"""
    problems: tuple[str, ...] = ()
    """What went wrong or was doubtful, in words."""

    @property
    def text(self) -> str:
        """The body's elements joined by blank lines."""
        return "\n\n".join(element.text for element in self.body)

    @property
    def text_without_dateline(self) -> str:
        """``text`` without the dateline and the mark that parts it from the story."""
        texts = [element.text for element in self.body]
        return "\n\n".join(without_dateline(texts, self.dateline.raw if self.dateline else None))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The texts of the body's paragraphs: no headings, list items or other kinds."""
        return tuple(e.text for e in self.body if isinstance(e, Paragraph))

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The quotes, each joined with those that continue it; scare quotes are left out."""
        return joined(self.quotes)

    def to_dict(self) -> dict[str, Any]:
        """The article as plain JSON values, with the derived ``text``; dates in ISO 8601."""
        plain: dict[str, Any] = _codec.encode(self)
        plain["text"] = self.text
        return plain

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as JSON text, characters outside ASCII as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Article":
        """The article that :meth:`to_dict` made ``data`` from, equal to it.

        Raises TypeError or ValueError where ``data`` has another shape. Keys that are no
        attributes are passed over, so that later versions can add some.
        """
        article: Article = _codec.decode(cls, data)
        return article
