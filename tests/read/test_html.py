"""HTML to a Page."""

import pytest
from lxml import etree
from lxml import html as lxml_html

from newsclean.page import Block, Kind
from newsclean.read.html import read_html


def texts(source: str) -> list[str]:
    return [block.text for block in read_html(source).blocks]


def only(source: str) -> Block:
    (block,) = read_html(source).blocks
    return block


@pytest.mark.parametrize(
    ("markup", "kind", "level"),
    [
        pytest.param("<p>Words.</p>", Kind.PARAGRAPH, 0, id="p"),
        pytest.param("<h1>Words.</h1>", Kind.HEADING, 1, id="h1"),
        pytest.param("<h6>Words.</h6>", Kind.HEADING, 6, id="h6"),
        pytest.param("<h2><span><b>Words.</b></span></h2>", Kind.HEADING, 2, id="h2 with spans"),
        pytest.param("<h3><div>Words.</div></h3>", Kind.HEADING, 3, id="div in h3"),
        pytest.param("<ul><li>Words.</li></ul>", Kind.ITEM, 1, id="item"),
        pytest.param("<ul><li><p>Words.</p></li></ul>", Kind.ITEM, 1, id="p in item"),
        pytest.param("<ul><li><ol><li>Words.</li></ol></li></ul>", Kind.ITEM, 2, id="nested item"),
        pytest.param("<dl><dt>Words.</dt></dl>", Kind.ITEM, 1, id="dt"),
        pytest.param("<dl><dd>Words.</dd></dl>", Kind.ITEM, 1, id="dd"),
        pytest.param("<li>Words.</li>", Kind.ITEM, 0, id="item without a list"),
        pytest.param("<blockquote>Words.</blockquote>", Kind.QUOTE, 0, id="block quote"),
        pytest.param("<blockquote><p>Words.</p></blockquote>", Kind.QUOTE, 0, id="p in quote"),
        pytest.param(
            "<blockquote><ul><li>Words.</li></ul></blockquote>", Kind.ITEM, 1, id="list in quote"
        ),
        pytest.param(
            "<figure><figcaption>Words.</figcaption></figure>", Kind.CAPTION, 0, id="figcaption"
        ),
        pytest.param(
            "<figure><figcaption><p>Words.</p></figcaption></figure>",
            Kind.CAPTION,
            0,
            id="p in figcaption",
        ),
        pytest.param(
            "<table><caption>Words.</caption></table>", Kind.CAPTION, 0, id="table caption"
        ),
        pytest.param("<table><tr><td>Words.</td></tr></table>", Kind.CELL, 0, id="td"),
        pytest.param("<table><tr><th>Words.</th></tr></table>", Kind.CELL, 0, id="th"),
        pytest.param(
            "<table><tr><td><p>Words.</p></td></tr></table>", Kind.PARAGRAPH, 0, id="td p"
        ),
        pytest.param("<pre>Words.</pre>", Kind.PRE, 0, id="pre"),
        pytest.param("<pre><code>Words.</code></pre>", Kind.PRE, 0, id="code in pre"),
        pytest.param("<button>Words.</button>", Kind.BUTTON, 0, id="button"),
        pytest.param("<label>Words.</label>", Kind.BUTTON, 0, id="label"),
        pytest.param("<select><option>Words.</option></select>", Kind.BUTTON, 0, id="option"),
        pytest.param('<input type="submit" value="Words.">', Kind.BUTTON, 0, id="submit"),
        pytest.param("<div>Words.</div>", Kind.TEXT, 0, id="div"),
        pytest.param("<section>Words.</section>", Kind.TEXT, 0, id="section"),
        pytest.param("Words.", Kind.TEXT, 0, id="text of the body"),
        pytest.param("<center>Words.</center>", Kind.TEXT, 0, id="center"),
        pytest.param("<my-story>Words.</my-story>", Kind.TEXT, 0, id="custom element"),
        pytest.param("<P>Words.</P>", Kind.PARAGRAPH, 0, id="upper case"),
    ],
)
def test_kind_and_level(markup: str, kind: Kind, level: int) -> None:
    block = only(f"<html><body>{markup}</body></html>")
    assert (block.text, block.kind, block.level) == ("Words.", kind, level)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>Mayor <b>Ana</b> said.</p>", ["Mayor Ana said."], id="bold"),
        pytest.param("<p><b>A</b>na <i>L</i>opez</p>", ["Ana Lopez"], id="parts of words"),
        pytest.param("<p>A <a href=x>link</a>, here.</p>", ["A link, here."], id="link"),
        pytest.param("<p>H<sub>2</sub>O</p>", ["H2O"], id="subscript"),
        pytest.param("<p>one\n   two\t three</p>", ["one two three"], id="white space"),
        pytest.param("<p>one&nbsp;&nbsp;two</p>", ["one two"], id="no-break spaces"),
        pytest.param("<p>R&eacute;mi &amp; Zo&#235;</p>", ["Rémi & Zoë"], id="entities"),
        pytest.param("<p>One<br>two</p>", ["One\ntwo"], id="br"),
        pytest.param("<p>One<br/>two<br />three</p>", ["One\ntwo\nthree"], id="several br"),
        pytest.param("<p>One<br><br>two</p>", ["One", "two"], id="br br"),
        pytest.param("<p>One<br> \n <br>&nbsp;two</p>", ["One", "two"], id="br space br"),
        pytest.param("<p>One<br>\u200b<br>two</p>", ["One", "two"], id="br zero-width br"),
        pytest.param("<p>One<br><br><br><br>two</p>", ["One", "two"], id="many br"),
        pytest.param("<p><br>One<br></p>", ["One"], id="br at the ends"),
        pytest.param("<p><b>One<br><br>two</b> three</p>", ["One", "two three"], id="br in bold"),
        pytest.param("<div>One<p>Two</p>three</div>", ["One", "Two", "three"], id="mixed content"),
        pytest.param("<p>One<div>two</div>", ["One", "two"], id="unclosed p"),
        pytest.param("<p>One<p>two<p>three", ["One", "two", "three"], id="only start tags"),
        pytest.param("<ul><li>One<li>two</ul>", ["One", "two"], id="unclosed items"),
        pytest.param(
            "<ul><li>One<ul><li>two</li></ul>three</li></ul>",
            ["One", "two", "three"],
            id="nested lists",
        ),
        pytest.param("<table><tr><td>a</td><td>b</td></tr></table>", ["a", "b"], id="cells"),
        pytest.param("<p>One<!-- not this -->two</p>", ["Onetwo"], id="comment"),
        pytest.param("<p>One <?php echo 1 ?>two</p>", ["One two"], id="processing instruction"),
        pytest.param("<script>no()</script><style>p{}</style><p>One</p>", ["One"], id="script"),
        pytest.param("<p>One<script>no()</script> two</p>", ["One two"], id="script inside"),
        pytest.param("<p>a<wbr>b</p>", ["ab"], id="wbr"),
        pytest.param("<p>a\u00adb c\ufeffd e\u200bf</p>", ["ab cd ef"], id="invisible"),
        pytest.param("<p>a \u200b \u200b \u200b b</p>", ["a b"], id="invisible among spaces"),
        pytest.param("<p>\u200b\u00ad</p><p>One</p>", ["One"], id="only invisible"),
        pytest.param("<p>نمی‌خواهم</p>", ["نمی‌خواهم"], id="persian keeps its non-joiner"),
        pytest.param(
            "<p dir=rtl>قال <b>الوزير</b> إن الجسر مفتوح.</p>",
            ["قال الوزير إن الجسر مفتوح."],
            id="arabic",
        ),
        pytest.param(
            "<p>橋は<b>月曜日</b>に再開した。</p>", ["橋は月曜日に再開した。"], id="japanese"
        ),
        pytest.param(
            "<p><ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby>が</p>", ["橋(はし)が"], id="ruby"
        ),
        pytest.param("<p>One</p></div></div><p>two</p>", ["One", "two"], id="stray end tags"),
        pytest.param("<p>a\x00b</p><p>c</p>", ["ab", "c"], id="nul bytes"),
        pytest.param("<p>Tom's <i>&lt;b&gt;</i></p>", ["Tom's <b>"], id="escaped tags"),
        pytest.param("<pre>\n  a\n    b\n\n</pre>", ["  a\n    b"], id="pre"),
        pytest.param("<pre><b>a</b>\n<i>b</i></pre>", ["a\nb"], id="lines between tags in pre"),
        pytest.param("<p>a 🌉 b</p>", ["a 🌉 b"], id="astral"),
        pytest.param(
            "<details><summary>More</summary><p>One</p></details>", ["More", "One"], id="details"
        ),
        pytest.param("<input type=text value=typed><p>One</p>", ["One"], id="text field"),
        pytest.param("<head><title>T</title></head><p>One</p>", ["One"], id="title is no block"),
    ],
)
def test_text(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


def test_depth_of_lists() -> None:
    page = read_html("<ul><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ul>")
    assert [(b.text, b.level) for b in page.blocks] == [("a", 1), ("b", 2), ("c", 3), ("d", 1)]


@pytest.mark.parametrize(
    ("markup", "link", "strong"),
    [
        pytest.param("<p>12345</p>", 0, 0, id="plain"),
        pytest.param("<p><a href=x>12345</a></p>", 5, 0, id="link"),
        pytest.param("<p>123<a href=x>45</a></p>", 2, 0, id="part link"),
        pytest.param("<p><strong>12345</strong></p>", 0, 5, id="strong"),
        pytest.param("<p><b>12</b>345</p>", 0, 2, id="part bold"),
        pytest.param("<p><a href=x><b>12345</b></a></p>", 5, 5, id="both"),
        pytest.param("<p><a href=x>  1  2345\n\n </a></p>", 6, 0, id="white space is not counted"),
        pytest.param("<p><i>12345</i></p>", 0, 0, id="italics"),
    ],
)
def test_characters_in_links_and_bold(markup: str, link: int, strong: int) -> None:
    block = only(markup)
    assert (block.link_chars, block.strong_chars) == (link, strong)


def test_a_link_around_blocks_counts_in_each() -> None:
    page = read_html("<a href=x><div>One</div><div>two</div></a><p>three</p>")
    assert [block.link_chars for block in page.blocks] == [3, 3, 0]


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        pytest.param("<p>One</p>", False, id="shown"),
        pytest.param("<p hidden>One</p>", True, id="hidden"),
        pytest.param('<p style="display:none">One</p>', True, id="display none"),
        pytest.param('<p style="color:red; DISPLAY : NONE;">One</p>', True, id="upper case"),
        pytest.param('<p style="visibility: hidden">One</p>', True, id="visibility"),
        pytest.param('<div hidden="hidden"><p>One</p></div>', True, id="hidden parent"),
        pytest.param("<noscript><p>One</p></noscript>", True, id="noscript"),
        pytest.param("<video>One</video>", True, id="fallback of a video"),
        pytest.param('<p style="display:block">One</p>', False, id="display block"),
        pytest.param('<p class="hidden">One</p>', False, id="class says nothing"),
    ],
)
def test_hidden(markup: str, hidden: bool) -> None:
    assert only(f"<body>{markup}</body>").hidden is hidden


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p>One <span hidden>secret</span>two</p>", id="hidden"),
        pytest.param('<p>One <span style="display: none">secret</span>two</p>', id="display none"),
        pytest.param("<p>One <b hidden><i>secret</i></b>two</p>", id="nested"),
    ],
)
def test_hidden_inline_text_is_no_part_of_its_paragraph(markup: str) -> None:
    blocks = read_html(markup).blocks
    assert sorted((block.text, bool(block.hidden)) for block in blocks) == [
        ("One two", False),
        ("secret", True),
    ]


