"""Weights that tell where a dump broke a line inside a sentence (``fragments.json``).

A page flattened with one line for each string, and with one line for each block, holds the
same characters: what the second has on one line was one.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.flatten import flatten
from benchmarks.loaders import load
from newsclean.read.fragments import NAMES, is_fragmented, rows
from training.align import align
from training.folds import FOLDS, fold_of_document
from training.trees import fit

_TREES, _LEAVES = 80, 12
# Lines of chrome may be joined or not: it does no harm either way.
_CHROME_APART, _CHROME_JOINED, _BLOCKS = 0.3, 0.03, 0.3

_Sample = tuple[int, tuple[float, ...], float, float]


def main(corpora: Path, out: Path, folds_out: Path) -> None:
    """Write ``fragments.json`` to ``out``, and each fold's to ``folds_out/<fold>/``."""
    samples = list(_samples(corpora))
    folds = np.array([sample[0] for sample in samples])
    features = np.array([sample[1] for sample in samples])
    labels = np.array([sample[2] for sample in samples])
    weights = np.array([sample[3] for sample in samples])
    for fold in (None, *range(FOLDS)):
        kept = folds != (-1 if fold is None else fold)
        data = fit(
            features[kept],
            labels[kept],
            weights[kept],
            NAMES,
            trees=_TREES,
            leaves=_LEAVES,
            least=60,
            stages=(15, 35),
            margin=2.5,
        )
        _write(data, out if fold is None else folds_out / str(fold))


def _write(data: dict[str, Any], directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, separators=(",", ":"))
    (directory / "fragments.json").write_text(text + "\n", encoding="utf-8")


def _samples(corpora: Path) -> Iterator[_Sample]:
    """Fold, features, whether the two lines were one, and weight."""
    for document in load(corpora, ("aeb", "fundus", "wcxb"), flat=False).documents:
        fold = fold_of_document(document)
        broken = _folded(flatten(document.data, "bs4"))
        whole = _folded(flatten(document.data, "wet"))
        if len(broken) < 4 or _size("".join(broken)) != _size("".join(whole)):
            continue
        shares = align(whole, document.truth.text or "")
        yield from _places(fold, broken, whole, shares)
        if is_fragmented(whole, [0] * len(whole)):
            for row, share in zip(rows(whole), shares, strict=False):
                yield fold, row, 0.0, _BLOCKS if share > 0.5 else _BLOCKS / 3


def _places(
    fold: int, broken: list[str], whole: list[str], shares: list[float]
) -> Iterator[_Sample]:
    ends = list(accumulate(_size(line) for line in whole))
    at = 0
    for line, row in zip(broken, rows(broken), strict=False):
        at += _size(line)
        block = bisect_left(ends, at)
        one = float(ends[block] != at)
        if shares[block] > 0.5:
            yield fold, row, one, 1.0
        else:
            yield fold, row, one, _CHROME_JOINED if one else _CHROME_APART


def _folded(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.split()]


def _size(text: str) -> int:
    return len("".join(text.split()))
