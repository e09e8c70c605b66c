"""Weights for the lines of flat text (``lines.json``): words, places, first and second look.

Each is trained on scores that the one before gave to publishers it had not seen, as it
will meet them: for each fold by weights that were made without it.
"""

import json
from collections.abc import Sequence
from functools import cache, partial
from multiprocessing import Pool, get_context
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from benchmarks.documents import Document
from newsclean.label import line_words
from newsclean.label.language import find_language
from newsclean.label.line_facts import Fact, facts
from newsclean.label.line_features import FIRST, first_rows
from newsclean.label.line_runs import SECOND, second_rows
from newsclean.label.line_told import TABLES, TOLD, Said, told_rows
from newsclean.label.phrases import phrases
from training.arrays import Array
from training.beside import beside
from training.flat_pages import FlatPage, documents, pages_of
from training.folds import FOLDS
from training.trees import fit
from training.words import fit_words

_TREES, _LEAVES, _RATE = 90, 20, 0.1
_L2 = 0.3
# What a page counts that newsclean labelled itself, by its HTML.
_TAUGHT = 0.5
# Of the lines far from any story this part is enough.
_FAR_PART = 3
_NEAR = 12


class _Lines(NamedTuple):
    """A page ready for training."""

    fold: int
    style: str
    taught: bool
    facts: list[Fact]
    rows: Array
    """The features of the first look; what the words say is put in later."""
    words: sparse.csr_matrix
    truths: dict[int | None, tuple[Array, Array]]
    """Labels and weights of the lines: for None those from everything; for a fold, where
    they differ, those that nothing of it had a part in."""

    def truth(self, left_out: int | None) -> tuple[Array, Array]:
        return self.truths.get(left_out, self.truths[None])


class _Rows(NamedTuple):
    page: _Lines
    rows: Array


def main(corpora: Path, out: Path, folds_out: Path) -> None:
    """Write ``lines.json`` to ``out``, and each fold's to ``folds_out/<fold>/``.

    ``fragments.json`` must stand in ``folds_out`` already: the reader takes it.
    """
    with Pool() as pool:
        found = pool.imap(partial(_prepared, folds_out), documents(corpora), chunksize=4)
        _PAGES.extend(page for part in found for page in part)
    # Workers that start now have the pages already.
    with get_context("fork").Pool() as pool:
        for fold, data in pool.imap(_looks, (None, *range(FOLDS)), chunksize=1):
            _write(data, out if fold is None else folds_out / str(fold))


_PAGES: list["_Lines"] = []


def _looks(left_out: int | None) -> tuple[int | None, dict[str, Any]]:
    return left_out, _Training(_PAGES, left_out).looks()


def _prepared(folds: Path, document: Document) -> list[_Lines]:
    return [_prepare(page) for page in pages_of(document, folds)]


class _Training:
    """Weights made without one fold."""

    def __init__(self, pages: Sequence[_Lines], left_out: int | None) -> None:
        self._left_out = left_out
        self._pages = [page for page in pages if page.fold != left_out]
        self._folds = sorted({page.fold for page in self._pages})
        self._table = cache(self._fit_table)

    def looks(self) -> dict[str, Any]:
        """The content of ``lines.json``."""
        rows = [self._first_rows(page) for page in self._pages]
        second = []
        for fold in self._folds:
            first = self._fit([row for row in rows if row.page.fold != fold], FIRST)
            second += [_second_rows(row, first) for row in rows if row.page.fold == fold]
        return {
            **{name: [int(value) for value in self._table(name, None)] for name in TABLES},
            "first": self._fit(rows, FIRST),
            "second": self._fit(second, (*FIRST, *SECOND)),
        }

    def _fit_table(self, name: str, fold: int | None) -> Array:
        """A table of weights for words, made without ``fold`` too, as it is stored."""
        # One style of each page: the others hold the same words.
        kept = [p for p in self._pages if p.fold != fold and p.style in ("inner", "wet")]
        matrix = sparse.vstack([page.words for page in kept]).tocsr()
        truths = [self._told(page, name) for page in kept]
        labels = np.concatenate([truth[0] for truth in truths])
        weights = np.concatenate([truth[1] for truth in truths])
        chosen = weights > 0
        found = fit_words(matrix[chosen], labels[chosen], weights[chosen], _L2)
        # The intercept is left to the trees.
        return np.round(found[:-1] * line_words.SCALE)

    def _told(self, page: _Lines, name: str) -> tuple[Array, Array]:
        """The labels and weights of a page's lines that the table ``name`` learns from."""
        labels, weights = page.truth(self._left_out)
        if name == "words":
            return labels, weights + 0.02 * (weights > 0)
        return beside(labels, weights, above=name == "before", share=_share_of(page))

    def _first_rows(self, page: _Lines) -> _Rows:
        said = Said(
            *(
                (page.words @ self._table(name, page.fold) / line_words.SCALE).tolist()
                for name in TABLES
            )
        )
        rows = page.rows.copy()
        rows[:, -len(TOLD) :] = told_rows(said)
        return _Rows(page, rows)

    def _fit(self, pages: Sequence[_Rows], names: Sequence[str]) -> dict[str, Any]:
        truths = [row.page.truth(self._left_out) for row in pages]
        kept = [weights > 0 for _, weights in truths]
        return fit(
            np.vstack([row.rows[keep] for row, keep in zip(pages, kept, strict=True)]),
            np.concatenate([labels[keep] for (labels, _), keep in zip(truths, kept, strict=True)]),
            np.concatenate([own[keep] for (_, own), keep in zip(truths, kept, strict=True)]),
            names,
            trees=_TREES,
            leaves=_LEAVES,
            rate=_RATE,
            least=60,
            stages=(20, 45),
            margin=5.0,
            threads=1,
        )


