"""extract() and label(): sources, options, and pages that are broken."""

import datetime
import inspect
import io
import time
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

import newsclean
from newsclean import Article, Role, extract, label

NOW = datetime.datetime(2024, 3, 10, 12, 0, tzinfo=datetime.UTC)
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>River closes the old bridge | Velmora Courier</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>River closes the old bridge</h1><p class="byline">By Ana Petrov</p>
<p>VELMORA — The river rose by two metres overnight and closed the old bridge in Velmora, the
district office said on Monday, after a week of rain in the hills.</p>
<p>“We have never seen the water this high,” said Jonas Weil, who runs the ferry. He expects the
road to stay closed for a month, and the school with it.</p>
<p>Engineers will look at the piers – all nine – once the water falls. The council has set aside
money for repairs, but it has not said how much.</p></article>
<footer>© Velmora Courier</footer></body></html>"""
FLAT = """River closes the old bridge

By Ana Petrov

VELMORA — The river rose by two metres overnight and closed the old bridge in Velmora, the district office said on Monday, after a week of rain in the hills.

“We have never seen the water this high,” said Jonas Weil, who runs the ferry. He expects the road to stay closed for a month, and the school with it.
"""  # noqa: E501


def sources() -> dict[str, Any]:
    return {
        "str": PAGE,
        "bytes": PAGE.encode(),
        "bytearray": bytearray(PAGE.encode()),
        "memoryview": memoryview(PAGE.encode()),
        "lxml.html element": lxml_html.document_fromstring(PAGE),
        "lxml.etree element": etree.fromstring(PAGE, etree.HTMLParser()),
        "lxml tree": etree.parse(io.StringIO(PAGE), etree.HTMLParser()),
        "soup by lxml": BeautifulSoup(PAGE, "lxml"),
        "soup by html.parser": BeautifulSoup(PAGE, "html.parser"),
    }


@pytest.mark.parametrize("name", sources())
def test_every_type_of_source_gives_the_same_article(name: str) -> None:
    article = extract(sources()[name], now=NOW)
    plain = article.to_dict()
    expected = extract(PAGE, now=NOW).to_dict()
    assert article.title == "River closes the old bridge"
    assert len(article.paragraphs) == 3
    assert plain == expected


@pytest.mark.parametrize("name", sources())
def test_every_type_of_source_gives_the_same_labels(name: str) -> None:
    assert label(sources()[name], now=NOW) == label(PAGE, now=NOW)


def test_a_path_is_read(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(PAGE.encode())
    assert extract(file, now=NOW) == extract(PAGE, now=NOW)
    assert label(file) == label(PAGE)


def test_the_charset_of_the_http_header_holds_for_paths_and_bytes(tmp_path: Path) -> None:
    text = "<p>Мост снова открыт, сообщил в понедельник мэр города после ремонта.</p>" * 3
    file = tmp_path / "page.html"
    file.write_bytes(text.encode("koi8-r"))
    for source in (file, file.read_bytes()):
        assert "Мост снова открыт" in label(source, encoding="koi8-r")[0].text


def test_a_string_is_never_a_file_name(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    assert extract(str(file)).title != "River closes the old bridge"


def snapshot(source: Any) -> str:
    return str(source) if isinstance(source, BeautifulSoup) else etree.tostring(source).decode()


@pytest.mark.parametrize("name", [n for n in sources() if "lxml" in n or "soup" in n])
@pytest.mark.parametrize("function", [extract, label])
def test_trees_are_left_unchanged(name: str, function: Any) -> None:
    source = sources()[name]
    before = snapshot(source)
    function(source, url="https://news.example/bridge", now=NOW)
    assert snapshot(source) == before


@pytest.mark.parametrize("function", [extract, label, newsclean.text])
@pytest.mark.parametrize(
    "source",
    [
        pytest.param(None, id="none"),
        pytest.param(5, id="int"),
        pytest.param(["<p>"], id="list"),
        pytest.param({"html": "<p>"}, id="dict"),
        pytest.param(io.StringIO("<p>"), id="file"),
        pytest.param(object(), id="object"),
        pytest.param(etree.Comment("x"), id="lxml comment"),
        pytest.param(BeautifulSoup("<p>x</p>", "lxml").find_all("p"), id="several bs4 tags"),
        pytest.param(etree.ElementTree(), id="empty tree"),
    ],
)
def test_a_source_of_another_type_is_a_type_error(function: Any, source: Any) -> None:
    with pytest.raises(TypeError, match="source must be"):
        function(source)


@pytest.mark.parametrize("function", [extract, label])
@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        pytest.param({"kind": "pdf"}, ValueError, "'auto', 'html', 'text'", id="kind"),
        pytest.param({"kind": "HTML"}, ValueError, "'auto', 'html', 'text'", id="upper case"),
        pytest.param({"kind": None}, TypeError, "kind", id="kind none"),
        pytest.param({"url": 5}, TypeError, "url", id="url"),
        pytest.param({"url": b"https://x.example"}, TypeError, "url", id="url of bytes"),
        pytest.param({"encoding": 5}, TypeError, "encoding", id="encoding"),
        pytest.param({"language": ["en"]}, TypeError, "language", id="language"),
        pytest.param({"now": "today"}, TypeError, "now", id="now"),
        pytest.param({"now": datetime.date(2024, 3, 4)}, TypeError, "now", id="now a date"),
    ],
)
def test_options_are_checked(
    function: Any, options: dict[str, Any], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        function(PAGE, **options)


@pytest.mark.parametrize("function", [extract, label, newsclean.text])
def test_a_missing_file_is_an_os_error(function: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        function(tmp_path / "nothing.html")
    with pytest.raises((IsADirectoryError, PermissionError)):
        function(tmp_path)


def test_the_functions_take_the_same_arguments() -> None:
    taken = inspect.signature(extract).parameters.keys()
    assert inspect.signature(label).parameters.keys() == taken
    # No date is read for the text alone.
    assert inspect.signature(newsclean.text).parameters.keys() == taken - {"now"}


def test_kind_decides_how_markup_is_read() -> None:
    assert label("<p>One.</p>")[0].text == "One."
    assert label("<p>One.</p>", kind="html")[0].text == "One."
    assert label("<p>One.</p>", kind="text")[0].text == "<p>One.</p>"
    assert label("One &amp; two")[0].text == "One &amp; two"
    assert label("One &amp; two", kind="html")[0].text == "One & two"


@pytest.mark.parametrize("source", [PAGE, FLAT], ids=["html", "flat"])
def test_both_roads_give_the_article(source: str) -> None:
    article = extract(source, now=NOW)
    assert article.title == "River closes the old bridge"
    assert article.byline == "By Ana Petrov"
    assert [author.name for author in article.authors] == ["Ana Petrov"]
    assert article.dateline is not None
    assert article.dateline.place == "VELMORA"
    assert article.paragraphs[0].startswith("VELMORA — The river rose")
    assert [quote.speaker for quote in article.quotes] == ["Jonas Weil"]
    assert article.language == "en"


def test_a_dateline_before_the_deck() -> None:
    page = """<html lang="de"><body><article><h1>Fluss schließt die alte Brücke</h1>
    <p class="deck">Berlin. Der Pegel stieg in der Nacht um zwei Meter, das Amt sperrt die
    Brücke bis Freitag.</p>
    <p class="byline">Von Anna Brandt</p>
    <p>Wer am Montag über die Brücke wollte, stand vor einem Gitter und las dort einen Zettel
    vom Amt.</p>
    <p>„So hoch stand das Wasser noch nie“, sagte der Fährmann Jonas Weil, der dort seit
    vierzig Jahren lebt.</p>
    <p>Am Freitag will das Amt entscheiden, ob wenigstens Fußgänger wieder hinüber dürfen.</p>
    </article></body></html>"""
    article = extract(page)
    assert article.deck is not None
    assert article.deck.startswith("Berlin. Der Pegel")
    assert article.dateline is not None
    assert article.dateline.city == "Berlin"
    (found,) = article.evidence["dateline"]
    assert found.block is not None
    assert found.span is not None
    assert label(page)[found.block].text[slice(*found.span)] == "Berlin"


def test_the_callers_word_on_the_language_holds() -> None:
    assert extract(PAGE, language="fr").language == "fr"


def test_the_callers_url_is_kept_where_the_page_declares_none() -> None:
    assert extract(PAGE, url="https://news.example/x").url == "https://news.example/x"


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(NOW, id="aware"),
        pytest.param(NOW.replace(tzinfo=None), id="naive"),
        pytest.param(
            NOW.astimezone(datetime.timezone(datetime.timedelta(hours=-9))), id="other zone"
        ),
        pytest.param(None, id="present"),
    ],
)
@pytest.mark.parametrize("stamp", ["3 hours ago", "March 4, 2024", "2024-03-04T05:06:07Z", ""])
def test_any_now_will_do(now: datetime.datetime | None, stamp: str) -> None:
    page = PAGE.replace("<p>VELMORA", f'<p class="date">{stamp}</p><p>VELMORA')
    assert extract(page, now=now).title
    label(page, now=now)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"", id="empty"),
        pytest.param(" \n ", id="blank"),
        pytest.param("<html><body></body></html>", id="empty page"),
        pytest.param("<!-- x -->", id="comment"),
        pytest.param("<ul><li><a href=a>Home</a><li><a href=b>Sport</a></ul>", id="links only"),
        pytest.param("<frameset><frame src=a></frameset>", id="frameset"),
    ],
)
def test_a_page_without_a_story_says_so(source: Any) -> None:
    article = extract(source)
    assert article.body == ()
    assert article.problems
    assert article.confidence < 0.5


BINARY = [
    pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 9, id="png"),
    pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>stream\n" * 9, id="pdf"),
    pytest.param(b"\x1f\x8b\x08\x00" + bytes(range(255, -1, -1)) * 9, id="gzip"),
    pytest.param(b"PK\x03\x04" + b"\x00\xff" * 999, id="zip"),
    pytest.param(b"\x00" * 5000, id="zeros"),
    pytest.param(b"\xff" * 5000, id="ones"),
    pytest.param(b"\xff\xfe" + b"\x00\xd8" * 500, id="utf-16 surrogates"),
]


@pytest.mark.parametrize("data", BINARY)
@pytest.mark.parametrize("kind", ["auto", "html", "text"])
def test_binary_data_raises_nothing(data: bytes, kind: str) -> None:
    article = extract(data, kind=kind, now=NOW)
    assert Article.from_dict(article.to_dict()) == article
    assert article.problems


@pytest.mark.parametrize("cut", range(0, len(PAGE), 97))
def test_truncated_pages_raise_nothing(cut: int) -> None:
    extract(PAGE[:cut], now=NOW)
    extract(PAGE.encode()[:cut], now=NOW)


_TAGS = """
    p div article h1 h2 ul li table tr td blockquote pre figure figcaption img a b time span button
    script style noscript form input select option label svg iframe nav footer aside header main
    section br hr meta title link base body html head template center font
