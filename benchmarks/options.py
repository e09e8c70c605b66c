"""Options that the commands share."""

import argparse
import os
from pathlib import Path

from benchmarks.documents import Corpora
from benchmarks.loaders import LOADERS, load
from benchmarks.measures import FIELDS
from benchmarks.peers import NEWSCLEAN, PEERS, TOOLS, Tool

DEFAULT_CORPORA = Path("..") / "shared" / "corpora"
_ROOT = Path(__file__).resolve().parent.parent


def add_common(parser: argparse.ArgumentParser) -> None:
    """Where the corpora are, which of them, how many pages and processes."""
    parser.add_argument(
        "--corpora",
        type=Path,
        default=DEFAULT_CORPORA,
        metavar="DIR",
        help="directory of the clones; a relative one counts from the working directory, "
        f"the default {DEFAULT_CORPORA} from the project's root",
    )
    parser.add_argument(
        "--corpus", type=_corpora, help=f"by commas, of {', '.join(LOADERS)}; all by default"
    )
    parser.add_argument("--limit", type=_positive, help="the first so many pages of each corpus")
    parser.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, help="processes")
    parser.add_argument(
        "--fields", type=_fields, help=f"by commas, of {', '.join(FIELDS)}; all by default"
    )


def _positive(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def _corpora(value: str) -> tuple[str, ...]:
    return _listed(value, tuple(LOADERS))


def _fields(value: str) -> frozenset[str]:
    return frozenset(_listed(value, FIELDS))


def _listed(value: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(","))
    for name in names:
        if name not in allowed:
            raise argparse.ArgumentTypeError(f"no {name!r}; there are {', '.join(allowed)}")
    return names


def corpora_root(options: argparse.Namespace) -> Path:
    """The directory of the corpora."""
    root: Path = options.corpora
    return _ROOT / root if root == DEFAULT_CORPORA else root


def documents(options: argparse.Namespace, *, flat: bool) -> Corpora:
    """The documents that the options ask for."""
    return load(corpora_root(options), options.corpus, flat=flat, limit=options.limit)


def chosen_tools(names: str | None) -> tuple[list[Tool], list[str]]:
    """The tools that run, newsclean first, and what is missing with the reason.

    Exits where a name is no tool's.
    """
    wanted = [NEWSCLEAN, *PEERS]
    if names is not None:
        parts = [name.strip() for name in names.split(",") if name.strip()]
        if unknown := [name for name in parts if name not in TOOLS]:
            raise SystemExit(f"no tool {unknown[0]!r}; there are {', '.join(TOOLS)}")
        wanted = [tool for tool in wanted if tool is NEWSCLEAN or tool.name in parts]
    tools, missing = [], []
    for tool in wanted:
        reason = tool.missing()
        if reason is None:
            tools.append(tool)
        else:
            missing.append(f"{tool.name} ({reason})")
    return tools, missing