@pytest.mark.parametrize(
    ("markup", "others"),
    [
        pytest.param("<p>One <a href=/x><svg><use/></svg> two</a></p>", [], id="icon in a link"),
        pytest.param("<div>One <svg><text>x</text></svg> two</div>", ["x"], id="icon in a div"),
        pytest.param("<p>One <button>Info</button> two</p>", ["Info"], id="button"),
        pytest.param("<p>One <video>No video</video> two</p>", ["No video"], id="video"),
        pytest.param("<p>One <x-term>two</x-term></p>", [], id="element of the site's own"),
    ],
)
def test_what_stands_in_a_sentence_does_not_cut_it(markup: str, others: list[str]) -> None:
    texts = [block.text for block in read_html(markup).blocks]
    assert texts == [*others, "One two"]


def test_a_story_inside_a_button_left_open_keeps_its_kinds() -> None:
    page = read_html("<button>Menu<h1>Bridge reopens</h1><p>The bridge has reopened.</p>")
    assert [b.kind for b in page.blocks] == [Kind.BUTTON, Kind.HEADING, Kind.PARAGRAPH]


def test_nodes_form_a_tree_in_document_order() -> None:
    page = read_html(
        '<body><div class="Story-Body" id=main itemprop=articleBody role=main>'
        '<section data-component="textBlock"><p>One</p></section></div><aside>two</aside>'
    )
    assert all(node.parent < i for i, node in enumerate(page.nodes))
    assert all(b.node is None or 0 <= b.node < len(page.nodes) for b in page.blocks)
    one, two = page.blocks
    assert one.node is not None
    assert two.node is not None
    paragraph = page.nodes[one.node]
    section = page.nodes[paragraph.parent]
    story = page.nodes[section.parent]
    assert (paragraph.tag, section.tag, story.tag) == ("p", "section", "div")
    assert section.ident == "text-block"
    assert set(story.ident.split()) == {"story-body", "main", "article-body"}
    assert page.nodes[two.node].tag == "aside"


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        pytest.param('<html lang="de"><p>x', "de", id="lang"),
        pytest.param('<html lang="pt-BR"><p>x', "pt", id="region"),
        pytest.param('<html lang="EN_us"><p>x', "en", id="underscore"),
        pytest.param('<html xml:lang="fr"><p>x', "fr", id="xml:lang"),
        pytest.param('<html lang="nb-NO"><p>x', "no", id="bokmål"),
        pytest.param('<meta property="og:locale" content="es_ES"><p>x', "es", id="og:locale"),
        pytest.param("<html><p>x", None, id="none"),
        pytest.param('<html lang="???"><p>x', None, id="nonsense"),
    ],
)
def test_declared_language(markup: str, language: str | None) -> None:
    assert read_html(markup).language == language


