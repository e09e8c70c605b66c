"""What the looks at a line of flat text are told of its surroundings."""

from newsclean.label.line_facts import Fact, facts
from newsclean.label.line_features import FIRST, first_rows
from newsclean.label.line_runs import SECOND, second_rows
from newsclean.label.line_told import TABLES, TOLD, Said, told_rows
from newsclean.label.line_topic import TOPIC, topic_rows
from newsclean.label.line_words import SIZE, buckets, score, scores
from newsclean.label.line_zones import ZONES, zone_rows
from newsclean.label.phrases import phrases
from newsclean.page import Block

STORY = [
    "The harbour board of Velmora opened the new ferry line on Monday, after a long winter.",
    "Ana Petrov, who runs the ferry in Velmora, said that the board had kept its word.",
    "The board of the harbour pays for the ferry until the summer, when Petrov takes over.",
]
OTHER = "Bakers in Mirna have won the pie contest for the fifth year, to nobody's surprise."
COMMENTS = ["Tom, 3 May 2024", "Well said.", "Reply", "Ida, 3 May 2024", "No!", "Reply", "Reply"]


def facts_of(lines: list[str]) -> list[Fact]:
    return facts([Block(line, gap=0) for line in lines], phrases("en"), "en")


def column(rows: list[list[float]], names: tuple[str, ...], name: str) -> list[float]:
    return [row[names.index(name)] for row in rows]


def test_every_feature_has_a_name() -> None:
    lines = [*STORY, *COMMENTS]
    found = facts_of(lines)
    said = Said(*([0.0] * len(lines) for _ in TABLES))
    rows = first_rows([Block(line, gap=0) for line in lines], found, said)
    assert {len(row) for row in rows} == {len(FIRST)}
    assert {len(row) for row in second_rows(found, rows, [0.0] * len(lines))} == {
        len(FIRST) + len(SECOND)
    }
    assert len(set(FIRST + SECOND)) == len(FIRST + SECOND)
    assert {len(row) for row in told_rows(said)} == {len(TOLD)}


def test_comments_repeat_and_bear_dates() -> None:
    rows = zone_rows(facts_of([*STORY, *COMMENTS]))
    often = column(rows, ZONES, "often -3 to +3")
    dated = column(rows, ZONES, "dated -3 to +3")
    assert often[0] == 0.0 < often[7]
    assert dated[0] < dated[5]


def test_credits_of_pictures() -> None:
    lines = ["Ana Petrov on the ferry. (Tom Berg/AP)", "Foto: Tom Berg", "Petrov went home."]
    assert column(zone_rows(facts_of(lines)), ZONES, "picture credit") == [1.0, 1.0, 0.0]


def test_headlines_of_dense_scripts() -> None:
    lines = ["Ferry line opens in Velmora", "省都で新しいフェリー航路が開業", "もっと読む"]
    rows = zone_rows(facts_of(lines))
    above = column(rows, ZONES, "headlines -8 to -1")
    assert above == [0.0, 1.0, 1.0]


def test_a_second_article_shares_no_words() -> None:
    rows = topic_rows(facts_of([*STORY, OTHER]), [0.9, 0.9, 0.9, 0.4])
    shared = column(rows, TOPIC, "words of the story")
    assert min(shared[:3]) > shared[3]
    assert column(rows, TOPIC, "new names")[3] == 1.0


def test_ends_of_a_story_are_remembered() -> None:
    nothing = [-1.0] * 4
    rows = told_rows(Said(nothing, [-1.0, 2.0, -1.0, -1.0], nothing))
    assert column(rows, TOLD, "behind lines since") == [60.0, 60.0, 0.0, 1.0]
    assert column(rows, TOLD, "behind most of 3 above") == [-5.0, -1.0, 2.0, 2.0]
    assert column(rows, TOLD, "behind lines until")[0] == 0.0


def test_tables_are_asked_at_once() -> None:
    tables = [[1] * SIZE, list(range(SIZE))]
    assert scores(STORY[0], tables) == [score(STORY[0], table) for table in tables]
    assert buckets(STORY[0])


def test_no_lines() -> None:
    assert zone_rows([]) == topic_rows([], []) == told_rows(Said([], [], [])) == []
