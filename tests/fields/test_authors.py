"""Whom the page credits."""

import pytest

import newsclean
from newsclean.fields.authors import find_authors
from newsclean.page import Block, Claim, Label, Labelled, Page, Role

SITE = "River Courier"


def page(*rows: tuple[str, Role], claims: tuple[Claim, ...] = ()) -> Labelled:
    blocks = tuple(Block(text) for text, _ in rows)
    labels = tuple(Label(role, "test") for _, role in rows)
    return Labelled(Page("html", blocks, claims=claims), labels, "en")


def ld(name: str, kind: str = "Person", url: str = "") -> Claim:
    detail = (("@type", kind), *((("url", url),) if url else ()))
    return Claim("json-ld", "author", name, "NewsArticle", None, detail)


def meta(name: str, value: str) -> Claim:
    return Claim("meta", name, value)


@pytest.mark.parametrize(
    ("claims", "byline", "expected"),
    [
        pytest.param((ld("Ann Lee"),), None, ["Ann Lee"], id="json-ld"),
        pytest.param((ld("Ann Lee"), ld("Bo Ek")), None, ["Ann Lee", "Bo Ek"], id="two"),
        pytest.param((ld("Ann Lee, Bo Ek"),), None, ["Ann Lee", "Bo Ek"], id="two in one"),
        pytest.param((ld("Ann Lee"), ld("Ann Lee")), None, ["Ann Lee"], id="twice"),
        pytest.param((ld(SITE, "Organization"),), "By Ann Lee", ["Ann Lee"], id="outlet, byline"),
        pytest.param(
            (ld(SITE, "Organization"), meta("parsely-author", "Ann Lee")),
            None,
            ["Ann Lee"],
            id="outlet, parsely",
        ),
        pytest.param((ld(SITE, "Organization"),), None, [SITE], id="outlet alone"),
        pytest.param((ld(f"Ann Lee, {SITE}"),), None, ["Ann Lee"], id="person of the outlet"),
        pytest.param((ld("admin"),), "By Ann Lee", ["Ann Lee"], id="login"),
        pytest.param((ld("RivCo"),), "By Ann Lee", ["Ann Lee"], id="outlet in short, byline"),
        pytest.param(
            (ld("Valley Voice", "Organization"),),
            "By Ann Lee",
            ["Ann Lee"],
            id="named like a person",
        ),
        pytest.param((ld("Jacky"),), "By Jacky", ["Jacky"], id="one word is the whole byline"),
        pytest.param((ld("Jacky"),), None, ["Jacky"], id="one word alone"),
        pytest.param((meta("author", "Ann Lee"),), None, ["Ann Lee"], id="meta"),
        pytest.param(
            (meta("article:author", "https://face.example/ann"),), None, [], id="address"
        ),
        pytest.param((), "By Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"], id="byline"),
        pytest.param(
            (Claim("microdata", "name", "Ann Lee", "Person NewsArticle", 0),),
            None,
            ["Ann Lee"],
            id="microdata",
        ),
        pytest.param(
            (Claim("microdata", "author", "Troll Oak", "Comment", 3),), None, [], id="commenter"
        ),
        pytest.param((), None, [], id="none"),
    ],
)
def test_authors(claims: tuple[Claim, ...], byline: str | None, expected: list[str]) -> None:
    found = find_authors(page(claims=claims), byline, SITE)
    assert [author.name for author in found.value] == expected
    assert bool(found.evidence) == bool(expected)


def test_outlet_is_an_organisation() -> None:
    (author,) = find_authors(page(claims=(ld(SITE),)), None, SITE).value
    assert author.kind == "organisation"


def test_address_of_the_author() -> None:
    url = "https://a.example/ann"
    (author,) = find_authors(page(claims=(ld("Ann Lee", url=url),)), None, SITE).value
    assert author.url == url
    link = Claim("link", "author-link", "Ann Lee", "", 0, (("url", url),))
    (author,) = find_authors(page(claims=(ld("Ann Lee"), link)), None, SITE).value
    assert author.url == url


