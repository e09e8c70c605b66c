"""Blocks that score a little too low and stand among blocks of the story like one of them."""

import re
from collections.abc import Mapping

from newsclean.label.masses import RUNNING
from newsclean.label.phrases import Phrases
from newsclean.label.sizes import link_share
from newsclean.page import Block, Kind, Label, Page, Role

# How far below the threshold a block is taken; its share of links. Set on dev pages, out
# of fold.
_LOW, _LOW_HEADING, _SOME_LINKS = 1.5, 0.5, 0.3
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
        if not threshold - _LOW_HEADING <= score < threshold or not 0 < i < len(labels) - 1:
            continue
        if phrases.heading(block.text) is not None or phrases.line(block.text) is not None:
            continue
        after = page.blocks[i + 1]
        if not _is_body(labels[i - 1]) or not _is_body(labels[i + 1]):
            continue
        if block.node is None or after.node is None or link_share(block) > _SOME_LINKS:
            continue
        if page.nodes[block.node].parent == page.nodes[after.node].parent:
            labels[i] = Label(Role.BODY, "a heading between paragraphs", round(score, 2))


def _is_body(label: Label | None) -> bool:
    return label is not None and label.role is Role.BODY
