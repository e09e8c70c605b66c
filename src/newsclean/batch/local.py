"""The local engine: archives through the pool into shards, going on where it stopped."""

import dataclasses
import datetime
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import newsclean
from newsclean.batch.document import FAILED, Document
from newsclean.batch.engines.notes import Notes
from newsclean.batch.options import Extraction, Limits, Reading
from newsclean.batch.order import Order
from newsclean.batch.pool import Done, Pool
from newsclean.batch.quarantine import Quarantine
from newsclean.batch.read import Progress, check, source_names
from newsclean.batch.read.find import find
from newsclean.batch.report import Report, Summary
from newsclean.batch.shards import OpenShard, Shards
from newsclean.batch.sink import COMPRESSIONS, FORMATS, Sink, make_sink
from newsclean.batch.sites import learn
from newsclean.batch.state import State, UnitEntry
from newsclean.batch.units import Unit, units
from newsclean.errors import one_of

# Few enough that a kill costs a minute of two workers, enough for good compression.
ROWS_PER_SHARD = 5000
ENGINES = ("local", "ray", "spark")


def run(
    sources: str | Path | Iterable[str | Path],
    sink: str | Path,
    *,
    format: str = "parquet",
    compression: str | None = None,
    rows_per_shard: int = ROWS_PER_SHARD,
    how: Extraction | None = None,
    limits: Limits | None = None,
    reading: Reading | None = None,
    quarantine: str | Path | None = None,
    duplicates: bool = False,
    site_memory: bool = False,
    engine: str = "local",
    restart: bool = False,
    report: Callable[[Report], None] | None = None,
) -> Summary:
    """Extract every document of ``sources`` into ``sink``, one row each.

    A run that was interrupted by whatever cause goes on when it is called again with the
    same arguments; one that is done does nothing. Limits may differ.

    Args:
        sources: Files, directories and patterns.
        sink: The directory to write to; it is made if it is not there.
        format: ``"parquet"``, ``"jsonl"`` or ``"sqlite"``.
        compression: ``"none"``, ``"gzip"`` or ``"zstd"``; None: zstd for Parquet, none for
            JSON Lines. SQLite has none.
        rows_per_shard: Rows of a shard at most. Each archive has shards of its own.
        how: How each document is extracted.
        limits: Workers, and time and memory for them.
        reading: Columns of tables.
        quarantine: A directory for the bytes of documents that gave no article.
        duplicates: Fill ``duplicate_of``: the id of the first document with (nearly) the
            same body.
        site_memory: Learn first what stands on several pages of a host, and keep it out of
            the stories.
        engine: ``"local"``, ``"ray"`` or ``"spark"``; a run may go on with another one.
        restart: Remove what an earlier run wrote, and begin anew.
        report: Called after every few documents.

    Raises:
        FileNotFoundError: a source is not there.
        OtherRunError: the sink belongs to a run with other options, or is in use.
        MissingExtraError: a package is needed that is not installed.
        EngineError: the job on the cluster failed. Call again to go on.
        OSError: the output cannot be written (a full disk, say). Call again to go on.
    """
    names = source_names(sources)
    check(names)
    if format == "sqlite" and compression not in (None, "none"):
        raise ValueError("a SQLite database has no compression")
    how, reading = how or Extraction(), reading or Reading()
    order = Order(
        names,
        Path(sink),
        one_of("format", format, FORMATS),
        compression and one_of("compression", compression, COMPRESSIONS),
        rows_per_shard,
        dataclasses.replace(reading, max_bytes=how.max_bytes),
        Path(quarantine) if quarantine is not None else None,
        duplicates,
        site_memory,
    )
    make = Batch if one_of("engine", engine, ENGINES) == "local" else on_cluster(engine, format)
    if site_memory and how.extractor is not newsclean.extract:
        raise ValueError("site_memory goes with newsclean's own extractor")
    return _run(make, order, how, limits or Limits(), restart, report)


def on_cluster(engine: str, form: str) -> "type[Batch]":
    """The kind of batch that runs on a cluster."""
    from newsclean.batch.engines import cluster

    return cluster.batch_on(engine, form)


def _run(
    make: type["Batch"],
    order: Order,
    how: Extraction,
    limits: Limits,
    restart: bool,
    report: Callable[[Report], None] | None,
) -> Summary:
    state = State(order.out)
    sink: Sink | None = None
    try:
        sink = make_sink(order.form, order.out, state.temporary, order.compression)
        notes = Notes(state, sink)
        if restart:
            notes.forget()
            for name in state.shards:
                sink.remove(name)
            state.forget()
        began = how.now or datetime.datetime.now(datetime.UTC)
        now = state.begin(order.shaping(how), began.isoformat())
        notes.take()
        notes.forget()
        how = dataclasses.replace(how, now=datetime.datetime.fromisoformat(now))
        if order.site_memory:
            path = (state.directory / "sites.json").absolute()
            how = dataclasses.replace(how, extractor=learn(order.documents(), how, limits, path))
        summary = make(order, sink, state).run(how, limits, report)
        if order.duplicates:
            from newsclean.batch.duplicates import mark  # SQLite, only where it is needed

            summary.duplicates = mark(state, sink)
        return summary
    finally:
        if sink is not None:
            sink.close()
        state.close()


