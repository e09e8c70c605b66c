"""``python -m benchmarks <command>``, from the project's root."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# A clone runs without an installation.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from benchmarks import gate, options, quality, quotes_report, roles, speed, worst

_COMMANDS = {
    "quality": (quality, "newsclean beside the other extractors, by corpus and field"),
    "worst": (worst, "the worst pages of a corpus, with what was missed and wrongly kept"),
    "gate": (gate, "fails where a figure falls below floors.toml"),
    "roles": (roles, "how well dropped blocks are named, against labels made by hand"),
    "quotes": (quotes_report, "speakers on PolNeAR, in every language and behind pronouns"),
    "speed": (speed, "time beside the bare parse of the same pages"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (module, summary) in _COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=module.__doc__)
        options.add_common(command)
        module.add_options(command)
    chosen = parser.parse_args(arguments)
    try:
        code: int = _COMMANDS[chosen.command][0].main(chosen)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as ``head``, has seen enough: nothing is left to be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    raise SystemExit(main())
