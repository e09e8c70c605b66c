"""WACZ: a zip archive that holds WARC files."""

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.read.formats import format_by_name
from newsclean.batch.read.nested import read_stream
from newsclean.batch.read.place import Place
from newsclean.batch.read.streams import seekable
from newsclean.batch.read.zips import UNREADABLE, unread


def read_wacz(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """The pages of the WARC files in ``archive/``."""
    with zipfile.ZipFile(seekable(stream)) as archive:
        for info in archive.infolist():
            form = format_by_name(info.filename)
            if not info.filename.startswith("archive/") or form is None or form.name != "warc":
                continue
            own = place.inside(info.filename)
            try:
                with archive.open(info) as member:
                    yield from read_stream(member, own, form)  # type: ignore[arg-type]
            except UNREADABLE as error:
                yield own.broken(*unread(error, info), "error")
