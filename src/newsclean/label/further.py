"""Further articles that a page shows below its own."""

from newsclean.label.held import is_story
from newsclean.label.masses import article_around
from newsclean.label.runs import under
from newsclean.page import Kind, Label, Page, Role


def drop_further(page: Page, labels: list[Label | None]) -> None:
    """Take from the story each further ``<article>`` that has a headline of its own, in
    place: the entries of a live blog have none of the first rank, nor one that looks like
    the page's."""
    stories: dict[int, list[int]] = {}
    for i, label in enumerate(labels):
        node = page.blocks[i].node
        if is_story(label) and node is not None:
            stories.setdefault(article_around(page, node), []).append(i)
    if len(stories) < 2:
        return
    headlines: dict[int, int] = {}
    look = ""
    for i, block in enumerate(page.blocks):
        if block.kind is not Kind.HEADING or block.node is None:
            continue
        name = page.nodes[block.node].ident
        if block.level == 1 or (look and name == look):
            headlines.setdefault(article_around(page, block.node), i)
            look = look or name
    first = min(headlines.values(), default=len(labels))
    own = None
    for article, story in stories.items():
        if article < 0:
            continue
        if own is None:
            own = article if first < story[0] else None
            continue
        behind = headlines.get(article, -1) > stories[own][-1]
        if behind and not under(page, article, own):
            for i in story:
                labels[i] = Label(Role.RELATED, "a further article with a headline of its own")
