"""Blocks that score a little too low and stand among blocks of the story like one of them."""

import re
from collections.abc import Mapping

from newsclean.label.masses import RUNNING
from newsclean.label.phrases import Phrases
from newsclean.label.runs import under
from newsclean.label.sizes import link_share
from newsclean.page import Block, Kind, Label, Page, Role

# How far below the threshold a block is taken; its share of links. Set on dev pages, out
# of fold.
_LOW, _LOW_HEADING, _SOME_LINKS = 1.5, 0.5, 0.3
# The same for a heading between two paragraphs of such a score, each wrapped in elements of
# its own, so many at most.
_LOW_ALONE, _SURE, _WRAPPERS, _BETWEEN = 1.0, 1.5, 5, 4
# A block is one of many where so many like it, and so large a part of their text, are the
# story's.
_MANY, _MOSTLY = 2, 0.6
_NO_TEXT = (Kind.ITEM, Kind.BUTTON, Kind.CAPTION, Kind.HEADING)
_TERMINAL = tuple(".!?\"”’'»“)。！？」』؟।:")
# Agencies sign the last paragraph.
_SIGNED = re.compile(r"[.!?\"”»“] ?[(/]?[A-Z]{2,6}\)?$")


def take_siblings(
    page: Page,
    labels: list[Label | None],
    scores: Mapping[int, float],
    threshold: float,
    phrases: Phrases,
) -> None:
    """Add running text that scores a little too low: right beside a paragraph of the story,
    in the same element or in one of the same look; or among elements of the same look in the
    same element, most of whose text is the story's. Add headings between such paragraphs."""
    groups = _groups(page, labels, scores)
    for i, score in scores.items():
        if labels[i] is not None or not threshold - _LOW <= score < threshold:
            continue
        block = page.blocks[i]
        if not _is_running(block) or phrases.line(block.text) is not None:
            continue
        if _has_beside(page, labels, i):
            labels[i] = Label(Role.BODY, "like the paragraph beside it", round(score, 2))
        elif _is_one_of(groups.get(_look(page, block))):
            labels[i] = Label(Role.BODY, "one of the story's paragraphs", round(score, 2))
    _take_crossheads(page, labels, scores, threshold, phrases)


class _Group:
    """The blocks of one look in one element."""

    __slots__ = ("count", "story", "text")

    def __init__(self) -> None:
        self.count = 0
        self.story = 0
        self.text = 0


def _groups(
    page: Page, labels: list[Label | None], scores: Mapping[int, float]
) -> dict[object, _Group]:
    groups: dict[object, _Group] = {}
    for i in scores:
        block = page.blocks[i]
        look = _look(page, block)
        if look is None:
            continue
        group = groups.setdefault(look, _Group())
        group.text += len(block.text)
        if _is_body(labels[i]):
            group.count += 1
            group.story += len(block.text)
    return groups


def _look(page: Page, block: Block) -> object:
    """What blocks have in common that are set alike in one element. None for cells: those of
    a row look alike, whether they hold the story or a menu."""
    if block.node is None or block.kind is Kind.CELL:
        return None
    node = page.nodes[block.node]
    return (node, block.kind)


def _is_one_of(group: _Group | None) -> bool:
    return group is not None and group.count >= _MANY and group.story >= _MOSTLY * group.text


def _is_running(block: Block) -> bool:
    return (
        block.kind not in _NO_TEXT
        and not block.hidden
        and len(block.text) >= RUNNING
        and (block.text.endswith(_TERMINAL) or _SIGNED.search(block.text[-10:]) is not None)
        and link_share(block) <= _SOME_LINKS
    )


def _has_beside(page: Page, labels: list[Label | None], i: int) -> bool:
    """Does a paragraph of the story stand right before the block or right behind it, in the
    same element, in one of the same look beside it, or in one that hangs in the other's?"""
    block = page.blocks[i]
    for j in (i - 1, i + 1):
        if not 0 <= j < len(labels) or not _is_body(labels[j]) or block.node is None:
            continue
        beside = page.blocks[j]
        if beside.kind in _NO_TEXT or beside.node is None:
            continue
        own, other = page.nodes[block.node], page.nodes[beside.node]
        if block.node in (beside.node, other.parent) or own.parent == beside.node:
            return True
        if own == other:
            return True
    return False


def _take_crossheads(
    page: Page,
    labels: list[Label | None],
    scores: Mapping[int, float],
    threshold: float,
    phrases: Phrases,
) -> None:
    """Headings between two blocks of the story, in the element that holds the second."""
    for i, score in scores.items():
        block = page.blocks[i]
        if labels[i] is not None or block.kind is not Kind.HEADING or block.level == 1:
            continue
        if not threshold - _LOW_ALONE <= score < threshold or not 0 < i < len(labels) - 1:
            continue
        if phrases.heading(block.text) is not None or phrases.line(block.text) is not None:
            continue
        if block.node is None or link_share(block) > _SOME_LINKS:
            continue
        plain = score >= threshold - _LOW_HEADING and _is_between(page, labels, i)
        if plain or _is_wrapped(page, labels, i):
            labels[i] = Label(Role.BODY, "a heading between paragraphs", round(score, 2))


def _is_between(page: Page, labels: list[Label | None], i: int) -> bool:
    """Does a heading stand right between two blocks of the story, in the element that holds
    the second?"""
    own, after = page.blocks[i].node, page.blocks[i + 1].node
    if own is None or after is None or not _is_body(labels[i - 1]) or not _is_body(labels[i + 1]):
        return False
    return page.nodes[own].parent == page.nodes[after].parent


def _is_wrapped(page: Page, labels: list[Label | None], i: int) -> bool:
    """Is a heading wrapped alone, as the paragraphs before and behind it are?"""
    before, behind = _next_story(page, labels, i, -1), _next_story(page, labels, i, 1)
    if before is None or behind is None:
        return False
    node = page.blocks[i].node
    for _ in range(_WRAPPERS):
        if node is None or node < 0:
            return False
        if under(page, behind.node, node):
            return under(page, before.node, node)
        if under(page, before.node, node):
            return False
        node = page.nodes[node].parent
    return False


def _next_story(page: Page, labels: list[Label | None], i: int, step: int) -> Block | None:
    """The paragraph beside a heading, where the model is sure of it. Short lines that are
    none of the story may stand between: words for screen readers, places for advertising."""
    for _ in range(_BETWEEN + 1):
        i += step
        if not 0 <= i < len(labels):
            return None
        block, label = page.blocks[i], labels[i]
        if _is_body(label):
            sure = label is not None and (label.score or 0.0) >= _SURE
            return block if sure and len(block.text) >= RUNNING else None
        if len(block.text) >= RUNNING:
            return None
    return None


def _is_body(label: Label | None) -> bool:
    return label is not None and label.role is Role.BODY
