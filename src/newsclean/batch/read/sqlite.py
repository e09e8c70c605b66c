"""SQLite databases."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.read.columns import Columns
from newsclean.batch.read.place import Place


def read_sqlite(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """A document a row of a table, in the order of its rows."""
    name = getattr(stream, "name", None)
    if isinstance(name, str) and name == place.source and not place.member:
        yield from _rows(Path(name), place)
        return
    with tempfile.NamedTemporaryFile(suffix=".sqlite") as copy:
        while block := stream.read(1 << 20):
            copy.write(block)
        copy.flush()
        yield from _rows(Path(copy.name), place)


def _rows(path: Path, place: Place) -> Iterator[Document]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        # A column of text may hold bytes of any charset; the extractor decodes pages.
        connection.text_factory = bytes
        table = _table(connection, place)
        names = [
            name.decode()
            for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        ]
        columns = Columns(place.options)
        wanted = columns.wanted(names)
        listed = ", ".join(_quoted(name) for name in wanted)
        for n, values in enumerate(connection.execute(f"SELECT {listed} FROM {_quoted(table)}")):
            row = dict(zip(wanted, values, strict=True))
            yield columns.document(row, n, place)


def _table(connection: sqlite3.Connection, place: Place) -> str:
    query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
    names = [name.decode() for (name,) in connection.execute(query)]
    names = [name for name in names if not name.startswith("sqlite_")]
    chosen = place.options.table
    if chosen is not None:
        if chosen not in names:
            raise ValueError(f"no table {chosen!r}; there are {', '.join(names)}")
        return chosen
    if len(names) != 1:
        raise ValueError(f"{len(names)} tables ({', '.join(names)}): name one")
    return str(names[0])


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
