"""Weights for the labels of HTML blocks: words first, then trees.

The scores of words are features of the trees. They would flatter the trees if words and
trees learned from the same pages, so the words' scores of each page come from weights made
without its fold; for the weights of a fold, without that fold too.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from newsclean.label.features import NAMES, page_rows
from newsclean.label.phrases import phrases
from newsclean.label.tokens import SHORT, Words, name_words, text_words
from newsclean.page import Page
from newsclean.trees import Forest
from training.arrays import Array
from training.doubts import forget
from training.folds import FOLDS, publisher_of_document
from training.pages import Example, examples, in_old_dress
from training.trees import fit
from training.words import as_table, bags, fit_words

TREES: dict[str, Any] = {"trees": 80, "leaves": 16, "rate": 0.12, "share": 0.5}
# Evaluation may end after so many trees where the sum is this far, in log-odds, from 0.
STAGES = (10, 25, 45)
MARGIN = 2.5
# Where precision and recall are level over all corpora, out of fold: -0.1 to -0.55 gave
# AEB F1 .9749 to .9749 aeb, .9824 to .9788 fundus, .9536 to .9553 wcxb.
THRESHOLD = -0.4
# Penalties of the two linear models, and the least weight that is kept.
NAMES_L2, TEXTS_L2, LEAST = 30.0, 10.0, 0.08
# What a block of a page without full truth counts; one word of ten of a short story.
SEGMENT = 0.05
# What a page in old dress counts beside the same page in its own.
PLAIN = 0.15

Fold = tuple[int, ...]


class Data(NamedTuple):
    """All blocks that the model is asked about."""

    pages: list[Example]
    page: list[int]
    block: list[int]
    rows: Array
    labels: Array
    weights: Array
    folds: Array


def main(corpora: Path, out: Path, folds_out: Path) -> None:
    """Make the weights: from all pages to ``out``, without a fold to ``folds_out``."""
    pages = list(examples(corpora))
    data = read([*pages, *in_old_dress(pages)])
    full = np.array([data.pages[n].full for n in data.page])
    forget(data.labels, first_scores(data), np.array(data.page), full)
    words = fit_all_words(data)
    for excluded in [(), *((fold,) for fold in range(FOLDS))]:
        forest = fit_forest(data, with_scores(data, words, excluded), excluded)
        target = folds_out / str(excluded[0]) if excluded else out
        target.mkdir(parents=True, exist_ok=True)
        content = {**words[excluded], "forest": forest, "threshold": THRESHOLD}
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        (target / "body.json").write_text(text, encoding="utf-8")


def first_scores(data: Data) -> Array:
    """A score for each block, by trees that were made without its fold."""
    rows = with_scores(data, fit_all_words(data, largest=1), ())
    scores = np.zeros(len(data.labels))
    for fold in range(FOLDS):
        forest = Forest(fit_forest(data, rows, (fold,)))
        for i in np.flatnonzero(data.folds == fold):
            scores[i] = forest.score(rows[i].tolist())
    return scores


def fit_forest(data: Data, rows: Array, excluded: Fold) -> dict[str, Any]:
    """Trees made of the known labels outside of the excluded folds."""
    chosen = ~np.isin(data.folds, excluded) & (data.labels >= 0)
    labels = (data.labels[chosen] > 0.5).astype(float)
    return fit(
        rows[chosen], labels, data.weights[chosen], NAMES, stages=STAGES, margin=MARGIN, **TREES
    )


def read(pages: list[Example]) -> Data:
    """The blocks of all pages, their features without the scores of words."""
    nothing = Words({"names": {}, "texts": {}})
    page: list[int] = []
    block: list[int] = []
    rows: list[Array] = []
    labels: list[float] = []
    weights: list[float] = []
    for n, example in enumerate(pages):
        found = page_rows(example.page, phrases(None), nothing)
        if not found.indices:
            continue
        sizes = [len(example.page.blocks[i].text.split()) for i in found.indices]
        own = [example.labels[i] for i in found.indices]
        story = sum(size * max(label, 0) for size, label in zip(sizes, own, strict=True))
        page += [n] * len(own)
        block += found.indices
        rows.append(np.array(found.rows, dtype=np.float32))
        labels += own
        # Each page counts alike, by words as the measures do, and each block a little.
        part = PLAIN if example.plain else 1.0
        weights += [
            part * (min(size, 120) / max(story, 150) + 0.004 if example.full else SEGMENT)
            for size in sizes
        ]
    folds = np.array([pages[n].fold for n in page])
    scaled = np.array(weights)
    known = np.array(labels) >= 0
    return Data(
        pages,
        page,
        block,
        np.vstack(rows),
        np.array(labels),
        scaled / scaled[known].mean(),
        folds,
    )


def fit_all_words(data: Data, largest: int = 2) -> dict[Fold, dict[str, dict[str, float]]]:
    """The weights of words from all pages, without each fold, and without each two
    (``largest`` folds at most are left out together)."""
    publishers = [publisher_of_document(example.document) for example in data.pages]
    # Old dress has no names, and its texts are there already.
    plain = np.array([data.pages[n].plain for n in data.page])
    known = np.flatnonzero((data.labels >= 0) & ~plain)
    positive = data.labels > 0.5
    groups: dict[tuple[int, int], list[int]] = {}
    for i in known:
        node = data.pages[data.page[i]].page.blocks[data.block[i]].node
        if node is not None:
            groups.setdefault((data.page[i], node), []).append(int(i))
    names = bags(
        (path_words(data.pages[n].page, node) for n, node in groups),
        [publishers[n] for n, _ in groups],
    )
    node_weights = np.array([data.weights[g].sum() for g in groups.values()])
    shares = [(data.weights[g] * positive[g]).sum() for g in groups.values()]
    node_labels = np.array(shares) / np.maximum(node_weights, 1e-9)
    node_folds = np.array([data.folds[g[0]] for g in groups.values()])

    short = np.array([i for i in known if len(_text(data, int(i))) <= SHORT])
    texts = bags(
        (Counter(text_words(_text(data, int(i)))) for i in short),
        [publishers[data.page[i]] for i in short],
    )
    result: dict[Fold, dict[str, dict[str, float]]] = {}
    for excluded in _exclusions(largest):
        of_names = ~np.isin(node_folds, excluded)
        of_texts = ~np.isin(data.folds[short], excluded)
        rows = short[of_texts]
        of_path = fit_words(
            names.matrix[of_names], node_labels[of_names], node_weights[of_names], NAMES_L2
        )
        of_text = fit_words(
            texts.matrix[of_texts], positive[rows].astype(float), data.weights[rows], TEXTS_L2
        )
        result[excluded] = {
            "names": as_table(names.words, of_path, LEAST),
            "texts": as_table(texts.words, of_text, LEAST),
        }
    return result


def _exclusions(largest: int) -> Iterator[Fold]:
    for size in range(largest + 1):
        yield from combinations(range(FOLDS), size)


def _text(data: Data, i: int) -> str:
    return data.pages[data.page[i]].page.blocks[data.block[i]].text


def path_words(page: Page, node: int) -> Counter[str]:
    """How often each word stands on the path from the root to ``node``."""
    words: Counter[str] = Counter()
    while node >= 0:
        parent, tag, ident = page.nodes[node]
        words.update(name_words(tag, ident))
        node = parent
    return words


# The features that depend on the weights of words.
_SCORES = (
    "text_score",
    "previous_text",
    "next_text",
    "path_score",
    "own_score",
    "parent_score",
    "previous_path",
    "next_path",
    "path_vs_page",
    "own_vs_page",
)


def with_scores(data: Data, words: dict[Fold, dict[str, Any]], excluded: Fold) -> Array:
    """The rows with the scores of words, each page's from weights made without its fold
    and without ``excluded``."""
    columns = [NAMES.index(name) for name in _SCORES]
    models = {key: Words(table) for key, table in words.items()}
    result = data.rows.copy()
    at = 0
    known = phrases(None)
    for example, count in zip(data.pages, _counts(data), strict=True):
        if not count:
            continue
        model = models[tuple(sorted({*excluded, example.fold}))]
        rows = page_rows(example.page, known, model).rows
        result[at : at + count, columns] = [[row[c] for c in columns] for row in rows]
        at += count
    return result


def _counts(data: Data) -> Sequence[int]:
    counts = Counter(data.page)
    # Pages without rows have no entry in data.page, and a count of 0 here.
    return [counts[n] for n in range(len(data.pages))]
