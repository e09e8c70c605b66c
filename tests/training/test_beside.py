"""What the lines around a story teach."""

import numpy as np
import pytest

from training.beside import beside


@pytest.mark.parametrize(
    ("above", "marked"),
    [
        pytest.param(True, range(4, 10), id="above"),
        pytest.param(False, range(13, 19), id="below"),
    ],
)
def test_the_nearest_lines_are_beside_the_story(*, above: bool, marked: range) -> None:
    labels = np.zeros(40)
    labels[10:13] = 1
    found, weights = beside(labels, np.ones(40), above=above, share=1.0)
    assert np.flatnonzero(found).tolist() == list(marked)
    assert np.flatnonzero(weights).tolist() == list(range(23))


def test_pages_without_a_story_teach_nothing() -> None:
    _, weights = beside(np.zeros(5), np.ones(5), above=True, share=1.0)
    assert not weights.any()
