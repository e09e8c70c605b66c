"""The loaders, on tiny invented trees in the layouts of the public repositories."""

import datetime
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.documents import Document
from benchmarks.loaders import LOADERS, load
from training.folds import FOLDS, fold_of_document

PAGE = b"<html><body><p>The ferry sailed at noon.</p></body></html>"


def put(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    elif isinstance(content, str):
        path.write_text(content, "utf-8")
    else:
        path.write_text(json.dumps(content), "utf-8")


def documents(root: Path, corpus: str) -> tuple[Document, ...]:
    return load(root, [corpus], flat=False).documents


def test_missing_corpora_are_reported_and_left_out(tmp_path: Path) -> None:
    found = load(tmp_path)
    assert {document.corpus for document in found.documents} == {"written"}
    assert found.missing == tuple(name for name in LOADERS if name != "written")


def test_an_unknown_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no corpus 'moon'"):
        load(tmp_path, ["moon"])


def test_written_pages_have_all_that_is_true_of_them(tmp_path: Path) -> None:
    found = documents(tmp_path, "written")
    assert len(found) > 100
    assert len({fold_of_document(document) for document in found}) == FOLDS
    for document in found:
        truth = document.truth
        assert truth.paragraphs, document.id
        assert truth.title, document.id
        assert None not in (truth.authors, truth.dateline), document.id
        assert document.data


def test_aeb(tmp_path: Path) -> None:
    base = tmp_path / "article-extraction-benchmark"
    url = "https://www.gazette.example/a"
    put(base / "ground-truth.json", {"k1": {"articleBody": "The ferry.", "url": url}})
    put(base / "html" / "k1.html.gz", PAGE)
    (found,) = documents(tmp_path, "aeb")
    assert (found.id, found.host, found.url) == ("k1", "gazette.example", url)
    assert found.data == PAGE
    assert found.truth.text == "The ferry."


def _fundus(root: Path) -> None:
    base = root / "fundus" / "tests" / "resources" / "parser" / "test_data" / "xx"
    # The file's order is not the order of the crawl dates, which is what pairs.
    put(
        base / "meta.info",
        {
            "Gazette_2025_02_02.html.gz": {"url": "u2", "crawl_date": "2025-02-02 10:00:00"},
            "Gazette_2024_01_01.html.gz": {"url": "u1", "crawl_date": "2024-01-01 10:00:00"},
        },
    )
    versions = {
        version: {
            "title": title,
            "authors": ["Mara Vell"],
            "body": {
                "summary": ["The deck."],
                "sections": [{"headline": ["A crosshead"], "paragraphs": ["One.", "Two."]}],
            },
            "publishing_date": "2024-01-01 09:30:00+02:00",
        }
        for version, title in (("V1", "First"), ("V1_1", "Second"))
    }
    put(base / "Gazette.json", versions)
    for name in ("Gazette_2024_01_01.html.gz", "Gazette_2025_02_02.html.gz"):
        put(base / name, PAGE)


def test_fundus_pairs_pages_by_crawl_date_with_versions(tmp_path: Path) -> None:
    _fundus(tmp_path)
    found = documents(tmp_path, "fundus")
    assert [(one.id, one.url, one.truth.title) for one in found] == [
        ("xx/Gazette_2024_01_01.html.gz", "u1", "First"),
        ("xx/Gazette_2025_02_02.html.gz", "u2", "Second"),
    ]
    assert {one.host for one in found} == {"Gazette"}


def test_fundus_truth_opens_with_the_deck(tmp_path: Path) -> None:
    _fundus(tmp_path)
    truth = documents(tmp_path, "fundus")[0].truth
    assert truth.text == "The deck.\n\nA crosshead\n\nOne.\n\nTwo."
    assert truth.paragraphs == ("The deck.", "A crosshead", "One.", "Two.")
    assert truth.authors == ("Mara Vell",)
    assert isinstance(truth.published, datetime.datetime)
    assert truth.published.utcoffset() == datetime.timedelta(hours=2)


def _wcxb(base: Path, key: str, kind: str) -> None:
    truth = {"title": "T", "publish_date": "2025-09-04", "main_content": "Body.", "with": ["Body"]}
    put(
        base / "ground-truth" / f"{key}.json",
        {
            "url": "https://www.example.com/x",
            "_internal": {"page_type": {"primary": kind}},
            "ground_truth": truth | {"without": ["Menu"]},
        },
    )
    put(base / "html" / f"{key}.html.gz", PAGE)


@pytest.mark.parametrize(
    "apart",
    [
        pytest.param(False, id="other-types-in-dev-as-in-a-clone"),
        pytest.param(True, id="other-types-apart"),
    ],
)
def test_wcxb(tmp_path: Path, apart: bool) -> None:
    _wcxb(tmp_path / "wcxb" / "dev", "0001", "article")
    _wcxb(tmp_path / "wcxb" / ("not-articles" if apart else "dev"), "0002", "forum")
    (article,) = documents(tmp_path, "wcxb")
    assert article.truth.is_article is True
    assert article.truth.published == datetime.date(2025, 9, 4)
    assert (article.truth.wanted, article.truth.unwanted) == (("Body",), ("Menu",))
    (other,) = documents(tmp_path, "not-articles")
    assert (other.id, other.truth.is_article, other.truth.text) == ("0002", False, None)


def test_trafilatura_finds_pages_in_both_directories(tmp_path: Path) -> None:
    base = tmp_path / "trafilatura" / "tests"
    values = {
        f"https://{name}.example/": {"file": f"{name}.html", "with": ["in"], "without": ["out"]}
        for name in ("one", "two", "gone")
    }
    put(base / "evaldata.json", values)
    put(base / "cache" / "one.html", PAGE)
    put(base / "eval" / "two.html", PAGE)
    found = documents(tmp_path, "trafilatura")
    assert [one.id for one in found] == ["one.html", "two.html"]
    assert found[0].truth.wanted == ("in",)


def test_htmldate_without_a_known_day_has_no_truth(tmp_path: Path) -> None:
    base = tmp_path / "htmldate" / "tests"
    put(base / "eval_default.json", {"http://a.example": {"file": "a.html", "date": "2020-05-01"}})
    put(
        base / "eval_mediacloud_2020.json",
        {"http://b.example": {"file": "b.html", "date": float("nan")}},
    )
    put(base / "cache" / "a.html", PAGE)
    put(base / "test_set" / "b.html", PAGE)
    found = documents(tmp_path, "htmldate")
    assert [one.truth.published for one in found] == [datetime.date(2020, 5, 1), None]


def test_polnear_pools_the_annotators_of_a_text(tmp_path: Path) -> None:
    base = tmp_path / "PolNeAR" / "data" / "dev"
    text = "Harbour reopens.\n\n“The pier is safe,” Mara Vell said."
    put(base / "text" / "paper_2020-01-01_harbour.txt", text)
    start, source = text.index("“"), text.index("Mara")
    annotation = (
        f"T1\tContent {start} {start + 19}\t\nT2\tSource {source} {source + 9}\t\n"
        "T3\tCue 0 1\t\nT4\tAttribution 0 1\t\nE1\tAttribution:T4 Content:T1 Source:T2 Cue:T3\n"
    )
    put(base / "attributions" / "paper_2020-01-01_harbour_ab12.ann", annotation)
    put(base / "attributions" / "paper_2020-01-01_harbour_cd34.ann", "")
    (found,) = documents(tmp_path, "polnear")
    assert (found.kind, found.host, found.source) == ("text", "paper", text)
    assert found.truth.quotes is not None
    assert [(one.text, one.sources) for one in found.truth.quotes] == [
        ("The pier is safe,", ("Mara Vell",))
    ]


def test_dateline_labels_join_their_pages(tmp_path: Path) -> None:
    base = tmp_path / "article-extraction-benchmark"
    put(base / "ground-truth.json", {k: {"articleBody": "x"} for k in ("k1", "k2", "k3")})
    for key in ("k1", "k2", "k3"):
        put(base / "html" / f"{key}.html.gz", PAGE)
    label = {"raw": "BRACK (XP)", "place": "BRACK", "agency": "XP", "date": None}
    rows: list[dict[str, Any]] = [
        {"id": "k1", "corpus": "aeb", "dateline": label, "doubt": True},
        {"id": "k2", "corpus": "aeb", "dateline": None},
    ]
    put(tmp_path / "dateline" / "dateline.jsonl", "\n".join(map(json.dumps, rows)))
    first, second, third = (one.truth.dateline for one in documents(tmp_path, "aeb"))
    assert first is not None
    assert (first.raw, first.place, first.doubt) == ("BRACK (XP)", "BRACK", True)
    assert second is not None
    assert second.raw is None
    assert third is None


def test_seed(tmp_path: Path) -> None:
    put(tmp_path / "seed" / "page.txt", "Harbour reopens")
    expected = {
        "title": "Harbour reopens",
        "dateline": None,
        "authors": [{"name": "Mara Vell"}],
        "body": [{"kind": "paragraph", "text": "One."}],
    }
    put(tmp_path / "seed" / "expected.json", expected)
    (found,) = documents(tmp_path, "seed")
    assert found.truth.paragraphs == ("One.",)
    assert found.kind == "text"


def test_flat_pages_follow_in_each_style(tmp_path: Path) -> None:
    _fundus(tmp_path)
    found = load(tmp_path, ["fundus"], limit=1).documents
    assert [one.group for one in found] == ["fundus", "fundus/inner", "fundus/wet", "fundus/bs4"]
    assert found[1].source == "The ferry sailed at noon."
    assert found[1].kind == "text"
