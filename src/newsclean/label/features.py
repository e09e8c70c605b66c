"""What the model is asked about each block of an HTML page: one row of numbers a block.

Everything is computed in a few passes over the arrays of nodes and blocks; no pass looks
at a pair of blocks that are far apart, so that the work is linear in the page.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.label.context import Context
from newsclean.label.masses import RUNNING, Nodes, is_dense, mass_of, sum_up, up
from newsclean.label.phrases import Phrases
from newsclean.label.runs import FAR
from newsclean.label.tokens import Words
from newsclean.page import Block, Kind, Page

NAMES = (
    # of the text
    "size",
    "link_share",
    "ending",
    "kind",
    "level",
    "repeats",
    "phrase",
    "since_heading",
    "heading_role",
    "text_score",
    # of the place
    "path_score",
    "own_score",
    "parent_score",
    "depth",
    "siblings",
    "parent_links",
    "grand_links",
    "parent_mass",
    "grand_mass",
    "great_mass",
    "distance",
    "distance_wide",
    "common_mass",
    "depth_below_common",
    "same_mass",
    "same_count",
    "same_parent_mass",
    "path_vs_page",
    "own_vs_page",
    "place",
    # of what stands around, and of the page
    "from_first",
    "to_last",
    "previous_links",
    "next_links",
    "next_kind",
    "previous_text",
    "next_text",
    "previous_path",
    "next_path",
    "around",
    "position",
    "mass_before",
    "mass_after",
    "after_headline",
    "page_mass",
    "best_mass",
)
_OF_PLACE = NAMES.index("from_first") - NAMES.index("path_score")

_KINDS = {kind: float(n) for n, kind in enumerate(Kind)}
_ENDS = {
    **dict.fromkeys(".!?\"”’'»“)。！？」』؟।", 2.0),
    **dict.fromkeys(":;,", 1.0),
    "…": -1.0,
}
# How many levels above a block running text must hang for the model to be asked about it.
_LEVELS = 4
# A cell of data is shorter, and stands at most so deep in its table. Tables for layout
# hold several blocks in a cell, or long ones.
_CELL, _CELL_LEVELS = 200, 5


class Rows(NamedTuple):
    """The blocks that the model is asked about, and their features."""

    indices: list[int]
    rows: list[list[float]]


def page_rows(page: Page, phrases: Phrases, words: Words) -> Rows:
    """The rows of the page's blocks, those left out that hang under no running text."""
    masses = [mass_of(block) for block in page.blocks]
    nodes = sum_up(page, masses, words)
    indices = _candidates(page, masses, nodes)
    if not indices:
        return Rows([], [])
    context = Context(page, masses, nodes, phrases, words)
    return Rows(
        indices,
        [[*_of_text(context, i), *_of_place(context, i), *_around(context, i)] for i in indices],
    )


def _candidates(page: Page, masses: Sequence[float], nodes: Nodes) -> list[int]:
    """The blocks that have running text in an element four levels up, hidden or not, and
    those between two of running text: some systems wrap each paragraph many times."""
    hanging = nodes.mass
    if any(block.hidden for block in page.blocks):
        hanging = list(hanging)
        for block in page.blocks:
            if block.hidden and block.node is not None and len(block.text) >= RUNNING:
                node = block.node
                while node >= 0 and not hanging[node]:
                    hanging[node] = 1.0
                    node = page.nodes[node].parent
    return [
        i
        for i, block in enumerate(page.blocks)
        if block.node is None
        or hanging[up(page, _anchor(page, nodes, block), _LEVELS)]
        or (0 < i < len(masses) - 1 and masses[i - 1] and masses[i + 1])
    ]


