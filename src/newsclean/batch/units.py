"""Input files grouped into units, each of which makes shards of its own."""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsclean.batch.document import Document
from newsclean.batch.options import Reading
from newsclean.batch.read import Progress, read_input
from newsclean.batch.read.find import Input
from newsclean.batch.read.formats import PAGES

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """An archive, or some files of one page each."""

    name: str
    """The beginning of the names of its shards."""
    inputs: tuple[Input, ...]

    def shard(self, part: int) -> str:
        """The name of one of its shards. Gathered pages have just one."""
        return self.name if not self.has_parts and not part else f"{self.name}-{part:05d}"

    @property
    def has_parts(self) -> bool:
        """Whether it may make several shards: gathered pages are no more than one."""
        return self.inputs[0].form.name not in PAGES

    @property
    def fingerprint(self) -> str:
        """Changes when a file of it is another one, or was written to."""
        digest = hashlib.sha256()
        for one in self.inputs:
            digest.update(os.fsencode(f"{one.path}\0{one.size}\0{one.modified_ns}\n"))
        return digest.hexdigest()[:32]

    def documents(
        self, reading: Reading, passed_over: Counter[str], progress: Progress
    ) -> Iterator[Document]:
        """Its documents, always in the same order."""
        for one in self.inputs:
            yield from read_input(one, reading, passed_over, progress)

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(one.size for one in self.inputs)


def units(inputs: Iterable[Input], rows_per_shard: int) -> Iterator[Unit]:
    """Each archive is a unit; files of one page are gathered to a shard's number of them."""
    loose: list[Input] = []
    groups = 0
    for one in inputs:
        if one.form.name not in PAGES:
            yield Unit(_name(one.path), (one,))
            continue
        loose.append(one)
        if len(loose) == rows_per_shard:
            yield Unit(f"pages-{groups:05d}", tuple(loose))
            loose, groups = [], groups + 1
    if loose:
        yield Unit(f"pages-{groups:05d}", tuple(loose))


def _name(path: str) -> str:
    """A name that is safe in every file system, and that no other path has."""
    stem = _UNSAFE.sub("_", os.path.basename(path))[:80]
    return f"{stem}-{hashlib.sha256(os.fsencode(path)).hexdigest()[:8]}"
