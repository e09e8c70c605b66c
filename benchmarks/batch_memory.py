"""The memory of a process and all below it, watched and plotted."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

Curve = list[tuple[float, int]]
"""Seconds since the start, and bytes."""


class Watched(NamedTuple):
    """What a command took."""

    curve: Curve
    peak: list[tuple[str, int]]
    """What it consists of at its highest: processes, libraries, and their bytes."""


_COLOURS = ("#1f77b4", "#d62728", "#2ca02c")


def watch(arguments: list[str], environment: dict[str, str], every: float = 0.5) -> Watched:
    """Run a command; the memory of its process tree while it ran.

    Memory is what the processes have allocated, pages that they share counted once, and the
    mapped files (libraries) of the process that has most of them: their share of the set
    size would depend on what else on the machine has the same libraries loaded.
    """
    process = subprocess.Popen(arguments, env=environment)
    start = time.monotonic()
    curve: Curve = []
    highest, peak = 0, list[tuple[str, int]]()
    while process.poll() is None:
        sizes = {pid: _size(pid) for pid in _tree(process.pid)}
        files = max((size for _, size in sizes.values()), default=0)
        total = sum(size for size, _ in sizes.values()) + files
        curve.append((time.monotonic() - start, total))
        if total > highest:
            highest = total
            peak = [(_role(pid, process.pid), size) for pid, (size, _) in sizes.items()]
            peak.append(("libraries", files))
        time.sleep(every)
    if process.returncode:
        raise SystemExit(f"the command ended with exit code {process.returncode}")
    return Watched(curve, peak)


def _role(pid: int, top: int) -> str:
    """What a process of a run is there for."""
    if pid == top:
        return "parent"
    try:
        above = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]
        command = Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return "gone"
    if "resource_tracker" in command:
        return "resource tracker"
    return "fork server" if int(above) == top else "worker"


def _tree(pid: int) -> list[int]:
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _tree(int(child))
    except OSError:  # it has ended
        pass
    return found


def _size(pid: int) -> tuple[int, int]:
    """Bytes that a process has allocated, its share of those that it shares, and bytes of
    the files that it has mapped."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return 0, 0
    found = {
        name: 1024 * int(rest.split()[0]) for name, _, rest in (x.partition(":") for x in lines)
    }
    own = found.get("Pss_Anon", 0) + found.get("Pss_Shmem", 0)
    return own, found.get("Rss", 0) - found.get("Anonymous", 0)


class Processor:
    """The processor time of this process and all below it, those that end meanwhile too."""

    def __init__(self) -> None:
        self._used: dict[int, float] = {}
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Processor":
        self._look()
        self._before = dict(self._used)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self._look()

    @property
    def seconds(self) -> float:
        """What was used between entering and leaving."""
        return sum(used - self._before.get(pid, 0.0) for pid, used in self._used.items())

    def _watch(self) -> None:
        while not self._stop.wait(0.1):
            self._look()

    def _look(self) -> None:
        for pid in _tree(os.getpid()):
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            self._used[pid] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def plot(curves: Mapping[str, Curve], path: Path) -> None:
    """Draw curves over the share of their run that has passed, as SVG."""
    width, height, margin = 800, 400, 50
    top = max(size for curve in curves.values() for _, size in curve) * 1.1
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for share in (0.25, 0.5, 0.75, 1.0):
        y = height - margin - share * (height - 2 * margin)
        parts.append(
            f'<line x1="{margin}" y1="{y}" x2="{width - margin}" y2="{y}" stroke="#ddd"/>'
            f'<text x="4" y="{y + 4}">{share * top / 1e6:.0f} MB</text>'
        )
    for n, (name, curve) in enumerate(curves.items()):
        end = curve[-1][0] or 1.0
        points = " ".join(
            f"{margin + seconds / end * (width - 2 * margin):.1f},"
            f"{height - margin - size / top * (height - 2 * margin):.1f}"
            for seconds, size in curve
        )
        colour = _COLOURS[n % len(_COLOURS)]
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}"/>')
        parts.append(
            f'<text x="{margin + 10}" y="{20 + 16 * n}" fill="{colour}">{name}, {end:.0f} s</text>'
        )
    parts.append("</svg>")
    path.write_text("\n".join(parts), encoding="utf-8")
