"""Answers remembered."""

from newsclean.read.memo import Memo


def test_the_function_is_asked_once_and_the_size_is_kept() -> None:
    asked: list[str] = []

    def size_of(text: str) -> int:
        asked.append(text)
        return len(text)

    memo = Memo(size_of, 2)
    assert [memo[text] for text in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert asked == ["a", "bb", "ccc", "a"]
    assert len(memo) == 2
