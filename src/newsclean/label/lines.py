"""Which lines of a flat text are the story: two looks by learned trees.

The first look scores a line by itself, its neighbours and its place. The second knows the
scores of the first: a line that reads like the story but stands among another article's,
behind the comments or in a list of teasers, is none of it.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from newsclean import weights
from newsclean.label.appeals import appeal
from newsclean.label.line_facts import TERMINAL, Fact, facts, iter_facts
from newsclean.label.line_features import best_run, first_rows, worth
from newsclean.label.line_lists import dated_lists
from newsclean.label.line_runs import chance, second_rows
from newsclean.label.line_told import TABLES, said_of
from newsclean.label.phrases import Phrases
from newsclean.label.picture_credits import ends_in_credit
from newsclean.label.records import record_labels
from newsclean.page import Label, Page, Role
from newsclean.trees import Forest

# More lines than any article's page has: books, dumps of many pages. Plain rules are
# enough there, and forty times as fast.
_MOST_LINES = 10_000
# The trees are a little too sure of publishers that they have not seen; measured out of fold.
_CALIBRATION = 0.9
# They also take a little too much for the story: on pages of the news alone precision was
# .89 and recall .96. Log-odds taken off; measured out of fold.
_TOO_MUCH = 0.4
# Score from which a line is the story's whatever its words. Of the lines below it that end
# in a credit or call to the reader nine in ten were none, on the development pages.
_OWN = 2.0
# Characters that a line counts beside its own: short ones matter too.
_CONSTANT = 5


# Log-odds below which a line is no story however bad the rest of the page: what single
# links, numbers and scraps of markup score.
_HOPELESS = -4.0


def label_lines(page: Page, phrases: Phrases) -> list[Label | None]:
    """A label for each line that is the story, and for captions and calls that read like it;
    None for the others."""
    stated = record_labels(page)
    if stated:
        return [_body_only(stated.get(i)) for i in range(len(page.blocks))]
    if len(page.blocks) > _MOST_LINES:
        return _by_rule(page, phrases)
    language = phrases.language
    lines = facts(page.blocks, phrases, language)
    scores = score_lines(page, lines)
    listed = dated_lists(lines, language)
    least = max(threshold(scores, [line.size for line in lines]), _HOPELESS)
    labels: list[Label | None] = []
    for i, (score, line) in enumerate(zip(scores, lines, strict=True)):
        reason = ""
        if score >= least:
            reason = "reads and stands like the story"
        elif score > 0 and line.text.endswith(TERMINAL) and labels and _body_only(labels[-1]):
            # More likely than not, and the story stands above: its short last line.
            reason = "goes on from the line above"
        if not reason or _is_chrome(line) or i in listed:
            labels.append(None)
        else:
            aside = _aside(line, language) if score < _OWN else None
            labels.append(aside or Label(Role.BODY, reason, round(score, 2)))
    return labels


def _body_only(label: Label | None) -> Label | None:
    return label if label is not None and label.role is Role.BODY else None


def score_lines(page: Page, lines: Sequence[Fact]) -> list[float]:
    """For each line the log-odds that it is of the story."""
    tables, first, second = _model(weights.directory())
    rows = first_rows(page.blocks, lines, said_of([line.text for line in lines], tables))
    scores = [first.score(row) for row in rows]
    return [second.score(row) for row in second_rows(lines, rows, scores)]


def threshold(scores: Sequence[float], sizes: Sequence[int]) -> float:
    """The score from which the lines of a page are taken.

    It is the one with the greatest expected sum of precision and recall over the text: a
    page whose story is plain asks for more certainty of a line than one where the best are
    doubtful, and no page is left without a story.
    """
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    chances = [_CALIBRATION * (score - _TOO_MUCH) for score in scores]
    masses = [chance(c) * (size + _CONSTANT) for c, size in zip(chances, sizes, strict=True)]
    total = sum(masses) or 1.0
    best, least = -1.0, 0.0
    hit = taken = 0.0
    for i in order:
        hit += masses[i]
        taken += sizes[i] + _CONSTANT
        gain = hit / taken + hit / total
        if gain > best:
            best, least = gain, scores[i]
    return least


def _is_chrome(line: Fact) -> bool:
    """Do its words alone say what the line is? The story may go on behind it."""
    return line.line is not None or line.heading is not None


def _aside(line: Fact, language: str | None) -> Label | None:
    """The label of a caption with its credit, and of a call to the reader."""
    if ends_in_credit(line.text):
        return Label(Role.CAPTION, "ends in a picture's credit")
    said = appeal(line.text, language)
    return Label(said.role, f"the words {said.phrase!r}") if said else None


def _by_rule(page: Page, phrases: Phrases) -> list[Label | None]:
    """The run of lines that is worth most, less what phrases call chrome."""
    values: list[float] = []
    kept = bytearray()
    for line in iter_facts(page.blocks, phrases, None):
        values.append(worth(line))
        kept.append(not _is_chrome(line) and not line.repeats)
    start, end = best_run(values)
    label = Label(Role.BODY, "in the run of lines that is worth most")
    return [label if start <= i <= end and kept[i] else None for i in range(len(values))]


@cache
def _model(path: Path | None) -> tuple[list[list[int]], Forest, Forest]:
    data = weights.load("lines", path)
    return [data[name] for name in TABLES], Forest(data["first"]), Forest(data["second"])
