"""Ray and Spark, for real on this machine: what they write is what the local engine writes."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean.batch import Extraction, Limits
from newsclean.batch.engines import EngineError
from newsclean.batch.local import Report
from newsclean.cli import main
from tests.batch.archives import page, zip_of
from tests.batch.engines import killer
from tests.batch.runs import BAD, TEXTS, batch, directory, rows, shards

pytest.importorskip("pyarrow")

LIMITS = Limits(workers=2, timeout=2.0, memory_mb=400)


def ray_here() -> Any:
    """Ray on two processors of this machine."""
    ray = pytest.importorskip("ray")
    ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False)
    return ray.shutdown


def spark_here() -> Any:
    """Spark with two workers on this machine."""
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for end in ("bindAddress", "host"):
        builder = builder.config(f"spark.driver.{end}", "127.0.0.1")
    return builder.getOrCreate().stop


@pytest.fixture(scope="module", params=["ray", "spark"])
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """An engine that is kept for all tests, since it takes seconds to start."""
    with pytest.MonkeyPatch.context() as patch:
        # Workers import the extractor of the tests.
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        stop = {"ray": ray_here, "spark": spark_here}[request.param]()
        yield request.param
        stop()


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"format": "parquet", "rows_per_shard": 10}, id="parquet"),
        pytest.param({"format": "jsonl", "compression": "zstd", "rows_per_shard": 7}, id="zstd"),
    ],
)
def test_the_same_rows_and_shards_as_local(
    engine: str, tmp_path: Path, options: dict[str, Any]
) -> None:
    source = directory(tmp_path / "in", TEXTS | BAD | {"94.txt": b"SLEEP"})
    zip_of(source / "a.zip", {**TEXTS, "x.png": b"no page"})
    zip_of(source / "empty.zip", {})
    local = batch(source, tmp_path / "local", limits=LIMITS, **options)
    found = batch(
        source,
        tmp_path / engine,
        engine=engine,
        limits=LIMITS,
        quarantine=tmp_path / "bad",
        **options,
    )
    assert rows(tmp_path / engine) == rows(tmp_path / "local")
    assert shards(tmp_path / engine) == shards(tmp_path / "local")
    assert found.statuses == local.statuses
    assert found.statuses.keys() >= {"ok", "error", "crashed", "timeout"}
    assert (found.documents, found.shards, found.passed_over, found.languages) == (
        (local.documents, local.shards, local.passed_over, local.languages)
    )
    assert len(list((tmp_path / "bad").glob("*.bin"))) == 3


def test_pages_through_newsclean_itself(engine: str, tmp_path: Path) -> None:
    source = zip_of(tmp_path / "a.zip", {f"{n}.html": page(n) for n in range(9)})
    for name in ("local", engine):
        arguments = ["batch", str(source), "-o", str(tmp_path / name), "--engine", name]
        assert main([*arguments, "--now", "2024-01-01T00:00:00+00:00", "--workers", "2"]) == 0
    assert len(rows(tmp_path / engine)) == 9
    assert rows(tmp_path / engine) == rows(tmp_path / "local")


def test_a_run_goes_on_with_any_engine(engine: str, tmp_path: Path) -> None:
    source = directory(tmp_path / "in")
    for name in "ab":
        zip_of(source / f"{name}.zip", TEXTS)
    options: dict[str, Any] = {"rows_per_shard": 5, "limits": LIMITS}
    batch(source, tmp_path / "plain", **options)
    out = tmp_path / "out"
    for first, second in (("local", engine), (engine, "local")):

        def stop(state: Report) -> None:
            if state.done >= 5:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            batch(source, out, engine=first, report=stop, restart=True, **options)
        summary = batch(source, out, engine=second, **options)
        assert summary.done_before > 0
        assert rows(out) == rows(tmp_path / "plain")
        assert batch(source, out, engine=engine, **options).done_before == 75


def test_a_task_that_fails_leaves_what_was_done(engine: str, tmp_path: Path) -> None:
    """The quarantine cannot be written to: an error of the machine, not of a document."""
    source = directory(tmp_path / "in", {"00.txt": b"fine"})
    zip_of(source / "a.zip", {"1.txt": b"good", "2.txt": b"good", "3.txt": b"RAISE it"})
    bad = tmp_path / "bad"
    options: dict[str, Any] = {"rows_per_shard": 1, "limits": Limits(workers=1)}
    bad.write_bytes(b"a file, where a directory should be")
    out = tmp_path / "out"
    with pytest.raises((EngineError, OSError)):
        batch(source, out, engine=engine, quarantine=bad, **options)
    bad.unlink()
    summary = batch(source, out, engine=engine, quarantine=bad, **options)
    assert summary.documents == len(rows(out)) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="it finds processes by /proc")
def test_an_engine_that_loses_a_process_loses_no_row(engine: str, tmp_path: Path) -> None:
    source = directory(tmp_path / "in")
    zip_of(source / "a.zip", {**TEXTS, "kill.txt": f"KILL {tmp_path / 'dead'}".encode()})
    options: dict[str, Any] = {"rows_per_shard": 5, "limits": LIMITS}
    options["how"] = Extraction(extractor=killer.extract)
    try:
        summary = batch(source, tmp_path / "out", engine=engine, **options)
    except EngineError:  # Spark tries again on a cluster, but not on one machine
        assert engine == "spark"
        summary = batch(source, tmp_path / "out", engine=engine, **options)
        assert summary.done_before > 0
    assert (tmp_path / "dead").exists()
    assert summary.statuses == {"ok": 51}
    assert len({row["id"] for row in rows(tmp_path / "out")}) == 51


def test_duplicates_and_site_memory_go_with_it(engine: str, tmp_path: Path) -> None:
    pytest.importorskip("rensa")
    body = " ".join(f"word{n}" for n in range(60)).encode()
    source = directory(tmp_path / "in", {"a.txt": body, "b.txt": b"not " + body, "c.txt": b"x"})
    batch(source, tmp_path / "out", engine=engine, duplicates=True, format="parquet")
    assert [row["duplicate_of"] for row in rows(tmp_path / "out")] == [
        None,
        str(source / "a.txt"),
        None,
    ]
    story = "".join(f"<p>The ferry of day {n} sails again, the board said.</p>" for n in range(9))
    pages = [{"url": f"https://ostmere.example/{n}", "html": story} for n in range(3)]
    table = tmp_path / "pages.jsonl"
    table.write_text("".join(json.dumps(page) + "\n" for page in pages))
    options: dict[str, Any] = {"how": Extraction(), "site_memory": True, "limits": Limits()}
    batch(table, tmp_path / "local", **options)
    batch(table, tmp_path / "sites", engine=engine, **options)
    assert rows(tmp_path / "sites") == rows(tmp_path / "local")


def test_a_sqlite_file_has_one_writer(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    with pytest.raises(ValueError, match="one writer"):
        batch(directory(tmp_path / "in"), tmp_path / "out", engine="ray", format="sqlite")


@pytest.mark.parametrize(("name", "package"), [("ray", "ray"), ("spark", "pyspark")])
def test_a_missing_engine_is_named(
    name: str, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    for module in [m for m in sys.modules if m.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / "a.txt").write_bytes(b"x")
    arguments = ["batch", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--engine", name]
    assert main(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert f"pip install 'newsclean[{name}]'" in line
