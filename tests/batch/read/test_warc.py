"""WARC files that are whole: every record is a document or counted."""

import gzip
from pathlib import Path

import pytest

from tests.batch.archives import http, members, page, record, response
from tests.batch.read.warcs import RECORDS, read, shape

pytest.importorskip("fastwarc")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.warc", b"".join(RECORDS), id="plain"),
        pytest.param("a.warc.gz", b"".join(members(RECORDS)), id="a gzip member each"),
        pytest.param("a.warc.gz", gzip.compress(b"".join(RECORDS)), id="one gzip member"),
        pytest.param("a.warc.gz", b"".join(members(RECORDS)) + bytes(512), id="zeros at the end"),
        pytest.param(
            "a.warc.gz", bytes(9).join(members(RECORDS)), id="zeros between gzip members"
        ),
        pytest.param(
            "a.warc.gz",
            gzip.compress(b"".join(RECORDS)[:700]) + gzip.compress(b"".join(RECORDS)[700:]),
            id="gzip members end anywhere",
        ),
        pytest.param("a.warc", b"\r\n\r\n".join(RECORDS), id="more line ends than need be"),
        pytest.param("a.warc", b"".join(RECORDS)[:-4], id="no line ends at the end"),
    ],
)
def test_whole_files(tmp_path: Path, name: str, data: bytes) -> None:
    found, passed_over = read(tmp_path, data, name)
    assert shape(found) == ["0", "1", "2", "3", "4"]
    assert [one.data for one in found] == [page(n) for n in range(5)]
    assert len({one.id for one in found}) == 5
    assert found[3].url == "https://news.example/3"
    assert not passed_over


@pytest.mark.parametrize("compression", ["bz2", "zst"])
def test_other_compressions(tmp_path: Path, compression: str) -> None:
    if compression == "bz2":
        import bz2

        data = b"".join(map(bz2.compress, RECORDS))
    else:
        zstandard = pytest.importorskip("zstandard")
        data = b"".join(map(zstandard.ZstdCompressor().compress, RECORDS))
    found, _ = read(tmp_path, data, f"a.warc.{compression}")
    assert shape(found) == ["0", "1", "2", "3", "4"]


def test_ids_are_offsets(tmp_path: Path) -> None:
    packed = members(RECORDS)
    found, _ = read(tmp_path, b"".join(packed))
    assert found[2].offset == len(packed[0]) + len(packed[1])
    assert found[2].id == f"{tmp_path}/a.warc.gz#{found[2].offset}"
    found, _ = read(tmp_path, b"".join(RECORDS), "a.warc")
    assert found[2].offset == len(RECORDS[0]) + len(RECORDS[1])
    assert found[2].id.endswith(f"a.warc#{found[2].offset}")
    found, _ = read(tmp_path, gzip.compress(b"".join(RECORDS)))
    assert found[2].offset == 0
    assert found[2].id.endswith(f"#0+{len(RECORDS[0]) + len(RECORDS[1])}")


def test_what_is_no_document_is_counted(tmp_path: Path) -> None:
    records = [
        record(9, b"software: x", "warcinfo"),
        record(8, b"GET / HTTP/1.1\r\n\r\n", "request"),
        response(0),
        record(7, http(b"", None, "301 Moved")),
        record(6, http(b"gone", "text/html", "404 Not Found")),
        record(5, http(b"\x89PNG", "image/png")),
        record(1, http(page(1), "application/xhtml+xml; charset=utf-8")),
        record(2, http(page(2), None)),
        record(3, b"\x00\x01", "response", media="text/dns"),
        record(4, b"a: b", "metadata"),
    ]
    found, passed_over = read(tmp_path, b"".join(members(records)))
    assert shape(found) == ["0", "1", "2"]
    assert sum(passed_over.values()) == 7
    assert passed_over["media type image/png"] == 1
    assert passed_over["HTTP status 301"] == 1


def test_charsets_chunks_and_codings(tmp_path: Path) -> None:
    chunked = b"5\r\n<p>He\r\n9\r\nllo</p>\r\n\r\n0\r\n\r\n"
    records = [
        record(0, http("<p>Мост</p>".encode("koi8-r"), "text/html; charset=KOI8-R")),
        record(1, http(gzip.compress(page(1)), "text/html", "200 OK", "Content-Encoding: gzip")),
        record(2, http(chunked, "text/html", "200 OK", "Transfer-Encoding: chunked")),
        record(3, http(b"flat", "text/plain")),
    ]
    found, _ = read(tmp_path, b"".join(members(records)))
    assert (found[0].encoding or "").lower() == "koi8-r"
    assert found[1].data == page(1)
    assert found[1].encoding is None
    assert found[2].data == b"<p>Hello</p>\r\n"
    assert [one.kind for one in found] == ["html", "html", "html", "text"]


def test_wet_and_resources(tmp_path: Path) -> None:
    records = [
        record(0, "Der Fährbetrieb ruht.".encode(), "conversion"),
        record(1, page(1), "resource", media="text/html"),
        record(2, b"GIF8", "resource", media="image/gif"),
    ]
    found, passed_over = read(tmp_path, b"".join(members(records)), "a.warc.wet.gz")
    assert shape(found) == ["0", "1"]
    assert [(one.kind, one.encoding) for one in found] == [("text", "utf-8"), ("html", None)]
    assert passed_over == {"media type image/gif": 1}
