"""Laws that hold for every page: nothing is lost, nothing is shown twice, nothing changes."""

import datetime
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from newsclean import Article, LabelledBlock, Role, extract, label
from newsclean.decode import looks_like_html
from newsclean.read.html import read_html
from newsclean.read.text import read_text

NOW = datetime.datetime(2024, 3, 10, 12, 0, tzinfo=datetime.UTC)
URL = "https://news.example/2024/03/04/bridge"
SENTENCES = (
    "The river rose by two metres overnight and closed the old bridge in Velmora.",
    "VELMORA, March 4 (AP) — The council met on Monday to look at the damage along the river.",
    "“We have never seen the water this high,” said Jonas Weil, who runs the ferry to the island.",
    '"It will take a month," she added. "Perhaps two."',
    "Engineers will look at the piers once the water falls, according to the district office.",
    "Der Fluss ist über Nacht um zwei Meter gestiegen, teilte das Landratsamt am Montag mit.",
    "Le fleuve est monté de deux mètres dans la nuit, a indiqué la préfecture lundi matin.",
    "橋は月曜日に再開した、と市長は記者団に語った。水位は二メートル上がった。",
    "ارتفع منسوب النهر مترين خلال الليل وأغلق الجسر القديم، بحسب ما قال المحافظ يوم الاثنين.",
    "Мост открыли после ремонта, сообщил в понедельник мэр города на встрече с жителями.",
)
SHORT = (
    "By Ana Petrov",
    "By Ana Petrov and Jonas Weil, Staff Writers",
    "Von Jana Krug",
    "Ana Petrov",
    "March 4, 2024",
    "Published: March 4, 2024 5:06 p.m. | Updated: March 5, 2024",
    "3 hours ago",
    "Sport",
    "Local news",
    "Share this article",
    "Related articles",
    "Latest news",
    "Leave a reply",
    "Please enter your comment!",
    "Advertisement",
    "Subscribe to our newsletter",
    "Photo: J. Doe/Velmora Courier",
    "The bridge on Monday. (AP Photo/J. Doe)",
    "Tags: bridge, river",
    "Ana Petrov covers rivers for the Courier.",
    "© 2024 Velmora Courier. All rights reserved.",
    "VELMORA (AP)",
    "What happens now",
    "River closes the old bridge",
)
texts = st.sampled_from(SENTENCES + SHORT)
lines = st.lists(texts, min_size=1, max_size=3).map(" ".join)
wrappers = st.sampled_from(
    (
        "<p>{}</p>",
        '<p class="byline">{}</p>',
        '<div class="author">{}</div>',
        '<span class="date">{}</span>',
        '<time datetime="2024-03-04T05:06:07Z">{}</time>',
        "<h1>{}</h1>",
        "<h2>{}</h2>",
        "<div>{}</div>",
        "<p><b>{}</b></p>",
        '<a href="/authors/ana" rel="author">{}</a>',
        '<ul><li><a href="/x">{}</a></li></ul>',
        "<blockquote><p>{}</p></blockquote>",
        "<figure><img src=/a.jpg><figcaption>{}</figcaption></figure>",
        '<div class="caption">{}</div>',
        "<table><tr><td>{}</td><td>2</td></tr></table>",
        '<div class="related"><p>{}</p></div>',
        '<p class="deck">{}</p>',
        '<p class="kicker">{}</p>',
        '<div class="author-bio"><p>{}</p></div>',
        '<div class="tags"><a href="/t">{}</a></div>',
        "<aside>{}</aside>",
        "<footer>{}</footer>",
        "<nav>{}</nav>",
        "<button>{}</button>",
        "<p hidden>{}</p>",
        "<noscript>{}</noscript>",
        "<p>{}<br>and more</p>",
        "<p>{}<br><br>and more</p>",
        "<pre>{}</pre>",
    )
)
pieces = st.builds(str.format, wrappers, lines)
heads = st.sampled_from(
    (
        "",
        "<title>River closes the old bridge | Velmora Courier</title>",
        '<meta property="og:title" content="River closes the old bridge">'
        '<meta name="author" content="Ana Petrov">'
        '<meta property="article:published_time" content="2024-03-04T05:06:07Z">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "River closes '
        'the old bridge", "author": {"@type": "Person", "name": "Ana Petrov"}, "datePublished": '
        '"2024-03-04", "articleSection": "Sport", "keywords": "bridge, river"}</script>',
    )
)
inner = st.lists(pieces, max_size=14).map("\n".join)
html_pages = st.builds(
    "<!DOCTYPE html><html><head>{}</head><body>{}<article>{}</article>{}</body></html>".format,
    heads,
    inner,
    inner,
    inner,
)
flat_pages = st.builds(
    str.join, st.sampled_from(("\n", "\n\n")), st.lists(lines, max_size=20)
).filter(lambda text: not looks_like_html(text))
pages = html_pages | flat_pages
moderate = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def both(source: str) -> tuple[Article, tuple[LabelledBlock, ...]]:
    return extract(source, url=URL, now=NOW), label(source, url=URL, now=NOW)


def parsed(source: str) -> Any:
    parser = lxml_html.HTMLParser(encoding="utf-8")
    return lxml_html.document_fromstring(source.encode(), parser=parser)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(pages)
