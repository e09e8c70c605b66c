"""HTML to a Page: markup that is deep, unclosed, huge or none at all."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.page import Kind, Page
from newsclean.read.html import read_html


@pytest.mark.parametrize("depth", [250, 1000, 3000, 100_000])
@pytest.mark.parametrize(
    "tag", ["div", "b", "ul", "blockquote", "span", "table", "font", "section"]
)
def test_text_survives_deep_nesting(tag: str, depth: int) -> None:
    page = read_html(
        f"<p>Before.</p>{f'<{tag}>' * depth}<p>Inside.</p>{f'</{tag}>' * depth}After."
    )
    together = " ".join(block.text for block in page.blocks)
    assert together.split() == ["Before.", "Inside.", "After."]


@pytest.mark.parametrize("tag", ["script", "style"])
def test_scripts_of_a_deeply_nested_page_are_no_text(tag: str) -> None:
    page = read_html(f"{'<div>' * 100_000}<{tag}>var secret = 1;</{tag}><p>One.</p>")
    assert [block.text for block in page.blocks] == ["One."]
    assert page.problems


@pytest.mark.parametrize("tag", ["script", "style"])
def test_scripts_below_the_deepest_structure_are_no_text(tag: str) -> None:
    page = read_html(f"{'<div>' * 1000}a<{tag}>secret</{tag}>b<!-- c --> d{'</div>' * 1000}")
    assert " ".join(block.text for block in page.blocks).split() == ["a", "b", "d"]


@pytest.mark.parametrize("tag", ["p", "b", "i", "a href=x", "font", "li", "td", "h2", "div", "em"])
def test_thousands_of_unclosed_tags_lose_no_text(tag: str) -> None:
    page = read_html("".join(f"<{tag}>w{n} " for n in range(5000)))
    words = " ".join(block.text for block in page.blocks).split()
    assert words == [f"w{n}" for n in range(5000)]


HUGE = [
    pytest.param("<br>" * 500_000, id="br"),
    pytest.param("a<br>" * 250_000, id="text and br"),
    pytest.param("<b>" * 700_000, id="unclosed b"),
    pytest.param("<b>x" * 500_000, id="unclosed b with text"),
    pytest.param("<ul>" * 500_000, id="nested ul"),
    pytest.param("<ul><li>" * 250_000, id="nested items"),
    pytest.param("<p>x" * 250_000, id="unclosed p"),
    pytest.param("<p>" + "word " * 400_000 + "</p>", id="one paragraph"),
    pytest.param("<p" + " a=b" * 500_000 + ">x</p>", id="attributes"),
    pytest.param(f'<p class="{"x " * 1_000_000}">x</p>', id="huge attribute"),
    pytest.param("<!--" * 500_000, id="open comments"),
    pytest.param("<" * 2_000_000, id="angles"),
    pytest.param("&" * 2_000_000, id="ampersands"),
    pytest.param("<div><i>" * 900 + "x" * 1_000_000, id="deep, then long"),
    pytest.param("<time>x" * 250_000, id="unclosed time"),
    pytest.param("<span class=author>x" * 100_000, id="unclosed author"),
    pytest.param("<div itemprop=name itemscope itemtype=T>" * 50_000, id="nested microdata"),
    pytest.param("\u200b" * 600_000, id="zero-width"),
    pytest.param("<table><tr><td>" * 130_000, id="nested tables"),
]


@pytest.mark.parametrize("source", HUGE)
def test_megabytes_of_anything_are_read_in_linear_time(source: str) -> None:
    began = time.perf_counter()
    read_html(source)
    # An idle machine needs less than two seconds for the slowest; quadratic work, minutes.
    assert time.perf_counter() - began < 15


SOUP = """
    <p> </p> <div> </div> <b> </b> <br> <ul> <li> </ul> <h2> </h2> <a/href='x'> </a> <table>
    <td> <!--x--> </table> <button> <blockquote> <pre> </pre> <span> <svg> &amp; w1 w2. é 橋
    <script> </script> <noscript> </noscript> <img/src=a> <form> <input/value=v/type=submit> <
"""
PIECES = st.sampled_from(SOUP.split())


@given(st.lists(PIECES, max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_soup_gives_a_sound_page(source: str) -> None:
    page = read_html(source)
    check(page)
    assert read_html(source) == page


def check(page: Page) -> None:
    for block in page.blocks:
        assert block.text
        assert block.text.strip() == block.text or block.kind is Kind.PRE
        assert "\x00" not in block.text
        assert 0 <= (block.link_chars or 0) <= len(block.text)
        assert 0 <= (block.strong_chars or 0) <= len(block.text)
        assert block.gap is None
        if block.kind is not Kind.PRE:
            assert "  " not in block.text
            assert "\n\n" not in block.text
    for i, node in enumerate(page.nodes):
        assert -1 <= node.parent < i
    for picture in page.pictures:
        assert 0 <= picture.block <= len(page.blocks)
