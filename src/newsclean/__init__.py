"""newsclean turns a scraped news page, or its flattened text, into a typed article."""

from newsclean._statements import Statement
from newsclean.api import extract, label, text
from newsclean.article import (
    Article,
    Author,
    BlockQuote,
    Chrome,
    Dateline,
    Element,
    Evidence,
    Heading,
    Image,
    LabelledBlock,
    ListItem,
    Paragraph,
    Preformatted,
    Quote,
    TableRow,
)
from newsclean.errors import MissingExtraError, NewscleanError
from newsclean.page import Role

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Author",
    "BlockQuote",
    "Chrome",
    "Dateline",
    "Element",
    "Evidence",
    "Heading",
    "Image",
    "LabelledBlock",
    "ListItem",
    "MissingExtraError",
    "NewscleanError",
    "Paragraph",
    "Preformatted",
    "Quote",
    "Role",
    "Statement",
    "TableRow",
    "__version__",
    "extract",
    "label",
    "text",
]
