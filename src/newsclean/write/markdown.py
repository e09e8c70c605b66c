"""An article as Markdown (CommonMark)."""

import re

from newsclean.article import (
    Article,
    BlockQuote,
    Element,
    Heading,
    ListItem,
    Preformatted,
)

# What would be read as mark-up: inside a line, and at its start.
_INLINE = re.compile(r"([\\`*_\[\]<>])")
_AT_START = re.compile(r"^(\s{0,3}\d{0,9})((?<!\d)[#+=~|-]|(?<=\d)[.)])(?=\s|$|[-=~])")


def to_markdown(article: Article) -> str:
    """Headline, deck, byline and date, then the body; every text escaped."""
    parts = []
    if article.title:
        parts.append(f"# {_on_one_line(article.title)}")
    if article.deck:
        parts.append(f"*{_on_one_line(article.deck)}*")
    credit = [_on_one_line(article.byline)] if article.byline else []
    if article.published:
        credit.append(article.published.isoformat())
    if credit:
        parts.append(" · ".join(credit))
    body = ""
    previous: Element | None = None
    for element in article.body:
        if body:
            # The items of a list stay together.
            together = isinstance(element, ListItem) and isinstance(previous, ListItem)
            body += "\n" if together else "\n\n"
        body += _element(element)
        previous = element
    return "\n\n".join([*parts, body]).strip() + "\n"


def _element(element: Element) -> str:
    text = element.text
    match element:
        case Heading(level=level):
            # The headline is the only heading of the first level.
            return f"{'#' * min(max(level, 2), 6)} {_on_one_line(text)}"
        case ListItem(level=level):
            return f"{'  ' * (level - 1)}- {_escape(text)}"
        case BlockQuote():
            return "\n".join(f"> {line}" for line in _escape(text).split("\n"))
        case Preformatted():
            longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
            fence = "`" * max(3, longest + 1)
            return f"{fence}\n{text}\n{fence}"
        case _:
            return _escape(text)


def _on_one_line(text: str) -> str:
    return _escape(" ".join(text.split("\n")))


def _escape(text: str) -> str:
    lines = (_AT_START.sub(r"\1\\\2", _INLINE.sub(r"\\\1", line)) for line in text.split("\n"))
    return "  \n".join(lines)
