"""Whom the byline credits."""

from collections.abc import Sequence
from dataclasses import replace

from newsclean.article import Author, Evidence
from newsclean.fields.bio import add_bios
from newsclean.fields.datelining.east_asian import reporters_in
from newsclean.fields.found import Found
from newsclean.fields.name_shapes import is_account, is_mere_role
from newsclean.fields.names import Name, split_names
from newsclean.label.credits import find_credit
from newsclean.label.facts import is_news, site_names, values
from newsclean.label.likeness import key_of
from newsclean.label.people import is_person
from newsclean.page import Claim, Labelled, Page, Role

_METAS = (
    "parsely-author", "sailthru.author", "cxenseparse:author", "cxenseparse:recs:author", "byl",
    "article:author_name", "dc.creator", "dcterms.creator", "citation_author", "author",
    "article:author", "rbauthors", "mediator_author", "shareaholic:article_author_name",
)  # fmt: skip
# Claims that name the author.
_NAMING = ("author", "creator", "rel-author", "author-link", "byl", "name")
# More names than that are the masthead.
_MOST = 25


def find_authors(
    labelled: Labelled, byline: str | None, site_name: str | None
) -> Found[tuple[Author, ...]]:
    """The authors in the byline's order, each with role, note and address where given.

    Persons of the metadata come first; where it names only the outlet, a person of the
    visible ``byline``; the outlet itself, as organisation, is what is left.
    """
    page = labelled.page
    own = frozenset(
        name.casefold() for name in (*site_names(page), *((site_name,) if site_name else ()))
    )
    fallback: tuple[list[Author], tuple[Evidence, ...]] | None = None
    found: tuple[list[Author], tuple[Evidence, ...]] = ([], ())
    full = _name_in_full(byline, labelled.language, own)
    for rule, claims in author_sources(labelled, byline):
        authors = _authors(claims, labelled.language, own)
        if not authors or len(authors) > _MOST:
            continue
        evidence = tuple(_evidence(rule, claim) for claim in claims)
        named = any(_names_somebody(author, own) for author in authors)
        if named and (full is None or not _may_be_the_outlet(authors, claims)):
            found = (authors, evidence)
            break
        fallback = fallback or (authors, evidence)
    authors, evidence = found if found[0] else fallback or ([], ())
    authors = _completed(authors, labelled, own)
    authors = [_with_url(_cased(author, labelled), page) for author in authors]
    told, bios = add_bios(labelled, authors)
    return Found(tuple(told), (*evidence, *bios) if told else ())


def _completed(authors: list[Author], labelled: Labelled, own: frozenset[str]) -> list[Author]:
    """With the persons whose bylines stand right beside theirs and whom the metadata leaves
    out."""
    known = {key_of(author.name): author for author in authors}
    rows: list[list[Author]] = []
    last = -2
    for at in labelled.having(Role.BYLINE):
        text = labelled.page.blocks[at].text
        credit = find_credit(text, labelled.language)
        names = split_names(credit.names if credit else text, labelled.language, own)
        if at != last + 1:
            rows.append([])
        last = at
        rows[-1] += [
            Author(name.name, name.role)
            for name in names
            if name.kind == "person" and is_person(name.name)
        ]
    for row in rows:
        shown = {key_of(author.name): author for author in row}
        if known and shown.keys() > known.keys() and len(shown) <= 6:
            return [known.get(key, author) for key, author in shown.items()]
    return authors


def _cased(author: Author, labelled: Labelled) -> Author:
    """With the name as it is written elsewhere on the page, where it is all capitals or all
    small here."""
    name = author.name
    if not (name.isupper() or name.islower()) or author.kind != "person" or " " not in name:
        return author
    blocks = labelled.page.blocks
    texts = [c.value for c in labelled.page.claims if c.name in _NAMING]
    texts += [blocks[at].text for at in labelled.having(Role.BYLINE, Role.AUTHOR_BIO)]
    for text in texts:
        at = text.casefold().find(name.casefold())
        written = text[at : at + len(name)] if at >= 0 else ""
        if written and not written.isupper() and not written.islower():
            return replace(author, name=written)
    return author


def _evidence(rule: str, claim: Claim) -> Evidence:
    return Evidence(rule, claim.source, claim.value)


