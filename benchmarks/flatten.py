"""HTML made into flat text, in the styles that archives of news hold it in.

``inner``
    as a browser's ``innerText``: block tags break lines, a paragraph stands between blank
    lines, inline tags glue what they separate.
``wet``
    as the WET files of a crawl: one line for each block, a space between inline parts.
``bs4``
    as ``BeautifulSoup.get_text("\\n", strip=True)``: one line for each string, which breaks
    lines inside sentences.

Scripts, styles, ``noscript``, ``template`` and the head are left out of all of them.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

STYLES = ("inner", "wet", "bs4")

_DROPPED = frozenset(["script", "style", "noscript", "template", "head"])
_PARAGRAPHS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "dl",
        "table",
        "figure",
    ]
)
_BLOCKS = _PARAGRAPHS | frozenset(
    [
        "address",
        "article",
        "aside",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "frameset",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "option",
        "optgroup",
        "search",
        "section",
        "summary",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
_SPACE = re.compile(r"\s+")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,30})", re.I
)
_HEAD_BYTES = 4096


def decode(data: bytes) -> str:
    """The page as text: UTF-8 where it decodes, else the declared charset, else cp1252.

    Its own small way, so that no extractor's decoding shapes what others are given.
    """
    declared = _CHARSET.search(data, 0, _HEAD_BYTES)
    for charset in ("utf-8-sig", declared[1].decode("ascii") if declared else "utf-8"):
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def parse(data: bytes | str) -> etree._Element | None:
    """The tree of a page; None where there is nothing to parse."""
    text = decode(data) if isinstance(data, bytes) else data
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(
            text.encode("utf-8", errors="replace"), parser=parser, ensure_head_body=True
        )
    except etree.ParserError:
        return None


def flatten(data: bytes | str, style: str) -> str:
    """The page's text in a style of :data:`STYLES`; ValueError for another."""
    if style not in STYLES:
        raise ValueError(f"no style {style!r}; there are {', '.join(STYLES)}")
    tree = parse(data)
    if tree is None:
        return ""
    if style == "bs4":
        strings = (value.strip() for value in _strings(tree))
        return "\n".join(value for value in strings if value)
    return _lines(tree, " " if style == "wet" else "", blank=style == "inner")


def _strings(tree: etree._Element) -> Iterator[str]:
    for kind, value in _events(tree):
        if kind == "text":
            yield value


def _lines(tree: etree._Element, glue: str, *, blank: bool) -> str:
    """Lines of folded text: ``blank`` puts an empty one around paragraphs."""
    lines: list[str] = []
    parts: list[str] = []
    gap = False

    def close() -> None:
        nonlocal gap
        line = _SPACE.sub(" ", glue.join(parts)).strip()
        parts.clear()
        if line:
            if gap and lines:
                lines.append("")
            gap = False
            lines.append(line)

    for kind, value in _events(tree):
        if kind == "text":
            parts.append(value)
        elif value == "br":
            close()
        elif value in ("td", "th") and blank:
            parts.append("\t")
        elif value in _BLOCKS:
            close()
            gap = gap or (blank and value in _PARAGRAPHS)
    close()
    return "\n".join(lines)


def _events(tree: etree._Element) -> Iterator[tuple[str, str]]:
    """Texts and the tags that open or close between them, in reading order."""
    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = element.tag
        if not isinstance(tag, str):
            if element.tail and event in ("comment", "pi"):
                yield "text", element.tail
            continue
        if event == "start":
            if tag in _DROPPED:
                walker.skip_subtree()
                continue
            yield "tag", tag
            if element.text:
                yield "text", element.text
        elif event == "end":
            if tag not in _DROPPED and tag != "br":
                yield "tag", tag
            if element.tail:
                yield "text", element.tail
