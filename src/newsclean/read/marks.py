"""The Markdown that ``html2text`` and its like write: marks read and taken off."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_LINK = re.compile(
    r"(!?)\[([^\[\]]{0,400})\]\(\s{0,3}<?([^()<>\s]{0,1500})>?(?:\s\"[^\"]{0,200}\")?\s{0,3}\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{1,400})\]\[\d{1,4}\]")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,400})(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]{1,400})(?<=[^\s*_])\1(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])")
# A page with so many links in this form did not write them by chance.
_LINKS = 3


class Marked(NamedTuple):
    """A line of Markdown without its marks."""

    text: str
    level: int
    """Heading level; 0 where it is none."""
    link_chars: int
    strong_chars: int


def is_marked(lines: Sequence[str]) -> bool:
    """Is the text Markdown? It is where links stand as ``[text](address)``."""
    found = 0
    for line in lines:
        if "](" in line and _LINK.search(line):
            found += 1
            if found >= _LINKS:
                return True
    return False


def unmark(line: str) -> Marked:
    """``line`` without Markdown's marks; the text is empty where it held a picture only."""
    heading = _HEADING.match(line)
    level = len(heading[1]) if heading else 0
    if heading:
        line = line[heading.end() :]
    links = strong = 0

    def link(match: re.Match[str]) -> str:
        nonlocal links
        if match[1]:
            return ""
        links += len(match[2].strip())
        return match[2]

    def bold(match: re.Match[str]) -> str:
        nonlocal strong
        strong += len(match[2])
        return match[2]

    # A picture may stand inside a link: the inner brackets go first.
    for _ in range(2):
        if "](" in line:
            line = _LINK.sub(link, line)
    line = _REFERENCE.sub(r"\1", line)
    line = _EMPHASIS.sub(r"\2", _STRONG.sub(bold, line))
    text = " ".join(_ESCAPED.sub(r"\1", line).split())
    if not any(char.isalnum() for char in text):
        text = ""
    return Marked(text, level, min(links, len(text)), min(strong, len(text)))
