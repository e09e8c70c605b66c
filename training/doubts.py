"""Labels that a first model doubts: truths that end in the middle of the story, or that
hold a table which they should not.

What is left out here is left out of the learning only; every page is measured with its
whole truth.
"""

import numpy as np
from numpy.typing import NDArray

from training.arrays import Array

# Scores, in log-odds, from which the first model is sure: half of the blocks of stories
# are above it.
SURE = 2.5
# A truth that lacks so many blocks of the story is cut off; one that lacks fewer may well
# leave out a bio or a promotion that looks like the story, which is what is to be learned.
CUT_OFF = 6


def forget(labels: Array, scores: Array, pages: NDArray[np.int_], full: NDArray[np.bool_]) -> None:
    """Make the doubtful ones of ``labels`` unknown (-1), in place.

    All arguments are parallel: a label, its score from a model that did not see the page,
    the page's number, and whether the page has a full truth.
    """
    missed = full & (labels >= 0) & (labels <= 0.5) & (scores > SURE)
    counts = np.bincount(pages[missed], minlength=int(pages.max(initial=0)) + 1)
    cut_off = missed & (counts[pages] >= CUT_OFF)
    added = full & (labels > 0.5) & (scores < -SURE)
    labels[cut_off | added] = -1
