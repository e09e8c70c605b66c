"""What a page laid out by tables says about its story: there are no names to go by, only
cells."""

import itertools
import re
from collections.abc import Sequence

from newsclean.label.cells import drop_other_cells, story_cell
from newsclean.label.masses import up
from newsclean.label.phrases import Phrases
from newsclean.label.runs import under
from newsclean.label.scene import opens_credit
from newsclean.label.sizes import link_share
from newsclean.page import Kind, Label, Page, Role

# Score from which a block of links is the story's all the same.
_SURE = 2.0
# Share of links, and number of lines, from which a block is a list of links.
_LINKED, _LINES = 0.5, 3
# Characters and share of the story before a heading of comments counts; longest such one.
_TOLD, _MOSTLY, _HEADING = 300, 0.6, 60
_NO_HEADINGS = (Kind.ITEM, Kind.BUTTON)
# Longest text beside a picture in a table that is its caption, in characters and blocks.
_CAPTION, _CAPTION_BLOCKS = 300, 3
# How many blocks above the story a lead picture stands; below this width pictures are icons.
_LEAD, _ICON = 6, 60
# Share of the story that a box in it holds at most; whole stories stand in such tables too.
_BOX = 0.3
# Lengths of quotes that a box repeats, and how many paragraphs off they stand.
_PULLED = (20, 300)
_PULLED_NEAR = 8
_PLAIN = (Kind.PARAGRAPH, Kind.TEXT, Kind.QUOTE)
# Longest line that says whose words a pull quote is; it is no sentence.
_SOURCE = 120
_ENDS = (".", "!", "?", ":", "。")
_CREDIT = re.compile(r"\(([^()]{4,60})\)\.?$")
_MARKS = "\"'“”„‘’«»‹›「」『』 .,…-–—"


def mind_layout(page: Page, labels: list[Label | None], phrases: Phrases) -> None:
    """Take from the story what stands in other cells, lists of links, readers' comments
    under their heading, captions that share a small table with their picture, and quotes
    that boxes repeat."""
    story = [i for i, x in enumerate(labels) if x is not None and x.role is Role.BODY]
    if not story:
        return
    _drop_links(page, labels, story)
    _drop_comments(page, labels, story, phrases)
    tables = any(node.tag == "td" for node in page.nodes)
    if tables:
        drop_other_cells(page, labels, [i for i in story if _is_body(labels[i])])
    _name_pull_quotes(page, labels, [i for i in story if _is_body(labels[i])])
    _name_repeated(page, labels, [i for i in story if _is_body(labels[i])])
    _name_sources(page, labels)
    if tables:
        _name_captions(page, labels, [i for i in story if _is_body(labels[i])])
        _drop_boxes(page, labels, [i for i in story if _is_body(labels[i])])


def _is_body(label: Label | None) -> bool:
    return label is not None and label.role is Role.BODY


def _drop_links(page: Page, labels: list[Label | None], story: Sequence[int]) -> None:
    """A menu is one block where line breaks or bars part its links."""
    for i in story:
        block, label = page.blocks[i], labels[i]
        parts = block.text.count("\n") + block.text.count(" | ") + 1
        if label is None or (label.score or 0.0) >= _SURE or parts < _LINES:
            continue
        if link_share(block) >= _LINKED:
            labels[i] = Label(Role.NAVIGATION, "lines of links", label.score)


def _drop_comments(
    page: Page, labels: list[Label | None], story: Sequence[int], phrases: Phrases
) -> None:
    """What stands below a heading of comments, in the same element, behind a story."""
    total = sum(len(page.blocks[i].text) for i in story)
    told = 0
    ranks = set()
    for n, i in enumerate(story):
        for at in range(story[n - 1] + 1 if n else i, i):
            block = page.blocks[at]
            if told < max(_TOLD, _MOSTLY * total) or len(block.text) > _HEADING:
                continue
            heading = phrases.heading(block.text) if block.kind not in _NO_HEADINGS else None
            # A heading of the story's own rank heads a part of it: "Discussion".
            if heading is None or heading.role is not Role.COMMENT or block.level in ranks:
                continue
            box = up(page, block.node, 2) if block.node is not None else -1
            for j in story[n:]:
                if under(page, page.blocks[j].node, box):
                    labels[j] = Label(Role.COMMENT, f"under the heading {heading.phrase!r}")
            return
        told += len(page.blocks[i].text)
        if page.blocks[i].kind is Kind.HEADING:
            ranks.add(page.blocks[i].level)


