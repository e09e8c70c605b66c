"""What a file is, by its name, and where that does not tell by its first bytes."""

from typing import NamedTuple

from newsclean.decode import looks_like_html

COMPRESSIONS = {".gz": "gzip", ".bz2": "bzip2", ".zst": "zstd"}
_JOINED = {".tgz": (".tar", "gzip"), ".tbz2": (".tar", "bzip2"), ".tzst": (".tar", "zstd")}
_FORMATS = {
    "html": (".html", ".htm", ".xhtml", ".shtml"),
    "text": (".txt", ".text", ".md"),
    "zip": (".zip",),
    "tar": (".tar",),
    "warc": (".warc", ".wet"),
    "wacz": (".wacz",),
    "jsonl": (".jsonl", ".ndjson"),
    "parquet": (".parquet", ".pq"),
    "csv": (".csv", ".tsv"),
    "sqlite": (".sqlite", ".sqlite3", ".db"),
}
_BY_SUFFIX = {suffix: form for form, suffixes in _FORMATS.items() for suffix in suffixes}
PAGES = frozenset({"html", "text", "page"})
"""Formats of a single document; ``"page"`` is one whose name does not tell its kind."""

# Enough to see a doctype behind comments.
SNIFFED = 1024
_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"PAR1", "parquet"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"WARC/1.", "warc"),
)


class Format(NamedTuple):
    """A format, and the compressions around it, the outermost first."""

    name: str
    compressions: tuple[str, ...] = ()


def format_by_name(name: str) -> Format | None:
    """The format that a file's name tells; None where it tells none."""
    stem = name.lower().rpartition("/")[2]
    compressions = []
    while True:
        before, dot, suffix = stem.rpartition(".")
        suffix = dot + suffix
        if suffix in COMPRESSIONS:
            compressions.append(COMPRESSIONS[suffix])
            stem = before
            continue
        if suffix in _JOINED:
            inner, compression = _JOINED[suffix]
            compressions.append(compression)
            suffix = inner
        form = _BY_SUFFIX.get(suffix)
        if form is not None:
            return Format(form, tuple(compressions))
        # "page.gz": whatever it is, it is compressed, and a page until its bytes say more.
        return Format("page", tuple(compressions)) if compressions else None


def format_by_head(head: bytes) -> Format | None:
    """The format that a file's first bytes show; None where they show none."""
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return Format(form)
    if head[257:262] == b"ustar":
        return Format("tar")
    for magic, compression in (
        (b"\x1f\x8b", "gzip"),
        (b"BZh", "bzip2"),
        (b"\x28\xb5\x2f\xfd", "zstd"),
    ):
        if head.startswith(magic):
            return Format("page", (compression,))
    if b"\x00" not in head and looks_like_html(head.decode("latin-1")):
        return Format("page")
    return None
