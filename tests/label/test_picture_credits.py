"""Who took a picture."""

import pytest

from newsclean.label.picture_credits import ends_in_credit, may_end_in_credit


@pytest.mark.parametrize(
    "text",
    [
        "The ferry at the pier. Photo: Tom Berg",
        "The ferry at the pier. (Tom Berg/AP)",
        "The ferry at the pier (June Park / The Owl).",
        "Foto: Tom Berg",
        "Die Fähre am Pier. Bild: dpa",
        "Vene laiturissa. KUVA: TOM BERG",
        "Паром у причала. Фото: Том Берг",
    ],
)
def test_credits_in_full(text: str) -> None:
    assert ends_in_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ferry sailed on Monday.", id="a sentence"),
        pytest.param("Drain clearing (sink/tub)", id="small letters"),
        pytest.param("Source: Bureau of Ferries", id="below a table"),
        pytest.param("Credit/debit cards (Visa, Mastercard)", id="a slash"),
        pytest.param("Photo: Tom Berg. The ferry sailed on, and nobody saw it.", id="not the end"),
        pytest.param("The ferry sailed. " * 40 + "Photo: Tom Berg", id="too long"),
    ],
)
def test_no_credits(text: str) -> None:
    assert not ends_in_credit(text)


def test_hints_are_wider() -> None:
    assert may_end_in_credit("The ferry at the pier. (Tom Berg/AP)")
    assert may_end_in_credit("The ferry at the pier. Reuters")
    assert not ends_in_credit("The ferry at the pier. Reuters")
    assert not may_end_in_credit("The ferry at the pier.")
