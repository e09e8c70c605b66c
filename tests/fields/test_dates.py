"""First publication and last change."""

import datetime

import pytest

from newsclean.fields.dates import find_modified, find_published, month_first
from newsclean.page import Block, Claim, Kind, Label, Labelled, Page, Role

NOW = datetime.datetime(2025, 6, 1, 12, tzinfo=datetime.UTC)


def page(
    *rows: tuple[str, Role],
    claims: tuple[Claim, ...] = (),
    language: str = "en",
    url: str | None = None,
    kind: str = "html",
) -> Labelled:
    rows = (("Eels return to the upper river", Role.TITLE), *rows)
    blocks = tuple(Block(text, Kind.TEXT) for text, _ in rows)
    labels = tuple(Label(role, "test") for _, role in rows)
    return Labelled(Page(kind, blocks, claims=claims, url=url), labels, language)


def ld(name: str, value: str, scope: str = "NewsArticle") -> Claim:
    return Claim("json-ld", name, value, scope)


def og(name: str, value: str) -> Claim:
    return Claim("opengraph", name, value)


def time_tag(value: str, text: str, block: int = 1) -> Claim:
    return Claim("time", "time", value, "", block, (("text", text), ("class", "")))


CASES = [
    pytest.param(
        (),
        (ld("datepublished", "2024-05-03T10:00:00+02:00"),),
        "2024-05-03T10:00:00+02:00",
        id="json-ld",
    ),
    pytest.param((), (ld("datepublished", "2024-05-03"),), "2024-05-03", id="day only"),
    pytest.param(
        (), (ld("datepublished", "2024-05-03T10:00:00"),), "2024-05-03T10:00:00", id="no zone"
    ),
    pytest.param(
        (),
        (
            og("article:published_time", "2024-05-03T08:00:00Z"),
            ld("datepublished", "2024-05-03T10:00:00+02:00"),
        ),
        "2024-05-03T10:00:00+02:00",
        id="json-ld before meta",
    ),
    pytest.param(
        (),
        (
            og("article:published_time", "2024-05-03T08:00:00Z"),
            ld("datepublished", "2024-05-01", "WebPage"),
        ),
        "2024-05-03T08:00:00+00:00",
        id="meta before WebPage",
    ),
    pytest.param((), (ld("datepublished", "2024-05-01", "WebPage"),), "2024-05-01", id="WebPage"),
    pytest.param(
        (),
        (
            ld("datepublished", "2024-05-01", "VideoObject"),
            og("article:published_time", "2024-05-03"),
        ),
        "2024-05-03",
        id="video later",
    ),
    pytest.param(
        (),
        (Claim("meta", "parsely-pub-date", "2024-05-03T08:00:00Z"),),
        "2024-05-03T08:00:00+00:00",
        id="parsely",
    ),
    pytest.param(
        (), (Claim("meta", "x-publish-date", "2024-05-03"),), "2024-05-03", id="unknown meta"
    ),
    pytest.param(
        (),
        (Claim("microdata", "datepublished", "2024-05-03", "NewsArticle", 1),),
        "2024-05-03",
        id="itemprop",
    ),
    pytest.param(
        (), (Claim("microdata", "datepublished", "2024-05-03", "Comment", 9),), None, id="comment"
    ),
    pytest.param(
        (),
        (Claim("script", "publishedat", "2024-05-03T08:00:00Z"),),
        "2024-05-03T08:00:00+00:00",
        id="script",
    ),
    pytest.param(
        (),
        (time_tag("2024-05-03T08:00:00Z", "3 May"),),
        "2024-05-03T08:00:00+00:00",
        id="time element",
    ),
    pytest.param(
        (), (ld("datemodified", "2024-05-03"),), "2024-05-03", id="modified is better than nothing"
    ),
    pytest.param(
        (), (ld("datepublished", "1970-01-01T00:00:00Z"),), None, id="default of a database"
    ),
    pytest.param((), (ld("datepublished", "2031-01-01"),), None, id="future"),
    pytest.param((), (ld("datepublished", "soon"),), None, id="no date"),
    pytest.param((("May 3, 2024", Role.DATE),), (), "2024-05-03", id="shown"),
    pytest.param(
        (("Published May 3, 2024 | Updated May 9, 2024", Role.DATE),),
        (),
        "2024-05-03",
        id="published and updated",
    ),
    pytest.param(
        (("Updated May 9, 2024", Role.DATE), ("May 3, 2024", Role.DATE)),
        (),
        "2024-05-03",
        id="not the updated one",
    ),
    pytest.param(
        (("By Ann Lee, May 3, 2024", Role.BYLINE),), (), "2024-05-03", id="in the byline"
    ),
    pytest.param(
        (("May 3, 2024 at 9:15 a.m.", Role.DATE),),
        (ld("datepublished", "2024-05-03"),),
        "2024-05-03T09:15:00",
        id="time from the text",
    ),
    pytest.param(
        (("May 3, 2019", Role.DATE),),
        (ld("datepublished", "2024-05-03T10:00:00Z"),),
        "2019-05-03",
        id="deployment day in metadata",
    ),
    pytest.param(
        (("May 2, 2024", Role.DATE),),
        (ld("datepublished", "2024-05-03T01:00:00Z"),),
        "2024-05-03T01:00:00+00:00",
        id="a day off is a zone",
    ),
    pytest.param(
        (("May 3, 2019", Role.DATE),),
        (ld("datepublished", "2024-05-03"), og("article:published_time", "2024-05-03")),
        "2019-05-03",
        id="deployment day in metadata and its copy",
    ),
    pytest.param(
        (("May 3, 2019", Role.DATE), ("Published May 9, 2024", Role.DATE)),
        (ld("datepublished", "2024-05-09"),),
        "2024-05-09",
        id="the page shows the day of the metadata",
    ),
    pytest.param(
        (("January 19, 2020 / 12:25 PM", Role.DATE),),
        (ld("datepublished", "2020-01-20T09:49:32+00:00"),),
        "2020-01-19T12:25:00",
        id="a day off that no zone explains",
    ),
    pytest.param(
        (("Published Nov. 8, 2023, 10:28 p.m. ET", Role.DATE),),
        (ld("datepublished", "2023-11-09T03:28:35Z"),),
        "2023-11-08T22:28:35-05:00",
        id="UTC as the zone beside the headline",
    ),
    pytest.param(
        (("Nov. 8, 2023", Role.DATE), ("Reply", Role.COMMENT)),
        (
            ld("datepublished", "2023-11-09T03:05:00Z"),
            time_tag("2023-11-09T06:00:00-05:00", "3 hours", 2),
        ),
        "2023-11-08T22:05:00-05:00",
        id="UTC, the zone of another moment of the page",
    ),
    pytest.param(
        (("Published March 9, 2024", Role.DATE),),
        (og("article:published_time", "03-09-2024"),),
        "2024-03-09",
        id="day and month as the page shows them",
    ),
    pytest.param(
        (("10/12/2023", Role.DATE),),
        (time_tag("2023-12-10T19:38:01Z", "10/12/2023"),),
        "2023-12-10T19:38:01+00:00",
        id="day and month as the attribute has them",
    ),
    pytest.param(
        (),
        (ld("datepublished", "2024-05-03"), og("article:published_time", "2024-05-03T08:00:00Z")),
        "2024-05-03T08:00:00+00:00",
        id="day in one source, time in another",
    ),
    pytest.param(
        (),
        (
            ld("datepublished", "2024-05-03T10:00:00"),
            og("article:published_time", "2024-05-03T10:00:00+02:00"),
        ),
        "2024-05-03T10:00:00+02:00",
        id="zone in another source",
    ),
    pytest.param(
        (
            ("Updated May 9, 2024", Role.DATE),
            ("The eels are back.", Role.BODY),
            *(("They swim.", Role.BODY),) * 9,
            ("May 20, 2024", Role.DATE),
            ("Another story", Role.OTHER),
            ("May 19, 2024", Role.DATE),
        ),
        (),
        "2024-05-09",
        id="days of several stories behind the text",
    ),
    pytest.param(
        (
            ("The eels are back.", Role.BODY),
            *(("They swim.", Role.BODY),) * 9,
            ("May 20, 2024", Role.DATE),
        ),
        (),
        "2024-05-20",
        id="one day behind the text",
    ),
    pytest.param(
        (
            ("May 20, 2024", Role.DATE),
            ("The eels are back.", Role.BODY),
            ("This story was originally published on May 3, 2019.", Role.OTHER),
        ),
        (),
        "2019-05-03",
        id="originally published",
    ),
    pytest.param(
        (("Posted 3 hours ago", Role.OTHER), ("The eels are back.", Role.BODY)),
        (),
        "2025-06-01T09:00:00+00:00",
        id="hours ago",
    ),
    pytest.param(
        (("2 days ago", Role.OTHER), ("The eels are back.", Role.BODY)),
        (),
        "2025-05-30",
        id="days ago",
    ),
    pytest.param(
        (("3 hours ago", Role.RELATED), ("The eels are back.", Role.BODY)),
        (),
        None,
        id="hours ago of another story",
    ),
    pytest.param(
        (("May 2, 2024 at 9:15 p.m.", Role.DATE),),
        (ld("datepublished", "2024-05-03T01:15:42Z"),),
        "2024-05-02T21:15:42-04:00",
        id="UTC as the page's clock shows it",
    ),
    pytest.param(
        (("Share May 3, 2024", Role.OTHER),), (), "2024-05-03", id="any near the headline"
    ),
    pytest.param((("It opened on May 3, 1998.", Role.BODY),), (), None, id="date of the story"),
    pytest.param((), (), None, id="none"),
]


