"""Which line of a flat text is the headline: learned trees over the lines of its head."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from newsclean import weights
from newsclean.label.flat_title_rows import rows
from newsclean.label.line_words import score as words_say
from newsclean.label.picture_credits import may_end_in_credit
from newsclean.page import Page
from newsclean.trees import Forest

# Lines above the story's longest stretch and above its first line among which the headline
# is looked for, and lines into both: the headline may have been taken for the story's.
_REACH, _REACH_OF_FIRST, _INTO = 90, 50, 5
# Between a deck or a caption above and the story stand no more lines than these.
_APART = 6
# What a picture's credit at a line's end takes from its log-odds: captions read like
# headlines. 2 to 4 gave the same on the development pages.
_CAPTION = 3.0
# Characters: twice the longest headline of the corpora.
_LONGEST = 400


def candidates(page: Page, body: Sequence[int]) -> list[int]:
    """The lines that may be the headline of the story in ``body``, in order."""
    main, count = main_start(body), len(page.blocks)
    of_main = range(max(0, main - _REACH), min(count, main + _INTO))
    of_first = range(max(0, body[0] - _REACH_OF_FIRST), min(count, body[0] + _INTO))
    lines = sorted({*of_main, *of_first})
    return [i for i in lines if len(page.blocks[i].text) <= _LONGEST]


def main_start(body: Sequence[int]) -> int:
    """Where the longest stretch of the story begins."""
    best, size, start = body[0], 0, 0
    for n in range(1, len(body) + 1):
        if n == len(body) or body[n] - body[n - 1] > _APART:
            if n - start > size:
                best, size = body[start], n - start
            start = n
    return best


def scores(page: Page, body: Sequence[int], language: str | None) -> dict[int, float]:
    """For each candidate the log-odds that it is the headline."""
    if not body:
        return {}
    table, forest = _model(weights.directory())
    lines = candidates(page, body)
    if not lines:
        return {}
    found = rows(
        page, body, lines, main_start(body), language, lambda text: words_say(text, table)
    )
    return {
        line: forest.score(row) - _CAPTION * may_end_in_credit(page.blocks[line].text)
        for line, row in zip(lines, found, strict=True)
    }


@cache
def _model(path: Path | None) -> tuple[list[int], Forest]:
    data = weights.load("flat_title", path)
    return data["words"], Forest(data["trees"])
