"""Weights for words: logistic regression over sparse counts, by L-BFGS."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from training.arrays import Array

# A word that fewer publishers use says more about them than about stories.
LEAST_PUBLISHERS = 3


class Bags(NamedTuple):
    """Bags of words, one a row."""

    matrix: sparse.csr_matrix
    words: list[str]


def bags(rows: Iterable[dict[str, int]], publishers: Sequence[str]) -> Bags:
    """The bags as a matrix; words of too few publishers left out."""
    rows = list(rows)
    users: dict[str, set[str]] = defaultdict(set)
    for row, publisher in zip(rows, publishers, strict=True):
        for word in row:
            if len(users[word]) < LEAST_PUBLISHERS:
                users[word].add(publisher)
    words = sorted(word for word, who in users.items() if len(who) >= LEAST_PUBLISHERS)
    column = {word: n for n, word in enumerate(words)}
    indptr, indices, counts = [0], [], []
    for row in rows:
        for word, count in row.items():
            if word in column:
                indices.append(column[word])
                counts.append(float(count))
        indptr.append(len(indices))
    shape = (len(rows), len(words))
    return Bags(sparse.csr_matrix((counts, indices, indptr), shape=shape), words)


def fit_words(matrix: sparse.csr_matrix, labels: Array, weights: Array, l2: float) -> Array:
    """One weight for each column, and last the intercept."""

    def loss(parameters: Array) -> tuple[float, Array]:
        scores = matrix @ parameters[:-1] + parameters[-1]
        # log(1 + e^s) - y s, without overflow
        value = float(np.sum(weights * (np.logaddexp(0, scores) - labels * scores)))
        value += 0.5 * l2 * float(parameters[:-1] @ parameters[:-1])
        rest = weights * (1 / (1 + np.exp(-np.clip(scores, -40, 40))) - labels)
        gradient = np.append(matrix.T @ rest + l2 * parameters[:-1], rest.sum())
        return value, gradient

    start = np.zeros(matrix.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60})
    result: Array = found.x
    return result


def as_table(words: Sequence[str], weights: Array, least: float) -> dict[str, float]:
    """The words whose weight is at least ``least``, rounded."""
    return {
        word: round(float(weight), 2)
        for word, weight in zip(words, weights, strict=False)
        if abs(weight) >= least
    }
