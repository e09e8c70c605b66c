"""The archive that the benchmark breaks on purpose is read with every record accounted for."""

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.batch_archive import Expected, make
from newsclean.batch import Extraction, documents, outcome_of
from tests.batch import poison
from tests.batch.archives import page

pytest.importorskip("fastwarc")


def test_every_record_is_accounted_for(tmp_path: Path) -> None:
    pages = [
        (f"https://news.example/{n}", page(n, f"{n} ferries were late. " * 200)) for n in range(7)
    ]
    path = tmp_path / "broken.warc.gz"
    expected = make(pages, path, 300)
    kinds = Counter(one.kind for one in expected)
    assert kinds.pop("page") == 270
    assert len(kinds) == 6
    lines = path.with_name(path.name + ".expected.jsonl").read_text().splitlines()
    assert [Expected(**json.loads(line)).offset for line in lines] == [e.offset for e in expected]

    how = Extraction(extractor=poison.extract)
    found = {one.offset: one for one in documents(path)}
    assert list(found) == [one.offset for one in expected]
    for one in expected:
        outcome = outcome_of(found[one.offset], how)
        assert outcome.error_type == one.error_type, one
        assert (outcome.status == "error") == (one.statuses == ("error",)), one
