"""What a caller hands in, opened: decoded, read and labelled."""

import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from newsclean.decode import decode, looks_like_html, plain_utf8
from newsclean.errors import one_of
from newsclean.label import label_page
from newsclean.last_resort import readability_text
from newsclean.page import Label, Labelled, Page, Role
from newsclean.read.html import read_html
from newsclean.read.state import find_story
from newsclean.read.text import read_text

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from lxml.etree import _Element, _ElementTree

    Source: TypeAlias = "bytes | str | Path | _Element | _ElementTree | BeautifulSoup"
else:
    Source: TypeAlias = Any

KINDS = ("auto", "html", "text")


def open_source(
    source: Source,
    url: str | None,
    kind: str,
    encoding: str | None,
    language: str | None,
    now: datetime.datetime | None,
    *,
    naming: bool = True,
) -> Labelled:
    """``source`` read and labelled; chrome gets its roles with ``naming`` alone."""
    one_of("kind", kind, KINDS)
    for name, value in (("url", url), ("encoding", encoding), ("language", language)):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"{name} must be a str or None, not {type(value).__name__}")
    if now is not None and not isinstance(now, datetime.datetime):
        raise TypeError(f"now must be a datetime or None, not {type(now).__name__}")
    markup, page = read_source(source, url, kind, encoding)
    html = page.kind == "html"
    try:
        return label_page(
            page,
            language=language,
            state=(lambda title: find_story(markup, title)) if html else None,
            rescue=(lambda: readability_text(markup)) if html else None,
            naming=naming,
        )
    except Exception as error:
        return _unlabelled(page, language, f"labels failed: {type(error).__name__}: {error}")


def _unlabelled(page: Page, language: str | None, problem: str) -> Labelled:
    """The page with all of its text kept as chrome: odd in a way that no rule foresaw."""
    label = Label(Role.OTHER, "the page could not be labelled")
    page = dataclasses.replace(page, problems=(*page.problems, problem))
    return Labelled(page, (label,) * len(page.blocks), language)


def read_source(
    source: Source, url: str | None, kind: str, encoding: str | None
) -> tuple[Any, Page]:
    """The source as text or element, and the page."""
    problems: tuple[str, ...] = ()
    charset = data = None
    if isinstance(source, Path):
        source = source.read_bytes()
    if isinstance(source, (bytes, bytearray, memoryview)):
        decoded = decode(bytes(source), encoding)
        data = plain_utf8(bytes(source), decoded)
        source, charset, problems = decoded
    if not isinstance(source, str):
        source = _unwrapped(source)
    if not isinstance(source, str):
        return source, read_html(source, url=url)
    if kind == "html" or (kind == "auto" and looks_like_html(source)):
        page = read_html(source, url=url, encoding=charset, problems=problems, data=data)
        return source, page
    return source, read_text(source, url=url, encoding=charset, problems=problems)


def _unwrapped(source: Any) -> Any:
    """An lxml element, or the markup of a soup."""
    # Asked before anything else: a soup answers every hasattr() with yes.
    if type(source).__module__.partition(".")[0] == "bs4":
        from bs4 import Tag

        if isinstance(source, Tag):
            return source.decode()
    if hasattr(source, "getroot"):
        source = source.getroot()
    if hasattr(source, "itertext") and isinstance(getattr(source, "tag", None), str):
        return source
    raise TypeError(
        "source must be bytes, str, a pathlib.Path, an lxml element or tree, or a "
        f"BeautifulSoup, not {type(source).__name__}"
    )
