"""The cell of a layout table that the story stands in."""

import pytest

from newsclean.label.cells import drop_other_cells, story_cell
from newsclean.page import Label, Page, Role
from newsclean.read.html import read_html

PARAGRAPHS = tuple(
    f"The ferry to Little Harris sailed again on day {n}, six weeks after its pump had failed, "
    "with a band on the pier and half of the island on board."
    for n in range(4)
)
STORY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
NOTICE = "~The family of the late Agnes Moir thanks all who sent flowers and kind words in May."
SURE = NOTICE.lstrip("~")


def kept(markup: str) -> list[str]:
    """What is left of the story, of which the model is sure but for what opens with ~."""
    page: Page = read_html(f"<html><body><table>{markup}</table></body></html>")
    labels: list[Label | None] = [
        Label(Role.BODY, "", 0.5 if block.text.startswith("~") else 3.0) for block in page.blocks
    ]
    drop_other_cells(page, labels, range(len(labels)))
    return [b.text for b, label in zip(page.blocks, labels, strict=True) if label is not None]


@pytest.mark.parametrize(
    ("markup", "dropped"),
    [
        pytest.param(f"<tr><td>{STORY}</td><td>{SURE}</td></tr>", [SURE], id="a column beside"),
        pytest.param(f"<tr><td>{STORY}</td></tr><tr><td>{SURE}</td></tr>", [], id="a row below"),
        pytest.param(
            f"<tr><td>{STORY}</td></tr><tr><td>{NOTICE}</td></tr>", [NOTICE], id="doubtful, below"
        ),
        pytest.param(
            f"<tr><td>{STORY}</td><td>{SURE}</td><td>{SURE} Again.</td></tr>",
            [SURE, f"{SURE} Again."],
            id="two columns beside",
        ),
    ],
)
def test_cells(markup: str, dropped: list[str]) -> None:
    assert kept(markup) == [
        text
        for text in (*PARAGRAPHS, SURE, NOTICE, f"{SURE} Again.")
        if text in markup and text not in dropped and not (text == SURE and NOTICE in markup)
    ]


def test_cells_of_data_are_no_columns() -> None:
    rows = "".join(f"<tr><td>Pier {n}</td><td>{n} sailings a day</td></tr>" for n in range(5))
    assert len(kept(rows)) == 10


def test_no_table_no_cell() -> None:
    page = read_html(f"<html><body>{STORY}</body></html>")
    assert story_cell(page, range(len(page.blocks))) is None
