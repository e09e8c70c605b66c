"""A WARC of pages of the corpora under new ids, a tenth of its records broken on purpose."""

import gzip
import json
import random
import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.loaders import load

_CORPORA = ("aeb", "fundus", "wcxb", "trafilatura")
# Of a hundred broken records so many of each kind. Large pages are few: each takes half a
# second to write and to skip.
_BROKEN = {
    "truncated gzip member": 23,
    "wrong length": 23,
    "binary": 23,
    "empty": 18,
    "nested 100,000 deep": 10,
    "50 MB": 3,
}
_STORY = ("ok", "not an article", "empty")
_NAMESPACE = uuid.UUID("6f1c1f1e-7d0e-4bb5-9a52-000000000007")


@dataclass(frozen=True)
class Expected:
    """What a run must say of a record."""

    offset: int
    kind: str
    statuses: tuple[str, ...]
    error_type: str | None = None


_EXPECTED: dict[str, tuple[tuple[str, ...], str | None]] = {
    "page": (_STORY, None),
    "truncated gzip member": (("error",), "BadRecord"),
    "wrong length": (("error",), "BadRecord"),
    "binary": (("error",), "NotText"),
    "empty": (("empty",), None),
    "nested 100,000 deep": (_STORY, None),
    "50 MB": (("error",), "TooLarge"),
}


def corpus_pages(corpora: Path, largest: int = 200_000) -> list[tuple[str, bytes]]:
    """Addresses and bytes of the HTML pages up to ``largest`` bytes."""
    found = []
    for document in load(corpora, _CORPORA, flat=False).documents:
        if document.kind == "html":
            data = document.data
            if len(data) <= largest:
                found.append((document.url or f"https://{document.host}/", data))
    return found


def make(
    pages: list[tuple[str, bytes]], path: Path, count: int, *, broken: bool = True, seed: int = 7
) -> list[Expected]:
    """Write ``count`` records to ``path``, a gzip member each, and what to expect of them to
    ``path`` with ``.expected.jsonl`` behind it."""
    chance = random.Random(seed)
    expected = []
    offset = 0
    packed = _Packed(pages)
    with path.open("wb") as out:
        for n, kind in enumerate(_kinds(count, chance, broken)):
            member = packed(n, kind, chance)
            out.write(member)
            expected.append(Expected(offset, kind, *_EXPECTED[kind]))
            offset += len(member)
    with path.with_name(path.name + ".expected.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(asdict(one)) + "\n" for one in expected)
    return expected


def _kinds(count: int, chance: random.Random, broken: bool) -> Iterator[str]:
    """One in ten, at a place by chance, is broken, the kinds in turn."""
    names = [name for name, share in _BROKEN.items() for _ in range(share)]
    random.Random(1).shuffle(names)
    place = 0
    for n in range(count):
        if n % 10 == 0:
            place = chance.randrange(10)
        yield names[n // 10 % len(names)] if broken and n % 10 == place else "page"


class _Packed:
    """Makes gzip members; those of large bodies are compressed once."""

    def __init__(self, pages: list[tuple[str, bytes]]) -> None:
        self._pages = pages
        self._makers: dict[str, Callable[[bytes, random.Random], bytes]] = {
            "binary": lambda _, chance: chance.randbytes(20_000),
            "empty": lambda *_: b"",
            "nested 100,000 deep": lambda *_: (
                b"<html><body>" + b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000
            ),
            "50 MB": lambda page, _: page + b"<p>The tide was late again.</p>" * 1_700_000,
        }

    def __call__(self, n: int, kind: str, chance: random.Random) -> bytes:
        url, page = self._pages[n % len(self._pages)]
        body = self._makers[kind](page, chance) if kind in self._makers else page
        wrong = chance.choice((-200, 200, 5000)) if kind == "wrong length" else 0
        member = gzip.compress(_record(n, url, body, wrong), 3, mtime=0)
        if kind == "truncated gzip member":
            return member[: chance.randrange(len(member) // 4, len(member) - 20)]
        return member


def _record(n: int, url: str, body: bytes, wrong: int) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{uuid.uuid5(_NAMESPACE, str(n))}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {max(0, len(block) + wrong)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
