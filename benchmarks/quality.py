"""``quality``: newsclean beside the other extractors, as a Markdown table."""

import argparse
import datetime
import platform
from collections.abc import Sequence

from benchmarks.documents import Corpora
from benchmarks.options import chosen_tools, documents
from benchmarks.peers import Tool
from benchmarks.run import Table, run, tabulate


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--peers", help="tools to run, by commas; all by default")
    parser.add_argument("--no-flat", action="store_true", help="leave out the flattened pages")
    parser.add_argument("--details", action="store_true", help="precision and recall as well")


def main(options: argparse.Namespace) -> int:
    """Prints the tables; the exit code is 1 where there is nothing to measure."""
    corpora = documents(options, flat=not options.no_flat)
    tools, missing = chosen_tools(options.peers)
    print(header(corpora, tools, missing))
    if not corpora.documents or not tools:
        print("Nothing to measure.")
        return 1
    results = run(
        [tool.name for tool in tools], corpora.documents, jobs=options.jobs, fields=options.fields
    )
    table = tabulate(results, corpora.documents)
    for group in table.groups():
        print(group_table(table, group, tools, corpora, details=options.details))
    print(error_list(table, tools))
    return 0


def header(corpora: Corpora, tools: Sequence[Tool], missing: Sequence[str]) -> str:
    """When and with what the figures were measured."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    lines = [
        "# Quality",
        "",
        f"Measured on {today}, Python {platform.python_version()}, with "
        + ", ".join(f"{tool.name} {tool.version}".strip() for tool in tools)
        + ".",
    ]
    lines += [f"\nMissing, left out: {what}" for what in missing]
    lines += [f"\nMissing, left out: the corpus {name}" for name in corpora.missing]
    return "\n".join(lines) + "\n"


def group_table(
    table: Table, group: str, tools: Sequence[Tool], corpora: Corpora, *, details: bool
) -> str:
    """The figures of one corpus, a row for each tool that has any, best figure in bold."""
    rows = {
        tool.name: table.figures[tool.name, group]
        for tool in tools
        if (tool.name, group) in table.figures
    }
    columns = list(dict.fromkeys(name for figures in rows.values() for name in figures))
    if not details:
        columns = [name for name in columns if not _is_detail(name)]
    best = {
        name: max(round(figures[name], 3) for figures in rows.values() if name in figures)
        for name in columns
    }
    pages = sum(document.group == group for document in corpora.documents)
    titles = [name.replace("_", " ") for name in columns]
    lines = [
        f"## {group}" + (f" ({pages} pages)" if pages else ""),
        "",
        "| | " + " | ".join([*titles, "exceptions"]) + " |",
        "|---" * (len(columns) + 2) + "|",
    ]
    for name, figures in rows.items():
        cells = [_cell(figures.get(column), best[column]) for column in columns]
        errors = len(table.errors.get((name, group), ()))
        lines.append("| " + " | ".join([name, *cells, str(errors)]) + " |")
    return "\n".join(lines) + "\n"


def _is_detail(name: str) -> bool:
    return name.endswith(("precision", "recall", "accuracy"))


def _cell(figure: float | None, best: float) -> str:
    if figure is None:
        return "–"
    shown = f"{figure:.3f}"
    return f"**{shown}**" if round(figure, 3) == best else shown


def error_list(table: Table, tools: Sequence[Tool]) -> str:
    """newsclean's exceptions one by one; of the others, how often each came."""
    lines = []
    for tool in tools:
        found = {
            group: errors for (name, group), errors in table.errors.items() if name == tool.name
        }
        if tool.name == "newsclean":
            lines += [
                f"- {g} {key}: {error}" for g, errors in found.items() for key, error in errors
            ]
        else:
            kinds = [error for errors in found.values() for _, error in errors]
            lines += [
                f"- {tool.name}: {kinds.count(kind)} × {kind}" for kind in dict.fromkeys(kinds)
            ]
    return "## Exceptions\n\n" + "\n".join(lines or ["none"]) + "\n"