def _share_of(page: _Lines) -> float:
    return _TAUGHT if page.taught else 1.0


def _second_rows(row: _Rows, first: dict[str, Any]) -> _Rows:
    scores = predict(first, row.rows)
    rows = second_rows(row.page.facts, row.rows.tolist(), scores.tolist())
    return row._replace(rows=np.array(rows))


def predict(forest: dict[str, Any], rows: Array) -> Array:
    """What :class:`newsclean.trees.Forest` gives for each row, without early ends."""
    scores = np.full(len(rows), float(forest["base"]))
    for tree in forest["trees"]:
        _add(tree, rows, np.arange(len(rows)), scores)
    return scores


def _add(tree: Any, rows: Array, chosen: NDArray[np.int64], scores: Array) -> None:
    if not isinstance(tree, list):
        scores[chosen] += tree
        return
    feature, threshold, left, right = tree
    goes_left = rows[chosen, feature] <= threshold
    _add(left, rows, chosen[goes_left], scores)
    _add(right, rows, chosen[~goes_left], scores)


def _prepare(page: FlatPage) -> _Lines:
    language = find_language(page.page)
    blocks = page.page.blocks
    found = facts(blocks, phrases(language), language)
    truths: dict[int | None, tuple[Array, Array]] = {None: _truth(page, found, page.labels)}
    for fold in range(FOLDS):
        if page.taught is not None:
            truths[fold] = _truth(page, found, page.labels_without(fold))
    words = _words([block.text for block in blocks])
    nothing = [0.0] * len(blocks)
    rows = np.array(first_rows(blocks, found, Said(*(nothing for _ in TABLES))))
    return _Lines(page.fold, page.style, page.taught is not None, found, rows, words, truths)


def _truth(page: FlatPage, found: Sequence[Fact], given: Sequence[float]) -> tuple[Array, Array]:
    shares = np.array(given)
    labels = (shares > 0.5).astype(float)
    sizes = np.maximum(np.array(page.sizes, float), [fact.size / 6 for fact in found])
    # A line counts by its part of the page's story, as the measure counts it; the constant
    # keeps short lines from being worth nothing.
    weights = np.minimum(2.0, 0.01 + (sizes + 1) / (float(sizes @ labels) + 60))
    weights *= shares >= 0
    if page.style == "clean":
        weights *= 0.3
    if page.taught is not None:
        weights *= _TAUGHT
    weights *= _kept(found, labels)
    return labels, weights


def _kept(found: Sequence[Fact], labels: Array) -> Array:
    """1 for lines around the story and running text; of the others every third counts
    three times."""
    story = np.flatnonzero(labels)
    near = np.array([fact.running for fact in found])
    if len(story):
        near[max(0, story[0] - _NEAR) : story[-1] + _NEAR + 1] = True
    third = np.arange(len(found)) % _FAR_PART == 0
    return np.where(near, 1.0, np.where(third, float(_FAR_PART), 0.0))


def _words(lines: Sequence[str]) -> sparse.csr_matrix:
    own = [line_words.buckets(line) for line in lines]
    indices = [bucket for line in own for bucket in line]
    values = [len(line) ** -0.5 for line in own for _ in line]
    ends = np.cumsum([0, *(len(line) for line in own)])
    return sparse.csr_matrix((values, indices, ends), shape=(len(own), line_words.SIZE))


def _write(data: dict[str, Any], directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, separators=(",", ":"))
    (directory / "lines.json").write_text(text + "\n", encoding="utf-8")
