"""Sentences cut at inline elements made whole again."""

import pytest

from newsclean.read.fragments import NAMES, glue, is_fragmented, joins, rows

DUMP = [
    "Home",
    "Sport",
    "Ferry runs again after storm",
    "By",
    "Ana Petrov",
    "The river rose by two metres overnight, the",
    "district office",
    "said on Monday.",
    "The programme, called",
    "Dry Feet",
    ", began in March with a gift from a retired sailor.",
    "Repairs",
    "Engineers will look at the piers, said",
    "Dimo Rachev",
    ", the mayor.",
    "The council has set money aside for repairs, but it has not said how much.",
    "Most read",
    "Bakery wins pie contest",
]


def whole(lines: list[str]) -> list[str]:
    result = lines[:1]
    for line, on in zip(lines[1:], joins(lines), strict=True):
        if on:
            result[-1] += glue(result[-1], line) + line
        else:
            result.append(line)
    return result


def test_a_dump() -> None:
    assert is_fragmented(DUMP, [0] * len(DUMP))
    lines = whole(DUMP)
    for expected in (
        "The river rose by two metres overnight, the district office said on Monday.",
        "The programme, called Dry Feet, began in March with a gift from a retired sailor.",
        "Repairs",
        "Engineers will look at the piers, said Dimo Rachev, the mayor.",
        "Most read",
    ):
        assert expected in lines


@pytest.mark.parametrize(
    ("lines", "gaps"),
    [
        pytest.param(["One line.", "Two lines."], [0, 0], id="too few"),
        pytest.param(["The ferry runs.", "It is full."] * 5, [0] * 10, id="whole sentences"),
        pytest.param(DUMP, [1] * len(DUMP), id="blank lines between"),
    ],
)
def test_other_text_is_left_alone(lines: list[str], gaps: list[int]) -> None:
    assert not is_fragmented(lines, gaps)


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        pytest.param("the piers", ", he said", "", id="comma"),
        pytest.param("the (", "old", "", id="bracket"),
        pytest.param("said", "Ana", " ", id="words"),
        pytest.param("橋は", "再開", "", id="japanese"),
        pytest.param("Ana", "’s ferry", "", id="genitive"),
    ],
)
def test_glue(before: str, after: str, between: str) -> None:
    assert glue(before, after) == between


def test_rows_have_the_named_features() -> None:
    assert [len(row) for row in rows(DUMP)] == [len(NAMES)] * (len(DUMP) - 1)
    assert rows(["One"]) == rows([]) == []
