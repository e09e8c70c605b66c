"""Dates in words."""

import datetime

import pytest

from newsclean.fields.worded_dates import original_date, relative_date
from newsclean.page import Block, Kind, Label, Labelled, Page, Role

NOW = datetime.datetime(2025, 6, 1, 12, tzinfo=datetime.UTC)


def page(text: str, language: str, role: Role = Role.OTHER) -> Labelled:
    blocks = (Block("Eels return", Kind.HEADING, 1), Block(text, Kind.TEXT))
    labels = (Label(Role.TITLE, "test"), Label(role, "test"))
    return Labelled(Page("html", blocks), labels, language)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("3 hours ago", "en", "2025-06-01T09:00:00+00:00"),
        ("Posted 5 min ago by Ann Lee", "en", "2025-06-01T11:55:00+00:00"),
        ("vor 4 Stunden", "de", "2025-06-01T08:00:00+00:00"),
        ("il y a 2 jours", "fr", "2025-05-30"),
        ("hace 5 minutos", "es", "2025-06-01T11:55:00+00:00"),
        ("2 ore fa", "it", "2025-06-01T10:00:00+00:00"),
        ("há 3 horas", "pt", "2025-06-01T09:00:00+00:00"),
        ("3 uur geleden", "nl", "2025-06-01T09:00:00+00:00"),
        ("2 timer siden", "no", "2025-06-01T10:00:00+00:00"),
        ("för 2 timmar sedan", "sv", "2025-06-01T10:00:00+00:00"),
        ("2 часа назад", "ru", "2025-06-01T10:00:00+00:00"),
        ("3時間前", "ja", "2025-06-01T09:00:00+00:00"),
        ("5分钟前", "zh", "2025-06-01T11:55:00+00:00"),
        ("3 years ago", "en", None),
        ("The eels were last seen here long ago", "en", None),
        ("3 comments", "en", None),
    ],
)
def test_relative(text: str, language: str, expected: str | None) -> None:
    found = relative_date(page(text, language), NOW)
    assert (found.value.isoformat() if found else None) == expected


@pytest.mark.parametrize("role", [Role.BODY, Role.RELATED, Role.COMMENT])
def test_relative_dates_of_other_things(role: Role) -> None:
    assert relative_date(page("3 hours ago", "en", role), NOW) is None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("This story was originally published on May 3, 2019 at 4:12 p.m.", "en", (2019, 5, 3)),
        ("First published 3 May 2019", "en", (2019, 5, 3)),
        ("Erstmals veröffentlicht am 3. Mai 2019", "de", (2019, 5, 3)),
        ("Publicado originalmente el 3 de mayo de 2019", "es", (2019, 5, 3)),
        ("Originally published in The Courier, a daily of the river, on May 3, 2019", "en", None),
        ("Published on May 3, 2019", "en", None),
    ],
)
def test_original(text: str, language: str, expected: tuple[int, int, int] | None) -> None:
    found = original_date(page(text, language), month_first=False)
    assert (found.value.timetuple()[:3] if found else None) == expected
    if found:
        assert found.evidence.raw is not None
        assert found.evidence.raw in text
