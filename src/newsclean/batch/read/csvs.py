"""CSV and TSV."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from newsclean.batch.document import Document
from newsclean.batch.read.columns import Columns
from newsclean.batch.read.formats import COMPRESSIONS
from newsclean.batch.read.place import Place


def read_csv(stream: BinaryIO, place: Place) -> Iterator[Document]:
    """A document a row below a row of names, in UTF-8."""
    columns = Columns(place.options)
    csv.field_size_limit(max(csv.field_size_limit(), place.options.max_bytes))
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace", newline="")
    rows = csv.DictReader(text, delimiter="\t" if _is_tsv(place.name) else ",")
    columns.wanted(rows.fieldnames or [])
    n = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:  # a field over the limit; the reader goes on behind it
            yield place.broken("BadRow", str(error), n, offset=n)
        else:
            if row is None:
                break
            row.pop(None, None)
            yield columns.document(row, n, place)
        n += 1
    text.detach()


def _is_tsv(name: str) -> bool:
    stem = name.lower()
    for suffix in COMPRESSIONS:
        stem = stem.removesuffix(suffix)
    return stem.endswith(".tsv")
