"""Rows on their way into shards."""

from collections import Counter
from dataclasses import dataclass, field

from newsclean.batch.sink import Shard, Sink
from newsclean.batch.state import ShardEntry, State
from newsclean.batch.worker import Packed


@dataclass(eq=False)
class OpenShard:
    """A shard whose rows are not all there yet."""

    name: str
    unit: str
    fingerprint: str
    writer: Shard
    expected: int = 0
    """Documents that were sent to it."""
    written: int = 0
    complete: bool = False
    """No more documents will be sent."""
    statuses: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)


class Shards:
    """The shards that are being written."""

    def __init__(self, sink: Sink, state: State) -> None:
        self._sink, self._state = sink, state
        self._open: set[OpenShard] = set()

    def begin(self, name: str, unit: str, fingerprint: str) -> OpenShard:
        """A new shard under a temporary name."""
        shard = OpenShard(name, unit, fingerprint, self._sink.open(name))
        self._open.add(shard)
        return shard

    def is_done(self, name: str, fingerprint: str) -> bool:
        """Whether a shard is there, made from the same input."""
        entry = self._state.shards.get(name)
        return (
            entry is not None
            and entry.fingerprint == fingerprint
            and self._sink.has(name, entry.size)
        )

    def write(self, shard: OpenShard, rows: Packed) -> None:
        """Rows for a shard; the last ones publish it."""
        shard.writer.write(rows.data)
        shard.written += len(rows.briefs)
        for status, language in rows.briefs:
            shard.statuses[status] += 1
            shard.languages[language or "unknown"] += 1
        self._publish_if_whole(shard)

    def complete(self, shard: OpenShard) -> None:
        """No more documents will be sent to ``shard``."""
        shard.complete = True
        self._publish_if_whole(shard)

    def _publish_if_whole(self, shard: OpenShard) -> None:
        if not shard.complete or shard.written < shard.expected:
            return
        size = shard.writer.finish()
        entry = ShardEntry(
            shard.name,
            shard.unit,
            shard.fingerprint,
            size,
            shard.written,
            shard.statuses,
            shard.languages,
        )
        self._state.add_shard(entry)
        shard.writer.publish()
        self._open.discard(shard)

    def remove_unit(self, unit: str) -> None:
        """Remove what was published of a unit that has changed or is gone."""
        for name in [n for n, entry in self._state.shards.items() if entry.unit == unit]:
            self._sink.remove(name)
            del self._state.shards[name]
        self._state.units.pop(unit, None)

    def drop(self) -> None:
        """Forget what is not whole."""
        for shard in self._open:
            shard.writer.drop()
        self._open.clear()
