"""Headings of chrome and the runs of blocks that stand under them."""

from newsclean.label.masses import up
from newsclean.label.phrases import Phrases
from newsclean.page import Kind, Page, Role

# Headings that stand over a run of blocks; others ("Advertisement") stand alone.
RUN_ROLES = (
    Role.COMMENT,
    Role.COMMENT_PROMPT,
    Role.RELATED,
    Role.RECOMMENDED,
    Role.LATEST_NEWS,
    Role.MUST_READ,
    Role.NEWSLETTER,
    Role.AUTHOR_BIO,
    Role.TAGS,
    Role.SHARE,
    Role.NAVIGATION,
)
_NUMBERS = {role: float(n) for n, role in enumerate(RUN_ROLES, start=1)}
# Blocks after which a heading's run no longer matters.
FAR = 60.0


def runs_of(page: Page, phrases: Phrases) -> tuple[list[float], list[tuple[float, float]]]:
    """For each block, what phrase it is as a number, and how many blocks ago a heading of
    chrome stood, with that heading's role as a number."""
    kinds: list[float] = []
    since: list[tuple[float, float]] = []
    at, role, box = -1000, 0.0, -1
    for i, block in enumerate(page.blocks):
        heading = phrases.heading(block.text)
        line = phrases.line(block.text) if heading is None else None
        kind = 0.0
        if heading is not None:
            kind = 10.0 + _NUMBERS.get(heading.role, 0.0)
            if heading.role in _NUMBERS and block.kind is not Kind.ITEM:
                at, role = i, _NUMBERS[heading.role]
                box = up(page, block.node, 2) if block.node is not None else -1
        elif line is not None:
            kind = 1.0 + _NUMBERS.get(line.role, 0.0) / 20
        kinds.append(kind)
        if at >= 0 and box >= 0 and not under(page, block.node, box):
            at, role = -1000, 0.0
        since.append((min(float(i - at), FAR), role))
    return kinds, since


def under(page: Page, node: int | None, box: int) -> bool:
    """Is ``node`` the element ``box`` or inside it? Everything is inside -1, the page."""
    if box < 0:
        return True
    while node is not None and node > box:
        node = page.nodes[node].parent
    return node == box
