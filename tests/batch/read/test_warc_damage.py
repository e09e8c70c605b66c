"""WARC files that are broken: what is damaged is one row, and nothing else is lost."""

import gzip
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.batch.archives import http, members, page, record, record_id, response
from tests.batch.read.warcs import RECORDS, read, shape

pytest.importorskip("fastwarc")


def broken_member(data: bytes) -> bytes:
    """A gzip member with wrong bytes in the middle."""
    middle = len(data) // 2
    return (
        data[:middle] + bytes(b ^ 0x55 for b in data[middle : middle + 20]) + data[middle + 20 :]
    )


def wrong_checksum(data: bytes) -> bytes:
    return data[:-8] + b"\x01\x02\x03\x04" + data[-4:]


BIG = [response(n, page(n, random.Random(n).randbytes(6000).hex())) for n in range(5)]


WORDS = "the tide was late again and so was every ferry of the line to Ostmere".split()
TEXTS = [
    response(n, page(n, " ".join(random.Random(n).choices(WORDS, k=4000)))) for n in range(12)
]


@pytest.mark.parametrize(
    "breaking",
    [
        pytest.param(lambda one: one[: len(one) // 2], id="truncated in the middle"),
        pytest.param(lambda one: one[:30], id="truncated early"),
        pytest.param(lambda one: one[:12], id="truncated in its header"),
        pytest.param(lambda one: one[:-3], id="truncated in its checksum"),
        pytest.param(broken_member, id="wrong bytes"),
        pytest.param(wrong_checksum, id="wrong checksum"),
        pytest.param(lambda one: b"\x01\x01\x02" + one[3:], id="no magic"),
    ],
)
@pytest.mark.parametrize("where", [0, 2, 4])
def test_a_damaged_member_costs_itself(tmp_path: Path, breaking, where: int) -> None:  # type: ignore[no-untyped-def]
    packed = members(BIG)
    packed[where] = breaking(packed[where])
    found, _ = read(tmp_path, b"".join(packed))
    whole = [str(n) for n in range(5) if n != where]
    assert [one for one in shape(found) if not one.startswith("Bad")] == whole
    assert len(found) == 5
    assert found[where].failure is not None
    assert found[where].offset == sum(map(len, packed[:where]))
    assert len({one.id for one in found}) == 5


@pytest.mark.parametrize("size", range(900, 4200, 150))
def test_truncated_members_of_any_length(tmp_path: Path, size: int) -> None:
    # Cut members go on in the next one's bytes: some decode for a while.
    packed = [gzip.compress(one, 3, mtime=0) for one in TEXTS]
    packed = [one[:size] if n % 2 else one for n, one in enumerate(packed)]
    found, _ = read(tmp_path, b"".join(packed))
    assert [one.offset for one in found] == [sum(map(len, packed[:n])) for n in range(len(packed))]
    assert [one.failure is None for one in found] == [n % 2 == 0 for n in range(len(packed))]


@pytest.mark.parametrize("size", range(1, 300, 7))
def test_records_that_end_in_their_headers(tmp_path: Path, size: int) -> None:
    found, passed_over = read(tmp_path, RECORDS[0] + RECORDS[1][:size], "a.warc")
    assert [one.failure is None for one in found] == [True, False]
    assert found[1].record_id in (None, record_id(1))
    assert not passed_over


def test_two_damaged_members_in_a_row_are_two(tmp_path: Path) -> None:
    packed = members(BIG)
    packed[1], packed[2] = broken_member(packed[1]), wrong_checksum(packed[2])
    found, _ = read(tmp_path, b"".join(packed))
    assert shape(found)[0::3] == ["0", "3"]
    assert len(found) == 5


@pytest.mark.parametrize("size", [1, 100, 3000])
@pytest.mark.parametrize("packed", [True, False])
def test_a_truncated_file_ends_with_what_could_be_read(
    tmp_path: Path, size: int, packed: bool
) -> None:
    data = b"".join(members(BIG) if packed else BIG)[:-size]
    found, _ = read(tmp_path, data, "a.warc.gz" if packed else "a.warc")
    # Three of the four bytes of line ends behind the last record are no loss.
    whole = 5 if size == 1 and not packed else 4
    assert shape(found)[:whole] == [str(n) for n in range(whole)]
    assert len(found) == 5


def test_a_truncated_file_of_one_member(tmp_path: Path) -> None:
    data = gzip.compress(b"".join(BIG))
    found, _ = read(tmp_path, data[: len(data) * 3 // 5])
    assert found[-1].failure is not None
    assert shape(found)[:-1] == [str(n) for n in range(len(found) - 1)]
    assert len(found) >= 3


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("wrong", [-30, +30, +100_000, 10**12])
@pytest.mark.parametrize("where", [0, 2, 4])
def test_a_wrong_length_costs_its_record(
    tmp_path: Path, packed: bool, wrong: int, where: int
) -> None:
    records = list(RECORDS)
    block = http(page(where))
    records[where] = record(where, block, length=len(block) + wrong)
    data = b"".join(members(records) if packed else records)
    found, _ = read(tmp_path, data, "a.warc.gz" if packed else "a.warc")
    expected = [str(n) for n in range(5)]
    expected[where] = f"BadRecord {where}"
    assert shape(found) == expected
    assert found[where].data


def test_a_wrong_length_before_a_damaged_member(tmp_path: Path) -> None:
    records = list(BIG)
    records[1] = record(1, http(page(1)), length=5000)
    packed = members(records)
    packed[2] = packed[2][: len(packed[2]) // 2]
    found, _ = read(tmp_path, b"".join(packed))
    assert [one for one in shape(found) if not one.startswith("Bad")] == ["0", "3", "4"]
    assert len(found) == 5


def test_garbage_between_records(tmp_path: Path) -> None:
    found, _ = read(
        tmp_path, RECORDS[0] + b"garbage\r\n" * 20 + b"\r\n\r\n" + RECORDS[1], "a.warc"
    )
    assert shape(found) in (["0", "BadRecord ?", "1"], ["BadRecord 0", "1"])


def test_garbage_members_between_records(tmp_path: Path) -> None:
    packed = members([RECORDS[0], b"no record at all", RECORDS[1]])
    found, _ = read(tmp_path, b"".join(packed))
    assert shape(found) == ["0", "BadRecord ?", "1"]


@pytest.mark.parametrize("packed", [True, False])
def test_a_record_that_is_too_large_is_not_held(tmp_path: Path, packed: bool) -> None:
    records = [RECORDS[0], response(1, b"x" * 300_000), RECORDS[2]]
    data = b"".join(members(records) if packed else records)
    found, _ = read(tmp_path, data, "a.warc.gz" if packed else "a.warc", max_bytes=50_000)
    assert shape(found) == ["0", "TooLarge 1", "2"]
    assert len(found[1].data) < 10_000


def test_a_page_that_its_coding_blows_up_is_too_large(tmp_path: Path) -> None:
    body = gzip.compress(b"<p>" + b"x" * 3_000_000)
    records = [record(0, http(body, "text/html", "200 OK", "Content-Encoding: gzip")), RECORDS[1]]
    found, _ = read(tmp_path, b"".join(members(records)), max_bytes=100_000)
    assert shape(found) == ["TooLarge 0", "1"]


def test_requests_that_are_damaged_are_no_documents(tmp_path: Path) -> None:
    records = [RECORDS[0], record(7, b"GET /", "request", length=99), RECORDS[1]]
    found, passed_over = read(tmp_path, b"".join(members(records)))
    assert shape(found) == ["0", "1"]
    assert passed_over == {"WARC record: request": 1}


@pytest.mark.parametrize("data", [b"", b"\r\n\r\n"])
def test_an_empty_file_has_no_documents(tmp_path: Path, data: bytes) -> None:
    assert read(tmp_path, data, "a.warc") == ([], Counter())


def test_a_file_that_is_no_warc_is_one_row(tmp_path: Path) -> None:
    found, _ = read(tmp_path, b"<html>not an archive at all</html>" * 100, "a.warc")
    assert shape(found) == ["BadRecord ?"]
    found, _ = read(tmp_path, b"neither is this " * 100, "a.warc.gz")
    assert shape(found) == ["BadRecord ?"]
