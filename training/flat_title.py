"""Weights that tell the headline among the lines of flat text (``flat_title.json``)."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.texts import normalise
from newsclean import weights
from newsclean.label.flat_title import NAMES, candidates, rows
from newsclean.label.language import find_language
from newsclean.label.lines import label_lines
from newsclean.label.phrases import phrases
from newsclean.page import Page
from training.flat_pages import flat_pages
from training.folds import FOLDS
from training.trees import fit

Array = NDArray[np.float64]

# A page has one headline and some forty other lines.
_OTHERS = 0.2


class _Head(NamedTuple):
    fold: int
    rows: Array
    labels: Array


def main(corpora: Path, out: Path, folds_out: Path) -> None:
    """Write ``flat_title.json`` to ``out``, and each fold's to ``folds_out/<fold>/``.

    The story is what ``lines.json`` and ``fragments.json`` of the page's fold take for it:
    they must stand in ``folds_out`` already.
    """
    heads = list(_heads(corpora, folds_out))
    for fold in (None, *range(FOLDS)):
        data = _fit([head for head in heads if head.fold != fold])
        _write(data, out if fold is None else folds_out / str(fold))


def _heads(corpora: Path, folds: Path) -> Iterator[_Head]:
    for made in flat_pages(corpora, folds):
        title = normalise(made.document.truth.title or "")
        if not title:
            continue
        language = find_language(made.page)
        with weights.using(folds / str(made.fold)):
            body = story(made.page, language)
        if not body:
            continue
        labels = [
            float(normalise(made.page.blocks[i].text) == title)
            for i in candidates(made.page, body)
        ]
        # Where no line is the headline, a title that stands elsewhere would be taught away;
        # a text that has none teaches when to keep quiet.
        if any(labels) or made.style == "clean":
            found = np.array(rows(made.page, body, language))
            yield _Head(made.fold, found, np.array(labels))


def story(page: Page, language: str | None) -> list[int]:
    """The lines that the labels take for the story."""
    labels = label_lines(page, phrases(language))
    return [i for i, label in enumerate(labels) if label is not None]


def _fit(heads: Sequence[_Head]) -> dict[str, Any]:
    share = [1 / max(1.0, head.labels.sum()) for head in heads]
    return fit(
        np.vstack([head.rows for head in heads]),
        np.concatenate([head.labels for head in heads]),
        np.concatenate(
            [np.where(h.labels > 0, s, _OTHERS) for h, s in zip(heads, share, strict=True)]
        ),
        NAMES,
        trees=80,
        leaves=12,
        rate=0.1,
        least=20,
    )


def _write(data: dict[str, Any], directory: Path) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, separators=(",", ":"))
    (directory / "flat_title.json").write_text(text + "\n", encoding="utf-8")
