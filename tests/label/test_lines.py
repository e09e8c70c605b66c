"""Which lines of a flat text are the story."""

import pytest

from newsclean.label.lines import label_lines
from newsclean.label.phrases import phrases
from newsclean.page import Block, Kind, Page, Role

STORY = (
    "The river rose by two metres overnight and closed the old bridge in Velmora on Monday.",
    "“We have never seen the water this high,” said Jonas Weil, who runs the ferry there.",
    "Engineers will look at the piers once the water falls, the district office said later.",
    "The council has set aside money for repairs, but it has not said how much it will be.",
)


def roles(*lines: str, language: str | None = "en") -> list[Role | None]:
    page = Page("text", tuple(Block(line, Kind.LINE, gap=0) for line in lines))
    return [label and label.role for label in label_lines(page, phrases(language))]


def story(*lines: str, language: str | None = "en") -> list[str]:
    found = roles(*lines, language=language)
    return [line for line, role in zip(lines, found, strict=True) if role is Role.BODY]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param([], [], id="nothing around"),
        pytest.param(["Home", "Sport", "Weather", "Jobs"], [], id="menu before"),
        pytest.param([], ["Contact", "About us", "Terms of use", "Imprint"], id="menu after"),
        pytest.param(["River closes old bridge", "By Ana Petrov"], [], id="head"),
        pytest.param([], ["Share this article", "Tweet"], id="share"),
        pytest.param(
            [],
            ["Latest news", "Ferry runs again after the storm …", "School to reopen on Tuesday …"],
            id="latest news",
        ),
        pytest.param(
            [],
            ["Leave a reply", "Please enter your comment!", "Please enter your name here"],
            id="comment form",
        ),
        pytest.param(
            [],
            ["Comments", "I was there and it was worse than that, believe me, neighbours!"],
            id="comments",
        ),
        pytest.param(
            [],
            ["Recommended to you", "A teaser that ends in the middle of its first sentence …"],
            id="recommended",
        ),
        pytest.param([], ["© 2024 Velmora Courier. All rights reserved."], id="copyright"),
    ],
)
def test_the_story_is_the_running_text(before: list[str], after: list[str]) -> None:
    assert story(*before, *STORY, *after) == list(STORY)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        pytest.param(
            "de",
            (
                "Der Fluss ist über Nacht um zwei Meter gestiegen und hat die Brücke gesperrt.",
                "Fachleute wollen die Pfeiler untersuchen, sobald das Wasser wieder sinkt.",
            ),
            id="german",
        ),
        pytest.param(
            "ja",
            (
                "橋は月曜日に再開した、と市長は記者団に語った。水位は二メートル上がった。",
                "技術者は水が引いた後に橋脚を調べる予定だ。費用はまだ分かっていないという。",
            ),
            id="japanese",
        ),
        pytest.param(
            "ar",
            (
                "ارتفع منسوب النهر مترين خلال الليل وأغلق الجسر القديم، بحسب ما قال المحافظ.",
                "وسيفحص المهندسون الدعامات بعد انحسار المياه، ولم يعلن المجلس كلفة الإصلاح بعد.",
            ),
            id="arabic",
        ),
        pytest.param(
            "hi",
            (
                "नदी का जलस्तर रात भर में दो मीटर बढ़ गया और पुराना पुल सोमवार को बंद कर दिया गया।",
                "पानी उतरने के बाद इंजीनियर खंभों की जाँच करेंगे, जिला कार्यालय ने यह बताया है।",
            ),
            id="hindi",
        ),
    ],
)
def test_languages(language: str, lines: tuple[str, ...]) -> None:
    assert story("Menu", *lines, "Menu", language=language) == list(lines)


def test_a_crosshead_inside_the_story_belongs_to_it() -> None:
    lines = (*STORY[:2], "What happens now", *STORY[2:])
    assert story(*lines) == list(lines)


def test_a_list_inside_the_story_belongs_to_it() -> None:
    lines = (*STORY[:2], "the bridge", "the school", "the ferry", *STORY[2:])
    assert story(*lines) == list(lines)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Share on Facebook", id="share"),
        pytest.param("© 2024 Velmora Courier. All rights reserved.", id="copyright"),
        pytest.param(
            "Advertisement",
            id="advertisement",
            marks=pytest.mark.xfail(
                reason="opens a run that lines below 120 characters never end"
            ),
        ),
    ],
)
def test_a_line_of_chrome_inside_the_story_is_no_body(line: str) -> None:
    lines = (*STORY[:2], line, *STORY[2:])
    assert story(*lines) == list(STORY)


def test_a_repeated_line_is_body_once() -> None:
    assert story(*STORY, STORY[0]).count(STORY[0]) == 1


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((), id="nothing"),
        pytest.param(("Home", "Sport", "Weather"), id="menu"),
        pytest.param(("Comments", "Share"), id="chrome"),
    ],
)
def test_no_story(lines: tuple[str, ...]) -> None:
    assert story(*lines) == []


def test_there_is_a_place_for_each_line() -> None:
    assert len(roles(*STORY, "Share")) == 5
