"""Batches, measured: ``python -m benchmarks.batch <command> --corpora DIR``.

``account`` runs a WARC of which a tenth is broken and accounts for every record;
``throughput`` compares one and two workers with a plain loop over ``extract()``; ``memory``
plots the memory of the whole process tree for a small and a large run; ``kill`` kills runs at
random moments, goes on, and compares the output with that of an undisturbed run.
"""

import argparse
import collections
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT / "src"))

import newsclean  # noqa: E402
from benchmarks.batch_archive import Expected, corpus_pages, make  # noqa: E402
from benchmarks.batch_memory import Processor, plot, watch  # noqa: E402
from newsclean.batch import Limits, documents, run  # noqa: E402


def main() -> int:
    """Run a command; the exit code is 1 where what must hold does not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.batch", description=__doc__)
    parser.add_argument("command", choices=sorted(_COMMANDS))
    parser.add_argument("--corpora", type=Path, default=_ROOT / ".." / "shared" / "corpora")
    parser.add_argument("--work", type=Path, required=True, help="a directory for what is made")
    parser.add_argument("--records", type=int, help="records of the WARC")
    parser.add_argument("--large", type=int, default=200_000, help="memory: of the larger one")
    parser.add_argument("--times", type=int, default=10, help="kill: so often")
    parser.add_argument(
        "--largest", type=int, default=200_000, help="leave out pages over so many bytes"
    )
    parser.add_argument(
        "--smallest", type=int, metavar="N", help="take the N smallest pages: many records sooner"
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--format", default="jsonl")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    return _COMMANDS[options.command](options)


def account(options: argparse.Namespace) -> int:
    """Every record has one row, and of the status that it must have."""
    path, expected = _archive(options, options.records or 20_000, broken=True)
    _command(options, path, options.work / "account", ["--timeout", "20"])
    rows = _rows(options.work / "account")
    by_offset = collections.Counter(row["offset"] for row in rows)
    wrong = [one for one in expected if by_offset[one.offset] != 1]
    unlike = []
    found = {row["offset"]: row for row in rows}
    table: collections.Counter[tuple[str, str]] = collections.Counter()
    for one in expected:
        row = found.get(one.offset)
        if row is not None:
            what = row["status"] + (f" ({row['error_type']})" if row["error_type"] else "")
            table[one.kind, what] += 1
            if row["status"] not in one.statuses or row["error_type"] != one.error_type:
                unlike.append((one, row["status"], row["error_type"], row["error_message"]))
    for (kind, what), count in sorted(table.items()):
        print(f"{kind:24} {what:32} {count:6}")
    ids = len({row["id"] for row in rows})
    print(f"records {len(expected)}, rows {len(rows)}, different ids {ids}")
    print(f"records without exactly one row {len(wrong)}, of another status {len(unlike)}")
    for item in [*wrong[:5], *unlike[:5]]:
        print("   ", item)
    return int(bool(wrong or unlike or not len(rows) == ids == len(expected)))


def throughput(options: argparse.Namespace) -> int:
    """Documents a second, and processor time for each, by the number of workers."""
    path, _ = _archive(options, options.records or 800, broken=False)
    pages = list(documents(path))
    newsclean.extract(pages[0].data)

    def loop() -> None:
        for page in pages:
            newsclean.extract(page.data, url=page.url, encoding=page.encoding, kind=page.kind)

    def workers(count: int) -> None:
        out = options.work / f"throughput-{count}"
        limits = Limits(workers=count)
        run(path, out, format=options.format, restart=True, limits=limits)

    figures = {
        "plain loop": _timed(loop, len(pages)),
        "1 worker": _timed(lambda: workers(1), len(pages)),
        "2 workers": _timed(lambda: workers(2), len(pages)),
    }
    for name, (rate, cpu) in figures.items():
        print(f"{name:12} {rate:7.1f} documents/s, {1000 * cpu:6.1f} ms of processor time each")
    one, two, plain = figures["1 worker"], figures["2 workers"], figures["plain loop"]
    print(f"1 worker / plain loop: {one[0] / plain[0]:.2f}; 2 / 1 worker: {two[0] / one[0]:.2f}")
    # What is left of them on a machine that is busy with other things.
    print(f"processor time, plain loop / 1 worker: {plain[1] / one[1]:.2f}")
    return 0


def _timed(call: Any, count: int) -> tuple[float, float]:
    start = time.perf_counter()
    with Processor() as processor:
        call()
    return count / (time.perf_counter() - start), processor.seconds / count


def memory(options: argparse.Namespace) -> int:
    """The peak of a large run must be within a tenth of that of a small one."""
    pages = _pages(options)
    sizes = [len(data) for _, data in pages]
    print(
        f"{len(pages)} different pages of {min(sizes) / 1000:.0f} to {max(sizes) / 1000:.0f} kB, "
        f"{sum(sizes) / len(sizes) / 1000:.0f} kB on average; {options.workers} workers, "
        f"{options.format}"
    )
    curves, peaks = {}, []
    for count in (options.records or 20_000, options.large):
        path = options.work / f"whole-{count}.warc.gz"
        make(pages, path, count, broken=False)
        arguments = _arguments(options, path, options.work / f"memory-{count}", ["--restart"])
        curve, parts = watch(arguments, _environment())
        path.unlink()
        curves[f"{count:,} records"] = curve
        peaks.append(sum(size for _, size in parts))
        each = ", ".join(f"{name} {size / 1e6:.0f}" for name, size in parts)
        rate = count / curve[-1][0]
        print(f"{count:,} records: {rate:.0f}/s, peak {peaks[-1] / 1e6:.0f} MB ({each})")
    plot(curves, options.work / "memory.svg")
    small, large = peaks
    print(f"ratio {large / small:.3f}; plotted in {options.work / 'memory.svg'}")
    return int(large > 1.1 * small)


def kill(options: argparse.Namespace) -> int:
    """Kill, go on, compare."""
    path, _ = _archive(options, options.records or 600, broken=True)
    more = ["--rows-per-shard", "25", "--timeout", "20", "--now", "2024-01-01"]
    whole, out = options.work / "kill-whole", options.work / "kill"
    start = time.monotonic()
    _command(options, path, whole, [*more, "--restart"])
    length = time.monotonic() - start
    expected = _rows(whole)
    chance = random.Random()
    unequal = 0
    for n in range(options.times):
        _command(options, path, out, [*more, "--restart"], after=chance.uniform(0.3, length))
        kept = len(_rows(out))
        _command(options, path, out, more)
        equal = _rows(out) == expected
        unequal += not equal
        print(f"{n + 1}: {kept} of {len(expected)} rows survived; equal: {equal}", flush=True)
    return int(unequal > 0)


def _archive(
    options: argparse.Namespace, count: int, *, broken: bool
) -> tuple[Path, list[Expected]]:
    path = options.work / f"{'broken' if broken else 'whole'}-{count}.warc.gz"
    return path, make(_pages(options), path, count, broken=broken)


def _pages(options: argparse.Namespace) -> list[tuple[str, bytes]]:
    pages = corpus_pages(options.corpora, options.largest)
    if options.smallest:
        pages = sorted(pages, key=lambda page: len(page[1]))[: options.smallest]
    return pages


def _arguments(options: argparse.Namespace, source: Path, out: Path, more: list[str]) -> list[str]:
    return [
        *(sys.executable, "-m", "newsclean", "batch", str(source), "-o", str(out)),
        *("--format", options.format, "--workers", str(options.workers), *more),
    ]


def _command(
    options: argparse.Namespace,
    source: Path,
    out: Path,
    more: list[str],
    after: float | None = None,
) -> None:
    """Run the command, killed ``after`` so many seconds."""
    quiet = subprocess.DEVNULL if options.command == "kill" else None
    process = subprocess.Popen(
        _arguments(options, source, out, more), env=_environment(), stdout=quiet
    )
    try:
        code = process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return
    if code:
        raise SystemExit(f"newsclean batch ended with exit code {code}")


def _environment() -> dict[str, str]:
    paths = [str(_ROOT / "src"), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, reversed(paths)))}


def _rows(out: Path) -> list[dict[str, Any]]:
    """The rows, without what differs from run to run; of JSON Lines only."""
    rows = []
    for path in out.glob("*.jsonl"):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                row.pop("elapsed_ms")
                for heavy in ("chrome", "evidence") if out.name == "account" else ():
                    row.pop(heavy)
                rows.append(row)
    return sorted(rows, key=lambda row: str(row["id"]))


_COMMANDS = {"account": account, "throughput": throughput, "memory": memory, "kill": kill}

if __name__ == "__main__":
    raise SystemExit(main())
