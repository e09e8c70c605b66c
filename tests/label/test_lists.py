"""Lists of which the model takes a part only."""

import pytest

from newsclean.label.lists import settle_lists
from newsclean.page import Label, Role
from newsclean.read.html import read_html

ONE = "The beekeepers of Lower Ashwick have counted their swarms and found more than ever."
TWO = "“It is the lime trees along the old railway,” said Hedda Marlowe, who keeps forty hives."
LINKS = (
    "<ul><li><a href=/1>~How to keep bees in town</a></li>"
    "<li><a href=/2>What bees do in winter</a></li></ul>"
)
THINGS = "<ul><li>~a veil and gloves</li><li>a smoker</li><li>~a hive tool</li></ul>"


@pytest.mark.parametrize(
    ("markup", "roles"),
    [
        pytest.param(f"{LINKS}<p>{TWO}", [None, Role.RELATED], id="links between paragraphs"),
        pytest.param(f"{LINKS}<h3>Hives</h3><p>{TWO}", [None, Role.BODY], id="above a heading"),
        pytest.param(LINKS, [None, Role.BODY], id="at the end"),
        pytest.param(
            f"<p>All of them write in our series:</p>{LINKS}<p>{TWO}",
            [Role.BODY, Role.BODY],
            id="links that a paragraph introduces",
        ),
        pytest.param(
            f"<p>Beginners need three things:</p>{THINGS}<p>{TWO}",
            [Role.BODY] * 3,
            id="list that a paragraph introduces",
        ),
        pytest.param(f"{THINGS}<p>{TWO}", [None, Role.BODY, None], id="no introduction"),
        pytest.param(f"{LINKS.replace('~', '')}<p>{TWO}", [Role.BODY] * 2, id="taken as a whole"),
        pytest.param(
            f"<p>Beginners need these:</p>{THINGS * 3}<p>{TWO}".replace("</ul><ul>", ""),
            [None, Role.BODY, None] * 3,
            id="long list",
        ),
    ],
)
def test_lists(markup: str, roles: list[Role | None]) -> None:
    page = read_html(f"<html><body><p>{ONE}</p>{markup}</body></html>")
    labels = [
        None if block.text.startswith("~") else Label(Role.BODY, "", 3.0) for block in page.blocks
    ]
    settle_lists(page, labels)
    found = [
        label.role if label else None
        for block, label in zip(page.blocks, labels, strict=True)
        if block.kind == "item"
    ]
    assert found == roles