def test_pictures_stand_before_the_block_that_follows_them() -> None:
    page = read_html(
        '<p>One</p><figure><img src="/b.jpg" alt=" A  bridge " width=640>'
        '<figcaption>The bridge.</figcaption></figure><img src="c.jpg"><p>Two</p>',
        url="https://news.example/2024/story.html",
    )
    first, second = page.pictures
    assert (first.url, first.alt, first.width) == ("https://news.example/b.jpg", "A bridge", 640)
    assert page.blocks[first.block].text == "The bridge."
    assert first.figure is not None
    assert page.nodes[first.figure].tag == "figure"
    assert second.url == "https://news.example/2024/c.jpg"
    assert page.blocks[second.block].text == "Two"
    assert second.figure is None


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("", id="empty"),
        pytest.param("   \n ", id="blank"),
        pytest.param("<!-- nothing -->", id="comment"),
        pytest.param("<!-- a --><!-- b -->", id="comments"),
        pytest.param("\x00\x00", id="nul"),
        pytest.param("<html></html>", id="html"),
        pytest.param("<html><head><title>T</title></head><body> </body></html>", id="head only"),
        pytest.param("<body><script>x()</script></body>", id="script only"),
        pytest.param("<!DOCTYPE html>", id="doctype"),
        pytest.param("<?xml version='1.0'?>", id="xml declaration"),
        pytest.param("<?php echo 1;", id="processing instruction"),
        pytest.param("<frameset><frame src=a><frame src=b></frameset>", id="frameset"),
        pytest.param("<", id="angle"),
        pytest.param("</p>", id="end tag"),
        pytest.param("<![CDATA[", id="cdata"),
    ],
)
def test_a_page_without_text_says_so(source: str) -> None:
    page = read_html(source)
    if not any(block.text for block in page.blocks):
        assert page.blocks == ()
        assert "no content" in page.problems


