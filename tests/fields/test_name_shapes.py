"""What a name is wrapped in."""

import pytest

from newsclean.fields.name_shapes import bare_names, is_account, is_mere_role, without_wrapping


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("Ann Lee", "Ann Lee", id="a name"),
        pytest.param("About Ann Lee", "Ann Lee", id="about"),
        pytest.param(
            "Meet the new mayor of Velmora", "Meet the new mayor of Velmora", id="no name"
        ),
        pytest.param("Overton Lee", "Overton Lee", id="a name that begins like it"),
        pytest.param("Redakteur*innen", "Redakteurinnen", id="both genders"),
        pytest.param("'name': 'Ann Lee'", "Ann Lee", id="json"),
        pytest.param("关于李明华", "李明华", id="chinese"),
    ],
)
def test_bare_names(text: str, bare: str) -> None:
    assert bare_names(text) == bare


@pytest.mark.parametrize(
    ("text", "mere"),
    [
        ("Senior Writer", True),
        ("Associate Tech Editor", True),
        ("Ann Lee", False),
        ("Dan Head", False),
        ("Writer Ann Lee", False),
    ],
)
def test_mere_roles(text: str, mere: bool) -> None:
    assert is_mere_role(text) is mere


@pytest.mark.parametrize(
    ("name", "account"),
    [("q_admin", True), ("alee7", True), ("Floyd", False), ("ann lee", False), ("李明华", False)],
)
def test_accounts(name: str, account: bool) -> None:
    assert is_account(name) is account


def test_half_brackets() -> None:
    assert without_wrapping("Ann Lee (") == "Ann Lee"
    assert without_wrapping("Ann (Anna) Lee") == "Ann (Anna) Lee"


def test_the_paper_before_a_korean_name() -> None:
    assert without_wrapping("한빛일보=김하늘 기자") == "김하늘 기자"
