"""The whole pipeline on one screen: decode → read → label → fields → Article."""

import datetime
from typing import Any

from newsclean.article import Article, Evidence, LabelledBlock
from newsclean.fields.access import find_paywalled
from newsclean.fields.authors import find_authors
from newsclean.fields.body import find_body, find_story_source
from newsclean.fields.breadcrumbs import find_breadcrumbs
from newsclean.fields.byline import find_byline
from newsclean.fields.chrome import find_chrome
from newsclean.fields.confidence import find_confidence
from newsclean.fields.dateline import find_dateline
from newsclean.fields.dates import find_modified, find_published
from newsclean.fields.deck import find_deck
from newsclean.fields.found import Found
from newsclean.fields.genre import find_genres
from newsclean.fields.images import find_images
from newsclean.fields.language import find_language
from newsclean.fields.lead_image import find_lead_image
from newsclean.fields.offers import Offer, find_offers
from newsclean.fields.quotes import find_quotes
from newsclean.fields.section import find_section
from newsclean.fields.site import find_site_name, find_tags, find_url
from newsclean.fields.title import find_title
from newsclean.page import Labelled, Role
from newsclean.source import KINDS, Source, open_source

__all__ = ["KINDS", "Source", "explain", "extract", "label", "text"]


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
    labelled = open_source(source, url, kind, encoding, language, now)
    return article_from(labelled, url, language, now)


def text(
    source: Source,
    *,
    url: str | None = None,
    kind: str = "auto",
    encoding: str | None = None,
    language: str | None = None,
) -> str:
    """The body alone: what ``extract(...).text`` holds, in about two thirds of its time.

    Arguments and errors are those of :func:`extract`. Empty where the page has no story.
    """
    labelled = open_source(source, url, kind, encoding, language, None, naming=False)
    return "\n\n".join(item.element.text for item in find_body(labelled))


def article_from(
    labelled: Labelled, url: str | None, language: str | None, now: datetime.datetime | None
) -> Article:
    """The article of a labelled page."""
    now = now or datetime.datetime.now(datetime.UTC)
    body = find_body(labelled)
    elements = tuple(item.element for item in body)

    get = _Fields()
    get("body", None, find_story_source, labelled, body)
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
    lead_image = get("lead_image", None, find_lead_image, labelled, images)
    breadcrumbs = get("breadcrumbs", (), find_breadcrumbs, labelled, title)
    genres = get("genres", (), find_genres, labelled)
    paywalled = get("paywalled", None, find_paywalled, labelled)

    return Article(
        title=title,
        deck=deck,
        section=section,
        breadcrumbs=breadcrumbs,
        genres=genres,
        paywalled=paywalled,
        language=get("language", None, find_language, labelled, language),
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
        lead_image=lead_image,
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


def explain(
    source: Source,
    *,
    url: str | None = None,
    kind: str = "auto",
    encoding: str | None = None,
    language: str | None = None,
    now: datetime.datetime | None = None,
) -> tuple[Article, dict[str, tuple[Offer, ...]]]:
    """The article, and by field what the page offered for it, taken or not; the article's
    ``evidence`` says what was taken. Arguments and errors are those of :func:`extract`."""
    labelled = open_source(source, url, kind, encoding, language, now)
    article = article_from(labelled, url, language, now)
    return article, find_offers(labelled, article.byline, now)


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
    labelled = open_source(source, url, kind, encoding, language, now)
    return tuple(
        LabelledBlock(block.text, given.role, given.reason, given.score)
        for block, given in zip(labelled.page.blocks, labelled.labels, strict=True)
    )


def _dateline(labelled: Labelled, body: tuple[Any, ...], published: Any) -> Found[Any]:
    """The dateline, its evidence pointing to blocks of the page.

    Some papers set it before the deck instead of the first paragraph.
    """
    blocks = labelled.page.blocks
    lines = labelled.having(Role.DATELINE)
    story = [(item.element.text, item.block) for item in body[:8]]
    found = find_dateline(
        [text for text, _ in story],
        language=labelled.language,
        published=published,
        labelled_dateline=blocks[lines[0]].text if lines else None,
    )
    decks = labelled.having(Role.DECK)[:1]
    if found.value is None and decks:
        story = [(blocks[decks[0]].text, decks[0]), *story]
        above = find_dateline(
            [text for text, _ in story], language=labelled.language, published=published
        )
        found = above if any(item.block == 0 for item in above.evidence) else found
    evidence = []
    for item in found.evidence:
        block = story[item.block][1] if item.block is not None else lines[0] if lines else None
        evidence.append(Evidence(item.rule, item.source, item.raw, block, item.span))
    return Found(found.value, tuple(evidence))


def _problems(labelled: Labelled, elements: tuple[Any, ...]) -> tuple[str, ...]:
    problems = labelled.page.problems
    if labelled.page.blocks and not elements:
        problems = (*problems, "no story found on the page")
    return problems
