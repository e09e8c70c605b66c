"""The adapters: newsclean's on a hand-made Article, the peers' where they are installed."""

import datetime
from pathlib import Path

import pytest

from benchmarks.documents import Document, Truth
from benchmarks.output import OutputDateline
from benchmarks.own import from_article
from benchmarks.peers import PEERS, TOOLS, Tool
from newsclean.article import Article, Author, Dateline, Heading, Paragraph, Quote

TEXT = (
    "Harbour reopens\n\nBRACK — The pier is  safe.\n\nHow it went\n\n“We sail at noon,” Vell said."
)


def test_newsclean() -> None:
    body = (
        Paragraph("BRACK — The pier is safe."),
        Heading("How it went"),
        Paragraph("“We sail at noon,” Vell said."),
    )
    start = len(body[0].text) + 2 + len(body[1].text) + 2 + 1
    span = (start, start + len("We sail at noon,"))
    quote = Quote("We sail at noon,", "Mara Vell", "Vell", "said", 2, span)
    article = Article(
        title="Harbour reopens",
        deck="The deck",
        published=datetime.date(2024, 5, 1),
        dateline=Dateline("BRACK", "BRACK"),
        authors=(Author("Mara Vell"),),
        body=body,
        quotes=(quote,),
        confidence=0.9,
    )
    document = Document("one", "polnear", "paper", Path("none"), Truth(quotes=()), None, "text")
    output = from_article(document, TEXT, article)
    assert output.lines == ("The deck", *(element.text for element in body))
    assert (output.title, output.authors, output.deck) == (
        "Harbour reopens",
        ("Mara Vell",),
        "The deck",
    )
    assert output.dateline == OutputDateline("BRACK", "BRACK")
    assert output.quotes is not None
    (found,) = output.quotes
    assert TEXT[found.start : found.end] == found.text == "We sail at noon,"
    assert found.speakers == ("Mara Vell", "Vell")


SENTENCE = "The old ferry sailed from the pier at noon, and nobody on board had seen such a day. "
PAGE = f"""<html lang="en"><head><title>Ferry sails</title></head>
<body><nav><a href="/">Home</a></nav>
<article><h1>Ferry sails</h1>{f"<p>{SENTENCE * 3}</p>" * 5}</article></body></html>"""


@pytest.mark.parametrize(
    "tool", [pytest.param(tool, id=tool.name) for tool in PEERS if "html" in tool.kinds]
)
def test_peers_give_the_text(tool: Tool) -> None:
    if (reason := tool.missing()) is not None:
        pytest.skip(f"{tool.name} is not installed: {reason}")
    url = "https://gazette.example/ferry"
    document = Document("one", "aeb", "gazette.example", Path("none"), Truth(), url)
    output = tool.make()(document, PAGE.encode())
    assert "The old ferry sailed from the pier" in (output.text or "")
    assert tool.version


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("all lines", "Menu\nThe old ferry sailed at noon.\n", id="all"),
        pytest.param("punctuated lines", "The old ferry sailed at noon.", id="punctuated"),
    ],
)
def test_baselines(name: str, expected: str) -> None:
    document = Document("one", "aeb", "host", Path("none"), Truth(), None, "text", "wet")
    output = TOOLS[name].make()(document, "Menu\nThe old ferry sailed at noon.\n")
    assert output.text == expected
