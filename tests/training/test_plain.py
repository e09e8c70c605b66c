"""A page in old dress: the same texts, no names, tables for sections."""

import pytest

from newsclean.page import Kind
from newsclean.read.html import read_html
from training.plain import plainly

PAGE = """<html><body><main class=story><article id=a><h1>Ferry sails again</h1>
<div class=text><p>The ferry sailed on Friday.</p><p>Its pump had failed.</p></div>
<figure><img src=x.jpg><figcaption>The ferry</figcaption></figure></article></main>
<ul class=menu><li><a href=/>Home</a></li></ul></body></html>"""


@pytest.mark.parametrize("breaks", [True, False])
def test_dress(breaks: bool) -> None:
    page = read_html(PAGE)
    old = plainly(page, breaks=breaks)
    assert [block.text for block in old.blocks] == [block.text for block in page.blocks]
    assert not any(node.ident for node in old.nodes)
    assert not {node.tag for node in old.nodes} & {"main", "article", "div", "figure", "body"}
    assert [node.parent for node in old.nodes] == [node.parent for node in page.nodes]
    kinds = {block.text: block.kind for block in old.blocks}
    assert kinds["Home"] is Kind.ITEM
    assert kinds["Ferry sails again"] is Kind.HEADING
    assert kinds["The ferry"] is not Kind.CAPTION
    assert (kinds["Its pump had failed."] is Kind.PARAGRAPH) is not breaks


def test_paragraphs_by_breaks_share_their_element() -> None:
    blocks = plainly(read_html(PAGE), breaks=True).blocks
    told = [block.node for block in blocks if block.text.endswith(".")]
    assert len(told) == 2
    assert len(set(told)) == 1
