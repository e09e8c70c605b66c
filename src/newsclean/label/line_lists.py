"""Lists of other articles that say of each how old it is.

"3 hours ago" under or above a headline, time after time: the story may stand in no list of
that kind, though its headlines speak of the same.
"""

from collections.abc import Iterator, Sequence

from newsclean.label.ago import find_ago
from newsclean.label.line_facts import Fact

# A date has no more characters; between two of them stand at most so many lines of an item;
# and fewer dates are no list.
_LONGEST, _APART, _LEAST = 25, 2, 3


def dated_lists(lines: Sequence[Fact], language: str | None) -> frozenset[int]:
    """The lines of such lists. Sentences are left alone: comments and live blogs date them."""
    dated = [
        i
        for i, line in enumerate(lines)
        if line.size <= _LONGEST and find_ago(line.text, language) is not None
    ]
    found = set(dated)
    kept: set[int] = set()
    for first, last in _groups(dated):
        kept.update(
            i for i in range(max(0, first - 1), last + 1) if i in found or not lines[i].running
        )
    return frozenset(kept)


def _groups(dated: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last line of each row of dates that is long enough."""
    start = 0
    for n in range(1, len(dated) + 1):
        if n == len(dated) or dated[n] - dated[n - 1] > _APART + 1:
            if n - start >= _LEAST:
                yield dated[start], dated[n - 1]
            start = n