"""
TAGS = _TAGS.split()
_ATTRIBUTES = """
    class=byline class=date class=dateline class=caption itemprop=author itemprop=datePublished
    itemscope itemtype=NewsArticle rel=author href=/authors/x href=http://[bad datetime=x
    content=9999-99-99 property=article:published_time name=author style=display:none hidden
    src=a.jpg srcset=,, width=9999999999 lang=xx id=comments type=application/ld+json
"""
ATTRIBUTES = _ATTRIBUTES.split()
_TEXTS = """
    By Ana Petrov; VELMORA (AP) — The river rose.; “We ran,” he said.; Share; 3 hours ago; © 2024;
    {"@type":"NewsArticle","author":[[{}]]}; {"@graph":{"@id":1}}; 31 February 2024; "; „; «; ]]>;
    99:99; 00/00/0000; ١٢ مارس ٢٠٢٤; 2024年13月45日; \ud7ff\U0001f309; —; (; <
"""
TEXTS = _TEXTS.split(";")
soup = st.lists(
    st.one_of(
        st.builds(
            lambda tag, attributes: f"<{tag} {' '.join(attributes)}>",
            st.sampled_from(TAGS),
            st.lists(st.sampled_from(ATTRIBUTES), max_size=3),
        ),
        st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
        st.sampled_from(TEXTS).map(str.strip),
        st.text(max_size=12),
    ),
    max_size=40,
).map(" ".join)
loose = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def sound(article: Article) -> None:
    assert 0 <= article.confidence <= 1
    assert Article.from_dict(article.to_dict()) == article
    for quote in article.quotes:
        assert article.text[slice(*quote.span)] == quote.text
        assert 0 <= quote.element < len(article.body)


@given(soup)
@loose
def test_tag_soup_raises_nothing(source: str) -> None:
    sound(extract(source, now=NOW, url="https://news.example/2024/03/04/x"))


@given(st.lists(st.sampled_from(TEXTS).map(str.strip) | st.text(max_size=30), max_size=20))
@loose
def test_random_text_raises_nothing(lines: list[str]) -> None:
    source = "\n".join(lines)
    sound(extract(source, now=NOW, kind="text"))
    sound(extract(source, now=NOW))


@given(st.binary(max_size=300), st.none() | st.text(max_size=12))
@loose
def test_random_bytes_raise_nothing(data: bytes, encoding: str | None) -> None:
    sound(extract(data, encoding=encoding, now=NOW))


@pytest.mark.parametrize(
    "url", ["", "x", "http://[", "//", "https://é.example/2024/99/99/", "\x00"]
)
def test_odd_addresses_raise_nothing(url: str) -> None:
    extract(PAGE + "<img src=/a.jpg><a rel=author href=b>x</a>", url=url, now=NOW)


@pytest.mark.parametrize("language", ["", "xx", "EN", "en-US", "english", "\x00", "../en"])
def test_odd_languages_raise_nothing(language: str) -> None:
    extract(PAGE, language=language, now=NOW)


def test_labels_have_a_role_and_a_reason() -> None:
    blocks = label(PAGE)
    assert [b.role for b in blocks].count(Role.BODY) == 3
    assert all(block.reason and block.text for block in blocks)


def test_the_package_has_the_functions() -> None:
    assert newsclean.extract is extract
    assert newsclean.label is label


PARAGRAPH = f"<p>{' '.join(FLAT.split()[9:35])}</p>"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(PARAGRAPH * 3000, id="paragraphs"),
        pytest.param("<div>" * 200 + PARAGRAPH * 3000, id="deep paragraphs"),
        pytest.param(PARAGRAPH * 5 + "<li><a href=/x>Ferry</a></li>" * 10_000, id="links"),
        pytest.param(f"<p>{'The river rose. “We ran,” said Ana. ' * 10_000}</p>", id="long"),
        pytest.param(PARAGRAPH + f"<p>{'“' * 50_000}</p>", id="open quotation marks"),
        pytest.param("<p class=byline>By Ana Petrov</p>" * 5000 + PARAGRAPH * 5, id="bylines"),
        pytest.param("<p>March 4, 2024 at 5:06</p>" * 5000 + PARAGRAPH * 5, id="dates"),
        pytest.param("<figure><img src=/a.jpg></figure>" * 5000 + PARAGRAPH * 5, id="pictures"),
    ],
)
def test_extraction_is_linear(source: str) -> None:
    began = time.perf_counter()
    extract(source, now=NOW)
    # An idle machine needs about a second for the slowest; quadratic work, minutes.
    assert time.perf_counter() - began < 12
