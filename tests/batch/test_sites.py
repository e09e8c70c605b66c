"""``--site-memory``."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsclean.batch import Extraction, Limits, run
from newsclean.batch.sites import host_of, repeated
from tests.batch.runs import batch, directory, rows

BOX = "Readers of the Ostmere Post see further: a year of stories, for the price of a crossing."
WORDS = "tide ferry island harbour board winter boat line ticket storm crew pier lamp".split()
LIMITS = Limits(workers=2)


def story(n: int) -> str:
    lines = [
        f"The {WORDS[(n + i) % 13]} of the {WORDS[(2 * n + i) % 13]} was late on day {n + i}, "
        f"the {WORDS[(3 * n + i) % 13]} office said, and nobody was surprised by it."
        for i in range(8)
    ]
    middle = [*lines[:4], BOX, *lines[4:]]
    paragraphs = "".join(f"<p>{line}</p>" for line in middle)
    return (
        f"<html lang=en><head><title>Late again, day {n}</title></head><body>"
        f"<article><h1>Late again, day {n}</h1>{paragraphs}</article></body></html>"
    )


def lines(path: Path, pages: list[tuple[str, str]]) -> Path:
    path.write_text("".join(json.dumps({"url": u, "html": h}) + "\n" for u, h in pages))
    return path


def test_a_box_in_many_stories_of_a_host_is_chrome(tmp_path: Path) -> None:
    pages = [(f"https://www.ostmere.example/{n}", story(n)) for n in range(12)]
    pages.append(("https://alone.example/1", story(20)))
    source = lines(tmp_path / "a.jsonl", pages)
    options: dict[str, Any] = {"format": "jsonl", "limits": LIMITS, "rows_per_shard": 4}
    run(source, tmp_path / "plain", **options)
    summary = run(source, tmp_path / "out", site_memory=True, **options)
    assert (summary.documents, summary.statuses["error"]) == (13, 0)
    assert sum(BOX in row["text"] for row in rows(tmp_path / "plain")) == 13
    found = rows(tmp_path / "out")
    assert [row["source_url"] for row in found if BOX in row["text"]] == [
        "https://alone.example/1"
    ]
    reasons = {c["reason"] for row in found for c in row["chrome"] if c["text"] == BOX}
    assert reasons == {"stands on several pages of the site"}

    memory = tmp_path / "out" / "_newsclean" / "sites.json"
    before = memory.stat().st_mtime_ns
    (tmp_path / "out" / next(p.name for p in (tmp_path / "out").glob("*.jsonl"))).unlink()
    run(source, tmp_path / "out", site_memory=True, **options)
    again = rows(tmp_path / "out")
    assert memory.stat().st_mtime_ns == before
    for row in (*again, *found):
        row.pop("now", None)
    assert again == found


def test_one_story_under_several_addresses_is_no_site(tmp_path: Path) -> None:
    pages = [(f"https://ostmere.example/a?from={n}", story(3)) for n in range(5)]
    source = lines(tmp_path / "a.jsonl", pages)
    run(source, tmp_path / "out", site_memory=True, format="jsonl", limits=LIMITS)
    assert all(BOX in row["text"] for row in rows(tmp_path / "out"))


@pytest.mark.parametrize(
    ("pages", "keys"),
    [
        pytest.param([{1, 2}, {1, 3}], [1], id="both of two"),
        pytest.param([{1}], [], id="a page alone"),
        pytest.param([{1}, {1}, *[{2}] * 3, *[set()] * 10], [2], id="a fifth of them"),
        pytest.param([], [], id="none"),
    ],
)
def test_what_repeats(pages: list[set[int]], keys: list[int]) -> None:
    assert repeated(pages) == keys


def test_another_extractor_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="own extractor"):
        batch(directory(tmp_path / "in"), tmp_path / "out", site_memory=True)


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://www.a.example/x", "a.example"), ("https://[", ""), (None, ""), ("a.html", "")],
)
def test_host(url: str | None, host: str) -> None:
    assert host_of(url) == host


def test_the_extraction_of_a_page_without_address_is_as_ever(tmp_path: Path) -> None:
    source = directory(tmp_path / "in", {f"{n}.html": story(n).encode() for n in range(4)})
    options: dict[str, Any] = {"format": "jsonl", "limits": LIMITS, "how": Extraction()}
    run(source, tmp_path / "plain", **options)
    run(source, tmp_path / "out", site_memory=True, **options)
    assert [row["text"] for row in rows(tmp_path / "out")] == [
        row["text"] for row in rows(tmp_path / "plain")
    ]
