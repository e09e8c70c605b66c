"""What a run shows while it works and when it is done."""

import sys
import time
from collections import Counter
from typing import TextIO

from newsclean.batch.document import FAILED, Status
from newsclean.batch.report import Report, Summary

# On a terminal the line changes twice a second; elsewhere a line every half minute.
_TERMINAL = 0.5
_LINES = 30.0


class Display:
    """Progress: one changing line on a terminal, plain lines elsewhere."""

    def __init__(self, stream: TextIO | None = None, every: float | None = None) -> None:
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._every = every if every is not None else (_TERMINAL if self._live else _LINES)
        self._last = time.monotonic()
        self._width = 0

    def __call__(self, report: Report) -> None:
        """Show ``report``, if it is time."""
        if time.monotonic() - self._last < self._every:
            return
        self._last = time.monotonic()
        line = progress_line(report)
        if self._live:
            self._stream.write("\r" + line.ljust(self._width))
            self._width = len(line)
        else:
            self._stream.write(line + "\n")
        self._stream.flush()

    def close(self) -> None:
        """Clear the changing line."""
        if self._live and self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()


def progress_line(report: Report) -> str:
    """Documents, rate, failures by status, time left."""
    rate = report.done / report.seconds if report.seconds else 0.0
    parts = [f"{report.done + report.done_before:,} documents", f"{rate:.1f}/s"]
    parts += [f"{status} {n:,}" for status, n in _by_status(report.statuses) if status in FAILED]
    if report.bytes_total and 0 < report.bytes_read <= report.bytes_total:
        share = report.bytes_read / report.bytes_total
        left = report.seconds / share * (1 - share)
        parts.append(f"{100 * share:.0f} %, {_clock(left)} left")
    return ", ".join(parts)


def summary_text(summary: Summary, out: str) -> str:
    """The summary at the end."""
    new = summary.documents - summary.done_before
    rate = f" ({new / summary.seconds:.1f}/s)" if summary.seconds and new else ""
    lines = [
        f"{summary.documents:,} documents in {summary.shards:,} shards in {out}",
        f"  this run: {new:,} in {_clock(summary.seconds)}{rate}; "
        f"done before: {summary.done_before:,}",
        "  status: " + _counts(_by_status(summary.statuses)),
        "  language: " + _counts(summary.languages.most_common()),
    ]
    if summary.duplicates is not None:
        lines.append(f"  duplicates: {summary.duplicates:,}")
    if summary.passed_over:
        lines.append("  passed over: " + _counts(summary.passed_over.most_common()))
    return "\n".join(lines)


def _by_status(counts: Counter[str]) -> list[tuple[str, int]]:
    return [(status.value, counts[status.value]) for status in Status if counts[status.value]]


def _counts(counts: list[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {n:,}" for name, n in counts) or "none"


def _clock(seconds: float) -> str:
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02d}:{whole % 60:02d}"
