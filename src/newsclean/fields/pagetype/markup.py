"""Features of the markup: names and tags of elements."""

from collections import Counter
from functools import lru_cache
from math import log1p

from newsclean import vocab
from newsclean.page import Page

_WORDS = ("body", "byline", "card", "shop", "forum")
_TAGS = ("article", "pre", "li")
# Elements of which a list has one for each card.
_BOXES = frozenset(("div", "li", "article", "section", "tr", "td", "a", "ul", "table"))

NAMES = (
    *(f"named {name}" for name in _WORDS), "system single", "system list", "repeated",
    *(f"tag {name}" for name in _TAGS), "pictures", "nodes",
)  # fmt: skip
"""The names of the features, in their order."""


def row(page: Page) -> list[float]:
    """The features of the page's markup; their names are :data:`NAMES`."""
    nodes = page.nodes
    names = "\n".join({node.ident for node in nodes})
    words = vocab.load("_pages")["names"]
    tags = Counter([node.tag for node in nodes])
    repeated = 0
    # Nodes are equal where parent, tag and names are: siblings of one layout.
    for node, times in Counter(nodes).items():
        if times > repeated and node.tag in _BOXES:
            repeated = times
    top = next((node.ident for node in nodes[:3] if node.tag == "body"), "")
    return [
        *[log1p(sum([names.count(word) for word in words[name]])) for name in _WORDS],
        *_system(top),
        log1p(repeated),
        *[log1p(tags[name]) for name in _TAGS],
        log1p(len(page.pictures)),
        log1p(len(nodes)),
    ]


@lru_cache(maxsize=512)
def _system(names: str) -> tuple[float, float]:
    """Whether the class names of ``<body>`` are those of a story, and those of a list."""
    words = {form for word in names.split() for form in (word, word.rstrip("-0123456789"))}
    tables = vocab.load("_pages")["systems"]
    return (
        float(not words.isdisjoint(tables["single"])),
        float(not words.isdisjoint(tables["list"])),
    )
