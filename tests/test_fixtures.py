"""Hand-written pages and texts: one test item for each field of each page.

``fixtures/<slug>/`` holds ``page.html`` or ``page.txt``, ``expected.json`` (fields of the
Article as :meth:`Article.to_dict` shows them) and ``meta.json`` (the options of the call,
what markup the page copies, and known gaps under ``xfail``). ``expected.json`` was written
by hand from what an editor would want, never from what the code gave.

Of dicts inside a list (authors, quotes, images, chrome) only the keys that
``expected.json`` gives are compared. ``chrome`` is a list of entries of which each must stand in
a chrome text with that role, in this order; others may stand between them.
"""

import datetime
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest

import newsclean

FOLDER = Path(__file__).parent / "fixtures"
SLUGS = sorted(path.parent.name for path in FOLDER.glob("*/meta.json"))
UNSEEN = {"script", "style", "template", "head", "noscript", "textarea", "svg", "iframe"}


@cache
def read_json(slug: str, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FOLDER / slug / f"{name}.json").read_text("utf-8"))
    return loaded


def read_source(slug: str) -> bytes | str:
    page = FOLDER / slug / "page.html"
    if page.exists():
        return page.read_bytes()
    return (FOLDER / slug / "page.txt").read_text("utf-8")


def options(slug: str) -> dict[str, Any]:
    meta = read_json(slug, "meta")
    now = meta.get("now")
    return {
        "url": meta.get("url"),
        "kind": meta.get("kind", "auto"),
        "encoding": meta.get("encoding"),
        "now": datetime.datetime.fromisoformat(now) if now else None,
    }


@cache
def extracted(slug: str) -> dict[str, Any]:
    return newsclean.extract(read_source(slug), **options(slug)).to_dict()


def items() -> list[Any]:
    params = []
    for slug in SLUGS:
        gaps = read_json(slug, "meta").get("xfail", {})
        for name in read_json(slug, "expected"):
            marks = [pytest.mark.xfail(strict=True, reason=gaps[name])] if name in gaps else []
            params.append(pytest.param(slug, name, id=f"{slug}:{name}", marks=marks))
    return params


def narrowed(got: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    return {key: got.get(key) for key in wanted}


@pytest.mark.parametrize(("slug", "name"), items())
def test_field(slug: str, name: str) -> None:
    got, wanted = extracted(slug)[name], read_json(slug, "expected")[name]
    if name == "chrome":
        check_chrome(got, wanted)
    elif name == "dateline" and wanted is not None:
        assert got == wanted
    elif wanted and isinstance(wanted, list) and isinstance(wanted[0], dict):
        pairs = zip(got, wanted, strict=False)
        assert [narrowed(g, w) for g, w in pairs] + got[len(wanted) :] == wanted
    else:
        assert got == wanted


def check_chrome(got: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> None:
    rest = iter(got)
    for entry in wanted:
        found = any(g["role"] == entry["role"] and entry["text"] in g["text"] for g in rest)
        near = [g["role"] for g in got if entry["text"] in g["text"]]
        assert found, f"{entry} is missing or out of order; texts that hold it are {near}"


@pytest.mark.parametrize("slug", SLUGS)
def test_each_visible_text_has_a_label(slug: str) -> None:
    blocks = newsclean.label(read_source(slug), **options(slug))
    assert all(block.text and block.reason for block in blocks)
    assert not lost_words(visible_texts(slug), [block.text for block in blocks])


@pytest.mark.parametrize("slug", SLUGS)
def test_the_text_alone_is_the_articles(slug: str) -> None:
    chosen = options(slug)
    del chosen["now"]
    elements = [element["text"] for element in extracted(slug)["body"]]
    assert newsclean.text(read_source(slug), **chosen) == "\n\n".join(elements)


@pytest.mark.parametrize("slug", SLUGS)
def test_all_visible_text_is_kept(slug: str) -> None:
    assert not lost_words(visible_texts(slug), kept_texts(extracted(slug)))


def lost_words(seen: list[str], kept: list[str]) -> list[str]:
    """The words that stand more often in ``seen`` than in ``kept``.

    Occurrences are counted inside longer words too, since a page can set two texts side by
    side without a space, and one word in two elements (a drop cap).
    """
    before, after = "\n".join(seen), "\n".join(kept)
    return [
        word
        for word in sorted(set(re.findall(r"\w+", before)))
        if after.count(word) < before.count(word)
    ]


def kept_texts(article: dict[str, Any]) -> list[str]:
    """The texts of body and chrome, and what fields claimed of the page's other blocks."""
    claims: dict[int, set[tuple[int, str]]] = {}
    for name, places in article["evidence"].items():
        # A quote, and mostly a dateline, is a part of the body that stands there already.
        inside = name == "dateline" and article["dateline"]["raw"] in article["body"][0]["text"]
        if name in ("quotes", "body") or inside:
            continue
        for place in places:
            if place["block"] is not None and place["span"]:
                claims.setdefault(place["block"], set()).add((place["span"][0], place["raw"]))
    # Fields can share a word that the flattening glued: "NewsMayor reopens tram line".
    claimed = ["".join(raw for _, raw in sorted(spans)) for spans in claims.values()]
    return [element["text"] for element in article["body"] + article["chrome"]] + claimed


def visible_texts(slug: str) -> list[str]:
    """What a reader sees, by a walk that shares no code with the library."""
    source = read_source(slug)
    if isinstance(source, str):
        return [source]
    charset = options(slug)["encoding"]
    tree = lxml.html.document_fromstring(
        source, parser=lxml.html.HTMLParser(encoding=charset or declared_charset(source))
    )
    texts: list[str] = []
    stack = [tree]
    while stack:
        element = stack.pop()
        if isinstance(element.tag, str) and element.tag not in UNSEEN:
            texts.append(element.text or "")
            stack.extend(element)
        if element is not tree:
            texts.append(element.tail or "")
    return texts


def declared_charset(source: bytes) -> str:
    found = re.search(rb"charset=[\"']?([\w-]+)", source)
    return found[1].decode("ascii") if found else "utf-8"
