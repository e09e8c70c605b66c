"""Title, deck, section, site name, address, tags and byline from tiny pages."""

import pytest

from newsclean.fields import title
from newsclean.fields.byline import find_byline
from newsclean.fields.deck import find_deck
from newsclean.fields.section import find_section
from newsclean.fields.site import find_site_name, find_tags, find_url
from newsclean.fields.title import find_title
from newsclean.label.flat_head import FlatHead
from newsclean.page import Block, Claim, Kind, Label, Labelled, Page, Role

TITLE = "Eels return to the upper river"


def page(
    *rows: tuple[str, Role],
    claims: tuple[Claim, ...] = (),
    kind: str = "html",
    url: str | None = None,
    language: str = "en",
) -> Labelled:
    """A page of one block for each row; titles are level-1 headings, tags are links."""
    blocks = []
    for text, role in rows:
        heading = role is Role.TITLE and kind == "html"
        blocks.append(
            Block(
                text,
                Kind.HEADING if heading else Kind.TEXT if kind == "html" else Kind.LINE,
                int(heading),
                link_chars=len(text) if role is Role.TAGS else 0,
            )
        )
    labels = tuple(Label(role, "test") for _, role in rows)
    return Labelled(Page(kind, tuple(blocks), claims=claims, url=url), labels, language)


def og(name: str, value: str) -> Claim:
    return Claim("opengraph", name, value)


def ld(name: str, value: str, scope: str = "NewsArticle") -> Claim:
    return Claim("json-ld", name, value, scope)


def title_tag(value: str) -> Claim:
    return Claim("html", "title", value)


SITE = og("og:site_name", "River Courier")


@pytest.mark.parametrize(
    ("heading", "claims", "expected"),
    [
        pytest.param(TITLE, (), TITLE, id="heading alone"),
        pytest.param(TITLE, (og("og:title", TITLE + " | River Courier"), SITE), TITLE, id="agree"),
        pytest.param(None, (og("og:title", TITLE + " | River Courier"), SITE), TITLE, id="og"),
        pytest.param(None, (title_tag(TITLE + " - River Courier"), SITE), TITLE, id="title tag"),
        pytest.param(
            None,
            (title_tag("River Courier: " + TITLE),),
            "River Courier: " + TITLE,
            id="prefix unknown",
        ),
        pytest.param(
            "River Courier", (og("og:title", TITLE), SITE), TITLE, id="logo is no headline"
        ),
        pytest.param("News", (og("og:title", TITLE),), TITLE, id="word is no headline"),
        pytest.param(
            "Subscribe to read everything", (og("og:title", TITLE),), TITLE, id="no agreement"
        ),
        pytest.param(
            "Eels are back in the river",
            (ld("headline", TITLE), og("og:title", TITLE)),
            TITLE,
            id="metadata",
        ),
        pytest.param(TITLE, (ld("headline", "Eels return to the…"),), TITLE, id="cut headline"),
        pytest.param(TITLE, (ld("headline", "Nature: " + TITLE),), TITLE, id="kicker in metadata"),
        pytest.param(
            "Nature Eels return to the upper river",
            (ld("headline", TITLE), og("og:title", TITLE)),
            TITLE,
            id="kicker in heading",
        ),
        pytest.param(
            "Eels &#x26; elvers return",
            (og("og:title", "Eels & elvers return"),),
            "Eels & elvers return",
            id="entities",
        ),
        pytest.param(
            "Eels return\nto the upper river", (og("og:title", TITLE),), TITLE, id="line break"
        ),
        pytest.param(None, (), None, id="nothing"),
    ],
)
def test_title(heading: str | None, claims: tuple[Claim, ...], expected: str | None) -> None:
    rows = ((heading, Role.TITLE),) if heading else ()
    found = find_title(page(*rows, ("The eels came back.", Role.BODY), claims=claims))
    assert found.value == expected
    assert bool(found.evidence) == (expected is not None)


