"""Names that have come before, in bounded memory."""

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# Names that are kept in memory: 10 MB. More go to a temporary database, which takes ten
# times as long for each, and 8 MB.
_IN_MEMORY = 100_000
_CACHE_KB = 8000


class Seen:
    """The names of an archive's members, or of files, of which there may be many millions."""

    def __init__(self, in_memory: int = _IN_MEMORY) -> None:
        self._in_memory = in_memory
        self._keys: set[int] = set()
        self._database: sqlite3.Connection | None = None

    def add(self, name: str) -> bool:
        """Whether ``name`` is new; it is not from now on."""
        digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        key = int.from_bytes(digest, "big", signed=True)
        if self._database is not None:
            return self._put(key)
        if key in self._keys:
            return False
        self._keys.add(key)
        if len(self._keys) > self._in_memory:
            self._spill()
        return True

    def _spill(self) -> None:
        import sqlite3  # only where it is needed

        # The name "" is that of a file that SQLite makes in the directory for temporary
        # files, and that is gone when the connection is.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for statement in (
            "PRAGMA journal_mode = OFF",
            f"PRAGMA cache_size = -{_CACHE_KB}",
            "CREATE TABLE seen (key INTEGER PRIMARY KEY)",
            "BEGIN",
        ):
            self._database.execute(statement)
        for key in sorted(self._keys):
            self._put(key)
        self._keys.clear()

    def _put(self, key: int) -> bool:
        assert self._database is not None
        done = self._database.execute("INSERT OR IGNORE INTO seen VALUES (?)", (key,))
        return done.rowcount == 1
