"""Pages of the corpora as flat text in many styles, with the truth of each line."""

import random
import re
import textwrap
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import lxml.html

from benchmarks.documents import Document
from benchmarks.flatten import flatten, parse
from benchmarks.loaders import load
from benchmarks.texts import normalise
from newsclean import weights
from newsclean.page import Page
from newsclean.read.text import read_text
from training.align import align, tokens
from training.folds import fold_of_document

# A page whose lines cannot make up the truth (it is in a script, or of another version)
# teaches that text is no text. Share of the truth that the lines must cover.
_LEAST_COVERED = 0.7
_LEAST_TOKENS = 15


class FlatPage(NamedTuple):
    """A flat page with what is known of its lines."""

    document: Document
    style: str
    fold: int
    page: Page
    labels: list[float]
    """For each line the share that belongs to the story; -1 where it does not matter."""
    sizes: list[int]
    """Tokens of each line."""


def flat_pages(corpora: Path, folds: Path) -> Iterator[FlatPage]:
    """Each page in some of the styles: always broken at inline elements, once in blocks,
    once in a style that the benchmarks lack, and once as its story alone.

    ``folds`` holds the weights that the reader takes for pages of each fold.
    """
    for document in load(corpora, ("aeb", "fundus", "wcxb"), flat=False).documents:
        truth = document.truth.text or ""
        if len(tokens(truth)) < _LEAST_TOKENS:
            continue
        seed = zlib.crc32(document.id.encode())
        fold = fold_of_document(document)
        with weights.using(folds / str(fold)):
            for style, text in _styles(document, seed):
                made = _labelled(document, style, fold, text, truth)
                if made is not None:
                    yield made


def _styles(document: Document, seed: int) -> Iterator[tuple[str, str]]:
    data = document.data
    yield "bs4", flatten(data, "bs4")
    usual = ("inner", "wet")[seed % 2]
    yield usual, flatten(data, usual)
    if seed % 3 == 0:
        yield "wrapped", _wrapped(flatten(data, "inner"), seed)
    elif seed % 3 == 1:
        yield "marked", _marked(data)
    yield "clean", _clean(document, seed)


def _wrapped(text: str, seed: int) -> str:
    """Each line broken at 60 to 80 columns, with Windows line ends."""
    width = 60 + seed % 21
    lines = [line for part in text.split("\n") for line in textwrap.wrap(part, width) or [""]]
    return "\r\n".join(lines)


def _marked(data: bytes) -> str:
    """List items behind an asterisk, as text browsers print them."""
    tree = parse(data)
    if tree is None:
        return ""
    for item in tree.iter("li"):
        item.text = f"* {item.text or ''}"
    return flatten(lxml.html.tostring(tree, encoding="unicode"), "inner")


def _clean(document: Document, seed: int) -> str:
    """The story alone, as somebody cleaned it: the headline above, one time in two a
    byline, and not always blank lines."""
    chance = random.Random(seed)
    parts = [part for part in re.split(r"\n+", document.truth.text or "") if part.strip()]
    head = [document.truth.title] if document.truth.title and chance.random() < 0.7 else []
    return ("\n", "\n\n")[chance.random() < 0.5].join([*head, *parts])


def _labelled(document: Document, style: str, fold: int, text: str, truth: str) -> FlatPage | None:
    page = read_text(text)
    lines = [block.text for block in page.blocks]
    if not lines:
        return None
    shares = align(lines, truth)
    sizes = [len(tokens(line)) for line in lines]
    covered = sum(share * size for share, size in zip(shares, sizes, strict=True))
    if covered < _LEAST_COVERED * len(tokens(truth)):
        return None
    if style == "clean":
        shares = [1.0 if share > 0.5 or i else 0.0 for i, share in enumerate(shares)]
    # Some truths hold the headline and most do not: it has a field of its own.
    title = normalise(document.truth.title or "")
    if title:
        shares = [
            0.0 if share > 0.5 and normalise(line) == title else share
            for share, line in zip(shares, lines, strict=True)
        ]
    return FlatPage(document, style, fold, page, shares, sizes)
