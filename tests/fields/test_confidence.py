import json
from pathlib import Path

import pytest

from newsclean import weights
from newsclean.article import Paragraph
from newsclean.fields.body import Placed
from newsclean.fields.confidence import find_confidence
from newsclean.fields.pagetype import HTML, TEXT, address, html_row, text_row
from newsclean.page import Block, Kind, Label, Labelled, Page, Role
from newsclean.read.html import read_html
from newsclean.read.text import read_text

BODY = (Placed(Paragraph("Text."), 0),)
STORY = "The harbor board voted on Tuesday to keep the night ferry running until spring. " * 2
LINK = '<a href="/n">Harbor board keeps the night ferry until spring</a>'
CARD = f'<div class="card"><h3>{LINK}</h3></div>'


def labelled(page: Page, language: str | None = "en") -> Labelled:
    return Labelled(page, tuple(Label(Role.OTHER, "test") for _ in page.blocks), language)


def feature(html: str, name: str, url: str | None = None) -> float:
    return html_row(read_html(html, url=url), "en")[HTML.index(name)]


def test_empty_page_is_no_article() -> None:
    assert find_confidence(labelled(Page("html", ())), ()) == 0.0


def test_without_a_story_confidence_is_low() -> None:
    page = read_html(f"<h1>Night ferry stays</h1><article>{f'<p>{STORY}</p>' * 6}</article>")
    assert find_confidence(labelled(page), ()) <= 0.2


def test_story_above_cards() -> None:
    story = read_html(f"<h1>Night ferry stays</h1><article>{f'<p>{STORY}</p>' * 6}</article>")
    cards = read_html(f"<h1>News</h1><main>{CARD * 20}</main>")
    assert find_confidence(labelled(story), BODY) > find_confidence(labelled(cards), BODY)


def test_flat_story_above_flat_headlines() -> None:
    story = read_text("Night ferry stays\n\nBy Nora Whitlock\n\n" + f"{STORY}\n\n" * 6)
    lines = read_text("Harbor board keeps the night ferry until spring\n\n" * 20)
    assert find_confidence(labelled(story), BODY) > find_confidence(labelled(lines), BODY)


def test_labels_do_not_matter() -> None:
    page = read_html(f"<h1>Night ferry stays</h1><article>{f'<p>{STORY}</p>' * 6}</article>")
    body = Labelled(page, tuple(Label(Role.BODY, "test") for _ in page.blocks), "en")
    assert find_confidence(body, BODY) == find_confidence(labelled(page), BODY)


def test_weights_can_be_swapped(tmp_path: Path) -> None:
    data = {"features": list(HTML), "trees": [0.0]}
    (tmp_path / "confidence.json").write_text(json.dumps({"html": data, "text": data}))
    page = read_html(f"<p>{STORY}</p>")
    with weights.using(tmp_path):
        assert find_confidence(labelled(page), BODY) == 0.5


def test_rows_have_the_features_that_the_weights_name() -> None:
    shipped = weights.load("confidence", None)
    assert tuple(shipped["html"]["features"]) == HTML
    assert tuple(shipped["text"]["features"]) == TEXT
    assert len(html_row(read_html("<p>One.</p>"), None)) == len(HTML)
    assert len(text_row(read_text("One."), None)) == len(TEXT)


@pytest.mark.parametrize(
    ("html", "name", "expected"),
    [
        pytest.param('<meta property="og:type" content="article"><p>x', "og article", 1, id="og"),
        pytest.param('<meta property="og:type" content="website"><p>x', "og other", 1, id="site"),
        pytest.param(
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A"}</script>x',
            "ld article",
            1,
            id="json-ld",
        ),
        pytest.param('<body class="single postid-7"><p>x', "system single", 1, id="wordpress"),
        pytest.param('<body class="archive category"><p>x', "system list", 1, id="archive"),
        pytest.param(f"<p>{STORY}</p><p>{STORY}</p>", "run share", 1, id="one run"),
        pytest.param(CARD, "headlines to paragraphs", 0.5, id="no paragraph counts as one"),
    ],
)
def test_feature(html: str, name: str, expected: float) -> None:
    assert feature(html, name) == expected


@pytest.mark.parametrize(
    ("url", "name", "expected"),
    [
        pytest.param("https://n.example/2025/11/night-ferry-stays/", "slug hyphens", 2, id="slug"),
        pytest.param("https://n.example/", "root", 1, id="home"),
        pytest.param("https://n.example/category/harbor/", "path list", 1, id="category"),
        pytest.param("https://forum.n.example/x", "path forum", 1, id="host"),
        pytest.param(
            "https://n.example/a/forum-closes-for-good", "path forum", 0, id="in a title"
        ),
        pytest.param(None, "slug hyphens", -1, id="unknown"),
        pytest.param("http://[broken", "slug hyphens", -1, id="invalid"),
    ],
)
def test_address(url: str | None, name: str, expected: float) -> None:
    assert feature("<p>x", name, url) == expected


def test_declared_address_stands_in() -> None:
    page = read_html('<link rel="canonical" href="https://n.example/night-ferry-stays"><p>x')
    assert address.address(page) == "https://n.example/night-ferry-stays"


def test_hidden_text_counts_where_nearly_all_is_hidden() -> None:
    blocks = (Block("Menu"), *[Block(STORY, Kind.PARAGRAPH, hidden=True)] * 5)
    row = text_row(Page("html", blocks), "en")
    assert row[TEXT.index("log running")] > 0
