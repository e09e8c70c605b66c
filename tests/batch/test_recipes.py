"""The recipes of ``docs/batch.md`` run, and give the rows of the seam itself."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.batch.archives import page

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from newsclean.batch import extract_batch  # noqa: E402

_DOCS = Path(__file__).parents[2] / "docs" / "batch.md"
_RECIPE = re.compile(r"<!-- recipe: (\w+) -->\n```python\n([^`]+)```")
RECIPES = dict(_RECIPE.findall(_DOCS.read_text("utf-8")))
PAGES = [{"id": f"page {n}", "data": page(n)} for n in range(12)]


def parquet(out: Path) -> list[dict[str, Any]]:
    files = sorted(out.glob("*.parquet"))
    return [row for path in files for row in pq.ParquetFile(path).read().to_pylist()]


def jsonl(out: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(out.rglob("*.jsonl.gz")):
        for line in gzip.decompress(path.read_bytes()).splitlines():
            row = json.loads(line)
            found.append({**row["metadata"], "text": row["text"]})
    return found


@pytest.mark.parametrize(
    ("name", "package", "read"),
    [
        pytest.param("ray", "ray", parquet, id="ray"),
        pytest.param("spark", "pyspark", parquet, id="spark"),
        pytest.param("dask", "dask.bag", parquet, id="dask"),
        pytest.param("datatrove", "orjson", jsonl, id="datatrove"),
    ],
)
def test_a_recipe_gives_the_rows_of_the_seam(
    name: str, package: str, read: Any, tmp_path: Path
) -> None:
    pytest.importorskip(package)
    pytest.importorskip(name if name != "spark" else "pyspark")
    if name == "spark" and shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java")
    table = pa.Table.from_pylist(PAGES)
    pq.write_table(table, tmp_path / "pages.parquet", row_group_size=4)
    (tmp_path / "pages").mkdir()
    lines = [{"id": one["id"], "html": one["data"].decode()} for one in PAGES]
    for n, part in enumerate((lines[:7], lines[7:])):
        text = "".join(json.dumps(line) + "\n" for line in part)
        (tmp_path / "pages" / f"{n}.jsonl").write_text(text)
    if name == "dask":
        (tmp_path / "out").mkdir()
    (tmp_path / "recipe.py").write_text(RECIPES[name], "utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        # Not a cluster that happens to run here, or did.
        "RAY_ADDRESS": "local",
        "RAY_USAGE_STATS_ENABLED": "0",
    }
    command = [sys.executable, "recipe.py"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr[-3000:]
    (batch,) = table.to_batches()
    expected = extract_batch(batch).to_pylist()
    found = sorted(read(tmp_path / "out"), key=lambda row: int(row["id"].split()[1]))
    for row in (*expected, *found):
        row.pop("elapsed_ms")
    assert found == expected


def test_every_recipe_is_tested() -> None:
    assert sorted(RECIPES) == ["dask", "datatrove", "ray", "spark"]