class Batch:
    """One run."""

    def __init__(self, order: Order, sink: Sink, state: State) -> None:
        self._order, self._sink, self._state = order, sink, state
        self._rows = order.rows_per_shard
        self._quarantine = Quarantine(order.quarantine) if order.quarantine else None
        self._shards = Shards(sink, state)
        self._progress = Progress()
        self._files_passed_over = Counter[str]()
        self._planned: list[str] = []
        self._report = Report()
        self._start = time.monotonic()

    def run(
        self, how: Extraction, limits: Limits, report: Callable[[Report], None] | None
    ) -> Summary:
        names = self._order.names
        leave_out = self._order.leave_out
        self._report.bytes_total = sum(one.size for one in find(names, Counter(), leave_out))
        found = find(names, self._files_passed_over, leave_out)
        pool = Pool(how, self._sink.pack, limits, self._sink.warm)
        try:
            for done in pool.run(self._jobs(units(found, self._rows))):
                self._take(done)
                if report is not None:
                    self._report.bytes_read = self._progress.position
                    self._report.seconds = time.monotonic() - self._start
                    report(self._report)
            for gone in {*self._state.units} - {*self._planned}:
                self._shards.remove_unit(gone)
        finally:
            pool.stop()
            self._shards.drop()
        return self._summary()

    def _jobs(self, planned: Iterator[Unit]) -> Iterator[tuple[OpenShard, Document]]:
        """The documents that are not yet done, each with its shard."""
        for unit in self._undone(planned):
            yield from self._unit_jobs(unit, unit.fingerprint)

    def _undone(self, planned: Iterator[Unit]) -> Iterator[Unit]:
        """The units that are not yet done. What was made of other input is removed."""
        for unit in planned:
            self._planned.append(unit.name)
            fingerprint = unit.fingerprint
            entry = self._state.units.get(unit.name)
            if entry is not None and entry.fingerprint == fingerprint:
                names = [unit.shard(n) for n in range(entry.parts)]
                if all(self._shards.is_done(name, fingerprint) for name in names):
                    self._skip(unit.size, names)
                    continue
            elif self._is_stale(unit.name, fingerprint):
                self._shards.remove_unit(unit.name)
            yield unit

    def _is_stale(self, unit: str, fingerprint: str) -> bool:
        return any(
            entry.unit == unit and entry.fingerprint != fingerprint
            for entry in self._state.shards.values()
        )

    def _skip(self, size: int, names: list[str]) -> None:
        self._report.bytes_total -= size
        for name in names:
            self._count_done(name)

    def _unit_jobs(self, unit: Unit, fingerprint: str) -> Iterator[tuple[OpenShard, Document]]:
        passed_over = Counter[str]()
        shard: OpenShard | None = None
        n = 0
        for document in unit.documents(self._order.reading, passed_over, self._progress):
            if n % self._rows == 0:
                if shard is not None:
                    self._shards.complete(shard)
                shard = self._begin(unit, n // self._rows, fingerprint)
            n += 1
            if shard is not None:
                shard.expected += 1
                yield shard, document
        if n == 0:  # an empty archive has an empty shard
            shard = self._begin(unit, 0, fingerprint)
        if shard is not None:
            self._shards.complete(shard)
        parts = max(1, -(-n // self._rows))
        self._state.add_unit(UnitEntry(unit.name, fingerprint, parts, passed_over))

    def _begin(self, unit: Unit, part: int, fingerprint: str) -> OpenShard | None:
        """The shard for a part of a unit; None if an earlier run made it."""
        name = unit.shard(part)
        if self._shards.is_done(name, fingerprint):
            self._count_done(name)
            return None
        return self._shards.begin(name, unit.name, fingerprint)

    def _count_done(self, name: str) -> None:
        self._report.done_before += self._state.shards[name].rows

    def _take(self, done: Done[OpenShard]) -> None:
        """Write the rows of some documents."""
        statuses = Counter(status for status, _ in done.packed.briefs)
        if self._quarantine is not None and FAILED & statuses.keys():
            for document, (status, _) in zip(done.documents, done.packed.briefs, strict=True):
                if status in FAILED:
                    self._quarantine.keep(document, status)
        self._report.done += len(done.documents)
        self._report.statuses += statuses
        self._shards.write(done.tag, done.packed)

    def _summary(self) -> Summary:
        summary = Summary(done_before=self._report.done_before)
        for entry in self._state.shards.values():
            summary.documents += entry.rows
            summary.statuses += entry.statuses
            summary.languages += entry.languages
        summary.shards = len(self._state.shards)
        summary.passed_over += self._files_passed_over
        for unit in self._state.units.values():
            summary.passed_over += unit.passed_over
        summary.seconds = round(time.monotonic() - self._start, 3)
        return summary
