"""The whole pipeline on one screen: decode → read → label → fields → Article."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from newsclean.article import Article, Evidence, LabelledBlock
from newsclean.decode import decode, looks_like_html
from newsclean.errors import one_of
from newsclean.fields.authors import find_authors
from newsclean.fields.body import find_body
from newsclean.fields.byline import find_byline
from newsclean.fields.chrome import find_chrome
from newsclean.fields.confidence import find_confidence
from newsclean.fields.dateline import find_dateline
from newsclean.fields.dates import find_modified, find_published
from newsclean.fields.deck import find_deck
from newsclean.fields.found import Found
from newsclean.fields.images import find_images
from newsclean.fields.quotes import find_quotes
from newsclean.fields.section import find_section
from newsclean.fields.site import find_site_name, find_tags, find_url
from newsclean.fields.title import find_title
from newsclean.label import label_page
from newsclean.last_resort import readability_text
from newsclean.page import Labelled, Page, Role
from newsclean.read.html import read_html
from newsclean.read.text import read_text

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from lxml.etree import _Element, _ElementTree

    Source: TypeAlias = "bytes | str | Path | _Element | _ElementTree | BeautifulSoup"
else:
    Source: TypeAlias = Any

KINDS = ("auto", "html", "text")


def extract(
    source: Source,
    *,
    url: str | None = None,
    kind: str = "auto",
    encoding: str | None = None,
    language: str | None = None,
    now: datetime.datetime | None = None,
) -> Article:
    """The article of a page.

    Args:
        source: The page: ``bytes``, ``str``, a ``pathlib.Path`` to read it from, an lxml
            element or tree, or a ``BeautifulSoup``; the last three are left unchanged.
        url: Where the page was found; it makes links absolute and can give a date.
        kind: ``"html"``, ``"text"`` (somebody flattened it already), or ``"auto"``: see
            :func:`newsclean.decode.looks_like_html` for the rule.
        encoding: The charset that the HTTP header gave, for bytes and paths.
        language: ISO 639-1 code, if known; else it is found.
        now: What relative dates ("3 hours ago") count from; the present moment if None.

    Returns:
        The article. A bad page raises nothing: what could be had is there, and
        ``problems`` says what went wrong.

    Raises:
        TypeError: ``source`` or an option is of the wrong type.
        ValueError: an option has a value that is not allowed.
        OSError: the file that ``source`` names cannot be read.
    """
    labelled = _labelled(source, url, kind, encoding, language, now)
    now = now or datetime.datetime.now(datetime.UTC)
    body = find_body(labelled)
    elements = tuple(item.element for item in body)

    get = _Fields()
    title = get("title", None, find_title, labelled)
    deck = get("deck", None, find_deck, labelled, title)
    section = get("section", None, find_section, labelled)
    site_name = get("site_name", None, find_site_name, labelled)
    address = get("url", None, find_url, labelled)
    tags = get("tags", (), find_tags, labelled)
    byline = get("byline", None, find_byline, labelled)
    authors = get("authors", (), find_authors, labelled, byline, site_name)
    published = get("published", None, find_published, labelled, now)
    modified = get("modified", None, find_modified, labelled, published, now)
    dateline = get("dateline", None, _dateline, labelled, body, published)
    quotes = get("quotes", (), find_quotes, elements, labelled.language)
    images = get("images", (), find_images, labelled)

    return Article(
        title=title,
        deck=deck,
        section=section,
        language=labelled.language,
        site_name=site_name,
        url=address or url,
        published=published,
        modified=modified,
        tags=tags,
        dateline=dateline,
        byline=byline,
        authors=authors,
        body=elements,
        quotes=quotes,
        images=images,
        chrome=find_chrome(labelled, get.evidence),
        evidence=get.evidence,
        confidence=find_confidence(labelled, body),
        problems=(*_problems(labelled, elements), *get.problems),
    )


class _Fields:
    """Calls the fields' functions, and gathers their evidence and what went wrong.

    A page can be odd in ways that no rule foresaw: the field is then empty, and the
    article's ``problems`` say why; the other fields are not lost.
    """

    def __init__(self) -> None:
        self.evidence: dict[str, tuple[Evidence, ...]] = {}
        self.problems: list[str] = []

    def __call__(self, name: str, missing: Any, function: Any, *arguments: Any) -> Any:
        try:
            found: Found[Any] = function(*arguments)
        except Exception as error:
            self.problems.append(f"{name} failed: {type(error).__name__}: {error}")
            return missing
        if found.evidence:
            self.evidence[name] = found.evidence
        return found.value


def label(
    source: Source,
    *,
    url: str | None = None,
    kind: str = "auto",
    encoding: str | None = None,
    language: str | None = None,
    now: datetime.datetime | None = None,
) -> tuple[LabelledBlock, ...]:
    """The page's blocks in reading order, each with its role, and the rule or score that
    gave it. Arguments and errors are those of :func:`extract`."""
    labelled = _labelled(source, url, kind, encoding, language, now)
    return tuple(
        LabelledBlock(block.text, given.role, given.reason, given.score)
        for block, given in zip(labelled.page.blocks, labelled.labels, strict=True)
    )


def _labelled(
    source: Source,
    url: str | None,
    kind: str,
    encoding: str | None,
    language: str | None,
    now: datetime.datetime | None,
) -> Labelled:
    """``source`` read and labelled."""
    one_of("kind", kind, KINDS)
    for name, value in (("url", url), ("encoding", encoding), ("language", language)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} must be a str or None, not {type(value).__name__}")
    if now is not None and not isinstance(now, datetime.datetime):
        raise TypeError(f"now must be a datetime or None, not {type(now).__name__}")
    markup, page = _read(source, url, kind, encoding)
    return label_page(
        page,
        language=language,
        rescue=(lambda: readability_text(markup)) if page.kind == "html" else None,
    )


def _read(source: Source, url: str | None, kind: str, encoding: str | None) -> tuple[Any, Page]:
    """The source as text or element, and the page."""
    problems: tuple[str, ...] = ()
    charset = None
    if isinstance(source, Path):
        source = source.read_bytes()
    if isinstance(source, (bytes, bytearray, memoryview)):
        source, charset, problems = decode(bytes(source), encoding)
    if not isinstance(source, str):
        source = _unwrapped(source)
    if not isinstance(source, str):
        return source, read_html(source, url=url)
    if kind == "html" or (kind == "auto" and looks_like_html(source)):
        return source, read_html(source, url=url, encoding=charset, problems=problems)
    return source, read_text(source, url=url, encoding=charset, problems=problems)


def _unwrapped(source: Any) -> Any:
    """An lxml element, or the markup of a soup."""
    # Asked before anything else: a soup answers every hasattr() with yes.
    if type(source).__module__.partition(".")[0] == "bs4":
        from bs4 import Tag

        if isinstance(source, Tag):
            return source.decode()
    if hasattr(source, "getroot"):
        source = source.getroot()
    if hasattr(source, "itertext") and isinstance(getattr(source, "tag", None), str):
        return source
    raise TypeError(
        "source must be bytes, str, a pathlib.Path, an lxml element or tree, or a "
        f"BeautifulSoup, not {type(source).__name__}"
    )


def _dateline(labelled: Labelled, body: tuple[Any, ...], published: Any) -> Found[Any]:
    """The dateline, its evidence pointing to blocks of the page."""
    lines = labelled.having(Role.DATELINE)
    alone = labelled.page.blocks[lines[0]].text if lines else None
    found = find_dateline(
        [item.element.text for item in body[:8]],
        language=labelled.language,
        published=published,
        labelled_dateline=alone,
    )
    evidence = []
    for item in found.evidence:
        block = body[item.block].block if item.block is not None else None
        if block is None and lines and alone is not None:
            block = lines[0]
        evidence.append(Evidence(item.rule, item.source, item.raw, block, item.span))
    return Found(found.value, tuple(evidence))


def _problems(labelled: Labelled, elements: tuple[Any, ...]) -> tuple[str, ...]:
    problems = labelled.page.problems
    if labelled.page.blocks and not elements:
        problems = (*problems, "no story found on the page")
    return problems