def test_a_page_with_text_has_no_problems() -> None:
    assert read_html("<p>One</p>").problems == ()


XHTML = (
    '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
    'xml:lang="en"><head><title>T</title><script>no()</script></head><body><h1>Bridge</h1>'
    "<p>One <b>two</b><br/>three</p><ul><li>four</li></ul></body></html>"
)
XHTML_BLOCKS = [
    ("Bridge", Kind.HEADING, 1),
    ("One two\nthree", Kind.PARAGRAPH, 0),
    ("four", Kind.ITEM, 1),
]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(XHTML, id="text"),
        pytest.param(lxml_html.document_fromstring(XHTML.encode()), id="read as html"),
        pytest.param(etree.fromstring(XHTML.encode()), id="read as xml"),
    ],
)
def test_xhtml(source: object) -> None:
    page = read_html(source)
    assert [(b.text, b.kind, b.level) for b in page.blocks] == XHTML_BLOCKS


def test_xhtml_read_as_xml_keeps_its_claims() -> None:
    page = read_html(etree.fromstring(XHTML.encode()))
    assert page.language == "en"
    assert [claim.value for claim in page.claims] == ["T"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("<div>a<p>b <b>c</b><br><br>d</p>e</div><!-- x --><img src=y>", id="page"),
        pytest.param(XHTML.split("?>", 1)[1], id="xhtml"),
        pytest.param(
            "<a rel=author href=/authors/x>Ana</a><time datetime=2024>x</time>", id="claims"
        ),
        pytest.param('<script type=\'application/ld+json\'>{"@type":"Article"}</script>', id="ld"),
    ],
)
def test_an_element_is_left_as_it_is(source: str) -> None:
    root = lxml_html.document_fromstring(source)
    before = etree.tostring(root)
    read_html(root, url="https://news.example/")
    assert etree.tostring(root) == before


