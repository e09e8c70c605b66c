"""readability-lxml, for pages where the labels leave nothing."""

from typing import Any


def readability_text(html: Any) -> str:
    """The text that readability-lxml takes for the story of a page, given as text or as an
    lxml element; "" where it finds none or fails.

    It is not re-entrant and raises on odd pages, so that it stands alone here.
    """
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring, tostring
    from readability import Document
    from readability.readability import Unparseable

    try:
        if not isinstance(html, str):
            html = tostring(html, encoding="unicode")
        summary: Any = document_fromstring(Document(html).summary(html_partial=True))
    except (Unparseable, LxmlError, ValueError, TypeError, KeyError, RecursionError):
        return ""
    return " ".join(summary.itertext())