def _anchor(page: Page, nodes: Nodes, block: Block) -> int:
    """The element whose place is the block's: of a cell of data, its table's; -1 without
    elements."""
    node = block.node
    if node is None:
        return -1
    if block.kind is Kind.CELL and len(block.text) <= _CELL and nodes.blocks[node] == 1:
        at = node
        for _ in range(_CELL_LEVELS):
            if page.nodes[at].tag == "table":
                return at
            at = page.nodes[at].parent
            if at < 0:
                break
    return node


def _of_text(context: Context, i: int) -> list[float]:
    block = context.page.blocks[i]
    text = block.text
    size = len(text)
    end = _ENDS.get(text[-1], 0.0)
    if end == 2.0 and text.endswith(("...", "…]", "...]", "…)")):
        end = -1.0
    since, role = context.since[i]
    return [
        3.0 * size if is_dense(text) else float(size),
        (block.link_chars or 0) / size,
        end,
        _KINDS[block.kind],
        float(block.level),
        float(context.repeats[i]),
        context.phrases[i],
        since,
        role,
        context.text_score(i),
    ]


def _of_place(context: Context, i: int) -> list[float]:
    block = context.page.blocks[i]
    node = _anchor(context.page, context.nodes, block)
    if node < 0:
        return [0.0] * _OF_PLACE
    # Blocks of one element, and the cells of a table, share their place.
    found = context.of_place.get(node)
    if found is None:
        found = context.of_place[node] = _place_row(context, node)
    return found


def _place_row(context: Context, node: int) -> list[float]:
    elements, nodes, total = context.page.nodes, context.nodes, context.total
    above, tag, ident = elements[node]
    parent = max(above, 0)
    over, parent_tag, parent_ident = elements[parent]
    grand = max(over, 0)
    great = max(elements[grand].parent, 0)
    common = nodes.common[node]
    score, own = nodes.score[node], nodes.own[node]
    # A table, whose cells stand for it, holds no block itself.
    mass, count = context.same.get((tag, ident), (0.0, 0.0))
    return [
        score,
        own,
        nodes.own[parent],
        float(nodes.depth[node]),
        float(nodes.blocks[parent]),
        nodes.links[parent] / (nodes.chars[parent] or 1.0),
        nodes.links[grand] / (nodes.chars[grand] or 1.0),
        nodes.mass[parent] / total,
        nodes.mass[grand] / total,
        nodes.mass[great] / total,
        float(nodes.distance[node]),
        float(nodes.distance_wide[node]),
        nodes.mass[common] / total if common >= 0 else 0.0,
        float(nodes.depth[common]) if common >= 0 else 0.0,
        mass / total,
        count,
        context.same_parent.get((parent_tag, parent_ident), 0.0) / total,
        score - context.usual_path,
        own - context.usual_own,
        context.place(node),
    ]


def _around(context: Context, i: int) -> list[float]:
    blocks = context.page.blocks
    count = len(blocks)
    before = blocks[i - 1] if i else None
    after = blocks[i + 1] if i + 1 < count else None
    headline = context.headline
    running = context.running
    return [
        max(-FAR, min(FAR, float(i - context.first))),
        max(-FAR, min(FAR, float(context.last - i))),
        (before.link_chars or 0) / len(before.text) if before else 0.0,
        (after.link_chars or 0) / len(after.text) if after else 0.0,
        _KINDS[after.kind] if after else -1.0,
        context.text_score(i - 1),
        context.text_score(i + 1),
        _path_step(context, blocks[i], before),
        _path_step(context, blocks[i], after),
        float(running[min(i + 4, count)] - running[max(i - 3, 0)]),
        i / count,
        context.before[i],
        1.0 - context.before[i + 1],
        max(-FAR, min(FAR, float(i - headline))) if headline >= 0 else -FAR,
        context.total,
        context.best_share,
    ]


def _path_step(context: Context, block: Block, beside: Block | None) -> float:
    """By how much the path of the block beside scores higher."""
    if beside is None or beside.node is None or block.node is None:
        return 0.0
    return context.nodes.score[beside.node] - context.nodes.score[block.node]
