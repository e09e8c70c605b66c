"""Gold quotes, their place in a text, and who is credited."""

import pytest

from benchmarks.documents import GoldQuote
from benchmarks.quotes import (
    PredictedQuote,
    gold_quotes,
    locate,
    quoted_spans,
    score_quotes,
    speaker_matches,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We sail,” she said. “At noon.”", ["We sail,", "At noon."], id="curly"),
        pytest.param('"We sail," she said. "At noon."', ["We sail,", "At noon."], id="straight"),
        pytest.param('“We sail," she said.', ["We sail,"], id="mixed"),
        pytest.param("“We sail.\n“At noon.”", ["We sail.", "At noon."], id="open-to-line-end"),
        pytest.param("We sail.” “At noon.”", ["At noon."], id="stray-closer"),
        pytest.param("“We “sail at noon.”", ["sail at noon."], id="opened-twice"),
        pytest.param('A 6" pipe, "he said."', ["he said."], id="inch"),
        pytest.param("It's the crew's ship.", [], id="apostrophes"),
    ],
)
def test_quoted_spans(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quoted_spans(text)] == expected


TEXT = "“The old pier is safe,” Mara Vell said. The “big fat lie” spread. A “scare” too."


def annotation(*parts: tuple[str, str]) -> str:
    lines, roles = [], []
    for number, (role, words) in enumerate(parts, 1):
        pieces = []
        for piece in words.split("|"):
            start = TEXT.index(piece)
            pieces.append(f"{start} {start + len(piece)}")
        lines.append(f"T{number}\t{role} {';'.join(pieces)}\twords")
        roles.append(f"{role}:T{number}")
    return "\n".join([*lines, "E1\tAttribution:T99 " + " ".join(roles)])


def test_gold_has_three_words_or_more_and_the_sources_that_cover_it() -> None:
    brat = annotation(("Content", "“The old pier is safe,”"), ("Source", "Mara Vell"))
    first, second = gold_quotes(TEXT, [brat, brat])
    assert (first.text, first.credited, first.sources) == (
        "The old pier is safe,",
        True,
        ("Mara Vell",),
    )
    assert (second.text, second.credited, second.sources) == ("big fat lie", False, ())


@pytest.mark.parametrize(
    ("content", "credited"),
    [
        pytest.param("The old pier|safe,", True, id="over-half-in-two-pieces"),
        pytest.param("The old", False, id="under-half"),
    ],
)
def test_half_of_the_span_must_be_covered(content: str, credited: bool) -> None:
    gold = gold_quotes(TEXT, [annotation(("Content", content), ("Source", "Mara Vell"))])
    assert gold[0].credited is credited


def test_a_credit_without_a_source() -> None:
    (first, _) = gold_quotes(TEXT, [annotation(("Content", "“The old pier is safe,”"))])
    assert (first.credited, first.sources) == (True, ())


@pytest.mark.parametrize(
    ("predicted", "source", "expected"),
    [
        pytest.param("Vell", "Mara Vell", True, id="last-name"),
        pytest.param("Mara Vell", "Vell", True, id="fuller-name"),
        pytest.param("he", "He", True, id="pronoun"),
        pytest.param("the mayor", "mayor of Brack", True, id="articles-do-not-count"),
        pytest.param("Tarn", "Mara Vell", False, id="another"),
        pytest.param("Mara Tarn", "Mara Vell", False, id="half"),
        pytest.param("Vell’s", "Vell", True, id="possessive"),
        pytest.param("a b c d e f g h vell", "Vell", False, id="too-long"),
        pytest.param("", "Vell", False, id="empty"),
    ],
)
def test_speaker_matches(predicted: str, source: str, expected: bool) -> None:
    assert speaker_matches(predicted, source) is expected


def test_locate_folds_white_space_and_keeps_order() -> None:
    text = "Title\n\n“no  way” he said.\n\n“no way” she said."
    quotes = [("no way", "“no way” he said.", 1, ("he",)), ("no way", "“no way” she said.", 1, ())]
    first, second = locate(text, quotes)
    assert text[first.start : first.end] == "no  way"
    assert (second.start, text[second.start : second.end]) == (text.rindex("no way"), "no way")
    assert first.speakers == ("he",)


def test_locate_gives_what_is_not_there_an_empty_span() -> None:
    (found,) = locate("One.", [("gone", "gone", 0, ())])
    assert (found.start, found.end) == (4, 4)


def quote(start: int, end: int, *speakers: str, text: str = "a b c") -> PredictedQuote:
    return PredictedQuote(start, end, text, speakers)


GOLD = (
    GoldQuote(10, 30, "x", True, ("Mara Vell",)),
    GoldQuote(50, 60, "y", True, ()),
    GoldQuote(70, 90, "z", False, ()),
)


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        pytest.param([quote(10, 30, "Vell")], (1, 1, 1, 2, 1, 1), id="right"),
        pytest.param([quote(10, 12, "Tarn")], (1, 1, 1, 2, 0, 1), id="same-start"),
        pytest.param([quote(20, 22)], (0, 1, 0, 2, 0, 1), id="too-little"),
        pytest.param([quote(20, 22, text="a b")], (0, 0, 0, 2, 0, 1), id="short-strays-are-free"),
        pytest.param([quote(70, 90)], (1, 1, 0, 2, 0, 1), id="uncredited-is-no-error"),
        pytest.param(
            [quote(10, 22, "Tarn"), quote(18, 30, "Vell")], (2, 2, 1, 2, 1, 1), id="two-for-one"
        ),
        pytest.param([], (0, 0, 0, 2, 0, 1), id="none"),
    ],
)
def test_score_quotes(predicted: list[PredictedQuote], expected: tuple[int, ...]) -> None:
    assert score_quotes(GOLD, predicted) == expected
