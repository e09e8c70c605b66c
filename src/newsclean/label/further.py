"""Further articles that a page shows below its own."""

from newsclean.label.held import OWN, is_story
from newsclean.label.masses import article_around
from newsclean.label.paths import is_body_name
from newsclean.label.runs import under
from newsclean.page import Kind, Label, Page, Role

# Share of the story in the element that is named as its body. Set on dev pages, out of fold.
_NEARLY_ALL = 0.8


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


def drop_behind(page: Page, labels: list[Label | None]) -> None:
    """Take from the story, in place, what stands behind the element that is named as its
    body and holds nearly all of it."""
    story = [i for i, label in enumerate(labels) if is_story(label)]
    held: dict[int, int] = {}
    last: dict[int, int] = {}
    for i in story:
        node = page.blocks[i].node
        while node is not None and node >= 0:
            held[node] = held.get(node, 0) + len(page.blocks[i].text)
            last[node] = i
            node = page.nodes[node].parent
    enough = _NEARLY_ALL * sum(len(page.blocks[i].text) for i in story)
    holding = [n for n, size in held.items() if size >= enough]
    own = max((n for n in holding if is_body_name(page.nodes[n].ident)), default=None)
    if own is None:
        return
    for i in story:
        label = labels[i]
        if i > last[own] and label is not None and (label.score or 0.0) < OWN:
            labels[i] = Label(Role.OTHER, "behind the element that is named as the story's")
