"""Stories in the state of pages that show none."""

import json
from typing import Any

import pytest

from newsclean import extract
from newsclean.read.state import find_story

TITLE = "Lighthouse at Port Amber lit again after nine dark winters"
TEXTS = [
    "The lighthouse at Port Amber shone again on Friday night, nine winters after its lamp "
    "had failed in a storm.",
    "Volunteers carried the new lamp up 212 steps by hand, because the crane that they had "
    "hired could not stand on the rock.",
    "“My father kept this light for thirty years,” said Wanda Teague, who pressed the switch. "
    "“He would have complained about the colour.”",
    "The harbour office will pay for the current until the end of the year & then decide.",
]
MARKUP = "".join(f"<p>{text.replace('&', '&amp;')}</p>" for text in TEXTS)
PLAIN = "\n\n".join(TEXTS)
# What pages hold beside the story.
TEASERS = [
    {
        "title": f"Another story, number {n}",
        "url": f"/{n}",
        "body": "<p>" + "Quite another story that runs on for a good while, as they do. " * 20,
    }
    for n in range(4)
]


def shell(*scripts: str, body: str = '<div id="root"></div>') -> str:
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{TITLE} | Amber Post</title>"
        f'<meta property="og:title" content="{TITLE}"></head><body>{body}{"".join(scripts)}'
        "</body></html>"
    )


def script(text: str, attributes: str = "") -> str:
    return f"<script {attributes}>{text}</script>"


def packed(value: Any) -> str:
    """A value as scripts write it."""
    return json.dumps(value).replace("<", "\\u003c")


def typed(kind: str, inner: str, key: str = "children", leaf: str = "text") -> Any:
    return [
        {kind: "paragraph", key: [{"type": "text", leaf: text[:20]}, {leaf: text[20:]}]}
        for text in TEXTS
    ]


def react(tag: str, child: Any, **props: Any) -> list[Any]:
    return ["$", tag, None, {**props, "children": child}]


def pushed(*rows: str) -> str:
    """Rows of React's flight format, cut in the middle as servers do."""
    stream = "".join(rows)
    half = len(stream) // 2
    return "".join(
        script(f"self.__next_f.push([1,{packed(part)}])")
        for part in (stream[:half], stream[half:])
    )


NEXT = 'id="__NEXT_DATA__" type="application/json"'
STORY = {"id": 7, "headline": TITLE, "url": "/7"}
TREE = react(
    "main",
    [
        react("nav", [react("a", "Home", href="/"), react("a", "Sport", href="/sport")]),
        react("article", [react("h1", TITLE), react("$L1b", [react("p", t) for t in TEXTS])]),
    ],
)
NUXT3 = [
    ["ShallowReactive", 1],
    {"data": 2},
    ["ShallowReactive", 3],
    {"story": 4},
    {"headline": 5, "content": 6, "tags": 7},
    TITLE,
    MARKUP,
    [8],
    "lighthouses",
]
CASES = [
    pytest.param(
        script(
            json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleBody": PLAIN}),
            'type="application/ld+json"',
        ),
        "json-ld",
        id="articleBody",
    ),
    pytest.param(
        script(
            json.dumps(
                {
                    "@graph": [
                        {"@type": "WebSite", "name": "Amber Post"},
                        {"@type": "Article", "articleBody": MARKUP.replace("<", "&lt;")},
                    ]
                }
            ),
            'type="application/ld+json"',
        ),
        "json-ld",
        id="escaped articleBody in a graph",
    ),
    pytest.param(
        script(packed({"props": {"pageProps": {"story": {**STORY, "body": MARKUP}}}}), NEXT),
        "script",
        id="Next.js: markup",
    ),
    pytest.param(
        script(
            packed({"props": {"pageProps": {"more": TEASERS, "post": {**STORY, "body": MARKUP}}}}),
            NEXT,
        ),
        "script",
        id="Next.js: beside other stories",
    ),
    pytest.param(
        script(packed({"list": [*TEASERS, {**STORY, "title": TITLE, "body": MARKUP}]}), NEXT),
        "script",
        id="one of many, told by its headline",
    ),
    pytest.param(
        script(
            packed({"p": {**STORY, "content": {"type": "doc", "content": typed("type", "")}}}),
            NEXT,
        ),
        "script",
        id="ProseMirror",
    ),
    pytest.param(
        script(packed({"p": {**STORY, "body": typed("nodeType", "", "content", "value")}}), NEXT),
        "script",
        id="Contentful",
    ),
    pytest.param(
        script(
            packed(
                {
                    **STORY,
                    "body": [
                        {
                            "_type": "block",
                            "style": "normal",
                            "children": [{"_type": "span", "marks": [], "text": text}],
                        }
                        for text in TEXTS
                    ],
                }
            ),
            NEXT,
        ),
        "script",
        id="Portable Text",
    ),
    pytest.param(
        script(
            packed(
                {**STORY, "content": [{"children": [{"text": t, "bold": True}]} for t in TEXTS]}
            ),
            NEXT,
        ),
        "script",
        id="Slate without types",
    ),
    pytest.param(
        script(
            packed(
                {
                    **STORY,
                    "body": {
                        "blocks": [{"type": "paragraph", "data": {"text": t}} for t in TEXTS]
                    },
                }
            ),
            NEXT,
        ),
        "script",
        id="EditorJS",
    ),
    pytest.param(
        script(
            "window.Fusion=window.Fusion||{};Fusion.arcSite='post';Fusion.globalContent="
            + packed(
                {
                    "type": "story",
                    "headlines": {"basic": TITLE},
                    "canonical_url": "/7",
                    "content_elements": [
                        *({"type": "text", "content": text} for text in TEXTS[:2]),
                        {"type": "image", "caption": "The lamp room, seen from the old stairs."},
                        {"type": "interstitial_link", "content": "Nine dark winters", "url": "/x"},
                        *({"type": "text", "content": text} for text in TEXTS[2:]),
                    ],
                }
            )
            + ";Fusion.lastModified=1;"
        ),
        "script",
        id="Arc",
    ),
    pytest.param(
        script(
            "window.__INITIAL_STATE__="
            + packed({"user": "U", "article": {**STORY, "body": MARKUP}}).replace(
                '"U"', "undefined"
            )
            + ";(function(){var s;(s=document.currentScript).remove();}());"
        ),
        "script",
        id="assigned, with undefined in it",
    ),
    pytest.param(
        script(f"window.__STATE__ = JSON.parse({packed(packed({**STORY, 'body': MARKUP}))});"),
        "script",
        id="parsed from a string",
    ),
    pytest.param(
        script(packed({"props": {"state": packed({"story": {**STORY, "html": MARKUP}})}}), NEXT),
        "script",
        id="JSON in JSON",
    ),
    pytest.param(
        script(
            "window.__NUXT__=(function(a,b){return {layout:a,data:[{post:{id:b,title:"
            + packed(TITLE)
            + ",body:"
            + packed(MARKUP)
            + '}}]}}("default",7));'
        ),
        "script",
        id="Nuxt 2: a function",
    ),
    pytest.param(
        script(packed(NUXT3), 'type="application/json" id="__NUXT_DATA__"'),
        "script",
        id="Nuxt 3: indices",
    ),
    pytest.param(
        pushed('1b:I["123",["x.js"],"Body"]\n', f"2:{json.dumps(TREE)}\n"),
        "script",
        id="flight: elements",
    ),
    pytest.param(
        pushed(
            f"1f:T{len(MARKUP.encode()):x},{MARKUP}",
            f"2:{json.dumps(['$', '$L9', None, {'post': {**STORY, 'content': '$1f'}}])}\n",
        ),
        "script",
        id="flight: a text row",
    ),
    pytest.param(
        f"<template shadowrootmode=open><div>{MARKUP}</div></template>", "template", id="template"
    ),
]


