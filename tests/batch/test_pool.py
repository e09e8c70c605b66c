"""What documents can do to a worker, and what it costs."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean.batch import Document, Extraction, Limits, Outcome, Status, extract_many
from newsclean.batch.many import _as_list
from newsclean.batch.pool import Pool, PoolError
from tests.batch import poison

HOW = Extraction(extractor=poison.extract)
FAST = Limits(workers=2, timeout=1.0, memory_mb=400, chunk=8)


def outcomes(*texts: str, limits: Limits = FAST) -> list[Outcome]:
    pages = [Document(str(n), text) for n, text in enumerate(texts)]
    return list(extract_many(pages, how=HOW, limits=limits))


def among_others(poisonous: str, *more: str) -> list[str]:
    texts = [f"page {n}" for n in range(30)]
    texts[11:11] = [poisonous, *more]
    return texts


@pytest.mark.parametrize(
    ("text", "status", "error_type"),
    [
        pytest.param("SLEEP", Status.TIMEOUT, "Timeout", id="sleeps in C with the lock held"),
        pytest.param("HOG", Status.ERROR, "MemoryError", id="exhausts memory"),
        pytest.param("SEGV", Status.CRASHED, "SIGSEGV", id="segmentation fault"),
        pytest.param("ABORT", Status.CRASHED, "SIGABRT", id="abort"),
        pytest.param("EXIT", Status.CRASHED, "Exit", id="leaves without a word"),
        pytest.param("LEAVE", Status.ERROR, "SystemExit", id="raises SystemExit"),
        pytest.param("RAISE no luck", Status.ERROR, "ValueError", id="raises"),
    ],
)
def test_a_poison_document_costs_itself_alone(text: str, status: Status, error_type: str) -> None:
    texts = among_others(text)
    found = outcomes(*texts)
    assert [one.id for one in found] == [str(n) for n in range(len(texts))]
    bad = found.pop(11)
    assert (bad.status, bad.error_type) == (status, error_type)
    assert bad.error_message is not None
    assert bad.article is None
    assert {one.status for one in found} == {Status.OK}


def test_several_poisons_in_one_chunk_cost_themselves_alone() -> None:
    texts = among_others("SEGV", "SLEEP", "HOG", "EXIT")
    found = outcomes(*texts)
    assert [one.status for one in found[11:15]] == [
        Status.CRASHED,
        Status.TIMEOUT,
        Status.ERROR,
        Status.CRASHED,
    ]
    assert {one.status for one in found[:11] + found[15:]} == {Status.OK}


def test_a_document_whose_worker_died_once_is_tried_again(tmp_path: Path) -> None:
    found = outcomes(*among_others(f"WAIT_ONCE {tmp_path}/seen"))
    assert {one.status for one in found} == {Status.OK}


def test_the_time_limit_is_for_a_document_not_for_its_chunk() -> None:
    found = outcomes(*["SLOW 0.4"] * 6)
    assert {one.status for one in found} == {Status.OK}


def test_elapsed_time_is_that_of_the_document() -> None:
    slow, fast, hung = outcomes("SLOW 0.3", "page", "SLEEP")
    assert 300 <= slow.elapsed_ms < 900
    assert fast.elapsed_ms < 200
    assert hung.elapsed_ms >= 1000


def test_workers_are_recycled() -> None:
    limits = Limits(workers=1, recycle=4, chunk=2)
    pids = {one.article.text for one in outcomes(*["PID"] * 12, limits=limits) if one.article}
    assert len(pids) == 3


def test_order_is_kept_though_some_are_slow() -> None:
    found = outcomes(*(f"SLOW {0.2 if n % 7 == 0 else 0}" for n in range(40)))
    assert [one.id for one in found] == [str(n) for n in range(40)]


def test_unordered_outcomes_come_as_they_are_done() -> None:
    limits = Limits(workers=2, chunk=1)
    pages = [Document("slow", "SLOW 0.7"), *(Document(str(n), "page") for n in range(20))]
    found = [one.id for one in extract_many(pages, ordered=False, how=HOW, limits=limits)]
    assert sorted(found) == sorted(page.id for page in pages)
    assert found.index("slow") > 5


def test_the_input_is_read_only_as_far_as_the_workers_are() -> None:
    read = 0

    def pages() -> Iterator[str]:
        nonlocal read
        for _ in range(100_000):
            read += 1
            yield "page"

    limits = Limits(workers=2, chunk=4)
    results = extract_many(pages(), how=HOW, limits=limits)
    for _ in range(10):
        next(results)
    time.sleep(0.3)
    assert read < 200
    results.close()  # type: ignore[attr-defined]


def test_few_bytes_are_on_their_way_at_once() -> None:
    limits = Limits(workers=2, chunk_bytes=1_000, waiting_bytes=40_000)
    pages = ["x" * 20_000 for _ in range(20)]
    assert {one.status for one in outcomes(*pages, limits=limits)} == {Status.OK}


def test_pages_of_every_kind(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("from a file")
    pages = [b"bytes", "text", path, Path("/not/there.html"), Document("own", "x", url="u")]
    found = list(extract_many(pages, how=HOW, limits=FAST))
    assert [one.id for one in found] == ["0", "1", str(path), "/not/there.html", "own"]
    assert [one.status.value for one in found] == ["ok", "ok", "ok", "error", "ok"]
    assert found[3].error_type == "FileNotFoundError"
    assert found[4].article is not None
    assert found[4].article.url == "u"


def test_the_same_page_twice_is_two_outcomes() -> None:
    page = Document("same", "page")
    assert len(list(extract_many([page, page, page], how=HOW, limits=FAST))) == 3


def test_something_else_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not int"):
        list(extract_many([1], how=HOW, limits=FAST))  # type: ignore[list-item]


def test_no_pages_no_outcomes() -> None:
    assert list(extract_many([], how=HOW, limits=FAST)) == []


def test_documents_with_different_tags_are_never_in_one_chunk() -> None:
    jobs = [(n // 3, Document(str(n), "page")) for n in range(20)]
    with Pool(HOW, _as_list, FAST) as pool:
        for done in pool.run(jobs):
            assert {int(document.id) // 3 for document in done.documents} == {done.tag}


def test_workers_that_cannot_live_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.batch.pool._REBUILDS", 1)
    with pytest.raises(PoolError, match="too little memory"):
        outcomes("page", limits=Limits(workers=1, memory_mb=1))


@pytest.mark.parametrize(
    "limits",
    [
        pytest.param({"workers": 0}, id="no workers"),
        pytest.param({"timeout": -1}, id="negative time"),
        pytest.param({"memory_mb": 0}, id="no memory"),
    ],
)
def test_limits_are_above_0(limits: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="above 0"):
        Limits(**limits)  # type: ignore[arg-type]
