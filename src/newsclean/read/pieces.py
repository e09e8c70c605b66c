"""Long texts a piece at a time: the words of megabytes on one line would fill the memory."""

import re
from collections.abc import Iterator

# A piece has this many characters and the rest of its last word. Longer than nearly every
# article, so that those are one piece; its words take some megabytes.
PIECE = 1 << 16
_GAP = re.compile(r"(?<=\S)\s")


def pieces(text: str) -> Iterator[str]:
    """``text`` in pieces that give it back when they are joined. No word is cut, and no run
    of white space: each piece but the first begins with a whole one."""
    start = 0
    while len(text) - start > PIECE and (gap := _GAP.search(text, start + PIECE)):
        yield text[start : gap.start()]
        start = gap.start()
    yield text[start:] if start else text
