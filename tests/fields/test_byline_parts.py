"""What stands in a byline beside the names."""

import pytest

from newsclean.fields.byline_parts import credits_others, role_behind
from newsclean.fields.names import Name, split_names


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        pytest.param(
            "Ann Lee Senior Political Correspondent",
            "en",
            [Name("Ann Lee", "Senior Political Correspondent")],
            id="role right behind",
        ),
        pytest.param("Ann Lee +1 555 123 4567", "en", [Name("Ann Lee")], id="telephone"),
        pytest.param("By Ann Lee Follow", "en", [Name("Ann Lee")], id="button"),
        pytest.param("Ann Lee Updated 3 May 2024", "en", [Name("Ann Lee")], id="date"),
        pytest.param("Ann Lee (@annlee)", "en", [Name("Ann Lee")], id="handle in brackets"),
        pytest.param(
            "Ann Lee @ann Bo Ek @bo", "en", [Name("Ann Lee"), Name("Bo Ek")], id="handles between"
        ),
        pytest.param("Dr. Ann Lee", "en", [Name("Ann Lee")], id="title"),
        pytest.param("Ann Lee for The Courier", "en", [Name("Ann Lee")], id="outlet"),
        pytest.param(
            "Par Anne Petit (avec AFP)",
            "fr",
            [Name("Anne Petit"), Name("AFP", None, "organisation")],
            id="agency in brackets",
        ),
        pytest.param("Ann Lee; Editing by Bo Ek", "en", [Name("Ann Lee")], id="editor"),
        pytest.param(
            "Text: Anna Weber, Fotos: Max Adler", "de", [Name("Anna Weber")], id="photographer"
        ),
        pytest.param(
            "By Ann Lee and Bo Ek The Associated Press",
            "en",
            [Name("Ann Lee"), Name("Bo Ek"), Name("Associated Press", None, "organisation")],
            id="agency right behind",
        ),
        pytest.param("Ann Lee Twitter", "en", [Name("Ann Lee")], id="link behind"),
        pytest.param("von", "de", [], id="the word before alone"),
        pytest.param("文/李明", "zh", [Name("李明")], id="label with a slash"),
        pytest.param("王小明/台北報導", "zh", [Name("王小明")], id="filed from"),
    ],
)
def test_names(raw: str, language: str, expected: list[Name]) -> None:
    assert list(split_names(raw, language)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ann Lee", ("Ann Lee", None)),
        ("Ann Lee Reporter", ("Ann Lee", "Reporter")),
        ("Mary Ann Lee", ("Mary Ann Lee", None)),
        ("Mary Ann Head", ("Mary Ann Head", None)),
        ("Political Reporter", ("Political Reporter", None)),
    ],
)
def test_role_behind(name: str, expected: tuple[str, str | None]) -> None:
    assert role_behind(name) == expected


@pytest.mark.parametrize(
    ("part", "language", "expected"),
    [
        ("photos by Bo Ek", "en", True),
        ("Photo: Bo Ek", "en", True),
        ("Fotos von Max Adler", "de", True),
        ("Ann Lee", "en", False),
        ("Maria Foto", "de", False),
        ("Video Team", "en", False),
    ],
)
def test_credits_others(part: str, language: str, expected: bool) -> None:
    assert credits_others(part, language) is expected
