"""What tells an article from a section front, a listing, a product, a forum: numbers.

They are read off the page itself and not off its labels, so that they hold whatever
labels the blocks, and the weights need no new training when the labels change.
"""

from newsclean.fields.pagetype import address, claims, flow, markup
from newsclean.page import Page

__all__ = ["HTML", "TEXT", "html_row", "text_row"]

HTML = (*flow.NAMES, *markup.NAMES, *claims.NAMES, *address.NAMES)
"""The names of the features of an HTML page, in their order."""
TEXT = flow.NAMES
"""The names of the features of a flat text, in their order."""


def html_row(page: Page, language: str | None) -> list[float]:
    """The features of an HTML page."""
    return [
        *flow.row(page, language),
        *markup.row(page),
        *claims.row(page),
        *address.row(address.address(page)),
    ]


def text_row(page: Page, language: str | None) -> list[float]:
    """The features of a flat text."""
    return flow.row(page, language)
