"""Datelines: every shape in invented text, and what only looks like one."""

import datetime
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsclean.article import Dateline
from newsclean.fields.dateline import find_dateline, is_dateline_line, opens_with_dateline

PUBLISHED = datetime.date(2024, 6, 15)
CASES = tomllib.loads(Path(__file__).with_name("dateline_cases.toml").read_text(encoding="utf-8"))
TEXT: dict[str, str] = CASES["story"]
STORY = TEXT["en"]


@pytest.mark.parametrize(
    "shape",
    [pytest.param(s, id=f"{s['language']}: {s['opening'].strip()}") for s in CASES["shape"]],
)
def test_shape(shape: dict[str, Any]) -> None:
    language, raw = shape["language"], shape["raw"]
    text = shape["opening"] + TEXT[language]
    found = find_dateline([text, TEXT[language]], language=language, published=PUBLISHED)
    assert found.value is not None
    assert found.value.raw == raw
    assert (found.value.place, found.value.agency) == (shape.get("place"), shape.get("agency"))
    date = found.value.date
    assert (date and [date.month, date.day]) == shape.get("day")
    evidence = found.evidence[0]
    assert evidence.rule
    assert (evidence.source, evidence.block) == ("text", 0)
    assert evidence.span is not None
    assert text[slice(*evidence.span)] == evidence.raw == raw
    assert opens_with_dateline(text, language)


@pytest.mark.parametrize(
    ("raw", "city", "region"),
    [
        pytest.param("LISBON (AP)", "LISBON", None, id="city alone"),
        pytest.param("ELM GROVE, Wis. (AP)", "ELM GROVE", "Wis.", id="state"),
        pytest.param("Kochi, India (PTI)", "Kochi", "India", id="country"),
        pytest.param("ROME/VADUZ (Reuters)", "ROME", None, id="two cities"),
        pytest.param("Neustadt (Hessen) (dpa)", "Neustadt", "Hessen", id="state in brackets"),
        pytest.param("Frankfurt (Oder) (dpa)", "Frankfurt (Oder)", None, id="part of the name"),
    ],
)
def test_city_and_region(raw: str, city: str, region: str | None) -> None:
    value = find_dateline([f"{raw} - {STORY}"], language="en").value
    assert value is not None
    assert (value.raw, value.city, value.region) == (raw, city, region)


@pytest.mark.parametrize(
    ("language", "text"),
    [pytest.param(*row, id=row[1][:30] or "empty") for row in CASES["traps"]["rows"]],
)
def test_trap(language: str, text: str) -> None:
    found = find_dateline([text, TEXT[language]], language=language, published=PUBLISHED)
    assert found.value is None
    assert found.evidence == ()
    assert not opens_with_dateline(text, language)
    assert not is_dateline_line(text, language)


@pytest.mark.parametrize(
    ("opening", "published", "expected"),
    [
        pytest.param("OSLO, May 3 —", (2024, 5, 4), (2024, 5, 3), id="same year"),
        pytest.param("OSLO, Dec 31 —", (2025, 1, 1), (2024, 12, 31), id="the year before"),
        pytest.param("OSLO, Jan. 1 —", (2024, 12, 31), (2025, 1, 1), id="the year after"),
        pytest.param("OSLO, Feb 29 —", (2024, 3, 1), (2024, 2, 29), id="leap day"),
        pytest.param("OSLO, Feb 29 —", (2022, 3, 1), None, id="no leap year near"),
        pytest.param("OSLO, May 3, 2019 —", (2024, 5, 4), (2019, 5, 3), id="year given"),
        pytest.param("OSLO, May 3, 2019 —", None, (2019, 5, 3), id="year given, no anchor"),
        pytest.param("OSLO, May 3 —", None, None, id="no anchor"),
        pytest.param("OSLO, 3 May 2024 (Reuters) -", None, (2024, 5, 3), id="day first"),
        pytest.param("OSLO (2024-05-03) —", None, (2024, 5, 3), id="ISO 8601"),
        pytest.param("（中央社高雄31日電）", (2024, 6, 1), (2024, 5, 31), id="day alone"),
    ],
)
def test_date_is_completed(
    opening: str, published: tuple[int, int, int] | None, expected: tuple[int, int, int] | None
) -> None:
    text = TEXT["zh"] if opening[0] == "（" else STORY
    anchor = datetime.datetime(*published, 12) if published else None
    value = find_dateline([f"{opening} {text}"], language="en", published=anchor).value
    assert value is not None
    assert value.date == (datetime.date(*expected) if expected else None)


@pytest.mark.parametrize(
    ("paragraphs", "block"),
    [
        pytest.param(["A deck that sums it up.", f"QUITO — {STORY}"], 1, id="deck"),
        pytest.param(
            ["Editor's note: corrected.", "By Al Reed", f"QUITO — {STORY}"], 2, id="note"
        ),
        pytest.param(
            ["ABSTRACT.", "What it says.", "FULL TEXT.", "A deck.", f"QUITO — {STORY}"],
            4,
            id="abstract",
        ),
        pytest.param(["THUN, SWITZERLAND", STORY], 0, id="a line of its own"),
        pytest.param(["A deck.", "Ankara", STORY], 1, id="a city on a line"),
        pytest.param([f"By Al Reed\nQUITO — {STORY}"], 0, id="behind a line break"),
        pytest.param(["QUITO, Ecuador (AP) —", "The council voted"], 0, id="cut at the dash"),
        pytest.param([STORY * 8, f"QUITO — {STORY}"], None, id="behind the lede"),
        pytest.param(["Quito", "Lima", "Bogotá", STORY], None, id="a list of places"),
    ],
)
def test_where_it_stands(paragraphs: list[str], block: int | None) -> None:
    found = find_dateline(paragraphs, language="en")
    assert (found.evidence[0].block if found.evidence else None) == block


