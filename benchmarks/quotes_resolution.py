"""Whom pronouns and descriptions stand for: hand-made labels over the corpora's pages.

``quotes_resolution.json`` holds no text: for each sampled quote its corpus, document, the
offset in the extracted text, a hash of its words, and hashes of the words that a right
name holds (a surname as a rule). A quote is right where a word of its speaker has one of
those hashes; where the article never names the speaker, the label holds the hash of the
description's last word. Quotes were drawn by the order of their hashes, so that the sample
is the same on every run, and judged by reading.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import newsclean
from benchmarks.documents import Document
from newsclean.article import Article, Quote
from newsclean.fields.quoting.language import Lexicon, lexicon

LABELS = Path(__file__).parent / "quotes_resolution.json"
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Sampled:
    """A quote of the sample."""

    corpus: str
    document: str
    offset: int
    words: str
    """Hash of the quote's words."""
    quote: Quote
    article: Article


def hashed(text: str) -> str:
    """A short hash of a text's words, whatever their case and signs."""
    words = " ".join(_WORD.findall(text.casefold()))
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def refers(quote: Quote, words: Lexicon) -> bool:
    """Whether a quote's speaker is written as "he" or "she", or as "the mayor"."""
    parts = (quote.speaker_raw or "").split()
    lower = [part.lower() for part in parts]
    if len(parts) == 1 and words.gender.get(lower[0]) in ("m", "f"):
        return lower[0] not in words.titles
    personal = words.tags.get(lower[-1]) == "H" or words.human.match(lower[-1]) is not None
    described = 1 < len(parts) <= 3 and lower[0] in words.definite and personal
    return described and (words.capital_nouns or parts[-1].islower())


def sampled(documents: Iterable[Document]) -> Iterator[Sampled]:
    """The quotes of ``documents`` whose speaker refers to somebody."""
    for document in documents:
        article = newsclean.extract(document.source, url=document.url, kind=document.kind)
        words = lexicon(article.language)
        for quote in article.quotes if words else ():
            if words and quote.speaker_raw and refers(quote, words):
                yield Sampled(
                    document.corpus, document.id, quote.span[0], hashed(quote.text), quote, article
                )


def right(quote: Quote, accepted: Iterable[str]) -> bool:
    """Whether a word of the speaker's name is one that the label accepts."""
    wanted = set(accepted)
    return any(hashed(word) in wanted for word in _WORD.findall(quote.speaker or ""))


def labels() -> list[dict[str, object]]:
    """The labels, in the order of the sample."""
    loaded: list[dict[str, object]] = json.loads(LABELS.read_text("utf-8"))
    return loaded
