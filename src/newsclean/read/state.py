"""The story of a page that shows none: what its scripts, JSON-LD or templates hold.

Asked only where the labels leave (nearly) nothing, so that ordinary pages pay nothing: on
pages with text of their own ``articleBody`` loses against the text (no paragraphs, boxes
in it, stretches left out).
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from newsclean.page import Block, Kind, Node
from newsclean.read.html import read_html
from newsclean.read.jsonld import parse_json
from newsclean.read.parsing import parse
from newsclean.read.rich_text import has_markup, is_document, is_react, to_html
from newsclean.read.script_values import script_values

# Least characters of running text that make a story: two paragraphs.
_STORY = 300
# What has no headline of the page beside it may be any text of the site: it must be long.
_UNTITLED = 1000
# Length of a paragraph of running text; dense scripts say as much in a third of it.
_RUNNING, _RUNNING_DENSE = 50, 17
_DEPTH = 60
# How much less text is taken for the sake of paragraphs, a title beside it or a telling name.
_NEARLY = 0.7

_KEYS = frozenset(
    "articlebody body bodyhtml bodytext bodycontent content contenthtml contentelements "
    "contentelement contentblocks html text texthtml fulltext storytext storybody articletext "
    "articlecontent blocks paragraphs richtext document maintext longtext "
    "bodyrichtext articlebodyhtml htmlbody htmlcontent mainbody editorstate components "
    "rendered storyhtml".split()
)
# Names of what is no story, as parts of a key.
_OTHERS = re.compile(
    r"comment|related|recommend|recirc|promo|footer|navig|menu|terms|privacy|consent|cookie|"
    r"i18n|translation|locale|messages|\bauthors?\b|bio\b|legal|newsletter|config|trending|"
    r"most_?(?:read|popular)|latest|sidebar|advert|settings|labels|faq|paywall|subscri",
    re.IGNORECASE,
)
_NO_KEY = re.compile(r"[^a-z]+")
_BOUNDARY = re.compile(
    r"<(?:/?(?:p|h[1-6]|li|div|blockquote|ul|ol|section)\b[^<>]{0,2000}|br ?/?)>"
)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_CODE = re.compile(r"[{};]\s|=>|</|\bfunction\b|://")
_MARKS = re.compile(r"[.!?。！？।؟…][\"”’»」)]?(?:\s|$)|[。！？।]")


class Story(NamedTuple):
    """A story that the page holds out of sight."""

    source: str
    """``json-ld``, ``script`` or ``template``."""
    rule: str
    """Where it stood, in words."""
    blocks: tuple[Block, ...]
    nodes: tuple[Node, ...]
    """What the blocks' nodes index; the first is the root."""


class _Candidate(NamedTuple):
    source: str
    rule: str
    html: str
    mass: int
    paragraphs: int
    titled: bool


def find_story(source: Any, title: str | None = None) -> Story | None:
    """The story in the state of a page, given as text or as an lxml element; None where
    there is none. ``title`` is the page's headline, which the right one stands beside."""
    root = parse(source)[0] if isinstance(source, str) else source
    if root is None:
        return None
    candidates = [*_of_scripts(root, title), *_of_templates(root)]
    candidates = [c for c in candidates if c.mass >= (_STORY if c.titled else _UNTITLED)]
    if not candidates:
        return None
    if any(c.titled for c in candidates):
        candidates = [c for c in candidates if c.titled]
    most = max(c.mass for c in candidates)
    # The same text can be there as paragraphs and as one string.
    best = max(
        (c for c in candidates if c.mass >= _NEARLY * most),
        key=lambda c: (c.paragraphs, c.mass),
    )
    page = read_html(f"<article>{best.html}</article>")
    blocks = tuple(b for b in page.blocks if not b.hidden and b.kind is not Kind.BUTTON)
    return Story(best.source, best.rule, blocks, page.nodes)


def _of_scripts(root: Any, title: str | None) -> Iterator[_Candidate]:
    wanted = _folded(title or "")
    for source, value in script_values(root):
        yield from _search(value, source, wanted, False, 0)


def _of_templates(root: Any) -> Iterator[_Candidate]:
    for element in root.iter("template"):
        children = (etree.tostring(c, encoding="unicode", method="html") for c in element)
        markup = "".join(children)
        mass, count = _mass(markup)
        yield _Candidate("template", "the text of a <template>", markup, mass, count, True)