def test_unknown_place_needs_the_text() -> None:
    opening = f"KWALENI: {STORY}"
    assert find_dateline([opening, STORY], language="en").value is None
    value = find_dateline(
        [opening, "Traders in Kweleni and in Kwaleni waited."], language="en"
    ).value
    assert value is not None
    assert value.place == "KWALENI"


@pytest.mark.parametrize(
    ("opening", "second", "place"),
    [
        pytest.param(
            "VELDMOOR — ", "Veldmoor has waited for years.", "VELDMOOR", id="spelled out"
        ),
        pytest.param("VELDMOOR — ", "The VELDMOOR of old is gone.", None, id="always capitals"),
        pytest.param("VELDMOOR — ", "Nobody knows a veldmoor.", None, id="a word"),
        pytest.param("VELDMOOR — ", "The Veldmoor is a bog.", None, id="an article"),
        pytest.param("EKHAVN, Norvik Isles — ", "", "EKHAVN, Norvik Isles", id="behind a comma"),
        pytest.param("EKHAVN, NORVIK — ", "", None, id="two in capitals"),
        pytest.param("EKHAVN (Meridian) — ", "", "EKHAVN", id="a source in brackets"),
    ],
)
def test_unknown_places_before_a_dash(opening: str, second: str, place: str | None) -> None:
    value = find_dateline([opening + STORY, second], language="en").value
    assert (value.place if value else None) == place


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param("Pittsburgh", Dateline("Pittsburgh", "Pittsburgh", "Pittsburgh"), id="city"),
        pytest.param("Chemnitz.", Dateline("Chemnitz", "Chemnitz", "Chemnitz"), id="period"),
        pytest.param(
            "AFP, SEOUL", Dateline("AFP, SEOUL", "SEOUL", "SEOUL", agency="AFP"), id="agency"
        ),
        pytest.param(
            "OLD FERRY, Ruritania —",
            Dateline("OLD FERRY, Ruritania", "OLD FERRY, Ruritania", "OLD FERRY", "Ruritania"),
            id="unknown place",
        ),
        pytest.param("Published Nov 18, 2024, 9:15 am", None, id="publish time"),
        pytest.param("DECEMBER 27, 2024", None, id="date"),
        pytest.param("Politics", None, id="section"),
        pytest.param("Switzerland", None, id="country"),
    ],
)
def test_labelled_dateline(labelled: str, expected: Dateline | None) -> None:
    found = find_dateline([STORY, STORY], language="en", labelled_dateline=labelled)
    assert found.value == expected
    if found.evidence:
        assert found.evidence[0].block is None


def test_the_text_wins_over_the_label() -> None:
    value = find_dateline(
        [f"OSLO (AP) — {STORY}"], language="en", labelled_dateline="Bergen"
    ).value
    assert value is not None
    assert value.raw == "OSLO (AP)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Pittsburgh", True, id="city"),
        pytest.param("THUN, SWITZERLAND", True, id="city and country"),
        pytest.param("Chemnitz.", True, id="period"),
        pytest.param("AFP, SEOUL", True, id="agency"),
        pytest.param("OSLO, May 3 (Reuters) -", True, id="whole dateline"),
        pytest.param("Switzerland", False, id="country"),
        pytest.param("Reuters", False, id="agency alone"),
        pytest.param("Find Plumbers in San Jose, CA", False, id="heading"),
        pytest.param("Oregon, United States", False, id="state"),
        pytest.param(f"OSLO — {STORY}", False, id="story"),
    ],
)
def test_is_dateline_line(text: str, expected: bool) -> None:
    assert is_dateline_line(text, "en") is expected


def test_spaces_are_folded_in_the_value_only() -> None:
    found = find_dateline([f"\u200b OSLO \xa0(AP)\xa0— {STORY}"], language="en")
    assert found.value == Dateline("OSLO (AP)", "OSLO", "OSLO", agency="AP")
    assert found.evidence[0].raw == "OSLO \xa0(AP)"
    assert found.evidence[0].span == (2, 12)


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "a",
        "A, ",
        "(",
        "A.-",
        " ",
        "OSLO/",
        "5 ",
        "St. ",
        "【",
        "a-b'c",
        "KWALENI: In x. ",
        "\n",
        "A\n",
    ],
)
def test_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    find_dateline([text, text], language="en")
    opens_with_dateline(text, "de")
    is_dateline_line(text, "ko")
    assert time.process_time() - started < 2


def test_the_place_under_a_letter_is_no_dateline() -> None:
    prose = " ".join([STORY] * 4)
    letters = [prose, prose, "BEND, Ore.", prose]
    assert find_dateline(letters, language="en").value is None
    assert find_dateline(letters[2:], language="en").value is not None
