"""Chrome told by its words."""

import time

import pytest

from newsclean.label.phrases import normalise, phrases
from newsclean.page import Role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Read More", "read more", id="case"),
        pytest.param("  Read \n  more ", "read more", id="white space"),
        pytest.param("Read\xa0more", "read more", id="no-break space"),
        pytest.param("» Read more …", "read more …", id="guillemet"),
        pytest.param("• Share:", "share", id="bullet and colon"),
        pytest.param("Editor’s “picks”", 'editor\'s "picks"', id="curly marks"),
        pytest.param("LESEN SIE AUCH:", "lesen sie auch", id="german"),
        pytest.param("", "", id="empty"),
        pytest.param("***", "", id="marks only"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("Latest news", Role.LATEST_NEWS, id="latest"),
        pytest.param("LATEST NEWS:", Role.LATEST_NEWS, id="upper case"),
        pytest.param("Must read", Role.MUST_READ, id="must read"),
        pytest.param("Recommended to you", Role.RECOMMENDED, id="recommended"),
        pytest.param("Related articles", Role.RELATED, id="related"),
        pytest.param("Leave a Reply", Role.COMMENT_PROMPT, id="reply"),
        pytest.param("Editors’ picks", Role.MUST_READ, id="curly apostrophe"),
        pytest.param("12 Comments", Role.COMMENT, id="open end"),
        pytest.param("More from Velmora Courier", Role.RELATED, id="open end behind"),
    ],
)
def test_headings(text: str, role: Role) -> None:
    match = phrases("en").heading(text)
    assert match is not None
    assert match.role is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        pytest.param("Please enter your comment!", Role.COMMENT_PROMPT, id="comment form"),
        pytest.param("Please enter your name here", Role.COMMENT_PROMPT, id="name field"),
        pytest.param("Advertisement", Role.ADVERTISEMENT, id="advertisement"),
        pytest.param(
            "© 2024 Velmora Courier. All rights reserved.", Role.COPYRIGHT, id="copyright"
        ),
    ],
)
@pytest.mark.parametrize("language", ["en", "de", None, "xx"])
def test_lines_are_found_whatever_the_language(
    text: str, role: Role, language: str | None
) -> None:
    match = phrases(language).line(text)
    assert match is not None
    assert match.role is role


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The council asked readers to leave a comment on its plan.", id="sentence"),
        pytest.param("He said related articles of the law had been changed.", id="phrase inside"),
        pytest.param("The latest news from the front reached him late.", id="phrase first"),
        pytest.param("Mayor Ana Petrov", id="name"),
        pytest.param("", id="empty"),
        pytest.param("12", id="number"),
        pytest.param("大桥重新开放。", id="chinese"),
    ],
)
def test_text_of_a_story_is_no_phrase(text: str) -> None:
    words = phrases("en")
    assert words.heading(text) is None
    assert words.line(text) is None


def test_a_notice_may_be_longer_than_a_line() -> None:
    words = phrases("en")
    rest = "no part of it may be printed, broadcast, read out or rewritten without a letter " * 3
    notice = f"Copyright 2005 The River Courier, {rest}"
    assert 220 < len(notice) < 400
    match = words.line(notice)
    assert match is not None
    assert match.role is Role.COPYRIGHT
    assert words.line(f"He said: {notice} All rights reserved, he added.") is None


def test_a_long_text_is_no_phrase() -> None:
    words = phrases("en")
    text = "Comments " + "and more " * 100
    assert words.heading(text) is None
    assert words.line(text) is None


def test_the_language_of_the_page_comes_first() -> None:
    assert phrases("de") is phrases("de")
    match = phrases("de").heading("Meistgelesen")
    assert match is not None
    assert match.role is Role.MUST_READ


def test_looking_up_is_fast() -> None:
    words = phrases("en")
    texts = [f"more {'a ' * 100}{n}" for n in range(5000)]
    began = time.perf_counter()
    for text in texts:
        words.line(text)
        words.heading(text)
    assert time.perf_counter() - began < 5


def test_a_story_that_answers_somebody_is_no_heading_of_comments() -> None:
    words = phrases("en")
    assert words.heading("In response to the flood, the town will close the old bridge.") is None
    assert words.heading("2 Responses to “Town closes the old bridge”") is not None
    assert words.heading("One Response to Town closes the old bridge") is not None
