"""The headline: what the metadata and the text of a page agree on."""

import html
import itertools
import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsclean.label.facts import is_news, site_names, values
from newsclean.label.likeness import key_of, overlap, plain, strip_site
from newsclean.page import Claim, Kind, Page
from newsclean.vocab import load


class Headline(NamedTuple):
    """A headline, and where it came from."""

    text: str
    rule: str
    source: str
    raw: str
    block: int | None = None


def _unkicked(page: Page, at: int) -> str:
    """The text of a heading without the kicker that stands in it."""
    text = html.unescape(page.blocks[at].text.replace("\n", " "))
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


def choose(page: Page) -> Headline | None:
    """The headline of an HTML page, from its claims and headings."""
    global _last
    asked, found = _last
    if asked is not page:
        found = _choose(page)
        _last = (page, found)
    return found


# The answer given last: labels and fields ask for the same page in turn.
_last: tuple[Page | None, Headline | None] = (None, None)


def _choose(page: Page) -> Headline | None:
    sites = site_names(page)
    claimed = _claimed(page, sites)
    heading = _heading(page, claimed, sites)
    news = claimed.get("headline")
    stories = any("NewsArticle" in claim.scope for claim in values(page, "json-ld", "headline"))
    if (
        stories
        and news is not None
        and heading is not None
        and _better(page, news, claimed, heading)
    ):
        return _cut(news, sites)
    if heading is not None:
        return _cut(heading, sites)
    for name in ("headline", "og", "other", "title"):
        found = claimed.get(name)
        if found is not None and not _generic(found.text, sites):
            return _cut(found, sites)
    return None


def _better(page: Page, news: Headline, claimed: dict[str, Headline], heading: Headline) -> bool:
    """Does the headline of the metadata go before the one of the page?"""
    if news.text.endswith(("…", "...")):
        return False
    one, shown = key_of(news.text), key_of(heading.text)
    if one == shown:
        return False
    if any(key_of(c.value) == shown for c in values(page, "json-ld", "alternativeheadline")):
        return False
    # The other forms all say what the heading says, and nothing beside it the headline.
    others = [key_of(claimed[name].text) for name in ("og", "title") if name in claimed]
    if others and all(key == shown for key in others) and not _is_beside(page, one, heading):
        return False
    # Cut short without a mark, or with the kicker before it.
    if (len(news.text) >= 100 and shown.startswith(one)) or (
        len(shown) > 20 and one.endswith(" " + shown)
    ):
        return False
    # Some put the whole summary there.
    return len(news.text) <= 200


def _is_beside(page: Page, key: str, heading: Headline) -> bool:
    """Does a block near the heading say just that?"""
    at = heading.block or 0
    return any(key_of(b.text) == key for b in page.blocks[max(0, at - _NEAR) : at + _NEAR + 1])


# Kicker, deck and byline stand between a headline and one in other words.
_NEAR = 6


def _cut(found: Headline, sites: Sequence[str]) -> Headline:
    text = strip_site(found.text, sites) or found.text
    # What stands behind a bar is a site or a section, known or not, unless it is longer.
    head, bar, tail = text.partition(" | ")
    if bar and len(head.split()) > 2 and len(head) >= len(tail):
        text = head.rstrip()
    return found._replace(text=text)


def offered(page: Page) -> list[Headline]:
    """Every form of the headline that the page's metadata and its headings have."""
    found = list(_claimed(page, site_names(page)).values())
    for at, text in headings(page):
        rule = "heading of level 1"
        found.append(Headline(text, rule, "text", page.blocks[at].text, at))
    return found


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(load("_head")["generic"]["headings"])