def _search(
    value: Any, source: str, wanted: str, titled: bool, depth: int
) -> Iterator[_Candidate]:
    """The stretches of a value that may be a story."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        if is_react(value):
            yield from _search_react(value, source, wanted, titled, depth)
            return
        documents = sum(1 for v in value if isinstance(v, dict) and is_document(v))
        for item in value:
            # One of many documents is the page's own only where it has the page's title.
            if documents > 1 and not (isinstance(item, dict) and _is_titled(item, wanted)):
                continue
            yield from _search(item, source, wanted, titled, depth + 1)
    elif isinstance(value, dict):
        titled = titled or _is_titled(value, wanted)
        for key, inner in value.items():
            if not inner or _OTHERS.search(key):
                continue
            found = _candidate(key, inner, source, titled)
            if found is not None:
                yield found
            elif isinstance(inner, dict | list):
                yield from _search(inner, source, wanted, titled, depth + 1)
            elif isinstance(inner, str) and inner[:1] in ("{", "["):
                for text in _packed(inner):
                    yield from _search(text, source, wanted, titled, depth + 1)


def _search_react(
    value: list[Any], source: str, wanted: str, titled: bool, depth: int
) -> Iterator[_Candidate]:
    """The element whose own children are paragraphs, or one whose properties hold them."""
    props = value[3]
    if not isinstance(props, dict):
        return
    children = props.get("children")
    if isinstance(children, list) and not is_react(children):
        paragraphs = [c for c in children if isinstance(c, list) and is_react(c) and c[1] == "p"]
        if len(paragraphs) > 1:
            rule = "paragraphs of the page's script data"
            markup = to_html(children)
            mass, count = _mass(markup)
            if mass >= _STORY:
                # What is drawn is this page, and no list of others.
                yield _Candidate(source, rule, markup, mass, count, True)
                return
    yield from _search(props, source, wanted, titled, depth + 1)


def _candidate(key: str, value: Any, source: str, titled: bool) -> _Candidate | None:
    """What stands under one key, if it reads like a story."""
    name = _NO_KEY.sub("", key.lower())
    if source == "json-ld" and name != "articlebody":
        return None
    if isinstance(value, str):
        # A string of another name counts where it has paragraphs.
        if len(value) < _STORY or (name not in _KEYS and "<p" not in value):
            return None
    elif not isinstance(value, dict | list) or name not in _KEYS:
        return None
    if isinstance(value, dict) and is_document(value):
        return None
    if isinstance(value, list) and sum(isinstance(v, dict) and is_document(v) for v in value) > 1:
        return None
    markup = to_html(value)
    mass, count = _mass(markup)
    if mass < _STORY:
        return None
    where = "JSON-LD" if source == "json-ld" else "the page's script data"
    # JSON-LD describes this page; its other texts are descriptions.
    own = titled or source == "json-ld"
    return _Candidate(source, f"{key!r} in {where}", markup, mass, count, own)


def _packed(text: str) -> Iterator[Any]:
    """The value of a string that is JSON itself."""
    if len(text) >= _STORY and not has_markup(text[:1]):
        yield from parse_json(text) or ()


def _mass(markup: str) -> tuple[int, int]:
    """Characters and number of the paragraphs of running text."""
    mass = count = 0
    for part in _BOUNDARY.split(markup):
        text = " ".join(_TAG.sub("", part).split())
        size = len(text)
        if size < _RUNNING_DENSE or _CODE.search(text) or not _MARKS.search(text):
            continue
        dense = not text.isascii() and "\u2e80" <= max(text[:40]) <= "\ud7ff"
        if size >= (_RUNNING_DENSE if dense else _RUNNING):
            mass += 3 * size if dense else size
            count += 1
    return mass, count


def _is_titled(value: dict[str, Any], wanted: str) -> bool:
    """Does one of the object's strings say the page's headline?"""
    if not wanted:
        return False
    for inner in value.values():
        for text in inner.values() if isinstance(inner, dict) and len(inner) < 12 else (inner,):
            if isinstance(text, str) and len(text) < 400 and _folded(text) == wanted:
                return True
    return False


def _folded(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
