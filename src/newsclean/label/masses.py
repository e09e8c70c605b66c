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
    parents = [node[0] for node in page.nodes]
    for (text, _, _, node, linked, *_), own in zip(page.blocks, masses, strict=True):
        if node is None:
            continue
        mass[node] += own
        chars[node] += len(text)
        links[node] += linked or 0
        blocks[node] += 1
        if own:
            # A paragraph speaks for its parent, half for the element above, as in
            # readability; a quarter where it stands in the element directly.
            direct[node] += 0.25 * own
            parent = parents[node]
            if parent >= 0:
                direct[parent] += own
                above = parents[parent]
                if above >= 0:
                    direct[above] += 0.5 * own
    for i in range(count - 1, 0, -1):
        parent = parents[i]
        if parent >= 0:
            if mass[i]:
                mass[parent] += mass[i]
            chars[parent] += chars[i]
            links[parent] += links[i]
            blocks[parent] += blocks[i]
    best = max(range(count), key=direct.__getitem__, default=-1)
    total = sum(masses)
    wide = max((i for i in range(count) if mass[i] >= 0.6 * total), default=-1)
    own_score = words.of_nodes(page.nodes)
    return Nodes(
        mass,
        chars,
        links,
        blocks,
        *_inherited(parents, own_score),
        *_distances(parents, best, wide),
    )


def _inherited(
    parents: Sequence[int], own: list[float]
) -> tuple[list[float], list[float], list[int]]:
    # The last entry is that above the root, whose parent is -1.
    score, depth = [0.0] * (len(own) + 1), [-1] * (len(own) + 1)
    for i, parent in enumerate(parents):
        score[i] = score[parent] + own[i]
        depth[i] = depth[parent] + 1
    return score, own, depth


def _distances(
    parents: Sequence[int], best: int, wide: int
) -> tuple[list[int], list[int], list[int]]:
    """Steps from each node up to the chain of ``best``'s ancestors, the same for ``wide``,
    and where the first chain is met."""
    chain, wide_chain = _chain(parents, best), _chain(parents, wide)
    # The last entry is that above the root, whose parent is -1.
    distance, far = [0] * (len(parents) + 1), [0] * (len(parents) + 1)
    common = [-1] * len(distance)
    for i, parent in enumerate(parents):
        if i in chain:
            common[i] = i
        else:
            distance[i] = distance[parent] + 1
            common[i] = common[parent]
        if i not in wide_chain:
            far[i] = far[parent] + 1
    return distance, far, common


def _chain(parents: Sequence[int], node: int) -> set[int]:
    """A node and its ancestors."""
    chain = set()
    while node >= 0:
        chain.add(node)
        node = parents[node]
    return chain
