"""A role for every block that is not the story."""

from collections.abc import Mapping
from typing import NamedTuple

from newsclean.label.masses import up
from newsclean.label.paths import Place, places
from newsclean.label.phrases import Match, Phrases
from newsclean.label.runs import RUN_ROLES, under
from newsclean.label.sizes import link_share
from newsclean.page import Block, Kind, Label, Page, Role

# Link share from which a block is a way to other pages.
_LINKED = 0.6
# Short enough to head a run of teasers.
_HEADING_LENGTH = 80

# Names of elements that say what a block is even under a heading that says otherwise.
_FIRM_PLACES = frozenset(
    (
        Role.COMMENT,
        Role.COMMENT_PROMPT,
        Role.NEWSLETTER,
        Role.COPYRIGHT,
        Role.CONSENT,
        Role.SHARE,
        Role.PAYWALL,
        Role.PULL_QUOTE,
    )
)

# Boxes whose heading can be anything: the name of a newsletter, a slogan.
_BOXES = frozenset((Role.NEWSLETTER, Role.PAYWALL, Role.CONSENT, Role.COMMENT_PROMPT))

_BY_KIND = {
    Kind.BUTTON: Label(Role.FORM, "a button or another control"),
    Kind.CAPTION: Label(Role.CAPTION, "a caption by its tag"),
}


class _Run(NamedTuple):
    """A heading of chrome, the element that its run may fill, and its level (0: unknown)."""

    heading: Match
    box: int
    level: int


def name_chrome(page: Page, known: Mapping[int, Label], phrases: Phrases) -> list[Label]:
    """A label for each block: ``known``'s where it has one, else the best that words,
    headings, markup and links give, in this order."""
    where = places(page.nodes, [0.0] * len(page.nodes)) if page.nodes else []
    labels: list[Label] = []
    run: _Run | None = None
    for i, block in enumerate(page.blocks):
        if i in known:
            labels.append(known[i])
            if known[i].role is Role.BODY:
                run = None
            continue
        place = where[block.node] if block.node is not None else Place(None, "")
        heading = phrases.heading(block.text) if len(block.text) < _HEADING_LENGTH else None
        if heading is not None and block.kind not in (Kind.ITEM, Kind.BUTTON):
            if heading.role in RUN_ROLES:
                run = _Run(heading, _box(page, block.node), block.level)
        elif run is not None and _ends(page, block, run):
            run = None
        label = _name(page, i, place, heading, run, phrases)
        # "Email" after "Facebook" and "Twitter" is a way to share, alone it asks for one.
        shared = bool(labels) and labels[-1].role is Role.SHARE
        if label.role is Role.NEWSLETTER and shared and " " not in block.text:
            label = Label(Role.SHARE, "one word after a way to share")
        labels.append(label)
    _name_heads_of_boxes(page, labels)
    return labels


def _name_heads_of_boxes(page: Page, labels: list[Label]) -> None:
    """A line of unknown role right above or below a box's text belongs to the box."""
    if page.kind == "text":
        return
    for step, order in ((1, range(len(labels) - 2, -1, -1)), (-1, range(1, len(labels)))):
        for i in order:
            beside, block = labels[i + step], page.blocks[i]
            if labels[i].role is not Role.OTHER or beside.role not in _BOXES:
                continue
            node = page.blocks[i + step].node
            if len(block.text) < _HEADING_LENGTH and under(page, node, _box(page, block.node)):
                labels[i] = Label(beside.role, f"stands beside a block of {beside.role.value}")


def _ends(page: Page, block: Block, run: _Run) -> bool:
    """Does the run of chrome end before this block?"""
    if not under(page, block.node, run.box):
        return True
    # A heading of the same rank opens something else; teasers have lower ones.
    return block.kind is Kind.HEADING and 0 < block.level <= run.level


def _box(page: Page, node: int | None) -> int:
    """The element that a heading's run of chrome may fill: its parent's parent."""
    return up(page, node, 2) if node is not None else -1


def _name(
    page: Page,
    i: int,
    place: Place,
    heading: Match | None,
    run: _Run | None,
    phrases: Phrases,
) -> Label:
    block = page.blocks[i]
    line = phrases.line(block.text)
    if line is not None and (heading is None or block.kind is not Kind.HEADING):
        return Label(line.role, f"the words {line.phrase!r}")
    if heading is not None:
        return Label(heading.role, f"the heading {heading.phrase!r}")
    if place.role is not None and place.role in _FIRM_PLACES:
        return Label(place.role, place.reason)
    if block.hidden:
        return Label(Role.HIDDEN, "hidden by its markup")
    if run is not None:
        return Label(run.heading.role, f"under the heading {run.heading.phrase!r}")
    if place.role is not None:
        return Label(place.role, place.reason)
    if block.kind in _BY_KIND:
        return _BY_KIND[block.kind]
    if link_share(block) >= _LINKED:
        return Label(Role.NAVIGATION, "nearly all of it is links", round(link_share(block), 2))
    return Label(Role.OTHER, "outside the story")
