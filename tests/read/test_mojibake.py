"""Mojibake in flat text."""

import sys

import pytest

from newsclean.read.mojibake import mend
from newsclean.read.text import read_text

GOOD = "“Wir bauen die Brücke”, sagte Jörg Möller. Das kostet fünf Millionen – oder mehr."


def test_utf8_read_as_cp1252_is_mended() -> None:
    # An extra of its own, which the development install has.
    broken = "Der Rat sagt “ja – später”, Jörg Möller.".replace("”", "“")
    text, problems = mend("Plain line.\n" + broken.encode().decode("cp1252"))
    assert text == "Plain line.\n" + broken
    assert problems == ("mojibake in the text was mended with ftfy",)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Plain ASCII.", id="ascii"),
        pytest.param(GOOD, id="sound german"),
        pytest.param("São João, CORAÇÃO, AÇÃO, Ânia, Ñandú, ÅÄÖ Ã", id="capitals"),
        pytest.param("Река поднялась на два метра. Ùn, ØRSTED, Ð.", id="cyrillic"),
        pytest.param("Once â€™ may be an example of it.", id="one sequence"),
        pytest.param("ngày Â và đêm, tiếng Việt: VÂN ĐỒN, ĐÃ", id="vietnamese"),
    ],
)
def test_sound_text_is_not_touched(text: str) -> None:
    assert mend(text) == (text, ())


def test_without_ftfy_the_problem_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)
    broken = "JÃ¶rg MÃ¶ller"
    assert mend(broken) == (broken, ("mojibake in the text; newsclean[repair] would mend it",))


def test_the_page_tells_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)
    assert read_text("JÃ¶rg MÃ¶ller").problems != ()
