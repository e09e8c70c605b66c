"""Labels of dropped blocks, and how newsclean's names are measured against them."""

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.__main__ import main
from benchmarks.roles import (
    HALVES,
    LABELS,
    Naming,
    RoleLabel,
    find_block,
    hash_of,
    read_labels,
    report,
)
from newsclean.page import Role

TEXT = "Latest news"


def label(text: str = TEXT, block: int = 3, *roles: str, language: str = "en") -> RoleLabel:
    return RoleLabel("aeb", "k1", block, hash_of(text), language, roles or ("latest news",))


@pytest.mark.parametrize(
    ("texts", "block", "expected"),
    [
        pytest.param(["a", "b", "c", TEXT], 3, 3, id="where it stood"),
        pytest.param([TEXT, "b"], 3, 0, id="moved"),
        pytest.param([TEXT, "b", "c", "d", TEXT], 3, 4, id="nearest of two"),
        pytest.param(["Latest\n news"], 3, 0, id="white space"),
        pytest.param(["Latest news!"], 3, None, id="another text"),
        pytest.param([], 0, None, id="empty page"),
    ],
)
def test_find_block(texts: list[str], block: int, expected: int | None) -> None:
    assert find_block(label(block=block), texts) == expected


def test_report_counts_by_role_language_and_half() -> None:
    namings = [
        Naming(label(), "dev", "latest news"),
        Naming(label("x", 1, "related", "latest news", language="de"), "held", "latest news"),
        Naming(label("y", 1, "share"), "held", "navigation"),
        Naming(label("z"), "dev", None),
    ]
    shown = report(namings)
    assert "accuracy 0.667  (2 of 3)" in shown
    assert "no longer on their pages: 1" in shown
    assert "dev   1.000  (1 of 1)" in shown
    assert "held  0.500  (1 of 2)" in shown
    assert "  1  share -> navigation" in shown


class TestLabels:
    def test_every_role_is_one(self) -> None:
        for found in read_labels():
            assert found.roles
            assert len(set(found.roles)) == len(found.roles)
            for role in found.roles:
                Role(role)

    def test_they_hold_no_text(self) -> None:
        keys = {"corpus", "id", "block", "hash", "language", "roles"}
        for line in LABELS.read_text("utf-8").splitlines():
            assert set(json.loads(line)) == keys

    def test_they_are_spread(self) -> None:
        labels = read_labels()
        assert len(labels) >= 300
        assert max(Counter((x.corpus, x.document) for x in labels).values()) <= 2
        assert len({x.language for x in labels}) >= 12
        assert sum(x.language == "en" for x in labels) <= 0.4 * len(labels)
        assert sum(x.roles[0] == Role.NAVIGATION for x in labels) <= 0.35 * len(labels)


@pytest.fixture
def labels(tmp_path: Path, corpora: Path) -> Path:
    """Labels for the invented pages; the second names its block wrongly."""
    page = corpora / "article-extraction-benchmark" / "html" / "k1.html.gz"
    story = "<p>The ferry sailed at noon from the old pier, the harbour master said.</p>" * 6
    menu = "<nav><a href='/a'>Arts</a></nav>"
    html = f"<body><article>{story}</article><p>Advertisement</p>{menu}</body>"
    page.write_bytes(gzip.compress(html.encode()))
    rows = [("Advertisement", "advertisement"), ("Arts", "share")]
    path = tmp_path / "labels.jsonl"
    path.write_text(
        "\n".join(
            json.dumps(
                {
                    "corpus": "aeb",
                    "id": "k1",
                    "block": n,
                    "hash": hash_of(text),
                    "language": "en",
                    "roles": [role],
                }
            )
            for n, (text, role) in enumerate(rows)
        )
    )
    return path


def test_the_command(corpora: Path, labels: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roles", "--corpora", str(corpora), "--labels", str(labels), "--misses"]) == 0
    shown = capsys.readouterr().out
    assert "accuracy 0.500  (1 of 2)" in shown
    assert "1  share -> navigation" in shown


def test_without_corpora(tmp_path: Path, labels: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roles", "--corpora", str(tmp_path / "x"), "--labels", str(labels)]) == 1
    assert "Missing, left out: the corpus aeb" in capsys.readouterr().out


@pytest.mark.parametrize("half", HALVES)
def test_halves_are_chosen_by_name(corpora: Path, labels: Path, half: str) -> None:
    options = ["roles", "--corpora", str(corpora), "--labels", str(labels), "--half", half]
    # Both labels are of one publisher: they are in one half, and the other is empty.
    assert main(options) in (0, 1)
