"""The commands, over two invented pages with a stand-in for newsclean."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.documents import Document
from benchmarks.output import Output
from benchmarks.worst import text_differences

BODY = "The ferry sailed at noon from the old pier."
Stub = Callable[[Callable[[Document], Output]], None]


def right(document: Document) -> Output:
    return Output(text=BODY)


def half_wrong(document: Document) -> Output:
    if document.id == "k2":
        raise RuntimeError("lost the page\nand more")
    return Output(text=f"Menu of the day follows here. {BODY}")


def run(command: str, corpora: Path, *more: str) -> int:
    arguments = [command, "--corpora", str(corpora), "--jobs", "1", *more]
    return main(arguments)


def test_quality_counts_and_lists_exceptions(
    corpora: Path, stub: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    stub(half_wrong)
    assert run("quality", corpora, "--peers", "all lines", "--corpus", "aeb") == 0
    shown = capsys.readouterr().out
    assert "## aeb (2 pages)" in shown
    rows = [line for line in shown.splitlines() if line.startswith("| newsclean")]
    assert rows[0].endswith("| 1 |")
    assert "- aeb k2: RuntimeError: lost the page" in shown
    assert "| all lines |" in shown


def test_quality_names_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("quality", tmp_path, "--peers", "all lines", "--corpus", "aeb") == 1
    assert "Missing, left out: the corpus aeb" in capsys.readouterr().out


def test_quality_knows_its_tools(corpora: Path) -> None:
    with pytest.raises(SystemExit, match="no tool 'moon'"):
        run("quality", corpora, "--peers", "moon")


def test_worst_shows_what_was_missed_and_kept(
    corpora: Path, stub: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    stub(lambda document: Output(text="Menu of the day. The ferry sailed at noon."))
    assert main(["worst", "aeb", "--corpora", str(corpora), "--jobs", "1", "-n", "1"]) == 0
    shown = capsys.readouterr().out
    assert "  - noon from the old pier." in shown
    assert "  + Menu of the day." in shown
    assert shown.count("===") == 1


def test_worst_without_the_corpus(tmp_path: Path, stub: Stub) -> None:
    stub(right)
    assert main(["worst", "wcxb", "--corpora", str(tmp_path), "--jobs", "1"]) == 1


def test_text_differences_are_found_inside_of_lines() -> None:
    found = list(text_differences("one two three\nfour", "one two three\nsix seven eight"))
    assert found == [("+", "six seven eight")]


def test_speed_prints_ratios(
    corpora: Path, stub: Stub, capsys: pytest.CaptureFixture[str]
) -> None:
    stub(right)
    assert run("speed", corpora, "--peers", "", "--corpus", "aeb", "--repeat", "1") == 0
    shown = capsys.readouterr().out
    assert "## aeb (2 pages" in shown
    assert "| newsclean |" in shown


class TestGate:
    @pytest.fixture
    def floors(self, tmp_path: Path) -> Path:
        return tmp_path / "floors.toml"

    def read(self, floors: Path) -> dict[str, dict[str, float]]:
        return tomllib.loads(floors.read_text())

    def test_without_corpora_it_says_so(
        self, tmp_path: Path, stub: Stub, capsys: pytest.CaptureFixture[str]
    ) -> None:
        stub(right)
        assert run("gate", tmp_path, "--corpus", "aeb") == 0
        assert "no corpus under" in capsys.readouterr().out

    def test_update_writes_floors(self, corpora: Path, stub: Stub, floors: Path) -> None:
        stub(right)
        assert run("gate", corpora, "--floors", str(floors), "--update") == 0
        assert self.read(floors)["aeb"] == {"f1": 1.0, "words": 1.0}
        assert self.read(floors)["aeb/inner"] == {"f1": 1.0}

    def test_a_fall_fails_and_keeps_the_floor(
        self, corpora: Path, stub: Stub, floors: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        floors.write_text("[aeb]\nf1 = 0.9\n")
        stub(lambda document: Output(text="The ferry sailed at dawn."))
        assert run("gate", corpora, "--floors", str(floors), "--update") == 1
        assert "FELL" in capsys.readouterr().out
        assert self.read(floors)["aeb"]["f1"] == 0.9

    def test_lowering_needs_the_flag(self, corpora: Path, stub: Stub, floors: Path) -> None:
        floors.write_text("[aeb]\nf1 = 1.0\n")
        stub(lambda document: Output(text=BODY + " And it came back late."))
        options = ("--floors", str(floors), "--update", "--allow-lower")
        assert run("gate", corpora, *options) == 0
        assert 0 < self.read(floors)["aeb"]["f1"] < 1

    def test_a_page_that_raises_fails(
        self, corpora: Path, stub: Stub, floors: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        stub(half_wrong)
        assert run("gate", corpora, "--floors", str(floors), "--update") == 1
        assert "exception on k2: RuntimeError: lost the page" in capsys.readouterr().out
        assert not floors.exists()

    def test_floors_of_a_missing_corpus_are_skipped_and_kept(
        self, corpora: Path, stub: Stub, floors: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        floors.write_text("[fundus]\ntitle = 0.8\n")
        stub(right)
        assert run("gate", corpora, "--floors", str(floors), "--update") == 0
        assert "the corpus fundus is missing" in capsys.readouterr().out
        assert self.read(floors)["fundus"] == {"title": 0.8}
