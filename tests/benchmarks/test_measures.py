"""Measures of the fields."""

import datetime
from pathlib import Path

import pytest

from benchmarks.documents import DatelineTruth, Document, Truth
from benchmarks.measures import (
    auc,
    score_authors,
    score_dateline,
    score_day,
    score_instant,
    score_title,
    total_dateline,
)
from benchmarks.output import Output, OutputDateline

UTC = datetime.UTC
EAST = datetime.timezone(datetime.timedelta(hours=2))


def page(truth: Truth) -> Document:
    return Document("one", "aeb", "host", Path("none"), truth)


@pytest.mark.parametrize(
    ("true", "found", "expected"),
    [
        pytest.param(("Mara Vell",), ("MARA VELL",), 1.0, id="case"),
        pytest.param(("A B", "C D"), ("A B",), 2 / 3, id="one-of-two"),
        pytest.param(("A B",), ("A B", "A  B"), 1.0, id="a-set"),
        pytest.param((), (), 1.0, id="rightly-none"),
        pytest.param((), ("A B",), 0.0, id="wrongly-one"),
    ],
)
def test_authors(true: tuple[str, ...], found: tuple[str, ...], expected: float) -> None:
    score = score_authors(page(Truth(authors=true)), Output(authors=found))
    assert score == pytest.approx((expected,))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param("“Ferry” sails", 1.0, id="punctuation"),
        pytest.param("Ferry sails | Gazette", 0.0, id="suffix"),
        pytest.param(None, 0.0, id="none"),
    ],
)
def test_title(found: str | None, expected: float) -> None:
    assert score_title(page(Truth(title="Ferry sails")), Output(title=found)) == (expected,)


TRUE = datetime.datetime(2024, 5, 1, 23, 30, tzinfo=EAST)


@pytest.mark.parametrize(
    ("found", "day", "instant"),
    [
        pytest.param(TRUE, 1.0, 1.0, id="same"),
        pytest.param(TRUE.astimezone(UTC), 1.0, 1.0, id="other-zone"),
        pytest.param(datetime.date(2024, 5, 1), 1.0, 0.0, id="day-only"),
        pytest.param(TRUE.replace(tzinfo=None), 1.0, 0.0, id="naive"),
        pytest.param(datetime.datetime(2024, 5, 2, tzinfo=EAST), 0.0, 0.0, id="other-day"),
        pytest.param(None, 0.0, 0.0, id="none"),
    ],
)
def test_dates(found: datetime.date | None, day: float, instant: float) -> None:
    document, output = page(Truth(published=TRUE)), Output(published=found)
    assert score_day(document, output) == (day,)
    assert score_instant(document, output) == (instant,)


@pytest.mark.parametrize(
    ("truth", "found", "expected"),
    [
        pytest.param(
            DatelineTruth("BRACK (XP)", "BRACK"),
            OutputDateline("BRACK (XP)", "Brack"),
            (1, 1, 1, 1, 1),
            id="right",
        ),
        pytest.param(
            DatelineTruth("BRACK (XP)", "BRACK"),
            OutputDateline("BRACK", "BRACK"),
            (1, 1, 1, 0, 1),
            id="place-only",
        ),
        pytest.param(
            DatelineTruth("(XP)", None), OutputDateline("(XP)", None), (1, 1, 1, 1, 1), id="agency"
        ),
        pytest.param(DatelineTruth("BRACK", "BRACK"), None, (1, 0, 0, 0, 1), id="missed"),
        pytest.param(
            DatelineTruth(None, None), OutputDateline("X", "X"), (0, 1, 0, 0, 1), id="wrong"
        ),
        pytest.param(DatelineTruth(None, None, doubt=True), None, (0, 0, 0, 0, 0), id="doubtful"),
    ],
)
def test_dateline(
    truth: DatelineTruth, found: OutputDateline | None, expected: tuple[float, ...]
) -> None:
    assert score_dateline(page(Truth(dateline=truth)), Output(dateline=found)) == expected


def test_dateline_figures() -> None:
    right, missed, wrong, negative = (1, 1, 1, 0, 1), (1, 0, 0, 0, 1), (0, 1, 0, 0, 1), (0,) * 4
    figures = total_dateline([right, missed, wrong, (*negative, 1), (1, 1, 0, 0, 0)])
    assert figures == {
        "dateline": pytest.approx(0.5),
        "dateline_place": 0.5,
        "dateline_raw": 0.0,
        "dateline_negatives": 0.5,
        "dateline_with_doubtful": pytest.approx(1 / 3),
    }


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param([(1, 0.9), (1, 0.8), (0, 0.1)], 1.0, id="apart"),
        pytest.param([(1, 0.1), (0, 0.9)], 0.0, id="reversed"),
        pytest.param([(1, 0.5), (0, 0.5)], 0.5, id="tied"),
        pytest.param([(1, 0.9), (1, 0.3), (0, 0.5), (0, 0.1)], 0.75, id="mixed"),
    ],
)
def test_auc(scores: list[tuple[float, ...]], expected: float) -> None:
    assert auc(scores) == {"auc": pytest.approx(expected)}


def test_auc_needs_both_classes() -> None:
    assert auc([(1, 0.5)]) == {}
