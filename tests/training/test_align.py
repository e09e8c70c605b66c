"""The truth laid on blocks."""

import pytest

from training.align import align, tokens

TRUTH = """The river rose by two metres overnight and closed the old bridge.

Repairs

Engineers will look at the piers once the water falls, the council said."""


def held(blocks: list[str], truth: str = TRUTH) -> list[bool]:
    return [share > 0.5 for share in align(blocks, truth)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(TRUTH.split("\n\n"), [True] * 3, id="the truth itself"),
        pytest.param(
            ["Home", TRUTH.split("\n\n")[0], "Share", "Repairs", TRUTH.split("\n\n")[2], "Menu"],
            [False, True, False, True, True, False],
            id="chrome around",
        ),
        pytest.param(
            ["Repairs", *TRUTH.split("\n\n")], [False, True, True, True], id="repeat above"
        ),
        pytest.param(
            ["The river rose by two metres", "overnight and closed", "the old bridge."],
            [True] * 3,
            id="fragments",
        ),
        pytest.param(
            [
                "Engineers will look at the piers once the water falls, the council said.",
                "The river rose by two metres overnight and closed the old bridge.",
            ],
            [True, True],
            id="another order",
        ),
        pytest.param(["The council votes on the new school today"], [False], id="another text"),
        pytest.param(["", "•", "!"], [False] * 3, id="no tokens"),
        pytest.param([], [], id="no blocks"),
    ],
)
def test_align(blocks: list[str], expected: list[bool]) -> None:
    assert held(blocks) == expected


def test_share_of_a_block_that_holds_more_than_the_truth() -> None:
    (share,) = align(["The river rose by two metres overnight. " + "Sign up now. " * 4], TRUTH)
    assert 0.3 < share < 0.45


def test_text_without_spaces() -> None:
    assert tokens("橋は再開 now") == ["橋", "は", "再", "開", "now"]
    assert held(["橋は再開した。", "市長は語った。"], "古い橋は再開した。") == [True, False]


def test_empty_truth() -> None:
    assert align(["a b c d"], "") == [0.0]
