"""Flat text to a Page."""

import textwrap
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsclean.page import Kind
from newsclean.read.text import read_text

STORY = (
    "The river rose by two metres overnight and closed the old bridge in Velmora, the "
    "district office said on Monday, after a week of rain in the hills above the town.",
    '"We have never seen the water this high," said Ana Petrov, who runs the ferry. "The '
    'school will stay closed until the road is dry, and that may well take a month or so."',
    "Engineers will look at the piers once the water falls. The council has set aside money "
    "for repairs, but it has not said how much, nor when the work is going to begin.",
)
GERMAN_STORY = (
    "Der Fluss ist über Nacht um zwei Meter gestiegen und hat die alte Brücke in Velmora "
    "unpassierbar gemacht, wie das Landratsamt am Montag nach einer Woche Regen mitteilte.",
    "Fachleute wollen die Pfeiler untersuchen, sobald das Wasser sinkt. Der Rat hat Geld für "
    "die Arbeiten zurückgelegt, aber weder die Summe noch den Beginn der Arbeiten genannt.",
)


def texts(source: str) -> list[str]:
    return [block.text for block in read_text(source).blocks]


@pytest.mark.parametrize(
    "end",
    [
        pytest.param("\n", id="lf"),
        pytest.param("\r\n", id="crlf"),
        pytest.param("\r", id="cr"),
        pytest.param("\u2028", id="line separator"),
        pytest.param("\u2029", id="paragraph separator"),
        pytest.param("\x85", id="nel"),
        pytest.param("\x0c", id="form feed"),
    ],
)
def test_line_ends(end: str) -> None:
    page = read_text(f"One.{end}Two.{end}{end}Three.")
    assert [(b.text, b.gap) for b in page.blocks] == [("One.", 0), ("Two.", 0), ("Three.", 1)]


@pytest.mark.parametrize(
    ("source", "gaps"),
    [
        pytest.param("One.", [0], id="one line"),
        pytest.param("\n\nOne.", [2], id="blank lines first"),
        pytest.param("One.\n\n\n\nTwo.\n\n", [0, 3], id="several"),
        pytest.param("One.\n \t \n\xa0\nTwo.", [0, 2], id="blank but for spaces"),
        pytest.param("One.\n\u200b\nTwo.", [0, 1], id="blank but for zero-width"),
    ],
)
def test_gap_counts_the_blank_lines_before_a_block(source: str, gaps: list[int]) -> None:
    assert [block.gap for block in read_text(source).blocks] == gaps


def test_what_flat_text_cannot_tell_is_unknown() -> None:
    (block,) = read_text("One.").blocks
    assert block.kind is Kind.LINE
    assert (block.node, block.link_chars, block.strong_chars, block.hidden) == (None,) * 4