@pytest.mark.parametrize(("rows", "claims", "expected"), CASES)
def test_published(
    rows: tuple[tuple[str, Role], ...], claims: tuple[Claim, ...], expected: str | None
) -> None:
    found = find_published(page(*rows, claims=claims), NOW)
    assert (found.value.isoformat() if found.value else None) == expected
    assert bool(found.evidence) == (expected is not None)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/2024/05/03/eels", "2024-05-03"),
        ("https://a.example/2024/may/03/eels", "2024-05-03"),
        ("https://a.example/2024/october/03/eels", "2024-10-03"),
        ("https://a.example/news/2024-05-03-eels", "2024-05-03"),
        ("https://a.example/eels-20240503.html", "2024-05-03"),
        ("https://a.example/news/03-05-2024", "2024-05-03"),
        ("https://a.example/2024/05/eels", None),
        ("https://a.example/2024/13/45/eels", None),
        ("https://a.example/eels-1234567890", None),
    ],
)
def test_address(url: str, expected: str | None) -> None:
    found = find_published(page(url=url), NOW)
    assert (found.value.isoformat() if found.value else None) == expected


def test_the_month_of_the_address_decides() -> None:
    rows = (("May 3, 2024", Role.DATE), ("June 7, 2024", Role.DATE))
    found = find_published(page(*rows, url="https://a.example/2024/06/eels"), NOW)
    assert found.value == datetime.date(2024, 6, 7)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Veröffentlicht am 3. Mai 2024, 10:15 Uhr", "de", "2024-05-03T10:15:00"),
        ("Publié le 3 mai 2024 à 10h15", "fr", "2024-05-03T10:15:00"),
        ("Publicado el 3 de mayo de 2024", "es", "2024-05-03"),
        ("Pubblicato il 3 maggio 2024", "it", "2024-05-03"),
        ("Publicado em 3 de maio de 2024", "pt", "2024-05-03"),
        ("Gepubliceerd op 3 mei 2024", "nl", "2024-05-03"),
        ("Publicerad 3 maj 2024", "sv", "2024-05-03"),
        ("Julkaistu 3.5.2024 10.15", "fi", "2024-05-03T10:15:00"),
        ("Опубликовано: 3 мая 2024", "ru", "2024-05-03"),
        ("2024年5月3日 公開", "ja", "2024-05-03"),
        ("입력 2024.05.03 10:15", "ko", "2024-05-03T10:15:00"),
    ],
)
def test_languages(text: str, language: str, expected: str) -> None:
    found = find_published(page((text, Role.DATE), language=language), NOW)
    assert found.value is not None
    assert found.value.isoformat() == expected


