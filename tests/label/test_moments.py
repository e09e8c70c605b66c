"""Dates as people and machines write them."""

import datetime

import pytest

from newsclean.label.moments import read_moment


def at(hours: float) -> datetime.timezone:
    return datetime.timezone(datetime.timedelta(hours=hours))


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


def moment(*parts: int, zone: float | None = None, micro: int = 0) -> datetime.datetime:
    tz = at(zone) if zone is not None else None
    return datetime.datetime(*parts, microsecond=micro, tzinfo=tz)  # type: ignore[misc,arg-type]


CASES = [
    # Machines.
    ("2024-10-17T14:05:00-07:00", None, moment(2024, 10, 17, 14, 5, zone=-7)),
    ("2024-10-17T14:05:09.250Z", None, moment(2024, 10, 17, 14, 5, 9, zone=0, micro=250000)),
    ("2024-10-17T14:05:00.000+0530", None, moment(2024, 10, 17, 14, 5, zone=5.5)),
    ("2024-10-17T14:05", None, moment(2024, 10, 17, 14, 5)),
    ("2024-10-17 14:05:00", None, moment(2024, 10, 17, 14, 5)),
    ("2024-10-17", None, day(2024, 10, 17)),
    ("2024/3/4", None, day(2024, 3, 4)),
    ("20241017", None, day(2024, 10, 17)),
    ("20241017T140500Z", None, moment(2024, 10, 17, 14, 5, zone=0)),
    ("1729173900", None, moment(2024, 10, 17, 14, 5, zone=0)),
    ("1729173900000", None, moment(2024, 10, 17, 14, 5, zone=0)),
    ("Thu, 17 Oct 2024 14:05:00 GMT", None, moment(2024, 10, 17, 14, 5, zone=0)),
    ("Thu Oct 17 14:05:00 EDT 2024", "en", moment(2024, 10, 17, 14, 5, zone=-4)),
    ("2021-01-06 12:30 AM", "en", moment(2021, 1, 6, 0, 30)),
    # English.
    ("October 17, 2024", "en", day(2024, 10, 17)),
    ("Oct. 17, 2024", "en", day(2024, 10, 17)),
    ("17 October 2024", "en", day(2024, 10, 17)),
    ("Thursday the 17th of October, 2024", "en", day(2024, 10, 17)),
    ("Jan. 3rd, 2020", "en", day(2020, 1, 3)),
    ("15-Jan-2020", "en", day(2020, 1, 15)),
    ("October 17, 2024, 7:05 p.m. EDT", "en", moment(2024, 10, 17, 19, 5, zone=-4)),
    ("6:00 a.m. ET Sept. 12, 2023", "en", moment(2023, 9, 12, 6, 0, zone=-4)),
    ("6:00 a.m. PT Dec. 12, 2023", "en", moment(2023, 12, 12, 6, 0, zone=-8)),
    ("Published 3 March 2020 at 4.15pm", "en", moment(2020, 3, 3, 16, 15)),
    ("09:14, 3 February 2025 | Updated: 11:02", "en", moment(2025, 2, 3, 9, 14)),
    ("Mon, 07/10/2023 - 16:20", "en", moment(2023, 7, 10, 16, 20)),
    ("24/12/2023", "en", day(2023, 12, 24)),
    # Other languages.
    ("17. Oktober 2024, 19:05 Uhr", "de", moment(2024, 10, 17, 19, 5)),
    ("17.10.2024, 19.05 Uhr", "de", moment(2024, 10, 17, 19, 5)),
    ("Stand: 08.11.2024, 14:35 Uhr", "de", moment(2024, 11, 8, 14, 35)),
    ("Publié le 1er mars 2020 à 19h05", "fr", moment(2020, 3, 1, 19, 5)),
    ("10 de enero de 2020", "es", day(2020, 1, 10)),
    ("3 de março de 2021 às 08h15", "pt", moment(2021, 3, 3, 8, 15)),
    ("5 maggio 2019", "it", day(2019, 5, 5)),
    ("12 mei 2020 om 10:00", "nl", moment(2020, 5, 12, 10, 0)),
    ("3 marraskuuta 2020", "fi", day(2020, 11, 3)),
    ("torsdag 09. mai 2024 - 13:26", "no", moment(2024, 5, 9, 13, 26)),
    ("7 października 2021", "pl", day(2021, 10, 7)),
    ("2. července 2020", "cs", day(2020, 7, 2)),
    ("29 июня 2019, 12:40", "ru", moment(2019, 6, 29, 12, 40)),
    ("14 травня 2022", "uk", day(2022, 5, 14)),
    ("4 Φεβρουαρίου 2020", "el", day(2020, 2, 4)),
    ("3 Ağustos 2020", "tr", day(2020, 8, 3)),
    ("Senin, 3 Agustus 2020 13:15 WIB", "id", moment(2020, 8, 3, 13, 15, zone=7)),
    ("ngày 3 tháng 2 năm 2020", "vi", day(2020, 2, 3)),
    ("3/2/2020, 08:12 (GMT+7)", "vi", moment(2020, 2, 3, 8, 12, zone=7)),
    ("٣ مايو 2020", "ar", day(2020, 5, 3)),
    ("2020年3月4日 午後5時06分", "ja", moment(2020, 3, 4, 17, 6)),
    ("2020年3月4日", "zh", day(2020, 3, 4)),
    ("2020년 3월 4일 오후 5:06", "ko", moment(2020, 3, 4, 17, 6)),
    ("2020. 03. 04 오전 10:12", "ko", moment(2020, 3, 4, 10, 12)),
    # A name of another language than the page's.
    ("17 octobre 2024", "en", day(2024, 10, 17)),
]


@pytest.mark.parametrize(
    ("text", "language", "expected"), [pytest.param(*case, id=case[0]) for case in CASES]
)
def test_read(text: str, language: str | None, expected: datetime.date) -> None:
    found = read_moment(text, language)
    assert found is not None
    assert found.value == expected
    assert type(found.value) is type(expected)
    if isinstance(expected, datetime.datetime) and isinstance(found.value, datetime.datetime):
        assert found.value.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No date here",
        "2019-02-30",
        "Article 2019-45 of the code",
        "Call 555-12-3456 now",
        "in May, he may go",
        "99.99.2020",
        "version 3.11.2",
        "12345678901234",
    ],
)
def test_nothing(text: str) -> None:
    assert read_moment(text, "en") is None


def test_month_first() -> None:
    found = read_moment("03/04/2020", "en", month_first=True)
    assert found is not None
    assert found.value == day(2020, 3, 4)


def test_span() -> None:
    text = "Posted on October 17, 2024 by Dale"
    found = read_moment(text, "en")
    assert found is not None
    assert text[slice(*found.span)] == "October 17, 2024"
