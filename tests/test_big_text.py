"""Ten megabytes of flat text: linear time, and little memory."""

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

SENTENCES = (
    "The river rose by two metres overnight and closed the old bridge in Velmora, the "
    "district office said on Monday, after a week of rain in the hills above the town.",
    '"We have never seen the water this high," said Ana Petrov, who runs the ferry. "The '
    'school will stay closed until the road is dry again."',
)
# Runs Python with its arguments and prints the most memory, in megabytes, that this took: a
# process of its own, since one starts with the figure of the process that it was forked from.
PEAK = """
import resource, subprocess, sys
subprocess.run([sys.executable, *sys.argv[1:]], stdout=subprocess.DEVNULL, check=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(peak // (2**20 if sys.platform == "darwin" else 2**10))
"""
# Reads a page and finds its quotes, without the labels between.
PARTS = """
import sys
from pathlib import Path
from newsclean.article import Paragraph
from newsclean.fields.quotes import find_quotes
from newsclean.read.text import read_text
page = read_text(Path(sys.argv[1]).read_text(encoding="utf-8"))
assert len(find_quotes([Paragraph(block.text) for block in page.blocks], "en").value) > 6_000
"""


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("big") / "dump.txt"
    told = textwrap.fill(" ".join([SENTENCES[0]] * 4), 72)
    said = textwrap.fill(" ".join(SENTENCES), 72)
    paragraphs = [f"{said if n % 5 == 0 else told} In {n}." for n in range(17_000)]
    page.write_text("\n\n".join(paragraphs), encoding="utf-8")
    assert page.stat().st_size > 10_000_000
    return page


@pytest.fixture(scope="module")
def one_line(dump: Path) -> Path:
    page = dump.with_name("one_line.txt")
    page.write_text(" ".join(dump.read_text(encoding="utf-8").split()), encoding="utf-8")
    assert page.stat().st_size > 10_000_000
    return page


def peak_of(*arguments: object) -> int:
    pytest.importorskip("resource")
    command = [sys.executable, "-c", PEAK, *map(str, arguments)]
    return int(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def test_ten_megabytes_take_seconds(dump: Path) -> None:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "newsclean", "extract", "--format", "text", str(dump)],
        stdout=subprocess.PIPE,
        check=True,
    )
    # An idle machine needs about five seconds; quadratic work, hours.
    assert time.perf_counter() - began < 60
    assert len(done.stdout) > 9_000_000


def test_ten_megabytes_take_under_200_megabytes(dump: Path) -> None:
    # Some 160, 110 of them before the JSON is written; all words at once take 225.
    assert peak_of("-m", "newsclean", "extract", dump) < 192


def test_quotes_of_ten_megabytes_on_one_line_take_under_200_megabytes(one_line: Path) -> None:
    # Some 80; all words at once take 410.
    assert peak_of("-c", PARTS, one_line) < 192


def test_ten_megabytes_on_one_line_take_under_200_megabytes(one_line: Path) -> None:
    assert peak_of("-m", "newsclean", "extract", one_line) < 192
