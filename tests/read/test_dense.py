"""Sentences of Chinese and Japanese closed up."""

import pytest

from newsclean.read.dense import close_up


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("市長 は13日、 橋 が開くと述べた。", "市長は13日、橋が開くと述べた。"),
        ("港湾局 ， 昨天 宣布。", "港湾局，昨天宣布。"),
        ("橋の再開、来月に 港湾局が発表", "橋の再開、来月に 港湾局が発表"),
        ("山田 太郎", "山田 太郎"),
        ("시장은 13일 다리가 열린다고 말했다.", "시장은 13일 다리가 열린다고 말했다."),
        ("A plain line, with commas.", "A plain line, with commas."),
        ("新型 iPhone 15 が、 発売された。", "新型 iPhone 15 が、発売された。"),
    ],
)
def test_spaces_inside_sentences(line: str, closed: str) -> None:
    assert close_up(line) == closed
