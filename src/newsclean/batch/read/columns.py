"""Which column of a table, or key of an object, is what."""

from collections.abc import Mapping, Sequence
from typing import Any

from newsclean.batch.document import Document
from newsclean.batch.options import Reading
from newsclean.batch.read.place import Place

# Names that datasets use, the likelier first.
_HTML = ("html", "raw_html", "page_html", "content_html")
_TEXT = ("text", "raw_text", "plain_text")
_EITHER = ("content", "page", "raw_content", "document", "body")
_URL = ("url", "link", "uri", "source_url", "target_uri")
_ID = ("id", "uuid", "doc_id", "document_id", "record_id")


class Columns:
    """Makes documents of rows."""

    def __init__(self, options: Reading) -> None:
        self._options = options

    def wanted(self, names: Sequence[str]) -> list[str]:
        """Those of ``names`` that hold something that is read; ValueError where none of
        them holds pages, or one that the options name is not there."""
        for option in ("id_column", "html_column", "text_column", "url_column"):
            name = getattr(self._options, option)
            if name is not None and name not in names:
                raise ValueError(f"no column {name!r}; there are {', '.join(names)}")
        row = dict.fromkeys(names)
        page = self._page(row)
        if page is None:
            raise ValueError(
                f"no column is known to hold pages; there are {', '.join(names)}: name one"
            )
        others = (self._named(row, "url_column", _URL), self._named(row, "id_column", _ID))
        # A page without markup may still have text.
        pages = [page[0]] if self._is_named() else [n for n in self._known() if n in row]
        return [*dict.fromkeys([*pages, *(n for n in others if n is not None)])]

    def document(self, row: Mapping[str, Any], n: int, place: Place) -> Document:
        """The document of the ``n``-th row."""
        page = self._page(row)
        id_name = self._named(row, "id_column", _ID)
        values: dict[str, Any] = {
            "offset": n,
            "record_id": _text(row.get(id_name)) if id_name else None,
            "url": _text(row.get(self._named(row, "url_column", _URL) or "")),
        }
        if page is None:
            message = f"no page among {', '.join(map(str, row))}"
            return place.broken("BadRow", message[:500], n, **values)
        name, kind = page
        data = row[name]
        if data is None:
            data = b""
        elif not isinstance(data, (bytes, str)):
            message = f"{name} holds no text but {type(data).__name__}"
            return place.broken("BadRow", message, n, **values)
        return place.document(n, data=data, kind=kind, **values)

    def _is_named(self) -> bool:
        return bool(self._options.html_column or self._options.text_column)

    def _known(self) -> tuple[str, ...]:
        return (*_HTML, *_TEXT, *_EITHER)

    def _page(self, row: Mapping[str, Any]) -> tuple[str, str] | None:
        """The name of the column that holds the page, and the page's kind. One that holds
        something comes before one that does not."""
        named = [
            (name, kind)
            for name, kind in (
                (self._options.html_column, "html"),
                (self._options.text_column, "text"),
            )
            if name is not None
        ]
        known = named or [
            *((name, "html") for name in _HTML),
            *((name, "text") for name in _TEXT),
            *((name, "auto") for name in _EITHER),
        ]
        there = [(name, kind) for name, kind in known if name in row]
        return next((one for one in there if row[one[0]]), there[0] if there else None)

    def _named(self, row: Mapping[str, Any], option: str, known: Sequence[str]) -> str | None:
        name = getattr(self._options, option)
        if name is not None:
            return str(name)
        return next((name for name in known if name in row), None)


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
