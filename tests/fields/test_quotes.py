"""Direct quotes: who said it, by what name, and which quotes belong together."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.article import BlockQuote, Element, Heading, Paragraph, Quote
from newsclean.fields.quotes import find_quotes


def quotes(*texts: str, language: str | None = "en") -> tuple[Quote, ...]:
    return find_quotes([Paragraph(text) for text in texts], language).value


INTRO = "Mara Quill, the mayor of Eastford, met Tom Barrow, a farmer, at the town hall."

# Paragraphs, then the speaker of each quote as resolved, as written, and the cue.
ATTRIBUTED = [
    pytest.param(
        ["“We are open,” Mara Quill said."],
        [("Mara Quill", "Mara Quill", "said")],
        id="quote speaker verb",
    ),
    pytest.param(
        ["“We are open,” said Mara Quill."],
        [("Mara Quill", "Mara Quill", "said")],
        id="quote verb speaker",
    ),
    pytest.param(
        ["Mara Quill said: “We are open.”"],
        [("Mara Quill", "Mara Quill", "said")],
        id="speaker verb colon quote",
    ),
    pytest.param(
        ["Mara Quill said, “We are open.”"],
        [("Mara Quill", "Mara Quill", "said")],
        id="speaker verb comma quote",
    ),
    pytest.param(
        [INTRO, "“We are open,” Quill said."], [("Mara Quill", "Quill", "said")], id="surname"
    ),
    pytest.param(
        [INTRO, "“We are open,” Ms. Quill said."],
        [("Mara Quill", "Ms. Quill", "said")],
        id="title and surname",
    ),
    pytest.param(
        [INTRO, "Quill said the hall was open. “Come in,” she added."],
        [("Mara Quill", "she", "added")],
        id="pronoun",
    ),
    pytest.param(
        [INTRO, "Mr. Barrow disagreed. Ms. Quill said it was fine. “It leaks,” he said."],
        [("Tom Barrow", "he", "said")],
        id="pronoun passes the other gender",
    ),
    pytest.param(
        ["“No,” said Sen. Ida Holt."],
        [("Ida Holt", "Sen. Ida Holt", "said")],
        id="title with a full stop",
    ),
    pytest.param(
        ["“No,” said Sen. Ida Holt (D-Wis.) on Monday."],
        [("Ida Holt", "Sen. Ida Holt", "said")],
        id="party and state",
    ),
    pytest.param(
        ["“No,” Rep. Ida Holt (R-Fla.) told reporters."],
        [("Ida Holt", "Rep. Ida Holt", "told")],
        id="parenthesis before the verb",
    ),
    pytest.param(
        ["“No,” Ida Holt, the chairwoman of the board, said."],
        [("Ida Holt", "Ida Holt", "said")],
        id="apposition",
    ),
    pytest.param(
        ["“No,” Ida Holt, 43, of Eastford, told the court."],
        [("Ida Holt", "Ida Holt", "told")],
        id="age and place",
    ),
    pytest.param(
        ["“No,” said Ida Holt, who runs the board."],
        [("Ida Holt", "Ida Holt", "said")],
        id="relative clause behind",
    ),
    pytest.param(
        ["The bridge was closed by Ida Holt, who called it “a danger to all of us.”"],
        [("Ida Holt", "who", "called")],
        id="relative pronoun",
    ),
    pytest.param(
        ["“No,” the spokesman for the Eastford water board said."],
        [
            (
                "the spokesman for the Eastford water board",
                "the spokesman for the Eastford water board",
                "said",
            )
        ],
        id="nominal",
    ),
    pytest.param(
        ["“No,” said a police officer."],
        [("a police officer", "a police officer", "said")],
        id="nominal behind the verb",
    ),
    pytest.param(
        ["“No,” board spokesman Sam Leary said."],
        [("Sam Leary", "Sam Leary", "said")],
        id="description and name",
    ),
    pytest.param(
        ["“No,” said board spokesman Sam Leary."],
        [("Sam Leary", "Sam Leary", "said")],
        id="description and name behind",
    ),
    pytest.param(
        ["Ida Holt said the bridge was “a danger to all of us.”"],
        [("Ida Holt", "Ida Holt", "said")],
        id="long range",
    ),
    pytest.param(
        ["Ida Holt said in a letter to the council that the old bridge had become “a danger.”"],
        [("Ida Holt", "Ida Holt", "said")],
        id="longer range",
    ),
    pytest.param(
        ["Ida Holt told the council she thinks the bridge is “a danger.”"],
        [("Ida Holt", "Ida Holt", "told")],
        id="thought inside what was said",
    ),
    pytest.param(
        ["The bridge is “a danger to all of us,” Ida Holt warned."],
        [("Ida Holt", "Ida Holt", "warned")],
        id="fragment, verb behind",
    ),
    pytest.param(
        ["The bridge is “a danger” to the whole town, Ida Holt warned."],
        [("Ida Holt", "Ida Holt", "warned")],
        id="attribution at the end",
    ),
    pytest.param(
        ["The bridge is “a danger” to the whole town, said engineer Ida Holt."],
        [("Ida Holt", "Ida Holt", "said")],
        id="inverted attribution at the end",
    ),
    pytest.param(
        ["The bridge was “a danger to all,” according to Ida Holt."],
        [("Ida Holt", "Ida Holt", "according to")],
        id="according to",
    ),
    pytest.param(
        ["According to Ida Holt, the bridge was “a danger to all.”"],
        [("Ida Holt", "Ida Holt", "According to")],
        id="according to, in front",
    ),
    pytest.param(
        ["The bridge was called “a danger to all” by Ida Holt."],
        [("Ida Holt", "Ida Holt", "called")],
        id="passive",
    ),
    pytest.param(
        ["Ida Holt was direct: “It is a danger to all.”"],
        [("Ida Holt", "Ida Holt", None)],
        id="colon",
    ),
    pytest.param(
        ["“It is a danger to all.” — Ida Holt"],
        [("Ida Holt", "Ida Holt", None)],
        id="dash and name",
    ),
    pytest.param(
        ["“It is a danger to all.”", "― Ida Holt"],
        [("Ida Holt", "Ida Holt", None)],
        id="dash and name below",
    ),
    pytest.param(
        ["Ida Holt released this statement:", "“It is a danger to all.”"],
        [("Ida Holt", "Ida Holt", None)],
        id="announced with a colon",
    ),
    pytest.param(
        ["Ida Holt rejected the plan, saying “it is a danger.”"],
        [("Ida Holt", "Ida Holt", "saying")],
        id="saying",
    ),
    pytest.param(
        ["Ida Holt shook her head and said, “It is a danger.”"],
        [("Ida Holt", "Ida Holt", "said")],
        id="coordinated verb",
    ),
    pytest.param(
        ["Ida Holt went on to say, “It is a danger.”"],
        [("Ida Holt", "Ida Holt", "say")],
        id="infinitive",
    ),
    pytest.param(
        ["“Never,” Ida Holt sputtered."], [("Ida Holt", "Ida Holt", "sputtered")], id="rare verb"
    ),
    pytest.param(
        ["“Never,” Ida Holt xylophoned."],
        [("Ida Holt", "Ida Holt", "xylophoned")],
        id="any verb beside a quote",
    ),
    pytest.param(
        ["“Is it safe?” asked Ida Holt. “Nobody knows.”"],
        [("Ida Holt", "Ida Holt", "asked"), ("Ida Holt", "Ida Holt", "asked")],
        id="question, then carried",
    ),
    pytest.param(
        ["“It is safe,” Ida Holt said. The wind rose. “I think so.”"],
        [("Ida Holt", "Ida Holt", "said")] * 2,
        id="carried in the paragraph",
    ),
    pytest.param(
        ["“It is safe.” He paused. “I think so,” Ida Holt said."],
        [("Ida Holt", "Ida Holt", "said")] * 2,
        id="carried back",
    ),
    pytest.param(
        ["Ida Holt disagreed.", "“It is a danger to all.”"],
        [("Ida Holt", "Ida Holt", "disagreed")],
        id="carried across paragraphs",
    ),
    pytest.param(
        ["“It is safe,” said Ida Holt, “as far as we know.”"],
        [("Ida Holt", "Ida Holt", "said")] * 2,
        id="interrupted",
    ),
    pytest.param(
        ["Her remark came late. Ida Holt defended her claim that the bridge was “a danger.”"],
        [("Ida Holt", "her", "claim")],
        id="noun of saying",
    ),
    pytest.param(
        ["Some say the bridge is “a danger to all.”"],
        [("Some", "Some", "say")],
        id="determiner alone",
    ),
    pytest.param(
        ["EASTFORD, May 3 (XYZ) — Ida Holt said the bridge was “a danger.”"],
        [("Ida Holt", "Ida Holt", "said")],
        id="dateline",
    ),
    pytest.param(
        ["“HOLT: It is a danger to all.”"], [("HOLT", "HOLT", None)], id="label of a transcript"
    ),
    pytest.param(
        ["“They never asked us,” Will Ames said. “Nobody did,” Ida Holt said."],
        [("Will Ames", "Will Ames", "said"), ("Ida Holt", "Ida Holt", "said")],
        id="two speakers",
    ),
    pytest.param(
        ["‘We are open,’ said Ida Holt."], [("Ida Holt", "Ida Holt", "said")], id="single marks"
    ),
    pytest.param(
        ["''We are open,'' Ida Holt said."],
        [("Ida Holt", "Ida Holt", "said")],
        id="doubled apostrophes",
    ),
    pytest.param(
        [
            "Ivo Lark spoke for the miners. Lark’s father, Ivo Stone Lark, had been a miner too.",
            "“We dig no more,” Lark said.",
        ],
        [("Ivo Lark", "Lark", "said")],
        id="a father of the same name is another person",
    ),
    pytest.param(
        ["Ivo Stone Lark spoke. Ivo Lark is a miner, and Ivo Lark is tired.", "“No,” said Lark."],
        [("Ivo Stone Lark", "Lark", "said")],
        id="the fullest name of one person",
    ),
    pytest.param(
        ["Ann Lark and Ben Lark own the mine.", "“No,” said Mr. Lark."],
        [("Ben Lark", "Mr. Lark", "said")],
        id="the title tells which of two",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), ATTRIBUTED)
def test_speaker(texts: list[str], expected: list[tuple[str, str, str | None]]) -> None:
    assert [(q.speaker, q.speaker_raw, q.cue) for q in quotes(*texts)] == expected


NO_SPEAKER = [
    pytest.param(["The film “Gulls at Dawn” opened to full houses."], id="title of a film"),
    pytest.param(["“Gulls at Dawn” opened to full houses."], id="title at the start"),
    pytest.param(["It rained all day on the “silver coast” of the island."], id="scare quotes"),
    pytest.param(["“Out of order”"], id="nothing but a quote"),
    pytest.param(
        ["Ida Holt sang.", "The choir closed with “Gulls at Dawn” by a local poet."],
        id="title of a work below a person",
    ),
    pytest.param(
        ["Ida Holt disagreed.", "The “silver coast” was quiet."],
        id="scare quotes below a speaker",
    ),
    pytest.param(["Bread was cheap. “Nobody starved.”"], id="no person anywhere"),
    pytest.param(
        ["The report in March was long. The “second half” was longer."],
        id="verb forms that are nouns",
    ),
    pytest.param(['He wore a 12" hat and 9" boots.'], id="inches"),
]


@pytest.mark.parametrize("texts", NO_SPEAKER)
def test_no_speaker_without_ground(texts: list[str]) -> None:
    assert [q.speaker for q in quotes(*texts) if q.speaker] == []


CONTINUES = [
    pytest.param(
        ["“It is safe,” said Ida Holt, “as far as we know.”"], [None, 0], id="interrupted"
    ),
    pytest.param(
        ["“It is safe,” Ida Holt said on Monday. “I think so.”"],
        [None, 0],
        id="attribution between",
    ),
    pytest.param(
        ["“It is safe,” Ida Holt said. A gull cried. “I think so.”"],
        [None, None],
        id="a sentence between",
    ),
    pytest.param(
        ["“One,” Ida Holt said.", "“Two,” Ida Holt said."], [None, None], id="two paragraphs"
    ),
    pytest.param(
        ["Ida Holt said: “One.", "“Two.", "“Three.”"], [None, 0, 1], id="over paragraphs"
    ),
    pytest.param(
        ["“One,” Will Ames said. “Two,” Ida Holt said."], [None, None], id="two speakers"
    ),
]


@pytest.mark.parametrize(("texts", "expected"), CONTINUES)
def test_continues(texts: list[str], expected: list[int | None]) -> None:
    assert [q.continues for q in quotes(*texts)] == expected


def test_speech_over_paragraphs_has_one_speaker() -> None:
    found = quotes("Ida Holt said: “One.", "“Two.", "“Three.”")
    assert [q.speaker for q in found] == ["Ida Holt"] * 3


def test_speaker_named_at_the_end_of_a_speech_over_paragraphs() -> None:
    found = quotes("“One.", "“Two,” Ida Holt said.")
    assert [q.speaker for q in found] == ["Ida Holt"] * 2


def test_trailing_comma_is_no_part_of_a_quote_but_other_signs_are() -> None:
    found = quotes("“One,” “Two.” “Three?” “Four!” said Ida Holt.")
    assert [q.text for q in found] == ["One", "Two.", "Three?", "Four!"]


def test_spans_count_every_element_of_the_body() -> None:
    body: list[Element] = [Heading("A bridge"), BlockQuote("“Old,” he said."), Paragraph("“New.”")]
    text = "\n\n".join(e.text for e in body)
    found = find_quotes(body, "en").value
    assert [(q.element, text[slice(*q.span)]) for q in found] == [(1, "Old"), (2, "New.")]


def test_evidence_names_rule_and_speaker_of_each_credited_quote() -> None:
    found = find_quotes([Paragraph("“No,” said Ida Holt. The “silver coast” lay still.")], "en")
    assert found.evidence[0].raw == "Ida Holt"
    assert found.evidence[0].rule == "speaker and verb behind the quote"
    assert found.evidence[0].block is None


@pytest.mark.parametrize("language", ["el", "xx", None])
def test_other_languages_get_quotes_without_speakers(language: str | None) -> None:
    (found,) = quotes("„Wir sind offen“, sagte Ida Holt.", language=language)
    assert (found.text, found.speaker, found.cue) == ("Wir sind offen", None, None)


def test_empty_body() -> None:
    assert find_quotes([], "en") == ((), ())


MARKS = "“”\"‘’'«»‹›„‚「」『』《》`´‟＂"
words = st.sampled_from(
    [
        "said",
        "Ida",
        "Holt",
        "who",
        "the",
        "mayor",
        "he",
        "she",
        ",",
        ".",
        ":",
        "—",
        "(",
        ")",
        "and",
        "that",
        "to",
        "by",
        "according",
        "Mr.",
        "Sen.",
        "5",
        "U.S.",
        "’s",
        "\n",
        '<a b="c">',
    ]
)


@given(st.lists(st.text(alphabet=MARKS + "aB .,\n1-—é", max_size=60), max_size=5))
def test_law_spans_slice_to_the_text(texts: list[str]) -> None:
    check(texts)


@given(st.lists(st.lists(words | st.sampled_from(MARKS), max_size=40).map(" ".join), max_size=4))
def test_law_holds_on_words_and_marks(texts: list[str]) -> None:
    check(texts)


def check(texts: list[str]) -> None:
    whole = "\n\n".join(texts)
    for language in ("en", "de", "fr", "ru", "zh", "ar"):
        found = quotes(*texts, language=language)
        last = 0
        for i, quote in enumerate(found):
            start, end = quote.span
            assert last <= start < end
            assert whole[start:end] == quote.text
            assert quote.text in texts[quote.element]
            assert quote.continues is None or 0 <= quote.continues < i
            assert quote.speaker is None or quote.speaker_raw is not None
            assert quote.kind in ("direct", "partial", "block", "scare")
            assert 0 <= quote.confidence <= 1
            assert (quote.confidence > 0) == (quote.speaker_raw is not None)
            last = end


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param('"', id="straight"),
        pytest.param("“", id="opening"),
        pytest.param("”", id="closing"),
        pytest.param("' ", id="single"),
        pytest.param("‘a ", id="single opening"),
        pytest.param("“a” ", id="pairs"),
        pytest.param("“a,” Ida Holt, ", id="pairs and names"),
        pytest.param("Ida Holt said, ", id="verbs"),
        pytest.param("Holt ", id="names"),
        pytest.param("said ", id="only verbs"),
        pytest.param("of the ", id="prepositions"),
        pytest.param("<a ", id="tags"),
        pytest.param("saying “a ", id="openings and participles"),
        pytest.param("‘a” ", id="single opening, double closing"),
        pytest.param("a's' ", id="apostrophes"),
    ],
)
def test_cost_is_linear(unit: str) -> None:
    text = "“No,” " + unit * (200_000 // len(unit))
    started = time.process_time()
    quotes(text)
    # A second on an idle machine; what is not linear takes minutes.
    assert time.process_time() - started < 6
