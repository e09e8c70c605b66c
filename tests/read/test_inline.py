"""What single elements say during the walk."""

from typing import Any

import pytest
from lxml import html as lxml_html

from newsclean.page import Claim, Node
from newsclean.read import inline
from newsclean.read.html import read_html

BASE = "https://news.example/2024/story.html"


def element(markup: str) -> Any:
    return lxml_html.fragment_fromstring(markup)


def claims(markup: str, source: str) -> list[Claim]:
    page = read_html(f"<html><body>{markup}</body></html>", url=BASE)
    return [claim for claim in page.claims if claim.source == source]


@pytest.mark.parametrize(
    ("markup", "ident"),
    [
        pytest.param("<p>x</p>", "", id="none"),
        pytest.param('<p class="Story-Body big">x</p>', "story-body big", id="class"),
        pytest.param('<p id="storyBody">x</p>', "story-body", id="camel case"),
        pytest.param('<p class="a" id="b" itemprop="c" role="d">x</p>', "a b c d", id="all"),
        pytest.param('<p data-component="textBlock">x</p>', "text-block", id="component"),
    ],
)
def test_ident(markup: str, ident: str) -> None:
    assert inline.ident(element(markup).attrib) == ident


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<img src=a.jpg>", ("https://news.example/2024/a.jpg", None, None), id="src"),
        pytest.param(
            "<img src=//cdn.example/a.jpg>", ("https://cdn.example/a.jpg", None, None), id="host"
        ),
        pytest.param(
            "<img src=/p.gif data-src=/a.jpg alt=' A  b '>",
            ("https://news.example/a.jpg", "A b", None),
            id="lazy",
        ),
        pytest.param(
            "<img src='data:image/gif;base64,R0' srcset='/s.jpg 1x, /l.jpg 2x'>",
            ("https://news.example/s.jpg", None, None),
            id="srcset",
        ),
        pytest.param(
            "<img src=/a.jpg width=640 alt=''>",
            ("https://news.example/a.jpg", None, 640),
            id="width",
        ),
        pytest.param(
            "<img src=/a.jpg width=100%>",
            ("https://news.example/a.jpg", None, None),
            id="per cent",
        ),
        pytest.param("<img src=/a.jpg width=1>", None, id="pixel"),
        pytest.param("<img alt=x>", None, id="no address"),
        pytest.param("<img src=''>", None, id="empty"),
        pytest.param("<img src='data:image/gif;base64,R0'>", None, id="placeholder"),
        pytest.param(
            "<img src='http://[bad'>", ("http://[bad", None, None), id="no valid address"
        ),
    ],
)
def test_picture(markup: str, expected: tuple[str, str | None, int | None] | None) -> None:
    assert inline.picture(element(markup), BASE) == expected


def test_an_address_stays_relative_without_a_base() -> None:
    assert inline.absolute("/a.jpg", None) == "/a.jpg"


@pytest.mark.parametrize(
    ("tag", "ident", "figure"),
    [
        pytest.param("figure", "", True, id="tag"),
        pytest.param("div", "wp-caption aligncenter", True, id="caption box"),
        pytest.param("div", "photo", True, id="photo"),
        pytest.param("div", "story", False, id="story"),
    ],
)
def test_figures(tag: str, ident: str, figure: bool) -> None:
    nodes = [Node(-1, tag, ident), Node(0, "span", "")]
    assert inline.figure_around(nodes, 1) == (0 if figure else None)


def test_a_figure_goes_before_what_is_named_like_one() -> None:
    nodes = [Node(-1, "figure", ""), Node(0, "div", "image"), Node(1, "div", "")]
    assert inline.figure_around(nodes, 2) == 0


def test_a_figure_far_above_is_none() -> None:
    nodes = [Node(-1, "figure", ""), *(Node(n, "div", "") for n in range(6))]
    assert inline.figure_around(nodes, 6) is None


