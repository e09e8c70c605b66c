"""Labels that a first model doubts are forgotten; those it may learn from stay."""

import numpy as np
import pytest

from training.doubts import CUT_OFF, forget


@pytest.mark.parametrize(
    ("label", "score", "count", "full", "kept"),
    [
        pytest.param(0.0, 3.0, CUT_OFF, True, False, id="truth cut off"),
        pytest.param(0.0, 3.0, CUT_OFF - 1, True, True, id="a bio that looks like the story"),
        pytest.param(0.0, 2.0, CUT_OFF, True, True, id="not sure"),
        pytest.param(1.0, -3.0, 1, True, False, id="a menu in the truth"),
        pytest.param(1.0, 3.0, 9, True, True, id="agreed"),
        pytest.param(0.0, 3.0, CUT_OFF, False, True, id="segments are not doubted"),
    ],
)
def test_forget(label: float, score: float, count: int, *, full: bool, kept: bool) -> None:
    labels = np.full(count, label)
    forget(labels, np.full(count, score), np.zeros(count, dtype=int), np.full(count, full))
    assert (labels == (label if kept else -1)).all()


def test_pages_are_counted_apart() -> None:
    labels, scores = np.zeros(8), np.full(8, 3.0)
    forget(labels, scores, np.array([0] * 4 + [1] * 4), np.ones(8, dtype=bool))
    assert (labels == 0).all()
