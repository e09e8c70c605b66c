"""How much a text is, and how much of it is links."""

from newsclean.page import Block

# A Chinese, Japanese or Korean character says about as much as three of an alphabet.
_DENSE = 3


def link_share(block: Block) -> float:
    """Part of the block's characters that stands in links; 0 where that is unknown."""
    return (block.link_chars or 0) / len(block.text)


def size_of(text: str) -> int:
    """Length of ``text``, dense scripts counted three times."""
    if text.isascii() or max(text) < "\u2e80":
        return len(text)
    dense = sum(1 for char in text if "\u2e80" <= char <= "\ud7ff")
    return len(text) + (_DENSE - 1) * dense
