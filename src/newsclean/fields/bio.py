"""What the page says about its authors: the bio, and the role in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsclean.article import Author, Evidence
from newsclean.label.bios import about_author
from newsclean.label.likeness import key_of
from newsclean.label.people import is_role
from newsclean.page import Labelled, Role

_SENTENCE_END = re.compile(r"[.!?…。！？][\"”’»)]{0,2}(?=\s|$)")
_IS = re.compile(
    r"^.{2,60}?\s(?:is|was|ist|est|es|è|é)\s(?:an?|the|our|ein|eine|der|die|un|une|una|um|uma)?\s?"
    r"(?P<role>.{3,160}?)(?:[.!。]$|[.!]\s|,\s(?:who|where|and)\b)",
)


def add_bios(
    labelled: Labelled, authors: Sequence[Author]
) -> tuple[list[Author], tuple[Evidence, ...]]:
    """The authors with the notes that the page has about them, and where those stand.

    A note goes to the author whose name opens it; one that names nobody goes to the only
    author. What trails the note ("Contact:", "Follow her:") stays behind.
    """
    told = list(authors)
    evidence: list[Evidence] = []
    blocks = labelled.page.blocks
    for at in labelled.having(Role.AUTHOR_BIO):
        text = blocks[at].text
        end = _end(text)
        if end < 20:
            continue
        for n, author in enumerate(told):
            if author.kind != "person":
                continue
            if (
                about_author(text, {author.name}, labelled.language)
                or (len(told) == 1 and author.bio is None and author.name in text)
                or _stands_under(labelled, at, author.name)
            ):
                bio = text[:end]
                if author.bio is None:
                    told[n] = replace(author, bio=bio, role=author.role or _role(bio))
                if told[n].bio == bio:
                    rule = labelled.labels[at].reason
                    evidence.append(Evidence(rule, "text", bio, at, (0, end)))
                break
    return told, tuple(evidence)


def _stands_under(labelled: Labelled, at: int, name: str) -> bool:
    """Does the name stand alone at most two blocks above the note?"""
    for above in (at - 1, at - 2):
        if above < 0 or labelled.labels[above].role not in (Role.BYLINE, Role.AUTHOR_BIO):
            return False
        if key_of(labelled.page.blocks[above].text).endswith(key_of(name)):
            return True
    return False


def _end(text: str) -> int:
    """Where the last whole sentence ends; the whole text where it has no sentences."""
    last = 0
    for match in _SENTENCE_END.finditer(text):
        last = match.end()
    return last or len(text)


def _role(bio: str) -> str | None:
    """What the note's first sentence says the author is."""
    match = _IS.match(bio)
    if match is None:
        return None
    role = match["role"].strip(" ,")
    return role if is_role(" ".join(role.split()[:8])) else None