@moderate
def test_every_block_is_what_the_reader_read(source: str) -> None:
    page = read_html(source) if looks_like_html(source) else read_text(source)
    assert [b.text for b in label(source, now=NOW)] == [b.text for b in page.blocks]


@given(pages)
@moderate
def test_the_body_is_the_body_blocks(source: str) -> None:
    article, blocks = both(source)
    story = [block.text for block in blocks if block.role is Role.BODY]
    # Cells of one row are joined by bars.
    shown = squeezed("".join(element.text for element in article.body)).replace("|", "")
    assert shown == squeezed("".join(story)).replace("|", "")


@given(pages)
@moderate
def test_every_other_text_is_claimed_by_a_field_or_stands_in_chrome(source: str) -> None:
    article, blocks = both(source)
    spans: dict[int, list[tuple[int, int]]] = {}
    for evidence in article.evidence.values():
        for item in evidence:
            if item.block is not None and item.span is not None:
                spans.setdefault(item.block, []).append(item.span)
    chrome: dict[int, list[str]] = {}
    for piece in article.chrome:
        chrome.setdefault(piece.block, []).append(piece.text)
    for i, block in enumerate(blocks):
        if block.role is Role.BODY:
            assert i not in chrome
            continue
        claimed = set()
        for start, end in spans.get(i, ()):
            claimed.update(range(start, end))
        rest = "".join(c if n not in claimed else " " for n, c in enumerate(block.text))
        assert squeezed("".join(chrome.get(i, ()))) == squeezed(rest)


@given(pages)
@moderate
def test_chrome_has_the_role_and_the_reason_of_its_block_in_order(source: str) -> None:
    article, blocks = both(source)
    assert [piece.block for piece in article.chrome] == sorted(p.block for p in article.chrome)
    for piece in article.chrome:
        block = blocks[piece.block]
        assert piece.text
        assert piece.text in block.text
        assert (piece.role, piece.reason) == (block.role, block.reason)
        assert piece.role is not Role.BODY


@given(pages)
@moderate
def test_evidence_points_to_what_it_quotes(source: str) -> None:
    article, blocks = both(source)
    for name, evidence in article.evidence.items():
        assert hasattr(article, name)
        assert evidence
        for item in evidence:
            assert item.rule
            assert item.source
            if item.block is not None:
                assert 0 <= item.block < len(blocks)
            if item.block is not None and item.span is not None:
                start, end = item.span
                text = blocks[item.block].text
                assert 0 <= start <= end <= len(text)
                if item.raw is not None:
                    assert text[start:end] == item.raw


@given(pages)
@moderate
def test_fields_with_a_value_have_evidence(source: str) -> None:
    article, _ = both(source)
    for name in ("title", "deck", "section", "byline", "authors", "published", "dateline"):
        if getattr(article, name):
            assert article.evidence.get(name), name


@given(pages)
@moderate
def test_quotes_slice_to_themselves(source: str) -> None:
    article = extract(source, now=NOW)
    for i, quote in enumerate(article.quotes):
        start, end = quote.span
        assert article.text[start:end] == quote.text
        assert quote.text in article.body[quote.element].text
        before = sum(len(e.text) + 2 for e in article.body[: quote.element])
        assert before <= start
        assert end <= before + len(article.body[quote.element].text)
        if quote.continues is not None:
            assert 0 <= quote.continues < i
    assert [q.span for q in article.quotes] == sorted(q.span for q in article.quotes)


@given(pages)
@moderate
def test_the_same_page_gives_the_same_article(source: str) -> None:
    article, blocks = both(source)
    assert both(source) == (article, blocks)
    assert Article.from_dict(article.to_dict()) == article


@given(pages)
@moderate
def test_text_and_its_utf8_bytes_give_the_same(source: str) -> None:
    assert extract(source.encode(), now=NOW, encoding="utf-8") == extract(source, now=NOW)
    assert label(source.encode(), now=NOW) == label(source, now=NOW)


@given(html_pages)
@moderate
def test_markup_and_its_element_give_the_same(source: str) -> None:
    root = parsed(source)
    before = lxml_html.tostring(root)
    article = extract(root, now=NOW)
    # Pages on which the rules find no story: see the next test.
    if article.body:
        assert article.to_dict() == extract(source, now=NOW).to_dict()
    assert lxml_html.tostring(root) == before


def test_the_last_resort_is_asked_for_elements_too() -> None:
    source = f"<html><body><h1>{SENTENCES[0]}</h1><h1>{SENTENCES[1]}</h1></body></html>"
    assert extract(parsed(source), now=NOW).text == extract(source, now=NOW).text


@given(html_pages)
@moderate
def test_every_word_of_the_page_is_in_some_block(source: str) -> None:
    root = lxml_html.document_fromstring(source)
    for element in list(root.iter("script", "title", "style")):
        element.drop_tree()
    words = Counter(squeezed(" ".join(root.itertext())))
    assert Counter(squeezed("".join(b.text for b in label(source)))) == words


@pytest.mark.parametrize("source", ["", "   ", "<html></html>"])
def test_an_empty_page_has_nothing(source: str) -> None:
    article, blocks = both(source)
    assert blocks == ()
    assert (article.body, article.chrome, article.quotes) == ((), (), ())
