"""What stands under each element of a page, and how far it is from the story's."""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.label.tokens import Words
from newsclean.page import Block, Kind, Page

# Blocks of running text: what the masses are made of. 50 characters as in the feasibility
# study; dense scripts say as much in a third of them.
RUNNING = 50
_RUNNING_DENSE = 17
_LINKED = 0.5
_NO_MASS = frozenset((Kind.BUTTON, Kind.CAPTION))


class Nodes(NamedTuple):
    """What is summed up under each node, and inherited from above."""

    mass: list[float]
    chars: list[float]
    links: list[float]
    blocks: list[int]
    score: list[float]
    own: list[float]
    depth: list[int]
    distance: list[int]
    distance_wide: list[int]
    common: list[int]


def is_dense(text: str) -> bool:
    """Is the text in a script that writes words without spaces or in syllable blocks?"""
    return not text.isascii() and "\u2e80" <= max(text[:40]) <= "\ud7ff"


def mass_of(block: Block) -> float:
    """The block's length if it is running text, else 0."""
    size = len(block.text)
    if size < _RUNNING_DENSE or block.hidden or block.kind in _NO_MASS:
        return 0.0
    if (block.link_chars or 0) > _LINKED * size:
        return 0.0
    if is_dense(block.text):
        return 3.0 * size
    return float(size) if size >= RUNNING else 0.0


def up(page: Page, node: int, steps: int) -> int:
    for _ in range(steps):
        parent = page.nodes[node].parent
        if parent < 0:
            break
        node = parent
    return node


def article_around(page: Page, node: int | None) -> int:
    """The ``<article>`` that is, or holds, a node; -1 for none."""
    at = -1 if node is None else node
    while at >= 0 and page.nodes[at].tag != "article":
        at = page.nodes[at].parent
    return at


def sum_up(page: Page, masses: Sequence[float], words: Words) -> Nodes:
    count = len(page.nodes)
    mass, chars, links = [0.0] * count, [0.0] * count, [0.0] * count
    direct, blocks = [0.0] * count, [0] * count
    for block, own in zip(page.blocks, masses, strict=True):
        node = block.node
        if node is None:
            continue
        size = len(block.text)
        mass[node] += own
        chars[node] += size
        links[node] += block.link_chars or 0
        blocks[node] += 1
        if own:
            # A paragraph speaks for its parent, half for the element above, as in
            # readability; a quarter where it stands in the element directly.
            direct[node] += 0.25 * own
            parent = page.nodes[node].parent
            if parent >= 0:
                direct[parent] += own
                above = page.nodes[parent].parent
                if above >= 0:
                    direct[above] += 0.5 * own
    for i in range(count - 1, 0, -1):
        parent = page.nodes[i].parent
        if parent >= 0:
            mass[parent] += mass[i]
            chars[parent] += chars[i]
            links[parent] += links[i]
            blocks[parent] += blocks[i]
    score, own_score, depth = _inherited(page, words)
    best = max(range(count), key=direct.__getitem__, default=-1)
    total = sum(masses)
    wide = max((i for i in range(count) if mass[i] >= 0.6 * total), default=-1)
    distance, common = _distances(page, best)
    distance_wide, _ = _distances(page, wide)
    return Nodes(
        mass, chars, links, blocks, score, own_score, depth, distance, distance_wide, common
    )


def _inherited(page: Page, words: Words) -> tuple[list[float], list[float], list[int]]:
    score: list[float] = []
    own: list[float] = []
    depth: list[int] = []
    for parent, tag, ident in page.nodes:
        weight = words.of_element(tag, ident)
        own.append(weight)
        if parent >= 0:
            score.append(score[parent] + weight)
            depth.append(depth[parent] + 1)
        else:
            score.append(weight)
            depth.append(0)
    return score, own, depth


def _distances(page: Page, best: int) -> tuple[list[int], list[int]]:
    """Steps from each node up to the chain of ``best``'s ancestors, and where it gets there."""
    chain = set()
    node = best
    while node >= 0:
        chain.add(node)
        node = page.nodes[node].parent
    distance: list[int] = []
    common: list[int] = []
    for i, (parent, _, _) in enumerate(page.nodes):
        if i in chain:
            distance.append(0)
            common.append(i)
        else:
            distance.append(distance[parent] + 1 if parent >= 0 else 1)
            common.append(common[parent] if parent >= 0 else -1)
    return distance, common
