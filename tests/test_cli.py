"""The command line."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean import Article, Role
from newsclean.cli import main

PAGE = """<!DOCTYPE html><html lang="en"><head><title>River closes the old bridge</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>River closes the old bridge</h1>
<p>By Ana Petrov</p>
<p>The river rose by two metres overnight and closed the old bridge in Velmora, the district
office said on Monday, after a week of rain in the hills.</p>
<p>Engineers will look at the piers once the water falls. The council has set aside money for
repairs, but it has not said how much.</p></article></body></html>"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return str(file)


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))


def test_extract_prints_the_article_as_json(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", page]) == 0
    out, err = capsys.readouterr()
    article = Article.from_dict(json.loads(out))
    assert article.title == "River closes the old bridge"
    assert len(article.paragraphs) == 2
    assert err == ""


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "-"]], ids=["no file", "dash"])
def test_extract_reads_standard_input(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, PAGE.replace("Velmora", "Żółw").encode())
    assert main(arguments) == 0
    assert "Żółw" in json.loads(capsys.readouterr().out)["text"]


def test_extract_prints_text(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", page, "--format", "text"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("The river rose")
    assert "\n\nEngineers" in out
    assert "Home" not in out


def test_extract_prints_markdown(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", page, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# River closes the old bridge\n\n")


def test_several_files_are_one_json_object_a_line(
    page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", page, page, page]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert {json.loads(line)["title"] for line in lines} == {"River closes the old bridge"}


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_several_files_have_their_names_above(
    form: str, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "--format", form, page, page]) == 0
    assert capsys.readouterr().out.count(f"==> {page} <==") == 2


@pytest.mark.parametrize("command", ["extract", "label"])
def test_a_missing_file_is_one_line_and_code_2_and_the_others_are_done(
    command: str, page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.html")
    assert main([command, page, missing, page]) == 2
    out, err = capsys.readouterr()
    (line,) = err.splitlines()
    assert missing in line
    assert "No such file" in line
    assert out.count("River closes the old bridge") >= 2


def test_a_directory_is_one_line_and_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.splitlines()) == 1


def test_label_prints_a_table(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["label", page]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["#", "role", "reason", "text"]
    blocks = newsclean.label(PAGE)
    assert len(rows) == len(blocks)
    for i, (row, block) in enumerate(zip(rows, blocks, strict=True)):
        assert row.split()[0] == str(i)
        assert block.role.value in row
    assert max(map(len, [head, *rows])) <= 120
    assert any(block.role is Role.BODY for block in blocks)


def test_label_of_an_empty_page_is_an_empty_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, b"")
    assert main(["label"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_line_break_in_a_block_does_not_break_the_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, b"<p>One<br>two</p>")
    assert main(["label"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_kind_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, b"<p>One.</p>")
    assert main(["label", "--kind", "text"]) == 0
    assert "<p>One.</p>" in capsys.readouterr().out


def test_url_language_and_now_are_passed_on(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--url", "https://news.example/x", "--language", "fr", "--now", "2024-03-04"]
    assert main(["extract", page, *arguments]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert (plain["url"], plain["language"]) == ("https://news.example/x", "fr")


def test_encoding_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin(monkeypatch, "<p>Мост открыт.</p>".encode("koi8-r"))
    assert main(["label", "--encoding", "koi8-r"]) == 0
    assert "Мост открыт." in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no command"),
        pytest.param(["report"], id="unknown command"),
        pytest.param(["extract", "--format", "pdf"], id="unknown format"),
        pytest.param(["extract", "--kind", "pdf"], id="unknown kind"),
        pytest.param(["extract", "--now", "yesterday"], id="no moment"),
        pytest.param(["label", "--format", "json"], id="label has no formats"),
    ],
)
def test_wrong_usage_is_code_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.strip() == newsclean.__version__


def test_as_a_module_with_an_ascii_terminal(page: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsclean", "extract", "-", "--format", "text"],
        input=PAGE.replace("Velmora", "Żółw").encode(),
        capture_output=True,
        env={"PYTHONPATH": ":".join(sys.path), "PYTHONIOENCODING": "ascii", "PATH": ""},
        check=False,
    )
    assert done.returncode == 0
    assert b"\\u017b" in done.stdout
    assert done.stderr == b""


def test_a_reader_that_has_seen_enough_is_no_error(page: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "newsclean", "label", *[page] * 200],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONPATH": ":".join(sys.path), "PATH": ""},
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert err == b""


def test_label_prints_the_fields(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["label", "--fields", page]) == 0
    out, _ = capsys.readouterr()
    lines = out.splitlines()
    title = lines.index("title: River closes the old bridge")
    assert lines[title + 1].startswith("  = heading that agrees with the metadata [text ")
    assert any(line.startswith("  - title element [html]: River closes") for line in lines)
    assert "authors: Ana Petrov" in lines
    assert "published: –" in lines
