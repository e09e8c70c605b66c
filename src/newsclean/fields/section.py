"""The section of the site."""

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.label.flat_head import flat_headline
from newsclean.label.headline import is_news, key_of, site_names
from newsclean.page import Claim, Labelled, Role

# Longer ones are headlines that stand in the section's place.
_LONGEST = 50
_HOME = frozenset(
    "home start startseite accueil inicio início homepage index hjem hem etusivu главная головна "
    "anasayfa ホーム 首页 홈 strona główna domů kezdőlap".split()
) | {"home page", "strona główna", "trang chủ", "الرئيسية", "articles", "article", "uncategorized"}


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
        if len(blocks[at].text) <= _LONGEST and key_of(blocks[at].text) not in _HOME
    ]
    evidence = []
    if claim is not None:
        value = claim.value
        evidence.append(Evidence(f"{claim.name} of the page", claim.source, claim.value))
    elif shown:
        value = blocks[shown[-1]].text
    else:
        return Found(None)
    for at in shown:
        text = blocks[at].text
        if key_of(text) == key_of(value):
            evidence.append(
                Evidence(labelled.labels[at].reason, "text", text, at, (0, len(text)))
            )
    return Found(value, tuple(evidence))


def _claimed(labelled: Labelled) -> Claim | None:
    page = labelled.page
    names = {key_of(name) for name in site_names(page)}
    ranked: list[tuple[int, Claim]] = []
    crumbs: list[Claim] = []
    for claim in page.claims:
        if claim.name == "article:section":
            ranked.append((0, claim))
        elif claim.name == "articlesection":
            ranked.append((1 if is_news(claim) else 3, claim))
        elif claim.name in ("parsely-section", "section", "cxenseparse:section", "cxenseparse:articlesection"):
            ranked.append((2, claim))
        elif claim.name == "breadcrumb":
            crumbs.append(claim)
    ranked.sort(key=lambda item: item[0])
    for _, claim in ranked:
        value = claim.value
        if value and len(value) <= _LONGEST and key_of(value) not in _HOME and key_of(value) not in names:
            return claim
    titles = {key_of(c.value) for c in page.claims if c.name in ("headline", "og:title", "title")}
    # The last breadcrumb is often the story itself.
    for claim in crumbs:
        key = key_of(claim.value)
        if key not in _HOME and key not in names and key not in titles and len(claim.value) <= 40:
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
            return Found(text, (Evidence(reason, "text", text, at, (0, len(text))),))
    return Found(None)
