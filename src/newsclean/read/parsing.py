"""HTML text to a tree, however broken."""

import re
from typing import Any

from lxml import etree

from newsclean.read.tags import SKIPPED

# Tags without which a text still has its paragraphs, and its scripts stay scripts.
_WRAPPERS = re.compile(
    r"</?(?!p[\s>]|br\b|h[1-6]\b|title\b|script\b|style\b)[a-z][^<>]{0,2000}>", re.IGNORECASE
)
_FRAMES = re.compile(r"</?(?:no)?frame(?:s|set)?\b[^<>]{0,2000}>", re.IGNORECASE)
_HEADINGS = re.compile(r"</?h[1-6]\b[^<>]{0,2000}>", re.IGNORECASE)


def parse(text: str, data: bytes | None = None) -> tuple[Any, tuple[str, ...]]:
    """The root element of ``text``, however broken (None where there is nothing in it), and
    what went wrong. ``data`` is ``text`` in UTF-8, if the caller has it."""
    root, gave_up = _parse(utf8(text) if data is None else data)
    if root is not None and any(child.tag == "frameset" for child in root):
        # What browsers without frames show: libxml2 leaves it unread.
        root, gave_up = _parse(utf8(_FRAMES.sub(" ", text)))
    if not gave_up:
        return root, ()
    # libxml2 drops what follows once elements nest deeper than 2,048.
    text = _WRAPPERS.sub(" ", text)
    root, gave_up = _parse(utf8(text))
    if gave_up:  # headings nest too, where they are left open
        root, _ = _parse(utf8(_HEADINGS.sub("<p>", text)))
    return root, ("markup nested too deep for the parser: read without most of its tags",)


def utf8(text: str) -> bytes:
    """``text`` in UTF-8, lone surrogates replaced."""
    return text.encode("utf-8", "replace")


def _parse(data: bytes) -> tuple[Any, bool]:
    # Bytes, since a str with an XML declaration is refused by lxml.
    if b"\x00" in data:  # which ends libxml2's reading
        data = data.replace(b"\x00", b"")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # an empty document
        return None, False
    last = parser.error_log.last_error
    return root, last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT


def text_of(element: Any) -> str:
    """All text under ``element``, spaces between its parts, without recursion."""
    parts = []
    skipping = 0
    for event, inner in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        skipped = inner.tag in SKIPPED
        if event == "start":
            skipping += skipped
            if not skipping and inner.text:
                parts.append(inner.text)
        elif event == "end":
            skipping -= skipped
        if event != "start" and not skipping and inner is not element and inner.tail:
            parts.append(inner.tail)
    return " ".join(parts)
