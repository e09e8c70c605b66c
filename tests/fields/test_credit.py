"""Caption and credit told apart."""

import pytest

from newsclean.fields.credit import split_credit

CASES = [
    pytest.param(["A man walks. (AP Photo/Jo Doe)"], "A man walks.", "AP Photo/Jo Doe", id="ap"),
    pytest.param(["Boats at dawn (PTI Photo)"], "Boats at dawn", "PTI Photo", id="agency photo"),
    pytest.param(["The crowd.", "MAX ROUX / AFP"], "The crowd.", "MAX ROUX / AFP", id="own block"),
    pytest.param(["Ein Dorf. Foto: Max Adler"], "Ein Dorf.", "Max Adler", id="german label"),
    pytest.param(["Часы. Фото: Архип Лотов"], "Часы.", "Архип Лотов", id="russian label"),
    pytest.param(["A mine. REUTERS/Ana Ruiz"], "A mine.", "REUTERS/Ana Ruiz", id="reuters"),
    pytest.param(["REUTERS/Ana Ruiz"], None, "REUTERS/Ana Ruiz", id="credit alone"),
    pytest.param(["A fair. Photo by Jo Doe"], "A fair.", "Jo Doe", id="photo by"),
    pytest.param(["A fox CREDIT: NED ARK"], "A fox", "NED ARK", id="label without stop"),
    pytest.param(["© Jo Doe"], None, "Jo Doe", id="copyright sign"),
    pytest.param(
        ["The bridge (left) at dusk."], "The bridge (left) at dusk.", None, id="brackets"
    ),
    pytest.param(["Corn spills (file)."], "Corn spills (file).", None, id="brackets at the end"),
    pytest.param(["A fox in the garden."], "A fox in the garden.", None, id="no credit"),
    pytest.param([], None, None, id="nothing"),
]


@pytest.mark.parametrize(("texts", "caption", "credit"), CASES)
def test_split(texts, caption, credit):
    assert split_credit(texts) == (caption, credit)


def test_what_the_markup_marks_is_the_credit():
    assert split_credit(["A fox Ned Ark"], ["Ned Ark"]) == ("A fox", "Ned Ark")
