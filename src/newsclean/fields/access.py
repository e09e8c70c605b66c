"""Whether the page says that its story is for subscribers."""

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.label.facts import is_news, values
from newsclean.page import Labelled

_FREE = frozenset(("true", "1", "yes", "free", "y", "open"))
_CLOSED = frozenset(("false", "0", "no", "locked", "premium", "metered", "paid", "closed", "n"))
_METAS = (
    "article:content_tier", "content_tier", "content-tier", "isaccessibleforfree",
    "article:accessible_for_free", "cxenseparse:free", "article:access", "access-level",
)  # fmt: skip


def find_paywalled(labelled: Labelled) -> Found[bool | None]:
    """Is the story, or part of it, declared to be for subscribers? None where the page does
    not say.

    ``isAccessibleForFree`` of the article's structured data or of one of its parts, then
    ``article:content_tier`` and the like. A metered story counts as paywalled.
    """
    page = labelled.page
    stated = values(page, "json-ld", "isaccessibleforfree")
    for claim in (
        *(c for c in stated if is_news(c)),
        *values(page, "json-ld", "haspart.isaccessibleforfree"),
        *(c for c in stated if not is_news(c)),
        *values(page, "microdata", "isaccessibleforfree"),
        *values(page, "opengraph", *_METAS),
        *values(page, "meta", *_METAS),
    ):
        word = claim.value.strip().lower().rpartition("/")[2]
        if word in _FREE or word in _CLOSED:
            evidence = Evidence(f"{claim.name} of the page", claim.source, claim.value)
            return Found(word in _CLOSED, (evidence,))
    return Found(None)
