"""Documents through worker processes: whatever a document does, it costs itself alone.

The processes are pebble's. Documents travel in chunks. Where a worker dies, the document
that it was at is tried once more, alone, in another worker, and the rest of its chunk goes
on without it; a second death marks it. A document that exceeds its time is marked at once.
"""

import contextlib
import multiprocessing
import queue
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from newsclean.batch.document import Document, Failure, Outcome, Status, failed
from newsclean.batch.needs import need
from newsclean.batch.options import Extraction, Limits
from newsclean.batch.worker import UNSTARTED, Pack, Packed, Task, packed, start, work
from newsclean.errors import NewscleanError

Tag = TypeVar("Tag")

# Chunks on their way for each worker: one at work, one waiting, one on either side of the
# pipe. More only costs memory.
_AHEAD = 3
# Seconds beyond all its documents' time after which a chunk counts as lost, should a
# worker neither answer nor die.
_GRACE = 20.0
# Times that a pool may be built anew without any document done in between.
_REBUILDS = 6
# Deaths of a worker at one document before that document is to blame.
_DEATHS = 2


class PoolError(NewscleanError):
    """Worker processes cannot be started, or die before they do anything."""


class Done(NamedTuple, Generic[Tag]):
    """Documents that are done, and their packed outcomes in the same order."""

    tag: Tag
    documents: tuple[Document, ...]
    packed: Packed


class _Chunk(NamedTuple):
    tag: Any
    documents: tuple[Document, ...]
    deaths: int = 0

    @property
    def size(self) -> int:
        return sum(document.size for document in self.documents)


