"""The section of the site."""

import re

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.label.facts import is_news, site_names
from newsclean.label.flat_head import flat_headline
from newsclean.label.likeness import key_of
from newsclean.label.trails import home_words, last_step
from newsclean.page import Claim, Labelled, Role
from newsclean.vocab import load

# Names for machines, addresses, counts of views and minutes.
_CODE = re.compile(r"\w_\w|^www\.|^https?:|\.(?:com|net|org|html?)$|\d.*\d", re.IGNORECASE)
# Longer ones are headlines that stand in the section's place.
_LONGEST = 50


def find_section(labelled: Labelled) -> Found[str | None]:
    """The section as the metadata names it, else as a breadcrumb or kicker shows it.

    Evidence claims the blocks that show the same name.
    """
    if labelled.page.kind == "text":
        return _flat(labelled)
    claim = _claimed(labelled)
    blocks = labelled.page.blocks
    shown = [
        at
        for at in labelled.having(Role.SECTION)
        if len(blocks[at].text) <= _LONGEST
        and not _empty(key_of(blocks[at].text))
        and not _CODE.search(blocks[at].text)
    ]
    evidence = []
    if claim is not None:
        value = claim.value
        evidence.append(Evidence(f"{claim.name} of the page", claim.source, claim.value))
    elif shown:
        span = _step(blocks[shown[-1]].text)
        value = blocks[shown[-1]].text[span[0] : span[1]]
    else:
        return Found(None)
    for at in shown:
        span = _step(blocks[at].text)
        text = blocks[at].text[span[0] : span[1]]
        if key_of(text) == key_of(value):
            # Metadata often has the name in the form of an address.
            value = text if value.islower() else value
            evidence.append(Evidence(labelled.labels[at].reason, "text", text, at, span))
    return Found(value, tuple(evidence))


def _step(text: str) -> tuple[int, int]:
    """The part of a shown section that is its name: the last step of a trail."""
    return last_step(text) or (0, len(text))


def _empty(key: str) -> bool:
    return not key or key in home_words() or key in load("_head")["generic"]["sections"]


def _claimed(labelled: Labelled) -> Claim | None:
    page = labelled.page
    names = {key_of(name) for name in site_names(page)}
    ranked: list[tuple[int, Claim]] = []
    crumbs: list[Claim] = []
    for claim in page.claims:
        if claim.source == "class":  # a menu's items are marked as sections as well
            continue
        if claim.name == "article:section":
            ranked.append((0, claim))
        elif claim.name == "articlesection":
            ranked.append((1 if is_news(claim) else 3, claim))
        elif claim.name in (
            "parsely-section",
            "section",
            "cxenseparse:section",
            "cxenseparse:articlesection",
        ):
            ranked.append((2, claim))
        elif claim.name == "breadcrumb":
            crumbs.append(claim)
    ranked.sort(key=lambda item: item[0])
    for _, claim in ranked:
        value = claim.value
        if (
            value
            and len(value) <= _LONGEST
            and not _empty(key_of(value))
            and key_of(value) not in names
            and not _CODE.search(value)
        ):
            return claim
    titles = {key_of(c.value) for c in page.claims if c.name in ("headline", "og:title", "title")}
    # The last breadcrumb is often the story itself.
    for claim in crumbs:
        key = key_of(claim.value)
        if _empty(key) or key in names or key in titles or _CODE.search(claim.value):
            continue
        if len(claim.value) <= 40:
            return claim
    return None


def _flat(labelled: Labelled) -> Found[str | None]:
    """A section name glued before the headline, or labelled so."""
    blocks = labelled.page.blocks
    found = flat_headline(labelled.page, labelled.having(Role.BODY), labelled.language)
    if found is not None and found.section is not None:
        at, span = found.section
        text = blocks[at].text[span[0] : span[1]]
        if len(text) <= _LONGEST:
            rule = "word glued before the headline"
            return Found(text, (Evidence(rule, "text", text, at, span),))
    for at in labelled.having(Role.SECTION):
        text = blocks[at].text
        if len(text) <= _LONGEST:
            reason = labelled.labels[at].reason
            span = _step(text)
            text = text[span[0] : span[1]]
            return Found(text, (Evidence(reason, "text", text, at, span),))
    return Found(None)