def _generic(text: str, sites: Sequence[str]) -> bool:
    # No site's name and no such word is longer.
    if len(text) > 90:
        return False
    key = key_of(text)
    return not key or key in _generic_words() or key.replace(" ", "") in {plain(s) for s in sites}


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
        ("meta", "parsely-title"),
        ("meta", "sailthru.title"),
        ("meta", "dc.title"),
        ("meta", "dcterms.title"),
        ("meta", "cxenseparse:title"),
        ("microdata", "headline"),
        ("meta", "title"),
        ("meta", "citation_title"),
        ("json-ld", "headline"),
    ):
        for claim in values(page, source, name):
            found.setdefault("other", _of(claim, f"{name} of the page"))
    texts = [
        block.text
        for block in page.blocks
        if block.kind is Kind.HEADING and len(block.text) > 12 and not _generic(block.text, sites)
    ]
    texts += [h.text for h in found.values()]
    for claim in values(page, "html", "title"):
        title = _of(claim, "title element")
        bare = strip_site(title.text, sites, texts)
        found["title"] = title._replace(text=_shown_part(page, bare) or bare)
    if "og" in found:
        og = found["og"]
        others = [text for text in texts if text != og.text]
        found["og"] = og._replace(text=strip_site(og.text, sites, others))
    return {name: h for name, h in found.items() if h.text}


# What parts the site's name, a section and the headline in a title.
_PARTING = re.compile(r":{1,2}\s|\s(?:[-–—|>»/·•~*]|-{2,3}|:|::)\s|\s?[|｜_]\s?|\.{3}\s")
# A part with fewer words is the name of a site or section, which menus show as well.
_PART_WORDS = 4


def _shown_part(page: Page, title: str) -> str | None:
    """The longest part of a title that a block of the page says and no more: "Site:
    Headline", "Headline - Section - Site", "Print version: Headline - Site"."""
    cuts = list(_PARTING.finditer(title))[:6]
    parts = [title[cut.end() :] for cut in cuts] + [title[: cut.start()] for cut in cuts]
    parts += [title[one.end() : two.start()] for one, two in itertools.combinations(cuts, 2)]
    # The whole of it is the headline where the page says that.
    for part in sorted((title, *parts) if cuts else (), key=len, reverse=True):
        if len(part.split()) < _PART_WORDS:
            continue
        # Cheap tests first: the page may have hundreds of blocks.
        if any(
            abs(len(b.text) - len(part)) < 6
            and (b.link_chars or 0) < 0.5 * len(b.text)
            and key_of(b.text) == key_of(part)
            for b in page.blocks
        ):
            return part.strip()
    return None


def _of(claim: Claim, rule: str) -> Headline:
    return Headline(claim.value, rule, claim.source, claim.value)


# A kicker is a few words, and a headline more than a label.
_KICKER = 60
_FEWEST = 5
_MARKS = (":", "|", "•", "·", " /")
_QUOTED = re.compile(r"[\"“”„«»‘’]")


def _without_kicker(text: str, references: Sequence[str]) -> str:
    """A heading without the words before it that two of the metadata's forms leave out, or
    one of them where a mark ends those words: "Harbour fees: Fishers turn to court"."""
    key = key_of(text)
    shorter = [r for r in references if len(r) > 20 and key.endswith(" " + key_of(r))]
    if not shorter or len(text) - len(shorter[0]) > _KICKER:
        return text
    at = text.find(shorter[0][:12])
    kicker = text[: max(at, 0)].strip()
    if kicker.endswith(_MARKS):
        whole = _QUOTED.search(kicker) or len(shorter[0].split()) < _FEWEST
    else:
        # "The", "2025", "How to": words of the sentence that a shorter form drops.
        last = kicker.split()[-1] if kicker else ""
        whole = len(shorter) < 2 or last.islower() or kicker.isdigit() or _is_article(kicker)
    return text if whole else text[at:] if at > 0 else shorter[0]


def _is_article(word: str) -> bool:
    return word.casefold() in load("_head")["people"]["never_first"]


def _heading(page: Page, claimed: dict[str, Headline], sites: Sequence[str]) -> Headline | None:
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