def test_title_claims_its_repetitions() -> None:
    other = TITLE.replace("Eels", "“Eels”")
    found = find_title(page((TITLE, Role.TITLE), (other, Role.TITLE), ("Text.", Role.BODY)))
    assert [(e.block, e.span) for e in found.evidence] == [
        (0, (0, len(TITLE))),
        (1, (0, len(other))),
    ]


STORY = tuple(
    (f"The eels swam past weir number {n} in the night, the warden of the river said.", Role.BODY)
    for n in range(3)
)


@pytest.mark.parametrize(
    ("first", "section", "site"),
    [
        pytest.param(f"Nature{TITLE}", "Nature", None, id="section glued before"),
        pytest.param(f"{TITLE} - River Courier", None, "River Courier", id="site behind"),
        pytest.param(f"{TITLE} | River Courier", None, "River Courier", id="site behind a bar"),
        pytest.param("Home > News > Nature", "Nature", None, id="trail"),
    ],
)
def test_flat_head(first: str, section: str | None, site: str | None) -> None:
    role = Role.SECTION if section and TITLE not in first else Role.TITLE
    flat = page((first, role), (TITLE, Role.TITLE), *STORY, kind="text")
    assert find_title(flat).value == TITLE
    assert find_section(flat).value == section
    assert find_site_name(flat).value == site


def test_flat_headline_in_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    found = FlatHead(1, (0, len(TITLE)), lead=(0, (0, 12)))
    monkeypatch.setattr(title, "flat_headline", lambda *_: found)
    flat = page(("River Leven:", Role.TITLE), (TITLE, Role.TITLE), *STORY, kind="text")
    headline = find_title(flat)
    assert headline.value == f"River Leven: {TITLE}"
    assert [evidence.block for evidence in headline.evidence] == [0, 1]


def test_deck_joins_its_lines_and_leaves_repetitions_out() -> None:
    labelled = page(
        (TITLE, Role.TITLE), ("One.", Role.DECK), ("Two.", Role.DECK), ("One.", Role.DECK)
    )
    found = find_deck(labelled, TITLE)
    assert found.value == "One.\nTwo."
    assert [e.block for e in found.evidence] == [1, 2, 3]


@pytest.mark.parametrize(
    ("rows", "claims", "expected", "blocks"),
    [
        pytest.param((), (og("article:section", "Nature"),), "Nature", [None], id="opengraph"),
        pytest.param((), (ld("articlesection", "Nature"),), "Nature", [None], id="json-ld"),
        pytest.param(
            ("Nature",), (og("article:section", "nature"),), "Nature", [None, 0], id="as shown"
        ),
        pytest.param(("Home", "Nature"), (), "Nature", [1], id="breadcrumb"),
        pytest.param(("Home → Nature",), (), "Nature", [0], id="trail in one line"),
        pytest.param(
            (),
            (ld("breadcrumb", "Home"), ld("breadcrumb", "Nature")),
            "Nature",
            [None],
            id="claimed crumbs",
        ),
        pytest.param(
            (), (og("article:section", "River Courier"), SITE), None, [], id="site is no section"
        ),
        pytest.param((), (og("article:section", "x" * 80),), None, [], id="too long"),
        pytest.param((), (), None, [], id="none"),
    ],
)
def test_section(
    rows: tuple[str, ...],
    claims: tuple[Claim, ...],
    expected: str | None,
    blocks: list[int | None],
) -> None:
    found = find_section(page(*((text, Role.SECTION) for text in rows), claims=claims))
    assert found.value == expected
    assert [e.block for e in found.evidence] == blocks


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param((SITE,), "River Courier", id="og:site_name"),
        pytest.param((ld("publisher", "River Courier"),), "River Courier", id="publisher"),
        pytest.param((ld("name", "River Courier", "WebSite"),), "River Courier", id="web site"),
        pytest.param((ld("name", TITLE),), None, id="name of the article"),
        pytest.param((), None, id="none"),
    ],
)
def test_site_name(claims: tuple[Claim, ...], expected: str | None) -> None:
    assert find_site_name(page(claims=claims)).value == expected


