"""Rows that name the first document with (nearly) the same body."""

import random
import zlib
from pathlib import Path
from typing import Any

import pytest

from newsclean import MissingExtraError
from newsclean.batch import Limits
from newsclean.batch.duplicates.signatures import Signer
from newsclean.batch.local import Report
from tests.batch.archives import zip_of
from tests.batch.runs import batch, directory, rows

pytest.importorskip("rensa")

WORDS = "tide ferry island harbour board winter boat line ticket storm crew pier lamp".split()


def story(seed: int, length: int = 300) -> str:
    """A body of its own."""
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(50)}" for _ in range(length))


def changed(text: str, times: int) -> str:
    words = text.split()
    for i in range(times):
        words[(i + 1) * len(words) // (times + 1)] = f"other{i}"
    return " ".join(words)


JAPANESE = (
    "潮が遅れた。渡し船は月曜日に再開すると港湾局は述べた。乗客は喜んだ。島の人々も待っていた"
)
FILES = {
    "a.txt": story(1),
    "b.txt": story(2),
    "c.txt": story(1).upper().replace(" ", "  \n"),
    "d.txt": changed(story(2), 3),
    "e.txt": changed(story(2), 60),
    "f.txt": "Too short to tell",
    "g.txt": "too short, to tell!",
    "h.txt": "too short to say",
    "i.txt": " \n",
    "j.txt": " \n",
    "k.txt": changed(story(1), 2),
    "l.txt": JAPANESE + "。",
    "m.txt": JAPANESE + "！",
    "n.txt": JAPANESE + "た。",
}
SAME = {"c": "a", "d": "b", "g": "f", "k": "a", "m": "l", "n": "l"}


def found(out: Path) -> dict[str, str]:
    return {
        Path(row["id"].partition("!")[2] or row["id"]).stem: Path(
            row["duplicate_of"].partition("!")[2] or row["duplicate_of"]
        ).stem
        for row in rows(out)
        if row["duplicate_of"] is not None
    }


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"format": "jsonl"}, id="jsonl"),
        pytest.param({"format": "jsonl", "compression": "gzip"}, id="gzip"),
        pytest.param({"format": "jsonl", "compression": "zstd"}, id="zstd"),
        pytest.param({"format": "parquet"}, id="parquet"),
        pytest.param({"format": "sqlite"}, id="sqlite"),
    ],
)
def test_duplicates_point_to_the_first(tmp_path: Path, options: dict[str, Any]) -> None:
    source = directory(tmp_path / "in", {name: text.encode() for name, text in FILES.items()})
    summary = batch(source, tmp_path / "out", duplicates=True, rows_per_shard=3, **options)
    assert found(tmp_path / "out") == SAME
    assert (summary.duplicates, summary.documents) == (len(SAME), len(FILES))
    again = batch(source, tmp_path / "out", duplicates=True, rows_per_shard=3, **options)
    assert (again.done_before, again.duplicates) == (len(FILES), len(SAME))
    plain = batch(source, tmp_path / "plain", rows_per_shard=3, **options)
    assert plain.duplicates is None
    without = rows(tmp_path / "out")
    for row in without:
        row["duplicate_of"] = None
    assert without == rows(tmp_path / "plain")


def test_an_interrupted_run_finds_the_same(tmp_path: Path) -> None:
    source = zip_of(tmp_path / "a.zip", {n: t.encode() for n, t in FILES.items()})
    options: dict[str, Any] = {"rows_per_shard": 4, "limits": Limits(workers=2, chunk=1)}
    batch(source, tmp_path / "plain", duplicates=True, **options)

    def stop(state: Report) -> None:
        if state.done >= 6:
            raise KeyboardInterrupt

    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        batch(source, out, duplicates=True, report=stop, **options)
    batch(source, out, duplicates=True, **options)
    assert rows(out) == rows(tmp_path / "plain")
    assert found(out) == SAME


def test_a_new_first_document_takes_over(tmp_path: Path) -> None:
    source = directory(tmp_path / "in", {"b.txt": story(1).encode(), "c.txt": story(1).encode()})
    zip_of(source / "d.zip", {"x.txt": story(1).encode()})
    out = tmp_path / "out"
    batch(source, out, duplicates=True)
    assert found(out) == {"c": "b", "x": "b"}
    (source / "a.txt").write_text(story(1))
    batch(source, out, duplicates=True)
    assert found(out) == {"b": "a", "c": "a", "x": "a"}
    for name in ("a", "b", "c"):
        (source / f"{name}.txt").unlink()
    batch(source, out, duplicates=True)
    assert found(out) == {}


def test_a_chain_of_changes_points_to_no_duplicate(tmp_path: Path) -> None:
    text = story(5)
    files = {f"{n}.txt": changed(text, 5 * n).encode() for n in range(9)}
    batch(directory(tmp_path / "in", files), tmp_path / "out", duplicates=True)
    same = found(tmp_path / "out")
    assert same
    assert not set(same.values()) & set(same)


def test_signatures_are_the_same_in_every_process() -> None:
    """A run that goes on tomorrow must find what it would have found today. If a new version
    of rensa changes the numbers, runs are worked out anew as a whole: no harm."""
    digest, signature = Signer()(story(1))
    assert digest is not None
    assert signature is not None
    assert (digest.hex()[:12], zlib.crc32(signature)) == ("11c9739b76c6", 1220818964)


def test_the_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rensa", None)
    with pytest.raises(MissingExtraError, match=r"newsclean\[duplicates\]"):
        batch(directory(tmp_path / "in"), tmp_path / "out", duplicates=True)
