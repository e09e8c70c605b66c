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
    context = Context(page, masses, nodes, phrases, words, indices)
    text, around = _of_texts(context, indices), _around(context, indices)
    place = _of_places(context, indices)
    return Rows(indices, [[*t, *p, *a] for t, p, a in zip(text, place, around, strict=True)])


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
    # By node: does running text hang four levels up?
    known: dict[int, float] = {}
    last = len(masses) - 1
    found = []
    for i, block in enumerate(page.blocks):
        anchor = _anchor(page, nodes, block)
        if anchor >= 0:
            hangs = known.get(anchor)
            if hangs is None:
                hangs = known[anchor] = hanging[up(page, anchor, _LEVELS)]
            if not hangs and not (0 < i < last and masses[i - 1] and masses[i + 1]):
                continue
        found.append(i)
    return found


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


def _of_texts(context: Context, indices: Sequence[int]) -> list[list[float]]:
    blocks, phrases, since = context.page.blocks, context.phrases, context.since
    repeats, score = context.repeats, context.text_scores
    rows = []
    for i in indices:
        text, kind, level, _, links, *_ = blocks[i]
        size = len(text)
        end = _ENDS.get(text[-1], 0.0)
        if end == 2.0 and text.endswith(("...", "…]", "...]", "…)")):
            end = -1.0
        rows.append(
            [
                3.0 * size if is_dense(text) else float(size),
                (links or 0) / size,
                end,
                _KINDS[kind],
                float(level),
                float(repeats[i]),
                phrases[i],
                *since[i],
                score[i],
            ]
        )
    return rows


def _of_places(context: Context, indices: Sequence[int]) -> list[list[float]]:
    """Blocks of one element, and the cells of a table, share their place."""
    page, nodes = context.page, context.nodes
    known: dict[int, list[float]] = {-1: [0.0] * _OF_PLACE}
    rows = []
    for i in indices:
        node = _anchor(page, nodes, page.blocks[i])
        found = known.get(node)
        if found is None:
            found = known[node] = _place_row(context, node)
        rows.append(found)
    return rows


def _place_row(context: Context, node: int) -> list[float]:
    elements, nodes, total = context.page.nodes, context.nodes, context.total
    masses, links, chars = nodes.mass, nodes.links, nodes.chars
    above, tag, ident = elements[node]
    parent = max(above, 0)
    over, parent_tag, parent_ident = elements[parent]
    grand = max(over, 0)
    great = max(elements[grand][0], 0)
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
        links[parent] / (chars[parent] or 1.0),
        links[grand] / (chars[grand] or 1.0),
        masses[parent] / total,
        masses[grand] / total,
        masses[great] / total,
        float(nodes.distance[node]),
        float(nodes.distance_wide[node]),
        masses[common] / total if common >= 0 else 0.0,
        float(nodes.depth[common]) if common >= 0 else 0.0,
        mass / total,
        count,
        context.same_parent.get((parent_tag, parent_ident), 0.0) / total,
        score - context.usual_path,
        own - context.usual_own,
        context.place(node),
    ]


# What the first and the last block of a page have beside them.
_NOTHING = (0.0, -1.0, None)


def _around(context: Context, indices: Sequence[int]) -> list[list[float]]:
    blocks, texts, path = context.page.blocks, context.text_scores, context.nodes.score
    first, last, headline = context.first, context.last, context.headline
    before, running = context.before, context.running
    total, best_share = context.total, context.best_share
    count = len(blocks)
    beside = {i: _seen_beside(blocks[i], path) for i in context.near}
    rows = []
    for i in indices:
        _, _, own = beside[i]
        previous_links, _, previous = beside.get(i - 1, _NOTHING)
        next_links, next_kind, following = beside.get(i + 1, _NOTHING)
        rows.append(
            [
                max(-FAR, min(FAR, float(i - first))),
                max(-FAR, min(FAR, float(last - i))),
                previous_links,
                next_links,
                next_kind,
                texts.get(i - 1, 0.0),
                texts.get(i + 1, 0.0),
                0.0 if own is None or previous is None else previous - own,
                0.0 if own is None or following is None else following - own,
                float(running[min(i + 4, count)] - running[max(i - 3, 0)]),
                i / count,
                before[i],
                1.0 - before[i + 1],
                max(-FAR, min(FAR, float(i - headline))) if headline >= 0 else -FAR,
                total,
                best_share,
            ]
        )
    return rows


def _seen_beside(block: Block, path: Sequence[float]) -> tuple[float, float, float | None]:
    """What a block shows to those beside it: its share of links, its kind, and by how much
    its path scores (None without elements)."""
    score = path[block.node] if block.node is not None else None
    return (block.link_chars or 0) / len(block.text), _KINDS[block.kind], score
