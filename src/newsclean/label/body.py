"""Which blocks of an HTML page are the story: plain rules.

The running text of the page is weighed block by block; the story's container is the
deepest element that holds most of it; the story is what stands there from the first to
the last paragraph, less what markup or words call chrome.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.label.paths import FIRM, Place, places
from newsclean.label.phrases import Match, Phrases
from newsclean.page import Block, Kind, Label, Page, Role

# Link share above which a block is a list of links and no running text. News paragraphs
# seldom link more than a third of their words.
_LINKED = 0.4
# Shortest running text, in characters; a Chinese or Japanese character says more.
_SHORTEST = 40
_DENSE = 3
# Part of the running text that a container must hold for the search to go on inside it.
_MOST = 0.6

_WEIGHTS = {
    Kind.PARAGRAPH: 1.0,
    Kind.QUOTE: 1.0,
    Kind.TEXT: 0.8,
    Kind.PRE: 0.8,
    Kind.CELL: 0.7,
    Kind.ITEM: 0.4,
}
# A single block counts up to this length, so that one long legal text is no story.
_COUNTED = 1200
_TERMINAL = tuple(".!?…\"”'’»“)।。！？」』؟।:;")


_CUT_OFF = ("...", "…", "[...]", "[…]")


class _Weighed(NamedTuple):
    """A block with what the rules ask about it."""

    block: Block
    place: Place
    heading: Match | None
    line: Match | None
    weight: float


def link_share(block: Block) -> float:
    """Part of the block's characters that stands in links; 0 where that is unknown."""
    return (block.link_chars or 0) / len(block.text)


def size_of(text: str) -> int:
    """Length of ``text``, dense scripts counted three times."""
    if text.isascii():
        return len(text)
    dense = sum(1 for char in text if "\u2e80" <= char <= "\ud7ff")
    return len(text) + (_DENSE - 1) * dense


def _weight(block: Block) -> float:
    """How much running text the block is."""
    base = _WEIGHTS.get(block.kind)
    if base is None or block.hidden:
        return 0.0
    size = size_of(block.text)
    if size < _SHORTEST:
        return 0.0
    links = link_share(block)
    if links > _LINKED:
        return 0.0
    if not block.text.endswith(_TERMINAL):
        base *= 0.4
    elif block.text.endswith(_CUT_OFF):  # a teaser
        base *= 0.25
    return base * min(size, _COUNTED) * (1 - links)


def label_body(page: Page, phrases: Phrases) -> list[Label | None]:
    """A label for each block that the rules can name; None where none speaks."""
    weights = [_weight(block) for block in page.blocks]
    unhidden = [_weight(block._replace(hidden=False)) for block in page.blocks]
    # A page that hides its story until a script runs; chrome alone is never that much more.
    if sum(unhidden) > 3 * sum(weights):
        weights = unhidden
    where = _trusted(page, weights, places(page.nodes, _shares(page, weights)))
    weighed = []
    for block, weight in zip(page.blocks, weights, strict=True):
        place = where[block.node] if block.node is not None else Place(None, "")
        heading = phrases.heading(block.text)
        line = phrases.line(block.text)
        if place.role is not None or line is not None:
            weight = 0.0
        weighed.append(_Weighed(block, place, heading, line, weight))
    if not any(item.weight for item in weighed):
        # All of it is called chrome by some name: the names are wrong.
        weighed = [item._replace(weight=w) for item, w in zip(weighed, weights, strict=True)]
    return _pick(page, weighed)


def _trusted(page: Page, weights: Sequence[float], where: Sequence[Place]) -> Sequence[Place]:
    """``where`` without the roles that would take the story away.

    On such a page the name means something else: "widget" on every wrapper, or "paywall"
    on each paragraph behind one.
    """
    masses: dict[Role, float] = {}
    for block, weight in zip(page.blocks, weights, strict=True):
        role = where[block.node].role if block.node is not None else None
        if role is not None and weight:
            masses[role] = masses.get(role, 0.0) + weight
    total = sum(weights)
    left = total - sum(masses.values())
    # 300: about one paragraph; a page whose names leave less has no other story.
    wrong = {
        role
        for role, mass in masses.items()
        if mass > 0.5 * total and (role is Role.PAYWALL or (left < 300 and role not in FIRM))
    }
    if not wrong:
        return where
    return [Place(None, "") if place.role in wrong else place for place in where]


