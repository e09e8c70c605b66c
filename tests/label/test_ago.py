"""Dates that count back."""

import pytest

from newsclean.label.ago import find_ago
from newsclean.label.credits import before_ago


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Posted 3 hours ago by Ann Lee", "en", "3 hours ago"),
        ("2 min. ago", "en", "2 min. ago"),
        ("vor 4 Stunden", "de", "vor 4 Stunden"),
        ("3時間前", "ja", "3時間前"),
        ("long ago", "en", None),
        ("3 hours", "en", None),
        ("3000 years ago", "en", None),
        ("3 hours ago", "xx", "3 hours ago"),
    ],
)
def test_find(text: str, language: str, expected: str | None) -> None:
    span = find_ago(text, language)
    assert (text[slice(*span)] if span else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee 2 minutes ago", "Ann Lee"),
        ("Ann Lee | Published 2 minutes ago", "Ann Lee"),
        ("2 minutes ago", ""),
        ("Ann Lee", ""),
    ],
)
def test_before(text: str, expected: str) -> None:
    assert before_ago(text, "en") == expected
