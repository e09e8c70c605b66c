"""Which bodies are alike, in a temporary database: memory does not grow with the batch."""

import contextlib
import sqlite3
import struct
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsclean.batch.duplicates.shards import Brief

# Bodies are alike from this share of common shingles on. A story of 400 words that differs
# in eight words, far from each other, has .8.
_ALIKE = 0.8
# Locality-sensitive hashing: bodies that agree in one of 25 bands of five numbers are held
# against each other. Of those with a likeness of .8 all but one in 20,000 are found.
_BANDS, _ROWS = 25, 5
_BAND = struct.Struct(f"={_ROWS}I")
_TABLES = """
CREATE TABLE rows (n INTEGER PRIMARY KEY, shard TEXT, source TEXT, place INTEGER, id TEXT,
                   digest BLOB, signature BLOB, was TEXT, same TEXT);
CREATE TABLE digests (digest BLOB PRIMARY KEY, n INTEGER) WITHOUT ROWID;
CREATE TABLE bands (band BLOB, n INTEGER, PRIMARY KEY (band, n)) WITHOUT ROWID;
"""


class Index:
    """Rows by the signatures of their bodies."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._path = path
        self._db = sqlite3.connect(path, isolation_level=None)
        # It is made anew by every run: nothing of it must survive one.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -64000"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.executescript(_TABLES)

    def add(self, shard: str, rows: Iterable[tuple[Brief, bytes | None, bytes | None]]) -> None:
        """Take in the rows of a shard."""
        with self._transaction():
            self._db.executemany(
                "INSERT INTO rows VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, NULL)",
                (
                    (shard, row.source, row.offset, row.id, digest, signature, row.duplicate_of)
                    for row, digest, signature in rows
                ),
            )

    def compare(self) -> None:
        """Find for every row the first that it is like."""
        ordered = self._db.execute(
            "SELECT n, digest, signature FROM rows WHERE digest IS NOT NULL "
            "ORDER BY source, place, id"
        )
        with self._transaction():
            for n, digest, signature in ordered:
                first = self._first(digest, signature)
                if first is not None:
                    self._db.execute(
                        "UPDATE rows SET same = (SELECT id FROM rows WHERE n = ?) WHERE n = ?",
                        (first, n),
                    )
                else:
                    self._take(n, digest, signature)
            self._db.execute("CREATE INDEX by_shard ON rows (shard)")

    def _first(self, digest: bytes, signature: bytes | None) -> int | None:
        """The row that the body is like, if there is one; of several the most alike."""
        found = self._db.execute("SELECT n FROM digests WHERE digest = ?", (digest,)).fetchone()
        if found is not None or signature is None:
            return None if found is None else int(found[0])
        marks = ",".join("?" * _BANDS)
        candidates = self._db.execute(
            f"SELECT n, source, place, id, signature FROM rows WHERE n IN "
            f"(SELECT n FROM bands WHERE band IN ({marks})) ORDER BY source, place, id",
            _bands(signature),
        )
        best, best_likeness = None, _ALIKE
        own = array("I", signature)
        for n, _, _, _, other in candidates:
            equal = sum(a == b for a, b in zip(own, array("I", other), strict=True))
            likeness = equal / len(own)
            if likeness > best_likeness or (best is None and likeness >= _ALIKE):
                best, best_likeness = int(n), likeness
        return best

    def _take(self, n: int, digest: bytes, signature: bytes | None) -> None:
        """Remember a row that is like none before it."""
        self._db.execute("INSERT INTO digests VALUES (?, ?)", (digest, n))
        if signature is not None:
            self._db.executemany(
                "INSERT OR IGNORE INTO bands VALUES (?, ?)",
                [(band, n) for band in _bands(signature)],
            )

    def has_changed(self, shard: str) -> bool:
        """Whether rows of a shard say something else than what was found."""
        query = "SELECT 1 FROM rows WHERE shard = ? AND was IS NOT same LIMIT 1"
        return self._db.execute(query, (shard,)).fetchone() is not None

    def found(self, shard: str) -> dict[str, str]:
        """The ids of a shard's duplicates, each with that of the first."""
        query = "SELECT id, same FROM rows WHERE shard = ? AND same IS NOT NULL"
        return dict(self._db.execute(query, (shard,)))

    def count(self) -> int:
        """How many rows are duplicates."""
        return int(self._db.execute("SELECT count(same) FROM rows").fetchone()[0])

    def close(self) -> None:
        """Remove the database."""
        self._db.close()
        self._path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._db.execute("BEGIN")
            yield
            self._db.execute("COMMIT")
        except sqlite3.Error as error:  # a full disk
            raise OSError(f"{self._path.name}: {error}") from error


def _bands(signature: bytes) -> list[bytes]:
    """Keys of the bands: their number, and the numbers in them."""
    size = _BAND.size
    return [bytes([i]) + signature[i * size : (i + 1) * size] for i in range(_BANDS)]
