"""A SQLite database, for those who want to query at once."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsclean.batch.document import Outcome
from newsclean.batch.rows import COLUMNS, clean, row_of
from newsclean.batch.sink.files import FileShard
from newsclean.batch.worker import Pack

FILE = "articles.sqlite"
_TYPES = {"int": "INTEGER", "long": "INTEGER", "bool": "INTEGER", "float": "REAL"}
_NESTED = tuple(n for n, shape in COLUMNS.items() if shape.kind in ("list", "struct", "by field"))
_QUERIED = ("status", "language", "published", "source_url", "url")


def pack(outcomes: Sequence[Outcome]) -> bytes:
    """Outcomes as lines, each a JSON array of the values of the table's columns."""
    return b"".join(_line(row_of(outcome)) for outcome in outcomes)


@contextlib.contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block or nothing. A full disk is the error that it is for files."""
    try:
        with connection:
            yield
    except sqlite3.Error as error:
        raise OSError(f"{FILE}: {error}") from error


def _line(row: dict[str, Any]) -> bytes:
    for name in _NESTED:
        if row[name] is not None:
            row[name] = json.dumps(row[name], ensure_ascii=False)
    try:
        return json.dumps(list(row.values()), ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(clean(list(row.values())), ensure_ascii=False).encode() + b"\n"


class SqliteShard:
    """The rows of a shard, gathered in a file and put into the table in one transaction."""

    def __init__(self, name: str, connection: sqlite3.Connection, temporary: Path) -> None:
        self._name, self._connection = name, connection
        self._spool = FileShard(Path(name), temporary)
        self._size = 0

    def write(self, data: bytes) -> None:
        """Add rows."""
        self._spool.write(data)

    def finish(self) -> int:
        """Rows are gathered; the size of what was."""
        self._size = self._spool.finish()
        return self._size

    def publish(self) -> None:
        """All rows and the name of the shard, or nothing."""
        marks = ",".join("?" * (len(COLUMNS) + 1))
        with _transaction(self._connection):
            self._connection.execute("DELETE FROM articles WHERE shard = ?", (self._name,))
            self._connection.executemany(f"INSERT INTO articles VALUES ({marks})", self._rows())
            self._connection.execute(
                "INSERT OR REPLACE INTO shards VALUES (?, ?)", (self._name, self._size)
            )
        self._spool.drop()

    def _rows(self) -> Iterator[list[Any]]:
        with self._spool.path.open("rb") as lines:
            for line in lines:
                yield [*json.loads(line), self._name]

    def drop(self) -> None:
        """Forget the rows."""
        self._spool.drop()


class SqliteSink:
    """A table ``articles`` with the columns of the schema, nested ones as JSON text, and the
    shard that a row came with."""

    def __init__(self, out: Path, temporary: Path) -> None:
        self.pack: Pack = pack
        self.warm: tuple[str, ...] = ()
        self._temporary = temporary
        self._connection = sqlite3.connect(out / FILE)
        columns = ", ".join(
            f'"{name}" {_TYPES.get(shape.kind, "TEXT")}' for name, shape in COLUMNS.items()
        )
        with _transaction(self._connection):
            self._connection.execute(
                f"CREATE TABLE IF NOT EXISTS articles ({columns}, shard TEXT, PRIMARY KEY (id))"
            )
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS shards (name TEXT PRIMARY KEY, size INTEGER)"
            )
            for name in (*_QUERIED, "shard"):
                self._connection.execute(
                    f"CREATE INDEX IF NOT EXISTS by_{name} ON articles ({name})"
                )

    def open(self, name: str) -> SqliteShard:
        """Begin a shard."""
        return SqliteShard(name, self._connection, self._temporary)

    def has(self, name: str, size: int) -> bool:
        """Whether the shard was put in as a whole."""
        found = self._connection.execute("SELECT size FROM shards WHERE name = ?", (name,))
        return bool(found.fetchone() == (size,))

    def remove(self, name: str) -> None:
        """Remove the shard's rows."""
        with _transaction(self._connection):
            self._connection.execute("DELETE FROM articles WHERE shard = ?", (name,))
            self._connection.execute("DELETE FROM shards WHERE name = ?", (name,))

    def rows(self, name: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Some columns of the rows of a shard."""
        names = ", ".join(f'"{column}"' for column in columns)
        yield from self._connection.execute(
            f"SELECT {names} FROM articles WHERE shard = ?", (name,)
        )

    def mark(self, name: str, found: Mapping[str, str]) -> None:
        """Set ``duplicate_of`` of the rows of a shard, by their ids."""
        with _transaction(self._connection):
            self._connection.execute(
                "UPDATE articles SET duplicate_of = NULL WHERE shard = ?", (name,)
            )
            self._connection.executemany(
                "UPDATE articles SET duplicate_of = ? WHERE id = ?",
                ((first, own) for own, first in found.items()),
            )

    def close(self) -> None:
        """Close the database."""
        self._connection.close()
