"""What the features of a block need to know of the whole page, computed once."""

from collections.abc import Sequence
from itertools import accumulate

from newsclean.label.masses import Nodes
from newsclean.label.paths import places
from newsclean.label.phrases import Phrases
from newsclean.label.runs import runs_of
from newsclean.label.tokens import Words
from newsclean.page import Block, Kind, Page, Role

# Lengths at which running text marks the ends of the story.
_STRONG = 80
# What names and tags around a block call it, in the order of how rarely a story stands
# there.
_PLACES = {
    None: 0.0,
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
# Texts are the same where they begin so.
_SAME_START = 120


class Context:
    """A page and what is counted over all its blocks."""

    def __init__(
        self,
        page: Page,
        masses: Sequence[float],
        nodes: Nodes,
        phrases: Phrases,
        words: Words,
        indices: Sequence[int],
    ) -> None:
        """``indices`` are the blocks that are asked about."""
        self.page = page
        self.masses = masses
        self.nodes = nodes
        self.total = sum(masses) or 1.0
        best = max(nodes.common, default=-1)
        self.best_share = (nodes.mass[best] if best >= 0 else 0.0) / self.total
        self.first, self.last = self._ends(best)
        self.headline = next(
            (i for i, b in enumerate(page.blocks) if b.kind is Kind.HEADING and b.level == 1), -1
        )
        self.phrases, self.since = runs_of(page, phrases)
        self.same, self.same_parent = self._alike()
        self._places = places(page.nodes, [mass / self.total for mass in nodes.mass])
        self.usual_path, self.usual_own = self._usual()
        self.repeats = _repeats(page.blocks)
        self.before = [0.0, *accumulate(mass / self.total for mass in masses)]
        # How many blocks of running text stand before each block.
        self.running = [0, *accumulate(1 if mass else 0 for mass in masses)]
        # Those blocks and the ones beside them, and what their words say.
        self.near = _with_neighbours(indices, len(masses))
        self.text_scores = {i: words.of_text(page.blocks[i].text) for i in self.near}

    def _ends(self, best: int) -> tuple[int, int]:
        """The first and the last block of running text in the page's best element."""
        nodes = self.nodes
        strong = [
            i
            for i, block in enumerate(self.page.blocks)
            if self.masses[i] >= _STRONG
            and block.node is not None
            and nodes.distance[block.node] <= 1
        ]
        inside = [i for i in strong if nodes.common[self.page.blocks[i].node or 0] == best]
        found = inside or strong or (0, len(self.masses))
        return found[0], found[-1]

    def _alike(self) -> tuple[dict[object, list[float]], dict[object, float]]:
        """Running text and number of the blocks whose elements look the same."""
        same: dict[object, list[float]] = {}
        parents: dict[object, float] = {}
        nodes = self.page.nodes
        for block, mass in zip(self.page.blocks, self.masses, strict=True):
            if block.node is None:
                continue
            node = nodes[block.node]
            entry = same.get(node[1:])
            if entry is None:
                entry = same[node[1:]] = [0.0, 0.0]
            entry[0] += mass
            entry[1] += 1
            if mass:
                key = nodes[max(node[0], 0)][1:]
                parents[key] = parents.get(key, 0.0) + mass
        return same, parents

    def _usual(self) -> tuple[float, float]:
        """The mean scores of path and element over the page's running text."""
        path = own = 0.0
        for block, mass in zip(self.page.blocks, self.masses, strict=True):
            if mass and block.node is not None:
                path += mass * self.nodes.score[block.node]
                own += mass * self.nodes.own[block.node]
        return path / self.total, own / self.total

    def place(self, node: int) -> float:
        """What names and tags around a node call it, as a number."""
        return _PLACES.get(self._places[node].role, _OTHER_PLACE)


def _with_neighbours(indices: Sequence[int], count: int) -> list[int]:
    """``indices``, which are in order, and those one less and one more, below ``count``."""
    found: list[int] = []
    past = 0
    for i in indices:
        found += range(max(past, i - 1), min(i + 2, count))
        past = i + 2
    return found


def _repeats(blocks: Sequence[Block]) -> list[int]:
    """How often each block's text stood on the page before."""
    seen: dict[str, int] = {}
    result = []
    for block in blocks:
        key = block.text[:_SAME_START]
        count = seen.get(key, 0)
        result.append(count)
        seen[key] = count + 1
    return result
