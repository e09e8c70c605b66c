"""The trail of sections from the front page to the story."""

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.label.facts import site_names, values
from newsclean.label.likeness import key_of
from newsclean.label.trails import home_words, is_trail, steps
from newsclean.page import Claim, Labelled, Role

# Deeper trails are several lists run together.
_DEEPEST = 8
_LONGEST = 80
# Longer names of sections are rare, shorter headlines too.
_SECTION = 45


def find_breadcrumbs(labelled: Labelled, title: str | None) -> Found[tuple[str, ...]]:
    """The names of the sections that the page declares or shows as its trail, outermost
    first, without the front page and the story itself.

    JSON-LD ``BreadcrumbList``, then microdata, then a trail in one line.
    """
    page = labelled.page
    own = {key_of(c.value) for c in page.claims if c.name in ("headline", "og:title", "title")}
    own.add(key_of(title or ""))
    sites = {key_of(name) for name in site_names(page)} | home_words()
    for claims in (
        values(page, "json-ld", "breadcrumb"),
        [c for c in values(page, "microdata", "name", "title") if "readcrumb" in c.scope],
    ):
        names = _names([c.value for c in _first_list(claims)], own, sites)
        if names:
            first = claims[0]
            raw = " > ".join(names)
            return Found(names, (Evidence("breadcrumbs of the page", first.source, raw),))
    for at in labelled.having(Role.SECTION):
        text = page.blocks[at].text
        if is_trail(text):
            names = _names(steps(text), own, sites)
            if names:
                reason = labelled.labels[at].reason
                evidence = Evidence(reason, "text", text, at, (0, len(text)))
                return Found(names, (evidence,))
    return Found(())


def _first_list(claims: list[Claim]) -> list[Claim]:
    """The claims before one repeats: a page may declare its trail twice."""
    first: dict[str, Claim] = {}
    for claim in claims:
        if claim.value in first:
            break
        first[claim.value] = claim
    return list(first.values())[:_DEEPEST]


def _names(trail: list[str], own: set[str], sites: set[str]) -> tuple[str, ...]:
    names = [name.strip() for name in trail]
    while names and key_of(names[0].lower().removeprefix("www.")) in sites:
        names = names[1:]
    if names and _is_story(names[-1], own):
        names = names[:-1]
    return tuple(name for name in names if name and len(name) <= _LONGEST)


def _is_story(name: str, own: set[str]) -> bool:
    """Is a step the story itself: its headline, whole or cut short or in other words?"""
    key = key_of(name.rstrip(" .…"))
    return (
        len(name) > _SECTION
        or key in own
        or (len(key) > 20 and any(other.startswith(key) for other in own))
    )
