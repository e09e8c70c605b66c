"""Directories, patterns, pages and archives of pages, also compressed, nested and broken."""

import bz2
import gzip
import os
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from newsclean.batch import Document, Reading, documents
from newsclean.batch.read.formats import Format, format_by_head, format_by_name
from tests.batch.archives import members, page, response, tar_of, zip_of

PAGES = {f"news/{n}.html": page(n) for n in range(3)}


def read(*sources: Path, max_bytes: int = 1_000_000) -> tuple[list[Document], Counter[str]]:
    passed_over = Counter[str]()
    return list(documents(sources, Reading(max_bytes=max_bytes), passed_over)), passed_over


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a/b.html", Format("html")),
        ("B.HTM", Format("html")),
        ("a.html.gz", Format("html", ("gzip",))),
        ("a.txt.bz2", Format("text", ("bzip2",))),
        ("a.tar.zst", Format("tar", ("zstd",))),
        ("a.tgz", Format("tar", ("gzip",))),
        ("CC-MAIN-2024.warc.wet.gz", Format("warc", ("gzip",))),
        ("crawl.warc", Format("warc")),
        ("crawl.wacz", Format("wacz")),
        ("rows.jsonl.gz.gz", Format("jsonl", ("gzip", "gzip"))),
        ("page.gz", Format("page", ("gzip",))),
        ("page", None),
        ("photo.png", None),
    ],
)
def test_format_by_name(name: str, form: Format | None) -> None:
    assert format_by_name(name) == form


@pytest.mark.parametrize(
    ("head", "form"),
    [
        pytest.param(b"<!doctype html><p>", Format("page"), id="markup"),
        pytest.param(gzip.compress(b"x"), Format("page", ("gzip",)), id="gzip"),
        pytest.param(b"WARC/1.1\r\n", Format("warc"), id="WARC"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", None, id="picture"),
        pytest.param(b"Licence\n=======\n", None, id="some text"),
    ],
)
def test_format_by_head(head: bytes, form: Format | None) -> None:
    assert format_by_head(head) == form


def test_a_directory(tmp_path: Path) -> None:
    for name, data in PAGES.items():
        write(tmp_path / name, data)
    write(tmp_path / "flat.txt", b"Flat text.")
    write(tmp_path / "packed.html.gz", gzip.compress(page(7)))
    write(tmp_path / "index", page(8))
    write(tmp_path / "photo.png", b"\x89PNG\x00")
    write(tmp_path / ".hidden.html", b"x")
    write(tmp_path / ".git" / "a.html", b"x")
    found, passed_over = read(tmp_path)
    assert [os.path.relpath(one.id, tmp_path) for one in found] == [
        "flat.txt",
        "index",
        *PAGES,
        "packed.html.gz",
    ]
    assert [one.kind for one in found] == ["text", "auto", "html", "html", "html", "html"]
    assert found[-1].data == page(7)
    assert all(one.failure is None for one in found)
    assert sum(passed_over.values()) == 1


def test_patterns_and_files_come_once(tmp_path: Path) -> None:
    for name, data in PAGES.items():
        write(tmp_path / name, data)
    both = tmp_path / "news" / "[01].html", tmp_path / "**" / "*.html"
    found, _ = read(*both, tmp_path / "news" / "0.html")
    assert [Path(one.id).name for one in found] == ["0.html", "1.html", "2.html"]


def test_a_source_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"b\*\.html"):
        read(tmp_path, tmp_path / "b*.html")


def test_a_named_file_is_a_page_whatever_its_name(tmp_path: Path) -> None:
    found, _ = read(write(tmp_path / "story.draft", b"Just some words."))
    assert [(one.data, one.kind) for one in found] == [(b"Just some words.", "auto")]


def test_a_large_page_is_not_read(tmp_path: Path) -> None:
    (found,), _ = read(write(tmp_path / "a.html", b"x" * 5000), max_bytes=4999)
    assert found.failure is not None
    assert found.failure.error_type == "TooLarge"
    assert "5000" in found.failure.message
    assert found.data == b""


def archives(tmp_path: Path) -> list[Path]:
    tar = tar_of(PAGES)
    return [
        zip_of(tmp_path / "a.zip", PAGES),
        write(tmp_path / "a.tar", tar),
        write(tmp_path / "a.tar.gz", gzip.compress(tar)),
        write(tmp_path / "a.tar.bz2", bz2.compress(tar)),
        write(tmp_path / "a.zip.gz", gzip.compress((tmp_path / "a.zip").read_bytes())),
        write(tmp_path / "b.tar", tar_of({f"{n}.gz": gzip.compress(d) for n, d in PAGES.items()})),
        write(tmp_path / "c.tar", tar_of({"in.zip": (tmp_path / "a.zip").read_bytes()})),
    ]


@pytest.mark.parametrize("which", range(7))
def test_archives(tmp_path: Path, which: int) -> None:
    path = archives(tmp_path)[which]
    found, _ = read(path)
    assert [one.data for one in found] == list(PAGES.values())
    assert found[0].id.startswith(f"{path}!")
    assert {one.source for one in found} == {str(path)}
    assert len({one.id for one in found}) == 3


