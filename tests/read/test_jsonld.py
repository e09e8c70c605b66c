"""JSON-LD, clean and mangled."""

import pytest

from newsclean.page import Claim
from newsclean.read.head import clean
from newsclean.read.jsonld import JsonLd


def claims_of(*scripts: str) -> list[Claim]:
    return JsonLd(list(scripts), clean).claims()


def value(claims: list[Claim], name: str) -> list[str]:
    return [claim.value for claim in claims if claim.name == name]


GOOD = '{"@type": "NewsArticle", "headline": "Eels return", "datePublished": "2024-01-02"}'


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(GOOD, id="plain"),
        pytest.param(f"<!-- {GOOD} -->", id="comment"),
        pytest.param(f"//<![CDATA[\n{GOOD}\n//]]>", id="CDATA"),
        pytest.param(f"/*<![CDATA[*/{GOOD}/*]]>*/", id="CDATA in comments"),
        pytest.param(f"{GOOD};", id="semicolon"),
        pytest.param(f"[{GOOD}]", id="list"),
        pytest.param(f'{{"@graph": [{GOOD}]}}', id="graph"),
        pytest.param(f'{{"@type": "WebPage", "mainEntity": {GOOD}}}', id="main entity"),
        pytest.param(f'{{"@type": "WebSite"}}\n{GOOD}', id="two objects"),
        pytest.param(f'{{"@type": "WebSite"}},{GOOD}', id="two objects with comma"),
        pytest.param(GOOD.replace("}", ",}"), id="trailing comma"),
        pytest.param("// the story\n" + GOOD.replace("}", ",}"), id="line comment"),
        pytest.param(GOOD.replace("Eels", "Eels\t"), id="tab in a string"),
        pytest.param(GOOD.replace("Eels", "Eels\x01\n"), id="control characters"),
        pytest.param(GOOD.replace('"', "&quot;"), id="entities"),
        pytest.param(GOOD.replace("{", '{"a": "x" "b": 1, '), id="broken"),
        pytest.param(GOOD[:-1], id="cut off"),
        pytest.param(GOOD.replace("NewsArticle", "https://schema.org/NewsArticle"), id="type URL"),
        pytest.param(GOOD + "}", id="one brace too many"),
    ],
)
def test_mess(script: str) -> None:
    claims = claims_of(script)
    assert [" ".join(v.split()) for v in value(claims, "headline")] == ["Eels return"] or [
        v.replace("\x01", "") for v in value(claims, "headline")
    ] == ["Eels return"]
    assert value(claims, "datepublished") == ["2024-01-02"]
    assert {c.scope for c in claims if c.name == "headline"} == {"NewsArticle"}


@pytest.mark.parametrize("script", ["", "null", "3", '"text"', "[]", "not json", "{", "[[[["])
def test_nothing(script: str) -> None:
    assert claims_of(script) == []


def test_deep_nesting_is_no_error() -> None:
    assert claims_of("[" * 5000 + "]" * 5000) == []


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        pytest.param('"Ann Lee"', ["Ann Lee"], id="string"),
        pytest.param('{"@type": "Person", "name": "Ann Lee"}', ["Ann Lee"], id="object"),
        pytest.param('[{"name": "Ann Lee"}, {"name": "Bo Ek"}]', ["Ann Lee", "Bo Ek"], id="list"),
        pytest.param(
            '{"@type": "Person", "name": ["Ann Lee", "Bo Ek"]}', ["Ann Lee", "Bo Ek"], id="names"
        ),
        pytest.param('{"@id": "#ann"}', ["Ann Lee"], id="reference"),
        pytest.param('[{"@id": "#ann"}]', ["Ann Lee"], id="references"),
        pytest.param('"#ann"', ["Ann Lee"], id="reference as string"),
        pytest.param('{"name": "Ren&eacute; Lee"}', ["René Lee"], id="entity"),
        pytest.param("null", [], id="null"),
        pytest.param("[]", [], id="empty"),
        pytest.param('{"@id": "#nobody"}', [], id="dangling reference"),
    ],
)
def test_author(author: str, expected: list[str]) -> None:
    person = '{"@type": "Person", "@id": "#ann", "name": "Ann Lee"}'
    claims = claims_of(f'{{"@type": "Article", "author": {author}}}', person)
    assert value(claims, "author") == expected


def test_detail_of_an_author() -> None:
    (claim,) = claims_of(
        '{"@type": "Article", "author": {"@type": "Person", "name": "Ann Lee",'
        ' "url": "https://a.example/ann", "jobTitle": "Reporter"}}'
    )
    assert claim.detail == (
        ("@type", "Person"),
        ("url", "https://a.example/ann"),
        ("jobtitle", "Reporter"),
    )


def test_keywords_breadcrumbs_body() -> None:
    claims = claims_of(
        '{"@type": "NewsArticle", "keywords": "eels, rivers",'
        ' "articleBody": "One.\\n\\nTwo &amp; three."}',
        '{"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1,'
        ' "item": {"@id": "https://a.example/", "name": "Home"}}, {"name": "Rivers"}]}',
    )
    assert value(claims, "keywords") == ["eels", "rivers"]
    assert value(claims, "breadcrumb") == ["Home", "Rivers"]
    assert value(claims, "articlebody") == ["One.\nTwo & three."]


def test_other_stories_are_passed_over() -> None:
    claims = claims_of(
        '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other"}]}'
    )
    assert claims == []


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        pytest.param('"image": "eel.jpg"', "image", ["eel.jpg"], id="address"),
        pytest.param('"image": {"url": "eel.jpg"}', "image", ["eel.jpg"], id="object"),
        pytest.param('"image": [{"contentUrl": "a.jpg"}, "b.jpg"]', "image", ["a.jpg"], id="list"),
        pytest.param('"image": 3', "image", [], id="number"),
        pytest.param('"isAccessibleForFree": false', "isaccessibleforfree", ["False"], id="free"),
        pytest.param(
            '"hasPart": [{"isAccessibleForFree": false}]',
            "haspart.isaccessibleforfree",
            ["False"],
            id="part",
        ),
        pytest.param('"hasPart": "text"', "haspart.isaccessibleforfree", [], id="odd part"),
    ],
)
def test_pictures_and_access(body: str, name: str, expected: list[str]) -> None:
    assert value(claims_of(f'{{"@type": "NewsArticle", {body}}}'), name) == expected