@pytest.mark.parametrize(("markup", "source"), CASES)
def test_story(markup: str, source: str) -> None:
    story = find_story(shell(markup), TITLE)
    assert story is not None
    texts = [block.text for block in story.blocks if block.text != "Nine dark winters"]
    assert texts == TEXTS
    assert story.source == source


@pytest.mark.parametrize(("markup", "source"), CASES)
def test_article_says_where_its_text_is_from(markup: str, source: str) -> None:
    article = extract(shell(markup))
    assert article.paragraphs[-1] == TEXTS[-1]
    evidence = article.evidence["body"][0]
    assert (evidence.source, evidence.block) == (source, 0)
    assert "the page shows no story" in evidence.rule
    assert article.title == TITLE


NONE = [
    pytest.param(script(packed({"list": TEASERS}), NEXT), id="many stories, none the page's"),
    pytest.param(script(packed({"comments": {"body": MARKUP}}), NEXT), id="comments"),
    pytest.param(script(packed({"i18n": {"terms": {"body": PLAIN}}}), NEXT), id="terms"),
    pytest.param(script(packed({"post": {**STORY, "body": TEXTS[0]}}), NEXT), id="a lead"),
    pytest.param(
        script("var css = {" + '"body": "' + "p { margin: 0; } a { color: red; } " * 40 + '"}'),
        id="style",
    ),
    pytest.param(script('self.__next_f.push([1,"1:T9999999,' + "x" * 500 + '"])'), id="cut row"),
    pytest.param(script("window.a = {" * 200 + '"' * 31), id="no JSON"),
    pytest.param(script("[" * 5000, NEXT), id="deep JSON"),
]


@pytest.mark.parametrize("markup", NONE)
def test_no_story(markup: str) -> None:
    assert find_story(shell(markup), TITLE) is None


LONG = script(packed({"post": {**STORY, "body": MARKUP * 3}}), NEXT)


def test_text_of_the_page_goes_before_its_state() -> None:
    shown = "".join(f"<p>{text}</p>" for text in TEXTS[:3])
    article = extract(shell(LONG, body=f"<article><h1>{TITLE}</h1>{shown}</article>"))
    assert list(article.paragraphs) == TEXTS[:3]
    assert "body" not in article.evidence


def test_lead_above_a_paywall_stays() -> None:
    paid = json.dumps(
        {"@type": "NewsArticle", "isAccessibleForFree": False, "articleBody": PLAIN * 3}
    )
    lead = f"<article><h1>{TITLE}</h1><p>{TEXTS[0]}</p></article>"
    article = extract(shell(script(paid, 'type="application/ld+json"'), body=lead))
    assert list(article.paragraphs) == TEXTS[:1]


def test_story_stands_between_the_pages_headline_and_its_foot() -> None:
    body = (
        f"<h1>{TITLE}</h1><div class=byline>By Wilf Marran</div>"
        "<footer><a href=/about>About us</a> <a href=/terms>Terms</a></footer>"
    )
    article = extract(shell(script(packed({**STORY, "body": MARKUP}), NEXT), body=body))
    assert list(article.paragraphs) == TEXTS
    assert article.byline == "By Wilf Marran"
    assert article.evidence["body"][0].block == 2


def test_text_in_noscript_is_said_to_be_hidden() -> None:
    article = extract(
        shell(body=f"<div id=app></div><noscript><h1>{TITLE}</h1>{MARKUP}</noscript>")
    )
    assert list(article.paragraphs) == TEXTS
    assert "hides" in article.evidence["body"][0].rule
