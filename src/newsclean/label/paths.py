"""What the markup around a block says it is: names of classes and ids, and tags."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsclean import vocab
from newsclean.page import Node, Role


class Place(NamedTuple):
    """What the markup says about a node, itself or by the nearest ancestor that says it."""

    role: Role | None
    reason: str


_NOWHERE = Place(None, "")

# Names above a body say what kind of page it is; the body inside them is a body all the
# same. These roles hold whatever is inside.
FIRM = frozenset(
    (Role.COMMENT, Role.COMMENT_PROMPT, Role.RELATED, Role.LATEST_NEWS, Role.RECOMMENDED)
)


@cache
def _names() -> re.Pattern[str]:
    """One pattern with a group for each role, the words at the start of a name's part."""
    groups = []
    for n, words in enumerate(vocab.load("_markup")["roles"].values()):
        groups.append(f"(?P<r{n}>{'|'.join(re.escape(word) for word in words)})")
    return re.compile(rf"(?<![a-z])(?:{'|'.join(groups)})")


@cache
def _roles() -> tuple[Role, ...]:
    return tuple(Role(name) for name in vocab.load("_markup")["roles"])


@lru_cache(maxsize=8192)
def _by_name(ident: str) -> Place | None:
    """The role that the names give: the first in the vocabulary's order."""
    best = None
    for found in _names().finditer(ident):
        group = int((found.lastgroup or "r0")[1:])
        if best is None or group < best[0]:
            best = (group, found.group())
    return Place(_roles()[best[0]], f"inside {best[1]!r}") if best else None


@cache
def _body_names() -> re.Pattern[str]:
    words = vocab.load("_markup")["body"]["names"]
    return re.compile(rf"(?<![a-z])(?:{'|'.join(re.escape(word) for word in words)})(?![a-z])")


@lru_cache(maxsize=8192)
def _is_body(ident: str) -> bool:
    return _body_names().search(ident) is not None


def places(nodes: Sequence[Node], shares: Sequence[float]) -> list[Place]:
    """What the markup says about each node.

    ``shares`` is the part of the page's running text that stands under each node: a name
    on an element that holds half of it is no name of page chrome.
    """
    by_tag = vocab.load("_markup")["tags"]
    result: list[Place] = []
    for node, share in zip(nodes, shares, strict=True):
        place = result[node.parent] if node.parent >= 0 else _NOWHERE
        # 0.5: chrome never holds half of the running text, the story's wrappers do.
        if share < 0.5:
            ident = node.ident
            if ident and _is_body(ident):
                if place.role not in FIRM:
                    place = _NOWHERE
            else:
                place = (_by_name(ident) if ident else None) or place
            if place.role is None and node.tag in by_tag:
                place = Place(Role(by_tag[node.tag]), f"inside <{node.tag}>")
        elif node.ident and _is_body(node.ident):
            place = _NOWHERE
        result.append(place)
    return result