def author_sources(labelled: Labelled, byline: str | None) -> list[tuple[str, list[Claim]]]:
    """The places that name authors, the most reliable first."""
    page = labelled.page
    structured = values(page, "json-ld", "author")
    sources = [
        ("author of the article's JSON-LD", _first_node([c for c in structured if is_news(c)])),
        ("creator in JSON-LD", [c for c in values(page, "json-ld", "creator") if is_news(c)]),
    ]
    metas = [
        (f"{name} of the page", [c for c in values(page, source, name) if not _is_url(c.value)])
        for name in _METAS
        for source in ("meta", "opengraph")
    ]
    sources += metas[:10]
    shown = [("byline of the page", [Claim("text", "byline", byline)])] if byline else []
    opening = labelled.having(Role.DATELINE, Role.BODY)[:1]
    reporters = reporters_in(page.blocks[opening[0]].text) if opening else None
    if reporters:
        shown.append(("reporter in the dateline", [Claim("text", "dateline", reporters)]))
    marked = [
        ("itemprop author", _microdata(page)),
        ("element marked as author", _near(labelled, "class", "author")),
        ("link marked as author", _near(labelled, "link", "rel-author")),
        ("link to an author's page", _near(labelled, "link", "author-link")),
    ]
    other = [("author in JSON-LD", [c for c in structured if not is_news(c)])]
    return [
        (rule, claims)
        for rule, claims in (*sources, *metas[10:], *shown, *marked, *other)
        if claims
    ]


def _first_node(claims: list[Claim]) -> list[Claim]:
    """Without the repetitions that several nodes for one article make."""
    return list({(key_of(c.value), c.name): c for c in reversed(claims)}.values())[::-1]


def _is_url(text: str) -> bool:
    return text.startswith(("http:", "https:", "//", "www.")) or "facebook.com" in text


def _microdata(page: Page) -> list[Claim]:
    inner = [
        c
        for c in values(page, "microdata", "name")
        if c.scope.startswith("Person") and len(c.scope.split()) > 1 and "Comment" not in c.scope
    ]
    plain = [c for c in values(page, "microdata", "author") if "Comment" not in c.scope]
    return _first_node(inner) or _first_node(plain)


def _near(labelled: Labelled, source: str, name: str) -> list[Claim]:
    """The claims that stand in blocks labelled as byline or right beside the headline."""
    bylines = set(labelled.having(Role.BYLINE))
    claims = [
        c for c in values(labelled.page, source, name) if c.block in bylines and len(c.value) <= 80
    ]
    return _first_node(claims)


def _authors(claims: Sequence[Claim], language: str | None, own: frozenset[str]) -> list[Author]:
    authors: dict[str, Author] = {}
    for claim in claims:
        detail = dict(claim.detail)
        kind = detail.get("@type", "")
        names = _names(claim, kind, language, own)
        for name in names:
            single = len(names) == 1
            author = Author(
                name.name,
                role=name.role or (detail.get("jobtitle") if single else None) or None,
                url=_page_url(detail.get("url")) if single else None,
                kind=name.kind,
            )
            authors.setdefault(key_of(name.name) or name.name, author)
    found = list(authors.values())
    if any(author.kind == "person" for author in found):
        # "Ann Lee, Daily Courier": the paper is where she works.
        found = [
            a
            for a in found
            if a.kind == "person" or not (_own(a.name, own) or is_mere_role(a.name))
        ]
    return found


def _names(claim: Claim, kind: str, language: str | None, own: frozenset[str]) -> tuple[Name, ...]:
    organised = "Organi" in kind
    names = split_names(claim.value, language, own)
    if organised and not any(is_person(name.name) for name in names):
        return tuple(name._replace(kind="organisation") for name in names)
    if kind != "Person" and len(names) == 1 and _single_word(names[0].name):
        # "Nachrichten", "Webteam": a name of one word is no person's, if nothing says so.
        return (names[0]._replace(kind="organisation"),)
    return names


def _single_word(name: str) -> bool:
    return " " not in name and name[:1].lower() != name[:1].upper()


def _own(name: str, own: frozenset[str]) -> bool:
    """Is it one of the page's own names, or one with an addition ("Courier Online")?"""
    folded = name.casefold()
    return folded in own or any(len(o) > 2 and folded.startswith(f"{o} ") for o in own)


def _names_somebody(author: Author, own: frozenset[str]) -> bool:
    """A person by a name in print, and not the site itself."""
    return author.kind == "person" and not _own(author.name, own) and not is_account(author.name)


def _name_in_full(byline: str | None, language: str | None, own: frozenset[str]) -> Author | None:
    """The first person whom the visible byline names by more than one word."""
    authors = _authors([Claim("text", "byline", byline)], language, own) if byline else []
    return next((a for a in authors if _names_somebody(a, own) and " " in a.name), None)


def _may_be_the_outlet(authors: Sequence[Author], claims: Sequence[Claim]) -> bool:
    """Does the metadata call all of them organisations, or are they one Latin word each, as
    outlets call themselves in short? A name in full beside that goes first."""
    if all("Organi" in dict(claim.detail).get("@type", "") for claim in claims):
        return True
    return all(author.name.isascii() and " " not in author.name for author in authors)


def _page_url(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None


def _with_url(author: Author, page: Page) -> Author:
    """With the address of the author's page, where a link has the author's name."""
    if author.url is not None:
        return author
    key = key_of(author.name)
    for claim in page.claims:
        if claim.source == "link" and claim.name in ("rel-author", "author-link"):
            url = _page_url(dict(claim.detail).get("url"))
            if url and key_of(claim.value) == key:
                return replace(author, url=url)
    return author