@pytest.mark.parametrize("source", ["", " ", "\n\n", "\u200b", "\ufeff", "\x00", "\xad\n"])
def test_no_content(source: str) -> None:
    page = read_text(source, problems=("said before",))
    assert page.blocks == ()
    assert page.problems == ("said before", "no content")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("  One \t two  ", ["One two"], id="white space"),
        pytest.param("One\xa0two", ["One two"], id="no-break space"),
        pytest.param("\ufeffOne.", ["One."], id="byte order mark"),
        pytest.param("co\xadop\u200ber\x00ation", ["cooperation"], id="invisible"),
        pytest.param("می‌رود", ["می‌رود"], id="persian keeps its non-joiner"),
        pytest.param(
            "大桥重新开放。\n市长星期一说。", ["大桥重新开放。", "市长星期一说。"], id="chinese"
        ),
        pytest.param("<p>is not markup here</p>", ["<p>is not markup here</p>"], id="tags"),
    ],
)
def test_text(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


@pytest.mark.parametrize("width", [60, 66, 72, 76, 80])
@pytest.mark.parametrize(
    "story", [pytest.param(STORY, id="english"), pytest.param(GERMAN_STORY, id="german")]
)
@pytest.mark.parametrize(
    ("first", "rest", "between"),
    [
        pytest.param("", "", "\n\n", id="blank lines"),
        pytest.param("    ", "", "\n", id="indented"),
        pytest.param("  ", "  ", "\n\n", id="all indented"),
    ],
)
def test_wrapped_paragraphs_become_whole(
    width: int, story: tuple[str, ...], first: str, rest: str, between: str
) -> None:
    wrapped = between.join(
        textwrap.fill(
            part, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        )
        for part in story
    )
    assert texts(wrapped) == list(story)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_a_headline_above_wrapped_text_stays_alone(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(part, width) for part in STORY)
    assert texts(f"River closes old bridge\nBy Ana Petrov\n\n{wrapped}") == [
        "River closes old bridge",
        "By Ana Petrov",
        *STORY,
    ]


def test_unwrapped_lines_stay_as_they_are() -> None:
    assert texts("\n".join(STORY)) == list(STORY)
    assert texts("\n\n".join(STORY)) == list(STORY)


def test_a_list_of_headlines_is_not_taken_for_wrapped_text() -> None:
    lines = ["Council votes", "Ferry runs again", "School to reopen", "Rain in the hills", "Sport"]
    assert texts("\n".join(lines)) == lines


def test_bullets_and_short_lines_stay_apart() -> None:
    source = "What closed:\n• the bridge\n• the school\n- the ferry\n1. the market"
    assert texts(source) == source.split("\n")


def test_sentences_cut_at_inline_elements_are_joined() -> None:
    source = (
        "River closes old bridge\n"
        "The river rose by two metres overnight, the\n"
        "district office\n"
        "said on Monday.\n"
        "Engineers will look at the\n"
        "piers\n"
        ", once the water falls.\n"
        "The council has set money aside.\n"
    )
    assert texts(source) == [
        "River closes old bridge",
        "The river rose by two metres overnight, the district office said on Monday.",
        "Engineers will look at the piers, once the water falls.",
        "The council has set money aside.",
    ]


def test_a_line_of_many_pieces_is_folded_like_a_short_one() -> None:
    line = "  The ferry\xa0leaves \t at\xa0\xa0nine. "
    (block,) = read_text(line * 20_000).blocks
    assert block.text == " ".join(["The ferry leaves at nine."] * 20_000)
    assert block.raw == " ".join(["The ferry\xa0leaves at nine."] * 20_000)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("word " * 1_000_000, id="one line"),
        pytest.param("word\n" * 250_000, id="short lines"),
        pytest.param("\n" * 5_000_000, id="blank lines"),
        pytest.param(
            textwrap.fill(" ".join(STORY) * 20, 72).replace("\n\n", "\n") * 500,
            id="one wrapped paragraph",
        ),
        pytest.param(
            "The engineers will look at the piers\nonce more, and then\n" * 90_000,
            id="one fragmented paragraph",
        ),
        pytest.param("x" * 5_000_000, id="one word"),
        pytest.param(" " * 5_000_000 + "x", id="spaces"),
        pytest.param("大桥重新开放" * 800_000, id="chinese without an end"),
    ],
)
def test_megabytes_are_read_in_linear_time(source: str) -> None:
    began = time.perf_counter()
    assert read_text(source) is not None
    # An idle machine needs about two seconds for the slowest; quadratic work, minutes.
    assert time.perf_counter() - began < 12


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "  ",
            "Ana Petrov",
            "and then",
            ", he said.",
            *STORY,
            "• item",
            "A line-",
            "橋は再開。",
        ]
    )
    | st.text(max_size=70),
    max_size=25,
)


@given(LINES)
@settings(max_examples=200, deadline=None)
def test_no_visible_character_is_lost(lines: list[str]) -> None:
    source = "\n".join(lines)
    page = read_text(source)
    assert read_text(source) == page
    for block in page.blocks:
        assert block.text
        assert block.text == " ".join(block.text.split())
    assume(not any("mojibake" in problem for problem in page.problems))
    # The marks by which mail quotes are taken off.
    unseen = dict.fromkeys([0xAD, 0xFEFF, 0x200B, 0x00, ord(">")])
    found = "".join(b.text for b in page.blocks).translate(unseen)
    assert "".join(found.split()) == "".join(source.translate(unseen).split())
