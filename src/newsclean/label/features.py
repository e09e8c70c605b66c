"""What the model is asked about each block of an HTML page: one row of numbers a block.

Everything is computed in a few passes over the arrays of nodes and blocks; no pass looks
at a pair of blocks that are far apart, so that the work is linear in the page.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.label.masses import RUNNING, Nodes, is_dense, mass_of, sum_up, up
from newsclean.label.paths import places
from newsclean.label.phrases import Phrases
from newsclean.label.runs import FAR, runs_of
from newsclean.label.tokens import Words
from newsclean.page import Block, Kind, Page, Role

NAMES = (
    "size",
    "link_share",
    "strong_share",
    "ending",
    "kind",
    "level",
    "commas",
    "digits",
    "capitals",
    "hidden",
    "repeats",
    "phrase",
    "since_heading",
    "heading_role",
    "text_score",
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
    "from_first",
    "to_last",
    "previous_size",
    "previous_links",
    "previous_kind",
    "next_size",
    "next_links",
    "next_kind",
    "around",
    "position",
    "after_headline",
    "page_mass",
    "best_mass",
    "depth_below_common",
    "same_mass",
    "same_count",
    "same_parent_mass",
    "path_vs_page",
    "own_vs_page",
    "place",
)

_KINDS = {kind: float(n) for n, kind in enumerate(Kind)}
_ENDS = {
    **dict.fromkeys(".!?\"”'’»“)。！？」』؟।", 2.0),
    **dict.fromkeys(":;,", 1.0),
    "…": -1.0,
}
# What names and tags around a block call it, in the order of how rarely a story stands
# there.
_PLACES = {
    Role.NAVIGATION: 1.0,
    Role.RELATED: 2.0,
    Role.ADVERTISEMENT: 2.0,
    Role.PAYWALL: 3.0,
    Role.CAPTION: 4.0,
    Role.TAGS: 5.0,
    Role.FORM: 5.0,
    Role.EMBED: 5.0,
    Role.PULL_QUOTE: 5.0,
    Role.COMMENT: 7.0,
    Role.COMMENT_PROMPT: 7.0,
}
_OTHER_PLACE = 6.0


class Rows(NamedTuple):
    """The blocks that the model is asked about, and their features."""

    indices: list[int]
    rows: list[list[float]]


def page_rows(page: Page, phrases: Phrases, words: Words) -> Rows:
    """The rows of the page's blocks, those left out that hang under no running text."""
    masses = [mass_of(block) for block in page.blocks]
    nodes = sum_up(page, masses, words)
    indices = _candidates(page, nodes)
    if not indices:
        return Rows([], [])
    context = _Context(page, masses, nodes, phrases, words)
    return Rows(indices, [context.row(i) for i in indices])


def _candidates(page: Page, nodes: Nodes) -> list[int]:
    """The blocks that have running text in an element four levels up, hidden or not."""
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
        if block.node is None or hanging[up(page, block.node, 4)]
    ]


