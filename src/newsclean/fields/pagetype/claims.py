"""Features of the metadata: what the page calls itself."""

import re
from math import log1p

from newsclean.page import Kind, Page

_ARTICLE = re.compile(r"article|posting|report|review|column", re.IGNORECASE)
_OTHER = re.compile(
    r"itemlist|collectionpage|searchresults|profilepage|forum|faqpage|qapage|store|software|"
    r"product|offer|service|localbusiness|videoobject|gallery|sportsevent",
    re.IGNORECASE,
)

NAMES = (
    "og article", "og other", "ld article", "ld other", "ld any", "headlines declared",
    "published", "author", "times", "class dates", "class authors", "title", "h1 length",
)  # fmt: skip
"""The names of the features, in their order."""


def row(page: Page) -> list[float]:
    """The features of the page's metadata; their names are :data:`NAMES`."""
    og = title = ""
    article = other = any_ld = published = author = False
    times = dates = authors = headlines = 0
    for source, name, value, scope, _, _ in page.claims:
        if source == "json-ld":
            any_ld = True
            if _ARTICLE.search(scope):
                article = True
                headlines += name == "headline"
                published = published or name == "datepublished"
                author = author or name == "author"
            elif _OTHER.search(scope):
                other = True
        elif source == "time":
            times += 1
        elif source == "class":
            dates += name == "date"
            authors += name == "author"
        elif name == "og:type":
            og = value.lower()
        elif name == "article:published_time":
            published = True
        elif source == "meta":
            author = author or name == "author"
        elif name == "title" and source == "html":
            title = value
    heading = next((b.text for b in page.blocks if b.level == 1 and b.kind is Kind.HEADING), "")
    return [
        float("article" in og or "post" in og), float(bool(og) and "article" not in og),
        float(article), float(other), float(any_ld), float(min(headlines, 3)), float(published),
        float(author), log1p(times), log1p(dates), log1p(authors), min(len(title), 150) / 100,
        min(len(heading), 150) / 100,
    ]  # fmt: skip
