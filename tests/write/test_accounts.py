"""Fields with their evidence and the candidates that lost."""

import datetime

from newsclean import Article, Author, Dateline, Evidence, Image
from newsclean.fields.offers import Offer
from newsclean.write.accounts import FIELDS, account

ARTICLE = Article(
    title="Eels return",
    published=datetime.date(2024, 5, 3),
    paywalled=True,
    tags=("eels", "rivers"),
    dateline=Dateline("VELMORA (AP)"),
    authors=(Author("Ann Lee", "Reporter"), Author("Bo Ek")),
    lead_image=Image("https://news.example/eel.jpg"),
    evidence={"title": (Evidence("heading", "text", "Eels return", 4, (0, 11)),)},
)
OFFERS = {
    "title": (
        Offer("Eels return", Evidence("level 1", "text", "Eels return", 4)),
        Offer("Eels return", Evidence("og:title", "opengraph", "Eels return | Courier")),
        Offer("Eel migration", Evidence("headline", "json-ld", "Eel migration")),
        Offer("Eel migration", Evidence("headline", "json-ld", "Eel migration")),
    )
}


def test_a_field_with_all_it_could_have_been() -> None:
    lines = account(ARTICLE, OFFERS).splitlines()
    assert lines[:4] == [
        "title: Eels return",
        "  = heading [text 4]: Eels return",
        "  - og:title [opengraph]: Eels return (the same)",
        "  - headline [json-ld]: Eel migration",
    ]


def test_every_field_is_there() -> None:
    lines = account(ARTICLE, {}).splitlines()
    assert [line.partition(":")[0] for line in lines if not line.startswith(" ")] == list(FIELDS)
    assert "published: 2024-05-03" in lines
    assert "paywalled: yes" in lines
    assert "tags: eels; rivers" in lines
    assert "dateline: VELMORA (AP)" in lines
    assert "authors: Ann Lee (Reporter); Bo Ek" in lines
    assert "deck: –" in lines


def test_lines_are_cut() -> None:
    assert all(len(line) <= 20 for line in account(ARTICLE, OFFERS, 20).splitlines())
