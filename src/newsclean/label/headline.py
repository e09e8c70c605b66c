"""The headline: what the metadata and the text of a page agree on."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from newsclean.page import Claim, Kind, Page


class Headline(NamedTuple):
    """A headline, and where it came from."""

    text: str
    rule: str
    source: str
    raw: str
    block: int | None = None


_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u9fff\uac00-\ud7af]")
_NEWS_TYPE = re.compile(r"(?:^|\s)\w{0,30}(?:Article|BlogPosting|Report|Posting|Reportage|Review)(?:\s|$)")
_SEPARATOR = re.compile(r"\s{1,3}(?:[|•·»›«<>~]|::|[-–—―‒])\s{1,3}|\s?[|｜│]\s?|\s?：：\s?")
# A page of a site, not a story.
_GENERIC = frozenset(
    ["blog", "news", "home", "article", "articles", "post", "posts", "opinion", "video", "videos", "gallery", "photos", "noticias", "nachrichten", "actualités", "aktuell", "notizie", "startseite", "menu", "search", "archive", "breaking", "news", "latest", "news", "press", "release", "press", "releases", "media"]
) | {"breaking news", "latest news", "press release", "press releases", "just a moment"}


@lru_cache(maxsize=2048)
def key_of(text: str) -> str:
    """``text`` reduced to its words, so that case, quotes and spaces make no difference."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold().replace("’", "'")))


@lru_cache(maxsize=2048)
def _bag(text: str) -> Counter[str]:
    key = key_of(text)
    if _UNSPACED.search(key):
        plain = key.replace(" ", "")
        return Counter(plain[i : i + 2] for i in range(max(1, len(plain) - 1)))
    return Counter(key.split())


def overlap(one: str, other: str) -> float:
    """How alike two headlines are: Dice coefficient of their words, from 0 to 1."""
    a, b = _bag(one), _bag(other)
    size = a.total() + b.total()
    return 2 * (a & b).total() / size if size else 0.0


def is_news(claim: Claim) -> bool:
    """Does the claim belong to the node of the article itself?"""
    return _NEWS_TYPE.search(claim.scope) is not None


def values(page: Page, source: str, *names: str) -> list[Claim]:
    """The claims of ``source`` with one of ``names``, in the order of the names."""
    return [c for name in names for c in page.claims if c.name == name and c.source == source]


