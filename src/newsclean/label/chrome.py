"""A role for every block that is not the story."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from newsclean.label.masses import up
from newsclean.label.paths import Place, places
from newsclean.label.phrases import Match, Phrases
from newsclean.label.runs import RUN_ROLES, under
from newsclean.label.sizes import link_share, size_of
from newsclean.label.teasers import TEASERS, join_teasers
from newsclean.page import Block, Kind, Label, Page, Role

# Link share from which a block is a way to other pages.
_LINKED = 0.6
# Short enough to head a run of teasers.
_HEADING_LENGTH = 80
# A link as long as a headline leads to another story, a shorter one to a section. Set on
# the labels of the first half (benchmarks/roles.py).
_HEADLINE_LINK = 40
# What stands in a menu or footer and is longer is no item of it.
_LONGEST_ITEM = 60
# Links of a list of tags, and ways to share, are short.
_SHORT = 40

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
        Role.EMBED,
    )
)

# Headings whose run is named here; "Contact" heads an address.
_HEADS = frozenset((*RUN_ROLES, Role.CONTACT))

# Boxes whose heading can be anything: the name of a newsletter, a slogan.
_BOXES = frozenset((Role.NEWSLETTER, Role.PAYWALL, Role.CONSENT, Role.COMMENT_PROMPT))

_BY_KIND = {
    Kind.BUTTON: Label(Role.FORM, "a button or another control"),
    Kind.CAPTION: Label(Role.CAPTION, "a caption by its tag"),
}

_COPYRIGHT = re.compile(r"[©ⓒ]|\(c\) ?(?:19|20)\d\d|\bcopyright\b", re.IGNORECASE)
_CONTACT = re.compile(
    r"[\w.+-]{1,40}(?:@|\(at\)|\[at\])[\w-]{1,40}\.\w{2,10}"
    r"|\[email.protected\]"
    r"|\b(?:tel|tél|telefon|teléfono|telefone|telefono|phone|fon|fax|тел|телефон)\b\.?:? ?[+(\d]"
    r"|(?:電話|電話番号|电话|전화|هاتف)[:： ]{0,2}[+(\d]",
    re.IGNORECASE,
)
# What neither is without, found ten times as fast.
_NOTICE = re.compile(r"[@©ⓒ(\[+\d]|[Cc]opyright|COPYRIGHT")
# Longer texts only mention an address.
_LONGEST_NOTICE = 400


class _Run(NamedTuple):
    """A heading of chrome, the element that its run may fill, and its level (0: unknown)."""

    heading: Match
    box: int
    level: int


def name_chrome(page: Page, known: Mapping[int, Label], phrases: Phrases) -> list[Label]:
    """A label for each block: ``known``'s where it has one, else the best that words,
    headings, markup and links give, in this order."""
    shares = _shares(page, known)
    where = places(page.nodes, shares, naming=True)
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
        if heading is not None and _heads(block, heading, place):
            run = _Run(heading, _run_box(page, i, shares), block.level)
        elif run is not None and _ends(page, i, run):
            run = None
        label = _name(page, i, place, heading, run, phrases)
        labels.append(_corrected(page, i, label, labels, phrases))
    if page.kind != "text":
        join_teasers(page, labels, known, shares)
        _name_heads_of_boxes(page, labels)
        _name_short_in_menus(page, labels, known, where)
    return labels


def _shares(page: Page, known: Mapping[int, Label]) -> list[float]:
    """The part of the story that stands under each node."""
    shares = [0.0] * len(page.nodes)
    total = 0.0
    for i, label in known.items():
        block = page.blocks[i]
        if label.role is Role.BODY and block.node is not None:
            shares[block.node] += len(block.text)
            total += len(block.text)
    for i in range(len(shares) - 1, 0, -1):
        shares[max(page.nodes[i].parent, 0)] += shares[i]
    return [share / total for share in shares] if total else shares


def _name_heads_of_boxes(page: Page, labels: list[Label]) -> None:
    """A line of unknown role right above or below a box's text belongs to the box."""
    for step, order in ((1, range(len(labels) - 2, -1, -1)), (-1, range(1, len(labels)))):
        for i in order:
            beside, block = labels[i + step], page.blocks[i]
            if labels[i].role is not Role.OTHER or beside.role not in _BOXES:
                continue
            node = page.blocks[i + step].node
            if len(block.text) < _HEADING_LENGTH and under(page, node, _box(page, block.node)):
                labels[i] = Label(beside.role, f"stands beside a block of {beside.role.value}")


def _name_short_in_menus(
    page: Page, labels: list[Label], known: Mapping[int, Label], where: list[Place]
) -> None:
    """A short line of unknown role in a sidebar or footer is a heading of its links."""
    for i, block in enumerate(page.blocks):
        if i in known or labels[i].role is not Role.OTHER or block.node is None:
            continue
        place = where[block.node]
        if place.role is Role.NAVIGATION and size_of(block.text) <= _LONGEST_ITEM:
            labels[i] = Label(place.role, place.reason)


def _heads(block: Block, heading: Match, place: Place) -> bool:
    """Does a run of chrome begin with this heading?"""
    if block.kind in (Kind.ITEM, Kind.BUTTON) or heading.role not in _HEADS:
        return False
    if block.kind is Kind.HEADING:
        return True
    # "Latest news" in a menu is an item of it, and "Read more" a link behind a teaser.
    if link_share(block) >= _LINKED:
        return place.role is not Role.NAVIGATION and heading.role is not Role.RELATED
    return place.role is not Role.NAVIGATION or place.weak


