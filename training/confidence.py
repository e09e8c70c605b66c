"""The trees that tell articles from other pages: ``confidence.json``.

Articles: aeb, fundus, wcxb; with little weight trafilatura and htmldate, of which a few
pages are none. Others: wcxb's other page types, and section fronts made up from the texts
of the same fold (:mod:`training.fronts`). Each HTML page counts four times: as it is,
without the caller's address, without address and metadata, and once more in old dress
(:mod:`training.plain`). Half of the articles are
there once more cut down to a few paragraphs, since news briefs are articles too. Of the
invented fronts in ``tests/fixtures/not-articles`` the half marked ``training`` is there,
in every fold; the other half and the articles of ``tests/fixtures`` are no part of it.
"""

import json
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.documents import Document, host_of
from benchmarks.flatten import STYLES, flatten
from benchmarks.loaders import load
from newsclean.decode import decode
from newsclean.fields.pagetype import HTML, TEXT, html_row, text_row
from newsclean.label.language import find_language
from newsclean.page import Page
from newsclean.read.html import read_html
from newsclean.read.text import read_text
from training.folds import FOLDS, fold_of_document
from training.fronts import Story, fronts, story_of
from training.plain import plainly
from training.trees import fit

# By corpus. 240 pages stand for all that is no article; the pages of trafilatura and
# htmldate are not labelled by type. PolNeAR's licence allows no weights made from it.
_WEIGHTS = {
    "aeb": 1.0, "fundus": 2.0, "wcxb": 1.0, "trafilatura": 0.15, "htmldate": 0.15,
    "not-articles": 3.0, "fronts": 0.7, "invented": 3.0,
}  # fmt: skip
_UNLABELLED = ("trafilatura", "htmldate")
_SHORTENED = 0.7
_WITHOUT_ADDRESS, _WITHOUT_CLAIMS, _OLD = 0.4, 0.2, 0.15
_FRONTS = 60  # in a fold


_INVENTED = Path(__file__).parents[1] / "tests" / "fixtures" / "not-articles"
_EVERY = -1  # no fold leaves these out


class Row(NamedTuple):
    """An example."""

    kind: str
    fold: int
    article: bool
    weight: float
    features: list[float]


def main(corpora: Path, out: Path, folds_out: Path) -> None:
    """Write the weights from all pages, and those without each fold's publishers."""
    rows = list(examples(load(corpora, tuple(_WEIGHTS)[:-2], flat=False).documents))
    _write(out, rows)
    for fold in range(FOLDS):
        _write(folds_out / str(fold), [row for row in rows if row.fold != fold])


def _write(directory: Path, rows: list[Row]) -> None:
    data = {kind: _forest([r for r in rows if r.kind == kind]) for kind in ("html", "text")}
    directory.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, separators=(",", ":"))
    (directory / "confidence.json").write_text(text + "\n", encoding="utf-8")


def _forest(rows: list[Row]) -> dict[str, Any]:
    # Small trees: only some 500 pages are no articles.
    return fit(
        np.array([row.features for row in rows]),
        np.array([float(row.article) for row in rows]),
        np.array([row.weight for row in rows]),
        HTML if rows[0].kind == "html" else TEXT,
        trees=150,
        leaves=5,
        rate=0.07,
        least=25,
    )


def examples(documents: tuple[Document, ...]) -> Iterator[Row]:
    """The rows of the corpora's pages and of the fronts, in a fixed order."""
    stories: dict[tuple[int, str], list[Story]] = defaultdict(list)
    for document in documents:
        data = document.data
        html = decode(data, None)[0]
        fold = fold_of_document(document)
        page = read_html(html, url=document.url)
        language = find_language(page)
        yield from _rows(document.corpus, document.id, fold, data, page, language)
        if document.corpus != "not-articles":
            story = story_of(page, host_of(document.url))
            if story is not None:
                stories[fold, language or ""].append(story)
    yield from _fronts(stories)
    yield from _invented()


def _fronts(stories: dict[tuple[int, str], list[Story]]) -> Iterator[Row]:
    """The rows of fronts made up from each fold's stories."""
    for (fold, language), found in sorted(stories.items()):
        total = sum(len(others) for (other, _), others in stories.items() if other == fold)
        if len(found) < 6:
            continue
        count = max(4, round(_FRONTS * len(found) / total))
        seed = zlib.crc32(f"{fold} {language}".encode())
        for n, (url, html) in enumerate(fronts(found, count, seed)):
            page, data = read_html(html, url=url), html.encode("utf-8")
            yield from _rows("fronts", f"{fold} {n}", fold, data, page, find_language(page))


def _invented() -> Iterator[Row]:
    """The rows of the invented fronts that are for training."""
    for path in sorted(_INVENTED.glob("*/page.html")):
        meta = json.loads((path.parent / "meta.json").read_text("utf-8"))
        if meta["training"]:
            data = path.read_bytes()
            page = read_html(decode(data, None)[0], url=meta["url"])
            language = find_language(page)
            yield from _rows("invented", path.parent.name, _EVERY, data, page, language)


def _rows(
    corpus: str, name: str, fold: int, data: bytes, page: Page, language: str | None
) -> Iterator[Row]:
    article = corpus not in ("not-articles", "fronts", "invented")
    weight = _WEIGHTS[corpus]
    chance = zlib.crc32(name.encode())
    pages = [(page, weight)]
    if corpus not in _UNLABELLED and article and chance % 2:
        pages.append((_shortened(page, 2 + chance // 2 % 6), weight * _SHORTENED))
    for one, by in pages:
        without = replace(one, url=None)
        yield Row("html", fold, article, by, html_row(one, language))
        by_address = by * _WITHOUT_ADDRESS
        yield Row("html", fold, article, by_address, html_row(without, language))
        bare = replace(without, claims=())
        yield Row("html", fold, article, by * _WITHOUT_CLAIMS, html_row(bare, language))
        old = plainly(replace(bare, url=one.url), breaks=chance % 3 == 0)
        yield Row("html", fold, article, by * _OLD, html_row(old, language))
    flat = read_text(flatten(data, STYLES[chance % len(STYLES)]))
    language = find_language(flat)
    yield Row("text", fold, article, weight, text_row(flat, language))
    if article and chance // 2 % 2:
        short = _shortened(flat, 2 + chance // 4 % 6)
        yield Row("text", fold, article, weight * _SHORTENED, text_row(short, language))


def _shortened(page: Page, keep: int) -> Page:
    """``page`` with only the first ``keep`` of its paragraphs."""
    blocks = []
    for block in page.blocks:
        if len(block.text) >= 80 and 2 * (block.link_chars or 0) <= len(block.text):
            keep -= not block.hidden
            if keep < 0:
                continue
        blocks.append(block)
    return replace(page, blocks=tuple(blocks))
