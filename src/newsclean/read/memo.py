"""Answers remembered."""

from collections.abc import Callable
from typing import TypeVar

_T = TypeVar("_T")


class Memo(dict[str, _T]):
    """The answers of a function of a text, as a dictionary that makes the missing ones.

    A look-up costs a third of a call of a function under ``functools.lru_cache``. It is
    emptied where it holds ``size`` answers.
    """

    __slots__ = ("_function", "_size")

    def __init__(self, function: Callable[[str], _T], size: int) -> None:
        self._function = function
        self._size = size

    def __missing__(self, text: str) -> _T:
        answer = self._function(text)
        if len(self) >= self._size:
            self.clear()
        self[text] = answer
        return answer
