"""What tasks on a cluster noted beside the shards that they made, moved to the journal."""

import json
import shutil
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from newsclean.batch.report import Report
from newsclean.batch.sink import Sink
from newsclean.batch.state import DIRECTORY, ShardEntry, State, UnitEntry


class Notes:
    """The directory that the tasks of a run work in.

    When it is removed, a task that still runs somewhere can publish nothing more.
    """

    def __init__(self, state: State, sink: Sink) -> None:
        self.directory = directory_of(state.out)
        self.splits: dict[str, int] = {}
        """Into how many tasks a unit was split."""
        self._state, self._sink = state, sink
        self._read: defaultdict[str, set[str]] = defaultdict(set)

    def take(self, report: Report | None = None) -> None:
        """Move the notes that are there to the journal."""
        for path in sorted(self.directory.glob("*.note")):
            line = json.loads(path.read_text("utf-8"))
            if "shard" in line:
                self._take_shard(line["shard"], report)
            else:
                self._take_unit(line["unit"], line["split"])
            path.unlink()

    def forget(self) -> None:
        """Remove the directory."""
        shutil.rmtree(self.directory, ignore_errors=True)

    def _take_shard(self, values: dict[str, Any], report: Report | None) -> None:
        values["statuses"] = Counter(values["statuses"])
        values["languages"] = Counter(values["languages"])
        entry = ShardEntry(**values)
        known = self._state.shards.get(entry.name)
        if known is not None and known.fingerprint == entry.fingerprint:
            if self._sink.has(known.name, known.size):
                return  # the note of another attempt
        elif report is not None:
            report.done += entry.rows
            report.statuses += entry.statuses
        self._state.add_shard(entry)

    def _take_unit(self, values: dict[str, Any], split: str) -> None:
        entry = UnitEntry(**{**values, "passed_over": Counter(values["passed_over"])})
        self._read[entry.unit].add(split)
        if len(self._read[entry.unit]) == self.splits.get(entry.unit):
            self._state.add_unit(entry)


def directory_of(out: Path) -> Path:
    """Where the tasks of a run in ``out`` leave their notes."""
    return out / DIRECTORY / "cluster"
