"""Gradient-boosted trees in pure Python: a data file compiled to nested conditions.

The data is a dict::

    {"features": [names], "base": float,
     "trees": [tree], "stages": [counts], "exits": [[low, high]]}

A tree is a leaf (a number) or ``[feature index, threshold, left, right]``: left where the
feature is at most the threshold. After each count of trees in ``stages`` the evaluation
ends if the sum so far is outside ``exits``: what the rest could change no longer matters.
"""

from collections.abc import Callable, Sequence
from typing import Any

Row = Sequence[float]


class Forest:
    """Trees ready to score rows of features."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.features: tuple[str, ...] = tuple(data["features"])
        """The features' names, in the order that a row has them."""
        self._base = float(data.get("base", 0.0))
        bounds = [0, *data.get("stages", ()), len(data["trees"])]
        exits = [*data.get("exits", ()), (float("inf"), float("-inf"))]
        self._stages = [
            (_compile(data["trees"][start:end], len(self.features)), float(low), float(high))
            for start, end, (low, high) in zip(bounds[:-1], bounds[1:], exits, strict=True)
        ]

    def score(self, row: Row) -> float:
        """The sum of the trees for ``row``: log-odds, positive for yes."""
        total = self._base
        for stage, low, high in self._stages:
            total += stage(row)
            if total < low or total > high:
                break
        return total


def _compile(trees: Sequence[Any], features: int) -> Callable[[Row], float]:
    """One function that adds up ``trees`` over rows of so many ``features``."""
    terms = "+".join(_expression(tree) for tree in trees) or "0.0"
    # A row is taken apart once: conditions ask the same features again and again.
    names = "".join(f"x{n}," for n in range(features))
    unpacking = f" {names}=row\n" if features else ""
    # The source is made of numbers alone: _expression lets nothing else through.
    made: dict[str, Any] = {}
    exec(f"def stage(row):\n{unpacking} return {terms}", {"__builtins__": {}}, made)
    compiled: Callable[[Row], float] = made["stage"]
    return compiled


def _expression(tree: Any) -> str:
    if isinstance(tree, (int, float)):
        return repr(float(tree))
    feature, threshold, left, right = tree
    condition = f"x{int(feature)}<={float(threshold)!r}"
    return f"({_expression(left)} if {condition} else {_expression(right)})"