def _shares(page: Page, weights: Sequence[float]) -> list[float]:
    """The part of the page's running text that stands under each node."""
    masses = [0.0] * len(page.nodes)
    for block, weight in zip(page.blocks, weights, strict=True):
        if weight and block.node is not None:
            masses[block.node] += weight
    for i in range(len(masses) - 1, -1, -1):
        parent = page.nodes[i].parent
        if parent >= 0:
            masses[parent] += masses[i]
    total = sum(weights) or 1.0
    return [mass / total for mass in masses]


def _container(page: Page, shares: Sequence[float]) -> int:
    """The deepest node that still holds most of the running text; -1 for the whole page."""
    best = -1
    for i, share in enumerate(shares):
        # Nodes stand in document order, so that a deeper one with most of the text comes
        # after its ancestors.
        if share >= _MOST and (best < 0 or _inside(page, i, best)):
            best = i
    return best


def _inside(page: Page, node: int | None, container: int) -> bool:
    while node is not None and node > container:
        node = page.nodes[node].parent
    return container < 0 or node == container


def _pick(page: Page, weighed: Sequence[_Weighed]) -> list[Label | None]:
    shares = _shares(page, [item.weight for item in weighed])
    container = _container(page, shares)
    inside = [i for i, item in enumerate(weighed) if _inside(page, item.block.node, container)]
    strong = [i for i in inside if weighed[i].weight]
    labels: list[Label | None] = [None] * len(weighed)
    if not strong:
        return labels
    first, last = strong[0], strong[-1]
    run: tuple[Match, int | None] | None = None
    for i in inside:
        item = weighed[i]
        if item.heading is not None and _heads_run(item):
            run = (item.heading, item.block.node)
        elif run is not None and _ends_run(page, item, run[1]):
            run = None
        if run is not None:
            labels[i] = Label(run[0].role, f"under the heading {run[0].phrase!r}")
        elif first <= i <= last and (item.weight or _belongs(item)):
            labels[i] = Label(Role.BODY, "running text of the story", round(item.weight, 1))
    _drop_dangling_headings(weighed, labels)
    return labels


def _heads_run(item: _Weighed) -> bool:
    """Does the block head a run of chrome?"""
    return item.block.kind in (Kind.HEADING, Kind.TEXT, Kind.PARAGRAPH, Kind.BUTTON)


def _ends_run(page: Page, item: _Weighed, heading_node: int | None) -> bool:
    """Is the block, after a heading of chrome, story again?"""
    if heading_node is not None:
        box = page.nodes[heading_node].parent
        if not _inside(page, item.block.node, box):
            return True
    # 120: teasers seldom run longer, paragraphs mostly do.
    return item.weight > 120 and item.block.kind is Kind.PARAGRAPH


def _belongs(item: _Weighed) -> bool:
    """Does a block without weight, between the story's paragraphs, belong to it?"""
    block = item.block
    if item.place.role is not None or item.line is not None or block.hidden:
        return False
    links = link_share(block)
    if block.kind is Kind.HEADING:
        return links < _LINKED
    if block.kind in (Kind.PARAGRAPH, Kind.QUOTE, Kind.PRE):
        return links < _LINKED
    if block.kind is Kind.ITEM:
        return links < _LINKED
    return block.kind is Kind.TEXT and links < _LINKED and block.text.endswith(_TERMINAL)


def _drop_dangling_headings(weighed: Sequence[_Weighed], labels: list[Label | None]) -> None:
    """A heading with no text of the story under it heads something else."""
    for i in range(len(labels) - 1, -1, -1):
        label = labels[i]
        if label is None or label.role is not Role.BODY:
            continue
        if weighed[i].block.kind is not Kind.HEADING:
            return
        labels[i] = Label(Role.OTHER, "a heading with no text of the story under it")
