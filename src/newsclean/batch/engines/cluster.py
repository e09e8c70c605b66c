"""A run whose archives are shared out among the machines of a cluster.

This process plans: it finds the sources, leaves out what the journal says is done, and
numbers the rest as tasks. Tasks make shards, exactly those that the local engine would
make, and publish them themselves; beside each they leave a note, which this process moves
to the journal while the job runs, or when the same command is called again. So nothing
that a task finished is lost, whoever dies.
"""

import dataclasses
import importlib
import os
import pickle
import threading
import time
from collections.abc import Callable
from pathlib import Path

from newsclean.batch.engines import Engine, EngineError
from newsclean.batch.engines.notes import Notes
from newsclean.batch.engines.task import Job, Task
from newsclean.batch.local import Batch
from newsclean.batch.needs import need
from newsclean.batch.options import Extraction, Limits
from newsclean.batch.order import Order
from newsclean.batch.read.find import find
from newsclean.batch.report import Report, Summary
from newsclean.batch.sink import Sink
from newsclean.batch.state import State
from newsclean.batch.units import Unit, units

# Seconds between two looks for notes.
_LOOK = 1.0
# An archive is shared among several tasks where there are fewer archives than this many
# for each worker: the last ones then end at about the same time.
_TASKS = 2
_CLASSES = {"ray": "RayEngine", "spark": "SparkEngine"}


def batch_on(engine: str, form: str) -> type[Batch]:
    """The batch that runs on ``engine``. Raises ValueError for a format with one writer."""
    if form == "sqlite":
        raise ValueError("a SQLite file has one writer: --engine local, or another --format")
    module = importlib.import_module(f"newsclean.batch.engines.{engine}")
    need("pyarrow")
    need("pebble")

    class Named(ClusterBatch):
        make_engine: Callable[[int], Engine] = getattr(module, _CLASSES[engine])
        name = engine

    return Named


class ClusterBatch(Batch):
    """One run on a cluster."""

    make_engine: Callable[[int], Engine]
    name: str

    def __init__(self, order: Order, sink: Sink, state: State) -> None:
        super().__init__(order, sink, state)
        self._notes = Notes(state, sink)

    def run(
        self, how: Extraction, limits: Limits, report: Callable[[Report], None] | None
    ) -> Summary:
        """Run the tasks that are not yet done."""
        self._notes.directory.mkdir()
        job = self._job(how, limits)
        count = self._plan(job, limits.workers)
        if count:
            self._work(job, count, limits, report)
        self._notes.take(self._report)
        self._notes.forget()
        for gone in {*self._state.units} - {*self._planned}:
            self._shards.remove_unit(gone)
        return self._summary()

    def _job(self, how: Extraction, limits: Limits) -> Job:
        order = dataclasses.replace(self._order, out=self._order.out.absolute())
        if order.quarantine is not None:
            order = dataclasses.replace(order, quarantine=order.quarantine.absolute())
        return Job(order, how, limits, os.getcwd(), self._notes.directory.absolute())

    def _plan(self, job: Job, workers: int) -> int:
        """Write down the tasks; how many there are."""
        found = find(self._order.names, self._files_passed_over, self._order.leave_out)
        undone: list[Path] = []
        for unit in self._undone(units(found, self._rows)):
            undone.append(self._notes.directory / f"{len(undone)}.unit")
            undone[-1].write_bytes(pickle.dumps(unit))
            self._report.bytes_total += unit.size
        splits = -(-workers * _TASKS // max(len(undone), 1))
        count = 0
        for path in undone:
            unit = pickle.loads(path.read_bytes())
            several = splits if unit.has_parts else 1
            self._notes.splits[unit.name] = several
            done = self._done(unit)
            for split in range(several):
                job.put(count, Task(unit, unit.fingerprint, split, several, done))
                count += 1
        return count

    def _done(self, unit: Unit) -> frozenset[str]:
        """The shards of a unit that an earlier run has left."""
        own = [e.name for e in self._state.shards.values() if e.unit == unit.name]
        done = frozenset(name for name in own if self._shards.is_done(name, unit.fingerprint))
        for name in done:
            self._count_done(name)
        return done

    def _work(
        self, job: Job, count: int, limits: Limits, report: Callable[[Report], None] | None
    ) -> None:
        engine = type(self).make_engine(limits.workers)
        failures: list[BaseException] = []

        def submit() -> None:
            try:
                engine.submit(job, count)
            except BaseException as error:  # whatever a cluster raises
                failures.append(error)

        thread = threading.Thread(target=submit, daemon=True)
        try:
            thread.start()
            while thread.is_alive():
                thread.join(_LOOK)
                self._notes.take(self._report)
                if report is not None:
                    self._report.seconds = time.monotonic() - self._start
                    report(self._report)
        finally:
            engine.stop()
        if failures:
            raise EngineError(f"the {self.name} job failed: {failures[0]}") from failures[0]
