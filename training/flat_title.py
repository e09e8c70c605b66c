"""Weights that tell the headline among the lines of flat text (``flat_title.json``): of
words, and the trees that know what the words of a line say.

The trees are trained on what words say that were weighed without the page's fold.
"""

import json
from collections.abc import Sequence
from functools import cache, partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from benchmarks.documents import Document
from benchmarks.texts import normalise
from newsclean import weights
from newsclean.label import line_words
from newsclean.label.flat_title import candidates, main_start
from newsclean.label.flat_title_rows import NAMES, SAID, SAID_STEPS, near, rows
from newsclean.label.language import find_language
from newsclean.label.lines import label_lines
from newsclean.label.phrases import phrases
from newsclean.page import Page
from training.arrays import Array
from training.flat_pages import FlatPage, documents, pages_of
from training.folds import FOLDS
from training.trees import fit
from training.words import fit_words

# A page has one headline and some forty other lines.
_OTHERS = 0.2
_L2 = 0.3


class _Head(NamedTuple):
    fold: int
    style: str
    rows: Array
    """The features; what the words say is put in later."""
    labels: Array
    words: sparse.csr_matrix
    """The words of the candidates and the lines beside them."""
    beside: NDArray[np.int64]
    """For each candidate the rows of ``words`` of itself and its neighbours; the last row,
    which is empty, where there is none."""

    @property
    def weights(self) -> Array:
        share = 1 / max(1.0, float(self.labels.sum()))
        return np.where(self.labels > 0, share, _OTHERS)


def main(corpora: Path, out: Path, folds_out: Path) -> None:
    """Write ``flat_title.json`` to ``out``, and each fold's to ``folds_out/<fold>/``.

    The story is what ``lines.json`` and ``fragments.json`` of the page's fold take for it:
    they must stand in ``folds_out`` already.
    """
    with Pool() as pool:
        found = pool.imap(partial(_heads, folds_out), documents(corpora), chunksize=4)
        heads = [head for part in found for head in part]
    for fold in (None, *range(FOLDS)):
        data = _train([head for head in heads if head.fold != fold])
        _write(data, out if fold is None else folds_out / str(fold))


def _heads(folds: Path, document: Document) -> list[_Head]:
    found = (_head(made, folds) for made in pages_of(document, folds))
    return [head for head in found if head is not None]


def _head(made: FlatPage, folds: Path) -> _Head | None:
    title = normalise(made.document.truth.title or "")
    page = made.page
    language = find_language(page)
    with weights.using(folds / str(made.fold)):
        body = story(page, language)
    if not body or not title:
        return None
    lines = candidates(page, body)
    labels = [float(normalise(page.blocks[i].text) == title) for i in lines]
    # Where no line is the headline, a title that stands elsewhere would be taught away;
    # a text that has none teaches when to keep quiet.
    if not lines or (not any(labels) and made.style != "clean"):
        return None
    chosen = near(page, lines)
    place = {line: n for n, line in enumerate(chosen)}
    beside = [[place.get(line + step, len(chosen)) for step in SAID_STEPS] for line in lines]
    return _Head(
        made.fold,
        made.style,
        np.array(rows(page, body, lines, main_start(body), language, lambda text: 0.0)),
        np.array(labels),
        _words([page.blocks[i].text for i in chosen]),
        np.array(beside),
    )


def story(page: Page, language: str | None) -> list[int]:
    """The lines that the labels take for the story."""
    labels = label_lines(page, phrases(language))
    return [i for i, label in enumerate(labels) if label is not None]


def _words(lines: Sequence[str]) -> sparse.csr_matrix:
    own = [*(line_words.buckets(line) for line in lines), []]
    indices = [bucket for line in own for bucket in line]
    values = [len(line) ** -0.5 for line in own for _ in line]
    ends = np.cumsum([0, *(len(line) for line in own)])
    return sparse.csr_matrix((values, indices, ends), shape=(len(own), line_words.SIZE))


def _train(heads: Sequence[_Head]) -> dict[str, Any]:
    @cache
    def table(fold: int | None) -> Array:
        # The words of a story without chrome are what follows a headline, not what is none.
        kept = [head for head in heads if head.fold != fold and head.style != "clean"]
        found = fit_words(
            sparse.vstack([head.words[head.beside[:, 0]] for head in kept]).tocsr(),
            np.concatenate([head.labels for head in kept]),
            np.concatenate([head.weights for head in kept]),
            _L2,
        )
        return np.round(found[:-1] * line_words.SCALE)

    filled = []
    for head in heads:
        said = head.words @ table(head.fold) / line_words.SCALE
        own = head.rows.copy()
        own[:, SAID] = said[head.beside]
        filled.append(own)
    trees = fit(
        np.vstack(filled),
        np.concatenate([head.labels for head in heads]),
        np.concatenate([head.weights for head in heads]),
        NAMES,
        trees=200,
        leaves=20,
        rate=0.06,
        least=20,
        share=0.5,
    )
    return {"words": [int(value) for value in table(None)], "trees": trees}


def _write(data: dict[str, Any], directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, separators=(",", ":"))
    (directory / "flat_title.json").write_text(text + "\n", encoding="utf-8")
