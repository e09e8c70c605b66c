"""Which lines of a flat text are the story: two looks by learned trees.

The first look scores a line by itself, its neighbours and its place. The second knows the
scores of the first: a line that reads like the story but stands among another article's,
behind the comments or in a list of teasers, is none of it.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from newsclean import weights
from newsclean.label.language import find_language
from newsclean.label.line_facts import Fact, facts
from newsclean.label.line_features import best_run, first_rows, worth
from newsclean.label.line_runs import second_rows
from newsclean.label.line_words import score as words_say
from newsclean.label.phrases import Phrases
from newsclean.page import Label, Page, Role
from newsclean.trees import Forest

# More lines than any article's page has: books, dumps of many pages. Plain rules are
# enough there, and forty times as fast.
_MOST_LINES = 20_000


def label_lines(page: Page, phrases: Phrases) -> list[Label | None]:
    """A label for each line that is the story; None for the others."""
    lines = facts(page.blocks, phrases, find_language(page))
    if len(lines) > _MOST_LINES:
        return _by_rule(lines)
    scores = score_lines(page, lines)
    if not any(score > 0 for score in scores):
        return _by_rule(lines)
    return [
        Label(Role.BODY, "reads and stands like the story", round(score, 2)) if score > 0 else None
        for score in scores
    ]


def score_lines(page: Page, lines: Sequence[Fact]) -> list[float]:
    """For each line the log-odds that it is of the story."""
    words, first, second = _model(weights.directory())
    rows = first_rows(page.blocks, lines, [words_say(line.text, words) for line in lines])
    scores = [first.score(row) for row in rows]
    return [second.score(row) for row in second_rows(lines, rows, scores)]


def _by_rule(lines: Sequence[Fact]) -> list[Label | None]:
    """The run of lines that is worth most, less what phrases call chrome."""
    start, end = best_run([worth(line) for line in lines])
    labels: list[Label | None] = [None] * len(lines)
    for i in range(start, end + 1):
        if lines[i].line is None and lines[i].heading is None and not lines[i].repeats:
            labels[i] = Label(Role.BODY, "in the run of lines that is worth most")
    return labels


@cache
def _model(path: Path | None) -> tuple[list[int], Forest, Forest]:
    data = weights.load("lines", path)
    return data["words"], Forest(data["first"]), Forest(data["second"])
