"""Who a surname or a title with a surname stands for."""

import pytest

from newsclean.fields.quoting.language import lexicon
from newsclean.fields.quoting.resolve import People

RELATIVES = "Lena Marsh sings. Her brother, Otto Marsh, plays. Lena Marsh is famous."


@pytest.mark.parametrize(
    ("text", "raw", "name"),
    [
        pytest.param("Lena Marsh sings.", "Marsh", "Lena Marsh", id="surname"),
        pytest.param("Lena Marsh sings.", "Lena", "Lena Marsh", id="given name"),
        pytest.param("Lena Marsh sings.", "Ms. Marsh", "Lena Marsh", id="title"),
        pytest.param("Lena Marsh sings.", "Lena Marsh", "Lena Marsh", id="full name"),
        pytest.param("Lena Marsh sings.", "Sen. Lena Marsh", "Lena Marsh", id="title, full name"),
        pytest.param("Lena Marsh sings.", "Tern", "Tern", id="nobody known"),
        pytest.param("Lena Marsh sings.", "Ms. Tern", "Tern", id="nobody known, title"),
        pytest.param("But Lena Marsh sings.", "Marsh", "Lena Marsh", id="conjunction in front"),
        pytest.param("President Lena Marsh sings.", "Marsh", "Lena Marsh", id="title in front"),
        pytest.param("Lena J. Marsh sings.", "Marsh", "Lena J. Marsh", id="initial"),
        pytest.param("J. K. Marsh sings.", "Marsh", "J. K. Marsh", id="two initials"),
        pytest.param("Lena O’Hara sings.", "O’Hara", "Lena O’Hara", id="apostrophe"),
        pytest.param("Lena van der Marsh.", "Marsh", "Marsh", id="two particles are no name"),
        pytest.param("Lena van Marsh sings.", "Marsh", "Lena van Marsh", id="particle"),
        pytest.param(RELATIVES, "Marsh", "Lena Marsh", id="not the brother"),
        pytest.param(RELATIVES, "Otto Marsh", "Otto Marsh", id="the brother by his full name"),
    ],
)
def test_fullest_name(text: str, raw: str, name: str) -> None:
    english = lexicon("en")
    assert english is not None
    assert People(text, english).fullest(raw) == name
