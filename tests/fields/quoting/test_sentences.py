"""Who speaks, in every language of the vocabulary: ``sentences/<language>.toml``."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from newsclean.article import Paragraph
from newsclean.fields.quotes import find_quotes

FOLDER = Path(__file__).parent / "sentences"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def sentences(language: str) -> list[dict[str, Any]]:
    loaded = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    found: list[dict[str, Any]] = loaded["sentence"]
    return found


def cases() -> list[Any]:
    return [
        pytest.param(
            language,
            case["text"],
            case["speakers"],
            id=f"{language}-{number}",
            marks=[pytest.mark.xfail(strict=True, reason=case["gap"])] if "gap" in case else [],
        )
        for language in LANGUAGES
        for number, case in enumerate(sentences(language), 1)
    ]


@pytest.mark.parametrize(("language", "text", "speakers"), cases())
def test_speakers(language: str, text: str, speakers: list[str]) -> None:
    body = [Paragraph(part) for part in text.split("\n")]
    found = [quote.speaker or "" for quote in find_quotes(body, language).value]
    # A term or a title in marks may be found or not; nobody says it.
    assert found == speakers or (not found and speakers == [""])


@pytest.mark.parametrize("language", LANGUAGES)
def test_fifteen_sentences_right_and_wrong(language: str) -> None:
    found = [case["speakers"] for case in sentences(language)]
    assert len(found) >= 15
    assert [""] in found
