"""Is the page an article?"""

import pytest

from newsclean.fields.body import find_body
from newsclean.fields.confidence import find_confidence
from newsclean.page import Block, Claim, Kind, Label, Labelled, Page, Role

LONG = (
    "The river rose by two metres overnight and closed the old bridge in Velmora, the district "
    "office said on Monday, after a week of rain in the hills above the town and the island."
)
BODY = Label(Role.BODY, "story")
LINK = Label(Role.NAVIGATION, "nearly all of it is links")


def confidence(
    paragraphs: int = 6,
    links: int = 0,
    head: int = 0,
    claims: tuple[Claim, ...] = (),
    text: str = LONG,
) -> float:
    blocks = (
        *(Block(text, Kind.PARAGRAPH, link_chars=0) for _ in range(paragraphs)),
        *(Block("Ferries run again", Kind.ITEM, link_chars=17) for _ in range(links)),
    )
    labels = (BODY,) * paragraphs + (LINK,) * links
    labelled = Labelled(Page("html", blocks, (), claims), labels)
    value = find_confidence(labelled, find_body(labelled), head)
    assert 0 <= value <= 1
    return value


def test_no_body_is_no_article() -> None:
    assert confidence(0) == 0
    assert confidence(0, links=40, head=3) == 0


def test_a_story_with_a_head_is_an_article() -> None:
    assert confidence(10, links=10, head=3) > 0.9


def test_a_line_of_text_among_links_is_none() -> None:
    assert confidence(1, links=100, text="Ferries run again on Monday.") < 0.2


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param({"paragraphs": 12}, {"paragraphs": 2}, id="running text"),
        pytest.param({"links": 0}, {"links": 200}, id="links"),
        pytest.param({"head": 3}, {"head": 0}, id="head"),
        pytest.param({"text": LONG}, {"text": "It rained on Monday."}, id="length of paragraphs"),
        pytest.param(
            {"claims": (Claim("opengraph", "og:type", "article"),)}, {}, id="og:type article"
        ),
        pytest.param(
            {"claims": (Claim("json-ld", "headline", "x", "NewsArticle"),)}, {}, id="NewsArticle"
        ),
        pytest.param(
            {}, {"claims": (Claim("opengraph", "og:type", "product"),)}, id="og:type product"
        ),
        pytest.param(
            {}, {"claims": (Claim("json-ld", "name", "x", "CollectionPage"),)}, id="collection"
        ),
    ],
)
def test_what_raises_and_lowers_it(more: dict[str, object], less: dict[str, object]) -> None:
    assert confidence(**more) > confidence(**less)  # type: ignore[arg-type]


def test_an_enormous_page_is_no_error() -> None:
    assert confidence(3000, text=LONG * 20) > 0.5
    assert confidence(1, text="x") < 0.5
