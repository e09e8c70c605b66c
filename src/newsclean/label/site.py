"""What stands in the story of many pages of one site is no part of any of them."""

import hashlib
from collections.abc import Collection

from newsclean.page import Block, Kind, Label, Labelled, Role

# Characters below which a text may come again in other stories: "Pros" and "Cons", "1.",
# "What we know". On pages of hosts that occur several times in the corpora, nothing this
# long came again that was part of a story; of shorter ones most were.
_SHORTEST = 40
# More than this share of the story's characters: the pages hold one story, captured twice.
_MOST = 0.5
_LABEL = Label(Role.OTHER, "stands on several pages of the site")


def site_key(block: Block) -> int | None:
    """What a block is found again by on other pages; None for what stories may share."""
    if block.kind is Kind.HEADING or len(block.text) < _SHORTEST:
        return None
    digest = hashlib.blake2b(block.text.encode("utf-8", "replace"), digest_size=8)
    return int.from_bytes(digest.digest(), "little")


def without_repeated(labelled: Labelled, repeated: Collection[int]) -> Labelled:
    """``labelled`` with the blocks of its story whose :func:`site_key` is in ``repeated``
    set aside. A page that would lose most of its story is left as it is."""
    blocks = labelled.page.blocks
    story = labelled.having(Role.BODY)
    gone = {i for i in story if site_key(blocks[i]) in repeated}
    lost = sum(len(blocks[i].text) for i in gone)
    if not gone or lost > _MOST * sum(len(blocks[i].text) for i in story):
        return labelled
    labels = (_LABEL if i in gone else label for i, label in enumerate(labelled.labels))
    return Labelled(labelled.page, tuple(labels), labelled.language)
