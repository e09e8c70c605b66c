"""Archives for tests, byte by byte, so that they can be broken where it hurts."""

import gzip
import io
import tarfile
import uuid
import zipfile
from pathlib import Path

NAMESPACE = uuid.UUID("a8d2d1c4-0000-4000-8000-000000000000")


def page(n: int, words: str = "The ferry to Ostmere sails again from Monday.") -> bytes:
    """Markup of an invented page."""
    return f"<html><body><h1>Ferry {n}</h1><p>{words}</p></body></html>".encode()


def record_id(n: int) -> str:
    """The id of the record ``n``."""
    return f"<urn:uuid:{uuid.uuid5(NAMESPACE, str(n))}>"


def http(
    body: bytes, media: str | None = "text/html", status: str = "200 OK", *more: str
) -> bytes:
    """An HTTP response."""
    lines = [f"HTTP/1.1 {status}", *([f"Content-Type: {media}"] if media else []), *more]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(
    n: int, block: bytes, kind: str = "response", *, length: int | None = None, media: str = ""
) -> bytes:
    """A WARC record of which only the length may be wrong."""
    content_type = media or (
        "application/http; msgtype=response" if kind == "response" else "text/plain"
    )
    head = "\r\n".join(
        [
            "WARC/1.0",
            f"WARC-Type: {kind}",
            f"WARC-Record-ID: {record_id(n)}",
            f"WARC-Target-URI: https://news.example/{n}",
            "WARC-Date: 2024-01-02T03:04:05Z",
            f"Content-Type: {content_type}",
            f"Content-Length: {len(block) if length is None else length}",
        ]
    )
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(n: int, body: bytes | None = None) -> bytes:
    """A response with a page."""
    return record(n, http(page(n) if body is None else body))


def members(records: list[bytes]) -> list[bytes]:
    """Each record a gzip member."""
    return [gzip.compress(one, mtime=0) for one in records]


def zip_of(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip archive."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tar_of(files: dict[str, bytes]) -> bytes:
    """A tar archive."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()
