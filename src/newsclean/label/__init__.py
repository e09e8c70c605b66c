"""One role for each block of a page, and the reason."""

from collections.abc import Callable

from newsclean.label.body import label_body
from newsclean.label.chrome import name_chrome
from newsclean.label.furniture import find_furniture
from newsclean.label.language import find_language
from newsclean.label.lines import label_lines
from newsclean.label.phrases import phrases
from newsclean.page import Label, Labelled, Page, Role

__all__ = ["label_page"]


def label_page(
    page: Page,
    *,
    language: str | None = None,
    rescue: Callable[[], str] | None = None,
) -> Labelled:
    """``page`` with a label for each block.

    ``language`` is the caller's word for the page's language; else it is found.
    ``rescue`` gives the story's text by other means; it is asked only where the rules
    leave nothing.
    """
    language = language or find_language(page)
    words = phrases(language)
    named = label_lines(page, words) if page.kind == "text" else label_body(page, words)
    known = {i: label for i, label in enumerate(named) if label is not None}
    if rescue is not None and not any(label.role is Role.BODY for label in known.values()):
        known.update(_rescued(page, rescue()))
    body = [i for i, label in known.items() if label.role is Role.BODY]
    known.update(find_furniture(page, body, language))
    return Labelled(page, tuple(name_chrome(page, known, words)), language)


def _rescued(page: Page, text: str) -> dict[int, Label]:
    """Labels for the blocks that stand in ``text``."""
    folded = " ".join(text.split())
    label = Label(Role.BODY, "taken by readability-lxml; no rule found a story")
    return {i: label for i, block in enumerate(page.blocks) if block.text in folded}
