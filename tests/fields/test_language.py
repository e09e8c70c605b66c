"""The language, and the evidence for it."""

import pytest

from newsclean.fields.language import find_language
from newsclean.page import Labelled, Page


@pytest.mark.parametrize(
    ("declared", "found", "given", "source", "says"),
    [
        pytest.param("de", "de", None, "html", "markup", id="declared"),
        pytest.param("en", "de", None, "text", "'en'", id="declared wrongly"),
        pytest.param(None, "de", None, "text", "words", id="not declared"),
        pytest.param("en", "de", "de", "caller", "caller", id="given"),
    ],
)
def test_language(
    declared: str | None, found: str, given: str | None, source: str, says: str
) -> None:
    answer = find_language(Labelled(Page("html", (), language=declared), (), found), given)
    assert answer.value == found
    (item,) = answer.evidence
    assert item.source == source
    assert says in item.rule


def test_none() -> None:
    assert find_language(Labelled(Page("html", ()), (), None)).value is None
