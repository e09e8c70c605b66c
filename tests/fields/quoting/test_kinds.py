"""Kinds of quotes, roles of speakers, confidence, blocks, dashes and repaired marks."""

import time

import pytest

from newsclean.article import Article, BlockQuote, Element, Paragraph, Quote
from newsclean.fields.quotes import find_quotes


def quotes(*texts: str, language: str = "en") -> tuple[Quote, ...]:
    return find_quotes([Paragraph(text) for text in texts], language).value


KINDS = [
    pytest.param("“We are open,” said Ida Holt.", ["direct"], id="sentence"),
    pytest.param("Ida Holt said: “We are open.”", ["direct"], id="behind a colon"),
    pytest.param("Ida Holt called it “a mess.”", ["partial"], id="words inside a sentence"),
    pytest.param("“One,” said Ida Holt, “and two.”", ["direct", "direct"], id="interrupted"),
    pytest.param("The “silver coast” lay still.", ["scare"], id="term"),
    pytest.param("The film “Gulls at Dawn” opened.", ["scare"], id="title of a work"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kind(text: str, expected: list[str]) -> None:
    assert [q.kind for q in quotes(text)] == expected


def test_chinese_title_marks_are_no_speech() -> None:
    assert [q.kind for q in quotes("王丽说她正在读《空码头》。", language="zh")] == ["scare"]


ROLES = [
    pytest.param("“No,” said Ida Holt, the mayor of Eastford.", "mayor of Eastford", id="behind"),
    pytest.param("“No,” said board spokesman Sam Leary.", "board spokesman", id="in front"),
    pytest.param("“No,” said its manager, Ida Holt.", "manager", id="name in apposition"),
    pytest.param("“No,” said Mr. Leary.", None, id="a courtesy title is no role"),
    pytest.param("“No,” said Ida Holt, 43, of Eastford.", None, id="age and place"),
    pytest.param(
        "Ida Holt, a farmer, came. “No,” said Holt.", "farmer", id="given before the quote"
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_role(text: str, expected: str | None) -> None:
    assert quotes(text)[0].speaker_role == expected


def test_a_role_stands_for_its_person() -> None:
    found = quotes("Ida Holt, the mayor of Eastford, came.", "“No,” the mayor said.")
    assert (found[0].speaker, found[0].speaker_raw) == ("Ida Holt", "the mayor")


def test_confidence_is_highest_beside_the_quote() -> None:
    beside, carried, nobody = (
        quotes("“No, never at all,” said Ida Holt.")[0],
        quotes("Ida Holt spoke.", "“No, never at all.”")[0],
        quotes("The “silver coast” lay still.")[0],
    )
    assert beside.confidence > carried.confidence > nobody.confidence == 0.0


BODY: list[Element] = [
    Paragraph("Ida Holt read her letter aloud and left the hall."),
    BlockQuote("We have waited for years."),
    BlockQuote("We will wait no more."),
]


def test_blocks_without_marks_are_quotes_that_go_on() -> None:
    found = find_quotes(BODY, "en").value
    assert [(q.text, q.kind, q.continues) for q in found] == [
        ("We have waited for years.", "block", None),
        ("We will wait no more.", "block", 0),
    ]


def test_a_signature_is_no_part_of_a_block() -> None:
    (found,) = find_quotes([BlockQuote("We will wait no more.\n— Ida Holt")], "en").value
    assert (found.text, found.speaker) == ("We will wait no more.", "Ida Holt")


def test_a_pull_quote_is_no_second_quote() -> None:
    body: list[Element] = [
        Paragraph("“We will wait no more,” said Ida Holt."),
        BlockQuote("We will wait no more"),
    ]
    assert len(find_quotes(body, "en").value) == 1


DASHES = [
    pytest.param("sv", "– Vi går, säger Ida Dal.", ["Vi går"], id="comma"),
    pytest.param("pl", "– Idę – mówi Ida Dal. – Już.", ["Idę", "Już."], id="dash and back"),
    pytest.param("es", "—Voy —dijo Ida Dal—. Ya.", ["Voy", "Ya."], id="dash beside the word"),
    pytest.param("sv", "– Här har vi allt.", ["Här har vi allt."], id="nothing but speech"),
    pytest.param("en", "– We go, says Ida Dal.", [], id="not in English"),
    pytest.param("fr", "– une pomme, un verre d’eau", [], id="item of a list"),
]


@pytest.mark.parametrize(("language", "text", "expected"), DASHES)
def test_dashes(language: str, text: str, expected: list[str]) -> None:
    assert [q.text for q in quotes(text, language=language)] == expected


def test_an_attribution_inside_the_marks_parts_the_quote() -> None:
    found = quotes("« Nous partons, dit Luc Dorel, mais pas ce soir. »", language="fr")
    assert [q.text for q in found] == ["Nous partons", "mais pas ce soir."]
    assert [q.continues for q in found] == [None, 0]


REPAIRED = [
    pytest.param(["“One thing is sure."], ["closing mark is missing"], id="never closed"),
    pytest.param(["One thing is sure,” he said."], ["opening mark is missing"], id="never opened"),
    pytest.param(["Ida Holt said: “One.", "“Two.”"], [], id="speech over paragraphs"),
    pytest.param(["“One,” he said."], [], id="nothing to repair"),
]


@pytest.mark.parametrize(("texts", "expected"), REPAIRED)
def test_repairs_are_told(texts: list[str], expected: list[str]) -> None:
    evidence = find_quotes([Paragraph(text) for text in texts], "en").evidence
    told = [e.rule for e in evidence if e.rule.startswith("marks repaired: ")]
    assert told == [f"marks repaired: {what}" for what in expected]


def test_a_crosshead_does_not_end_a_speech() -> None:
    found = quotes("Ida Holt said: “One.", "What was said", "“Two.”")
    assert [(q.text, q.speaker, q.continues) for q in found] == [
        ("One.", "Ida Holt", None),
        ("Two.", "Ida Holt", 0),
    ]


def test_statements_join_what_goes_on() -> None:
    body = (
        Paragraph("“We are open,” said Ida Holt, “and we stay.” The “silver coast” lay still."),
        Paragraph("Sam Leary said: “One."),
        Paragraph("“Two.”"),
    )
    article = Article(body=body, quotes=find_quotes(body, "en").value)
    assert [(s.text, s.speaker, s.quotes) for s in article.statements] == [
        ("We are open and we stay.", "Ida Holt", (0, 1)),
        ("One.\n\nTwo.", "Sam Leary", (3, 4)),
    ]


@pytest.mark.parametrize("mark", ["“", "”", '"', "«", "「", "”“", "' "])
def test_a_megabyte_of_marks(mark: str) -> None:
    text = mark * (1_000_000 // len(mark.encode()))
    started = time.process_time()
    quotes(text, language="en")
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        pytest.param("zh", "“我说”王说，", id="zh"),
        pytest.param("ko", "는 “말”라고 ", id="ko"),
        pytest.param("ar", 'قال "نعم" ', id="ar"),
        pytest.param("ru", "— Да, — сказал он. ", id="ru"),
        pytest.param("fr", "« a, dit Luc, b » ", id="fr"),
        pytest.param("de", "„So“, sagte Ida Dal, ", id="de"),
    ],
)
def test_cost_is_linear_in_other_languages(language: str, unit: str) -> None:
    text = unit * (200_000 // len(unit))
    started = time.process_time()
    quotes(text, language=language)
    assert time.process_time() - started < 6


@pytest.mark.parametrize(
    ("language", "opening", "unit"),
    [
        pytest.param("en", "“We stay", "The “silver coast” lay still. ", id="en"),
        pytest.param("zh", "“我们留下。”王明说。", "码头上有“很多人在那里等着开船”。", id="zh"),
    ],
)
def test_cost_is_linear_in_the_quotes_of_a_paragraph(
    language: str, opening: str, unit: str
) -> None:
    text = unit * (3_000_000 // len(unit))
    started = time.process_time()
    assert len(quotes(opening, text, language=language)) > 50_000
    assert time.process_time() - started < 20
