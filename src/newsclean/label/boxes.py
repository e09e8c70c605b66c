"""Boxes between or below the story's paragraphs, told by one line of theirs: the words of
a paywall, of a placeholder for what readers have to agree to, the question of a poll."""

from newsclean.label.held import Held, is_story, is_sure, places_around
from newsclean.label.phrases import Match, Phrases
from newsclean.label.runs import under
from newsclean.label.sizes import size_of
from newsclean.page import Block, Kind, Label, Page, Role

# How many blocks above and below the story a box's line may stand, and its length:
# "Premium" and "Accept" head tables and buttons, too.
_NEAR, _SHORTEST = 3, 20
# How many elements up a box is looked for. What it holds at most, in characters and as a
# part of the story. On dev pages 1000 to 2500 are alike.
_LEVELS, _CHARS, _PART = 4, 1500, 0.25
# The same for a placeholder, all of which goes whatever its scores.
_HOLDER_CHARS, _HOLDER_PART = 1000, 0.15
# Share of links of a line that is nothing else: quotation marks stand outside of some.
_LINKED = 0.95
_ASKS = ("?", "？", "؟")
_TEXTS = (Kind.PARAGRAPH, Kind.TEXT)


def drop_boxes(page: Page, labels: list[Label | None], phrases: Phrases, held: Held) -> None:
    """Take from the story, in place, the lines of paywalls and of placeholders for embeds,
    the questions of polls, and lines in capitals that are nothing but a link."""
    story = [i for i, label in enumerate(labels) if is_story(label)]
    if not story:
        return
    for i in range(max(story[0] - _NEAR, 0), min(story[-1] + _NEAR + 1, len(labels))):
        block, label = page.blocks[i], labels[i]
        if block.node is None or block.hidden or size_of(block.text) < _SHORTEST:
            continue
        said = phrases.line(block.text) or phrases.heading(block.text)
        if said is None:
            if is_story(label) and _is_teaser(block):
                labels[i] = Label(Role.RELATED, "a line in capitals that is nothing but a link")
            elif is_story(label) and block.text.endswith(_ASKS):
                _drop_poll(page, labels, i, held)
            continue
        box = None
        if said.role is Role.CONSENT:
            box = _holder(page, i, held)
        elif said.role is Role.PAYWALL and not (is_story(label) and is_sure(label)):
            box = _paywall(page, block, held)
        if box is not None:
            _empty(page, labels, i, box, said)


def _empty(page: Page, labels: list[Label | None], i: int, box: int, said: Match) -> None:
    """Give the story's blocks in a box the role of its line, block ``i``. The blocks of an
    element stand in one run."""
    for order in (range(i, len(labels)), range(i - 1, -1, -1)):
        for n in order:
            if not under(page, page.blocks[n].node, box):
                break
            if is_story(labels[n]):
                labels[n] = Label(said.role, f"in a box with the words {said.phrase!r}")


def _paywall(page: Page, block: Block, held: Held) -> int | None:
    """The outermost element around a paywall's line that holds no sure text of the story."""
    box, node = None, -1 if block.node is None else block.node
    for _ in range(_LEVELS):
        if node < 0 or held.sure[node] or held.chars[node] > _CHARS:
            break
        if held.story[node] > _PART * held.total:
            break
        box, node = node, page.nodes[node].parent
    return box


def _holder(page: Page, i: int, held: Held) -> int | None:
    """The outermost small element that opens with block ``i``."""
    box, node = None, -1 if page.blocks[i].node is None else page.blocks[i].node
    for _ in range(_LEVELS):
        if node is None or node < 0 or held.chars[node] > _HOLDER_CHARS:
            break
        if held.story[node] > _HOLDER_PART * held.total:
            break
        if i and under(page, page.blocks[i - 1].node, node):
            break
        box, node = node, page.nodes[node].parent
    return box


def _is_teaser(block: Block) -> bool:
    """Is it a line in capitals that is nothing but a link, as papers set "read next"?"""
    return (
        block.kind in _TEXTS
        and block.text.isupper()
        and (block.link_chars or 0) >= _LINKED * len(block.text)
    )


def _drop_poll(page: Page, labels: list[Label | None], i: int, held: Held) -> None:
    """A question in an element that is called a poll."""
    for place in places_around(page, page.blocks[i].node, held, _LEVELS, _PART):
        if place.role is Role.FORM:
            labels[i] = Label(Role.FORM, place.reason)
            return
