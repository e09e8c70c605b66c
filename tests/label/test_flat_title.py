"""Which line of a flat text is the headline."""

from collections.abc import Sequence

import pytest

from newsclean.label import flat_head
from newsclean.label.flat_head import flat_headline
from newsclean.label.flat_title import candidates, main_start, scores
from newsclean.label.flat_title_rows import NAMES, near, rows
from newsclean.page import Block, Page

STORY = [
    "The river rose by two metres overnight and closed the old bridge in Velmora, the "
    "district office said on Monday, after a week of rain in the hills above the town.",
    '"We have never seen the water this high," said Ana Petrov, who runs the ferry to the '
    "far bank of the river.",
    "Engineers will look at the piers of the bridge once the water falls, and the ferry is "
    "to run all night until then.",
]
TITLE = "Ferry to run all night as river closes bridge in Velmora"
MENU = ["Home", "News", "Sport", "Weather"]


def page_of(*lines: str) -> Page:
    return Page("text", tuple(Block(line, gap=0) for line in lines))


def title_of(head: list[str], foot: tuple[str, ...] = ()) -> str | None:
    page = page_of(*head, *STORY, *foot)
    body = range(len(head), len(head) + len(STORY))
    found = flat_headline(page, list(body), "en")
    return page.blocks[found.block].text[slice(*found.span)] if found else None


@pytest.mark.parametrize(
    "head",
    [
        pytest.param([TITLE], id="alone"),
        pytest.param([*MENU, TITLE, "By Ana Petrov", "March 4, 2019"], id="below a menu"),
        pytest.param([f"{TITLE} - Velmora Post", *MENU, TITLE], id="repeated with the site"),
        pytest.param([*MENU, TITLE, "The bridge may stay closed for weeks."], id="above a deck"),
    ],
)
def test_the_headline_is_found(head: list[str]) -> None:
    assert title_of(head) == TITLE


@pytest.mark.parametrize(
    ("line", "foot"),
    [
        pytest.param(f"{TITLE} | Velmora Post", "© 2019 Velmora Post", id="in the notice"),
        pytest.param(f"{TITLE} – Local", "Contact", id="a section of the menu"),
    ],
)
def test_the_name_of_the_site_is_cut_off(line: str, foot: str) -> None:
    assert title_of(["Home", "Local", "Sport", line], (foot,)) == TITLE


def test_a_pair_of_the_menu_is_no_headline() -> None:
    menu = ["Help for readers", "Velmora help for readers", *MENU]
    assert title_of([*menu, TITLE, "By Ana Petrov"]) == TITLE


def test_section_and_headline_glued_are_parted() -> None:
    page = page_of("Home", f"News{TITLE}", TITLE, "By Ana Petrov", *STORY)
    found = flat_headline(page, [4, 5, 6], "en")
    assert found is not None
    assert found.section == (1, (0, 4))


def test_a_part_of_the_headline_stays() -> None:
    assert title_of([*MENU, f"{TITLE} – again"], ("© 2019 Velmora Post",)) == f"{TITLE} – again"


def test_no_story_has_no_headline() -> None:
    assert flat_headline(page_of(TITLE), [], "en") is None


def test_the_longest_stretch_is_the_main_one() -> None:
    assert main_start([3, 30, 31, 32, 60]) == 30


def test_candidates_stand_above_the_story_and_its_main_stretch() -> None:
    page = page_of(*(f"line {n}" for n in range(400)))
    found = candidates(page, [100, *range(300, 320)])
    assert 60 in found
    assert 250 in found
    assert 20 not in found
    assert 160 not in found
    assert 330 not in found


def test_a_picture_credit_speaks_against_a_line() -> None:
    plain = page_of(*MENU, TITLE, *STORY)
    credited = page_of(*MENU, f"{TITLE} (Tom Berg/AP)", *STORY)
    at, body = len(MENU), list(range(len(MENU) + 1, len(MENU) + 1 + len(STORY)))
    assert scores(credited, body, "en")[at] < scores(plain, body, "en")[at]


def test_rows_have_a_value_for_each_name() -> None:
    page = page_of(*MENU, TITLE, *STORY)
    lines = candidates(page, [5, 6, 7])
    found = rows(page, [5, 6, 7], lines, 5, "en", lambda text: 0.5)
    assert {len(row) for row in found} == {len(NAMES)}
    assert len(found) == len(lines)
    assert near(page, [4]) == list(range(1, 8))
    at = NAMES.index("said again")
    assert [row[at] for row in found] == [0.0] * len(lines)


def test_the_headline_is_sought_once_for_a_page_and_story(monkeypatch: pytest.MonkeyPatch) -> None:
    page, other = page_of(*MENU, TITLE, *STORY), page_of(*MENU, TITLE, *STORY, "Home")
    asked = []
    seek = flat_head._flat_headline

    def counted(page: Page, body: Sequence[int], language: str | None) -> object:
        asked.append(page)
        return seek(page, body, language)

    monkeypatch.setattr(flat_head, "_flat_headline", counted)
    first = flat_headline(page, [5, 6, 7], "en")
    assert flat_headline(page, (5, 6, 7), "en") == first
    assert asked == [page]
    # Another story, language or page is another question.
    flat_headline(page, [6, 7], "en")
    flat_headline(page, [6, 7], "de")
    flat_headline(other, [6, 7], "de")
    assert asked == [page, page, page, other]
