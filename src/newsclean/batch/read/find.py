"""From what the user named to files, in an order that is always the same."""

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsclean.batch.read.formats import SNIFFED, Format, format_by_head, format_by_name
from newsclean.batch.read.seen import Seen

_PATTERN = frozenset("*?[")


class Input(NamedTuple):
    """A file to be read."""

    path: str
    """As the user named it, or the directory that holds it."""
    form: Format
    size: int
    modified_ns: int


def find(
    sources: Sequence[str], passed_over: Counter[str], leave_out: Iterable[Path] = ()
) -> Iterator[Input]:
    """The files of ``sources``: files, directories and patterns. Each file comes once.

    In directories, hidden files and directories, those in ``leave_out`` and files that are
    neither pages nor archives are passed over, and the last are counted.

    Raises FileNotFoundError for a source that is not there.
    """
    hidden = {os.path.realpath(path) for path in leave_out}
    seen = Seen()
    for source in sources:
        for path, named in _paths(source, hidden):
            if len(sources) > 1 and not seen.add(os.path.realpath(path)):
                continue
            found = _input(path, named)
            if found is not None:
                yield found
            else:
                passed_over["file: not a page by its name or its beginning"] += 1


def missing(sources: Sequence[str]) -> list[str]:
    """Those of ``sources`` that name nothing."""
    return [one for one in sources if next(_paths(one, set(), check=True), None) is None]


def _paths(source: str, hidden: set[str], *, check: bool = False) -> Iterator[tuple[str, bool]]:
    """Paths of files, and whether the user named the file itself."""
    if os.path.isdir(source):
        yield from [(source, False)] if check else ((p, False) for p in _walk(source, hidden))
    elif os.path.exists(source):
        yield source, True
    elif _PATTERN & set(source):
        for path in sorted(glob.iglob(source, recursive=True)):
            if os.path.isfile(path):
                yield path, True


def _walk(directory: str, hidden: set[str]) -> Iterator[str]:
    try:
        with os.scandir(directory) as entries:
            # A directory may hold millions of files: nothing but their names is kept.
            directories = set[str]()
            names = []
            for entry in entries:
                names.append(entry.name)
                if entry.is_dir():
                    directories.add(entry.name)
            names.sort()
    except OSError:  # not ours to read
        return
    for name in names:
        path = os.path.join(directory, name)
        if name.startswith(".") or (hidden and os.path.realpath(path) in hidden):
            continue
        if name in directories:
            if not os.path.islink(path):  # a link may lead into a circle
                yield from _walk(path, hidden)
        else:
            yield path


def _input(path: str, named: bool) -> Input | None:
    try:
        facts = os.stat(path)
    except OSError:
        facts = None
    form = format_by_name(path)
    if form is None:
        try:
            with open(path, "rb") as file:
                form = format_by_head(file.read(SNIFFED))
        except OSError:
            form = Format("page") if named else None
    if form is None and named:
        form = Format("page")
    if form is None:
        return None
    if facts is None:
        return Input(path, form, 0, 0)
    return Input(path, form, facts.st_size, facts.st_mtime_ns)
