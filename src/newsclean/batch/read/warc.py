"""WARC and WET files: FastWARC reads the records that :mod:`frames` cuts out."""

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.needs import need
from newsclean.batch.outcomes import too_large
from newsclean.batch.read.frames import Frame, frames
from newsclean.batch.read.place import Place
from newsclean.batch.read.streams import opened, seekable

_HEAD = 8192
# Each with the line end: what a truncated record has of a value is not that value.
_TYPE = re.compile(rb"\r\nwarc-type[ \t]{0,9}:[ \t]{0,9}([a-z]{1,20})[ \t]{0,9}\r\n", re.I)
_RECORD_ID = re.compile(
    rb"\r\nwarc-record-id[ \t]{0,9}:[ \t]{0,9}([^\s\x00-\x20]{1,200})[ \t]{0,9}\r\n", re.I
)
_URL = re.compile(
    rb"\r\nwarc-target-uri[ \t]{0,9}:[ \t]{0,9}<?([^\s<>]{1,4000})>?[ \t]{0,9}\r\n", re.I
)
_DOCUMENTS = ("response", "resource", "conversion")
_HTML = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
_TEXT = ("text/plain",)
_UNKNOWN = ("", "application/octet-stream", "unknown/unknown")


def read_warc(
    stream: BinaryIO, place: Place, compressions: tuple[str, ...] = ()
) -> Iterator[Document]:
    """Responses, resources and conversions that are pages; the rest is counted.

    Redirects, error pages and other media types than HTML and text are no documents.
    """
    parse = need("fastwarc.warc", "fastwarc").ArchiveIterator
    for outer in compressions[:-1]:  # a compressed WARC that was compressed again
        stream, _ = opened(stream, (outer,))
    compression = compressions[-1] if compressions else None
    if compression is not None:
        stream = seekable(stream)
    for frame in frames(stream, compression, place.options.max_bytes):
        kind = (_found(_TYPE, frame.data) or "").lower()
        if kind in _DOCUMENTS or (frame.damage and not kind):
            yield from _documents(frame, kind, place, parse)
        else:
            place.passed_over[f"WARC record: {kind or 'without a type'}"] += 1


def _documents(frame: Frame, kind: str, place: Place, parse: Any) -> Iterator[Document]:
    """The document of a frame; none if it is of a kind that is passed over."""
    known = {
        "offset": frame.offset,
        "record_id": _found(_RECORD_ID, frame.data),
        "url": _found(_URL, frame.data),
    }
    if frame.damage is not None:
        yield place.broken("BadRecord", frame.damage, frame.part, data=frame.data, **known)
    elif frame.length is not None:
        limit = place.options.max_bytes
        why = too_large(frame.length, limit)
        yield place.document(frame.part, data=frame.data[:_HEAD], failure=why, **known)
    else:
        try:
            record = next(
                parse(io.BytesIO(frame.data), auto_decode="all", stream_detect=False), None
            )
            if record is None:
                raise ValueError("no record found in it")
            page = _page(record, kind, place)
        except Exception as error:  # FastWARC names its errors by their causes
            message = f"{type(error).__name__}: {error}"
            yield place.broken("BadRecord", message, frame.part, data=frame.data, **known)
            return
        if page is not None:
            yield place.document(frame.part, **known, **page)


def _page(record: Any, record_kind: str, place: Place) -> dict[str, Any] | None:
    """Data, kind and charset of a record's page; None, and counted, if it holds none."""
    encoding = None
    if record_kind == "conversion":
        media, kind, encoding = "text/plain", "text", "utf-8"
    else:
        media = record.headers.get("Content-Type") or ""
        if record.is_http:
            status = record.http_headers.status_code
            if status is not None and not 200 <= status < 300:
                place.passed_over[f"HTTP status {status}"] += 1
                return None
            media = record.http_content_type or ""
            encoding = record.http_charset
        elif record_kind == "response":
            place.passed_over["WARC response: not HTTP"] += 1
            return None
        media = media.partition(";")[0].strip().lower()
        kind = "html" if media in _HTML else "text" if media in _TEXT else "auto"
    if kind == "auto" and media not in _UNKNOWN:
        place.passed_over[f"media type {media[:60]}"] += 1
        return None
    limit = place.options.max_bytes
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        return {"data": data[:_HEAD], "kind": kind, "failure": too_large(len(data), limit)}
    return {"data": data, "kind": kind, "encoding": encoding}


def _found(pattern: re.Pattern[bytes], data: bytes) -> str | None:
    match = pattern.search(data, 0, _HEAD)
    return match.group(1).decode("utf-8", "replace") if match else None
