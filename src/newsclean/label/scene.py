"""A page and its story, as the rules for what stands around it see them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from newsclean.page import Kind, Label, Page, Role
from newsclean.vocab import load

# How many blocks before and after the story its furniture can stand: the head of a page
# has breadcrumbs, kicker, headline, deck, share buttons, byline, date, caption.
HEAD, TAIL = 30, 14
NO_TEXT = (Kind.BUTTON, Kind.CAPTION)


class Scene(NamedTuple):
    page: Page
    body: frozenset[int]
    first: int
    last: int
    language: str | None
    labels: dict[int, Label]
    alone: bool = False
    """Are roles wanted for the story's blocks alone?"""

    def head(self) -> Iterator[int]:
        """The blocks before the story and its first few, from the headline on."""
        titles = [i for i, label in self.labels.items() if label.role is Role.TITLE]
        above = [i for i in titles if i <= self.first]
        # 8: breadcrumb, kicker and date line above the headline.
        start = max(above) - 8 if above else self.first - HEAD
        return iter(range(max(0, start), min(len(self.page.blocks), self.first + 4)))

    def tail(self) -> Iterator[int]:
        """The story's last blocks and what follows."""
        return iter(
            range(max(self.first + 1, self.last - 1), min(len(self.page.blocks), self.last + TAIL))
        )

    def wanted(self, blocks: Iterable[int]) -> Iterable[int]:
        """Those of ``blocks`` that a role is wanted for. It is for rules by whose roles no
        rule for a block of the story goes."""
        return [i for i in blocks if i in self.body] if self.alone else blocks

    def give(self, block: int, role: Role, reason: str) -> None:
        """A role for a block that has none."""
        self.labels.setdefault(block, Label(role, reason))


@cache
def names(part: str) -> re.Pattern[str]:
    """The names of classes and ids that mark a part of the head."""
    words = load("_head")["names"][part]
    return re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, words))})(?![a-z])")


@cache
def openings(part: str) -> tuple[str, ...]:
    """The words that open a line of some kind, in lower case."""
    return tuple(load("_head")["openings"][part])


_WORD = re.compile(r"(?:\w+|©|\(c\))")


def opens_credit(text: str) -> bool:
    """Does ``text`` open like the credit of a picture?"""
    match = _WORD.match(text)
    return match is not None and match[0].casefold() in openings("credit")


def idents(page: Page, block: int, levels: int = 3) -> str:
    """The names around a block, the innermost ones."""
    node = page.blocks[block].node
    names = []
    for _ in range(levels):
        if node is None or node < 0:
            break
        names.append(page.nodes[node].ident)
        node = page.nodes[node].parent
    return " ".join(name for name in names if name)


def shown(scene: Scene, block: int) -> bool:
    """Is the block visible text that is no control and no comment?"""
    found = scene.page.blocks[block]
    if found.kind in NO_TEXT:
        return False
    return not names("comment").search(idents(scene.page, block, 6))