@pytest.mark.parametrize(
    ("canonical", "url", "expected"),
    [
        ("https://a.example/x", None, "https://a.example/x"),
        ("/x", "https://a.example/x?utm=1", "https://a.example/x"),
        ("/x", None, None),
        ("https://a.example/", "https://a.example/x", "https://a.example/x"),
        ("javascript:void(0)", "https://a.example/x", "https://a.example/x"),
        ("http://[", "https://a.example/x", "https://a.example/x"),
        (None, None, None),
    ],
)
def test_url(canonical: str | None, url: str | None, expected: str | None) -> None:
    claims = (Claim("link", "canonical", canonical),) if canonical else ()
    assert find_url(page(claims=claims, url=url)).value == expected


@pytest.mark.parametrize(
    ("rows", "claims", "expected"),
    [
        pytest.param(
            (), (og("article:tag", "eels"), og("article:tag", "Eels")), ("eels",), id="tags"
        ),
        pytest.param(
            (),
            (ld("keywords", "eels"), ld("keywords", "rivers")),
            ("eels", "rivers"),
            id="json-ld",
        ),
        pytest.param(
            (),
            (Claim("meta", "keywords", "eels, rivers;fish"),),
            ("eels", "rivers", "fish"),
            id="meta",
        ),
        pytest.param(("#eels", "rivers"), (), ("eels", "rivers"), id="shown"),
        pytest.param(("Tags: eels, rivers",), (), ("eels", "rivers"), id="in a line"),
        pytest.param((), (), (), id="none"),
    ],
)
def test_tags(rows: tuple[str, ...], claims: tuple[Claim, ...], expected: tuple[str, ...]) -> None:
    assert find_tags(page(*((text, Role.TAGS) for text in rows), claims=claims)).value == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param((("By Ann Lee", Role.BYLINE),), "By Ann Lee", id="line"),
        pytest.param((("By Ann Lee | May 3, 2024", Role.BYLINE),), "By Ann Lee", id="with date"),
        pytest.param(
            (("May 3, 2024 by Ann Lee 2 Comments", Role.DATE),), "by Ann Lee", id="in a date line"
        ),
        pytest.param((("Ann Lee", Role.BYLINE),), "Ann Lee", id="name alone"),
        pytest.param((("Ann Lee May 3, 2024", Role.BYLINE),), "Ann Lee", id="name and date"),
        pytest.param(
            (("River Courier Staff", Role.BYLINE), ("By Ann Lee", Role.BYLINE)),
            "By Ann Lee",
            id="person first",
        ),
        pytest.param((("May 3, 2024", Role.DATE),), None, id="no byline"),
    ],
)
def test_byline(rows: tuple[tuple[str, Role], ...], expected: str | None) -> None:
    labelled = page(*rows)
    found = find_byline(labelled)
    assert found.value == expected
    for item in found.evidence:
        assert item.block is not None
        assert item.span is not None
        assert labelled.page.blocks[item.block].text[slice(*item.span)] == item.raw


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        pytest.param("Ann Lee May 3, 2024", Role.DATE, "Ann Lee", id="before a date"),
        pytest.param(
            "Ann Lee / COURIER.COM / May 3, 2024", Role.DATE, "Ann Lee / COURIER.COM", id="outlet"
        ),
        pytest.param(
            "Associated Press May 3, 2024 GMT", Role.DATE, "Associated Press", id="agency"
        ),
        pytest.param("EL CORREO DEL RIO, May 3, 2024", Role.DATE, None, id="nameplate"),
        pytest.param("New York, May 3, 2024", Role.DATE, None, id="place"),
        pytest.param("Published May 3, 2024", Role.DATE, None, id="word before a date"),
        pytest.param("May 3, 2024", Role.DATE, None, id="date alone"),
        pytest.param("Ann Lee 3 hours ago", Role.BYLINE, "Ann Lee", id="counted back"),
        pytest.param(
            "Ann Lee | Published 3 hours ago", Role.BYLINE, "Ann Lee", id="counted back, published"
        ),
    ],
)
def test_byline_beside_a_date(text: str, role: Role, expected: str | None) -> None:
    assert find_byline(page((text, role))).value == expected
