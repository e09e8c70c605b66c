"""HTML to a Page."""

from typing import Any

from newsclean.page import Page
from newsclean.read.head import read_claims
from newsclean.read.inline import Hints
from newsclean.read.parsing import parse, utf8
from newsclean.read.walk import MAX_DEPTH, Walk


def read_html(
    source: Any,
    *,
    url: str | None = None,
    encoding: str | None = None,
    problems: tuple[str, ...] = (),
    data: bytes | None = None,
) -> Page:
    """The page of an HTML text or of an lxml element, which is left as it is.

    ``data`` is the text in UTF-8, if the caller has it: the parser reads bytes.
    """
    notes = list(problems)
    root = source
    if isinstance(source, str):
        data = utf8(source) if data is None else data
        root, troubles = parse(source, data)
        notes += troubles
    if root is None:
        return Page("html", (), url=url, encoding=encoding, problems=(*notes, "no content"))
    walk = Walk(Hints(root, url, data))
    walk.whole(root)
    claims, declared = read_claims(root, url, walk.sayings, data)
    if walk.cut:
        notes.append(f"elements nested deeper than {MAX_DEPTH} were read without structure")
    if not walk.blocks:
        notes.append("no content")
    return Page(
        kind="html",
        blocks=tuple(walk.blocks),
        nodes=tuple(walk.nodes),
        claims=(*claims, *walk.claims),
        pictures=tuple(walk.pictures),
        url=url,
        language=declared,
        encoding=encoding,
        problems=tuple(notes),
    )
