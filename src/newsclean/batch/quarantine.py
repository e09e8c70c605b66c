"""The bytes of documents that gave no article, kept for a look."""

import hashlib
import json
from pathlib import Path

from newsclean.batch.document import Document


class Quarantine:
    """A directory with two files for each bad document: its bytes, and what was wrong."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self._directory = directory

    def keep(self, document: Document, status: str) -> None:
        """Keep ``document``. Kept again, it is in the same files."""
        name = hashlib.sha256(document.id.encode("utf-8", "replace")).hexdigest()[:32]
        data = document.data
        if isinstance(data, str):
            data = data.encode("utf-8", "replace")
        facts = {
            "id": document.id,
            "status": status,
            "url": document.url,
            "record_id": document.record_id,
            "bytes": len(data),
        }
        for suffix, content in (
            (".bin", data),
            (".json", json.dumps(facts, indent=2).encode()),
        ):
            part = self._directory / f"{name}.part"
            part.write_bytes(content)
            part.replace(self._directory / (name + suffix))
