"""Which blocks of an HTML page are the story: a learned model, asked block by block.

Boosted trees over the features of :mod:`newsclean.label.features` give each block a
score in log-odds. ``training/body.py`` makes the weights and tells how.
"""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from newsclean import weights
from newsclean.label.appeals import appeal
from newsclean.label.boxes import drop_boxes
from newsclean.label.captions import name_captions
from newsclean.label.features import page_rows
from newsclean.label.further import drop_behind, drop_further
from newsclean.label.held import OWN, hold
from newsclean.label.hidden import with_hidden_story
from newsclean.label.inserts import drop_inserts
from newsclean.label.layout import mind_layout
from newsclean.label.lists import settle_lists
from newsclean.label.phrases import Match, Phrases
from newsclean.label.siblings import take_siblings
from newsclean.label.tokens import Words
from newsclean.page import Block, Kind, Label, Page, Role
from newsclean.trees import Forest

# Where no block reaches the threshold, the best ones are taken if they are this near to
# it, with those that score nearly as much: a page of an unknown system scores low as a
# whole. Set on dev pages, out of fold.
_NEAR = 2.5
_NEARLY = 1.5
# A paragraph that comes again, for a hidden copy or a pull quote, from this length on.
_REPEATED = 60


# Score from which words of chrome are taken for the story's own.
_SURE = 2.5
# Phrases of so many words are sure until the score is.
_WORDS = 4
# Characters of visible text that make a story beside hidden text.
_STORY = 250
# Lengths of pull quotes, and how many blocks off the paragraph stands that they are from.
_PULLED = (20, 300)
_PULLED_NEAR = 30
# What headings of teasers say.
_TEASERS = frozenset((Role.RELATED, Role.LATEST_NEWS, Role.MUST_READ, Role.RECOMMENDED))
_MARKS = "\"'“”„‘’«»‹›「」『』 .,"


class _Model(NamedTuple):
    words: Words
    forest: Forest
    threshold: float


@lru_cache(maxsize=8)
def _model(directory: Path | None) -> _Model:
    data = weights.load("body", directory)
    return _Model(Words(data), Forest(data["forest"]), float(data["threshold"]))


def label_body(page: Page, phrases: Phrases) -> list[Label | None]:
    """A label for each block that belongs to the story; None for the others."""
    labels = _labels(page, phrases)
    whole = with_hidden_story(page, labels)
    return labels if whole is None else _labels(whole, phrases)


def _labels(page: Page, phrases: Phrases) -> list[Label | None]:
    model = _model(weights.directory())
    indices, rows = page_rows(page, phrases, model.words)
    score = model.forest.score
    scores = {i: score(row) for i, row in zip(indices, rows, strict=True)}
    threshold = model.threshold
    best = max(scores.values(), default=-100.0)
    if threshold - _NEAR < best < threshold:
        threshold = best - _NEARLY
    labels: list[Label | None] = [None] * len(page.blocks)
    shown = sum(
        len(page.blocks[i].text)
        for i in indices
        if scores[i] >= threshold and not page.blocks[i].hidden
    )
    for i in indices:
        block = page.blocks[i]
        if scores[i] < threshold or (block.kind is Kind.HEADING and block.level == 1):
            continue
        # By convention captions belong to the images, and what is hidden to nobody while
        # the page shows a story.
        if block.kind is Kind.CAPTION or (block.hidden and shown > _STORY):
            continue
        said = _said(phrases, block, scores[i])
        if said is not None:
            labels[i] = Label(said.role, f"the words {said.phrase!r}", round(scores[i], 2))
        else:
            labels[i] = Label(Role.BODY, "the model's score", round(scores[i], 2))
    take_siblings(page, labels, scores, threshold, phrases)
    _drop_repetitions(page, labels)
    mind_layout(page, labels, phrases)
    drop_further(page, labels)
    drop_behind(page, labels)
    held = hold(page, labels)
    name_captions(page, labels, phrases, held)
    drop_boxes(page, labels, phrases, held)
    drop_inserts(page, labels, phrases, held)
    settle_lists(page, labels)
    _drop_dangling_headings(page, labels)
    return labels


def _said(phrases: Phrases, block: Block, score: float) -> Match | None:
    """What the words of a block say that it is, where its score leaves that open: a phrase of
    chrome, or a call to the reader."""
    if score >= OWN:
        return None
    phrase = _phrase(phrases, block)
    if phrase is not None and (score < _SURE or phrase.phrase.count(" ") >= _WORDS):
        return phrase
    return appeal(block.text, phrases.language)


def _phrase(phrases: Phrases, block: Block) -> Match | None:
    """The phrase of chrome that a block is. One that heads teasers does without a heading's
    mark-up; with it, it may head a part of the story: "Recommendations"."""
    line = phrases.line(block.text)
    if line is None and block.kind is not Kind.HEADING:
        heading = phrases.heading(block.text)
        return heading if heading is not None and heading.role in _TEASERS else None
    return line


def _drop_repetitions(page: Page, labels: list[Label | None]) -> None:
    """Paragraphs that come again, and pull quotes, which are cut out of a paragraph."""
    story = [i for i, label in enumerate(labels) if label is not None and label.role is Role.BODY]
    seen: set[str] = set()
    for i in story:
        block = page.blocks[i]
        if len(block.text) >= _REPEATED:
            if block.text in seen:
                labels[i] = Label(Role.OTHER, "repeats a paragraph of the story")
                continue
            seen.add(block.text)
        if block.kind is not Kind.QUOTE or not _PULLED[0] <= len(block.text) <= _PULLED[1]:
            continue
        words = block.text.strip(_MARKS)
        near = (j for j in story if j != i and abs(j - i) <= _PULLED_NEAR)
        if any(words in page.blocks[j].text for j in near):
            labels[i] = Label(Role.PULL_QUOTE, "a quote that a paragraph beside it holds")


def _drop_dangling_headings(page: Page, labels: list[Label | None]) -> None:
    """A heading with no text of the story under it heads something else."""
    for i in range(len(labels) - 1, -1, -1):
        label = labels[i]
        if label is None or label.role is not Role.BODY:
            continue
        if page.blocks[i].kind is not Kind.HEADING:
            return
        labels[i] = Label(Role.OTHER, "a heading with no text of the story under it")
