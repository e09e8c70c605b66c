"""``speed``: times of the tools beside the bare parse of the same pages.

In one process, page by page, each tool in turn, so that a slow moment of the machine falls
on all of them. The unit is ``lxml.html.document_fromstring(bytes)``.
"""

import argparse
import logging
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median

import lxml.html
from lxml import etree

from benchmarks.documents import Document
from benchmarks.options import chosen_tools, documents
from benchmarks.own import text_extractor
from benchmarks.peers import NEWSCLEAN, Extractor

_SPEED_CORPORA = ("aeb", "fundus", "wcxb")
_DEFAULT_LIMIT = 60


@dataclass
class Times:
    """Seconds by page, of the bare parse and of each tool."""

    bare: list[float] = field(default_factory=list)
    tools: dict[str, list[float]] = field(default_factory=dict)
    exceptions: dict[str, int] = field(default_factory=dict)


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--peers", help="tools to time, by commas; all by default")
    parser.add_argument("--repeat", type=int, default=3, help="runs a page; the fastest counts")
    parser.set_defaults(corpus=_SPEED_CORPORA, limit=_DEFAULT_LIMIT)


def main(options: argparse.Namespace) -> int:
    """Prints the ratios; the exit code is 1 where there is nothing to time."""
    corpora = documents(options, flat=False)
    tools, missing = chosen_tools(options.peers)
    for what in missing:
        print(f"missing, left out: {what}")
    for name in corpora.missing:
        print(f"missing, left out: the corpus {name}")
    pages = [document for document in corpora.documents if document.kind == "html"]
    runners = {tool.name: tool.make() for tool in tools if "html" in tool.kinds}
    if NEWSCLEAN.name in runners:
        runners["newsclean.text()"] = text_extractor()
    if not pages or not runners:
        print("Nothing to time.")
        return 1
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    print("ratios to lxml.html.document_fromstring(bytes): of the totals, median of the pages\n")
    for name in corpora.names:
        chosen = [page for page in pages if page.corpus == name]
        if chosen:
            print(render(name, time_pages(chosen, runners, max(1, options.repeat))))
    return 0


def time_pages(pages: Sequence[Document], runners: dict[str, Extractor], repeat: int) -> Times:
    """The fastest of ``repeat`` rounds over each page, for the bare parse and each tool."""
    times = Times(tools={name: [] for name in runners}, exceptions=dict.fromkeys(runners, 0))
    # The first page loads models, stop lists and compiled patterns: it is run once unseen.
    _round(pages[0], pages[0].data, runners)
    for page in pages:
        data = page.data
        rounds = [_round(page, data, runners) for _ in range(repeat)]
        times.bare.append(min(one[""][0] for one in rounds))
        for name in runners:
            times.tools[name].append(min(one[name][0] for one in rounds))
            times.exceptions[name] += rounds[0][name][1]
    return times


def _round(
    page: Document, data: bytes, runners: dict[str, Extractor]
) -> dict[str, tuple[float, bool]]:
    found = {"": _timed(lambda: _bare(data))}
    for name, runner in runners.items():
        found[name] = _timed(lambda runner=runner: runner(page, data))  # type: ignore[misc]
    return found


def _bare(data: bytes) -> None:
    try:
        lxml.html.document_fromstring(data)
    except etree.ParserError:
        return


def _timed(call: Callable[[], object]) -> tuple[float, bool]:
    """The seconds of a call, and whether it raised."""
    start = time.perf_counter()
    raised = False
    try:
        call()
    except Exception:
        raised = True
    return time.perf_counter() - start, raised


def render(name: str, times: Times) -> str:
    """The table of a corpus, fastest first."""
    total = sum(times.bare)
    pages = len(times.bare)
    lines = [
        f"## {name} ({pages} pages, bare parse {1000 * total / pages:.1f} ms a page)",
        "",
        "| | total | median | ms a page | exceptions |",
        "|---|---|---|---|---|",
    ]
    for tool, seconds in sorted(times.tools.items(), key=lambda one: sum(one[1])):
        ratios = [ours / bare for ours, bare in zip(seconds, times.bare, strict=True)]
        cells = (
            tool,
            f"{sum(seconds) / total:.1f}",
            f"{median(ratios):.1f}",
            f"{1000 * sum(seconds) / pages:.1f}",
            str(times.exceptions[tool]),
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"
