"""Which blocks around a story are read as parts of its head."""

import pytest

import newsclean
from newsclean.label.furniture import find_furniture
from newsclean.page import Block, Claim, Kind, Node, Page, Role
from newsclean.read.html import read_html

TITLE = "Eels return to the upper river"
STORY = tuple(
    f"The eels swam past weir number {n} in the night, the warden of the river said on Monday."
    for n in range(4)
)


def roles(
    *head: str | tuple[str, str],
    tail: tuple[str | tuple[str, str], ...] = (),
    claims: tuple[Claim, ...] = (),
    kind: str = "html",
    language: str = "en",
) -> list[Role | None]:
    """The roles of ``head`` and ``tail``; a pair gives a text and its element's class."""
    blocks, nodes = [], []
    for row in (*head, *STORY, *tail):
        text, ident = row if isinstance(row, tuple) else (row, "")
        node = None
        if kind == "html":
            nodes.append(Node(-1, "div", ident))
            node = len(nodes) - 1
        level = int(text == TITLE and kind == "html")
        shape = Kind.HEADING if level else Kind.TEXT if kind == "html" else Kind.LINE
        blocks.append(Block(text, shape, level, node, 0, 0, False))
    first = len(head)
    page = Page(kind, tuple(blocks), tuple(nodes), claims)
    found = find_furniture(page, range(first, first + len(STORY)), language)
    rest = [*range(first), *range(first + len(STORY), len(blocks))]
    return [found[i].role if i in found else None for i in rest]


@pytest.mark.parametrize("kind", ["html", "text"])
def test_head(kind: str) -> None:
    assert roles(TITLE, "By Ann Lee", "May 3, 2024", kind=kind) == [
        Role.TITLE,
        Role.BYLINE,
        Role.DATE,
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param("By Ann Lee and Bo Ek", Role.BYLINE, id="byline"),
        pytest.param("By Ann Lee | May 3, 2024", Role.BYLINE, id="byline with date"),
        pytest.param("AFP | Edited by Ann Lee", Role.BYLINE, id="agency before it"),
        pytest.param(("Ann Lee", "article-byline"), Role.BYLINE, id="class"),
        pytest.param("Published: May 3, 2024, 10:15 | 4 min read", Role.DATE, id="date line"),
        pytest.param(("4 min · May 3, 2024 · Nature", "meta-date"), Role.DATE, id="date class"),
        pytest.param(("Nature", "article-kicker"), Role.SECTION, id="kicker"),
        pytest.param("Home > Nature > Rivers", Role.SECTION, id="trail"),
        pytest.param(
            ("Wardens counted four hundred of them in a single night.", "standfirst"),
            Role.DECK,
            id="deck class",
        ),
        pytest.param(TITLE.upper(), Role.TITLE, id="headline again"),
        pytest.param("Photo: Ann Lee", None, id="credit"),
        pytest.param("Share", None, id="share"),
    ],
)
def test_beside_the_headline(row: str | tuple[str, str], expected: Role | None) -> None:
    assert roles(TITLE, row)[1] == expected


def test_deck_by_the_description() -> None:
    deck = "Wardens counted four hundred of them in a single night this week."
    claims = (Claim("opengraph", "og:description", deck),)
    assert roles(TITLE, deck, claims=claims)[1] == Role.DECK


def test_deck_between_headline_and_byline() -> None:
    deck = "Wardens counted four hundred of them in a single night this week."
    assert roles(TITLE, deck, "By Ann Lee") == [Role.TITLE, Role.DECK, Role.BYLINE]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        pytest.param(("By Ann Lee",), [Role.BYLINE], id="byline"),
        pytest.param(
            ("Ann Lee", "Ann is a reporter at the Courier."),
            [Role.BYLINE, Role.AUTHOR_BIO],
            id="name and note",
        ),
        pytest.param(
            (("Covers rivers, eels and what lives in them.", "author-bio"),),
            [Role.AUTHOR_BIO],
            id="bio class",
        ),
        pytest.param(("Tags: eels, rivers",), [Role.TAGS], id="tags"),
        pytest.param((("Great story, by Bo Ek", "comment"),), [None], id="comment"),
    ],
)
def test_tail(tail: tuple[str | tuple[str, str], ...], expected: list[Role | None]) -> None:
    assert roles(TITLE, tail=tail)[1:] == expected
    if not any(isinstance(row, tuple) for row in tail):
        assert roles(TITLE, tail=tail, kind="text")[1:] == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param((f"Nature{TITLE}", TITLE), [Role.TITLE, Role.TITLE], id="glued"),
        pytest.param(
            (f"{TITLE} - River Courier", TITLE), [Role.TITLE, Role.TITLE], id="with site"
        ),
        pytest.param(("Home", "Sport", TITLE), [None, None, Role.TITLE], id="menu above"),
        pytest.param((TITLE, "Ann Lee"), [Role.TITLE, Role.BYLINE], id="lone name"),
        pytest.param(
            (TITLE, "Ann Lee, Staff Writer"), [Role.TITLE, Role.BYLINE], id="name and role"
        ),
        pytest.param(
            (TITLE, "By", "Ann Lee"), [Role.TITLE, Role.BYLINE, Role.BYLINE], id="broken line"
        ),
        pytest.param((TITLE, "New York"), [Role.TITLE, None], id="a place is no name"),
    ],
)
def test_flat(head: tuple[str, ...], expected: list[Role | None]) -> None:
    assert roles(*head, kind="text") == expected


