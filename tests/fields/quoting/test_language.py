"""The words of a language: verb forms made by rules, and languages without a table."""

import pytest

from newsclean.fields.quoting.language import STRONG, THINK, WEAK, lexicon


def test_no_table_no_lexicon() -> None:
    assert lexicon(None) is None
    assert lexicon("xx") is None


@pytest.mark.parametrize(
    ("form", "tier"),
    [
        pytest.param("said", STRONG, id="irregular"),
        pytest.param("says", STRONG, id="present"),
        pytest.param("quipped", STRONG, id="doubled consonant"),
        pytest.param("quips", STRONG, id="not doubled in the present"),
        pytest.param("replied", STRONG, id="y becomes ied"),
        pytest.param("replies", STRONG, id="y becomes ies"),
        pytest.param("argued", STRONG, id="e falls off"),
        pytest.param("stresses", STRONG, id="es behind a sibilant"),
        pytest.param("agreed", THINK, id="double e stays"),
        pytest.param("hoped", THINK, id="verb of thought"),
        pytest.param("called", WEAK, id="weak verb"),
        pytest.param("defending", WEAK, id="participle"),
    ],
)
def test_verb_forms(form: str, tier: int) -> None:
    english = lexicon("en")
    assert english is not None
    assert english.verbs[form].tier == tier


def test_tags_tell_participles_from_finite_verbs() -> None:
    english = lexicon("en")
    assert english is not None
    assert (english.tags["saying"], english.tags["said"]) == ("G", "V")


def test_there_are_many_verbs() -> None:
    english = lexicon("en")
    assert english is not None
    assert len(english.verbs) > 900
