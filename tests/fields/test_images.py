"""The story's pictures."""

import pytest

from newsclean.article import Image
from newsclean.fields.images import find_images
from newsclean.page import Block, Kind, Label, Labelled, Node, Page, Picture, Role

LONG = "The river rose by two metres overnight and closed the old bridge in Velmora on Monday."
NODES = (Node(-1, "article", ""), Node(0, "figure", ""), Node(1, "figcaption", ""))
ADDRESS = "https://news.example/bridge.jpg"


def page(
    *captions: str,
    url: str = ADDRESS,
    width: int | None = None,
    alt: str | None = None,
    figure: int | None = 1,
    block: int = 1,
) -> Labelled:
    """A paragraph, a picture with ``captions``, a paragraph."""
    blocks = (
        Block(LONG, Kind.PARAGRAPH, node=0),
        *(Block(text, Kind.CAPTION, node=2) for text in captions),
        Block(LONG, Kind.PARAGRAPH, node=0),
    )
    labels = (
        Label(Role.BODY, "story"),
        *(Label(Role.CAPTION, "a caption by its tag") for _ in captions),
        Label(Role.BODY, "story"),
    )
    picture = Picture(url, alt, block, 1, figure, width)
    return Labelled(Page("html", blocks, NODES, (), (picture,)), labels)


@pytest.mark.parametrize(
    ("captions", "caption", "credit"),
    [
        pytest.param([], None, None, id="none"),
        pytest.param(["The bridge on Monday."], "The bridge on Monday.", None, id="caption"),
        pytest.param(["The bridge. Photo: Jo Doe"], "The bridge.", "Jo Doe", id="photo"),
        pytest.param(["The bridge. (Photo by Jo Doe)"], "The bridge.", "Jo Doe", id="photo by"),
        pytest.param(["The bridge. Foto: Jo Doe/dpa"], "The bridge.", "Jo Doe/dpa", id="german"),
        pytest.param(["The bridge. Credit: Jo Doe"], "The bridge.", "Jo Doe", id="credit"),
        pytest.param(["Le pont. Crédit : Jo Doe"], "Le pont.", "Jo Doe", id="french"),
        pytest.param(["The bridge. © Jo Doe"], "The bridge.", "Jo Doe", id="copyright sign"),
        pytest.param(
            ["The bridge. (AP Photo/Jo Doe)"], "The bridge.", "AP Photo/Jo Doe", id="agency"
        ),
        pytest.param(
            ["The bridge. (Photo by Jo Doe/AFP)"], "The bridge.", "Jo Doe/AFP", id="by, agency"
        ),
        pytest.param(
            ["The bridge. (Jo Doe/Getty Images)"], "The bridge.", "Jo Doe/Getty Images", id="getty"
        ),
        pytest.param(["The bridge.", "Photo: Jo Doe"], "The bridge.", "Jo Doe", id="two blocks"),
        pytest.param(["Photo: Jo Doe"], None, "Jo Doe", id="credit alone"),
        pytest.param(["大桥星期一。"], "大桥星期一。", None, id="chinese"),
    ],
)
def test_caption_and_credit(captions: list[str], caption: str | None, credit: str | None) -> None:
    (image,) = find_images(page(*captions)).value
    assert (image.caption, image.credit) == (caption, credit)


def test_address_and_alternative_text() -> None:
    assert find_images(page(alt="The bridge")).value == (Image(ADDRESS, None, None, "The bridge"),)


def test_the_evidence_claims_the_caption() -> None:
    found = find_images(page("The bridge on Monday."))
    assert [(e.block, e.span) for e in found.evidence if e.block is not None] == [(1, (0, 21))]
    assert found.evidence[0].raw == ADDRESS


@pytest.mark.parametrize(
    "labelled",
    [
        pytest.param(page(url="https://news.example/logo.png"), id="logo"),
        pytest.param(page(url="https://news.example/icons/x.gif"), id="icon"),
        pytest.param(page(url="https://news.example/x.svg?v=2"), id="drawing"),
        pytest.param(page(url="https://secure.gravatar.com/x"), id="avatar"),
        pytest.param(page(width=80), id="thumbnail"),
    ],
)
def test_furniture_is_no_picture_of_the_story(labelled: Labelled) -> None:
    assert find_images(labelled).value == ()


def test_a_picture_far_below_the_story_is_none_of_its() -> None:
    labelled = page(figure=None)
    blocks = (*labelled.page.blocks, *(Block("Teaser", Kind.TEXT, node=0) for _ in range(5)))
    labels = (*labelled.labels, *(Label(Role.RELATED, "related") for _ in range(5)))
    picture = Picture(ADDRESS, None, 6, 0, None)
    assert find_images(Labelled(Page("html", blocks, NODES, (), (picture,)), labels)).value == ()


def test_a_picture_is_named_once() -> None:
    labelled = page()
    pictures = labelled.page.pictures * 3
    again = Labelled(Page("html", labelled.page.blocks, NODES, (), pictures), labelled.labels)
    assert len(find_images(again).value) == 1


def test_a_page_without_a_story_has_no_pictures() -> None:
    labelled = page()
    labels = tuple(Label(Role.OTHER, "x") for _ in labelled.labels)
    assert find_images(Labelled(labelled.page, labels)).value == ()
