"""Lists of articles with their age."""

import pytest

from newsclean.label.line_facts import facts
from newsclean.label.line_lists import dated_lists
from newsclean.label.phrases import phrases
from newsclean.page import Block

SENTENCE = "The river rose by two metres overnight and closed the old bridge, the office said."

ANSWER = "The school will stay closed until the road is dry again, and that may take a month."


@pytest.mark.parametrize(
    ("lines", "listed"),
    [
        pytest.param(
            [SENTENCE, "Bridge", "2 hours ago", "Ferry", "1 day ago", "School", "3 days ago"],
            [1, 2, 3, 4, 5, 6],
            id="headlines above their age",
        ),
        pytest.param([SENTENCE, "2 hours ago", "Ferry", "1 day ago"], [], id="too few"),
        pytest.param(
            ["Ann, 2 days ago", SENTENCE, "Ida, 2 days ago", ANSWER, "Tom, 1 day ago"],
            [0, 2, 4],
            id="sentences are left alone",
        ),
    ],
)
def test_dated_lists(lines: list[str], listed: list[int]) -> None:
    found = facts([Block(line, gap=0) for line in lines], phrases("en"), "en")
    assert sorted(dated_lists(found, "en")) == listed
