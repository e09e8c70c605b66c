"""Markdown marks read and taken off."""

import pytest

from newsclean.page import Kind
from newsclean.read.marks import is_marked, unmark
from newsclean.read.text import read_text

MENU = ["* [Home](/)", "* [Sport](/sport)", "* [Weather](/weather)"]


@pytest.mark.parametrize(
    ("line", "text", "level", "links"),
    [
        pytest.param("The ferry runs again.", "The ferry runs again.", 0, 0, id="plain"),
        pytest.param("## Sand and rust", "Sand and rust", 2, 0, id="heading"),
        pytest.param("The [old ferry](/ferry) runs.", "The old ferry runs.", 0, 9, id="link"),
        pytest.param(
            'The [old ferry](/ferry "A boat") runs.', "The old ferry runs.", 0, 9, id="link title"
        ),
        pytest.param("![A boat](/boat.jpg)", "", 0, 0, id="picture"),
        pytest.param("[![A boat](/boat.jpg)](/boats)", "", 0, 0, id="picture in a link"),
        pytest.param("The **old** ferry", "The old ferry", 0, 0, id="strong"),
        pytest.param("The _Lady Ana_ sank", "The Lady Ana sank", 0, 0, id="emphasis"),
        pytest.param("snake_case_name stays", "snake_case_name stays", 0, 0, id="underscores"),
        pytest.param("3 * 4 * 5 stays", "3 * 4 * 5 stays", 0, 0, id="asterisks"),
        pytest.param(r"No\. 4 \- the ferry", "No. 4 - the ferry", 0, 0, id="escapes"),
        pytest.param("* * *", "", 0, 0, id="rule"),
        pytest.param("[sic] (he said)", "[sic] (he said)", 0, 0, id="brackets"),
    ],
)
def test_unmark(line: str, text: str, level: int, links: int) -> None:
    marked = unmark(line)
    assert (marked.text, marked.level, marked.link_chars) == (text, level, links)


def test_three_links_make_markdown() -> None:
    assert is_marked(MENU)
    assert not is_marked(MENU[:2])
    assert not is_marked(["# One", "* two", "[three]", "(four)"] * 5)


def test_blocks_know_links_and_headings() -> None:
    page = read_text("\n".join(MENU) + "\n\n# Ferry runs again\n\nIt runs.\n\n![x](y)\n\nAgain.")
    assert [(b.text, b.kind, b.level, b.gap) for b in page.blocks] == [
        ("* Home", Kind.LINE, 0, 0),
        ("* Sport", Kind.LINE, 0, 0),
        ("* Weather", Kind.LINE, 0, 0),
        ("Ferry runs again", Kind.HEADING, 1, 1),
        ("It runs.", Kind.LINE, 0, 1),
        ("Again.", Kind.LINE, 0, 1),
    ]
    assert page.blocks[0].link_chars == 4


def test_hostile_lines_take_linear_time() -> None:
    for line in ("[" * 20_000, "[a](" * 10_000, "**a" * 10_000, "_" * 30_000, "![" * 10_000):
        assert unmark(line) is not None
