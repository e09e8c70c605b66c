"""One stream of any format: its compressions undone, its reader chosen."""

import importlib
from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document, Failure
from newsclean.batch.read.formats import PAGES, Format, format_by_head, format_by_name
from newsclean.batch.read.place import Place, Reader
from newsclean.batch.read.streams import damage_of, is_damage, opened
from newsclean.errors import MissingExtraError

_READERS = {
    "html": "pages:read_html",
    "text": "pages:read_text",
    "page": "pages:read_page",
    "zip": "zips:read_zip",
    "tar": "tars:read_tar",
    "warc": "warc:read_warc",
    "wacz": "wacz:read_wacz",
    "jsonl": "jsonl:read_jsonl",
    "parquet": "parquet:read_parquet",
    "csv": "csvs:read_csv",
    "sqlite": "sqlite:read_sqlite",
}
# An archive in an archive in an archive is real (a WARC in a WACZ in a tar); more is a bomb.
_DEEPEST = 3


def reader(form: str) -> Reader:
    """The reader of a format, imported only now: it may need a package that is missing."""
    module, _, name = _READERS[form].partition(":")
    found: Reader = getattr(importlib.import_module(f"newsclean.batch.read.{module}"), name)
    return found


def read_stream(stream: BinaryIO, place: Place, form: Format) -> Iterator[Document]:
    """The documents of a stream. Nothing that the stream holds raises: what cannot be read
    is a document with a failure.

    Raises MissingExtraError where the format needs a package that is not installed.
    """
    if form.name == "warc":  # it knows better what to do about damage
        yield from _guarded(stream, place, form)
        return
    plain, layers = opened(stream, form.compressions)
    if form.name in PAGES:
        for document in _guarded(plain, place, form):
            damage = damage_of(layers)
            if damage is not None and document.failure is None:
                document = place.broken("Damaged", damage, data=document.data)
            yield document
        return
    yield from _guarded(plain, place, form)
    damage = damage_of(layers)
    if damage is not None:
        yield place.broken("Damaged", f"{damage}; the documents before it were read", "damage")


def _guarded(stream: BinaryIO, place: Place, form: Format) -> Iterator[Document]:
    """A reader's documents; an exception of it is one more."""
    try:
        if form.name == "warc":
            from newsclean.batch.read.warc import read_warc

            yield from read_warc(stream, place, form.compressions)
        else:
            yield from reader(form.name)(stream, place)
    except MissingExtraError:
        raise
    except Exception as error:
        part = None if form.name in PAGES else "error"
        # A zip archive that is none is called so; this is about what it holds.
        if form.name not in ("zip", "wacz") and is_damage(error):
            yield place.broken("Damaged", str(error) or "the data end too early", part)
        else:
            yield place.broken(*Failure.of(error), part)


def read_member(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """The documents of a member of an archive; what is no page is passed over."""
    form = format_by_name(place.name)
    if form is None:
        place.passed_over["not a page by its name"] += 1
        return
    if form.name not in PAGES and place.depth > _DEEPEST:
        yield place.broken("TooDeep", "an archive in too many archives")
        return
    yield from read_stream(stream, place, form)


def sniffed(stream: BinaryIO, head: int) -> Format | None:
    """The format that the first bytes of a seekable stream show."""
    first = stream.read(head)
    stream.seek(0)
    return format_by_head(first)
