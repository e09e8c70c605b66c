"""An adapter for each tool: what it is called with, and its result as an :class:`Output`.

A tool is imported only where it is used, so that a missing one can be left out.
"""

import datetime
import importlib
import importlib.metadata
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.documents import Document
from benchmarks.flatten import decode, flatten, parse
from benchmarks.output import Output
from benchmarks.own import newsclean_extractor

Extractor = Callable[[Document, bytes | str], Output]

_TEXT = frozenset({"text"})
_FIELDS = frozenset({"text", "lines", "title", "authors", "published"})


@dataclass(frozen=True)
class Tool:
    """An extractor."""

    name: str
    distribution: str | None
    """The package whose version stands in the tables."""
    module: str
    gives: frozenset[str]
    """The attributes of Output that it fills."""
    make: Callable[[], Extractor]
    """Imports the tool and returns what runs it; ImportError where it is missing."""
    kinds: frozenset[str] = frozenset({"html"})

    @property
    def version(self) -> str:
        """The installed version; empty where it cannot be told."""
        if self.distribution is None:
            return ""
        try:
            return importlib.metadata.version(self.distribution)
        except importlib.metadata.PackageNotFoundError:
            # A clone that runs without an installation.
            return str(getattr(importlib.import_module(self.module), "__version__", ""))

    def missing(self) -> str | None:
        """Why the tool cannot run, None where it can."""
        try:
            self.make()
        except ImportError as error:
            return str(error)
        return None


def _trafilatura() -> Extractor:
    trafilatura: Any = importlib.import_module("trafilatura")

    def run(document: Document, source: bytes | str) -> Output:
        found = trafilatura.bare_extraction(
            source, url=document.url, include_comments=False, with_metadata=True
        )
        if found is None:
            return Output()
        text = found.text or ""
        return Output(
            text=text,
            lines=_lines(text),
            title=found.title,
            authors=_split(found.author),
            published=_moment(found.date),
        )

    return run


def _readability() -> Extractor:
    readability: Any = importlib.import_module("readability")

    def run(document: Document, source: bytes | str) -> Output:
        page = readability.Document(_html(source), url=document.url)
        return Output(text=flatten(page.summary(), "inner"), title=page.short_title())

    return run


def _newspaper() -> Extractor:
    newspaper: Any = importlib.import_module("newspaper")

    def run(document: Document, source: bytes | str) -> Output:
        article = newspaper.Article(document.url or "http://example.com/", fetch_images=False)
        article.download(input_html=_html(source))
        article.parse()
        return Output(
            text=article.text,
            lines=_lines(article.text),
            title=article.title,
            authors=tuple(article.authors),
            published=_moment(article.publish_date),
        )

    return run


def _goose() -> Extractor:
    goose: Any = importlib.import_module("goose3").Goose({"enable_image_fetching": False})

    def run(document: Document, source: bytes | str) -> Output:
        article = goose.extract(raw_html=_html(source))
        return Output(
            text=article.cleaned_text,
            lines=_lines(article.cleaned_text),
            title=article.title,
            authors=tuple(_strings(article.authors)),
            published=_moment(article.publish_date),
        )

    return run


_STOPLISTS = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "es": "Spanish",
    "fi": "Finnish", "fr": "French", "hu": "Hungarian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ko": "Korean", "lt": "Lithuanian",
    "nb": "Norwegian_Bokmal", "nl": "Dutch", "no": "Norwegian_Bokmal", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese",
}  # fmt: skip


def _justext() -> Extractor:
    justext: Any = importlib.import_module("justext")

    def run(document: Document, source: bytes | str) -> Output:
        tree = parse(source)
        language = "" if tree is None else (tree.get("lang") or "").lower()[:2]
        stoplist = justext.get_stoplist(_STOPLISTS.get(language, "English"))
        found = justext.justext(_html(source), stoplist)
        lines = tuple(part.text for part in found if not part.is_boilerplate)
        return Output(text="\n\n".join(lines), lines=lines)

    return run


def _resiliparse() -> Extractor:
    plain: Any = importlib.import_module("resiliparse.extract.html2text").extract_plain_text

    def run(document: Document, source: bytes | str) -> Output:
        return Output(text=plain(_html(source), main_content=True, alt_texts=False))

    return run


def _boilerpy() -> Extractor:
    extractors: Any = importlib.import_module("boilerpy3.extractors")
    extractor = extractors.ArticleExtractor(raise_on_failure=False)

    def run(document: Document, source: bytes | str) -> Output:
        found = extractor.get_doc(_html(source))
        return Output(text=found.content, lines=_lines(found.content), title=found.title)

    return run


_ENDINGS = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]{0,3}$")
_LEAST_WORDS = 5


def _all_lines() -> Extractor:
    return lambda document, source: Output(text=str(source))


def _punctuated_lines() -> Extractor:
    def run(document: Document, source: bytes | str) -> Output:
        lines = [line.strip() for line in str(source).splitlines()]
        kept = (
            line for line in lines if len(line.split()) >= _LEAST_WORDS and _ENDINGS.search(line)
        )
        return Output(text="\n".join(kept))

    return run


def _html(source: bytes | str) -> str:
    return decode(source) if isinstance(source, bytes) else source


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(str.strip, text.splitlines()) if line)


def _strings(values: Iterable[object]) -> Iterator[str]:
    """The strings of a list that can hold further lists, as goose3's authors do."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list | tuple):
            yield from _strings(value)


def _split(authors: str | Iterable[str] | None) -> tuple[str, ...]:
    names = authors.split(";") if isinstance(authors, str) else authors or ()
    return tuple(name.strip() for name in names if name.strip())


def _moment(value: object) -> datetime.date | datetime.datetime | None:
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.datetime.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


NEWSCLEAN = Tool(
    "newsclean",
    "newsclean",
    "newsclean",
    _FIELDS | {"deck", "dateline", "quotes", "confidence"},
    newsclean_extractor,
    frozenset({"html", "text"}),
)
PEERS: tuple[Tool, ...] = (
    Tool("trafilatura", "trafilatura", "trafilatura", _FIELDS, _trafilatura),
    Tool("readability-lxml", "readability-lxml", "readability", _TEXT | {"title"}, _readability),
    Tool("newspaper4k", "newspaper4k", "newspaper", _FIELDS, _newspaper),
    Tool("goose3", "goose3", "goose3", _FIELDS, _goose),
    Tool("justext", "justext", "justext", _TEXT | {"lines"}, _justext),
    Tool("resiliparse", "resiliparse", "resiliparse", _TEXT, _resiliparse),
    Tool("boilerpy3", "boilerpy3", "boilerpy3", _TEXT | {"lines", "title"}, _boilerpy),
    Tool("all lines", None, "", _TEXT, _all_lines, frozenset({"text"})),
    Tool("punctuated lines", None, "", _TEXT, _punctuated_lines, frozenset({"text"})),
)
"""The other extractors, and the two baselines that corpus builders use on flat text."""
TOOLS = {tool.name: tool for tool in (NEWSCLEAN, *PEERS)}
