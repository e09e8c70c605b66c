"""Quotation marks: what opens, what closes, what is none, and where marks are missing."""

import pytest

from newsclean.fields.quoting.marks import quoted_stretches

ELISIONS = {"em", "tis", "til"}


def found(*texts: str) -> list[list[str]]:
    stretches = quoted_stretches(texts, ELISIONS)
    return [
        [text[s.start : s.end] for s in row] for text, row in zip(texts, stretches, strict=True)
    ]


ONE_TEXT = [
    pytest.param("He said “one thing” twice.", ["one thing"], id="curly"),
    pytest.param('He said "one thing" twice.', ["one thing"], id="straight"),
    pytest.param("He said ‘one thing’ twice.", ["one thing"], id="single curly"),
    pytest.param("He said 'one thing' twice.", ["one thing"], id="single straight"),
    pytest.param("Il a dit « une chose » hier.", ["une chose"], id="angle, spaced"),
    pytest.param("Er sagte »ein Ding« gestern.", ["ein Ding"], id="angle, inward"),
    pytest.param("Il a dit ‹ une chose › hier.", ["une chose"], id="single angle"),
    pytest.param("Er sagte „ein Ding“ gestern.", ["ein Ding"], id="German"),
    pytest.param("Rzekł „jedna rzecz” wczoraj.", ["jedna rzecz"], id="Polish"),
    pytest.param("Han sade ”en sak” i går.", ["en sak"], id="Swedish"),
    pytest.param("彼は「一つ」と言った。", ["一つ"], id="corner"),
    pytest.param("彼は『一つ』と言った。", ["一つ"], id="white corner"),
    pytest.param("他读《一本书》。", ["一本书"], id="Chinese title"),
    pytest.param("彼は「彼の『一つ』だ」と言った。", ["彼の『一つ』だ"], id="corner, nested"),
    pytest.param("''One thing,'' he said.", ["One thing"], id="doubled apostrophes"),
    pytest.param("``One thing,'' he said.", ["One thing"], id="typewriter"),
    pytest.param("“One,” he said, “two.”", ["One", "two."], id="interrupted"),
    pytest.param("“He said ‘yes’ to me,” she said.", ["He said ‘yes’ to me"], id="nested single"),
    pytest.param(
        "\"He said 'yes' to me,\" she said.", ["He said 'yes' to me"], id="nested straight"
    ),
    pytest.param("‘He said “yes” to me,’ she said.", ["He said “yes” to me"], id="nested double"),
    pytest.param(
        "“He said “yes” to me,” she said.", ["He said “yes” to me"], id="nested in its like"
    ),
    pytest.param(
        '"He said "yes" to me," she said.', ['He said "yes" to me'], id="straight in straight"
    ),
    pytest.param("It’s the workers’ day, and Ann's too.", [], id="apostrophes"),
    pytest.param("Rock ’n’ roll from the ’90s, 'til dawn.", [], id="elisions"),
    pytest.param(
        "‘It’s the dogs’ day,’ he said.", ["It’s the dogs’ day"], id="apostrophes inside"
    ),
    pytest.param('He is 6\'2" tall and wears 12" boots.', [], id="feet and inches"),
    pytest.param('“A 12" pipe burst,” he said.', ['A 12" pipe burst'], id="inches in curly marks"),
    pytest.param(
        '"A 12" pipe burst," he said.', ['A 12" pipe burst'], id="inches in straight marks"
    ),
    pytest.param(
        '"It was in 2016," he said.', ["It was in 2016"], id="a number in front of the comma"
    ),
    pytest.param(
        '"I ran in 2016" was all.', ["I ran in 2016"], id="a number in front of the mark"
    ),
    pytest.param(
        'A <a href="x y" title="z">link</a> and "one thing".', ["one thing"], id="pasted tag"
    ),
    pytest.param('“One thing", he said.', ["One thing"], id="curly and straight"),
    pytest.param('"One thing”, he said.', ["One thing"], id="straight and curly"),
    pytest.param("“One thing“ was said.", ["One thing"], id="opening mark closes"),
    pytest.param("It was ”one thing” only.", ["one thing"], id="closing mark opens"),
    pytest.param("“One thing, “he said.", ["One thing"], id="space on the wrong side"),
    pytest.param("One thing is sure,” he said.", ["One thing is sure"], id="opening mark missing"),
    pytest.param("‘One thing is sure,” he said.", ["One thing is sure"], id="wrong opening mark"),
    pytest.param("“One thing is sure.", ["One thing is sure."], id="closing mark missing"),
    pytest.param(
        "“One. He left. “Two,” he said.", ["One. He left.", "Two"], id="closed by the next"
    ),
    pytest.param("—“One thing”—he said", ["One thing"], id="dashes"),
    pytest.param("(“One thing”)", ["One thing"], id="parentheses"),
    pytest.param('“ ” and “,” and ""', [], id="nothing between"),
    pytest.param("", [], id="empty"),
]


@pytest.mark.parametrize(("text", "expected"), ONE_TEXT)
def test_stretches(text: str, expected: list[str]) -> None:
    assert found(text) == [expected]


def test_a_repeated_opening_mark_goes_on_with_the_paragraph_above() -> None:
    (first,), (second,), (third,) = quoted_stretches(["“One.", "“Two.”", "“Three.”"], ELISIONS)
    assert (first.open_ended, first.resumed) == (True, False)
    assert (second.open_ended, second.resumed) == (False, True)
    assert (third.open_ended, third.resumed) == (False, False)


def test_a_paragraph_goes_on_without_an_opening_mark() -> None:
    (first,), (second,) = quoted_stretches(["He said: “One.", "Two.” He left."], ELISIONS)
    assert (first.open_ended, second.resumed) == (True, True)


def test_offsets_with_and_without_marks() -> None:
    ((one,),) = quoted_stretches(["So “one, ” he said."], ELISIONS)
    assert (one.start, one.end, one.outer_start, one.outer_end) == (4, 7, 3, 10)