def test_colleague_in_the_next_block() -> None:
    rows = (("Ann Lee", Role.BYLINE), ("Bo Ek", Role.BYLINE), ("Text.", Role.BODY))
    found = find_authors(page(*rows, claims=(ld("Bo Ek"),)), "Ann Lee", SITE).value
    assert [author.name for author in found] == ["Ann Lee", "Bo Ek"]


@pytest.mark.parametrize(
    ("note", "bio", "role"),
    [
        pytest.param(
            "Ann is a freelance reporter in Velmora. Contact:",
            "Ann is a freelance reporter in Velmora.",
            "freelance reporter in Velmora",
            id="rest stays behind",
        ),
        pytest.param(
            "Ann Lee covers rivers. She lives on a boat.",
            "Ann Lee covers rivers. She lives on a boat.",
            None,
            id="no role",
        ),
        pytest.param(
            "LEE writes about rivers for the Courier.",
            "LEE writes about rivers for the Courier.",
            None,
            id="last name",
        ),
    ],
)
def test_bio(note: str, bio: str, role: str | None) -> None:
    labelled = page(("Text.", Role.BODY), ("Ann Lee", Role.BYLINE), (note, Role.AUTHOR_BIO))
    found = find_authors(labelled, "Ann Lee", None)
    assert (found.value[0].bio, found.value[0].role) == (bio, role)
    assert found.evidence[-1].block == 2
    assert found.evidence[-1].span == (0, len(bio))


def test_note_under_the_name() -> None:
    note = "Velmora-based correspondent who writes about eels."
    rows = (("Text.", Role.BODY), ("Bo Ek", Role.BYLINE), (note, Role.AUTHOR_BIO))
    found = find_authors(page(*rows, claims=(ld("Ann Lee"), ld("Bo Ek"))), None, SITE).value
    assert [author.bio for author in found] == [None, note]


@pytest.mark.parametrize(
    ("claimed", "line", "expected"),
    [
        pytest.param("ANN LEE", "By Ann Lee", "Ann Lee", id="shown better"),
        pytest.param("ann lee", "By Ann Lee", "Ann Lee", id="small letters"),
        pytest.param("ANN LEE", "BY ANN LEE", "ANN LEE", id="nowhere better"),
        pytest.param("Ann Lee", "BY ANN LEE", "Ann Lee", id="claimed better"),
    ],
)
def test_case(claimed: str, line: str, expected: str) -> None:
    found = find_authors(page((line, Role.BYLINE), claims=(ld(claimed),)), line, SITE)
    assert [author.name for author in found.value] == [expected]


def test_an_account_gives_way_to_the_byline_of_the_page() -> None:
    article = newsclean.extract(
        """<html lang=en><script type="application/ld+json">{"@type": "NewsArticle",
        "author": {"@type": "Person", "name": "alee7"}}</script><body><article>
        <h1>River closes the old bridge</h1><p class=byline>By Ann Lee</p>"""
        + "<p>The river rose by two metres overnight and closed the old bridge.</p>" * 3
        + "</article></body></html>"
    )
    assert [author.name for author in article.authors] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        pytest.param(
            "<p class=byline>Ann Lee and Bo Ek<br>May 3, 2024</p>",
            ["Ann Lee", "Bo Ek"],
            id="two names over a date",
        ),
        pytest.param(
            "<p class=posted>Posted by Ann Lee at May 3, 2024 10:15 AM</p>", ["Ann Lee"], id="at"
        ),
    ],
)
def test_bylines_beside_dates(byline: str, expected: list[str]) -> None:
    story = "".join(f"<p>The eels swam past weir {n} in the night, he said.</p>" for n in range(5))
    html = f"<html lang=en><body><h1>Eels return to the river</h1>{byline}{story}</body></html>"
    assert [author.name for author in newsclean.extract(html).authors] == expected


def test_a_byline_beside_the_first_paragraphs() -> None:
    paragraphs = [f"<p>The eels swam past weir {n} in the night, he said.</p>" for n in range(12)]
    paragraphs.insert(6, "<table><tr><td>By Ann Lee</td></tr></table>")
    html = f"<html lang=en><h1>Eels return to the river</h1>{''.join(paragraphs)}</html>"
    article = newsclean.extract(html)
    assert [author.name for author in article.authors] == ["Ann Lee"]
    assert "Ann Lee" not in article.text
