"""Which blocks are the deck of a story."""

import re
from collections.abc import Iterable, Sequence

from newsclean.label.facts import values
from newsclean.label.likeness import key_of
from newsclean.label.people import is_agency
from newsclean.label.scene import Scene, idents, names, opens_credit, shown
from newsclean.page import Kind, Label, Page, Role

_AGENCY_DATELINE = re.compile(r"[^().!?]{2,60}\(([^()]{2,24})\)\s?[-–—:]")

# From so many of the same look, each in an element of its own, they describe a list's
# entries: on the dev pages no story has three decks so.
_ENTRIES = 3
# Longest name of a place before a deck, in characters.
_PLACE = 25


def find_decks(scene: Scene) -> None:
    """The deck: between headline and story, by its names or by the page's description."""
    page = scene.page
    titles = [i for i, x in scene.labels.items() if x.role is Role.TITLE and i <= scene.first + 3]
    described = _descriptions(page)
    start = max(titles, default=scene.first - 4)
    # A byline or date further down than that belongs to something else.
    credits = [
        i
        for i, x in scene.labels.items()
        if x.role in (Role.BYLINE, Role.DATE)
        # The model may have taken the deck, or deck and byline, for lines of the story.
        and start < i <= min(start + 3, scene.first + 1 + (i in scene.body))
    ]
    byline = min(credits, default=start)
    # All of them even where the story alone is wanted: decks that look alike are none.
    for i in range(max(0, start - 2), min(len(page.blocks), scene.first + 3)):
        block = page.blocks[i]
        if i in scene.labels or not 25 <= len(block.text) <= 900 or not shown(scene, i):
            continue
        if block.text.isascii() and " " not in block.text:  # the name of a file
            continue
        marked = names("deck").search(idents(page, i, 2)) if page.nodes else None
        heading = (
            block.kind is Kind.HEADING
            and 2 <= block.level <= 4
            and start < i <= start + 3
            and not _is_crosshead(scene, i)
        )
        same = i < scene.first and any(_same_start(block.text, text) for text in described)
        between = (
            bool(titles)
            and start < i < byline
            and not (block.link_chars or 0) * 2 > len(block.text)
            and not any(start < j < i and j not in scene.labels for j in scene.body)
        )
        if marked and i >= byline and not _is_sure(scene, i) and _is_lede(scene, i):
            continue
        if marked and i > start - 2 and not (i > start and _many(page, i)):
            scene.give(i, Role.DECK, "inside a deck element")
        elif same:
            scene.give(i, Role.DECK, "the description of the metadata")
        elif heading and titles and i <= scene.first:
            scene.give(i, Role.DECK, "heading under the headline")
        elif between and len(block.text.split()) > 5 and not opens_credit(block.text):
            scene.give(i, Role.DECK, "text between headline and byline")
    _kicker_above(scene, start)
    _give_back(scene)
    _deck_above_dateline(scene)


def _is_sure(scene: Scene, block: int) -> bool:
    """Does the block open the story, in an element of its own with a name that no lede has?
    Some systems call a story's first paragraph "lead" or "intro"."""
    if any(i < block and i not in scene.labels for i in scene.body):
        return False
    return names("sure_deck").search(idents(scene.page, block, 1)) is not None


def _is_crosshead(scene: Scene, i: int) -> bool:
    """Is it the first of the story's crossheads: do others of its level follow?"""
    blocks = scene.page.blocks
    return i in scene.body and any(
        j > i and blocks[j].kind is Kind.HEADING and blocks[j].level == blocks[i].level
        for j in scene.body
    )


def _is_lede(scene: Scene, i: int) -> bool:
    """Is the block the story's first paragraph, whatever its names? It belongs to the story
    by its score, and the next paragraph follows at once in the same element or one beside."""
    page = scene.page
    if i not in scene.body or i + 1 not in scene.body or i + 1 in scene.labels:
        return False
    one, other = page.blocks[i].node, page.blocks[i + 1].node
    if one is None or other is None:
        return False
    return bool(_above(page, one) & _above(page, other))


