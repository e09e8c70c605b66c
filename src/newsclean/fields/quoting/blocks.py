"""Quotations that the page sets off as blocks."""

import re
from collections.abc import Sequence

from newsclean.fields.quoting.letters import UPPER
from newsclean.fields.quoting.marks import Stretch

# The name on the last line of a block: ``— Ida Holt, mayor``.
_SIGNED = re.compile(rf"\s*[—–―-]{{1,2}}\s?[{UPPER}][^\n—–―.]{{1,80}}$")
_NOT_WORDS = re.compile(r"[\W_]+")
# A block of fewer letters repeats the body by chance.
_LEAST = 15


def with_block_quotes(
    texts: Sequence[str], blocks: Sequence[bool], stretches: Sequence[list[Stretch]]
) -> list[list[Stretch]]:
    """The quoted stretches, and those that only the page's markup shows.

    A block without marks is one quotation, and goes on with the block above it. A block
    that repeats words of another element is a pull quote, and no second quotation.
    """
    result = list(stretches)
    if not any(blocks):
        return result
    rest = "\n".join(_folded(text) for text, block in zip(texts, blocks, strict=True) if not block)
    resumed = False
    for i, text in enumerate(texts):
        if not blocks[i]:
            resumed = False
            continue
        found = result[i]
        if _repeats(text, found, rest):
            result[i] = []
        elif not found and text.strip() and not text.rstrip().endswith(":"):
            result[i] = [_whole(text, resumed)]
        resumed = bool(result[i]) and not found
    return result


def _whole(text: str, resumed: bool) -> Stretch:
    signed = _SIGNED.search(text, max(len(text) - 90, 0))
    end = signed.start() if signed and signed.start() else len(text)
    start = len(text) - len(text.lstrip())
    end = len(text[:end].rstrip())
    if end <= start:
        start, end = 0, len(text)
    return Stretch(start, end, start, end, False, resumed)


def _repeats(text: str, found: Sequence[Stretch], rest: str) -> bool:
    words = text[found[0].start : found[-1].end] if found else text
    folded = _folded(words)
    return len(folded) >= _LEAST and folded in rest


def _folded(text: str) -> str:
    return _NOT_WORDS.sub(" ", text.lower()).strip()
