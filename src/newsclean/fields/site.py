"""The publication, the canonical address and the keywords."""

import re
from urllib.parse import urljoin, urlsplit

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.label.facts import host_of, is_news, values
from newsclean.label.flat_head import flat_headline
from newsclean.label.likeness import key_of
from newsclean.page import Claim, Labelled, Role

_LOCAL_PATHS = ("", "/", "/index.html", "/index.php")


def find_site_name(labelled: Labelled) -> Found[str | None]:
    """The publication's name as the metadata gives it; None where nothing names it."""
    page = labelled.page
    if page.kind == "text":
        return _flat_site(labelled)
    for claim in (
        *values(page, "opengraph", "og:site_name"),
        *(c for c in values(page, "json-ld", "publisher") if is_news(c)),
        *(
            c
            for c in values(page, "json-ld", "name")
            if re.search(r"WebSite|NewsMediaOrgani[sz]ation", c.scope)
        ),
        *values(
            page,
            "meta",
            "application-name",
            "apple-mobile-web-app-title",
            "dc.publisher",
            "publisher",
        ),
    ):
        name = claim.value.strip()
        if name and len(name) <= 80 and not name.startswith("http"):
            return Found(name, (Evidence(f"{claim.name} of the page", claim.source, claim.value),))
    return Found(None)


def _flat_site(labelled: Labelled) -> Found[str | None]:
    """The name behind the headline in a line of its own: "Headline - Site"."""
    found = flat_headline(labelled.page, labelled.having(Role.BODY), labelled.language)
    if found is None or found.site is None:
        return Found(None)
    at, span = found.site
    name = labelled.page.blocks[at].text[span[0] : span[1]]
    return Found(name, (Evidence("name behind the headline", "text", name, at, span),))


def find_url(labelled: Labelled) -> Found[str | None]:
    """The canonical address that the page declares, made absolute; the caller's where it
    declares none or one of another page."""
    page = labelled.page
    for claim in (
        *values(page, "link", "canonical"),
        *values(page, "opengraph", "og:url"),
        *(c for c in values(page, "json-ld", "mainentityofpage", "url") if is_news(c)),
    ):
        url = _absolute(claim, page.url)
        if url is not None:
            return Found(url, (Evidence(f"{claim.name} of the page", claim.source, claim.value),))
    if page.url:
        return Found(page.url, (Evidence("address that the caller gave", "url", page.url),))
    return Found(None)


def _absolute(claim: Claim, base: str | None) -> str | None:
    try:
        url = urljoin(base, claim.value) if base else claim.value
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    # A template that declares its front page for every story.
    if base and parts.path in _LOCAL_PATHS and not parts.query:
        own = urlsplit(base)
        if own.path not in _LOCAL_PATHS and host_of(base):
            return None
    return url


def find_tags(labelled: Labelled) -> Found[tuple[str, ...]]:
    """The keywords that the page declares, in its order, without repetitions.

    Taken from the first source that has any: ``article:tag``, the keywords of the
    article's JSON-LD, ``news_keywords``, ``keywords``, links labelled as tags.
    """
    page = labelled.page
    for claims in (
        values(page, "opengraph", "article:tag"),
        [c for c in values(page, "json-ld", "keywords") if is_news(c)],
        values(page, "meta", "news_keywords"),
        values(page, "meta", "parsely-tags", "sailthru.tags"),
        values(page, "meta", "keywords"),
        values(page, "microdata", "keywords"),
    ):
        tags = [tag for claim in claims for tag in _split(claim)]
        if tags:
            source = Evidence(f"{claims[0].name} of the page", claims[0].source, claims[0].value)
            return Found(_unique(tags), (source, *_shown(labelled, tags)))
    blocks = labelled.page.blocks
    shown = [at for at in labelled.having(Role.TAGS) if _holds_tags(labelled, at)]
    tags = [
        part.strip(" #")
        for at in shown
        for part in re.split(r"[,;|•·\n]", _SAYS.sub("", blocks[at].text))
        if 1 < len(part.strip(" #")) <= 60
    ]
    if not tags:
        return Found(())
    return Found(
        _unique(tags),
        tuple(
            Evidence(
                labelled.labels[at].reason, "text", blocks[at].text, at, (0, len(blocks[at].text))
            )
            for at in shown
        ),
    )


_SAYS = re.compile(r"^(?:[^:：]{1,30}[:：]\s?|.{0,80}?Tagged\s)")


def _holds_tags(labelled: Labelled, at: int) -> bool:
    """Does a block labelled as tags hold some, and not only the word for them?"""
    block = labelled.page.blocks[at]
    if _SAYS.match(block.text) and _SAYS.sub("", block.text):
        return True
    return (block.link_chars or 0) * 2 >= len(block.text)


def _split(claim: Claim) -> list[str]:
    parts = re.split(r"[,;|]", claim.value) if claim.name != "article:tag" else [claim.value]
    if len(parts) == 1 and claim.name == "article:tag":
        parts = claim.value.split(",")
    return [part.strip(" #\"'") for part in parts if 1 < len(part.strip(" #\"'")) <= 80]


def _unique(tags: list[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for tag in tags:
        first.setdefault(key_of(tag) or tag, tag)
    return tuple(first.values())


def _shown(labelled: Labelled, tags: list[str]) -> tuple[Evidence, ...]:
    """The blocks that show the declared keywords."""
    keys = {key_of(tag) for tag in tags}
    found = []
    for at in labelled.having(Role.TAGS):
        text = labelled.page.blocks[at].text
        if key_of(text) in keys:
            found.append(Evidence(labelled.labels[at].reason, "text", text, at, (0, len(text))))
    return tuple(found)