def _above(page: Page, node: int) -> set[int]:
    """The node and the two elements around it."""
    parent = page.nodes[node].parent
    grand = page.nodes[parent].parent if parent >= 0 else -1
    return {node, parent, grand} - {-1}


def _give_back(scene: Scene) -> None:
    """Take the role from what cannot be a deck: most of the story, for names of elements
    may hold all of it; the only text that the page has; the descriptions of a list's
    entries."""
    decks = [i for i, label in scene.labels.items() if label.role is Role.DECK]
    for alike in _by_look(scene.page, decks):
        if len(alike) >= _ENTRIES:
            for i in alike:
                del scene.labels[i]
    sizes = {i: len(scene.page.blocks[i].text) for i in scene.body}
    decks = [i for i in scene.body if i in scene.labels and scene.labels[i].role is Role.DECK]
    most = 2 * sum(sizes[i] for i in decks) > sum(sizes.values())
    if (most and len(decks) > 1) or scene.body <= scene.labels.keys():
        for i in decks:
            del scene.labels[i]


def _kicker_above(scene: Scene, title: int) -> None:
    """A story has its deck under the headline: where there is one, what stands above the
    headline in an element of that kind is the kicker."""
    decks = [i for i, label in scene.labels.items() if label.role is Role.DECK]
    if any(i > title for i in decks):
        for i in decks:
            if i < title:
                scene.labels[i] = Label(Role.SECTION, "a line above the headline")


def _by_look(page: Page, decks: Sequence[int]) -> Iterable[list[int]]:
    """The decks by the look of their elements, those of one parent left out: a deck may be
    a list of points."""
    groups: dict[tuple[str, str], dict[int, int]] = {}
    for i in decks:
        node = page.blocks[i].node
        if node is not None and page.nodes[node].parent >= 0:
            parent, tag, ident = page.nodes[node]
            groups.setdefault((tag, ident), {}).setdefault(parent, i)
    return [list(by_parent.values()) for by_parent in groups.values()]


def _deck_above_dateline(scene: Scene) -> None:
    """A story of an agency opens with its dateline: what stands above that is its deck."""
    blocks = scene.page.blocks
    lines = [i for i in range(scene.first, min(len(blocks), scene.first + 6)) if i in scene.body]
    for n, i in enumerate(lines[:3]):
        match = _AGENCY_DATELINE.match(blocks[i].text)
        if match and is_agency(match[1].partition("/")[0].strip()):
            for above in lines[:n]:
                if 25 <= len(blocks[above].text) <= 400:
                    scene.give(above, Role.DECK, "text above the dateline")
            return


def _many(page: Page, block: int) -> bool:
    """Does the element around a block hold many more: a wrapper of the story, not a deck?"""
    node = page.blocks[block].node
    if node is None:
        return False
    for _ in range(2):
        if node >= 0 and not names("deck").search(page.nodes[node].ident):
            node = page.nodes[node].parent
    if node < 0:
        return False
    count = 0
    for other in page.blocks[block + 1 : block + 12]:
        at = other.node
        for _ in range(6):
            if at is None or at < 0 or at == node:
                break
            at = page.nodes[at].parent
        count += at == node and len(other.text) > 60
    return count > 3


def _descriptions(page: Page) -> list[str]:
    claims = values(page, "opengraph", "og:description") + values(page, "json-ld", "description")
    claims += values(page, "meta", "description") + values(page, "json-ld", "alternativeheadline")
    return list(dict.fromkeys(c.value for c in claims if len(c.value) >= 25))


def _same_start(text: str, described: str) -> bool:
    """Is one text the other, or its beginning where it was cut short?"""
    one, other = key_of(text), key_of(described.rstrip(" .…"))
    if one == other:
        return True
    if len(other) > 40 and one.endswith(other) and len(one) - len(other) <= _PLACE:
        return True  # the place stands before it: "Berlin. "
    return len(other) > 40 and one.startswith(other) and len(one) < 2 * len(other)