@pytest.mark.parametrize(
    ("markup", "name", "value"),
    [
        pytest.param(
            "<a rel=author href=/x>Ana  Petrov</a>", "rel-author", "Ana Petrov", id="rel"
        ),
        pytest.param("<a rel='nofollow author'>Ana</a>", "rel-author", "Ana", id="several rels"),
        pytest.param("<a href=/authors/ana>Ana</a>", "author-link", "Ana", id="path"),
        pytest.param("<a href=/autor/ana-petrov/>Ana</a>", "author-link", "Ana", id="german path"),
    ],
)
def test_links_to_authors(markup: str, name: str, value: str) -> None:
    (claim,) = claims(f"<p>One</p><p>By {markup}</p>", "link")
    assert (claim.name, claim.value, claim.block) == (name, value, 1)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<a href=/x>Ana</a>", id="plain link"),
        pytest.param("<a href=/authors/>Authors</a>", id="list of authors"),
        pytest.param("<a rel=author href=/x></a>", id="empty"),
        pytest.param(f"<a rel=author href=/x>{'word ' * 200}</a>", id="long"),
        pytest.param("<a>Ana</a>", id="no address"),
    ],
)
def test_other_links_claim_nothing(markup: str) -> None:
    assert claims(f"<p>{markup}</p>", "link") == []


def test_the_address_of_an_author_is_absolute() -> None:
    (claim,) = claims("<a rel=author href=/ana>Ana</a>", "link")
    assert dict(claim.detail) == {"url": "https://news.example/ana"}


def test_times() -> None:
    (claim,) = claims("<time datetime='2024-03-04T05:06Z' class='Updated'>4 March</time>", "time")
    assert claim.value == "2024-03-04T05:06Z"
    assert dict(claim.detail) == {"text": "4 March", "class": "updated"}


def test_a_time_without_anything_claims_nothing() -> None:
    assert claims("<time></time><p>x</p>", "time") == []


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        pytest.param("byline", "author", id="byline"),
        pytest.param("article__authorName", "author", id="camel case"),
        pytest.param("dateline", "dateline", id="dateline is no date"),
        pytest.param("post-date", "date", id="date"),
        pytest.param("photo-credit", "credit", id="credit"),
        pytest.param("kicker", "section", id="kicker"),
    ],
)
def test_names_of_classes(names: str, hint: str) -> None:
    (claim,) = claims(f'<p><span class="{names}">Words</span></p>', "class")
    assert (claim.name, claim.value) == (hint, "Words")


@pytest.mark.parametrize("names", ["bold", "css-1x2y", "update-me-not-candidates"])
def test_other_classes_claim_nothing(names: str) -> None:
    assert claims(f'<p><span class="{names}">Words</span></p>', "class") == []


def test_microdata_of_blocks_and_inline_elements() -> None:
    found = claims(
        '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Bridge'
        '</h1><span itemprop="author" itemscope itemtype="https://schema.org/Person">'
        '<b itemprop="name">Ana</b></span>'
        '<time itemprop="datePublished" datetime="2024-03-04">Monday</time></div>',
        "microdata",
    )
    assert [(c.name, c.value, c.scope) for c in found] == [
        ("headline", "Bridge", "NewsArticle"),
        ("author", "Ana", "NewsArticle"),
        ("name", "Ana", "Person NewsArticle"),
        ("datepublished", "2024-03-04", "NewsArticle"),
    ]


def test_a_picture_outside_of_all_elements_has_no_figure() -> None:
    assert inline.figure_around([], None) is None


@pytest.mark.parametrize(
    "attribute",
    [
        pytest.param('class="sr-only"', id="bootstrap"),
        pytest.param('class="Link-visuallyHidden"', id="camel case"),
        pytest.param('class="screen-reader-text"', id="wordpress"),
        pytest.param('style="clip: rect(0px, 0px, 0px, 0px); position: absolute"', id="style"),
    ],
)
def test_what_links_say_to_screen_readers_alone_is_no_part_of_the_sentence(attribute: str) -> None:
    page = read_html(
        f'<p>The bank said <a href="/a">in its letter<span {attribute}>, opens new tab</span></a> '
        "that it would not raise the rate.</p>"
    )
    shown = [block.text for block in page.blocks if not block.hidden]
    assert shown == ["The bank said in its letter that it would not raise the rate."]
    assert [block.text for block in page.blocks if block.hidden] == [", opens new tab"]
