"""The headline."""

import html

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.label.flat_head import flat_headline
from newsclean.label.headline import Headline, choose
from newsclean.label.likeness import key_of
from newsclean.page import Labelled, Role


def find_title(labelled: Labelled) -> Found[str | None]:
    """The headline as the page shows it, without the name of the site.

    The metadata and the level-1 headings decide together; in flat text the lines above
    the story do. Evidence names every block that repeats the headline.
    """
    page = labelled.page
    if page.kind == "text":
        return _flat(labelled)
    titles = labelled.having(Role.TITLE)
    chosen = choose(page)
    if chosen is None:
        # No claims and no level-1 heading: what the labels took for the headline.
        if not titles:
            return Found(None)
        text = page.blocks[titles[0]].text
        chosen = Headline(text, labelled.labels[titles[0]].reason, "text", text, titles[0])
    value = " ".join(chosen.text.split())
    evidence = []
    if chosen.block is None or chosen.block not in titles:
        evidence.append(Evidence(chosen.rule, chosen.source, chosen.raw))
    for at in sorted(titles, key=lambda i: i != chosen.block):
        text = page.blocks[at].text
        span = _where(text, value)
        if span is not None:
            rule = chosen.rule if at == chosen.block else "the headline in the text"
            evidence.append(Evidence(rule, "text", text[span[0] : span[1]], at, span))
    return Found(value, tuple(evidence))


def _flat(labelled: Labelled) -> Found[str | None]:
    titles = labelled.having(Role.TITLE)
    body = labelled.having(Role.BODY)
    if not titles:
        return Found(None)
    # The labels have moved the headline out of the body; the search needs it before it.
    found = flat_headline(labelled.page, body, labelled.language) if body else None
    if found is None or found.block not in titles:
        text = labelled.page.blocks[titles[0]].text
        span = (0, len(text))
        return Found(text, (Evidence("line labelled as headline", "text", text, titles[0], span),))
    lead = [found.lead] if found.lead is not None else []
    places = [*lead, (found.block, found.span), *found.repeats]
    evidence = tuple(
        Evidence(
            labelled.labels[at].reason,
            "text",
            labelled.page.blocks[at].text[span[0] : span[1]],
            at,
            span,
        )
        for at, span in places
        if at in titles
    )
    parts = [
        labelled.page.blocks[at].text[span[0] : span[1]]
        for at, span in (*lead, (found.block, found.span))
    ]
    return Found(" ".join(parts), evidence)


def _where(text: str, value: str) -> tuple[int, int] | None:
    """Where ``value`` stands in ``text``; quotes and spaces may differ."""
    if key_of(html.unescape(text)) == key_of(value):
        return 0, len(text)
    at = text.replace("\n", " ").find(value)
    return (at, at + len(value)) if at >= 0 else None
