"""The values that a page's scripts carry: what frameworks ship to draw the page from."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from newsclean.read.jsonld import parse_json

# Shorter scripts hold no story.
_SHORTEST = 300
_ASSIGNED = re.compile(r"=\s{0,9}(?=[\[{])|JSON\.parse\(\s{0,9}(?=\")")
_UNDEFINED = re.compile(r"([:\[,]\s?)undefined(?=\s?[,}\]])")
_PUSHED = re.compile(r"__next_f\.push\(\[1,\s{0,9}(?=\")")
_ROW = re.compile(rb"([0-9a-f]{1,8}):")
_REFERENCE = re.compile(r"\$[L@]?([0-9a-f]{1,8})")
# A property and its string, in scripts that are code and no JSON. A failed match means that
# no mark closes on the line, so that no later one fails there.
_LITERAL = re.compile(r"([\w$]{1,40})\s{0,3}:\s{0,3}\"((?:[^\"\\\n]|\\.){20,})\"")
_HEX = re.compile(r"\\x([0-9a-fA-F]{2})")
_WRAPPERS = frozenset(("Reactive", "ShallowReactive", "Ref", "ShallowRef", "NuxtError"))
_DEPTH = 60


def script_values(root: Any) -> Iterator[tuple[str, Any]]:
    """The values of a tree's scripts and data attributes, each with its source:
    ``json-ld`` or ``script``."""
    pushed: list[str] = []
    for element in root.iter("script"):
        text = element.text or ""
        if len(text) < _SHORTEST and "__next_f" not in text:
            continue
        kind = (element.get("type") or "").lower()
        if "json" in kind:
            source = "json-ld" if "ld+json" in kind else "script"
            nuxt = element.get("id") == "__NUXT_DATA__" or element.get("data-nuxt-data")
            for value in parse_json(text) or ():
                yield source, _revived(value) if nuxt and isinstance(value, list) else value
        elif "__next_f" in text:
            pushed += _strings(text)
        else:
            for value in _assigned(text):
                yield "script", value
    if pushed:
        yield "script", _flight("".join(pushed))
    for attribute in root.xpath(f"//@*[string-length(.) > {_SHORTEST}]"):
        if attribute.lstrip().startswith(("{", "[")):
            for value in parse_json(str(attribute)) or ():
                yield "script", value


def _assigned(text: str) -> Iterator[Any]:
    """The objects and arrays that a script assigns, and those it parses from strings; the
    strings of its properties where it holds none."""
    if "undefined" in text:
        text = _UNDEFINED.sub(r"\1null", text)
    decoder = json.JSONDecoder(strict=False)
    at, found = 0, False
    for match in _ASSIGNED.finditer(text):
        if match.end() < at:
            continue
        try:
            value, at = decoder.raw_decode(text, match.end())
            if isinstance(value, str):
                value = json.loads(value, strict=False)
        except (ValueError, RecursionError):
            continue
        if at - match.end() >= _SHORTEST:
            found = True
            yield value
    if not found:
        yield _properties(text)


def _properties(text: str) -> dict[str, str]:
    """The strings that a script's code gives to properties, numbered where names repeat."""
    strings: dict[str, str] = {}
    for match in _LITERAL.finditer(text):
        literal = _HEX.sub(r"\\u00\1", match[2]).replace("\\'", "'")
        try:
            value = json.loads(f'"{literal}"', strict=False)
        except ValueError:
            continue
        name = match[1]
        strings[name if name not in strings else f"{name} {len(strings)}"] = value
    return strings


def _strings(text: str) -> Iterator[str]:
    """The strings that a script pushes to Next.js's stream."""
    decoder = json.JSONDecoder(strict=False)
    for match in _PUSHED.finditer(text):
        try:
            value, _ = decoder.raw_decode(text, match.end())
        except ValueError:
            continue
        if isinstance(value, str):
            yield value


def _flight(stream: str) -> Any:
    """The rows of React's flight format: ``id:json`` a line, or ``id:Tlength,text`` with
    the length in bytes; strings ``$id`` refer to other rows."""
    data = stream.encode("utf-8", "replace")
    rows: dict[str, Any] = {}
    at = 0
    while match := _ROW.match(data, at):
        key, at = match[1].decode(), match.end()
        if data[at : at + 1] == b"T":
            comma = data.find(b",", at, at + 12)
            try:
                size = int(data[at + 1 : comma], 16)
            except ValueError:
                break
            rows[key] = data[comma + 1 : comma + 1 + size].decode("utf-8", "replace")
            at = comma + 1 + size
            continue
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if data[at : at + 1] in (b"[", b"{", b'"'):
            with suppress(ValueError, RecursionError):
                rows[key] = json.loads(data[at:end])
        at = end + 1
    return [_resolved(row, rows, 0) for row in rows.values() if not isinstance(row, str)]


def _resolved(value: Any, rows: dict[str, Any], depth: int) -> Any:
    """``value`` with the text rows that it refers to."""
    if depth > _DEPTH:
        return None
    if isinstance(value, list):
        return [_resolved(item, rows, depth + 1) for item in value]
    if isinstance(value, dict):
        return {key: _resolved(item, rows, depth + 1) for key, item in value.items()}
    if isinstance(value, str) and (match := _REFERENCE.fullmatch(value)):
        row = rows.get(match[1])
        return row if isinstance(row, str) else value
    return value


def _revived(values: list[Any]) -> Any:
    """The first of Nuxt's values, whose objects and arrays hold indices of others."""
    # Each value is put in one place only: others that share it would multiply it.
    taken: set[int] = set()

    def get(at: Any, depth: int) -> Any:
        if not isinstance(at, int) or isinstance(at, bool) or not 0 <= at < len(values):
            return None
        value = values[at]
        if not isinstance(value, dict | list):
            return value
        if at in taken or depth > _DEPTH:
            return None
        taken.add(at)
        if isinstance(value, dict):
            return {key: get(item, depth + 1) for key, item in value.items()}
        if value and isinstance(value[0], str):
            return get(value[1], depth + 1) if value[0] in _WRAPPERS and len(value) > 1 else None
        return [get(item, depth + 1) for item in value]

    return get(0, 0)
