"""Loaders for the public corpora, each in the layout of its own repository.

A loader takes the directory that holds the clones and yields documents in a fixed order.
It raises :class:`FileNotFoundError` where the corpus is not there.
"""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.documents import Corpora, DatelineTruth, Document, Truth, host_of
from benchmarks.quotes import gold_quotes

Loader = Callable[[Path], Iterator[Document]]
_FLATTENED = ("aeb", "fundus", "wcxb")
WRITTEN = Path(__file__).parent / "written"


def load(
    root: Path,
    corpora: Iterable[str] | None = None,
    *,
    flat: bool = True,
    limit: int | None = None,
) -> Corpora:
    """The documents of ``corpora`` (all that there are by default) under ``root``.

    With ``flat`` the pages of aeb, fundus and wcxb follow once more in each flat style.
    ``limit`` keeps the first so many of each corpus. Raises ValueError for a corpus that
    no loader knows.
    """
    names = tuple(LOADERS) if corpora is None else tuple(dict.fromkeys(corpora))
    documents: list[Document] = []
    missing = []
    for name in names:
        if name not in LOADERS:
            raise ValueError(f"no corpus {name!r}; there are {', '.join(LOADERS)}")
        try:
            found = list(LOADERS[name](root))[:limit]
        except FileNotFoundError:
            found = []
        if not found:
            missing.append(name)
        documents += found
    documents = with_datelines(documents, root)
    if flat:
        chosen = [document for document in documents if document.corpus in _FLATTENED]
        documents += [flat_page for document in chosen for flat_page in document.flat()]
    return Corpora(tuple(documents), tuple(missing))


def load_aeb(root: Path) -> Iterator[Document]:
    """scrapinghub/article-extraction-benchmark: ``ground-truth.json`` and ``html/``."""
    base = root / "article-extraction-benchmark"
    for key, truth in sorted(_json(base / "ground-truth.json").items()):
        url = truth.get("url")
        page = base / "html" / f"{key}.html.gz"
        if page.exists():
            text = truth.get("articleBody") or ""
            yield Document(key, "aeb", host_of(url), page, Truth(text=text), url)


def load_fundus(root: Path) -> Iterator[Document]:
    """flairNLP/fundus: the pages and expected values of its parser tests.

    ``meta.info`` lists the pages of a country; the JSON of a publisher has one version for
    each of its pages, oldest first, so pages in order of ``crawl_date`` pair with versions
    in the file's order.
    """
    base = root / "fundus" / "tests" / "resources" / "parser" / "test_data"
    for meta_file in sorted(base.glob("*/meta.info")):
        pages: dict[str, list[tuple[str, str, str | None]]] = defaultdict(list)
        for name, meta in _json(meta_file).items():
            publisher = name.split("_", 1)[0]
            pages[publisher].append((str(meta.get("crawl_date", "")), name, meta.get("url")))
        for publisher, found in sorted(pages.items()):
            truth_file = meta_file.parent / f"{publisher}.json"
            if not truth_file.exists():
                continue
            for (_, name, url), values in zip(
                sorted(found), _json(truth_file).values(), strict=False
            ):
                page = meta_file.parent / name
                if page.exists():
                    key = f"{meta_file.parent.name}/{name}"
                    yield Document(key, "fundus", publisher, page, _fundus_truth(values), url)


def _fundus_truth(values: dict[str, Any]) -> Truth:
    body = values.get("body") or {}
    paragraphs = [*body.get("summary", ())]
    for section in body.get("sections", ()):
        paragraphs += [*section.get("headline", ()), *section.get("paragraphs", ())]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph.strip()]
    authors = values.get("authors")
    return Truth(
        text="\n\n".join(paragraphs),
        paragraphs=tuple(paragraphs),
        title=values.get("title"),
        authors=None if authors is None else tuple(authors),
        published=_moment(values.get("publishing_date")),
    )


def load_wcxb(root: Path) -> Iterator[Document]:
    """Murrough-Foley/web-content-extraction-benchmark: the pages whose type is article."""
    for key, page, values in _wcxb_pages(root / "wcxb" / "dev"):
        if _page_type(values) not in (None, "article"):
            continue
        truth = values["ground_truth"]
        text = truth.get("main_content")
        yield Document(
            key,
            "wcxb",
            host_of(values.get("url")),
            page,
            Truth(
                text=text or None,
                title=truth.get("title") or None,
                published=_moment(truth.get("publish_date")),
                wanted=tuple(truth.get("with") or ()) if text else None,
                unwanted=tuple(truth.get("without") or ()),
                is_article=True,
            ),
            values.get("url"),
        )


def load_not_articles(root: Path) -> Iterator[Document]:
    """The pages of the same repository that are no articles.

    A clone holds them among the articles in ``dev/``; a selection of them may lie apart in
    ``not-articles/``, in the same layout.
    """
    base = root / "wcxb"
    apart = base / "not-articles"
    for key, page, values in _wcxb_pages(apart if apart.is_dir() else base / "dev"):
        if _page_type(values) not in (None, "article"):
            host = host_of(values.get("url"))
            truth = Truth(is_article=False)
            yield Document(key, "not-articles", host, page, truth, values.get("url"))


