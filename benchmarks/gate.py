"""``gate``: fails where newsclean falls below a floor of ``floors.toml``.

Every page is extracted once, and all measures are taken from that one Article. A floor is
a figure rounded down to three digits, by corpus and measure. ``--update`` raises floors to
what was reached and adds those that are missing; to lower one needs ``--allow-lower`` too.
"""

import argparse
import math
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import Corpora
from benchmarks.measures import POOLED
from benchmarks.options import corpora_root, documents
from benchmarks.peers import NEWSCLEAN
from benchmarks.run import Table, run, tabulate

FLOORS = Path(__file__).with_name("floors.toml")
_HEADER = """\
# The floors of `python -m benchmarks gate`: by corpus and measure, from 0 to 1.
# `gate --update` raises them; lowering one needs `--allow-lower` and a reason in the commit.
"""
_UNFLOORED = ("precision", "recall", "accuracy", "with_doubtful")

Floors = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Row:
    """A figure beside its floor."""

    group: str
    name: str
    figure: float | None
    """None where nothing measured it in this run."""
    floor: float | None

    @property
    def state(self) -> str:
        """``fell``, ``new``, ``skipped``, ``raise`` or ``ok``."""
        if self.figure is None:
            return "skipped"
        if self.floor is None:
            return "new"
        reached = floor_of(self.figure)
        return "fell" if reached < self.floor else "raise" if reached > self.floor else "ok"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")
    parser.add_argument("--update", action="store_true", help="raise floors to what was reached")
    parser.add_argument("--allow-lower", action="store_true", help="with --update, lower too")


def main(options: argparse.Namespace) -> int:
    """Prints the table; the exit code is 1 where a figure fell or a page raised."""
    if options.limit is not None:
        print("a part of a corpus has other figures: the gate takes no --limit")
        return 2
    corpora = documents(options, flat=True)
    for name in corpora.missing:
        print(f"the corpus {name} is missing: its floors are skipped")
    if not corpora.documents:
        print(f"no corpus under {corpora_root(options)}: nothing to gate")
        return 0
    if (reason := NEWSCLEAN.missing()) is not None:
        print(f"newsclean cannot run: {reason}")
        return 1
    table, seconds = measure(options, corpora)
    drop_partial_pools(table, corpora)
    rows = compare(table, read_floors(options.floors))
    print(render(rows))
    print(f"{len(corpora.documents)} documents in {seconds:.0f} s with {options.jobs} processes")
    errors = [one for found in table.errors.values() for one in found]
    for key, error in errors:
        print(f"exception on {key}: {error}")
    if options.update:
        if errors:
            print("floors are kept: a page raised")
            return 1
        write_floors(options.floors, updated(rows, allow_lower=options.allow_lower))
    fell = any(row.state == "fell" for row in rows)
    lowered = options.update and options.allow_lower
    return int(bool(errors) or (fell and not lowered))


def measure(options: argparse.Namespace, corpora: Corpora) -> tuple[Table, float]:
    """newsclean's figures and the seconds that they took."""
    start = time.perf_counter()
    results = run([NEWSCLEAN.name], corpora.documents, jobs=options.jobs, fields=options.fields)
    return tabulate(results, corpora.documents), time.perf_counter() - start


def drop_partial_pools(table: Table, corpora: Corpora) -> None:
    """Takes out the groups that pool corpora of which some are not there in this run."""
    for group, needed in POOLED.items():
        if not set(needed) <= set(corpora.names):
            table.figures.pop((NEWSCLEAN.name, group), None)


def compare(table: Table, floors: Floors) -> list[Row]:
    """Every figure that can have a floor and every floor, side by side."""
    figures = {
        (group, name): figure
        for (_, group), found in table.figures.items()
        for name, figure in found.items()
        if not name.endswith(_UNFLOORED)
    }
    kept = {(group, name): floor for group, one in floors.items() for name, floor in one.items()}
    keys = dict.fromkeys([*figures, *kept])
    return [Row(*key, figures.get(key), kept.get(key)) for key in keys]


def floor_of(figure: float) -> float:
    """A figure rounded down to three digits."""
    # The slack keeps .95 from becoming .949 where binary fractions fall a hair short.
    return math.floor(figure * 1000 + 1e-9) / 1000


def updated(rows: list[Row], *, allow_lower: bool) -> Floors:
    """The floors after a run: raised, new, and lowered only where that is allowed."""
    floors: Floors = {}
    for row in rows:
        floor = row.floor
        if row.figure is not None and (row.state != "fell" or allow_lower):
            floor = floor_of(row.figure)
        if floor is not None:
            floors.setdefault(row.group, {})[row.name] = floor
    return floors


def read_floors(path: Path) -> Floors:
    """The floors of a file; none where there is no file. ValueError for another shape."""
    if not path.exists():
        return {}
    floors: Floors = {}
    for group, values in tomllib.loads(path.read_text("utf-8")).items():
        if not isinstance(values, dict):
            raise ValueError(f"{path}: {group} is no table")
        floors[group] = {name: float(value) for name, value in values.items()}
    return floors


def write_floors(path: Path, floors: Floors) -> None:
    """Writes the file, in the order of the table."""
    parts = [_HEADER]
    for group, values in floors.items():
        name = group if group.isalpha() else f'"{group}"'
        lines = [f"[{name}]", *(f"{key} = {value:.3f}" for key, value in values.items())]
        parts.append("\n".join(lines) + "\n")
    path.write_text("\n".join(parts), "utf-8")


def render(rows: list[Row]) -> str:
    """The table."""
    lines = [f"{'':<16}{'':<20}{'figure':>8}{'floor':>8}"]
    group = None
    for row in rows:
        figure = "–" if row.figure is None else f"{row.figure:.4f}"
        floor = "–" if row.floor is None else f"{row.floor:.3f}"
        state = row.state.upper() if row.state == "fell" else row.state
        name = row.group if row.group != group else ""
        lines.append(f"{name:<16}{row.name:<20}{figure:>8}{floor:>8}  {state}".rstrip())
        group = row.group
    return "\n".join(lines)