def test_zstd(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    pack = zstandard.ZstdCompressor().compress
    write(tmp_path / "a.tar.zst", pack(tar_of(PAGES)))
    write(tmp_path / "b.html.zst", pack(page(5)) + pack(page(6)))
    found, _ = read(tmp_path)
    assert [one.data for one in found] == [*PAGES.values(), page(5) + page(6)]


def test_members_that_are_no_pages_are_counted(tmp_path: Path) -> None:
    found, passed_over = read(zip_of(tmp_path / "a.zip", {"a.html": b"x", "b.css": b"", "c": b""}))
    assert len(found) == 1
    assert passed_over == {"not a page by its name": 2}


def test_a_name_twice_in_an_archive_has_two_ids(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar_of({"a.html": page(1)})[:1024] + tar_of({"a.html": page(2)}))
    found, _ = read(path)
    assert len({one.id for one in found}) == 2


def test_archives_in_too_many_archives(tmp_path: Path) -> None:
    data = tar_of(PAGES)
    for _ in range(5):
        data = tar_of({"in.tar": data})
    (found,), _ = read(write(tmp_path / "a.tar", data))
    assert found.failure is not None
    assert found.failure.error_type == "TooDeep"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gzip.compress(page(1) * 9)[:-20], id="truncated"),
        pytest.param(gzip.compress(page(1) * 9)[:5], id="truncated in its header"),
        pytest.param(b"\x1f\x8b\x08 no gzip at all", id="no gzip"),
        pytest.param(gzip.compress(page(1))[:-8] + bytes(8), id="wrong checksum"),
        pytest.param(gzip.compress(page(1)) + b"garbage", id="garbage behind it"),
    ],
)
def test_a_damaged_page_is_a_failure_with_what_could_be_had(tmp_path: Path, data: bytes) -> None:
    (found,), _ = read(write(tmp_path / "a.html.gz", data))
    assert found.failure is not None
    assert found.failure.error_type == "Damaged"


def test_an_empty_page_is_no_failure(tmp_path: Path) -> None:
    write(tmp_path / "a.html", b"")
    write(tmp_path / "b.html.gz", b"")
    found, _ = read(tmp_path)
    assert [(one.data, one.failure) for one in found] == [(b"", None)] * 2


@pytest.mark.parametrize("cut", [600, 1500, 2600])
def test_a_truncated_tar_ends_with_what_could_be_read(tmp_path: Path, cut: int) -> None:
    files = {f"{n}.html": page(n) * 5 for n in range(4)}
    data = tar_of(files)
    end = 4 * 1024 + 100 - cut
    for name, content in (("a.tar", data[:end]), ("b.tar.gz", gzip.compress(data)[: -cut // 8])):
        found, _ = read(write(tmp_path / name, content))
        whole = [one for one in found if one.failure is None]
        assert [one.data for one in whole] == list(files.values())[: len(whole)]
        assert len(whole) < len(found)


def test_a_broken_zip_is_one_failure(tmp_path: Path) -> None:
    data = zip_of(tmp_path / "a.zip", PAGES).read_bytes()
    (found,), _ = read(write(tmp_path / "a.zip", data[:200]))
    assert found.failure is not None
    assert found.failure.error_type == "BadZipFile"


def test_a_broken_member_of_a_zip_costs_itself(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", PAGES, zipfile.ZIP_STORED)
    data = path.read_bytes().replace(page(1), page(9))
    path.write_bytes(data)
    found, _ = read(path)
    assert [one.failure is None for one in found] == [True, False, True]
    assert found[1].failure is not None
    assert found[1].failure.error_type == "Damaged"
    assert "CRC" in found[1].failure.message


def _corrupt(data: bytes, at: int) -> bytes:
    return data[:at] + b"\xff" * 20 + data[at + 20 :]


@pytest.mark.parametrize(
    "method",
    [
        pytest.param(zipfile.ZIP_DEFLATED, id="deflate"),
        pytest.param(zipfile.ZIP_BZIP2, id="bzip2"),
        pytest.param(zipfile.ZIP_LZMA, id="lzma"),
    ],
)
def test_corrupt_data_in_a_zip_are_named(tmp_path: Path, method: int) -> None:
    path = zip_of(tmp_path / "a.zip", PAGES, method)
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("news/1.html")
    begin = info.header_offset + 30 + len(info.filename)
    path.write_bytes(_corrupt(path.read_bytes(), begin + 4))
    found, _ = read(path)
    assert [one.failure is None for one in found] == [True, False, True]
    assert found[1].failure is not None
    assert found[1].failure.error_type == "Damaged"
    assert found[1].failure.message
    assert found[1].id == f"{path}!news/1.html"


def test_an_encrypted_member_of_a_zip_is_named(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", PAGES)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        header = archive.getinfo("news/1.html").header_offset
    data[header + 6] |= 1
    directory = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 1)
    data[directory + 8] |= 1
    path.write_bytes(data)
    found, _ = read(path)
    assert [one.failure and one.failure.error_type for one in found] == [None, "Encrypted", None]


def test_wacz(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    packed = members([response(n) for n in range(4)])
    packed[1] = packed[1][:50]
    files = {
        "archive/a.warc.gz": b"".join(packed),
        "archive/b.warc": response(4),
        "pages/pages.jsonl": b"{}",
        "datapackage.json": b"{}",
    }
    path = zip_of(tmp_path / "a.wacz", files, zipfile.ZIP_STORED)
    found, _ = read(path)
    assert [one.failure is None for one in found] == [True, False, True, True, True]
    assert [one.data for one in found if not one.failure] == [page(n) for n in (0, 2, 3, 4)]
    assert found[2].id == f"{path}!archive/a.warc.gz#{found[2].offset}"


def test_a_compression_bomb_is_too_large(tmp_path: Path) -> None:
    write(tmp_path / "a.html.gz", gzip.compress(bytes(50_000_000)))
    write(tmp_path / "b.html.bz2", bz2.compress(bytes(20_000_000)))
    found, _ = read(tmp_path)
    assert [one.failure and one.failure.error_type for one in found] == ["TooLarge"] * 2
