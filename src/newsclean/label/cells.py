"""The cell of a layout table that the story stands in."""

from collections.abc import Sequence

from newsclean.label.held import is_sure
from newsclean.label.runs import under
from newsclean.page import Label, Page

# Share of the story that stands in its cell, and the share of its sure blocks in one from
# which the cells beside it in the row are columns of their own.
_NEARLY_ALL, _MOST = 0.85, 0.6
# Characters of the story from which its cell is one of a layout, not of data.
_LAYOUT = 400


def drop_other_cells(page: Page, labels: list[Label | None], story: Sequence[int]) -> None:
    """Take from the story, in place, what is not in the cell that holds nearly all of it,
    but for what is sure; and whatever its score what stands in the columns beside it."""
    sure = [i for i in story if is_sure(labels[i])]
    cell = story_cell(page, story)
    if cell is not None:
        for i in story:
            if not is_sure(labels[i]) and not under(page, page.blocks[i].node, cell):
                labels[i] = None
    cell = cell if cell is not None else story_cell(page, sure, _MOST)
    row = page.nodes[cell].parent if cell is not None else -1
    if cell is None or row < 0 or page.nodes[row].tag != "tr":
        return
    if (
        sum(len(page.blocks[i].text) for i in sure if under(page, page.blocks[i].node, cell))
        < _LAYOUT
    ):
        return
    for i in story:
        node = page.blocks[i].node
        if under(page, node, row) and not under(page, node, cell):
            labels[i] = None


def story_cell(page: Page, story: Sequence[int], part: float = _NEARLY_ALL) -> int | None:
    """The innermost table cell that holds at least ``part`` of the story's text."""
    held: dict[int, int] = {}
    total = 0
    for i in story:
        size = len(page.blocks[i].text)
        total += size
        node = page.blocks[i].node
        while node is not None and node >= 0:
            if page.nodes[node].tag == "td":
                held[node] = held.get(node, 0) + size
            node = page.nodes[node].parent
    # A parent has a smaller index than what is in it.
    return max((n for n, size in held.items() if size >= part * total), default=None)