class _Context:
    """What rows need to know of the whole page."""

    def __init__(
        self,
        page: Page,
        masses: Sequence[float],
        nodes: Nodes,
        phrases: Phrases,
        words: Words,
    ) -> None:
        self._page = page
        self._masses = masses
        self._nodes = nodes
        self._words = words
        self._total = sum(masses) or 1.0
        best = max(nodes.common, default=-1)
        self._best_mass = nodes.mass[best] if best >= 0 else 0.0
        strong = [
            i
            for i, block in enumerate(page.blocks)
            if masses[i] >= 80 and block.node is not None and nodes.distance[block.node] <= 1
        ]
        inside = [i for i in strong if nodes.common[page.blocks[i].node or 0] == best]
        self._first = inside[0] if inside else (strong[0] if strong else 0)
        self._last = inside[-1] if inside else (strong[-1] if strong else len(masses))
        self._headline = next(
            (i for i, b in enumerate(page.blocks) if b.kind is Kind.HEADING and b.level == 1), -1
        )
        self._phrases, self._since = runs_of(page, phrases)
        self._same, self._same_parent = self._alike()
        self._places = places(page.nodes, [mass / self._total for mass in nodes.mass])
        self._page_path, self._page_own = self._usual()
        seen: dict[str, int] = {}
        self._repeats = []
        for block in page.blocks:
            key = block.text[:120]
            self._repeats.append(seen.get(key, 0))
            seen[key] = seen.get(key, 0) + 1

    def _alike(self) -> tuple[dict[object, list[float]], dict[object, float]]:
        """Running text and number of the blocks whose elements look the same."""
        same: dict[object, list[float]] = {}
        parents: dict[object, float] = {}
        nodes = self._page.nodes
        for block, mass in zip(self._page.blocks, self._masses, strict=True):
            if block.node is None:
                continue
            node = nodes[block.node]
            entry = same.setdefault((node.tag, node.ident), [0.0, 0.0])
            entry[0] += mass
            entry[1] += 1
            parent = nodes[max(node.parent, 0)]
            key = (parent.tag, parent.ident)
            parents[key] = parents.get(key, 0.0) + mass
        return same, parents

    def _usual(self) -> tuple[float, float]:
        """The mean scores of path and element over the page's running text."""
        path = own = 0.0
        for block, mass in zip(self._page.blocks, self._masses, strict=True):
            if mass and block.node is not None:
                path += mass * self._nodes.score[block.node]
                own += mass * self._nodes.own[block.node]
        return path / self._total, own / self._total

    def row(self, i: int) -> list[float]:
        """The features of block ``i``, in the order of NAMES."""
        return [*self._of_text(i), *self._of_place(i), *self._of_neighbours(i)]

    def _of_text(self, i: int) -> list[float]:
        block = self._page.blocks[i]
        text = block.text
        size = len(text)
        end = _ENDS.get(text[-1], 0.0)
        if end == 2.0 and text.endswith(("...", "…]", "...]", "…)")):
            end = -1.0
        digits = capitals = 0
        for char in text[:60]:
            if char.isdigit():
                digits += 1
            elif char.isupper():
                capitals += 1
        head = min(size, 60)
        since, role = self._since[i]
        return [
            3.0 * size if is_dense(text) else float(size),
            (block.link_chars or 0) / size,
            (block.strong_chars or 0) / size,
            end,
            _KINDS[block.kind],
            float(block.level),
            100.0 * (text.count(",") + text.count("，") + text.count("、")) / (size + 20),
            digits / head,
            capitals / head,
            float(bool(block.hidden)),
            float(self._repeats[i]),
            self._phrases[i],
            since,
            role,
            self._words.of_text(text),
        ]

    def _of_place(self, i: int) -> list[float]:
        node = self._page.blocks[i].node
        if node is None:
            return [0.0] * 13
        nodes = self._nodes
        parent = max(self._page.nodes[node].parent, 0)
        grand = max(self._page.nodes[parent].parent, 0)
        great = max(self._page.nodes[grand].parent, 0)
        total = self._total
        common = nodes.common[node]
        return [
            nodes.score[node],
            nodes.own[node],
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
            (nodes.mass[common] / total) if common >= 0 else 0.0,
        ]

    def _of_neighbours(self, i: int) -> list[float]:
        blocks = self._page.blocks
        count = len(blocks)
        before = blocks[i - 1] if i else None
        after = blocks[i + 1] if i + 1 < count else None
        masses = self._masses
        node = blocks[i].node
        common = self._nodes.common[node] if node is not None else -1
        below = self._nodes.depth[common] if common >= 0 else 0
        return [
            max(-FAR, min(FAR, float(i - self._first))),
            max(-FAR, min(FAR, float(self._last - i))),
            *_neighbour(before),
            *_neighbour(after),
            float(sum(1 for mass in masses[max(i - 3, 0) : i + 4] if mass)),
            i / count,
            max(-FAR, min(FAR, float(i - self._headline))) if self._headline >= 0 else -FAR,
            self._total,
            self._best_mass / self._total,
            float(below),
            *self._of_likeness(node),
        ]

    def _of_likeness(self, index: int | None) -> list[float]:
        if index is None:
            return [0.0] * 6
        node = self._page.nodes[index]
        parent = self._page.nodes[max(node.parent, 0)]
        mass, count = self._same[(node.tag, node.ident)]
        role = self._places[index].role
        return [
            mass / self._total,
            count,
            self._same_parent[(parent.tag, parent.ident)] / self._total,
            self._nodes.score[index] - self._page_path,
            self._nodes.own[index] - self._page_own,
            0.0 if role is None else _PLACES.get(role, _OTHER_PLACE),
        ]


def _neighbour(block: Block | None) -> tuple[float, float, float]:
    if block is None:
        return (0.0, 0.0, -1.0)
    size = len(block.text)
    return (float(size), (block.link_chars or 0) / size, _KINDS[block.kind])
