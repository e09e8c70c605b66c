"""Runs tools over documents in a pool of processes and gathers the scores."""

import contextlib
import io
import logging
import multiprocessing
import signal
import sys
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import FrameType
from typing import TypeVar

from benchmarks.documents import Document
from benchmarks.measures import MEASURES, Measure
from benchmarks.output import Output
from benchmarks.peers import TOOLS, Extractor
from benchmarks.texts import Figures, Score

T = TypeVar("T")
# One page of flat text, and pages that were made to be hard, are no part of pooled figures.
_APART = ("seed", "written")
_SECONDS = 60  # A page that takes a minute is as lost to a pipeline as one that fails.


@dataclass(frozen=True)
class PageScore:
    """What one tool reached on one page."""

    tool: str
    document: int
    """Index of the document."""
    scores: dict[str, Score]
    """By the name of the measure."""
    error: str | None = None
    """The exception, whose output then counts as empty."""


@dataclass
class Table:
    """Figures by tool and group, and the exceptions."""

    figures: dict[tuple[str, str], Figures] = field(default_factory=dict)
    errors: dict[tuple[str, str], list[tuple[str, str]]] = field(default_factory=dict)
    """The document and the exception, by tool and group."""

    def groups(self) -> tuple[str, ...]:
        """The groups that have figures, in their order."""
        return tuple(dict.fromkeys(group for _, group in self.figures))


class PageTimeoutError(Exception):
    """A tool did not come to an end on a page."""


def output_of(name: str, document: Document) -> Output:
    """A tool's output for a page; whatever the tool raises comes through."""
    return _extractor(name)(document, document.source)


def score_page(
    name: str, document: Document, index: int, fields: frozenset[str] | None = None
) -> PageScore:
    """All scores of a page from one run of a tool over it."""
    error = None
    try:
        with _time_limit(), contextlib.redirect_stdout(io.StringIO()):
            output = output_of(name, document)
    except Exception as caught:
        output, error = Output(), _in_short(caught)
    scores = {
        measure.name: measure.score(document, output)
        for measure in measures_for(name, document, fields)
    }
    return PageScore(name, index, scores, error)


def _in_short(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip(" *\t")]
    return f"{type(error).__name__}: {lines[0][:160] if lines else ''}"


def measures_for(
    name: str, document: Document, fields: frozenset[str] | None = None
) -> Iterator[Measure]:
    """The measures that the document has a truth for and the tool an output."""
    for measure in MEASURES:
        if fields is not None and measure.name not in fields:
            continue
        if document.style is not None and measure.name not in ("text", "title"):
            continue
        if measure.needs in TOOLS[name].gives and measure.applies(document.truth):
            yield measure


def run(
    names: Sequence[str],
    documents: Sequence[Document],
    *,
    jobs: int = 1,
    fields: frozenset[str] | None = None,
) -> list[PageScore]:
    """Every tool over every document of a kind that it takes, in a fixed order."""
    tasks = [
        (name, document, index, fields)
        for name in names
        for index, document in enumerate(documents)
        if document.kind in TOOLS[name].kinds and any(measures_for(name, document, fields))
    ]
    if jobs == 1:
        _quiet()
        return [_task(task) for task in _shown(tasks)]
    with multiprocessing.Pool(jobs, initializer=_quiet) as pool:
        results = _shown(pool.imap_unordered(_task, tasks, chunksize=8), len(tasks))
        return sorted(results, key=lambda one: (names.index(one.tool), one.document))


def tabulate(results: Iterable[PageScore], documents: Sequence[Document]) -> Table:
    """The figures of each tool on each group of documents."""
    gathered: dict[tuple[str, str], dict[str, list[Score]]] = defaultdict(
        lambda: defaultdict(list)
    )
    table = Table()
    by_name = {measure.name: measure for measure in MEASURES}
    for result in results:
        document = documents[result.document]
        if result.error is not None:
            caught = table.errors.setdefault((result.tool, document.group), [])
            caught.append((document.id, result.error))
        for name, score in result.scores.items():
            pooled = by_name[name].pooled
            gathered[result.tool, document.group][name].append(score)
            if pooled is not None and document.corpus not in _APART:
                gathered[result.tool, pooled][name].append(score)
    for key, scores in gathered.items():
        figures: Figures = {}
        for name, measure in by_name.items():
            if name in scores:
                figures |= measure.total(scores[name])
        if figures:
            table.figures[key] = figures
    return table


def _task(task: tuple[str, Document, int, frozenset[str] | None]) -> PageScore:
    return score_page(*task)


@cache
def _extractor(name: str) -> Extractor:
    return TOOLS[name].make()


def _quiet() -> None:
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    # A worker that is stopped from the keyboard leaves the message to its parent.
    if multiprocessing.parent_process() is not None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextlib.contextmanager
def _time_limit() -> Iterator[None]:
    """Stops what runs longer than a minute, where the system can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise PageTimeoutError(f"no end after {_SECONDS} s")

    previous = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)


def _shown(items: Iterable[T], total: int | None = None) -> Iterator[T]:
    """The items, with a count on a terminal."""
    shown = sys.stderr.isatty()
    for count, item in enumerate(items, 1):
        if shown and count % 50 == 0:
            print(f"\r{count}/{total or '?'}", end="", file=sys.stderr, flush=True)
        yield item
    if shown:
        print("\r", end="", file=sys.stderr)
