"""What runs on a cluster's machines: a part of an archive in, finished shards out."""

import contextlib
import dataclasses
import json
import os
import pickle
import shutil
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsclean.batch.document import FAILED, Document
from newsclean.batch.options import Extraction, Limits
from newsclean.batch.order import Order
from newsclean.batch.quarantine import Quarantine
from newsclean.batch.read import Progress
from newsclean.batch.sink import Shard, make_sink
from newsclean.batch.state import ShardEntry
from newsclean.batch.units import Unit

# Documents that go through extract_batch() at once: enough that the worker process is never
# idle for long, few enough for the memory of a task.
_BATCH = 64
_BATCH_BYTES = 8_000_000


@dataclass(frozen=True)
class Task:
    """A unit, or every third shard of it, say."""

    unit: Unit
    fingerprint: str
    split: int
    splits: int
    """It makes the shards whose number leaves ``split`` when divided by ``splits``."""
    done: frozenset[str]
    """Shards that are there already."""


@dataclass(frozen=True)
class Job:
    """What all tasks of a run share. All paths are those of a file system that every machine
    of the cluster sees in the same place."""

    order: Order
    how: Extraction
    limits: Limits
    here: str
    """The directory that relative paths of sources begin in."""
    directory: Path
    """Holds the tasks, and the notes of what they finished."""

    def put(self, number: int, task: Task) -> None:
        """Keep a task for whoever gets its number."""
        (self.directory / f"{number}.task").write_bytes(pickle.dumps(task))

    def __call__(self, number: int) -> None:
        """See to the task ``number``. Called twice, it does the same again."""
        task: Task = pickle.loads((self.directory / f"{number}.task").read_bytes())
        with contextlib.chdir(self.here):
            _Work(self, task).run()


class _Work:
    """One attempt at a task; another may be under way at the same time elsewhere."""

    def __init__(self, job: Job, task: Task) -> None:
        order = job.order
        self._job, self._task = job, task
        self._attempt = uuid.uuid4().hex
        self._temporary = job.directory / self._attempt
        self._temporary.mkdir()
        self._sink: Any = make_sink(order.form, order.out, self._temporary, order.compression)
        self._limits = dataclasses.replace(job.limits, workers=1)
        self._quarantine = Quarantine(order.quarantine) if order.quarantine else None
        self._passed_over = Counter[str]()
        self._documents = 0

    def run(self) -> None:
        """Make the shards, and at last say that the unit was read."""
        shard: Shard | None = None
        entry: ShardEntry | None = None
        try:
            for name, documents in self._batches():
                if entry is None or entry.name != name:
                    self._end(shard, entry)
                    shard = self._sink.open(name)
                    entry = ShardEntry(name, self._task.unit.name, self._task.fingerprint, 0, 0)
                assert shard is not None
                self._extract(documents, shard, entry)
            self._end(shard, entry)
            self._end_unit()
        finally:
            shutil.rmtree(self._temporary, ignore_errors=True)

    def _batches(self) -> Iterator[tuple[str, list[Document]]]:
        """Documents that are this task's, with the shard that they belong to."""
        task, rows = self._task, self._job.order.rows_per_shard
        batch: list[Document] = []
        size, name = 0, ""
        found = task.unit.documents(self._job.order.reading, self._passed_over, Progress())
        for n, document in enumerate(found):
            self._documents = n + 1
            part = n // rows
            own = task.unit.shard(part)
            if part % task.splits != task.split or own in task.done:
                continue
            full = len(batch) >= _BATCH or size + document.size > _BATCH_BYTES
            if batch and (full or own != name):
                yield name, batch
                batch, size = [], 0
            name = own
            batch.append(document)
            size += document.size
        if batch:
            yield name, batch
        if not self._documents and task.split == 0:  # an empty archive has an empty shard
            yield task.unit.shard(0), []

    def _extract(self, documents: list[Document], shard: Shard, entry: ShardEntry) -> None:
        from newsclean.batch.arrow import extract_batch, input_batch

        rows = extract_batch(input_batch(documents), self._job.how, self._limits)
        statuses = rows.column("status").to_pylist()
        entry.rows += len(statuses)
        entry.statuses += Counter(statuses)
        entry.languages += Counter(
            language or "unknown" for language in rows.column("language").to_pylist()
        )
        if self._quarantine is not None:
            for document, status in zip(documents, statuses, strict=True):
                if status in FAILED:
                    self._quarantine.keep(document, status)
        if self._job.order.form == "parquet":
            from newsclean.batch.sink.parquet import stream_of

            shard.write(stream_of(rows))
        else:
            shard.write(self._sink.pack.rows(rows.to_pylist()))

    def _end(self, shard: Shard | None, entry: ShardEntry | None) -> None:
        """Publish a shard. The note comes first: who finds it looks for the shard by size."""
        if shard is not None and entry is not None:
            entry.size = shard.finish()
            self._note({"shard": vars(entry)}, entry.name)
            shard.publish()

    def _end_unit(self) -> None:
        rows = self._job.order.rows_per_shard
        line = {
            "unit": self._task.unit.name,
            "fingerprint": self._task.fingerprint,
            "parts": max(1, -(-self._documents // rows)),
            "passed_over": self._passed_over,
        }
        split = f"{self._task.split}of{self._task.splits}"
        self._note({"unit": line, "split": split}, f"{self._task.unit.name}.{split}")

    def _note(self, line: dict[str, Any], name: str) -> None:
        part = self._temporary / "note"
        part.write_text(json.dumps(line), "utf-8")
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(self._job.directory / f"{name}.{self._attempt}.note")
