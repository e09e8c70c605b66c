"""What workers share: it is loaded once, in the process that they are forked from."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.archives import zip_of
from tests.batch.runs import rows

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_pyarrow_is_shared_where_rows_go_to_arrow(tmp_path: Path, form: str) -> None:
    pytest.importorskip("pyarrow")
    # No worker imports this module: it is there if the process that forked it had it.
    text = b"LOADED newsclean.batch.warm_arrow"
    source, out = zip_of(tmp_path / "a.zip", {"a.txt": text}), tmp_path / "out"
    subprocess.run(
        [sys.executable, "-m", "tests.batch.killed", str(source), str(out), form],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])},
        check=True,
    )
    (row,) = rows(out)
    assert row["text"] == str(form == "parquet")
