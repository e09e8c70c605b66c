"""What a run was asked to make."""

import dataclasses
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import newsclean
from newsclean.batch.document import Document
from newsclean.batch.needs import need
from newsclean.batch.options import Extraction, Reading
from newsclean.batch.read import read_input
from newsclean.batch.read.find import find


@dataclass(frozen=True)
class Order:
    """What was asked for."""

    names: tuple[str, ...]
    out: Path
    form: str
    compression: str | None
    rows_per_shard: int
    reading: Reading
    quarantine: Path | None
    duplicates: bool = False
    site_memory: bool = False

    def __post_init__(self) -> None:
        if self.rows_per_shard < 1:
            raise ValueError(f"rows_per_shard must be above 0, not {self.rows_per_shard!r}")
        if self.duplicates:
            need("rensa", "rensa", "duplicates")

    @property
    def leave_out(self) -> list[Path]:
        """Directories that are no sources, should they stand in one."""
        return [path for path in (self.out, self.quarantine) if path]

    def documents(self) -> Iterator[Document]:
        """The documents of all sources, one after the other."""
        for found in find(self.names, Counter(), self.leave_out):
            yield from read_input(found, self.reading, Counter())

    def shaping(self, how: Extraction) -> dict[str, Any]:
        """The options that rows and shards depend on."""
        return {
            "newsclean": newsclean.__version__,
            "sources": self.names,
            "format": self.form,
            "compression": self.compression,
            "rows_per_shard": self.rows_per_shard,
            "kind": how.kind,
            "language": how.language,
            "duplicates": self.duplicates,
            "site_memory": self.site_memory,
            "now": how.now and how.now.isoformat(),
            "extractor": f"{how.extractor.__module__}:{how.extractor.__qualname__}",
            **dataclasses.asdict(self.reading),
        }
