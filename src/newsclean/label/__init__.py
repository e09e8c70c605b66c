"""One role for each block of a page, and the reason."""

from collections.abc import Callable

from newsclean.label.body import label_body
from newsclean.label.chrome import name_chrome
from newsclean.label.furniture import find_furniture
from newsclean.label.language import find_language
from newsclean.label.lines import label_lines
from newsclean.label.phrases import phrases
from newsclean.label.records import with_record
from newsclean.label.stated import with_stated_story
from newsclean.page import Label, Labelled, Page, Role
from newsclean.read.state import Story

__all__ = ["label_page"]

_NO_DECK = frozenset((Role.CAPTION, Role.RELATED, Role.PAYWALL, Role.CONSENT))
_UNNAMED = Label(Role.OTHER, "not part of the article; not asked what it is")


def label_page(
    page: Page,
    *,
    language: str | None = None,
    state: Callable[[str | None], Story | None] | None = None,
    rescue: Callable[[], str] | None = None,
    naming: bool = True,
) -> Labelled:
    """``page`` with a label for each block.

    ``language`` is the caller's word for the page's language; else it is found.
    ``state`` gives the story that scripts and templates hold for a headline; it is asked
    only where the labels leave (nearly) nothing. ``rescue`` gives the story's text by other
    means; it is asked where there is nothing still. Without ``naming`` all chrome is
    :attr:`Role.OTHER`, and some of what stands around the story, which is sooner done.
    """
    given = language
    language = given or find_language(page)
    words = phrases(language)
    named = label_lines(page, words) if page.kind == "text" else label_body(page, words)
    if state is not None:
        found, named = with_stated_story(page, named, state)
        if found is not page:
            page, language = found, given or find_language(found)
    known = {i: label for i, label in enumerate(named) if label is not None}
    if rescue is not None and not any(label.role is Role.BODY for label in known.values()):
        known.update(_rescued(page, rescue()))
    body = [i for i, label in known.items() if label.role is Role.BODY]
    around = find_furniture(page, body, language, story_alone=not naming)
    for i, label in with_record(page, around).items():
        # What stands beside a picture may look like a deck, or be the page's description.
        if label.role is not Role.DECK or i not in known or known[i].role not in _NO_DECK:
            known[i] = label
    if not naming:
        labels = tuple(known.get(i, _UNNAMED) for i in range(len(page.blocks)))
        return Labelled(page, labels, language)
    return Labelled(page, tuple(name_chrome(page, known, words)), language)


def _rescued(page: Page, text: str) -> dict[int, Label]:
    """Labels for the blocks that stand in ``text``."""
    folded = " ".join(text.split())
    label = Label(Role.BODY, "taken by readability-lxml; no rule found a story")
    return {i: label for i, block in enumerate(page.blocks) if block.text in folded}
