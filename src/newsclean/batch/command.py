"""``newsclean batch``.

Exit codes: 0, every document has its row, whatever its status; 1, the run had to stop (a
full disk, no workers), and the same command goes on; 2, wrong usage, a source that is not
there, an output of another run, or a missing package; 130, interrupted, and the same
command goes on.
"""

import argparse
import datetime
import signal
import sys
from pathlib import Path
from typing import Any

from newsclean.api import KINDS
from newsclean.batch.engines import EngineError
from newsclean.batch.local import ENGINES, ROWS_PER_SHARD, run
from newsclean.batch.options import Extraction, Limits, Reading
from newsclean.batch.pool import PoolError
from newsclean.batch.progress import Display, summary_text
from newsclean.batch.sink import COMPRESSIONS, FORMATS
from newsclean.batch.state import OtherRunError
from newsclean.errors import MissingExtraError

_STOPPED = 1
_USAGE = 2
_INTERRUPTED = 130


def add_batch(commands: Any) -> None:
    """Add the subcommand to the subparsers of an argparse parser."""
    parser = commands.add_parser(
        "batch",
        help="archives of pages to one row each",
        description="Extract every page of SOURCE (files, directories and patterns: HTML, text, "
        "zip, tar, WARC, WET, WACZ, JSON Lines, Parquet, CSV, SQLite, also compressed by gzip, "
        "bzip2 or zstd) into shards in the directory OUT, one row each. The same command goes "
        "on where an interrupted run stopped.",
        epilog="Exit codes: 0 all documents have a row, whatever its status; 1 stopped by an "
        "error of the machine, run again to go on; 2 wrong usage; 130 interrupted, run again to "
        "go on.",
    )
    parser.add_argument("sources", nargs="+", metavar="SOURCE")
    parser.add_argument("-o", "--out", required=True, metavar="OUT", help="directory to write to")
    _add_output(parser)
    _add_pool(parser)
    _add_reading(parser)
    parser.set_defaults(run=batch)


def _add_output(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument("--format", choices=FORMATS, default="parquet")
    group.add_argument(
        "--compression",
        choices=COMPRESSIONS,
        help="zstd by default for parquet, none for jsonl; sqlite has none",
    )
    group.add_argument(
        "--rows-per-shard",
        type=_positive,
        default=ROWS_PER_SHARD,
        metavar="N",
        help="each archive has shards of its own, of at most N rows (%(default)s)",
    )
    group.add_argument(
        "--quarantine", metavar="DIR", help="keep the bytes of documents that gave no article"
    )
    group.add_argument(
        "--duplicates",
        action="store_true",
        help="fill duplicate_of: the id of the first document with (nearly) the same body",
    )
    group.add_argument(
        "--site-memory",
        action="store_true",
        help="learn first what stands on several pages of a host, and keep it out of stories",
    )
    group.add_argument(
        "--restart", action="store_true", help="remove what an earlier run wrote to OUT"
    )


def _add_pool(parser: argparse.ArgumentParser) -> None:
    default = Limits()
    group = parser.add_argument_group("workers")
    group.add_argument("--engine", choices=ENGINES, default="local")
    group.add_argument(
        "--workers", type=_positive, default=default.workers, metavar="N", help="(%(default)s)"
    )
    group.add_argument(
        "--timeout",
        type=_above_zero,
        default=default.timeout,
        metavar="S",
        help="seconds for one document, then its worker is killed (%(default)s)",
    )
    group.add_argument(
        "--memory-limit",
        type=_megabytes,
        default=default.memory_mb,
        metavar="MB",
        help="for one worker; 0 for none (%(default)s)",
    )
    group.add_argument(
        "--max-size",
        type=_above_zero,
        default=Extraction().max_bytes / 1e6,
        metavar="MB",
        help="larger documents are an error without being tried (%(default)s)",
    )
    group.add_argument(
        "--recycle",
        type=_positive,
        default=default.recycle,
        metavar="N",
        help="replace a worker after about N documents (%(default)s)",
    )


def _add_reading(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("input")
    group.add_argument(
        "--kind", choices=KINDS, default="auto", help="of pages whose archive does not tell"
    )
    group.add_argument("--language", help="of all pages, an ISO 639-1 code")
    group.add_argument(
        "--now",
        type=_moment,
        help="what relative dates count from, in ISO 8601; the beginning of the run by default",
    )
    for name, what in (
        ("id", "the archive's own id of a page"),
        ("html", "markup"),
        ("text", "flat text"),
        ("url", "where a page was found"),
    ):
        group.add_argument(
            f"--{name}-column", metavar="NAME", help=f"column or key of tables: {what}"
        )
    group.add_argument("--table", metavar="NAME", help="table of SQLite files with several")


def batch(options: argparse.Namespace) -> int:
    """Run the subcommand; the exit code."""
    signal.signal(signal.SIGTERM, _interrupt)
    display = Display()
    try:
        summary = run(
            options.sources,
            options.out,
            format=options.format,
            compression=options.compression,
            rows_per_shard=options.rows_per_shard,
            how=Extraction(
                options.kind, options.language, options.now, int(options.max_size * 1e6)
            ),
            limits=Limits(
                workers=options.workers,
                timeout=options.timeout,
                memory_mb=options.memory_limit or None,
                recycle=options.recycle,
            ),
            reading=Reading(
                options.id_column,
                options.html_column,
                options.text_column,
                options.url_column,
                options.table,
            ),
            quarantine=options.quarantine,
            duplicates=options.duplicates,
            site_memory=options.site_memory,
            engine=options.engine,
            restart=options.restart,
            report=display,
        )
    except KeyboardInterrupt:
        return _end(display, "interrupted; the same command goes on", _INTERRUPTED)
    except (FileNotFoundError, OtherRunError, MissingExtraError, ValueError) as error:
        return _end(display, str(error), _USAGE)
    except (OSError, PoolError, EngineError) as error:
        return _end(display, f"stopped: {error}; the same command goes on", _STOPPED)
    display.close()
    print(summary_text(summary, str(Path(options.out))))
    return 0


def _end(display: Display, message: str, code: int) -> int:
    display.close()
    print(f"newsclean: {message}", file=sys.stderr)
    return code


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _positive(text: str) -> int:
    return int(_number(text, int, 1))


def _above_zero(text: str) -> float:
    return _number(text, float, 1e-3)


def _megabytes(text: str) -> int:
    return int(_number(text, int, 0))


def _number(text: str, kind: type[float], least: float) -> float:
    try:
        value = kind(text)
    except ValueError:
        value = -1
    if not value >= least:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from {least:g} on")
    return value


def _moment(text: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no moment like 2024-01-31 or 2024-01-31T12:00+01:00"
        ) from None
