"""newsclean as the benchmarks call it: each page with weights made without its publisher."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.documents import Document
from benchmarks.output import Output, OutputDateline
from benchmarks.quotes import locate
from training.folds import fold_of_document

FOLD_WEIGHTS = Path(__file__).parent / "folds"


def newsclean_extractor() -> Callable[[Document, bytes | str], Output]:
    """What runs newsclean; ImportError where it cannot be imported."""
    newsclean: Any = importlib.import_module("newsclean")
    weights: Any = importlib.import_module("newsclean.weights")
    if not hasattr(newsclean, "extract"):
        raise ImportError("newsclean has no extract()")

    def run(document: Document, source: bytes | str) -> Output:
        # Learned parts are measured with weights made without the page's publisher.
        with weights.using(FOLD_WEIGHTS / str(fold_of_document(document))):
            article = newsclean.extract(source, url=document.url, kind=document.kind)
        # A field that failed is a defect, though the article came out.
        failed = [problem for problem in article.problems if " failed: " in problem]
        if failed:
            raise RuntimeError("; ".join(failed))
        return from_article(document, source, article)

    return run


def text_extractor() -> Callable[[Document, bytes | str], Output]:
    """What runs ``newsclean.text()``, the body alone."""
    newsclean: Any = importlib.import_module("newsclean")
    weights: Any = importlib.import_module("newsclean.weights")

    def run(document: Document, source: bytes | str) -> Output:
        with weights.using(FOLD_WEIGHTS / str(fold_of_document(document))):
            return Output(text=newsclean.text(source, url=document.url, kind=document.kind))

    return run


def from_article(document: Document, source: bytes | str, article: Any) -> Output:
    """A newsclean Article as an Output; its quotes are located in flat text only."""
    quotes = None
    if document.truth.quotes is not None and isinstance(source, str):
        starts = _element_starts(article)
        quotes = tuple(
            locate(
                source,
                (
                    (
                        quote.text,
                        article.body[quote.element].text,
                        quote.span[0] - starts[quote.element],
                        tuple(name for name in (quote.speaker, quote.speaker_raw) if name),
                    )
                    for quote in article.quotes
                ),
            )
        )
    dateline = article.dateline
    lines = [element.text for element in article.body]
    return Output(
        text=article.text,
        lines=(article.deck, *lines) if article.deck else tuple(lines),
        deck=article.deck,
        title=article.title,
        authors=tuple(author.name for author in article.authors),
        published=article.published,
        dateline=OutputDateline(dateline.raw, dateline.place) if dateline else None,
        quotes=quotes,
        confidence=article.confidence,
    )


def _element_starts(article: Any) -> list[int]:
    starts, position = [], 0
    for element in article.body:
        starts.append(position)
        position += len(element.text) + len("\n\n")
    return starts
