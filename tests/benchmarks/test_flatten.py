"""The three styles of flat text."""

from pathlib import Path

import pytest

from benchmarks.documents import Document, Truth
from benchmarks.flatten import decode, flatten
from training.folds import fold_of_document

PAGE = """<html><head><title>Tab</title></head><body>
<span>News</span><a href="/x">Ferry sails</a><div>By <b>Mara Vell</b></div>
<p>The <a href="/y">ferry</a> sailed<br>at noon.</p><p>It&nbsp;returned.</p>
<script>x = 1</script><!-- no --><noscript>off</noscript><style>p {}</style>
<ul><li>one</li><li>two</li></ul><template><p>hid</p></template> tail</body></html>"""


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        pytest.param(
            "inner",
            "NewsFerry sails\nBy Mara Vell\n\nThe ferry sailed\nat noon.\n\n"
            "It returned.\n\none\ntwo\n\ntail",
            id="inner",
        ),
        pytest.param(
            "wet",
            "News Ferry sails\nBy Mara Vell\nThe ferry sailed\nat noon.\nIt returned.\n"
            "one\ntwo\ntail",
            id="wet",
        ),
        pytest.param(
            "bs4",
            "News\nFerry sails\nBy\nMara Vell\nThe\nferry\nsailed\nat noon.\n"
            "It\xa0returned.\none\ntwo\ntail",
            id="bs4",
        ),
    ],
)
def test_styles(style: str, expected: str) -> None:
    assert flatten(PAGE, style) == expected


def test_an_unknown_style_is_an_error() -> None:
    with pytest.raises(ValueError, match="no style 'flat'"):
        flatten(PAGE, "flat")


@pytest.mark.parametrize("page", [pytest.param("", id="empty"), pytest.param("<!-- -->", id="no")])
def test_nothing_to_flatten(page: str) -> None:
    assert flatten(page, "inner") == ""


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("<p>Möwe</p>".encode(), "<p>Möwe</p>", id="utf-8"),
        pytest.param(
            '<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2"),
            '<meta charset="iso-8859-2"><p>Łódź</p>',
            id="declared",
        ),
        pytest.param("<p>Möwe –</p>".encode("cp1252"), "<p>Möwe –</p>", id="undeclared"),
    ],
)
def test_decode(data: bytes, expected: str) -> None:
    assert decode(data) == expected


def test_a_flattened_page_stays_in_the_fold_of_its_page() -> None:
    page = Document("one", "fundus", "GazetteClass", Path("none"), Truth(), "https://gz.example/a")
    assert all(fold_of_document(flat) == fold_of_document(page) for flat in page.flat())
    assert all(flat.url is None for flat in page.flat())
