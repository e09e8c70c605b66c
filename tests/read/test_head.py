"""Claims of the head of a page."""

import pytest
from lxml import etree

from newsclean.page import Claim
from newsclean.read.head import clean, read_claims


def claims_of(head: str, attributes: str = "") -> tuple[list[Claim], str | None]:
    page = f"<html {attributes}><head>{head}</head><body><p>Text</p></body></html>"
    return read_claims(etree.fromstring(page, etree.HTMLParser()), None)


def pairs(head: str) -> list[tuple[str, str, str]]:
    return [(claim.source, claim.name, claim.value) for claim in claims_of(head)[0]]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            "<title>Eel  season\n opens</title>", ("html", "title", "Eel season opens"), id="title"
        ),
        pytest.param(
            '<meta property="og:title" content="Eels">',
            ("opengraph", "og:title", "Eels"),
            id="opengraph",
        ),
        pytest.param(
            '<meta name="og:title" content="Eels">',
            ("opengraph", "og:title", "Eels"),
            id="opengraph under name",
        ),
        pytest.param(
            '<meta name="Author" content="Ann Lee">', ("meta", "author", "Ann Lee"), id="meta"
        ),
        pytest.param(
            '<meta name="twitter:title" content="Eels">',
            ("twitter", "twitter:title", "Eels"),
            id="twitter",
        ),
        pytest.param(
            '<meta property="og:title" content="A &amp;amp; B &amp;#8230;">',
            ("opengraph", "og:title", "A & B …"),
            id="doubly escaped",
        ),
        pytest.param(
            '<meta itemprop="datePublished" content="2024-01-02">',
            ("microdata", "datepublished", "2024-01-02"),
            id="itemprop",
        ),
        pytest.param(
            '<link rel="canonical" href="https://a.example/x">',
            ("link", "canonical", "https://a.example/x"),
            id="canonical",
        ),
        pytest.param(
            f'<script>window.x = {{"publishedAt": "2024-01-02T03:04:05Z", "p": "{"x" * 200}"}}'
            "</script>",
            ("script", "publishedat", "2024-01-02T03:04:05Z"),
            id="state of a script",
        ),
    ],
)
def test_claim(head: str, expected: tuple[str, str, str]) -> None:
    assert pairs(head) == [expected]


def test_scripts_are_not_read_where_the_page_declares_a_date() -> None:
    script = f'<script>{{"publishedAt": "2024-01-02", "p": "{"x" * 200}"}}</script>'
    meta = '<meta property="article:published_time" content="2024-01-01">'
    assert [name for _, name, _ in pairs(meta + script)] == ["article:published_time"]


@pytest.mark.parametrize(
    ("attributes", "head", "expected"),
    [
        pytest.param('lang="pt-BR"', "", "pt", id="html"),
        pytest.param('lang="nb"', "", "no", id="Bokmål"),
        pytest.param("", '<meta property="og:locale" content="de_AT">', "de", id="og:locale"),
        pytest.param(
            "", '<meta http-equiv="Content-Language" content="fr, en">', "fr", id="http-equiv"
        ),
        pytest.param('lang="${lang}"', "", None, id="a template's hole"),
        pytest.param("", "", None, id="none"),
    ],
)
def test_language(attributes: str, head: str, expected: str | None) -> None:
    assert claims_of(head, attributes)[1] == expected


def test_title_of_a_drawing_is_no_title() -> None:
    page = "<html><body><svg><title>Logo</title></svg><p>x</p></body></html>"
    assert read_claims(etree.fromstring(page, etree.HTMLParser()), None)[0] == []


def test_clean() -> None:
    assert clean(" a <b>b</b>&nbsp;&amp;quot;c ") == 'a b "c'
