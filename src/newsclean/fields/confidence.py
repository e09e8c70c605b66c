"""Is the page an article?"""

import math
from functools import cache
from pathlib import Path

from newsclean import weights
from newsclean.fields.body import Placed
from newsclean.fields.pagetype import html_row, text_row
from newsclean.page import Labelled
from newsclean.trees import Forest

# The most that a page without a story gets: it may be an article, but none that a caller
# could use.
_EMPTY = 0.2


def find_confidence(labelled: Labelled, body: tuple[Placed, ...]) -> float:
    """From 0 to 1; at 0.5 the page is as likely an article as not.

    Boosted trees over what the text, the markup, the metadata and the address say
    (:mod:`newsclean.fields.pagetype`), with weights of their own for flat text.
    """
    page = labelled.page
    if not page.blocks:
        return 0.0
    forest = _forest(page.kind, weights.directory())
    row = html_row if page.kind == "html" else text_row
    score = forest.score(row(page, labelled.language))
    value = 1 / (1 + math.exp(-score))
    return round(value if body else min(value, _EMPTY), 4)


@cache
def _forest(kind: str, path: Path | None) -> Forest:
    return Forest(weights.load("confidence", path)[kind])
