"""The body: typed elements from the story's blocks."""

import pytest

from newsclean.article import (
    BlockQuote,
    Element,
    Heading,
    ListItem,
    Paragraph,
    Preformatted,
    TableRow,
)
from newsclean.fields.body import find_body
from newsclean.page import Block, Kind, Label, Labelled, Node, Page, Role

BODY = Label(Role.BODY, "story")
OTHER = Label(Role.OTHER, "outside the story")
LONG = "The river rose by two metres overnight and closed the old bridge in Velmora on Monday."
NODES = (Node(-1, "table", ""), Node(0, "tr", ""), Node(0, "tr", ""), Node(1, "td", ""))


def labelled(*blocks: Block, labels: tuple[Label, ...] | None = None) -> Labelled:
    kind = "text" if blocks and blocks[0].kind is Kind.LINE else "html"
    return Labelled(Page(kind, blocks, NODES), labels or (BODY,) * len(blocks))


def elements(*blocks: Block) -> list[Element]:
    return [placed.element for placed in find_body(labelled(*blocks))]


def bold(text: str, kind: Kind = Kind.PARAGRAPH) -> Block:
    return Block(text, kind, strong_chars=len(text))


@pytest.mark.parametrize(
    ("block", "element"),
    [
        pytest.param(Block(LONG, Kind.PARAGRAPH), Paragraph(LONG), id="paragraph"),
        pytest.param(Block(LONG, Kind.TEXT), Paragraph(LONG), id="text of a div"),
        pytest.param(Block(LONG, Kind.LINE), Paragraph(LONG), id="line"),
        pytest.param(Block("Now", Kind.HEADING, 4), Heading("Now", 4), id="heading"),
        pytest.param(Block("Now", Kind.HEADING), Heading("Now", 2), id="heading without level"),
        pytest.param(Block("a", Kind.ITEM, 2), ListItem("a", 2), id="item"),
        pytest.param(Block("a", Kind.ITEM), ListItem("a", 1), id="item without a list"),
        pytest.param(Block(LONG, Kind.QUOTE), BlockQuote(LONG), id="block quote"),
        pytest.param(Block("a\n  b", Kind.PRE), Preformatted("a\n  b"), id="preformatted"),
        pytest.param(Block(LONG, Kind.CAPTION), Paragraph(LONG), id="caption in the story"),
        pytest.param(Block("• a", Kind.LINE), ListItem("• a"), id="bullet"),
        pytest.param(Block("- a", Kind.LINE), ListItem("- a"), id="dash"),
        pytest.param(Block("-a", Kind.LINE), Paragraph("-a"), id="dash of a word"),
        pytest.param(Block("– Nein.", Kind.PARAGRAPH), Paragraph("– Nein."), id="dialogue dash"),
    ],
)
def test_one_block(block: Block, element: Element) -> None:
    assert elements(block) == [element]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        pytest.param("What happens now", True, id="english"),
        pytest.param("Was jetzt geschieht", True, id="german"),
        pytest.param("これからどうなるか", True, id="japanese"),
        pytest.param("ماذا بعد", True, id="arabic"),
        pytest.param("It rained.", False, id="sentence"),
        pytest.param("and then", False, id="lower case"),
        pytest.param("What happens now:", False, id="colon"),
        pytest.param("x" * 101, False, id="long"),
    ],
)
class TestCrossheads:
    def test_line_over_text(self, text: str, heads: bool) -> None:
        first, _ = elements(Block(text, Kind.LINE), Block(LONG * 2, Kind.LINE))
        assert isinstance(first, Heading) is heads
        assert first.text == text

    @pytest.mark.parametrize("kind", [Kind.PARAGRAPH, Kind.TEXT])
    def test_bold_paragraph_over_text(self, text: str, heads: bool, kind: Kind) -> None:
        first, _ = elements(bold(text, kind), Block(LONG * 2, kind))
        assert isinstance(first, Heading) is heads

    def test_plain_paragraph_is_none(self, text: str, heads: bool) -> None:
        first, _ = elements(Block(text, Kind.PARAGRAPH), Block(LONG * 2, Kind.PARAGRAPH))
        assert first == Paragraph(text)

    def test_nothing_below_it(self, text: str, heads: bool) -> None:
        assert elements(Block(text, Kind.LINE)) == [Paragraph(text)]


def test_cells_of_a_row_are_one_element() -> None:
    nodes = (
        Node(-1, "table", ""),
        *(Node(0, "tr", "") for _ in range(2)),
        *(Node(row, "td", "") for row in (1, 1, 2, 2)),
    )
    texts = ["Town", "Level", "Velmora", "2.1"]
    cells = [Block(text, Kind.CELL, node=node) for node, text in enumerate(texts, start=3)]
    page = Page("html", tuple(cells), nodes)
    story = Labelled(page, tuple(Label(Role.BODY, "") for _ in cells))
    assert [item.element for item in find_body(story)] == [
        TableRow("Town | Level"),
        TableRow("Velmora | 2.1"),
    ]


def test_a_cell_alone_is_a_paragraph() -> None:
    assert elements(Block("Town", Kind.CELL, node=3)) == [Paragraph("Town")]


def test_a_story_in_a_cell_is_a_paragraph() -> None:
    long = LONG * 4
    cells = (Block(long, Kind.CELL, node=1), Block(long, Kind.CELL, node=1))
    assert elements(*cells) == [Paragraph(long)] * 2


def test_a_table_between_paragraphs_keeps_its_place() -> None:
    blocks = (
        Block(LONG, Kind.PARAGRAPH),
        Block("a", Kind.CELL, node=1),
        Block("b", Kind.CELL, node=3),
        Block(LONG, Kind.PARAGRAPH),
    )
    placed = find_body(labelled(*blocks))
    assert [p.element for p in placed] == [Paragraph(LONG), TableRow("a | b"), Paragraph(LONG)]
    assert [p.block for p in placed] == [0, 1, 3]


def test_only_blocks_of_the_story_count() -> None:
    blocks = (Block("Home", Kind.ITEM), Block(LONG, Kind.PARAGRAPH), Block("x", Kind.PARAGRAPH))
    placed = find_body(labelled(*blocks, labels=(OTHER, BODY, OTHER)))
    assert placed == ((Paragraph(LONG), 1),)


def test_what_stands_between_two_blocks_of_the_story_hides_no_crosshead() -> None:
    blocks = (Block("What now", Kind.LINE), Block("Share", Kind.LINE), Block(LONG, Kind.LINE))
    placed = find_body(labelled(*blocks, labels=(BODY, OTHER, BODY)))
    assert [p.element for p in placed] == [Heading("What now"), Paragraph(LONG)]


def test_an_empty_page() -> None:
    assert find_body(labelled()) == ()
