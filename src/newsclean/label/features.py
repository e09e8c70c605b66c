"""What the model is asked about each block of an HTML page: one row of numbers a block.

Everything is computed in a few passes over the arrays of nodes and blocks; no pass looks
at a pair of blocks that are far apart, so that the work is linear in the page.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.label.phrases import Phrases
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
)

_KINDS = {kind: float(n) for n, kind in enumerate(Kind)}
_ENDS = {
    **dict.fromkeys(".!?\"”'’»“)。！？」』؟।", 2.0),
    **dict.fromkeys(":;,", 1.0),
    "…": -1.0,
}
# Blocks of running text: what the masses are made of. 50 characters as in the feasibility
# study; dense scripts say as much in a third of them.
_RUNNING = 50
_RUNNING_DENSE = 17
_LINKED = 0.5
_NO_MASS = frozenset((Kind.BUTTON, Kind.CAPTION))
_RUN_ROLES = {
    role: float(n)
    for n, role in enumerate(
        (
            Role.COMMENT,
            Role.COMMENT_PROMPT,
            Role.RELATED,
            Role.RECOMMENDED,
            Role.LATEST_NEWS,
            Role.MUST_READ,
            Role.NEWSLETTER,
            Role.AUTHOR_BIO,
            Role.TAGS,
            Role.SHARE,
            Role.NAVIGATION,
        ),
        start=1,
    )
}
_FAR = 60.0


class Rows(NamedTuple):
    """The blocks that the model is asked about, and their features."""

    indices: list[int]
    rows: list[list[float]]


class _Nodes(NamedTuple):
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
    return float(size) if size >= _RUNNING else 0.0


def page_rows(page: Page, phrases: Phrases, words: Words) -> Rows:
    """The rows of the page's blocks, those left out that hang under no running text."""
    masses = [mass_of(block) for block in page.blocks]
    nodes = _sum_up(page, masses, words)
    indices = _candidates(page, nodes)
    if not indices:
        return Rows([], [])
    context = _Context(page, masses, nodes, phrases, words)
    return Rows(indices, [context.row(i) for i in indices])


def _candidates(page: Page, nodes: _Nodes) -> list[int]:
    """The blocks that have running text in an element four levels up, hidden or not."""
    hanging = nodes.mass
    if any(block.hidden for block in page.blocks):
        hanging = list(hanging)
        for block in page.blocks:
            if block.hidden and block.node is not None and len(block.text) >= _RUNNING:
                node = block.node
                while node >= 0 and not hanging[node]:
                    hanging[node] = 1.0
                    node = page.nodes[node].parent
    return [
        i
        for i, block in enumerate(page.blocks)
        if block.node is None or hanging[_up(page, block.node, 4)]
    ]


def _up(page: Page, node: int, steps: int) -> int:
    for _ in range(steps):
        parent = page.nodes[node].parent
        if parent < 0:
            break
        node = parent
    return node


def _sum_up(page: Page, masses: Sequence[float], words: Words) -> _Nodes:
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
    return _Nodes(
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


class _Context:
    """What rows need to know of the whole page."""

    def __init__(
        self,
        page: Page,
        masses: Sequence[float],
        nodes: _Nodes,
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
        self._phrases, self._since = self._runs(phrases)
        self._same, self._same_parent = self._alike()
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

    def _runs(self, phrases: Phrases) -> tuple[list[float], list[tuple[float, float]]]:
        """For each block, what phrase it is, and the last heading of chrome before it."""
        page = self._page
        kinds: list[float] = []
        since: list[tuple[float, float]] = []
        at, role, box = -1000, 0.0, -1
        for i, block in enumerate(page.blocks):
            heading = phrases.heading(block.text)
            line = phrases.line(block.text) if heading is None else None
            kind = 0.0
            if heading is not None:
                kind = 10.0 + _RUN_ROLES.get(heading.role, 0.0)
                if heading.role in _RUN_ROLES and block.kind is not Kind.ITEM:
                    at, role = i, _RUN_ROLES[heading.role]
                    box = _up(page, block.node, 2) if block.node is not None else -1
            elif line is not None:
                kind = 1.0 + _RUN_ROLES.get(line.role, 0.0) / 20
            kinds.append(kind)
            if at >= 0 and box >= 0 and not self._under(block.node, box):
                at, role = -1000, 0.0
            since.append((min(float(i - at), _FAR), role))
        return kinds, since

    def _under(self, node: int | None, box: int) -> bool:
        nodes = self._page.nodes
        while node is not None and node > box:
            node = nodes[node].parent
        return node == box

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
            max(-_FAR, min(_FAR, float(i - self._first))),
            max(-_FAR, min(_FAR, float(self._last - i))),
            *_neighbour(before),
            *_neighbour(after),
            float(sum(1 for mass in masses[max(i - 3, 0) : i + 4] if mass)),
            i / count,
            max(-_FAR, min(_FAR, float(i - self._headline))) if self._headline >= 0 else -_FAR,
            self._total,
            self._best_mass / self._total,
            float(below),
            *self._of_likeness(node),
        ]


    def _of_likeness(self, index: int | None) -> list[float]:
        if index is None:
            return [0.0] * 5
        node = self._page.nodes[index]
        parent = self._page.nodes[max(node.parent, 0)]
        mass, count = self._same[(node.tag, node.ident)]
        return [
            mass / self._total,
            count,
            self._same_parent[(parent.tag, parent.ident)] / self._total,
            self._nodes.score[index] - self._page_path,
            self._nodes.own[index] - self._page_own,
        ]


def _neighbour(block: Block | None) -> tuple[float, float, float]:
    if block is None:
        return (0.0, 0.0, -1.0)
    size = len(block.text)
    return (float(size), (block.link_chars or 0) / size, _KINDS[block.kind])
