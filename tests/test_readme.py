"""What the README tells a newcomer to run, run."""

import doctest
import json
import re
import shlex
from pathlib import Path

import pytest

from newsclean import cli

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line for line in README.splitlines() if line.startswith("python3 -m venv .venv && ")]


def test_there_are_two_commands_that_set_everything_up():
    assert len(COMMANDS) == 2


def test_the_first_command_runs_the_main_job(capsys, monkeypatch):
    *_, job = COMMANDS[0].split(" && ")
    program, *arguments = shlex.split(job)
    assert program == ".venv/bin/newsclean"
    monkeypatch.chdir(ROOT)
    assert cli.main(arguments) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["title"]
    assert len(article["body"]) > 3


def test_the_second_command_is_what_ci_runs():
    assert COMMANDS[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert COMMANDS[1].endswith(".venv/bin/pytest")


def test_the_examples_give_what_they_show():
    failed, tried = doctest.testfile(
        str(ROOT / "README.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert tried > 4
    assert failed == 0


@pytest.mark.parametrize("command", ["extract", "label"])
def test_every_command_is_described(command, capsys):
    assert f"newsclean {command}" in README
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, "--help"])
    assert stopped.value.code == 0
    assert command in capsys.readouterr().out


def test_every_link_leads_to_a_file():
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"
