"""Headlines that share a line with a byline, or fill two lines."""

import pytest

from newsclean.label.flat_parts import whole_headline, without_credit

TITLE = "Ferry to run all night in Velmora"


@pytest.mark.parametrize(
    ("line", "others", "expected"),
    [
        pytest.param(TITLE, [], TITLE, id="nothing behind"),
        pytest.param(f"{TITLE} by Ana Petrov on March 4, 2019", [], TITLE, id="with a date"),
        pytest.param(f"{TITLE} by Ana Petrov", ["Ana Petrov is a reporter."], TITLE, id="named"),
        pytest.param(f"{TITLE} by Ana Petrov", [TITLE], TITLE, id="the headline again"),
        pytest.param(f"{TITLE} by", ["Ana Petrov"], TITLE, id="the name below"),
        pytest.param(f"{TITLE} by", ["and by again"], f"{TITLE} by", id="no name below"),
        pytest.param(
            "The Ferry Songs by Ana Petrov", [], "The Ferry Songs by Ana Petrov", id="a work"
        ),
    ],
)
def test_a_byline_behind_the_headline_is_cut_off(
    line: str, others: list[str], expected: str
) -> None:
    assert without_credit([line, *others], 0, "en") == expected


@pytest.mark.parametrize(
    ("lines", "at", "expected"),
    [
        pytest.param(["River in flood", TITLE], 1, None, id="kicker"),
        pytest.param(["River in flood:", TITLE], 1, None, id="kicker with a colon"),
        pytest.param(["River in flood:", TITLE], 0, (0, 1), id="unfinished"),
        pytest.param(
            ["River in flood", TITLE, f"River in flood: {TITLE}"], 1, (0, 1), id="whole elsewhere"
        ),
        pytest.param(
            ["River in flood", TITLE, f"River in flood: {TITLE} – Photo: Velmora"],
            1,
            (0, 1),
            id="at the head of a line",
        ),
        pytest.param([TITLE], 0, None, id="alone"),
    ],
)
def test_two_lines_of_one_headline(
    lines: list[str], at: int, expected: tuple[int, int] | None
) -> None:
    marks = {i: 1.0 if i == at else -2.0 for i in range(len(lines))}
    assert whole_headline(lines, at, marks) == expected


def test_a_line_that_looks_like_a_menu_is_no_part() -> None:
    assert whole_headline(["Home:", TITLE], 0, {0: 1.0, 1: -9.0}) is None