def site_names(page: Page) -> list[str]:
    """Every name that the page gives its site, the most reliable first."""
    found: list[str] = [c.value for c in values(page, "opengraph", "og:site_name")]
    found += [c.value for c in values(page, "json-ld", "publisher")]
    found += [
        c.value for c in values(page, "json-ld", "name")
        if re.search(r"Organi[sz]ation|WebSite|Newspaper", c.scope)
    ]
    found += [
        c.value for c in values(
            page, "meta", "application-name", "apple-mobile-web-app-title", "publisher",
            "cre", "dc.publisher", "dcterms.publisher", "al:ios:app_name", "al:android:app_name",
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


def _plain(text: str) -> str:
    return key_of(text).replace(" ", "")


def strip_site(title: str, sites: Sequence[str], others: Sequence[str] = ()) -> str:
    """``title`` without the name of the site (and section) behind or before it.

    ``others`` are forms of the headline from elsewhere: a cut that yields one is right.
    """
    breaks = list(_SEPARATOR.finditer(title))
    if not breaks:
        return title
    wanted = {key_of(other) for other in others}
    for cut in breaks:
        if key_of(title[: cut.start()]) in wanted:
            return title[: cut.start()].strip()
        if key_of(title[cut.end() :]) in wanted:
            return title[cut.end() :].strip()
    names = {_plain(name) for name in sites}
    names.discard("")
    for cut in breaks:
        tail = title[cut.end() :]
        if _is_site(_plain(tail), names):
            title = title[: cut.start()]
            break
        head = title[: cut.start()]
        if _plain(head) in names:
            title = title[cut.end() :]
            break
    return title.strip()


def _is_site(tail: str, names: set[str]) -> bool:
    """Is a tail the site's name, also with or without "The", "News", ".com"?"""
    if not tail:
        return False
    for name in names:
        if tail == name:
            return True
        if len(name) > 3 and len(tail) > 3 and (tail.startswith(name) or name.startswith(tail) or tail.endswith(name)):
            return abs(len(tail) - len(name)) <= 16
    return False


def _unkicked(page: Page, at: int) -> str:
    """The text of a heading without the kicker that stands in it."""
    text = page.blocks[at].text.replace("\n", " ")
    for claim in page.claims:
        if claim.block == at and claim.source == "class" and claim.name == "section":
            kicker = claim.value
            if text.startswith(kicker) and len(text) > len(kicker) + 8:
                text = text[len(kicker) :].lstrip(" :|–—-.·•/")
    return text


def headings(page: Page) -> list[tuple[int, str]]:
    """The headings that can be the headline: level 1, in the page's order."""
    return [
        (i, _unkicked(page, i))
        for i, block in enumerate(page.blocks)
        if block.kind is Kind.HEADING and block.level == 1 and len(block.text) <= 400
    ]


# Below that a heading shares only small words with the metadata.
_AGREEMENT = 0.34


def choose(page: Page, first: int | None = None) -> Headline | None:
    """The headline of an HTML page, from its claims and headings.

    ``first`` is the index of the first body block, if known.
    """
    sites = site_names(page)
    claimed = _claimed(page, sites)
    heading = _heading(page, claimed, sites, first)
    news = claimed.get("headline")
    if news is not None and heading is not None and _better(news, heading):
        return _cut(news, sites)
    if heading is not None:
        return _cut(heading, sites)
    for name in ("headline", "og", "other", "title"):
        found = claimed.get(name)
        if found is not None and not _generic(found.text, sites):
            return _cut(found, sites)
    return None


def _better(news: Headline, heading: Headline) -> bool:
    """Does the headline of the metadata go before the one of the page?"""
    if news.text.endswith(("…", "...")):
        return False
    one, shown = key_of(news.text), key_of(heading.text)
    if one == shown:
        return False
    # Cut short without a mark, or with the kicker before it.
    if len(one) > 50 and shown.startswith(one) or len(shown) > 20 and one.endswith(" " + shown):
        return False
    # Some put the whole summary there.
    return len(news.text) <= 200


def _cut(found: Headline, sites: Sequence[str]) -> Headline:
    text = strip_site(found.text, sites)
    return found._replace(text=text or found.text)


def _generic(text: str, sites: Sequence[str]) -> bool:
    key = key_of(text)
    return not key or key in _GENERIC or key.replace(" ", "") in {_plain(s) for s in sites}


def _claimed(page: Page, sites: Sequence[str]) -> dict[str, Headline]:
    """The headlines of the metadata: ``headline``, ``og``, ``other``, ``title``."""
    found: dict[str, Headline] = {}
    for claim in values(page, "json-ld", "headline", "name"):
        if claim.name == "headline" and is_news(claim):
            found.setdefault("headline", _of(claim, "headline of the article's JSON-LD"))
        elif is_news(claim):
            found.setdefault("name", _of(claim, "name of the article's JSON-LD"))
    if "name" in found:
        found.setdefault("headline", found["name"])
    for source, name in (("opengraph", "og:title"), ("twitter", "twitter:title")):
        for claim in values(page, source, name):
            found.setdefault("og", _of(claim, f"{name} of the page"))
    for source, name in (
        ("meta", "parsely-title"), ("meta", "sailthru.title"), ("meta", "dc.title"),
        ("meta", "dcterms.title"), ("meta", "cxenseparse:title"), ("microdata", "headline"),
        ("meta", "title"), ("meta", "citation_title"), ("json-ld", "headline"),
    ):
        for claim in values(page, source, name):
            found.setdefault("other", _of(claim, f"{name} of the page"))
    shown = [b.text for b in page.blocks if b.kind is Kind.HEADING and len(b.text) > 12]
    texts = [text for text in shown if not _generic(text, sites)]
    texts += [h.text for h in found.values()]
    for claim in values(page, "html", "title"):
        title = _of(claim, "title element")
        found["title"] = title._replace(text=strip_site(title.text, sites, texts))
    if "og" in found:
        og = found["og"]
        others = [text for text in texts if text != og.text]
        found["og"] = og._replace(text=strip_site(og.text, sites, others))
    return {name: h for name, h in found.items() if h.text}


def _of(claim: Claim, rule: str) -> Headline:
    return Headline(claim.value, rule, claim.source, claim.value)


# A kicker is a few words.
_KICKER = 60


def _without_kicker(text: str, references: Sequence[str]) -> str:
    """A heading without the words before it that two of the metadata's forms leave out."""
    key = key_of(text)
    shorter = [r for r in references if len(r) > 20 and key.endswith(" " + key_of(r))]
    if len(shorter) < 2 or len(text) - len(shorter[0]) > _KICKER:
        return text
    at = text.find(shorter[0][:12])
    return text[at:] if at > 0 else shorter[0]


def _heading(
    page: Page, claimed: dict[str, Headline], sites: Sequence[str], first: int | None
) -> Headline | None:
    """The level-1 heading that agrees best with the metadata."""
    references = [claimed[n].text for n in ("headline", "og", "title", "other") if n in claimed]
    best: tuple[float, int, str] | None = None
    for at, text in headings(page):
        if _generic(text, sites):
            continue
        score = max((overlap(text, other) for other in references), default=0.5)
        if page.blocks[at].hidden:
            score -= 0.1
        if best is None or score > best[0] + 0.001:
            best = (score, at, text)
    if best is None or best[0] < _AGREEMENT:
        return None
    raw = page.blocks[best[1]].text
    text = _without_kicker(best[2], references)
    if text != best[2]:
        best = (best[0], best[1], text)
    return Headline(best[2], "heading that agrees with the metadata", "text", raw, best[1])
