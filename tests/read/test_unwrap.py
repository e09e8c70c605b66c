"""Text broken at a fixed width made whole again."""

import textwrap

import pytest

from newsclean.read.text import read_text

STORY = (
    "The river rose by two metres overnight and closed the old bridge in Velmora, the "
    "district office said on Monday, after a week of rain in the hills above the town.",
    "Engineers will look at the piers once the water falls. The council has set aside money "
    "for repairs, but it has not said how much, nor when the well-known work is to begin.",
)
WIDTHS = pytest.mark.parametrize("width", [45, 60, 66, 72, 76, 80])


def texts(source: str) -> list[str]:
    return [block.text for block in read_text(source).blocks]


@WIDTHS
def test_quoted_mail(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(part, width) for part in STORY)
    quoted = "\n".join(f"> {line}".rstrip() for line in wrapped.split("\n"))
    assert texts(f"Ana wrote:\n\n{quoted}\n\nThanks, this is new.") == [
        "Ana wrote:",
        *STORY,
        "Thanks, this is new.",
    ]


@WIDTHS
def test_chrome_around_wrapped_text(width: int) -> None:
    wrapped = "\n".join(textwrap.fill(part, width) for part in STORY)
    menu = ["Home", "News", "Sport", "Ferry runs again", "By Ana Petrov", ""]
    link = "https://velmora.example/" + "a-very-long-address/" * 6
    found = texts(
        "\r\n".join([*menu, wrapped.replace("\n", "\r\n"), "", link, "All rights reserved"])
    )
    assert found[:5] == menu[:5]
    assert " ".join(found[5:-2]) == " ".join(STORY)
    assert found[-2:] == [link, "All rights reserved"]


@WIDTHS
def test_list_items_stay_apart(width: int) -> None:
    items = [f"* {part}" for part in STORY] * 2
    wrapped = "\n".join(textwrap.fill(item, width, break_on_hyphens=False) for item in items)
    assert texts(wrapped) == items


def test_a_lone_mark_is_no_quoting() -> None:
    assert texts("> Next page\nThe ferry runs.\n> Last page") == [
        "> Next page",
        "The ferry runs.",
        "> Last page",
    ]
