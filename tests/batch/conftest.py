"""A directory of pages, and the rows that an undisturbed run makes of it."""

from pathlib import Path
from typing import Any

import pytest

from tests.batch.runs import BAD, TEXTS, batch, directory, rows


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return directory(tmp_path_factory.mktemp("pages"), TEXTS | BAD)


@pytest.fixture(scope="session")
def plain(source: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    out = tmp_path_factory.mktemp("plain")
    batch(source, out)
    return rows(out)
