"""The body: typed elements from the blocks that were labelled as the story."""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article import (
    BlockQuote,
    Element,
    Evidence,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    TableRow,
)
from newsclean.fields.found import Found
from newsclean.page import Block, Kind, Labelled, Role

_TERMINAL = tuple(".!?…\"”'’»“)。！？」』؟।:;,")
_BULLETS = ("• ", "* ", "- ", "– ", "· ", "▪ ", "‣ ", "■ ", "● ")
# Longest sub-heading in characters: crossheads are a line, the longest in news some 90.
_HEADING_LENGTH = 100
_QUOTES = "'\"‘’“”„«»"
# Longest crosshead that is a quotation: longer ones are what somebody said.
_QUOTED = 60
# Longest cell of a data table; layout tables hold whole stories in a cell.
_CELL_LENGTH = 200


class Placed(NamedTuple):
    """A body element and the block that it begins with."""

    element: Element
    block: int


def find_body(labelled: Labelled) -> tuple[Placed, ...]:
    """The story's elements in reading order."""
    page = labelled.page
    story = labelled.having(Role.BODY)
    cells = _data_cells(page.blocks, story)
    placed: list[Placed] = []
    row: list[int] = []
    for n, i in enumerate(story):
        block = page.blocks[i]
        if i in cells:
            if row and _row_of(labelled, row[-1]) != _row_of(labelled, i):
                placed.append(_table_row(page.blocks, row))
                row = []
            row.append(i)
            continue
        if row:
            placed.append(_table_row(page.blocks, row))
            row = []
        following = page.blocks[story[n + 1]] if n + 1 < len(story) else None
        placed.append(Placed(_element(block, following), i))
    if row:
        placed.append(_table_row(page.blocks, row))
    return tuple(placed)


def find_story_source(labelled: Labelled, body: Sequence[Placed]) -> Found[None]:
    """Evidence for a body that is not the visible text as the model labelled it."""
    for claim in labelled.page.claims:
        if claim.name == "story" and claim.block is not None:
            rule = f"{claim.value}; the page shows no story"
            return Found(None, (Evidence(rule, claim.source, None, claim.block),))
    hidden = [item.block for item in body if labelled.page.blocks[item.block].hidden]
    if hidden:
        rest = "no story" if len(hidden) == len(body) else "the smaller part of the story"
        rule = f"text that the markup hides; the page shows {rest}"
        return Found(None, (Evidence(rule, "text", None, hidden[0]),))
    reasons = [labelled.labels[item.block].reason for item in body]
    if reasons and all(reason.startswith("taken by") for reason in reasons):
        return Found(None, (Evidence(reasons[0], "text", None, body[0].block),))
    return Found(None)


def _data_cells(blocks: Sequence[Block], story: Sequence[int]) -> frozenset[int]:
    """The story's blocks that are cells of data tables: short, and alone in their cell.

    Tables for layout hold several paragraphs in a cell.
    """
    held: dict[int | None, int] = {}
    for i in story:
        held[blocks[i].node] = held.get(blocks[i].node, 0) + 1
    return frozenset(
        i
        for i in story
        if blocks[i].kind is Kind.CELL
        and len(blocks[i].text) <= _CELL_LENGTH
        and held[blocks[i].node] == 1
    )


def _element(block: Block, following: Block | None) -> Element:
    """The element that a block makes; ``following`` is the story's next block."""
    text = block.text
    match block.kind:
        case Kind.HEADING:
            return Heading(text, block.level or 2)
        case Kind.ITEM:
            return ListItem(text, max(block.level, 1))
        case Kind.QUOTE:
            return BlockQuote(text)
        case Kind.PRE:
            return Preformatted(text)
        case Kind.LINE:
            if text.startswith(_BULLETS):
                return ListItem(text)
            if _heads(text, following):
                return Heading(text)
        case Kind.PARAGRAPH | Kind.TEXT | Kind.CELL:
            # Many systems set crossheads as a bold paragraph.
            bold = (block.strong_chars or 0) >= 0.9 * len(text)
            # A crosshead may be a quotation as a whole.
            bare = text.strip(_QUOTES)
            if bold and _heads(bare if len(bare) < _QUOTED else text, following):
                return Heading(text)
    return Paragraph(text)


def _heads(text: str, following: Block | None) -> bool:
    """Does a line without mark-up look like a crosshead over what follows?"""
    return (
        following is not None
        and bool(text)
        and len(text) <= _HEADING_LENGTH
        and not text.endswith(_TERMINAL)
        and "\n" not in text
        and not text[0].islower()
        and len(following.text) > len(text)
    )


def _row_of(labelled: Labelled, i: int) -> int | None:
    node = labelled.page.blocks[i].node
    while node is not None and node >= 0:
        if labelled.page.nodes[node].tag == "tr":
            return node
        node = labelled.page.nodes[node].parent
    return None


def _table_row(blocks: Sequence[Block], row: Sequence[int]) -> Placed:
    text = " | ".join(blocks[i].text for i in row)
    return Placed(TableRow(text) if len(row) > 1 else Paragraph(text), row[0])
