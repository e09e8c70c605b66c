"""Is the page an article?"""

import math
import re

from newsclean.fields.body import Placed
from newsclean.label.body import link_share, size_of
from newsclean.page import Labelled, Role

_ARTICLE_TYPE = re.compile(r"article|posting|report|review", re.IGNORECASE)
_OTHER_TYPE = re.compile(
    r"product|itemlist|collectionpage|searchresults|forum|faqpage|store|offer|qapage|software",
    re.IGNORECASE,
)


def find_confidence(labelled: Labelled, body: tuple[Placed, ...], has_head: int) -> float:
    """From 0 to 1. ``has_head`` counts which of byline, date and dateline were found.

    A logistic of five hand-set terms: how much running text there is, its share of the
    page, how much of the page is links, what the metadata calls the page, and the head.
    """
    page = labelled.page
    size = sum(size_of(item.element.text) for item in body)
    if not size:
        return 0.0
    total = sum(size_of(block.text) for block in page.blocks if not block.hidden)
    linked = sum(
        size_of(block.text)
        for block, label in zip(page.blocks, labelled.labels, strict=True)
        if label.role is not Role.BODY and link_share(block) > 0.6
    )
    score = -2.2
    score += 1.1 * math.log10(max(size, 10) / 200)
    score += 2.0 * size / max(total, 1)
    score -= 1.0 * linked / max(total, 1)
    score += 0.9 * has_head
    score += _declared_type(labelled)
    longest = max(size_of(item.element.text) for item in body)
    if longest < 120:
        score -= 1.5
    return round(1 / (1 + math.exp(-score)), 4)


def _declared_type(labelled: Labelled) -> float:
    """What the metadata says that the page is."""
    article = other = False
    for claim in labelled.page.claims:
        if claim.name == "og:type":
            article = article or "article" in claim.value.lower()
            other = other or "product" in claim.value.lower()
        elif claim.source in ("json-ld", "microdata") and claim.scope:
            article = article or _ARTICLE_TYPE.search(claim.scope) is not None
            other = other or _OTHER_TYPE.search(claim.scope) is not None
    return 1.6 * article - 1.6 * other