def _wcxb_pages(base: Path) -> Iterator[tuple[str, Path, dict[str, Any]]]:
    if not base.is_dir():
        raise FileNotFoundError(base)
    for truth_file in sorted((base / "ground-truth").glob("*.json")):
        page = base / "html" / f"{truth_file.stem}.html.gz"
        if page.exists():
            yield truth_file.stem, page, _json(truth_file)


def _page_type(values: dict[str, Any]) -> str | None:
    internal = values.get("_internal") or {}
    kind: str | None = (internal.get("page_type") or {}).get("primary")
    return kind


def load_trafilatura(root: Path) -> Iterator[Document]:
    """adbar/trafilatura: ``tests/evaldata.json``, pages in ``cache`` and ``eval``."""
    base = root / "trafilatura" / "tests"
    for url, values in _json(base / "evaldata.json").items():
        page = _first(base, ("cache", "eval"), values["file"])
        if page is not None:
            truth = Truth(wanted=tuple(values["with"]), unwanted=tuple(values["without"]))
            yield Document(values["file"], "trafilatura", host_of(url), page, truth, url)


def load_htmldate(root: Path) -> Iterator[Document]:
    """adbar/htmldate: two JSON files under ``tests``, pages in three directories."""
    base = root / "htmldate" / "tests"
    for name in ("eval_default.json", "eval_mediacloud_2020.json"):
        for url, values in _json(base / name).items():
            page = _first(base, ("cache", "eval", "test_set"), values["file"])
            if page is not None:
                # Three pages of the second set say NaN: no date is known.
                truth = Truth(published=_moment(values["date"]))
                yield Document(values["file"], "htmldate", host_of(url), page, truth, url)


def load_polnear(root: Path) -> Iterator[Document]:
    """networkdynamics/PolNeAR: texts, each with the brat files of one or more annotators."""
    base = root / "PolNeAR" / "data"
    if not base.is_dir():
        raise FileNotFoundError(base)
    annotations: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path in sorted(base.glob("*/attributions/*.ann")):
        part = path.parent.parent.name
        annotations[part, path.stem].append(path)
        annotations[part, path.stem.rpartition("_")[0]].append(path)
    for text_file in sorted(base.glob("*/text/*.txt")):
        files = annotations[text_file.parent.parent.name, text_file.stem]
        text = text_file.read_bytes().decode("utf-8")
        truth = Truth(quotes=gold_quotes(text, [path.read_text("utf-8") for path in files]))
        publisher = text_file.stem.split("_", 1)[0]
        yield Document(text_file.stem, "polnear", publisher, text_file, truth, None, "text")


def load_seed(root: Path) -> Iterator[Document]:
    """One scraped page as flat text with all that is expected of it."""
    base = root / "seed"
    values = _json(base / "expected.json")
    paragraphs = tuple(element["text"] for element in values["body"])
    dateline = values["dateline"]
    truth = Truth(
        text="\n\n".join(paragraphs),
        paragraphs=paragraphs,
        title=values["title"],
        authors=tuple(author["name"] for author in values["authors"]),
        dateline=DatelineTruth(dateline["raw"], dateline["place"]) if dateline else None,
    )
    yield Document("page.txt", "seed", "seed", base / "page.txt", truth, None, "text")


def load_written(root: Path) -> Iterator[Document]:
    """The project's own pages of invented news, ``benchmarks/written``, wherever the clones
    are: each stands for a publisher of its own."""
    del root
    for truth_file in sorted(WRITTEN.glob("*/truth.json")):
        values = _json(truth_file)
        paragraphs = tuple(values["paragraphs"])
        truth = Truth(
            text="\n\n".join(paragraphs),
            paragraphs=paragraphs,
            title=values["title"],
            authors=tuple(values["authors"]),
            published=_moment(values["published"]),
            dateline=DatelineTruth(values["dateline"], values["place"]),
        )
        page = truth_file.with_name("page.html")
        yield Document(page.parent.name, "written", page.parent.name, page, truth)


def with_datelines(documents: Iterable[Document], root: Path) -> list[Document]:
    """The documents, those with a hand-made dateline label with it."""
    path = root / "dateline" / "dateline.jsonl"
    labels: dict[tuple[str, str], DatelineTruth] = {}
    if path.exists():
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            label = row["dateline"] or {}
            labels[row["corpus"], row["id"]] = DatelineTruth(
                label.get("raw"), label.get("place"), bool(row.get("doubt"))
            )
    labelled = []
    for document in documents:
        label = labels.get((document.corpus, document.id))
        if label is not None:
            document = replace(document, truth=replace(document.truth, dateline=label))
        labelled.append(document)
    return labelled


def _first(base: Path, directories: tuple[str, ...], name: str) -> Path | None:
    paths = (base / directory / name for directory in directories)
    return next((path for path in paths if path.exists()), None)


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _moment(value: object) -> datetime.date | datetime.datetime | None:
    """A day where the string has no time, else a datetime; None where it is no date."""
    if not isinstance(value, str) or not value.strip():
        return None
    try:
        moment = datetime.datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return moment.date() if len(value.strip()) <= len("2000-01-01") else moment


LOADERS: dict[str, Loader] = {
    "aeb": load_aeb,
    "fundus": load_fundus,
    "wcxb": load_wcxb,
    "not-articles": load_not_articles,
    "trafilatura": load_trafilatura,
    "htmldate": load_htmldate,
    "polnear": load_polnear,
    "seed": load_seed,
    "written": load_written,
}
"""Every corpus by its short name, in the order of the tables."""
