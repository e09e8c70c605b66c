"""What kind of piece the page declares its story to be."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.label.facts import is_news, values
from newsclean.label.likeness import key_of
from newsclean.page import Claim, Labelled, Page, Role
from newsclean.vocab import load

# The elements whose names speak of the whole page: those around everything, and <article>.
_OUTER = ("body", "main", "article")
_OUTERMOST = 6
# A path's first folders are sections; what follows is the story's own name.
_FOLDERS = 3


def find_genres(labelled: Labelled) -> Found[tuple[str, ...]]:
    """The genres that the page declares: ``"live blog"``, ``"opinion"``, ``"analysis"``,
    ``"review"``, ``"interview"``, ``"satire"``, ``"video"``, ``"audio"``, ``"gallery"``,
    ``"press release"``, ``"sponsored"``, in the order of trust.

    Declared by types and ``genre`` of JSON-LD, ``og:type``, metas, the section, folders of
    the address and class names of the page's outermost elements. Nothing is guessed from
    the text.
    """
    found: dict[str, Evidence] = {}
    for genre, evidence in _declared(labelled):
        found.setdefault(genre, evidence)
    return Found(tuple(found), tuple(found.values()))


def _declared(labelled: Labelled) -> Iterator[tuple[str, Evidence]]:
    page = labelled.page
    typed = _spellings("types")
    # A video or gallery beside a story is no story of that kind.
    stories = any(is_news(c) and c.source == "json-ld" for c in page.claims)
    for claim in page.claims:
        if claim.source not in ("json-ld", "microdata"):
            continue
        kinds = claim.scope.lower().split()
        if claim.source == "microdata":
            kinds = kinds[-1:]
        for kind in kinds:
            genre = typed.get(kind)
            if genre and (is_news(claim) or not stories):
                yield genre, Evidence("type in structured data", claim.source, claim.scope)
    for claim in values(page, "opengraph", "og:type"):
        genre = _spellings("opengraph").get(claim.value.lower())
        if genre:
            yield genre, Evidence("og:type of the page", claim.source, claim.value)
    for claim in values(page, "opengraph", "article:opinion"):
        if claim.value.lower() in ("true", "1", "yes"):
            yield "opinion", Evidence("article:opinion of the page", claim.source, claim.value)
    yield from _named(labelled)


def _named(labelled: Labelled) -> Iterator[tuple[str, Evidence]]:
    """Genres by words: sections, folders, class names."""
    page = labelled.page
    words = _spellings("words")
    for claim in _sections(page):
        genre = words.get(key_of(claim.value))
        if genre:
            yield genre, Evidence(f"{claim.name} of the page", claim.source, claim.value)
    shown = [page.blocks[at].text for at in labelled.having(Role.SECTION)]
    said = {genre: text for text in shown if (genre := words.get(key_of(text[:_LONGEST])))}
    # Several are the items of a menu. The section's own evidence claims the text.
    if len(said) == 1:
        (genre, text), *_ = said.items()
        yield genre, Evidence("section that the page shows", "text", text)
    urls = [page.url or "", *(c.value for c in page.claims if c.name in ("canonical", "og:url"))]
    for url in dict.fromkeys(urls):
        for folder in _folders(url):
            genre = words.get(key_of(folder.replace("-", " ")))
            if genre and folder not in load("_genres")["folders"]["other"]:
                yield genre, Evidence("folder in the address", "url", url)
    for node in page.nodes[: _OUTERMOST * 2]:
        if node.tag in _OUTER or node.parent < 0:
            match = _names().search(node.ident)
            if match:
                genre = _spellings("names")[match[0]]
                yield genre, Evidence("class of the page", "html", match[0])


# The longest word of the vocabulary, with some room.
_LONGEST = 40


def _sections(page: Page) -> list[Claim]:
    named = [
        *(c for c in values(page, "json-ld", "genre", "articlesection") if is_news(c)),
        *values(page, "opengraph", "article:section"),
        *values(page, "meta", "section", "parsely-section", "article:section", "genre"),
        *values(page, "meta", "content-type", "contenttype", "content_type", "page-type"),
        *values(page, "meta", "article.type", "og:article:type", "articletype", "article_type"),
        *values(page, "microdata", "genre", "articlesection"),
    ]
    return [claim for claim in named if len(claim.value) <= _LONGEST]


def _folders(url: str) -> list[str]:
    """The folders of an address, without the last part, which names the story."""
    try:
        parts = [part for part in urlsplit(url).path.lower().split("/") if part]
    except ValueError:
        return []
    return parts[:-1][:_FOLDERS]


@cache
def _spellings(table: str) -> dict[str, str]:
    """Spelling to genre."""
    fold = key_of if table == "words" else str.lower
    return {
        fold(spelling): genre
        for genre, spellings in load("_genres")[table].items()
        for spelling in spellings
    }


@cache
def _names() -> re.Pattern[str]:
    names = sorted(_spellings("names"), key=len, reverse=True)
    return re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, names))})(?![a-z])")
