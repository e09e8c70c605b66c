"""What the headline is compared with, and what is cut off from it."""

import pytest

from newsclean.label.likeness import key_of, overlap, strip_site

SITES = ("River Courier", "rivercourier.example")


@pytest.mark.parametrize(
    ("title", "others", "expected"),
    [
        ("Eels return | River Courier", (), "Eels return"),
        ("Eels return - River Courier", (), "Eels return"),
        ("Eels return – The River Courier", (), "Eels return"),
        ("Eels return | Nature | River Courier", ("Eels return",), "Eels return"),
        ("River Courier | Eels return", (), "Eels return"),
        ("Eels return - and how", (), "Eels return - and how"),
        ("Eels return » Blog", ("Eels return",), "Eels return"),
        ("Eels-return", (), "Eels-return"),
        ("River Courier", (), "River Courier"),
    ],
)
def test_strip_site(title: str, others: tuple[str, ...], expected: str) -> None:
    assert strip_site(title, SITES, others) == expected


def test_key_passes_over_marks_and_case() -> None:
    assert key_of("“Eels” RETURN—they’re back!") == key_of('"eels" return they\'re back')


def test_overlap() -> None:
    assert overlap("Eels return", "eels return!") == 1.0
    assert overlap("Eels return", "Bridge closed") == 0.0
    assert 0.3 < overlap("Eels return to river", "Eels are back in the river") < 0.7
    assert overlap("川にウナギが戻る", "ウナギが川に戻る") > 0.5
    assert overlap("", "") == 0.0
