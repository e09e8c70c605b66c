"""Site memory: what comes again on the pages of a host, learned before a run.

A first pass reads all sources, and parses some pages of each host. What it learned is kept
beside the journal, so that a run that goes on has the same memory. Its size is bounded by
the hosts and pages that are looked at, whatever the batch's size.
"""

import dataclasses
import datetime
import hashlib
import json
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from newsclean.api import article_from
from newsclean.article import Article
from newsclean.batch.document import Document, Outcome
from newsclean.batch.options import Extraction, Limits
from newsclean.batch.pool import Pool
from newsclean.label.site import site_key, without_repeated
from newsclean.source import Source, open_source, read_source

# Pages of a host that are looked at, the first ones, hosts, and long texts of a page. A page
# has some fifty, so that ten thousand hosts of thirty pages take 150 MB.
_PAGES = 30
_HOSTS = 10_000
_TEXTS = 500
# A text is the site's if it stands on this share of the pages looked at, and on two of
# them. Papers repeat paragraphs of background in stories on one subject: on fewer pages.
_SHARE = 0.2

Look = tuple[str, tuple[str, ...]]


def learn(
    documents: Iterable[Document], how: Extraction, limits: Limits, path: Path
) -> "WithSites":
    """Write to ``path`` what repeats on the hosts of ``documents``, unless it is there; the
    extractor that knows it.

    Pages without an address belong to no host. Pages with one title count once: they are
    one story under several addresses.
    """
    if not path.exists():
        memory = _learned(documents, how, limits)
        part = path.with_suffix(".part")
        part.write_text(json.dumps(memory, sort_keys=True), "utf-8")
        part.replace(path)
    return WithSites(path, hashlib.sha256(path.read_bytes()).hexdigest())


def _learned(
    documents: Iterable[Document], how: Extraction, limits: Limits
) -> dict[str, list[int]]:
    """The keys that repeat, by host."""
    looks: dict[str, dict[str, array[int]]] = {}
    with Pool(dataclasses.replace(how, extractor=look), pack, limits) as pool:
        for done in pool.run(_sample(documents)):
            for document, (title, keys) in zip(done.documents, done.packed.data, strict=True):
                pages = looks.setdefault(host_of(document.url), {})
                own = {int(key, 16) for key in keys}.union(pages.get(title, ()))
                pages[title] = array("Q", sorted(own))
    found = {host: repeated(pages.values()) for host, pages in looks.items()}
    return {host: keys for host, keys in found.items() if keys}


def repeated(pages: Iterable[Iterable[int]]) -> list[int]:
    """The keys that stand on so many of the pages that they are the site's."""
    several = [set(page) for page in pages]
    counts = Counter(key for page in several for key in page)
    fewest = max(2, _SHARE * len(several))
    return sorted(key for key, count in counts.items() if count >= fewest)


def host_of(url: str | None) -> str:
    """The host of an address without ``www.``; empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _sample(documents: Iterable[Document]) -> Iterator[tuple[None, Document]]:
    """The first pages of each host."""
    seen: dict[str, set[int]] = {}
    for document in documents:
        host = host_of(document.url)
        if not host or (host not in seen and len(seen) >= _HOSTS):
            continue
        urls = seen.setdefault(host, set())
        key = hash(document.url)
        if len(urls) < _PAGES and key not in urls and document.failure is None:
            urls.add(key)
            yield None, document


def look(
    source: Source,
    *,
    url: str | None = None,
    kind: str = "auto",
    encoding: str | None = None,
    language: str | None = None,
    now: datetime.datetime | None = None,
) -> Article:
    """A page's title and, as its tags, the keys of its blocks: an extractor, so that the
    limits of a run hold for this pass too."""
    _, page = read_source(source, url, kind, encoding)
    title = next((claim.value for claim in page.claims if claim.name == "title"), None)
    keys = {key for block in page.blocks if (key := site_key(block)) is not None}
    # The lowest keys are the same texts on every page that has them.
    return Article(title=title or url, tags=tuple(f"{key:x}" for key in sorted(keys)[:_TEXTS]))


def pack(outcomes: Sequence[Outcome]) -> list[Look]:
    """What :func:`look` saw."""
    articles = [outcome.article or Article() for outcome in outcomes]
    return [(article.title or "", article.tags) for article in articles]


@dataclass(frozen=True)
class WithSites:
    """An extractor that knows what repeats on a page's host."""

    path: Path
    """What :func:`learn` wrote."""
    digest: str
    """Of the file: processes that live on tell it from one that a later run wrote."""

    def __call__(
        self,
        source: Source,
        *,
        url: str | None = None,
        kind: str = "auto",
        encoding: str | None = None,
        language: str | None = None,
        now: datetime.datetime | None = None,
    ) -> Article:
        """As :func:`newsclean.extract`."""
        labelled = open_source(source, url, kind, encoding, language, now)
        known = _memory(self.path, self.digest).get(host_of(url))
        if known is not None:
            labelled = without_repeated(labelled, known)
        return article_from(labelled, url, language, now)


@cache
def _memory(path: Path, _: str) -> dict[str, frozenset[int]]:
    """Kept for as long as the process lives."""
    content = json.loads(path.read_text("utf-8"))
    return {host: frozenset(keys) for host, keys in content.items()}
