"""What runs in a worker process: a chunk of documents in, their packed outcomes out."""

import contextlib
import faulthandler
import gc
import logging
import os
import sys
import threading
import time
import warnings
from collections.abc import Callable, MutableSequence, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from newsclean.batch.document import Document, Failure, Outcome, Status, error_name
from newsclean.batch.options import Extraction
from newsclean.batch.outcomes import outcome_of

Pack = Callable[[Sequence[Outcome]], Any]
"""Makes of outcomes what the other side writes; a picklable callable, run in the worker."""


class Packed(NamedTuple):
    """The outcomes of a chunk as the sink wants them, and what the summary needs."""

    data: Any
    briefs: list[tuple[str, str | None]]
    """Status and language of each."""


@dataclass(frozen=True, slots=True)
class Task:
    """What workers do."""

    how: Extraction
    pack: Pack
    timeout: float
    memory_mb: int | None


# For each chunk on its way two numbers, so that the parent knows what a worker was at when
# it died: the document's index in the chunk, and the moment it was begun.
Board = MutableSequence[float]
UNSTARTED = -1.0

# Two seconds: a worker whose parent was killed is gone before anybody looks.
_ORPHAN_CHECK = 2.0


class _Self:
    """This worker's task and board, set once when it starts."""

    task: Task
    board: Board
    sink: Any


def start(task: Task, board: Board) -> None:
    """Make this process a worker."""
    _limit_memory(task.memory_mb)
    threading.Thread(target=_leave_with_parent, args=(os.getppid(),), daemon=True).start()
    _Self.task, _Self.board = task, board
    _Self.sink = open(os.devnull, "wb")  # noqa: SIM115 - as long as the process lives
    # Libraries that complain about a page do so in its row's stead; nobody reads it here.
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
    # Modules and vocabulary stay for good: the collector need not look at them, which would
    # also make them this process's own instead of memory that all workers share.
    gc.freeze()


def work(slot: int, documents: Sequence[Document]) -> Packed:
    """The packed outcomes of ``documents``, in their order."""
    task, board = _Self.task, _Self.board
    outcomes = []
    for i, document in enumerate(documents):
        board[2 * slot + 1] = time.monotonic()
        board[2 * slot] = i
        with _watched(task.timeout):
            outcomes.append(outcome_of(document, task.how))
    board[2 * slot + 1] = time.monotonic()
    board[2 * slot] = len(documents)
    with _watched(task.timeout):
        return packed(outcomes, task.pack)


def packed(outcomes: Sequence[Outcome], pack: Pack) -> Packed:
    """Outcomes packed; where one cannot be (its row is too large, say), an error instead."""
    try:
        data = pack(outcomes)
    except Exception:
        outcomes = [_packable(outcome, pack) for outcome in outcomes]
        data = pack(outcomes)
    briefs = [
        (one.status.value, one.article.language if one.article else None) for one in outcomes
    ]
    return Packed(data, briefs)


def _packable(outcome: Outcome, pack: Pack) -> Outcome:
    try:
        pack([outcome])
    except Exception as error:
        why = Failure(error_name(error), f"its row cannot be written: {error}"[:2000])
        return replace_article(outcome, Status.ERROR, why)
    return outcome


def replace_article(outcome: Outcome, status: Status, why: Failure) -> Outcome:
    """``outcome`` without its article."""
    return outcome._replace(
        status=status, article=None, error_type=why.error_type, error_message=why.message
    )


class _watched:  # noqa: N801 - a context manager, read as a word
    """Ends this process if the block takes longer than ``seconds``, C code or not.

    faulthandler's watchdog is a thread of C that needs no interpreter lock: it works where
    a signal handler or a Python thread would wait for the C code to return.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        try:
            faulthandler.dump_traceback_later(self.seconds, exit=True, file=_Self.sink)
        except (RuntimeError, MemoryError):  # no memory for a thread: another worker may do it
            os._exit(os.EX_TEMPFAIL)

    def __exit__(self, *_: object) -> None:
        faulthandler.cancel_dump_traceback_later()


def _limit_memory(megabytes: int | None) -> None:
    """Let allocations beyond ``megabytes`` fail.

    RLIMIT_DATA counts what a process has allocated (heap and private writable maps), on
    Linux. RLIMIT_AS would count libraries and reserved address space as well.
    """
    if megabytes is None:
        return
    import resource

    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    _, hard = resource.getrlimit(kind)
    limit = megabytes * 1_000_000
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    with contextlib.suppress(ValueError, OSError):  # macOS refuses
        resource.setrlimit(kind, (limit, hard))


def _leave_with_parent(parent: int) -> None:
    """End this process when the one that started it is gone."""
    while os.getppid() == parent:
        time.sleep(_ORPHAN_CHECK)
    os._exit(os.EX_TEMPFAIL)