def test_nothing() -> None:
    assert find_furniture(Page("html", ()), (), None) == {}
    assert find_furniture(Page("text", (Block("x"),)), (), None) == {}


def test_the_name_of_a_file_is_no_deck() -> None:
    name = "eels_upper_river_weir_number_four_2"
    claims = (Claim("opengraph", "og:description", name),)
    assert roles(TITLE, (name, "deck"), claims=claims)[1] is None


def test_the_first_of_several_crossheads_is_no_deck() -> None:
    parts = "".join(
        f"<h2>{head}</h2>" + "".join(f"<p>{year}: {text}</p>" for text in STORY)
        for year, head in (
            ("2019", "What the wardens counted there"),
            ("2020", "What the river needs from us"),
        )
    )
    article = newsclean.extract(f"<html lang=en><article><h1>{TITLE}</h1>{parts}</article></html>")
    assert article.deck is None
    assert article.body[0].text == "What the wardens counted there"


def test_a_video_with_nothing_but_a_deck_has_it_for_its_text() -> None:
    deck = "Wardens counted four hundred eels in a single night, more than in any year before."
    article = newsclean.extract(
        f"<html lang=en><article><h1>{TITLE}</h1><p class=standfirst>{deck}</p></article></html>"
    )
    assert (article.text, article.deck) == (deck, None)


def test_the_descriptions_of_a_list_are_no_decks() -> None:
    page = "".join(
        f"<li><a href=/{n}>A note about weir number {n}</a>"
        f"<p class=description>By the warden of the river, seen in week {n}</p></li>"
        for n in range(4)
    )
    story = "".join(f"<p>{text}</p>" for text in STORY)
    labels = newsclean.label(f"<html lang=en><h1>{TITLE}</h1><ul>{page}</ul>{story}</html>")
    assert not [label for label in labels if label.role is Role.DECK]


def test_text_below_the_first_paragraph_is_no_deck() -> None:
    texts = (
        TITLE,
        " ".join(STORY * 3),
        "A book of 320 pages, set and printed in Velmora",
        "By Ann Lee",
    )
    blocks = tuple(Block(text, Kind.TEXT, 0, 0, 0, 0, False) for text in texts)
    heading = blocks[0]._replace(kind=Kind.HEADING, level=1)
    page = Page("html", (heading, *blocks[1:]), (Node(-1, "div", ""),))
    found = find_furniture(page, range(1, 4), "en")
    assert {i: label.role for i, label in found.items()} == {0: Role.TITLE, 3: Role.BYLINE}


def test_of_the_story_alone_the_same_is_said() -> None:
    page = read_html(
        "<title>Ferry line to reopen</title><h1>Ferry line to reopen</h1>"
        '<div class="kicker">Harbour</div><p class="deck">The island line sails again in May.'
        "<p>By Nadia Okafor<p>The ferry line between the two islands will reopen in May."
        '<p>Tickets will cost the same as before the storm.<p class="tags">Tags: ferries, storm'
    )
    body = [i for i, block in enumerate(page.blocks) if "." in block.text]
    whole = find_furniture(page, body, "en")
    alone = find_furniture(page, body, "en", story_alone=True)
    assert len(body) == 3
    assert {i: alone.get(i) for i in body} == {i: whole.get(i) for i in body}
    assert len(alone) < len(whole)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(("Ann Lee", "Opening", "May 3, 2024"), None, id="neither"),
        pytest.param(("Ann Lee", "May 3, 2024", "Opening"), Role.BYLINE, id="over a date"),
        pytest.param(
            ("Ann Lee", "Rivers Editor, Velmora", "Opening"), Role.BYLINE, id="over a job"
        ),
        pytest.param(("River Weir", "May 3, 2024", "Opening"), None, id="words of the story"),
        pytest.param(("Read More", "May 3, 2024", "Opening"), None, id="a button"),
    ],
)
def test_a_name_alone_further_above_the_story(
    head: tuple[str, ...], expected: Role | None
) -> None:
    assert roles(TITLE, *head, "Photo: Bo Ek")[1] == expected


def test_metadata_that_credits_the_outlet_leaves_a_name_beside_a_date() -> None:
    outlet = (Claim("json-ld", "author", "Velmora Voice"), Claim("meta", "og:site_name", "x"))
    outlet += (Claim("opengraph", "og:site_name", "Velmora Voice"),)
    found = roles(TITLE, "Ann Lee | Bo Ek", "May 3, 2024", claims=outlet)
    assert found[1:] == [Role.BYLINE, Role.DATE]
    somebody = (Claim("json-ld", "author", "Cy Orr"),)
    assert roles(TITLE, "Ann Lee | Bo Ek", "May 3, 2024", claims=somebody)[1] is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param(TITLE, Role.TITLE, id="one"),
        pytest.param("Rivers and lakes", None, id="a section's"),
    ],
)
def test_the_one_heading_is_the_headline_whatever_the_metadata_says(
    heading: str, expected: Role | None
) -> None:
    story = "".join(f"<p>{line}</p>" for line in STORY)
    meta = '<meta property="og:title" content="Warden counts four hundred fish by night">'
    page = read_html(f"<head>{meta}</head><body><h1>{heading}</h1>{story}</body>")
    at = next(i for i, block in enumerate(page.blocks) if block.text == heading)
    found = find_furniture(page, range(at + 1, at + 1 + len(STORY)), "en")
    assert (found[at].role if at in found else None) == expected
