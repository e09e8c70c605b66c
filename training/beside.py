"""What stands right above stories and right below them, for the tables of words that tell it."""

import numpy as np

from training.arrays import Array

# What stands around a story is learned from so many lines above and below it; the first of
# them are its neighbours, the others are none.
_BESIDE, _AROUND = 6, 10


def beside(labels: Array, weights: Array, *, above: bool, share: float) -> tuple[Array, Array]:
    """Labels and weights that tell the lines right above a story, or right below it, from
    the story and from what stands on its other side."""
    count = len(labels)
    story = np.flatnonzero((labels > 0) & (weights > 0))
    found, own = np.zeros(count), np.zeros(count)
    if len(story):
        first, last = story[0], story[-1]
        near = slice(max(0, first - _AROUND), last + _AROUND + 1)
        edge = (
            slice(max(0, first - _BESIDE), first) if above else slice(last + 1, last + 1 + _BESIDE)
        )
        found[edge] = 1.0
        # Long stories count more than short ones, but not by all of their lines.
        own[near] = share / np.sqrt(len(own[near]))
    return found, own
