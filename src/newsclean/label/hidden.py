"""Pages that hide most of their story: behind "continue reading", in folds, until a script
has run."""

import dataclasses
from collections.abc import Sequence

from newsclean.label.masses import article_around
from newsclean.page import Label, Page, Role

# Running text that the markup hides counts from this length on, and with fewer links.
_PARAGRAPH, _LINKED = 80, 0.3
# How many times the story that is shown it must be, and how long. Menus, consent dialogues
# and forms for comments are hidden on most pages, and are shorter. 1.5 to 3 are alike on
# the dev pages.
_TIMES, _LEAST = 2, 600


def with_hidden_story(page: Page, labels: Sequence[Label | None]) -> Page | None:
    """``page`` as if nothing were hidden, where it hides far more running text than the
    story that ``labels`` find in what it shows; else None.

    The next stories, which some pages hold ready below the one they show, do not count:
    they stand in an ``<article>`` of their own.
    """
    if not any(block.hidden for block in page.blocks):
        return None
    shown = {block.text for block in page.blocks if not block.hidden}
    story = [
        block
        for block, label in zip(page.blocks, labels, strict=True)
        if label is not None and label.role is Role.BODY and not block.hidden
    ]
    own = {article_around(page, block.node) for block in story}
    hidden = sum(
        len(block.text)
        for block in page.blocks
        if block.hidden
        and len(block.text) >= _PARAGRAPH
        and (block.link_chars or 0) < _LINKED * len(block.text)
        and block.text not in shown
        and (not own or article_around(page, block.node) in own)
    )
    if hidden < max(_TIMES * sum(len(block.text) for block in story), _LEAST):
        return None
    blocks = tuple(block._replace(hidden=False) for block in page.blocks)
    return dataclasses.replace(page, blocks=blocks)
