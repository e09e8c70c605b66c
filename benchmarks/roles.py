"""``roles``: are dropped blocks called what a reader would call them?

``roles.jsonl`` holds, for blocks of the corpora's pages that are no story, the roles that a
reader would agree with, most fitting first. A block is found again by the hash of its text:
the nearest to where it once stood, so that a changed reading of the page loses no label.

The labels fall into two halves by publisher: errors of ``dev`` may be read, ``held`` is to be
measured only.
"""

import argparse
import hashlib
import json
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.documents import Document
from benchmarks.loaders import load
from benchmarks.options import corpora_root
from benchmarks.own import FOLD_WEIGHTS
from training.folds import fold_of_document, publisher_of_document

LABELS = Path(__file__).parent / "roles.jsonl"
HALVES = ("dev", "held")


@dataclass(frozen=True)
class RoleLabel:
    """What a reader calls a block."""

    corpus: str
    document: str
    block: int
    """Index of the block when it was labelled."""
    hash: str
    """:func:`hash_of` its text."""
    language: str
    roles: tuple[str, ...]
    """The roles that a reader would agree with, most fitting first."""


@dataclass(frozen=True)
class Naming:
    """A labelled block and the role that newsclean gives it."""

    label: RoleLabel
    half: str
    given: str | None
    """None where the page no longer has a block of this text."""
    reason: str = ""
    text: str = ""

    @property
    def right(self) -> bool:
        """Would a reader agree?"""
        return self.given in self.label.roles


def hash_of(text: str) -> str:
    """A short hash of a block's text, white space folded."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def half_of(document: Document) -> str:
    """The half that a page's labels belong to: one publisher's are all in one."""
    return HALVES[zlib.crc32(f"half {publisher_of_document(document)}".encode()) % 2]


def read_labels(path: Path = LABELS) -> tuple[RoleLabel, ...]:
    """The labels of a file, in its order."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return tuple(
        RoleLabel(
            row["corpus"],
            row["id"],
            row["block"],
            row["hash"],
            row["language"],
            tuple(row["roles"]),
        )
        for row in rows
    )


def find_block(label: RoleLabel, texts: Sequence[str]) -> int | None:
    """The index of the labelled block among a page's ``texts``: of those that are equal the
    nearest to where it stood, None where there is none."""
    found = [i for i, text in enumerate(texts) if hash_of(text) == label.hash]
    return min(found, key=lambda i: abs(i - label.block), default=None)


def name_blocks(document: Document, labels: Iterable[RoleLabel]) -> list[Naming]:
    """The labelled blocks of one page with the roles that newsclean gives them, out of fold."""
    import newsclean
    from newsclean import weights

    with weights.using(FOLD_WEIGHTS / str(fold_of_document(document))):
        blocks = newsclean.label(document.source, url=document.url, kind=document.kind)
    texts = [block.text for block in blocks]
    namings = []
    for label in labels:
        at = find_block(label, texts)
        if at is None:
            namings.append(Naming(label, half_of(document), None))
            continue
        block = blocks[at]
        given = block.role.value
        namings.append(Naming(label, half_of(document), given, block.reason, block.text))
    return namings


def measure(documents: Iterable[Document], labels: Iterable[RoleLabel]) -> list[Naming]:
    """The labelled blocks of ``documents``, in the documents' order."""
    by_page: dict[tuple[str, str], list[RoleLabel]] = defaultdict(list)
    for label in labels:
        by_page[label.corpus, label.document].append(label)
    namings = []
    for document in documents:
        of_page = by_page.get((document.corpus, document.id))
        if of_page:
            namings += name_blocks(document, of_page)
    return namings


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--labels", type=Path, default=LABELS, help="another file of labels")
    parser.add_argument("--half", choices=HALVES, help="measure one half of the labels")
    parser.add_argument(
        "--misses", action="store_true", help="list the misses of dev with text and reason"
    )


def main(options: argparse.Namespace) -> int:
    """Prints the report; the exit code is 1 where there is nothing to measure."""
    labels = read_labels(options.labels)
    wanted = options.corpus or tuple(dict.fromkeys(label.corpus for label in labels))
    corpora = load(corpora_root(options), wanted, flat=False, limit=options.limit)
    for name in corpora.missing:
        print(f"Missing, left out: the corpus {name}")
    namings = measure(corpora.documents, labels)
    if options.half:
        namings = [naming for naming in namings if naming.half == options.half]
    if not namings:
        print("Nothing to measure.")
        return 1
    print(report(namings))
    if options.misses:
        for naming in namings:
            if not naming.right and naming.half == HALVES[0]:
                print(miss(naming))
    return 0


def report(namings: Sequence[Naming]) -> str:
    """Accuracy over all, by half, role and language, and what misses were taken for."""
    found = [naming for naming in namings if naming.given is not None]
    lines = [f"accuracy {_share(found)}"]
    if len(found) < len(namings):
        lines.append(f"no longer on their pages: {len(namings) - len(found)}")
    for half in HALVES:
        of_half = [naming for naming in found if naming.half == half]
        if of_half:
            lines.append(f"  {half:<5} {_share(of_half)}")
    lines += _table("by role", found, lambda naming: naming.label.roles[0])
    lines += _table("by language", found, lambda naming: naming.label.language)
    pairs = Counter((n.label.roles[0], n.given) for n in found if not n.right)
    lines += ["", "misses: what it is, what it was taken for"]
    lines += [
        f"  {count:>3}  {role} -> {given}"
        for (role, given), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "\n".join(lines)


def _table(title: str, namings: Sequence[Naming], key: Any) -> list[str]:
    groups: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        groups[key(naming)].append(naming)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return ["", title, *(f"  {name:<15} {_share(group)}" for name, group in ordered)]


def _share(namings: Sequence[Naming]) -> str:
    right = sum(naming.right for naming in namings)
    return f"{right / len(namings):.3f}  ({right} of {len(namings)})" if namings else "–"


def miss(naming: Naming) -> str:
    """A miss in two lines."""
    label = naming.label
    where = f"{label.corpus} {label.document} {label.block} {label.language}"
    text = " ".join(naming.text.split())[:160]
    return f"\n{where}: {' / '.join(label.roles)} -> {naming.given} ({naming.reason})\n  {text}"
