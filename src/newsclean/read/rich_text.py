"""Rich text as systems keep it in JSON (ProseMirror, Portable Text, Contentful, Slate,
Arc, EditorJS, React's elements …) to HTML."""

import html
import re
from typing import Any

_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|li|a|b|i|em|strong|span|blockquote|figure)\b")
_ESCAPED = re.compile(r"&lt;(?:p|br|div|span)\b")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[0-9]+|[A-Z]+")
_DEPTH = 60

# Where elements keep their text, in the order in which they are asked.
_INNER = (
    *("children", "content", "content_elements", "contentElements", "items", "paragraphs"),
    *("blocks", "text", "html", "value", "data", "body", "model", "props", "attributes"),
    "fields",
)
_TYPES = ("type", "_type", "nodeType", "__typename", "component", "blockType", "kind", "name")
# Words in an element's type that say that it is no text of the story.
_PASSED = frozenset(
    "image images photo picture video audio gallery slideshow ad ads advert advertisement "
    "promo promotion related newsletter embed embedded iframe script style caption figure "
    "credit form widget poll quiz podcast social tweet instagram recirculation teaser teasers "
    "divider reference button nav footer aside media table".split()
)
_TAGS = {
    **dict.fromkeys(("paragraph", "p", "block"), "p"),
    **dict.fromkeys(("heading", "header", "headline", "subheading", "crosshead"), "h2"),
    **{f"h{n}": f"h{n}" for n in range(2, 7)},
    **dict.fromkeys(("quote", "blockquote", "pullquote"), "blockquote"),
    "li": "li",
}
_BLOCK_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote"))
# Properties of a whole document, as opposed to an element of one.
_TITLES = frozenset(("headline", "headlines", "title", "headLine"))
_ADDRESSES = frozenset("url slug permalink canonical_url canonicalUrl link path href".split())


def to_html(value: Any, inside: bool = False, depth: int = 0) -> str:
    """The HTML of a JSON value that holds rich text; "" where it holds none.

    ``inside`` says that it stands in a paragraph, where plain strings run on.
    """
    if depth > _DEPTH:
        return ""
    if isinstance(value, str):
        return _of_string(value, inside)
    if isinstance(value, list):
        if is_react(value):
            return _of_react(value, inside, depth)
        return "".join(to_html(item, inside, depth + 1) for item in value)
    return _of_object(value, inside, depth) if isinstance(value, dict) else ""


def has_markup(text: str) -> bool:
    return _MARKUP.search(text) is not None


def is_react(value: list[Any]) -> bool:
    """Is the array an element as React's flight format writes it?"""
    return len(value) >= 4 and value[0] == "$" and isinstance(value[1], str)


def is_document(value: dict[str, Any]) -> bool:
    """Is the object a document of its own, with a title and an address?"""
    return not _TITLES.isdisjoint(value) and not _ADDRESSES.isdisjoint(value)


def _of_string(text: str, inside: bool) -> str:
    if _ESCAPED.search(text):
        text = html.unescape(text)
    if has_markup(text):
        return text
    # Entities stand in plain strings too.
    text = html.unescape(text)
    if inside:
        return html.escape(text, quote=False).replace("\n", "<br>")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)


def _of_react(value: list[Any], inside: bool, depth: int) -> str:
    tag = value[1]
    props = value[3] if isinstance(value[3], dict) else {}
    if _PASSED.intersection(_WORDS.findall(tag)):
        return ""
    raw = props.get("dangerouslySetInnerHTML")
    child = raw.get("__html") if isinstance(raw, dict) else props.get("children")
    own = tag in _BLOCK_TAGS
    # Other lower-case names are inline elements in a paragraph, boxes outside.
    inner = to_html(child, inside or own, depth + 1) if child is not None else ""
    if not inner:
        return ""
    if own:
        return f"<{tag}>{inner}</{tag}>"
    return inner if inside or tag[0] == "$" else f"<div>{inner}</div>"


def _of_object(value: dict[str, Any], inside: bool, depth: int) -> str:
    names = (value.get(name) for name in _TYPES)
    kind = next((name for name in names if isinstance(name, str) and name), "")
    words = [word.lower() for word in _WORDS.findall(kind)]
    if _PASSED.intersection(words) or (depth and not inside and is_document(value)):
        return ""
    tag = None if inside else _tag_of(value, words)
    for name in _INNER:
        child = value.get(name)
        if not child or not isinstance(child, str | list | dict):
            continue
        run = inside or tag is not None or _is_run(name, child)
        inner = to_html(child, run, depth + 1)
        if not inner:
            continue
        if inside or not run or inner.startswith(("<p", "<div", "<h", "<ul", "<ol", "<block")):
            return inner
        return f"<{tag or 'p'}>{inner}</{tag or 'p'}>"
    return ""


def _tag_of(value: dict[str, Any], words: list[str]) -> str | None:
    if "list" in words and "item" in words:
        return "li"
    # Portable Text calls a paragraph a block and says in its style what it is.
    style = value.get("style")
    if isinstance(style, str) and style in _TAGS:
        return _TAGS[style]
    tag = next((_TAGS[word] for word in words if word in _TAGS), None)
    # A block that holds blocks is a box.
    if tag == "p" and isinstance(value.get("blocks") or value.get("items"), list):
        return None
    return tag


def _is_run(name: str, child: Any) -> bool:
    """Are these the parts of one paragraph? Slate's editor gives its leaves no type."""
    return (
        name == "children"
        and isinstance(child, list)
        and all(
            isinstance(leaf, dict) and isinstance(leaf.get("text"), str) and "type" not in leaf
            for leaf in child
        )
    )
