"""Readers: archives of pages as streams of documents, one small module a format."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from newsclean.batch.document import Document, Failure
from newsclean.batch.options import Reading
from newsclean.batch.read.find import Input, find, missing
from newsclean.batch.read.nested import read_stream
from newsclean.batch.read.place import Place


def documents(
    sources: str | Path | Iterable[str | Path],
    reading: Reading | None = None,
    passed_over: Counter[str] | None = None,
) -> Iterator[Document]:
    """The documents of files, directories and patterns, one after the other.

    Args:
        sources: Paths or patterns such as ``"crawl/*.warc.gz"``.
        reading: Columns of tables, and the largest document that is read.
        passed_over: Counts what is no document (requests, redirects, pictures).

    Yields:
        Documents, always in the same order. What cannot be read is a document with a
        ``failure``.

    Raises:
        FileNotFoundError: a source is not there.
        MissingExtraError: a format needs a package that is not installed.
    """
    names = source_names(sources)
    check(names)
    counted = Counter[str]() if passed_over is None else passed_over
    for found in find(names, counted):
        yield from read_input(found, reading or Reading(), counted)


def read_input(
    found: Input, reading: Reading, passed_over: Counter[str], progress: "Progress | None" = None
) -> Iterator[Document]:
    """The documents of one file."""
    place = Place(found.path, reading, passed_over=passed_over)
    try:
        with open(found.path, "rb") as stream:
            if progress is not None:
                progress.stream = stream
            yield from read_stream(stream, place, found.form)
    except OSError as error:
        yield place.broken(*Failure.of(error))
    finally:
        if progress is not None:
            progress.add(found.size)


class Progress:
    """How many bytes of the input have been read."""

    def __init__(self) -> None:
        self.stream: BinaryIO | None = None
        self._before = 0

    def add(self, size: int) -> None:
        """A file of ``size`` bytes is done."""
        self.stream = None
        self._before += size

    @property
    def position(self) -> int:
        """Bytes of the files that are done, and of the one at hand."""
        if self.stream is None or self.stream.closed:
            return self._before
        return self._before + self.stream.tell()


def source_names(sources: str | Path | Iterable[str | Path]) -> tuple[str, ...]:
    """Sources as the strings that ids begin with."""
    several: Sequence[str | Path] | Iterable[str | Path]
    several = [sources] if isinstance(sources, (str, Path)) else sources
    return tuple(os.fspath(source) for source in several)


def check(names: Sequence[str]) -> None:
    """Raise FileNotFoundError if one of ``names`` names nothing."""
    if lost := missing(names):
        raise FileNotFoundError(f"there is no {', '.join(lost)}")
