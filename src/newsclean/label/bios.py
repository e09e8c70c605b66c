"""Notes about the author, at the head or the tail of a story."""

from collections.abc import Mapping

from newsclean.label.people import is_person
from newsclean.label.scene import Scene
from newsclean.label.scene import names as _class_names
from newsclean.page import Kind, Label, Page, Role
from newsclean.vocab import load

# A note about an author is a few sentences.
_LONGEST = 900
_TAIL, _HEAD = 20, 8


def find_bios(scene: Scene, first: int, last: int) -> dict[int, Label]:
    """The blocks around a story, which goes from ``first`` to ``last``, that tell who its
    author is."""
    page, labels, language = scene.page, scene.labels, scene.language
    found: dict[int, Label] = {}
    zone = (
        *range(max(0, first - _HEAD), first),
        *range(max(first + 2, last - 1), min(len(page.blocks), last + _TAIL)),
    )
    names = _known_names(page, labels)
    for i in scene.wanted(zone):
        block = page.blocks[i]
        if block.kind is Kind.BUTTON or len(block.text) > _LONGEST:
            continue
        marked = bool(page.nodes) and _marked(page, i)
        if len(block.text) >= 25 and about_author(block.text, names, language):
            found[i] = Label(Role.AUTHOR_BIO, "says who the author is")
        elif marked and len(block.text) >= 40 and i not in labels:
            found[i] = Label(Role.AUTHOR_BIO, "inside an author element")
        elif i > last and is_person(block.text) and i + 1 < len(page.blocks):
            below = page.blocks[i + 1].text
            if about_author(below, {block.text}, language) and len(below) <= _LONGEST:
                found[i] = Label(Role.BYLINE, "a name above the note about the author")
                found[i + 1] = Label(Role.AUTHOR_BIO, "says who the author is")
    return found


def _known_names(page: Page, labels: Mapping[int, Label]) -> set[str]:
    names = {c.value for c in page.claims if c.name in ("author", "rel-author", "author-link")}
    for i, label in labels.items():
        if label.role is Role.BYLINE:
            names.add(page.blocks[i].text.removeprefix("By ").removeprefix("by "))
    return {name for name in names if is_person(name)}


def _marked(page: Page, block: int) -> bool:
    node = page.blocks[block].node
    for _ in range(3):
        if node is None or node < 0:
            return False
        if _class_names("bio").search(page.nodes[node].ident):
            return True
        node = page.nodes[node].parent
    return False


def about_author(text: str, names: set[str] | frozenset[str], language: str | None) -> bool:
    """Does ``text`` open with one of ``names`` (or a first or last name of it) and go on to
    say who that is?"""
    folded = text.casefold()
    for name in names:
        parts = name.split()
        for form in (name, parts[0], parts[-1], f"Dr. {name}"):
            if folded.startswith(form.casefold()) and _tells(text[len(form) :], language):
                return True
    return False


def _tells(rest: str, language: str | None) -> bool:
    folded = rest.casefold().lstrip(" ,–—-")
    if not rest[:1].isspace() and rest[:1] not in ",":
        return False
    for code in {language or "en", "en"}:
        if any(folded.startswith(verb) for verb in load(code).get("bio", {}).get("verbs", ())):
            return True
    return False
