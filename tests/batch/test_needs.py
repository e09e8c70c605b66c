"""A base install has no need of any of it, and what is missing is named."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsclean import MissingExtraError
from newsclean.batch import documents, extract_many
from newsclean.batch.needs import need
from newsclean.cli import main
from tests.batch.archives import response
from tests.batch.runs import batch, rows


def test_the_command_line_and_the_package_load_nothing_of_it() -> None:
    code = (
        "import sys, newsclean.cli, newsclean.batch\n"
        "heavy = {'pyarrow', 'pebble', 'fastwarc', 'zstandard', 'sqlite3', 'ray', 'pyspark'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def without(monkeypatch: pytest.MonkeyPatch, *packages: str) -> None:
    for package in packages:
        for name in list(sys.modules):
            if name.partition(".")[0] == package or (
                name.startswith("newsclean.batch.") and name.endswith((".arrow", "sink.parquet"))
            ):
                monkeypatch.delitem(sys.modules, name)
        monkeypatch.setitem(sys.modules, package, None)


@pytest.mark.parametrize(
    ("package", "name", "data"),
    [
        ("fastwarc", "a.warc", response(1)),
        ("zstandard", "a.html.zst", b"\x28\xb5\x2f\xfd"),
        ("zstandard", "a.warc.zst", b"\x28\xb5\x2f\xfd"),
        ("pyarrow", "a.parquet", b"PAR1"),
    ],
)
def test_readers_name_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, name: str, data: bytes
) -> None:
    pytest.importorskip(package)
    (tmp_path / name).write_bytes(data)
    without(monkeypatch, package)
    with pytest.raises(MissingExtraError, match=rf"{package} is not .*newsclean\[batch\]"):
        list(documents(tmp_path / name))


@pytest.mark.parametrize(
    ("package", "options"),
    [
        ("pyarrow", {"format": "parquet"}),
        ("zstandard", {"format": "jsonl", "compression": "zstd"}),
        ("pebble", {"format": "jsonl"}),
    ],
)
def test_a_run_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, options: dict[str, Any]
) -> None:
    pytest.importorskip(package)
    (tmp_path / "a.html").write_bytes(b"x")
    without(monkeypatch, package)
    with pytest.raises(MissingExtraError, match=package):
        batch(tmp_path / "a.html", tmp_path / "out", **options)


def test_json_lines_need_pebble_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "pyarrow", "fastwarc", "zstandard")
    (tmp_path / "a.txt").write_bytes(b"page")
    batch(tmp_path / "a.txt", tmp_path / "out")
    assert len(rows(tmp_path / "out")) == 1


def test_extract_many_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    without(monkeypatch, "pebble")
    with pytest.raises(MissingExtraError, match="pebble"):
        list(extract_many(["page"]))


def test_the_command_says_it_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_bytes(b"x")
    without(monkeypatch, "pyarrow")
    assert main(["batch", str(tmp_path / "a.html"), "-o", str(tmp_path / "out")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "pip install 'newsclean[batch]'" in line


def test_a_broken_package_is_not_taken_for_a_missing_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "halfthere.py").write_text("import surely_not_there")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModuleNotFoundError, match="surely_not_there"):
        need("halfthere")
