"""Outcomes as rows of plain values, the same in every format and engine, and back."""

from collections.abc import Mapping
from typing import Any

from newsclean.article import Article
from newsclean.batch.document import Outcome
from newsclean.batch.shapes import FIELD, Shape, fields_of

Row = dict[str, Any]

OUTCOME_COLUMNS: dict[str, Shape] = {
    "id": Shape("str"),
    "source": Shape("str"),
    "record_id": Shape("str"),
    "offset": Shape("long"),
    "source_url": Shape("str"),
    "status": Shape("str"),
    "error_type": Shape("str"),
    "error_message": Shape("str"),
    "elapsed_ms": Shape("float"),
    "duplicate_of": Shape("str"),
}
"""What a row says of the document."""
ARTICLE_COLUMNS: dict[str, Shape] = fields_of(Article)
"""The fields of its article."""
COLUMNS: dict[str, Shape] = {**OUTCOME_COLUMNS, **ARTICLE_COLUMNS, "text": Shape("str")}
"""All columns in their order; ``text`` is ``Article.text``."""

_PLAIN = tuple(name for name, shape in ARTICLE_COLUMNS.items() if shape.encode is None)
_ENCODED = tuple((n, shape.encode) for n, shape in ARTICLE_COLUMNS.items() if shape.encode)
_MAPPINGS = tuple(n for n, shape in ARTICLE_COLUMNS.items() if shape.kind == "by field")


def row_of(outcome: Outcome) -> Row:
    """The row of an outcome: the columns of :data:`newsclean.batch.SCHEMA`, in its order.

    Dates are ISO 8601 strings, since an article's date may or may not have a time and a
    zone. ``evidence`` is a list whose items name their ``field``. The columns of the
    article are None, lists too, where there is none.
    """
    row: Row = dict.fromkeys(COLUMNS)
    row["id"] = outcome.id
    row["source"] = outcome.source
    row["record_id"] = outcome.record_id
    row["offset"] = outcome.offset
    row["source_url"] = outcome.url
    row["status"] = outcome.status.value
    row["error_type"] = outcome.error_type
    row["error_message"] = outcome.error_message
    row["elapsed_ms"] = outcome.elapsed_ms
    article = outcome.article
    if article is not None:
        for name in _PLAIN:
            row[name] = getattr(article, name)
        for name, encode in _ENCODED:
            row[name] = encode(getattr(article, name))
        row["text"] = article.text
    return row


def article_of(row: Mapping[str, Any]) -> Article | None:
    """The article of a row; None where its status is error, timeout or crashed."""
    if row["confidence"] is None:
        return None
    plain = {name: row[name] for name in ARTICLE_COLUMNS if name in row}
    for name in _MAPPINGS:
        groups: dict[str, list[Any]] = {}
        for item in row[name]:
            groups.setdefault(item[FIELD], []).append(item)
        plain[name] = groups
    return Article.from_dict(plain)


def clean(value: Any) -> Any:
    """``value`` with lone surrogates, which no encoding has, replaced."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: clean(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [clean(item) for item in value]
    return value
