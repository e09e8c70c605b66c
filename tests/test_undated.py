"""The text without its dateline."""

import pytest

from newsclean import Article, Dateline, Heading, Paragraph
from newsclean._undated import without_dateline

STORY = "The river rose by two metres overnight."


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        pytest.param(f"VELMORA (AP) — {STORY}", "VELMORA (AP)", STORY, id="dash"),
        pytest.param(f"VELMORA -- {STORY}", "VELMORA", STORY, id="two hyphens"),
        pytest.param(f"VELMORA, May 3 (AP) - {STORY}", "VELMORA, May 3 (AP)", STORY, id="agency"),
        pytest.param(f"VELMORA: {STORY}", "VELMORA", STORY, id="colon"),
        pytest.param(f"Velmora. {STORY}", "Velmora", STORY, id="full stop"),
        pytest.param(f"VELMORA courier | {STORY}", "VELMORA courier", STORY, id="bar"),
        pytest.param(f"VELMORA, N.C.—{STORY}", "VELMORA, N.C.", STORY, id="tight"),
        pytest.param(f"(CNN){STORY}", "(CNN)", STORY, id="no separator"),
        pytest.param(f"Velmora (EFE).- {STORY}", "Velmora (EFE)", STORY, id="stop, dash"),
        pytest.param(f"By Bo VELMORA (AP) {STORY}", "VELMORA (AP)", f"By Bo {STORY}", id="byline"),
        pytest.param(f"VELMORA\n(AP) — {STORY}", "VELMORA (AP)", STORY, id="line break"),
        pytest.param(STORY, "VELMORA", STORY, id="not in the text"),
        pytest.param(STORY, None, STORY, id="no dateline"),
    ],
)
def test_paragraph(text: str, raw: str | None, expected: str) -> None:
    assert without_dateline([text, STORY], raw) == (expected, STORY)


def test_a_line_of_its_own_is_left_out() -> None:
    assert without_dateline(["VELMORA", STORY], "VELMORA") == (STORY,)


def test_only_the_first_elements_are_looked_at() -> None:
    texts = [STORY] * 6 + [f"VELMORA — {STORY}"]
    assert without_dateline(texts, "VELMORA") == tuple(texts)


def test_article() -> None:
    body = (Heading("Flood"), Paragraph(f"VELMORA (AP) — {STORY}"), Paragraph(STORY))
    article = Article(body=body, dateline=Dateline("VELMORA (AP)"))
    assert article.text_without_dateline == f"Flood\n\n{STORY}\n\n{STORY}"
    assert "VELMORA" in article.text
    assert Article(body=body).text_without_dateline == article.text
