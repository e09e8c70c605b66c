"""``extract_many``: an iterable of pages through the pool."""

import atexit
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from newsclean.batch.document import Document, Failure, Outcome
from newsclean.batch.options import Extraction, Limits
from newsclean.batch.pool import Pool

Page: TypeAlias = Document | bytes | str | Path

# Outcomes that may wait for one that is slow, where order is kept: enough for thirty
# seconds of one document at sixty others a second.
_WINDOW = 2000


def extract_many(
    pages: Iterable[Page],
    *,
    ordered: bool = True,
    how: Extraction | None = None,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """The outcome of each page, exactly one, worked out in several processes.

    Args:
        pages: Pages: bytes, ``str``, a path to read, or a :class:`Document`. A page that is
            no Document gets its path or its number, from 0, as its ``id``. The iterable is
            read only as far as the workers have got.
        ordered: Outcomes in the order of the pages; else as they are done.
        how: How each document is extracted.
        limits: Workers, and time and memory for them.

    Yields:
        Outcomes. A page that fails, hangs or crashes its worker is one too.

    Raises:
        TypeError: ``pages`` holds something else.
        MissingExtraError: pebble is not installed.
        PoolError: no worker can be started.

    Since workers are new processes, a script that calls this needs the usual
    ``if __name__ == "__main__":``.
    """
    with Pool(how or Extraction(), _as_list, limits or Limits()) as pool:
        documents = (_document(n, page) for n, page in enumerate(pages))
        yield from (_in_order if ordered else _as_done)(pool, documents)


_kept: dict[tuple[Extraction, Limits], Pool] = {}


def kept_outcomes(documents: Iterable[Document], how: Extraction, limits: Limits) -> list[Outcome]:
    """The outcomes of ``documents``, in order, from a pool that lives as long as this process."""
    pool = _kept.get((how, limits))
    if pool is None:
        pool = _kept[how, limits] = Pool(how, _as_list, limits)
        atexit.register(pool.stop)
    return list(_in_order(pool, documents))


def _as_list(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return list(outcomes)


def _as_done(pool: Pool, documents: Iterable[Document]) -> Iterator[Outcome]:
    for done in pool.run((None, document) for document in documents):
        yield from done.packed.data


def _in_order(pool: Pool, documents: Iterable[Document]) -> Iterator[Outcome]:
    numbers: dict[int, int] = {}  # by identity: ids are the caller's and may repeat
    waiting: dict[int, Outcome] = {}

    def jobs() -> Iterator[tuple[None, Document]]:
        for n, document in enumerate(documents):
            numbers[id(document)] = n
            yield None, document

    due = 0
    for done in pool.run(jobs(), hold=lambda: len(waiting) >= _WINDOW):
        for document, outcome in zip(done.documents, done.packed.data, strict=True):
            waiting[numbers.pop(id(document))] = outcome
        while due in waiting:
            yield waiting.pop(due)
            due += 1


def _document(n: int, page: Page) -> Document:
    if isinstance(page, Document):
        return page._replace()  # an object of its own, should the same come twice
    if isinstance(page, (bytes, str)):
        return Document(str(n), page)
    if isinstance(page, Path):
        try:
            return Document(str(page), page.read_bytes(), source=str(page))
        except OSError as error:
            return Document(str(page), source=str(page), failure=Failure.of(error))
    raise TypeError(
        f"pages must be bytes, str, pathlib.Path or Document, not {type(page).__name__}"
    )
