"""What kind of piece the page declares."""

import pytest

from newsclean.fields.genre import find_genres
from newsclean.page import Block, Claim, Kind, Label, Labelled, Node, Page, Role


def page(
    *claims: Claim, url: str | None = None, names: str = "", sections: tuple[str, ...] = ()
) -> Labelled:
    blocks = (*(Block(text, Kind.TEXT, node=1) for text in sections), Block("Eels return"))
    labels = (*(Label(Role.SECTION, "kicker") for _ in sections), Label(Role.BODY, "story"))
    nodes = (Node(-1, "html", ""), Node(0, "body", names))
    return Labelled(Page("html", blocks, nodes, claims, url=url), labels, "en")


def ld(scope: str, name: str = "headline", value: str = "Eels return") -> Claim:
    return Claim("json-ld", name, value, scope)


def og(name: str, value: str) -> Claim:
    return Claim("opengraph", name, value)


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param(page(), (), id="nothing declared"),
        pytest.param(page(ld("NewsArticle"), og("og:type", "article")), (), id="news"),
        pytest.param(page(ld("LiveBlogPosting")), ("live blog",), id="live blog"),
        pytest.param(page(ld("OpinionNewsArticle")), ("opinion",), id="opinion"),
        pytest.param(page(ld("ReviewNewsArticle")), ("review",), id="review"),
        pytest.param(page(ld("ImageGallery")), ("gallery",), id="gallery"),
        pytest.param(page(ld("NewsArticle"), ld("ImageGallery")), (), id="gallery in a story"),
        pytest.param(page(ld("AdvertiserContentArticle")), ("sponsored",), id="sponsored"),
        pytest.param(page(og("og:type", "video.other")), ("video",), id="og:type"),
        pytest.param(page(og("article:opinion", "true")), ("opinion",), id="article:opinion"),
        pytest.param(page(og("article:opinion", "false")), (), id="no opinion"),
        pytest.param(page(og("article:section", "Commentary")), ("opinion",), id="section"),
        pytest.param(page(ld("NewsArticle", "genre", "Kommentar")), ("opinion",), id="genre"),
        pytest.param(page(og("article:section", "Opinion polls")), (), id="part of a section"),
        pytest.param(page(sections=("Meinung",)), ("opinion",), id="shown section"),
        pytest.param(page(sections=("Opinion", "Videos")), (), id="items of a menu"),
        pytest.param(page(url="https://a.example/opinion/2024/eels"), ("opinion",), id="folder"),
        pytest.param(page(url="https://a.example/news/opinion"), (), id="name of the story"),
        pytest.param(page(url="https://a.example/blogs/live/eels"), (), id="a life, not live"),
        pytest.param(page(names="page live-blog dark"), ("live blog",), id="class of the body"),
        pytest.param(page(names="page alive-blogger"), (), id="part of a class"),
        pytest.param(
            page(ld("LiveBlogPosting"), og("article:section", "Video")),
            ("live blog", "video"),
            id="two",
        ),
    ],
)
def test_genres(labelled: Labelled, expected: tuple[str, ...]) -> None:
    found = find_genres(labelled)
    assert found.value == expected
    assert len(found.evidence) == len(expected)