@pytest.mark.parametrize(
    ("claims", "rows", "expected"),
    [
        pytest.param(
            (ld("datemodified", "2024-05-04T10:00:00Z"),),
            (),
            "2024-05-04T10:00:00+00:00",
            id="json-ld",
        ),
        pytest.param(
            (og("article:modified_time", "2024-05-04T10:00:00Z"),),
            (),
            "2024-05-04T10:00:00+00:00",
            id="meta",
        ),
        pytest.param((ld("datemodified", "2024-05-03T10:00:00+00:00"),), (), None, id="equal"),
        pytest.param((ld("datemodified", "2024-05-01T10:00:00Z"),), (), None, id="earlier"),
        pytest.param((), (("Updated May 4, 2024", Role.DATE),), "2024-05-04", id="shown"),
        pytest.param((), (), None, id="none"),
    ],
)
def test_modified(
    claims: tuple[Claim, ...], rows: tuple[tuple[str, Role], ...], expected: str | None
) -> None:
    published = datetime.datetime(2024, 5, 3, 10, tzinfo=datetime.UTC)
    found = find_modified(page(*rows, claims=claims), published, NOW)
    assert (found.value.isoformat() if found.value else None) == expected


@pytest.mark.parametrize(
    ("url", "language", "expected"),
    [
        ("https://a.com/x", "en", True),
        ("https://a.co.uk/x", "en", False),
        ("https://a.com/x", "de", False),
        (None, "en", True),
    ],
)
def test_month_first(url: str | None, language: str, expected: bool) -> None:
    assert month_first(Page("html", (), url=url), language) is expected


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("og:locale", "en_GB", False),
        ("og:locale", "en_US", True),
        ("inlanguage", "en-IN", False),
        ("inlanguage", "English", True),
    ],
)
def test_month_first_by_region(name: str, value: str, expected: bool) -> None:
    claims = (Claim("json-ld", name, value),)
    assert month_first(Page("html", (), claims=claims, url="https://a.com/x"), "en") is expected


def test_evidence_claims_the_word_before_the_date() -> None:
    text = "Published May 3, 2024 | 4 min read"
    found = find_published(page((text, Role.DATE)), NOW)
    (item,) = found.evidence
    assert item.span is not None
    assert text[slice(*item.span)] == "Published May 3, 2024"
