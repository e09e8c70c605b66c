"""How much text, and how much of the story, stands under each element of a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.label.paths import Place, places
from newsclean.page import Label, Node, Page, Role

# Score from which a block is the story's wherever it stands. Set on dev pages, out of fold.
SURE = 2.0
# And from which it is that whatever stands beside it, and whatever its words: pages with boxes
# between the paragraphs score those up to 2.7, and the paragraphs mostly 3 and more.
OWN = 2.9


class Held(NamedTuple):
    """Characters and blocks under each node, by its index; hidden text left out."""

    chars: list[int]
    blocks: list[int]
    story: list[int]
    """Characters of the story."""
    sure: list[int]
    """Characters of those blocks of the story whose score is :data:`SURE`."""
    total: int
    """Characters of the whole story."""


def hold(page: Page, labels: Sequence[Label | None]) -> Held:
    """What stands under each node, for the story that ``labels`` tell."""
    count = len(page.nodes)
    chars, blocks, story, sure = [0] * count, [0] * count, [0] * count, [0] * count
    total = 0
    for block, label in zip(page.blocks, labels, strict=True):
        node = block.node
        if node is None or block.hidden:
            continue
        size = len(block.text)
        chars[node] += size
        blocks[node] += 1
        if is_story(label):
            total += size
            story[node] += size
            if is_sure(label):
                sure[node] += size
    for i in range(count - 1, 0, -1):
        parent = page.nodes[i].parent
        if parent >= 0 and blocks[i]:
            chars[parent] += chars[i]
            blocks[parent] += blocks[i]
            story[parent] += story[i]
            sure[parent] += sure[i]
    return Held(chars, blocks, story, sure, total)


def is_story(label: Label | None) -> bool:
    """Is it the label of a block of the story?"""
    return label is not None and label.role is Role.BODY


def is_sure(label: Label | None) -> bool:
    """Does it have a score from which a block is the story's wherever it stands?"""
    return label is not None and (label.score or 0.0) >= SURE


def places_around(
    page: Page, node: int | None, held: Held, levels: int, part: float
) -> Iterator[Place]:
    """What the names of a block's element and of those around it say, ``levels`` of them at
    most, as far as they hold no more than ``part`` of the story."""
    at = -1 if node is None else node
    for _ in range(levels):
        if at < 0 or held.story[at] > part * held.total:
            return
        place = place_of(page.nodes[at].ident)
        if place is not None:
            yield place
        at = page.nodes[at].parent


def place_of(ident: str) -> Place | None:
    """What the names of an element say that it holds; None where they say nothing, or that
    it is a story's."""
    place = places((Node(-1, "div", ident),), (0.0,), naming=True)[0] if ident else None
    return place if place is not None and place.role is not None else None
