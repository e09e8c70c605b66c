"""What the loaders make: a page of a corpus with what is true of it."""

import datetime
import gzip
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.flatten import STYLES, flatten


@dataclass(frozen=True)
class DatelineTruth:
    """A hand-made dateline label."""

    raw: str | None
    """The dateline as written; None says that the page has none."""
    place: str | None
    doubt: bool = False
    """Two readers could label it differently: it is left out of the main figure."""


@dataclass(frozen=True)
class GoldQuote:
    """A span in quotation marks, and whom the annotators credit with it."""

    start: int
    """Offset of its first character behind the opening mark, in the document's text."""
    end: int
    text: str
    credited: bool
    """Whether an attribution covers it."""
    sources: tuple[str, ...]
    """The source spans of the attributions that cover it."""


@dataclass(frozen=True)
class Truth:
    """What is known of a page; None where the corpus does not say."""

    text: str | None = None
    paragraphs: tuple[str, ...] | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    published: datetime.date | datetime.datetime | None = None
    dateline: DatelineTruth | None = None
    quotes: tuple[GoldQuote, ...] | None = None
    wanted: tuple[str, ...] | None = None
    """Segments that the text must hold (``with``)."""
    unwanted: tuple[str, ...] = ()
    """Segments that it must not hold (``without``)."""
    is_article: bool | None = None


@dataclass(frozen=True)
class Document:
    """A page of a corpus."""

    id: str
    corpus: str
    host: str
    """Host or publisher: pages that share it belong into the same fold."""
    path: Path = field(repr=False)
    truth: Truth = field(repr=False)
    url: str | None = None
    kind: str = "html"
    """``"html"`` or ``"text"``."""
    style: str | None = None
    """The style that an HTML page is flattened in, None where it is left as it is."""

    @property
    def group(self) -> str:
        """The corpus, and the style where the page is flattened: ``"aeb/inner"``."""
        return f"{self.corpus}/{self.style}" if self.style else self.corpus

    @property
    def data(self) -> bytes:
        """The page as it was stored."""
        raw = self.path.read_bytes()
        return gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw

    @property
    def source(self) -> bytes | str:
        """What an extractor is given: bytes of HTML, or flat text."""
        if self.style is not None:
            return flatten(self.data, self.style)
        return self.data.decode("utf-8") if self.kind == "text" else self.data

    def flat(self) -> "tuple[Document, ...]":
        """The page flattened in each style: without its address, but in its fold."""
        host = host_of(self.url) or self.host
        return tuple(
            Document(self.id, self.corpus, host, self.path, self.truth, None, "text", style)
            for style in STYLES
        )


@dataclass(frozen=True)
class Corpora:
    """The documents that were found, and the corpora that were not."""

    documents: tuple[Document, ...]
    missing: tuple[str, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The corpora that were found, in their order."""
        return tuple(dict.fromkeys(document.corpus for document in self.documents))


def host_of(url: str | None) -> str:
    """The host of an address without ``www.``; empty where there is none."""
    host = urlsplit(url or "").hostname or ""
    return host.removeprefix("www.")
