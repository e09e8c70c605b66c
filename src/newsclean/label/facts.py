"""What the claims of a page say, by source and name."""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from newsclean.page import Claim, Page

_NEWS_TYPE = re.compile(
    r"(?:^|\s)\w{0,30}(?:Article|BlogPosting|Report|Posting|Reportage|Review)(?:\s|$)"
)


def is_news(claim: Claim) -> bool:
    """Does the claim belong to the node of the article itself?"""
    return _NEWS_TYPE.search(claim.scope) is not None


class _Facts(NamedTuple):
    """What several fields ask of one page, worked out once."""

    page: Page | None
    by_name: dict[tuple[str, str], list[Claim]]
    sites: list[str]


# The page that was asked about last. A page is asked many times in a row and hashing one
# costs more than the answers; the tuple is replaced as a whole, so that threads only miss.
_last = _Facts(None, {}, [])


def _facts(page: Page) -> _Facts:
    global _last
    facts = _last
    if facts.page is not page:
        by_name: dict[tuple[str, str], list[Claim]] = {}
        for claim in page.claims:
            # RDFa says the same things in other attributes: asked for one, both are given.
            source = "microdata" if claim.source == "rdfa" else claim.source
            by_name.setdefault((source, claim.name), []).append(claim)
        facts = _last = _Facts(page, by_name, [])
    return facts


def values(page: Page, source: str, *names: str) -> list[Claim]:
    """The claims of ``source`` with one of ``names``, in the order of the names; RDFa is
    asked for as ``microdata``."""
    by_name = _facts(page).by_name
    if len(names) == 1:
        return by_name.get((source, names[0]), [])
    return [claim for name in names for claim in by_name.get((source, name), ())]


def site_names(page: Page) -> list[str]:
    """Every name that the page gives its site, the most reliable first."""
    facts = _facts(page)
    if not facts.sites:
        facts.sites.extend(_site_names(page))
    return facts.sites


def _site_names(page: Page) -> list[str]:
    found: list[str] = [c.value for c in values(page, "opengraph", "og:site_name")]
    found += [c.value for c in values(page, "json-ld", "publisher")]
    found += [
        c.value
        for c in values(page, "json-ld", "name")
        if re.search(r"Organi[sz]ation|WebSite|Newspaper", c.scope)
    ]
    found += [
        c.value
        for c in values(
            page,
            "meta",
            "application-name",
            "apple-mobile-web-app-title",
            "publisher",
            "cre",
            "dc.publisher",
            "dcterms.publisher",
            "al:ios:app_name",
            "al:android:app_name",
        )
    ]
    found += [c.value.lstrip("@") for c in values(page, "twitter", "twitter:site")]
    hosts = [page.url] + [c.value for c in page.claims if c.name in ("canonical", "og:url")]
    for url in hosts:
        host = host_of(url)
        if host:
            found += [host, host.removeprefix("www.").partition(".")[0]]
    return list(dict.fromkeys(name for name in found if name and len(name) <= 80))


def host_of(url: str | None) -> str:
    """The host of a URL, without ``www.``; empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
