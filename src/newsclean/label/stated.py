"""A page whose story is not in its text: what it holds out of sight put in its place."""

from collections.abc import Callable
from dataclasses import replace

from newsclean.label.facts import values
from newsclean.label.headline import choose, headings
from newsclean.label.likeness import overlap
from newsclean.label.sizes import link_share
from newsclean.page import Block, Claim, Kind, Label, Page, Role
from newsclean.read.state import Story

# Characters of story that a page shows at most for its state to be looked at: one
# paragraph. Pages of short news show two.
_LITTLE = 200
# How many times as long the hidden story must be where the page shows something.
_TIMES = 5
# Byline, date, deck and share line between headline and story.
_HEAD_BLOCKS = 8


def with_stated_story(
    page: Page, named: list[Label | None], state: Callable[[str | None], Story | None]
) -> tuple[Page, list[Label | None]]:
    """``page`` with the story that ``state`` finds for a headline, where the labels leave
    (nearly) nothing; else both as they are."""
    body = [i for i, label in enumerate(named) if label is not None and label.role is Role.BODY]
    shown = sum(len(page.blocks[i].text) for i in body)
    # A lead above a paywall is all that the page gives its readers.
    if shown > _LITTLE or (body and _is_paid(page)):
        return page, named
    title = choose(page)
    story = state(title.text if title is not None else None)
    if story is None or sum(len(b.text) for b in story.blocks) < max(1, _TIMES * shown):
        return page, named
    at = _place(page, body[0] if body else len(page.blocks))
    reason = f"{story.rule}; the page shows no story"
    for i in body:
        named[i] = None
    labels: list[Label | None] = [_label(block, reason) for block in story.blocks]
    return _joined(page, story, at), [*named[:at], *labels, *named[at:]]


def _is_paid(page: Page) -> bool:
    return any(c.value.lower() == "false" for c in values(page, "json-ld", "isaccessibleforfree"))


def _label(block: Block, reason: str) -> Label:
    if block.kind is Kind.CAPTION:
        return Label(Role.CAPTION, "a caption by its tag")
    return Label(Role.BODY, reason)


def _place(page: Page, other: int) -> int:
    """Where the story would stand: behind the headline and the short lines below it, or
    before block ``other`` where no headline is shown."""
    chosen = choose(page)
    for at, text in headings(page):
        if chosen is None or overlap(text, chosen.text) >= 0.5:
            end = at + 1
            while end < min(len(page.blocks), at + _HEAD_BLOCKS):
                block = page.blocks[end]
                if block.kind is Kind.HEADING or link_share(block) > 0.6:
                    break
                end += 1
            return end
    return other


def _joined(page: Page, story: Story, at: int) -> Page:
    """``page`` with the story's blocks before its block ``at``."""
    count, size = len(page.nodes), len(story.blocks)
    nodes = [n._replace(parent=n.parent + count if n.parent >= 0 else -1) for n in story.nodes]
    blocks = [b._replace(node=None if b.node is None else b.node + count) for b in story.blocks]
    claims = [
        c._replace(block=c.block + size) if c.block is not None and c.block >= at else c
        for c in page.claims
    ]
    claims.append(Claim(story.source, "story", story.rule, "", at))
    return replace(
        page,
        blocks=(*page.blocks[:at], *blocks, *page.blocks[at:]),
        nodes=(*page.nodes, *nodes),
        claims=tuple(claims),
        pictures=tuple(
            p._replace(block=p.block + size) if p.block >= at else p for p in page.pictures
        ),
    )
