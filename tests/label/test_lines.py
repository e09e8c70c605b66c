"""Which lines of a flat text are the story."""

import time

import pytest

from newsclean.label.lines import label_lines, threshold
from newsclean.label.phrases import phrases
from newsclean.page import Block, Page, Role
from newsclean.read.text import read_text

STORY = [
    "The river rose by two metres overnight and closed the old bridge in Velmora, the "
    "district office said on Monday, after a week of rain in the hills above the town.",
    '"We have never seen the water this high," said Ana Petrov, who runs the ferry. "The '
    'school will stay closed until the road is dry, and that may well take a month or so."',
    "Engineers will look at the piers once the water falls. The council has set aside money "
    "for repairs, but it has not said how much, nor when the work is going to begin.",
    "Shops on the far bank have been open all week, and most of them take orders by telephone.",
    "Nobody was hurt, the office said.",
]
MENU = ["Home", "News", "Sport", "Weather", "Obituaries"]
LATEST = [
    "Latest news",
    "Bakery wins pie contest for the fifth year",
    "MIRNA — A bakery on the harbour has won the pie contest of the valley for the fifth year…",
    "School gets a new roof",
    "MIRNA — The school on the hill gets a new roof this summer, and the pupils will help…",
]
FOOT = ["Leave a reply", "Please enter your comment!", "© 2024 Velmora Post. All rights reserved."]


def story_of(lines: list[str]) -> list[str]:
    page = read_text("\n".join(lines))
    labels = label_lines(page, phrases("en"))
    pairs = zip(page.blocks, labels, strict=True)
    return [block.text for block, label in pairs if label is not None and label.role is Role.BODY]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([], [], id="the story alone"),
        pytest.param(MENU, FOOT, id="menu and foot"),
        pytest.param(MENU, [*LATEST, *FOOT], id="latest news behind"),
    ],
)
def test_the_story_is_found(before: list[str], after: list[str]) -> None:
    assert story_of([*before, *STORY, *after]) == STORY


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["The river rose by two metres overnight."], id="one line"),
        pytest.param([" ".join(STORY)], id="all on one line"),
        pytest.param(["古い橋が再開した。", "市長は月曜日に語った。"], id="japanese"),
    ],
)
def test_short_texts_are_kept(lines: list[str]) -> None:
    assert story_of(lines) == lines


def test_no_lines() -> None:
    assert label_lines(Page("text", ()), phrases(None)) == []


def test_labels_say_why() -> None:
    page = read_text("\n".join([*MENU, *STORY]))
    labels = label_lines(page, phrases("en"))
    assert all(label is None or (label.reason and label.score is not None) for label in labels)


@pytest.mark.parametrize(
    ("scores", "sizes", "taken"),
    [
        pytest.param([3.0, 3.0, -3.0], [100, 100, 100], 2, id="plain"),
        pytest.param([-1.0, -5.0, -5.0], [100, 100, 100], 1, id="never nothing"),
        pytest.param([4.0, 4.0, 4.0], [10, 10, 10], 3, id="all"),
    ],
)
def test_threshold(scores: list[float], sizes: list[int], taken: int) -> None:
    least = threshold(scores, sizes)
    assert sum(score >= least for score in scores) == taken


def test_many_lines_take_linear_time() -> None:
    blocks = tuple(Block(line, gap=0) for line in (*MENU, *STORY, *LATEST, *FOOT) * 1500)
    began = time.perf_counter()
    labels = label_lines(Page("text", blocks), phrases("en"))
    assert any(label is not None for label in labels)
    # An idle machine needs about a second.
    assert time.perf_counter() - began < 15
