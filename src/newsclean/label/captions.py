"""Captions and credits that no ``<figure>`` marks: short texts that share a small element
with a picture, or stand in one that is called a caption."""

from collections.abc import Container, Iterator

from newsclean.label.held import Held, is_story, is_sure, places_around
from newsclean.label.phrases import Phrases
from newsclean.label.picture_credits import ends_in_credit
from newsclean.label.runs import under
from newsclean.page import Kind, Label, Page, Role

# What the element around a picture holds at most, in blocks and characters: the caption,
# the credit and the name of the agency. Longest text of them.
_BLOCKS, _CHARS, _LONGEST = 3, 400, 300
# Below this declared width pictures are icons.
_ICON = 60
# Part of the story that captions are together at most. On pages where such texts are more,
# the story is a list of things with a picture and some lines each.
_PART = 0.2
# How many blocks of chrome may stand between them and the next paragraph.
_GAP = 4
# By so much the next paragraph's score is greater than a caption's, where it is not sure.
_MORE = 1.5
# How many blocks a text with a credit at its end may stand off its picture.
_BESIDE = 2
# What introduces something, or asks, is no caption.
_NO_END = (":", "?", "：", "？")
_TEXTS = (Kind.PARAGRAPH, Kind.TEXT)
# Score up to which names of elements count, how many elements up, and the name that means
# money as often as a picture. Set on dev pages, out of fold.
_DOUBTED, _LEVELS, _TAX = 1.5, 3, "inside 'credit'"


def name_captions(page: Page, labels: list[Label | None], phrases: Phrases, held: Held) -> None:
    """Give the captions among the story's blocks their role, in place."""
    found = dict.fromkeys(_beside_pictures(page, labels, held))
    if sum(len(page.blocks[i].text) for i in found) <= _PART * held.total:
        for i in found:
            said = phrases.line(page.blocks[i].text)
            if said is not None:
                labels[i] = Label(said.role, f"the words {said.phrase!r}")
            else:
                labels[i] = Label(Role.CAPTION, "shares a small element with a picture")
    near = {i for picture in page.pictures for i in _near(picture.block)}
    for i, label in enumerate(labels):
        if label is None or not is_story(label):
            continue
        if i in near and not is_sure(label) and ends_in_credit(page.blocks[i].text):
            labels[i] = Label(Role.CAPTION, "ends in a credit, beside a picture")
        elif (label.score or 0.0) < _DOUBTED:
            reason = _called_caption(page, i, held)
            if reason:
                labels[i] = Label(Role.CAPTION, reason)


def _near(block: int) -> range:
    """The blocks beside a picture that stands before ``block``."""
    return range(block - _BESIDE, block + _BESIDE)


def _beside_pictures(page: Page, labels: list[Label | None], held: Held) -> Iterator[int]:
    """The blocks of the story that stand in a small element with a picture."""
    beside = {i: box for box, at in _boxes(page, held) for i in _texts(page, labels, at, box)}
    for i in beside:
        if _goes_on(page, labels, i, beside):
            yield i


def _boxes(page: Page, held: Held) -> Iterator[tuple[int, int]]:
    """The small element around each picture, and the block that the picture stands before."""
    for picture in page.pictures:
        if picture.node is None or (picture.width or _ICON) < _ICON:
            continue
        box = _small_box(page, picture.node, held)
        if box is not None:
            yield box, picture.block


def _texts(page: Page, labels: list[Label | None], at: int, box: int) -> Iterator[int]:
    """The blocks of the story in the small element ``box`` that may be captions."""
    for i in range(max(at - 1, 0), min(at + _BLOCKS, len(labels))):
        block, label = page.blocks[i], labels[i]
        if not is_story(label) or is_sure(label) or block.kind not in _TEXTS:
            continue
        if len(block.text) > _LONGEST or block.text.endswith(_NO_END):
            continue
        # The name under a quotation, beside the portrait of who said it.
        if i and page.blocks[i - 1].kind is Kind.QUOTE and is_story(labels[i - 1]):
            continue
        if under(page, block.node, box):
            yield i


def _goes_on(page: Page, labels: list[Label | None], at: int, beside: Container[int]) -> bool:
    """Does the story go on with a paragraph behind the pictures that block ``at`` stands
    with? Else picture and text are one of a list of things."""
    own = labels[at]
    gap = 0
    for i in range(at + 1, len(labels)):
        if i in beside:
            continue
        label = labels[i]
        if label is not None and is_story(label):
            more = (label.score or 0.0) - ((own and own.score) or 0.0)
            return page.blocks[i].kind in _TEXTS and (is_sure(label) or more >= _MORE)
        gap += 1
        if gap > _BLOCKS + _GAP:
            break
    return False


def _small_box(page: Page, node: int, held: Held) -> int | None:
    """The outermost element around ``node`` that holds no more than a caption does."""
    box = None
    while node >= 0 and held.blocks[node] <= _BLOCKS and held.chars[node] <= _CHARS:
        box = node
        node = page.nodes[node].parent
    return box if box is not None and held.blocks[box] else None


def _called_caption(page: Page, i: int, held: Held) -> str:
    """The reason where an element around a short block is called a caption; else empty."""
    block = page.blocks[i]
    if len(block.text) > _CHARS:
        return ""
    for place in places_around(page, block.node, held, _LEVELS, _PART):
        if place.role is Role.CAPTION and place.reason != _TAX:
            return place.reason
    return ""
