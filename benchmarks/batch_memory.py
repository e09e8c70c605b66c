"""The memory of a process and all below it, watched and plotted."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path

Curve = list[tuple[float, int]]
"""Seconds since the start, and bytes."""

_COLOURS = ("#1f77b4", "#d62728", "#2ca02c")


def watch(arguments: list[str], environment: dict[str, str], every: float = 0.5) -> Curve:
    """Run a command; the memory of its process tree while it ran.

    Memory is the proportional set size: pages that workers share are counted once.
    """
    process = subprocess.Popen(arguments, env=environment)
    start = time.monotonic()
    curve: Curve = []
    while process.poll() is None:
        curve.append((time.monotonic() - start, sum(map(_size, _tree(process.pid)))))
        time.sleep(every)
    if process.returncode:
        raise SystemExit(f"the command ended with exit code {process.returncode}")
    return curve


def _tree(pid: int) -> list[int]:
    found = [pid]
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _tree(int(child))
    except OSError:  # it has ended
        pass
    return found


def _size(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


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
