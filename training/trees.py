"""Gradient-boosted trees by LightGBM, written in the form that newsclean reads."""

from collections.abc import Sequence
from typing import Any

import lightgbm

from training.arrays import Array


def fit(
    rows: Array,
    labels: Array,
    weights: Array,
    names: Sequence[str],
    *,
    trees: int = 80,
    leaves: int = 16,
    rate: float = 0.12,
    least: int = 40,
    l2: float = 5.0,
    share: float = 1.0,
    stages: Sequence[int] = (),
    margin: float = 0.0,
    threads: int = 2,
) -> dict[str, Any]:
    """Trees for ``labels`` (0 to 1), as :class:`newsclean.trees.Forest` takes them.

    ``share`` is the part of the features that each tree may use. ``stages`` are counts of
    trees after which evaluation may end; ``margin`` is how far, in log-odds, from zero a
    sum must be for that. Deterministic.
    """
    data = lightgbm.Dataset(rows, label=labels, weight=weights, feature_name=list(names))
    parameters = {
        "objective": "cross_entropy",
        "learning_rate": rate,
        "num_leaves": leaves,
        "min_data_in_leaf": least,
        "lambda_l2": l2,
        "feature_fraction": share,
        "max_bin": 127,
        "seed": 1,
        "deterministic": True,
        "force_row_wise": True,
        "num_threads": threads,
        "verbose": -1,
    }
    model = lightgbm.train(parameters, data, num_boost_round=trees).dump_model()
    return {
        "features": list(names),
        "base": 0.0,  # LightGBM puts the average into the first tree
        "trees": [_tree(entry["tree_structure"]) for entry in model["tree_info"]],
        "stages": list(stages),
        "exits": [[-margin, margin] for _ in stages],
    }


def _tree(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    return [
        node["split_feature"],
        float(f"{node['threshold']:.6g}"),
        _tree(node["left_child"]),
        _tree(node["right_child"]),
    ]
