"""Reading WARC files in tests."""

from collections import Counter
from pathlib import Path

from newsclean.batch import Document, Reading, documents
from tests.batch.archives import record_id, response

RECORDS = [response(n) for n in range(5)]


def read(
    path: Path, data: bytes, name: str = "a.warc.gz", max_bytes: int = 20_000_000
) -> tuple[list[Document], Counter[str]]:
    file = path / name
    file.write_bytes(data)
    passed_over = Counter[str]()
    return list(documents(file, Reading(max_bytes=max_bytes), passed_over)), passed_over


def shape(found: list[Document]) -> list[str]:
    """``"2"`` for the whole page 2, ``"BadRecord 2"`` for what is left of it."""
    ids = {record_id(n): str(n) for n in range(30)}
    return [
        " ".join(
            filter(
                None, [one.failure and one.failure.error_type, ids.get(one.record_id or "", "?")]
            )
        )
        for one in found
    ]
