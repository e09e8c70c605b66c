"""Frozen dataclasses to plain JSON values and back, by their annotations.

It knows just the shapes that :mod:`newsclean.article` uses: strings, numbers, dates,
enums, optional values, tuples, string-keyed dicts and unions of classes that a
``kind`` tells apart.
"""

import dataclasses
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints


def encode(value: Any) -> Any:
    """``value`` as dicts, lists, strings, numbers, booleans and None."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        cls: Any = type(value)
        plain = {"kind": cls.kind} if "kind" in _class_variables(cls) else {}
        for field in dataclasses.fields(value):
            plain[field.name] = encode(getattr(value, field.name))
        return plain
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in value.items()}
    return value


def decode(hint: Any, value: Any) -> Any:
    """``value``, as :func:`encode` made it, as an instance of the annotation ``hint``.

    Raises TypeError or ValueError for what does not fit.
    """
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(hint), value)
    if origin is tuple:
        return _decode_tuple(get_args(hint), value)
    if origin in (dict, Mapping):
        if not isinstance(value, Mapping):
            raise TypeError(f"expected a mapping, not {type(value).__name__}")
        return {key: decode(get_args(hint)[1], item) for key, item in value.items()}
    if dataclasses.is_dataclass(hint):
        return _decode_dataclass(hint, value)
    if hint in (date, datetime):
        return _decode_date(value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(hint, type) and not isinstance(value, hint):
        raise TypeError(f"expected {hint.__name__}, not {type(value).__name__}")
    return value


def _decode_union(options: tuple[Any, ...], value: Any) -> Any:
    if value is None and type(None) in options:
        return None
    classes = [option for option in options if option is not type(None)]
    if len(classes) == 1 or date in classes:
        return decode(classes[0], value)
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a mapping, not {type(value).__name__}")
    for option in classes:
        if option.kind == value.get("kind"):
            return decode(option, value)
    raise ValueError(f"unknown kind: {value.get('kind')!r}")


def _decode_tuple(options: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, (list, tuple)):
        raise TypeError(f"expected a list, not {type(value).__name__}")
    if len(options) == 2 and options[1] is Ellipsis:
        return tuple(decode(options[0], item) for item in value)
    return tuple(decode(option, item) for option, item in zip(options, value, strict=True))


def _decode_date(value: Any) -> date | datetime:
    if not isinstance(value, str):
        raise TypeError(f"expected an ISO 8601 string, not {type(value).__name__}")
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def _decode_dataclass(cls: Any, value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise TypeError(f"expected a mapping for {cls.__name__}, not {type(value).__name__}")
    hints = _hints(cls)
    names = [field.name for field in dataclasses.fields(cls) if field.name in value]
    return cls(**{name: decode(hints[name], value[name]) for name in names})


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


@cache
def _class_variables(cls: Any) -> frozenset[str]:
    return frozenset(n for n, hint in _hints(cls).items() if get_origin(hint) is ClassVar)