def _ends(page: Page, i: int, run: _Run) -> bool:
    """Does the run of chrome end before this block?"""
    block = page.blocks[i]
    if not under(page, block.node, run.box):
        return True
    linked = link_share(block) >= _LINKED
    role = run.heading.role
    if page.kind != "text":
        if role is Role.TAGS:
            # The tags are over where anything but a short link follows one.
            before = page.blocks[i - 1]
            return size_of(block.text) > _SHORT or (not linked and link_share(before) >= _LINKED)
        if role is Role.SHARE and size_of(block.text) > _SHORT:
            return True
        # A list of links is no part of a form.
        if role is Role.NEWSLETTER and linked and block.kind is Kind.ITEM:
            return True
        if run.level == 0 and role not in TEASERS and block.kind is Kind.HEADING:
            return True
    # A heading of the same rank opens something else; teasers have lower ones, or are links.
    return block.kind is Kind.HEADING and 0 < block.level <= run.level and not linked


def _is_teaser(block: Block) -> bool:
    """Is it a link to a story by its headline?"""
    return link_share(block) >= _LINKED and size_of(block.text) >= _HEADLINE_LINK


def _box(page: Page, node: int | None) -> int:
    """The element that a heading's run of chrome may fill: its parent's parent."""
    return up(page, node, 2) if node is not None else -1


def _run_box(page: Page, i: int, shares: list[float]) -> int:
    """The element that a heading's run may fill: its parent's parent, or the one that holds
    the next block as well, where that one holds none of the story."""
    node = page.blocks[i].node
    box = _box(page, node)
    if node is None or i + 1 == len(page.blocks):
        return box
    after = page.blocks[i + 1].node
    while node > 0 and not under(page, after, node):
        node = page.nodes[node].parent
    return min(box, node) if shares[node] == 0.0 else box


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
    said = line is not None and (heading is None or block.kind is not Kind.HEADING)
    if line is not None and said and _line_holds(page, block, line, place, run):
        return Label(line.role, f"the words {line.phrase!r}")
    if heading is not None:
        return Label(heading.role, f"the heading {heading.phrase!r}")
    if place.role is not None and place.role in _FIRM_PLACES:
        return Label(place.role, place.reason)
    if block.hidden:
        return Label(Role.HIDDEN, "hidden by its markup")
    notice = _notice(block) if place.role is not Role.CAPTION else None
    if notice is not None:
        return notice
    if run is not None and not (run.heading.role is Role.NAVIGATION and _is_teaser(block)):
        return Label(run.heading.role, f"under the heading {run.heading.phrase!r}")
    return _by_place(block, place)


def _line_holds(page: Page, block: Block, line: Match, place: Place, run: _Run | None) -> bool:
    """Do the words of a line say more than where it stands?"""
    if page.kind == "text":
        return True
    if line.role is Role.NAVIGATION:
        # The name of a section above a teaser belongs to the teaser.
        in_teasers = place.role in TEASERS and not place.weak
        return not (in_teasers or (run is not None and run.heading.role in TEASERS))
    # "Read more about Ms. Doe" below the note about her.
    return not (line.role is Role.RELATED and place.role is Role.AUTHOR_BIO)


def _notice(block: Block) -> Label | None:
    """A copyright notice or an address, told by what every language writes alike."""
    if len(block.text) > _LONGEST_NOTICE or not _NOTICE.search(block.text):
        return None
    if _COPYRIGHT.search(block.text):
        return Label(Role.COPYRIGHT, "a copyright notice")
    if _CONTACT.search(block.text):
        return Label(Role.CONTACT, "an address or a telephone number")
    return None


def _by_place(block: Block, place: Place) -> Label:
    """What the markup says, or the share of links where it says little."""
    teaser = _is_teaser(block)
    if place.role is not None and not place.weak:
        item = place.role is not Role.NAVIGATION or size_of(block.text) <= _LONGEST_ITEM
        if item or link_share(block) >= _LINKED:
            return Label(place.role, place.reason)
        return Label(Role.OTHER, f"too long for an item, {place.reason}")
    if block.kind in _BY_KIND:
        return _BY_KIND[block.kind]
    if teaser:
        return Label(Role.RELATED, "a link as long as a headline", round(link_share(block), 2))
    if link_share(block) >= _LINKED:
        return Label(Role.NAVIGATION, "nearly all of it is links", round(link_share(block), 2))
    return Label(Role.OTHER, f"outside the story, {place.reason}" if place.reason else _OUTSIDE)


_OUTSIDE = "outside the story"


def _corrected(page: Page, i: int, label: Label, before: list[Label], phrases: Phrases) -> Label:
    """``label``, or what the blocks beside it make of a word that says little."""
    text = page.blocks[i].text
    shared = bool(before) and before[-1].role is Role.SHARE
    # "Email" after "Facebook" and "Twitter" is a way to share, alone it asks for one.
    if label.role is Role.NEWSLETTER and shared and " " not in text:
        return Label(Role.SHARE, "one word after a way to share")
    if label.role is Role.SHARE and text.strip() in ("x", "X") and not shared:
        after = page.blocks[i + 1].text if i + 1 < len(page.blocks) else ""
        line = phrases.line(after)
        if line is None or line.role is not Role.SHARE:
            return Label(Role.NAVIGATION, "a cross that closes a box")
    return label
