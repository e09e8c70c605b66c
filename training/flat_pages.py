"""Pages of the corpora as flat text in many styles, with the truth of each line."""

import random
import re
import textwrap
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import lxml.html

from benchmarks.documents import Document, Truth
from benchmarks.flatten import flatten, parse
from benchmarks.loaders import load
from benchmarks.texts import normalise
from newsclean import Article, extract, weights
from newsclean.page import Page
from newsclean.read.text import read_text
from training.align import align, tokens
from training.folds import FOLDS, fold_of_document

# A page whose lines cannot make up the truth (it is in a script, or of another version)
# teaches that text is no text. Share of the truth that the lines must cover.
_LEAST_COVERED = 0.7
_LEAST_TOKENS = 15
_LABELLED, _UNLABELLED = ("aeb", "fundus", "wcxb"), ("trafilatura", "htmldate")
# A page that newsclean is to label: its confidence, and tokens of its story.
_SURE, _LEAST_TAUGHT = 0.5, 60


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
    taught: dict[int, list[float]] | None = None
    """For a page without a truth: the labels as each fold's weights give them."""

    def labels_without(self, fold: int | None) -> list[float]:
        """The labels that nothing of ``fold`` had a part in; all -1 where there are none."""
        if self.taught is None or fold is None:
            return self.labels
        return self.taught.get(fold, [-1.0] * len(self.labels))


def documents(corpora: Path) -> list[Document]:
    """The pages that flat text is learned from: those with a truth, and those of which
    newsclean's labels of the HTML are taken for one."""
    labelled = load(corpora, _LABELLED, flat=False).documents
    known = {document.url for document in labelled}
    others: dict[str | None, Document] = {}
    for document in load(corpora, _UNLABELLED, flat=False).documents:
        if document.url not in known:
            others.setdefault(document.url, document)
    return [*labelled, *others.values()]


def pages_of(document: Document, folds: Path) -> Iterator[FlatPage]:
    """The page in some of the styles: always broken at inline elements, and once in blocks;
    one with a truth also in a style that the benchmarks lack, and as its story alone.

    ``folds`` holds the weights that the reader takes for pages of each fold, and those
    that label the HTML of a page without a truth.
    """
    seed = zlib.crc32(document.id.encode())
    fold = fold_of_document(document)
    if document.corpus in _UNLABELLED:
        yield from _taught(document, seed, fold, folds)
        return
    truth = document.truth.text or ""
    if len(tokens(truth)) < _LEAST_TOKENS:
        return
    with weights.using(folds / str(fold)):
        for style, text in _styles(document, seed):
            made = _labelled(document, style, fold, text, truth)
            if made is not None:
                yield made


def _taught(document: Document, seed: int, fold: int, folds: Path) -> Iterator[FlatPage]:
    """A page without a truth, labelled by what the labels of its HTML take for the story:
    they are right far more often than those of flat text."""
    data = document.data
    own = _story(document, data)
    if own is None:
        return
    stories = {}
    for left_out in range(FOLDS):
        with weights.using(folds / str(left_out)):
            found = _story(document, data)
        if found is not None:
            stories[left_out] = found.text
    titled = replace(document, truth=Truth(text=own.text, title=own.title))
    with weights.using(folds / str(fold)):
        for style, text in islice(_styles(titled, seed), 2):
            made = _labelled(titled, style, fold, text, own.text)
            if made is None:
                continue
            by_story = {own.text: made.labels}
            others = {}
            for left_out, story in stories.items():
                if story not in by_story:
                    again = _labelled(titled, style, fold, text, story)
                    by_story[story] = again.labels if again else []
                if by_story[story]:
                    others[left_out] = by_story[story]
            yield made._replace(taught=others)


def _story(document: Document, data: bytes) -> Article | None:
    """What newsclean makes of the page, if it is sure of an article."""
    article = extract(data, url=document.url, kind="html")
    sure = article.confidence is not None and article.confidence >= _SURE
    return article if sure and len(tokens(article.text)) >= _LEAST_TAUGHT else None


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