def test_an_inner_element_is_read_without_what_stands_around_it() -> None:
    root = lxml_html.document_fromstring("<div>a<article><p>b</p></article>c</div>")
    (article,) = root.iter("article")
    assert [b.text for b in read_html(article).blocks] == ["b"]


@pytest.mark.parametrize("opening", ["main", "nav", "article", "header", "section"])
def test_a_page_may_leave_out_the_tags_of_head_and_body(opening: str) -> None:
    page = read_html(
        f"<!doctype html><html lang=en><title>River</title><meta name=author content='A. Petrov'>"
        f"<style>p {{ color: red }}</style><{opening}><p>One.</p></{opening}><p>Two.</p>"
    )
    assert [block.text for block in page.blocks] == ["One.", "Two."]
    assert {claim.value for claim in page.claims} == {"River", "A. Petrov"}


def test_what_stands_behind_the_end_of_the_page_is_read() -> None:
    page = read_html(
        "<html><head><title>River</title></head><body><p>One.</p></body></html>"
        "<div><p>Two.</p></div><html><head><meta name=author content='A. Petrov'></head>"
        "<body><p>Three.</p></body></html>Four."
    )
    assert [block.text for block in page.blocks] == ["One.", "Two.", "Three.", "Four."]
    assert "A. Petrov" in {claim.value for claim in page.claims}


def test_a_picture_behind_the_end_of_the_page() -> None:
    page = read_html("<html><body><p>One.</p></body></html><img src=/a.jpg width=600>Two.")
    assert [picture.url for picture in page.pictures] == ["/a.jpg"]


def test_an_empty_span_that_is_called_a_break_is_one() -> None:
    rule = "<span class='component br' data-n=1></span>"
    page = read_html(f"<div>One.{rule}{rule}Two<span class=brand></span> words.</div>")
    assert [block.text for block in page.blocks] == ["One.", "Two words."]