def _name_captions(page: Page, labels: list[Label | None], story: Sequence[int]) -> None:
    if not story or not page.pictures:
        return
    cell = story_cell(page, story)
    held: dict[int, list[int]] = {}
    start, end = max(story[0] - _LEAD, 0), story[-1]
    for i in range(start, end + 1):
        table = _table_of(page, page.blocks[i].node)
        if table is not None:
            held.setdefault(table, []).append(i)
    for picture in page.pictures:
        at = picture.block
        if not start <= at <= end or (picture.width or _ICON) < _ICON:
            continue
        if _is_body(labels[at]) and _ends_in_credit(page.blocks[at].text):
            labels[at] = Label(Role.CAPTION, "behind a picture, with a credit at its end")
        table = _table_of(page, picture.node)
        # The masthead stands in a table of its own, above the story's cell.
        if table is None or (cell is not None and not under(page, table, cell)):
            continue
        texts = held.get(table, [])
        if not texts or len(texts) > _CAPTION_BLOCKS or len(texts) == len(story):
            continue
        if sum(len(page.blocks[i].text) for i in texts) > _CAPTION:
            continue
        for i in texts:
            if (labels[i] is None or _is_body(labels[i])) and link_share(page.blocks[i]) < _LINKED:
                labels[i] = Label(Role.CAPTION, "beside a picture in a small table")


def _drop_boxes(page: Page, labels: list[Label | None], story: Sequence[int]) -> None:
    """Tables that the story flows around: figures, facts, related stories."""
    tables: dict[int, list[int]] = {}
    for i in story:
        table = _table_of(page, page.blocks[i].node)
        if table is not None and page.nodes[table].ident.endswith("floated"):
            tables.setdefault(table, []).append(i)
    total = sum(len(page.blocks[i].text) for i in story)
    for held in tables.values():
        if sum(len(page.blocks[i].text) for i in held) < _BOX * total:
            for i in held:
                labels[i] = None


def _ends_in_credit(text: str) -> bool:
    """Do brackets with a photographer and an agency, or the word for a picture, end it?"""
    if len(text) > _CAPTION:
        return False
    credit = _CREDIT.search(text)
    return credit is not None and ("/" in credit[1] or opens_credit(credit[1].lstrip()))


def _table_of(page: Page, node: int | None) -> int | None:
    """The innermost table around a node."""
    while node is not None and node >= 0:
        if page.nodes[node].tag == "table":
            return node
        node = page.nodes[node].parent
    return None


def _name_pull_quotes(page: Page, labels: list[Label | None], story: Sequence[int]) -> None:
    """Texts between the story's blocks that a paragraph near them holds."""
    for n, (before, behind) in enumerate(itertools.pairwise(story)):
        for i in range(before + 1, behind):
            block = page.blocks[i]
            if labels[i] is not None or not _PULLED[0] <= len(block.text) <= _PULLED[1]:
                continue
            if block.kind in (Kind.HEADING, Kind.BUTTON) or block.hidden:
                continue
            # A table of contents repeats the headings.
            if block.kind is Kind.ITEM and link_share(block) >= _LINKED:
                continue
            words = block.text.strip(_MARKS)
            near = story[max(n - _PULLED_NEAR, 0) : n + _PULLED_NEAR]
            if any(words in page.blocks[j].text for j in near):
                labels[i] = Label(Role.PULL_QUOTE, "words that a paragraph beside it holds")


def _name_repeated(page: Page, labels: list[Label | None], story: Sequence[int]) -> None:
    """Paragraphs of the story that a longer one near them holds, in an element of their own:
    pull quotes without a name."""
    for n, i in enumerate(story):
        block = page.blocks[i]
        if block.kind not in _PLAIN or not _PULLED[0] <= len(block.text) <= _PULLED[1]:
            continue
        words = block.text.strip(_MARKS)
        near = story[max(n - _PULLED_NEAR, 0) : n + _PULLED_NEAR]
        if any(
            words in page.blocks[j].text
            and len(page.blocks[j].text) > len(block.text)
            and page.blocks[j].node != block.node
            for j in near
            if j != i
        ):
            labels[i] = Label(Role.PULL_QUOTE, "words that a paragraph beside it holds")


def _name_sources(page: Page, labels: list[Label | None]) -> None:
    """The line below a pull quote that says whose words they are, in an element of theirs."""
    for i in range(1, len(labels)):
        quote, block = labels[i - 1], page.blocks[i]
        if quote is None or quote.role is not Role.PULL_QUOTE or not _is_body(labels[i]):
            continue
        if block.kind not in (Kind.PARAGRAPH, Kind.TEXT, Kind.QUOTE):
            continue
        if len(block.text) > _SOURCE or block.text.endswith(_ENDS) or block.node is None:
            continue
        # The innermost element that holds both.
        above = [up(page, block.node, steps) for steps in range(4)]
        box = next((n for n in above if under(page, page.blocks[i - 1].node, n)), None)
        if box is None:
            continue
        beside = (j for j in (i - 2, i + 1) if 0 <= j < len(labels))
        if not any(under(page, page.blocks[j].node, box) for j in beside):
            labels[i] = Label(Role.PULL_QUOTE, "whose words the pull quote above it is")
