"""Boxes that somebody set between or below the story's paragraphs, told by a part of theirs
that is no story: the words of a call for gifts, the signature of an embed, the line below a
poll that says how few were asked."""

from collections.abc import Iterator, Sequence

from newsclean.label.held import OWN, Held, is_story
from newsclean.label.phrases import Phrases
from newsclean.label.runs import under
from newsclean.label.sizes import size_of
from newsclean.page import Block, Label, Page, Role

# How many elements up a box is looked for; what it holds at most, in characters and as a
# part of the story; the part that all boxes hold together: sections of reviews, which are
# the story, have such lines too.
_LEVELS, _CHARS, _PART, _TOGETHER = 3, 1500, 0.15, 0.2
# "Premium" and "Embed" head tables, too.
_SHORTEST = 8
# How many blocks below the story its last box may stand.
_BELOW = 3
_TELLING = frozenset(
    (
        Role.FORM,
        Role.CONSENT,
        Role.PAYWALL,
        Role.NEWSLETTER,
        Role.EMBED,
        Role.COMMENT_PROMPT,
    )
)


def drop_inserts(page: Page, labels: list[Label | None], phrases: Phrases, held: Held) -> None:
    """Take from the story, in place, the blocks of such boxes."""
    story = [i for i, label in enumerate(labels) if is_story(label)]
    if not story:
        return
    found: dict[int, Label] = {}
    for i in range(story[0], min(story[-1] + 1 + _BELOW, len(labels))):
        label = _telling(page.blocks[i], labels[i], phrases)
        if label is not None:
            found.update((n, label) for n in _box_around(page, labels, i, held) if n not in found)
    if sum(len(page.blocks[i].text) for i in found) <= _TOGETHER * held.total:
        for i, label in found.items():
            labels[i] = label


def _telling(block: Block, label: Label | None, phrases: Phrases) -> Label | None:
    """The label for a box that holds a block which is no story's, if that tells something."""
    if is_story(label) or block.hidden or block.node is None:
        return None
    if label is not None and label.role is Role.FORM:
        return label
    said = phrases.line(block.text) or phrases.heading(block.text)
    if said is not None and said.role in _TELLING and size_of(block.text) >= _SHORTEST:
        return Label(said.role, f"in a box with the words {said.phrase!r}")
    return None


def _box_around(page: Page, labels: Sequence[Label | None], i: int, held: Held) -> Sequence[int]:
    """The story's blocks in the outermost small element around block ``i`` in which none is
    surely the story's."""
    node = page.blocks[i].node
    blocks: Sequence[int] = ()
    for _ in range(_LEVELS):
        if node is None or node < 0 or held.chars[node] > _CHARS:
            break
        if held.story[node] > _PART * held.total:
            break
        inside = list(_inside(page, labels, i, node))
        if any((label.score or 0.0) >= OWN for n in inside if (label := labels[n])):
            break
        blocks, node = inside, page.nodes[node].parent
    return blocks


def _inside(page: Page, labels: Sequence[Label | None], i: int, box: int) -> Iterator[int]:
    """The story's blocks in a box: the blocks of an element stand in one run."""
    for order in (range(i - 1, -1, -1), range(i + 1, len(labels))):
        for n in order:
            if not under(page, page.blocks[n].node, box):
                break
            if is_story(labels[n]):
                yield n
