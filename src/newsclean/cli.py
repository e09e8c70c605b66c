"""The command line: ``newsclean extract``, ``newsclean label`` and ``newsclean batch``.

Exit codes of the first two: 0, all inputs were read; 2, wrong usage or an input that could
not be read (the others are done all the same). Those of the third stand in its help.
"""

import argparse
import datetime
import itertools
import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import newsclean
from newsclean.api import KINDS, explain
from newsclean.article import Article, LabelledBlock
from newsclean.batch.command import add_batch
from newsclean.fields.offers import Offer
from newsclean.write.accounts import account
from newsclean.write.markdown import to_markdown

_STDIN = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsclean", description=newsclean.__doc__)
    parser.add_argument("--version", action="version", version=newsclean.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    extract = commands.add_parser(
        "extract",
        help="the article of a page",
        description="Print the article of each FILE (HTML or flat text; standard input "
        "without FILE or for '-').",
    )
    extract.add_argument("files", nargs="*", metavar="FILE", default=[_STDIN])
    extract.add_argument(
        "--format",
        choices=("json", "text", "markdown"),
        default="json",
        help="json (default): the whole Article, one object a line where there are several "
        "files; text: the body alone; markdown: headline, byline and body",
    )
    extract.set_defaults(run=_extract)

    label = commands.add_parser(
        "label",
        help="every block of a page with its role",
        description="Print a table of FILE's blocks in reading order, each with its role and "
        "the rule or score that gave it.",
    )
    label.add_argument("files", nargs="*", metavar="FILE", default=[_STDIN])
    label.add_argument(
        "--fields",
        action="store_true",
        help="instead of the blocks, each field with its value, where that came from (=) and "
        "the candidates that lost (-)",
    )
    label.set_defaults(run=_label)
    for command in (extract, label):
        _add_page_options(command)
    add_batch(commands)
    return parser


def _add_page_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kind", choices=KINDS, default="auto", help="markup or flat text")
    command.add_argument("--url", help="where the page was found")
    command.add_argument("--encoding", help="the charset that the HTTP header gave")
    command.add_argument("--language", help="the page's language, an ISO 639-1 code")
    command.add_argument(
        "--now",
        type=datetime.datetime.fromisoformat,
        help="what relative dates count from, in ISO 8601",
    )


def _extract(options: argparse.Namespace) -> int:
    several = len(options.files) > 1

    def show(name: str, article: Article) -> None:
        if options.format == "json" and several:
            print(article.to_json())
        elif options.format == "json":
            # By pieces: the JSON of a long dump is another copy of it.
            pieces = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(article.to_dict())
            sys.stdout.writelines(itertools.chain(pieces, ["\n"]))
        else:
            show_text(name, to_markdown(article).removesuffix("\n"))

    def show_text(name: str, text: str) -> None:
        if several:
            print(f"==> {name} <==")
        print(text + "\n")

    if options.format == "text":
        # No date is read for the text alone.
        return _each(options, lambda page, now, **rest: newsclean.text(page, **rest), show_text)
    return _each(options, newsclean.extract, show)


def _label(options: argparse.Namespace) -> int:
    several = len(options.files) > 1

    def show(name: str, blocks: tuple[LabelledBlock, ...]) -> None:
        if several:
            print(f"==> {name} <==")
        print(_table(blocks))

    def show_fields(name: str, found: tuple[Article, dict[str, tuple[Offer, ...]]]) -> None:
        if several:
            print(f"==> {name} <==")
        print(account(*found, width=_width()))

    if options.fields:
        return _each(options, explain, show_fields)
    return _each(options, newsclean.label, show)


def _each(
    options: argparse.Namespace,
    function: Callable[..., Any],
    show: Callable[[str, Any], None],
) -> int:
    """Apply ``function`` to every input and show the result."""
    code = 0
    for name in options.files:
        try:
            data = sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()
        except OSError as error:
            print(f"newsclean: cannot read {name}: {error.strerror}", file=sys.stderr)
            code = 2
            continue
        result = function(
            data,
            url=options.url,
            kind=options.kind,
            encoding=options.encoding,
            language=options.language,
            now=options.now,
        )
        show(name, result)
    return code


def _table(blocks: tuple[LabelledBlock, ...]) -> str:
    """The blocks as a table that fits the terminal."""
    width = _width()
    rows = [("#", "role", "reason", "text")]
    for i, block in enumerate(blocks):
        reason = block.reason if block.score is None else f"{block.reason} ({block.score:g})"
        rows.append((str(i), block.role.value, reason, block.text.replace("\n", " ⏎ ")))
    first, second = (max(len(row[n]) for row in rows) for n in (0, 1))
    third = min(max(len(row[2]) for row in rows), 44)
    rest = width - first - second - third - 6
    return "\n".join(
        f"{n:>{first}}  {role:<{second}}  {_cut(reason, third):<{third}}  {_cut(text, rest)}"
        for n, role, reason, text in rows
    )


def _width() -> int:
    return max(shutil.get_terminal_size((120, 24)).columns, 80)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


if __name__ == "__main__":
    sys.exit(main())
