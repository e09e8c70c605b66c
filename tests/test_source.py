"""What stands between a caller and the labels."""

import pytest

import newsclean
from newsclean import source

PAGE = (
    "<html><title>Ferry sails</title><body><p>The ferry sailed again on Friday.</p></body></html>"
)


def test_a_page_that_cannot_be_labelled_keeps_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise IndexError("odd page")

    monkeypatch.setattr(source, "label_page", fail)
    article = newsclean.extract(PAGE)
    assert article.body == ()
    assert [chrome.text for chrome in article.chrome] == ["The ferry sailed again on Friday."]
    assert "labels failed: IndexError: odd page" in article.problems
