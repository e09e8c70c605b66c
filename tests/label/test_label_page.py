"""One role for each block of a page."""

import sys

import pytest

from newsclean.label import label_page
from newsclean.page import Block, Claim, Kind, Label, Node, Page, Role

DECK = "Wardens counted four hundred of them in a single night this week."
TEXTS = (
    "Eels return to the upper river",
    DECK,
    "The eels swam past the weir in the night, the warden of the river said on Monday.",
    "They had not been seen above the town for thirty years, and nobody knows the reason.",
)


def roles(monkeypatch: pytest.MonkeyPatch, of_deck: Label | None) -> list[Role]:
    blocks = tuple(
        Block(text, Kind.TEXT if n else Kind.HEADING, int(not n), n, 0, 0, False)
        for n, text in enumerate(TEXTS)
    )
    nodes = tuple(Node(-1, "div", "") for _ in TEXTS)
    claims = (Claim("opengraph", "og:description", DECK),)
    body = Label(Role.BODY, "given")
    # The package's own attribute of that name is the function.
    module = sys.modules["newsclean.label"]
    monkeypatch.setattr(module, "label_body", lambda *_: [None, of_deck, body, body])
    return [label.role for label in label_page(Page("html", blocks, nodes, claims)).labels]


def test_the_description_under_the_headline_is_the_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    assert roles(monkeypatch, None) == [Role.TITLE, Role.DECK, Role.BODY, Role.BODY]


def test_a_caption_that_says_the_same_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    caption = Label(Role.CAPTION, "given")
    assert roles(monkeypatch, caption) == [Role.TITLE, Role.CAPTION, Role.BODY, Role.BODY]
