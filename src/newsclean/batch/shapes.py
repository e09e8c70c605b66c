"""The shapes of an article's values, from the annotations of its classes.

Rows and the Arrow schema are made from the same shapes, so they cannot disagree. What
comes of them is locked by ``tests/batch/schema.txt``: a field that is added to an article
is a new version of the schema.
"""

import dataclasses
import datetime
import types
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

FIELD = "field"
"""A mapping becomes a list of structs whose first field names the key."""


class Shape(NamedTuple):
    """A type of values."""

    kind: str
    """``"str"``, ``"int"``, ``"float"``, ``"bool"``, ``"list"``, ``"struct"``, ``"by field"``."""
    item: "Shape | None" = None
    """Of lists and mappings to lists: the shape of an item."""
    fields: "tuple[tuple[str, Shape], ...]" = ()
    """Of structs."""
    encode: Callable[[Any], Any] | None = None
    """Makes a plain value; None where the value is plain already."""


def shape_of(hint: Any) -> Shape:
    """The shape of an annotation. Every value may be null."""
    options = [one for one in _options(hint) if one is not type(None)]
    origin = get_origin(options[0])
    if origin is tuple:
        item = shape_of(get_args(options[0])[0])
        return Shape("list", item, encode=_list_encoder(item.encode))
    if origin is not None and issubclass(origin, Mapping):
        item = shape_of(get_args(get_args(options[0])[1])[0])
        return Shape("by field", item, encode=_mapping_encoder(item))
    if any(issubclass(one, datetime.date) for one in options):
        return Shape("str", encode=_iso)
    if issubclass(options[0], Enum):
        return Shape("str", encode=_value)
    if dataclasses.is_dataclass(options[0]):
        return _struct(options)
    return Shape(options[0].__name__)


def _struct(classes: list[Any]) -> Shape:
    """One class, or several that their ``kind`` tells apart and that share their fields."""
    fields: dict[str, Shape] = {"kind": Shape("str")} if len(classes) > 1 else {}
    for cls in classes:
        fields |= fields_of(cls)
    return Shape("struct", None, tuple(fields.items()), _struct_encoder(fields))


def fields_of(cls: Any) -> dict[str, Shape]:
    """The shapes of a dataclass's fields."""
    hints = get_type_hints(cls)
    return {field.name: shape_of(hints[field.name]) for field in dataclasses.fields(cls)}


def _options(hint: Any) -> tuple[Any, ...]:
    union = get_origin(hint) in (Union, types.UnionType)
    return get_args(hint) if union else (hint,)


def _struct_encoder(fields: Mapping[str, Shape]) -> Callable[[Any], Any]:
    plain = tuple(name for name, shape in fields.items() if shape.encode is None)
    order = dict.fromkeys(fields)
    encoded = tuple((name, shape.encode) for name, shape in fields.items() if shape.encode)

    def encode(value: Any) -> Any:
        if value is None:
            return None
        row: dict[str, Any] = order.copy()
        for name in plain:
            row[name] = getattr(value, name, None)
        for name, function in encoded:
            row[name] = function(getattr(value, name, None))
        return row

    return encode


def _list_encoder(item: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if item is None:
        return lambda values: None if values is None else list(values)
    return lambda values: None if values is None else [item(value) for value in values]


def _mapping_encoder(item: Shape) -> Callable[[Any], Any]:
    encode = item.encode
    assert encode is not None  # it is a struct
    return lambda groups: [
        {FIELD: name, **encode(value)} for name, values in groups.items() for value in values
    ]


def _iso(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def _value(member: Any) -> Any:
    return None if member is None else member.value