class Pool:
    """Worker processes for one way of extraction and packing; a context manager.

    ``warm`` names modules that packing needs, to be loaded once for all workers.
    """

    def __init__(
        self, how: Extraction, pack: Pack, limits: Limits, warm: Sequence[str] = ()
    ) -> None:
        pebble = need("pebble", "pebble")
        self._process_pool = pebble.ProcessPool
        self._expired: type[Exception] = pebble.ProcessExpired
        self._limits = limits
        self._task = Task(how, pack, limits.timeout, limits.memory_mb)
        self._context = multiprocessing.get_context("forkserver")
        # Workers are forked from a process that has everything loaded, so that they share it,
        # and that runs no code beside.
        self._context.set_forkserver_preload(
            ["newsclean.batch.worker", *warm, "newsclean.batch.warm"]
        )
        slots = limits.workers * _AHEAD
        self._board = self._context.RawArray("d", 2 * slots)
        self._free = list(range(slots))
        self._flying: dict[int, tuple[_Chunk, Any, float]] = {}
        self._landed: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self._again: deque[_Chunk] = deque()
        self._rebuilds = 0
        self._pool: Any = None

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Kill the workers; documents on their way are dropped."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        locks = None
        with contextlib.suppress(AttributeError):
            # A worker that is just coming up looks for these; pebble drops them before it
            # stops the workers, and that one would complain on standard error.
            locks = vars(pool._pool_manager.worker_manager.workers_channel.mutex).copy()
        pool.stop()
        with contextlib.suppress(TimeoutError):
            pool.join(timeout=_GRACE)
        del locks

    def run(
        self, jobs: Iterable[tuple[Tag, Document]], hold: Callable[[], bool] = lambda: False
    ) -> Iterator[Done[Tag]]:
        """Documents with their outcomes, as they are done.

        Takes from ``jobs`` only what workers have room for, and nothing while ``hold()``
        is true. Documents with different tags are never in one :class:`Done`.
        """
        chunks = _chunks(jobs, self._limits)
        more = True
        while more or self._again or self._flying:
            while self._free and self._has_room():
                if self._again:
                    self._send(self._again.popleft())
                    continue
                if not more or (self._flying and hold()):
                    break
                chunk = next(chunks, None)
                if chunk is None:
                    more = False
                    break
                self._send(chunk)
            if self._flying:
                yield from self._land()

    def _has_room(self) -> bool:
        flying = sum(chunk.size for chunk, _, _ in self._flying.values())
        return flying < self._limits.waiting_bytes

    def _send(self, chunk: _Chunk) -> None:
        if self._pool is None:
            self._pool = self._process_pool(
                max_workers=self._limits.workers,
                max_tasks=max(1, self._limits.recycle // self._limits.chunk),
                initializer=start,
                initargs=(self._task, self._board),
                context=self._context,
            )
        slot = self._free.pop()
        self._board[2 * slot] = UNSTARTED
        allowed = self._limits.timeout * (len(chunk.documents) + 1) + _GRACE
        try:
            future = self._pool.schedule(work, (slot, chunk.documents), timeout=allowed)
        except RuntimeError:  # the pool broke since the last answer
            self._free.append(slot)
            self._rebuild()
            self._again.appendleft(chunk)
            return
        self._flying[slot] = (chunk, future, time.monotonic() + allowed)
        future.add_done_callback(lambda done: self._landed.put((slot, done)))

    def _land(self) -> Iterator[Done[Any]]:
        """Wait for a chunk to end, and see to it."""
        try:
            slot, future = self._landed.get(timeout=1.0)
        except queue.Empty:
            # Time runs from sending here, so whatever waits before it counts as well.
            patience = sum(self._limits.timeout * len(c.documents) for c, _, _ in self._values())
            if all(time.monotonic() > due + patience for _, _, due in self._values()):
                self._rebuild()
            return
        if slot not in self._flying or self._flying[slot][1] is not future:
            return  # of a pool that was given up
        chunk = self._flying[slot][0]
        error = future.exception() if not future.cancelled() else TimeoutError()
        if error is None:
            self._release(slot)
            self._rebuilds = 0
            yield Done(chunk.tag, chunk.documents, future.result())
        elif isinstance(error, (self._expired, TimeoutError)):
            yield from self._lost(slot, chunk, error)
        elif type(error).__name__ == "BrokenProcessPool":
            self._rebuild()
        else:  # the chunk itself cannot be sent or answered
            yield from self._lost(slot, chunk, error)

    def _values(self) -> list[tuple[_Chunk, Any, float]]:
        return list(self._flying.values())

    def _release(self, slot: int) -> None:
        del self._flying[slot]
        self._free.append(slot)

    def _lost(self, slot: int, chunk: _Chunk, error: BaseException) -> Iterator[Done[Any]]:
        """The worker of ``chunk`` is dead: find the document that it was at."""
        at = int(self._board[2 * slot])
        seconds = time.monotonic() - self._board[2 * slot + 1]
        self._release(slot)
        documents = chunk.documents
        if len(documents) > 1 and not 0 <= at < len(documents):
            # It had not begun, or was packing all of them: nothing points to one of them.
            if at == UNSTARTED and not chunk.deaths:
                self._again.append(chunk._replace(deaths=1))
            else:
                self._again.extend(_Chunk(chunk.tag, (one,)) for one in documents)
            return
        at = min(max(at, 0), len(documents) - 1)
        document, rest = documents[at], documents[:at] + documents[at + 1 :]
        if rest:
            self._again.append(_Chunk(chunk.tag, rest))
        if self._was_timeout(error, seconds):
            why = Failure("Timeout", f"took longer than {self._limits.timeout:g} s")
            yield self._marked(chunk.tag, document, Status.TIMEOUT, why, self._limits.timeout)
        elif not rest and chunk.deaths + 1 >= _DEATHS:
            yield self._marked(chunk.tag, document, Status.CRASHED, _cause(error), seconds)
        else:
            self._again.append(_Chunk(chunk.tag, (document,), 1))

    def _was_timeout(self, error: BaseException, seconds: float) -> bool:
        # The watchdog ends a worker with exit code 1, at the second; the tenth is for the
        # two readings of the clock.
        watchdog = getattr(error, "exitcode", None) == 1
        return isinstance(error, TimeoutError) or (
            watchdog and seconds >= self._limits.timeout - 0.1
        )

    def _marked(
        self, tag: Any, document: Document, status: Status, why: Failure, seconds: float
    ) -> Done[Any]:
        self._rebuilds = 0
        outcome: Outcome = failed(document, status, why, round(seconds * 1000, 1))
        return Done(tag, (document,), packed([outcome], self._task.pack))

    def _rebuild(self) -> None:
        """Give up the pool; what was on its way goes to a new one."""
        self._rebuilds += 1
        if self._rebuilds > _REBUILDS:
            raise PoolError(
                "worker processes die before they do anything: too little memory for them, or a "
                'script without  if __name__ == "__main__":'
            )
        self.stop()
        for slot, (chunk, _, _) in list(self._flying.items()):
            self._again.append(chunk)
            self._release(slot)


def _chunks(jobs: Iterable[tuple[Tag, Document]], limits: Limits) -> Iterator[_Chunk]:
    """Documents in groups of one tag, small by number and by bytes."""
    tag: Any = None
    group: list[Document] = []
    size = 0
    for own, document in jobs:
        full = len(group) >= limits.chunk or size + document.size > limits.chunk_bytes
        if group and (own is not tag or full):
            yield _Chunk(tag, tuple(group))
            group, size = [], 0
        tag = own
        group.append(document)
        size += document.size
    if group:
        yield _Chunk(tag, tuple(group))


def _cause(error: BaseException) -> Failure:
    """What brought a worker down, by its exit code."""
    code = getattr(error, "exitcode", None)
    if isinstance(code, int) and code < 0:
        try:
            name = signal.Signals(-code).name
        except ValueError:
            name = f"signal {-code}"
        return Failure(name, f"the worker was killed by {name}")
    if isinstance(code, int):
        return Failure("Exit", f"the worker ended with exit code {code}")
    return Failure.of(error)
