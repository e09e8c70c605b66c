"""RDFa."""

import lxml.html
import pytest

from newsclean.read.rdfa import read_rdfa


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>Eels</p>", [], id="none"),
        pytest.param('<p property="schema:headline">Eels</p>', [], id="no type around it"),
        pytest.param(
            '<div vocab="http://schema.org/" typeof="NewsArticle"><h1 property="headline">'
            "Eels  return</h1></div>",
            [("headline", "Eels return", "NewsArticle")],
            id="vocab",
        ),
        pytest.param(
            '<div typeof="schema:NewsArticle"><i property="schema:datePublished" '
            'content="2024-05-03">May</i></div>',
            [("datepublished", "2024-05-03", "NewsArticle")],
            id="prefix, content",
        ),
        pytest.param(
            '<div typeof="NewsArticle"><b property="author" typeof="Person">'
            '<i property="name">Ann Lee</i></b></div>',
            [("author", "Ann Lee", "NewsArticle"), ("name", "Ann Lee", "Person NewsArticle")],
            id="nested",
        ),
        pytest.param(
            '<div typeof="sioc:Item foaf:Document"><i property="dc:date dc:created" '
            'content="2024-05-03T10:00:00+02:00">May</i></div>',
            [("datecreated", "2024-05-03T10:00:00+02:00", "Document")],
            id="Dublin Core",
        ),
        pytest.param(
            '<div typeof="Person"><i property="foaf:name">Troll Oak</i></div>', [], id="a user"
        ),
        pytest.param(
            '<div typeof="NewsArticle"><p property="description">' + "x" * 400 + "</p></div>",
            [],
            id="a container",
        ),
    ],
)
def test_rdfa(markup: str, expected: list[tuple[str, str, str]]) -> None:
    root = lxml.html.document_fromstring(markup)
    claims = read_rdfa(root)
    assert [(c.name, c.value, c.scope) for c in claims] == expected
    assert {c.source for c in claims} <= {"rdfa"}
