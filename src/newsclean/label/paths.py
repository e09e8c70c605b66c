"""What the markup around a block says it is: names of classes and ids, and tags."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsclean import vocab
from newsclean.page import Node, Role
from newsclean.read.memo import Memo


class Place(NamedTuple):
    """What the markup says about a node, itself or by the nearest ancestor that says it."""

    role: Role | None
    reason: str
    weak: bool = False
    """Does it hold anything, as sidebars do, so that what stands in it says more?"""


_NOWHERE = Place(None, "")
# Names of these say how the page is laid out: "has-sidebar".
_ROOTS = frozenset(("html", "body"))

# Names that are remembered: a page has some hundred, and the pages of a site share them.
_IDENTS = 65_536

# Names above a body say what kind of page it is; the body inside them is a body all the
# same. These roles hold whatever is inside.
FIRM = frozenset(
    (Role.COMMENT, Role.COMMENT_PROMPT, Role.RELATED, Role.LATEST_NEWS, Role.RECOMMENDED)
)


@cache
def _words(*, naming: bool) -> dict[Role, list[str]]:
    """The words at the start of a name's part that tell a role, most telling roles first."""
    tables = vocab.load("_markup")
    words = {Role(role): list(found) for role, found in tables["roles"].items()}
    if naming:
        # Navigation is the least telling of all and stays last.
        last = words.pop(Role.NAVIGATION)
        for role, found in tables["naming"].items():
            words.setdefault(Role(role), []).extend(found)
        words[Role.NAVIGATION] = last
    return words


@cache
def _names(*, naming: bool) -> re.Pattern[str]:
    """One pattern with a group for each role."""
    groups = []
    for n, words in enumerate(_words(naming=naming).values()):
        groups.append(f"(?P<r{n}>{'|'.join(re.escape(word) for word in words)})")
    return re.compile(rf"(?<![a-z])(?:{'|'.join(groups)})")


@cache
def _weak() -> frozenset[str]:
    return frozenset(vocab.load("_markup")["weak"]["names"])


def _by_name(ident: str, *, naming: bool) -> Place | None:
    """The role that the names give: the first in the vocabulary's order."""
    best = None
    weak = True
    for found in _names(naming=naming).finditer(ident):
        group = int((found.lastgroup or "r0")[1:])
        weak = weak and found.group() in _weak()
        if best is None or group < best[0]:
            best = (group, found.group())
    if best is None:
        return None
    return Place(list(_words(naming=naming))[best[0]], f"inside {best[1]!r}", weak)


@cache
def _body_names() -> re.Pattern[str]:
    words = vocab.load("_markup")["body"]["names"]
    return re.compile(rf"(?<![a-z])(?:{'|'.join(re.escape(word) for word in words)})(?![a-z])")


def is_body_name(ident: str) -> bool:
    """Do an element's names say that it holds a story's text?"""
    return _body_names().search(ident) is not None


# What the names of a story's own element say.
_STORY = Place(None, "a story's name")


@cache
def _said(*, naming: bool) -> Memo[Place | None]:
    """By the names of an element, what they say, and None if that is nothing."""
    story = _body_names()

    def say(ident: str) -> Place | None:
        return _STORY if story.search(ident) else _by_name(ident, naming=naming)

    return Memo(say, _IDENTS)


@cache
def _tagged() -> dict[str, Place]:
    """What tags say."""
    by_tag = vocab.load("_markup")["tags"]
    return {tag: Place(Role(by_tag[tag]), f"inside <{tag}>", tag in _weak()) for tag in by_tag}


def places(nodes: Sequence[Node], shares: Sequence[float], *, naming: bool = False) -> list[Place]:
    """What the markup says about each node.

    ``shares`` is the part of the page's running text that stands under each node: a name
    on an element that holds half of it is no name of page chrome. ``naming`` takes in the
    names that tell chrome from other chrome and say nothing about the story.
    """
    said, tagged = _said(naming=naming), _tagged()
    result: list[Place] = []
    for (parent, tag, ident), share in zip(nodes, shares, strict=True):
        place = result[parent] if parent >= 0 else _NOWHERE
        own = said[ident] if ident else None
        # 0.5: chrome never holds half of the running text, the story's wrappers do.
        if share < 0.5 and tag not in _ROOTS:
            if own is not _STORY:
                place = own or place
            elif place.role not in FIRM:
                place = _NOWHERE
            if place.role is None and tag in tagged:
                place = tagged[tag]
        elif own is _STORY:
            place = _NOWHERE
        result.append(place)
    return result
