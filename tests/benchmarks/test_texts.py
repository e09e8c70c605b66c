"""Measures of the text."""

from pathlib import Path

import pytest

from benchmarks.documents import Document, Truth
from benchmarks.output import Output
from benchmarks.texts import (
    overlap,
    score_aeb,
    score_paragraphs,
    score_segments,
    score_words,
    shingles,
    total_aeb,
    total_segments,
)


def page(truth: Truth, corpus: str = "aeb") -> Document:
    return Document("one", corpus, "host", Path("none"), truth)


@pytest.mark.parametrize(
    ("true", "found", "expected"),
    [
        pytest.param("a b c d e", "a b c d e", (1.0, 1.0), id="equal"),
        pytest.param("a b c d e", "a b c d", (1.0, 0.5), id="short"),
        pytest.param("a b c d", "a b c d e", (0.5, 1.0), id="long"),
        pytest.param("a b c d a b c d", "a b c d", (1.0, 0.2), id="multiset"),
        pytest.param("a b", "a b", (1.0, 1.0), id="shorter-than-a-shingle"),
        pytest.param("a b c d", "", (0.0, 0.0), id="nothing-found"),
        pytest.param("", "", (1.0, 1.0), id="both-empty"),
        pytest.param("A b c d", "a b c d", (0.0, 0.0), id="case-counts"),
        pytest.param("a-b, c. d", "a b c d", (1.0, 1.0), id="punctuation-does-not"),
    ],
)
def test_shingles(true: str, found: str, expected: tuple[float, float]) -> None:
    assert overlap(shingles(true), shingles(found)) == pytest.approx(expected)


def test_aeb_f1_is_of_the_mean_precision_and_recall() -> None:
    figures = total_aeb([(1.0, 0.5), (0.0, 0.5)])
    assert figures == {"f1": 0.5, "precision": 0.5, "recall": 0.5}


@pytest.mark.parametrize(
    ("corpus", "expected"),
    [pytest.param("fundus", (1.0, 1.0), id="fundus"), pytest.param("aeb", (1.0, 0.2), id="other")],
)
def test_the_deck_counts_where_the_truth_has_it(
    corpus: str, expected: tuple[float, float]
) -> None:
    document = page(Truth(text="a b c d\n\ne f g h"), corpus)
    assert score_aeb(document, Output(text="e f g h", deck="a b c d")) == pytest.approx(expected)


def test_word_f1_folds_case() -> None:
    assert score_words(page(Truth(text="The ferry sailed")), Output(text="the FERRY")) == (
        pytest.approx((0.8,))
    )


def test_segments_fold_white_space() -> None:
    truth = Truth(wanted=("ferry  sailed", "gone"), unwanted=("Menu", "Share"))
    score = score_segments(page(truth), Output(text="The ferry\nsailed. Menu"))
    assert score == (1, 1, 1, 1)
    assert total_segments([score]) == {
        "segments": 0.5,
        "segments_precision": 0.5,
        "segments_recall": 0.5,
        "segments_accuracy": 0.5,
    }


def test_paragraphs_compare_their_tokens() -> None:
    truth = Truth(paragraphs=("“One ﬁsh.”", "Two."))
    assert score_paragraphs(page(truth), Output(lines=("one fish", "", "Three."))) == (0.5,)
