"""A run that is killed at any moment goes on, and its output is as if it had not been."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsclean.batch import Limits
from tests.batch.archives import zip_of
from tests.batch.runs import batch, rows

ROOT = Path(__file__).parents[2]
COUNT = 150


def start(source: Path, out: Path, form: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.batch.killed", str(source), str(out), form],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(["src", *sys.path])},
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize(("form", "times"), [("jsonl", 3), ("sqlite", 1), ("parquet", 1)])
def test_kill_9_and_go_on(tmp_path: Path, form: str, times: int) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    files = {f"{n:03d}.txt": b"SLOW 0.008" for n in range(COUNT)}
    files |= {"050.txt": b"SEGV", "060.txt": b"SLEEP", "070.txt": b"RAISE it"}
    source = zip_of(tmp_path / "a.zip", files)
    out = tmp_path / "out"
    chance = random.Random(form)
    killed = 0
    deadline = time.monotonic() + 40
    while killed < times and time.monotonic() < deadline:
        process = start(source, out, form)
        while not (out / "_newsclean" / "run.json").exists() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.3, 1.6))
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            killed += 1
        _, errors = process.communicate()
        if process.returncode != -signal.SIGKILL:
            assert process.returncode == 0, errors
            break
    batch(source, out, format=form, rows_per_shard=20, limits=Limits(workers=2, timeout=3.0))
    found = rows(out)
    assert [row["id"] for row in found] == [f"{source}!{name}" for name in sorted(files)]
    statuses = {row["id"][-7:-4]: row["status"] for row in found if row["status"] != "ok"}
    assert statuses == {"050": "crashed", "060": "timeout", "070": "error"}
    assert killed


def test_workers_leave_when_their_parent_is_killed(tmp_path: Path) -> None:
    source = zip_of(tmp_path / "a.zip", {f"{n}.txt": b"SLOW 0.2" for n in range(200)})
    process = start(source, tmp_path / "out", "jsonl")
    workers: list[int] = []
    deadline = time.monotonic() + 20
    while len(workers) < 2 and time.monotonic() < deadline:
        workers = descendants(process.pid)
        time.sleep(0.05)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 15
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(alive, workers))


def descendants(pid: int) -> list[int]:
    """Processes below ``pid``: /proc knows."""
    found = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (task / "children").read_text().split()):
                found += [child, *descendants(child)]
    except OSError:
        pass
    return found


def alive(pid: int) -> bool:
    """Whether the process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
