"""Long texts in pieces."""

import pytest

from newsclean.read.pieces import PIECE, pieces


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 1, id="empty"),
        pytest.param("the ferry " * 40, 1, id="short"),
        pytest.param("the ferry " * PIECE, 10, id="long"),
        pytest.param("ferry" * PIECE, 1, id="one word"),
        pytest.param("a" * PIECE + " \xa0\t" * 9 + "b" * PIECE, 2, id="run of spaces"),
        pytest.param("a" * (PIECE - 2) + " " * PIECE + "b", 1, id="no place behind the spaces"),
    ],
)
def test_pieces_give_the_text_back_and_cut_no_word(text: str, count: int) -> None:
    found = list(pieces(text))
    assert "".join(found) == text
    assert len(found) == count
    assert all(later[0].isspace() for later in found[1:])
    assert not any(piece[-1].isspace() for piece in found[:-1])
    assert [word for piece in found for word in piece.split()] == text.split()
