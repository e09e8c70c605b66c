"""Moments in UTC as the page's own clock shows them."""

import datetime

import pytest

from newsclean.fields.local_time import is_zone_apart, local
from newsclean.page import Claim, Page

UTC = datetime.UTC
NIGHT = datetime.datetime(2024, 5, 3, 23, 30, 15, tzinfo=UTC)
NEXT = datetime.date(2024, 5, 4)


def page(url: str | None = None, *times: str) -> Page:
    return Page("html", (), claims=tuple(Claim("time", "time", t) for t in times), url=url)


@pytest.mark.parametrize(
    ("shown", "url", "times", "language", "expected"),
    [
        pytest.param([], None, [], "en", "2024-05-03T23:30:15+00:00", id="nothing shown"),
        pytest.param(
            [datetime.datetime(2024, 5, 4, 1, 30)],
            None,
            [],
            "en",
            "2024-05-04T01:30:15+02:00",
            id="time shown",
        ),
        pytest.param(
            [datetime.datetime(2024, 5, 4, 1, 37)],
            None,
            [],
            "en",
            "2024-05-03T23:30:15+00:00",
            id="another moment",
        ),
        pytest.param(
            [NEXT], "https://a.de/x", [], "de", "2024-05-04T01:30:15+02:00", id="country"
        ),
        pytest.param(
            [NEXT], "https://a.com/x", [], "it", "2024-05-04T01:30:15+02:00", id="language"
        ),
        pytest.param(
            [NEXT], "https://a.com/x", [], "en", "2024-05-03T23:30:15+00:00", id="no country"
        ),
        pytest.param(
            [NEXT],
            None,
            ["2024-05-06T10:00:00+05:30"],
            "en",
            "2024-05-04T05:00:15+05:30",
            id="zone of another moment",
        ),
        pytest.param(
            [NIGHT.date()],
            "https://a.de/x",
            [],
            "de",
            "2024-05-03T23:30:15+00:00",
            id="the same day",
        ),
        pytest.param(
            [datetime.date(2024, 5, 9)],
            "https://a.de/x",
            [],
            "de",
            "2024-05-03T23:30:15+00:00",
            id="a day too far",
        ),
    ],
)
def test_local(
    shown: list[datetime.date],
    url: str | None,
    times: list[str],
    language: str,
    expected: str,
) -> None:
    found = local(NIGHT, shown, page(url, *times), language)
    assert found == NIGHT
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "value", [NEXT, datetime.datetime(2024, 5, 3, 12), NIGHT.astimezone(datetime.timezone.max)]
)
def test_only_utc_is_moved(value: datetime.date) -> None:
    assert local(value, [NEXT], page("https://a.de/x"), "de") is value


@pytest.mark.parametrize(
    ("moment", "other", "expected"),
    [
        pytest.param(NIGHT, NEXT, True, id="east"),
        pytest.param(NIGHT, datetime.date(2024, 5, 2), False, id="no zone goes so far west"),
        pytest.param(NIGHT, datetime.datetime(2024, 5, 3, 18, 30), True, id="whole hours"),
        pytest.param(NIGHT, datetime.datetime(2024, 5, 3, 18, 44), False, id="odd minutes"),
        pytest.param(NEXT, datetime.date(2024, 5, 3), True, id="days"),
        pytest.param(NEXT, datetime.date(2024, 5, 2), False, id="days too far"),
    ],
)
def test_is_zone_apart(moment: datetime.date, other: datetime.date, expected: bool) -> None:
    assert is_zone_apart(moment, other) is expected
