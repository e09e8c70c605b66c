"""A corpus of two invented pages, and a stand-in for newsclean."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import options, peers, run
from benchmarks.documents import Document
from benchmarks.output import Output

BODY = "The ferry sailed at noon from the old pier."


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A directory with an aeb clone of two pages."""
    base = tmp_path / "corpora" / "article-extraction-benchmark"
    (base / "html").mkdir(parents=True)
    (base / "ground-truth.json").write_text(
        json.dumps({key: {"articleBody": BODY} for key in ("k1", "k2")})
    )
    for key in ("k1", "k2"):
        page = f"<html><body><nav>Menu {key}</nav><p>{BODY}</p></body></html>"
        (base / "html" / f"{key}.html.gz").write_bytes(gzip.compress(page.encode()))
    return tmp_path / "corpora"


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Document], Output]], None]:
    """Puts a function in newsclean's place."""

    def install(answer: Callable[[Document], Output]) -> None:
        tool = replace(peers.NEWSCLEAN, make=lambda: lambda document, source: answer(document))
        monkeypatch.setitem(peers.TOOLS, "newsclean", tool)
        monkeypatch.setattr(options, "NEWSCLEAN", tool)
        monkeypatch.setattr("benchmarks.gate.NEWSCLEAN", tool)
        run._extractor.cache_clear()

    yield install
    run._extractor.cache_clear()
