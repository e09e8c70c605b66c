"""The pages that the story's labels are learned from, each read once.

Pages with a full truth (aeb, fundus, wcxb) give every block a label, by alignment. Pages
with segments (trafilatura) give one to the blocks that hold a segment, and none to others.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.documents import Document
from benchmarks.loaders import load
from newsclean.decode import decode
from newsclean.page import Kind, Page
from newsclean.read.html import read_html
from training.align import align, tokens
from training.folds import fold_of_document
from training.plain import plainly

_FULL = ("aeb", "fundus", "wcxb")
# A page whose blocks cannot make up the truth (it is in a script, or of another version)
# teaches that text is no text. Share of the truth that its blocks must cover.
_LEAST_COVERED = 0.8
# Shorter segments stand in menus as well as in stories.
_SEGMENT = 12


class Example(NamedTuple):
    """A page with what is known of its blocks."""

    document: Document
    fold: int
    page: Page
    labels: list[float]
    """For each block the share that belongs to the story, -1 where nothing is known."""
    full: bool
    """Is the label of every block known?"""
    plain: bool = False
    """Is it another page once more, in old dress?"""


def examples(corpora: Path) -> Iterator[Example]:
    """The pages of the corpora that tell what the story is."""
    for document in load(corpora, [*_FULL, "trafilatura"], flat=False).documents:
        page = read_html(decode(document.data).text)
        truth = document.truth
        if document.corpus in _FULL and truth.text:
            labels = _aligned(page, truth.text)
            if labels is not None:
                yield Example(document, fold_of_document(document), page, labels, True)
        elif truth.wanted is not None:
            labels = _by_segments(page, truth.wanted, truth.unwanted)
            yield Example(document, fold_of_document(document), page, labels, False)


def in_old_dress(pages: list[Example]) -> Iterator[Example]:
    """The pages once more, as they would have been made before style sheets."""
    for n, example in enumerate(pages):
        page = plainly(example.page, breaks=n % 2 == 0)
        yield example._replace(page=page, plain=True)


def _aligned(page: Page, truth: str) -> list[float] | None:
    shares = align([block.text for block in page.blocks], truth)
    covered = sum(
        share * len(tokens(block.text)) for share, block in zip(shares, page.blocks, strict=True)
    )
    if covered < _LEAST_COVERED * len(tokens(truth)):
        return None
    # Some truths hold the headline and most do not: it has a field of its own.
    return [
        -1.0 if block.kind is Kind.HEADING and block.level == 1 and share > 0.5 else share
        for share, block in zip(shares, page.blocks, strict=True)
    ]


def _by_segments(page: Page, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> list[float]:
    labels = [-1.0] * len(page.blocks)
    for segments, label in ((wanted, 1.0), (unwanted, 0.0)):
        for segment in segments:
            folded = " ".join(segment.split())
            if len(folded) < _SEGMENT:
                continue
            holding = [
                i for i, block in enumerate(page.blocks) if folded in " ".join(block.text.split())
            ]
            # A wanted segment that stands in several blocks may stand in a teaser too.
            if label == 0.0 or len(holding) == 1:
                for i in holding:
                    labels[i] = label
    return labels
