"""``newsclean batch``."""

import io
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from newsclean import MissingExtraError
from newsclean.batch import Summary
from newsclean.batch import command as module
from newsclean.batch.local import Report
from newsclean.batch.pool import PoolError
from newsclean.batch.progress import Display, progress_line, summary_text
from newsclean.cli import main
from tests.batch.archives import page, zip_of
from tests.batch.runs import rows


def test_a_run_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = zip_of(tmp_path / "a.zip", {f"{n}.html": page(n) for n in range(4)} | {"e.html": b""})
    out = tmp_path / "out"
    arguments = ["batch", str(source), "-o", str(out), "--format", "jsonl", "--workers", "1"]
    assert main(arguments) == 0
    shown = capsys.readouterr().out
    assert "5 documents in 1 shards" in shown
    assert "empty 1" in shown
    found = rows(out)
    assert [row["title"] for row in found[:4]] == [f"Ferry {n}" for n in range(4)]
    assert main(arguments) == 0
    assert "this run: 0" in capsys.readouterr().out
    assert main([*arguments, "--rows-per-shard", "2"]) == 2
    assert "rows_per_shard" in capsys.readouterr().err
    assert main([*arguments, "--rows-per-shard", "2", "--restart"]) == 0
    assert rows(out) == found


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "interrupted; the same command goes on"),
        (OSError(28, "No space left on device"), 1, "No space left"),
        (PoolError("workers die"), 1, "workers die"),
        (MissingExtraError("pyarrow", "batch"), 2, "pip install 'newsclean[batch]'"),
        (FileNotFoundError("there is no x"), 2, "there is no x"),
    ],
    ids=["ctrl-c", "full disk", "no workers", "missing package", "missing source"],
)
def test_exit_codes(
    error: BaseException,
    code: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(module, "run", fail)
    assert main(["batch", "x", "-o", "y"]) == code
    (line,) = capsys.readouterr().err.splitlines()
    assert words in line


@pytest.mark.parametrize(
    "arguments",
    [
        ["batch"],
        ["batch", "x"],
        ["batch", "x", "-o", "y", "--workers", "0"],
        ["batch", "x", "-o", "y", "--timeout", "-3"],
        ["batch", "x", "-o", "y", "--format", "xml"],
    ],
)
def test_wrong_usage_is_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_ctrl_c_stops_it_at_once_and_it_goes_on(tmp_path: Path) -> None:
    pages = {f"{n:03d}.html": page(n, "The tide was late. " * 300) for n in range(120)}
    source = zip_of(tmp_path / "a.zip", pages)
    arguments = [
        *(sys.executable, "-m", "newsclean", "batch", str(source), "-o", str(tmp_path / "out")),
        *("--format", "jsonl", "--rows-per-shard", "10", "--workers", "2"),
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        arguments,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        # What a shell runs in the background ignores the signal, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    deadline = time.monotonic() + 30
    while not list((tmp_path / "out").glob("*.jsonl")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130, errors
    assert errors.decode().strip() == "newsclean: interrupted; the same command goes on"
    done = subprocess.run(arguments, env=environment, capture_output=True, check=True)
    assert b"120 documents" in done.stdout
    assert b"done before: 0" not in done.stdout
    assert len(rows(tmp_path / "out")) == 120


REPORT = Report(
    done=1500,
    done_before=500,
    statuses=Counter({"ok": 1400, "error": 90, "timeout": 10}),
    bytes_read=250,
    bytes_total=1000,
    seconds=100.0,
)


def test_progress_tells_documents_rate_failures_and_time_left() -> None:
    assert progress_line(REPORT) == (
        "2,000 documents, 15.0/s, error 90, timeout 10, 25 %, 0:05:00 left"
    )
    assert progress_line(Report()) == "0 documents, 0.0/s"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_has_one_line_that_changes() -> None:
    stream = Terminal()
    display = Display(stream, every=0)
    display(REPORT)
    display(REPORT)
    display.close()
    assert stream.getvalue().count("\r") == 4
    assert "\n" not in stream.getvalue()


def test_elsewhere_there_are_plain_lines_now_and_then() -> None:
    stream = io.StringIO()
    Display(stream)(REPORT)
    assert stream.getvalue() == ""
    display = Display(stream, every=0)
    display(REPORT)
    display.close()
    assert stream.getvalue() == progress_line(REPORT) + "\n"


def test_the_summary() -> None:
    summary = Summary(
        documents=1000,
        statuses=Counter({"error": 10, "ok": 990}),
        languages=Counter({"de": 600, "en": 390, "unknown": 10}),
        passed_over=Counter({"HTTP status 301": 7}),
        shards=2,
        done_before=200,
        seconds=40.0,
    )
    assert summary_text(summary, "out").splitlines() == [
        "1,000 documents in 2 shards in out",
        "  this run: 800 in 0:00:40 (20.0/s); done before: 200",
        "  status: ok 990, error 10",
        "  language: de 600, en 390, unknown 10",
        "  passed over: HTTP status 301 7",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--timeout", "x"], "'x' is no number from 0.001 on", id="no number"),
        pytest.param(["--workers", "0"], "'0' is no number from 1 on", id="too few"),
        pytest.param(["--memory-limit", "-5"], "'-5' is no number from 0 on", id="negative"),
        pytest.param(["--now", "yesterday"], "'yesterday' is no moment like 2024", id="no moment"),
    ],
)
def test_wrong_usage_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["batch", str(tmp_path), "-o", str(tmp_path / "out"), *arguments])
    assert stopped.value.code == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_sqlite_has_no_compression(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    arguments = ["batch", str(tmp_path), "-o", str(out), "--format", "sqlite"]
    assert main([*arguments, "--compression", "zstd"]) == 2
    assert "no compression" in capsys.readouterr().err
    assert not out.exists()
