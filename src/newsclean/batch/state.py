"""What a run knows of itself on disk, so that the same command goes on after anything.

``OUT/_newsclean/`` holds ``run.json`` (the options that shape rows, and the moment that
relative dates count from), ``journal.jsonl`` (a line for each shard and each unit that is
done), ``lock`` and ``tmp/``. A shard is done if the journal names it and it is there in
the size that the journal says: the line is written before the shard gets its name.
"""

import contextlib
import json
import os
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from newsclean.errors import NewscleanError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

DIRECTORY = "_newsclean"


class OtherRunError(NewscleanError):
    """The output directory belongs to another run, or another run is at work in it."""


@dataclass
class ShardEntry:
    """A shard that is done."""

    name: str
    unit: str
    fingerprint: str
    size: int
    rows: int
    statuses: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


@dataclass
class UnitEntry:
    """A unit that was read to its end."""

    unit: str
    fingerprint: str
    parts: int
    passed_over: Counter[str] = field(default_factory=Counter)


class State:
    """The state directory of an output directory; closing it gives up the lock."""

    def __init__(self, out: Path) -> None:
        self.out = out
        out.mkdir(parents=True, exist_ok=True)
        self.directory = out / DIRECTORY
        self.directory.mkdir(exist_ok=True)
        self._lock = (self.directory / "lock").open("wb")
        if fcntl is not None:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self._lock.close()
                raise OtherRunError(f"another run is writing to {out}") from None
        self.temporary = self.directory / "tmp"
        shutil.rmtree(self.temporary, ignore_errors=True)
        self.temporary.mkdir()
        self.shards: dict[str, ShardEntry] = {}
        self.units: dict[str, UnitEntry] = {}
        self._load()
        self._journal: BinaryIO = (self.directory / "journal.jsonl").open("ab")
        # What a killed run left of a last line must not swallow the next one.
        self._journal.write(b"\n")

    def close(self) -> None:
        """Leave the directory to others."""
        shutil.rmtree(self.temporary, ignore_errors=True)
        with contextlib.suppress(OSError):  # a full disk
            self._journal.close()
        self._lock.close()

    def begin(self, options: dict[str, Any], now: str) -> str:
        """Hold ``options`` against those of the run that began here.

        The moment that relative dates count from: that of the first run, or ``now``.
        Raises OtherRunError where the options differ.
        """
        path = self.directory / "run.json"
        options = json.loads(json.dumps(options))
        with contextlib.suppress(FileNotFoundError):
            before = json.loads(path.read_text("utf-8"))
            differing = sorted(
                name
                for name in {*options, *before["options"]}
                if options.get(name) != before["options"].get(name)
            )
            if differing:
                raise OtherRunError(
                    f"{path.parent.parent} was made with other options ({', '.join(differing)}); "
                    "restart, or choose another directory"
                )
            return str(before["now"])
        part = path.with_suffix(".part")
        part.write_text(json.dumps({"options": options, "now": now}, indent=2), "utf-8")
        part.replace(path)
        return now

    def forget(self) -> None:
        """Begin anew: nothing is done."""
        self._journal.close()
        self._journal = (self.directory / "journal.jsonl").open("wb")
        for name in ("run.json", "sites.json"):
            (self.directory / name).unlink(missing_ok=True)
        self.shards.clear()
        self.units.clear()

    def add_shard(self, entry: ShardEntry) -> None:
        """Write down a shard that is about to get its name."""
        self.shards[entry.name] = entry
        self._write({"shard": vars(entry)})

    def add_unit(self, entry: UnitEntry) -> None:
        """Write down that a unit was read to its end."""
        self.units[entry.unit] = entry
        self._write({"unit": vars(entry)})

    def _write(self, line: dict[str, Any]) -> None:
        self._journal.write(json.dumps(line).encode() + b"\n")
        self._journal.flush()
        os.fsync(self._journal.fileno())

    def _load(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            for line in (self.directory / "journal.jsonl").read_bytes().splitlines():
                with contextlib.suppress(ValueError, KeyError, TypeError):  # a torn line
                    self._remember(json.loads(line))

    def _remember(self, line: dict[str, Any]) -> None:
        if "shard" in line:
            values = line["shard"]
            values["statuses"] = Counter(values["statuses"])
            values["languages"] = Counter(values["languages"])
            self.shards[values["name"]] = ShardEntry(**values)
        else:
            values = line["unit"]
            values["passed_over"] = Counter(values["passed_over"])
            self.units[values["unit"]] = UnitEntry(**values)
