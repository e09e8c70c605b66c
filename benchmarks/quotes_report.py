"""``quotes``: speakers on PolNeAR, on sentences in every language, and behind pronouns."""

import argparse
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

import newsclean
from benchmarks.documents import Document, GoldQuote
from benchmarks.loaders import load
from benchmarks.options import corpora_root
from benchmarks.quotes import PredictedQuote, locate, map_quotes, names_source, score_quotes
from benchmarks.quotes_resolution import hashed, labels, right
from newsclean.article import Article, Paragraph
from newsclean.fields.quotes import find_quotes

_SENTENCES = Path(__file__).resolve().parent.parent / "tests/fields/quoting/sentences"
# The naive baseline: the capitalised words nearest to a quotation that has one of these
# verbs in the same stretch of text.
_NAIVE_VERB = re.compile(r"\b(?:said|says|told|tells|added|wrote|tweeted|asked|argued)\b")
_NAIVE_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}")
_NAIVE_REACH = 120


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("--sentences", action="store_true", help="the invented sentences only")


def main(options: argparse.Namespace) -> int:
    """Prints the tables."""
    print(sentence_table())
    if not options.sentences:
        print(polnear_table(corpora_root(options), options.limit))
        print(resolution_line(corpora_root(options)))
    return 0


def sentence_table() -> str:
    """For each language, the share of its sentences whose speakers are all right."""
    lines = ["| language | sentences | right |", "|---|---|---|"]
    for path in sorted(_SENTENCES.glob("*.toml")):
        cases = tomllib.loads(path.read_text("utf-8"))["sentence"]
        good = sum(_speakers(case["text"], path.stem, case["speakers"]) for case in cases)
        lines.append(f"| {path.stem} | {len(cases)} | {good / len(cases):.3f} |")
    return "\n".join(lines) + "\n"


def _speakers(text: str, language: str, wanted: list[str]) -> bool:
    body = [Paragraph(part) for part in text.split("\n")]
    found = [quote.speaker or "" for quote in find_quotes(body, language).value]
    return found == wanted or (not found and wanted == [""])


def polnear_table(root: Path, limit: int | None = None) -> str:
    """newsclean and the naive baseline, and newsclean where it is surest."""
    naive = [0] * 6
    ours = [0] * 6
    sure: list[tuple[float, bool]] = []
    for document in load(root, ["polnear"], flat=False, limit=limit).documents:
        gold, text = document.truth.quotes or (), str(document.source)
        naive = _added(naive, score_quotes(gold, _naive(text, gold)))
        article = newsclean.extract(text, kind="text")
        predicted = _located(text, article)
        ours = _added(ours, score_quotes(gold, predicted))
        sure += _judged(gold, predicted, article)
    sure.sort(key=lambda item: -item[0])
    half = sure[: len(sure) // 2]
    share = sum(good for _, good in half) / len(half) if half else 0.0
    return "\n".join(
        (
            "| polnear | precision | recall | speakers |",
            "|---|---|---|---|",
            _row("nearest capitalised words", naive),
            _row("newsclean", ours),
            f"\nSpeakers over the half with the highest confidence: {share:.3f}\n",
        )
    )


def _added(total: Sequence[int], more: Sequence[int]) -> list[int]:
    return [a + b for a, b in zip(total, more, strict=True)]


def _row(name: str, score: Sequence[int]) -> str:
    shares = (score[i] / score[i + 1] if score[i + 1] else 0.0 for i in (0, 2, 4))
    return f"| {name} | " + " | ".join(f"{share:.3f}" for share in shares) + " |"


def _located(text: str, article: Article) -> list[PredictedQuote]:
    starts, at = [], 0
    for element in article.body:
        starts.append(at)
        at += len(element.text) + len("\n\n")
    return locate(
        text,
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


def _judged(
    gold: Sequence[GoldQuote], predicted: Sequence[PredictedQuote], article: Article
) -> list[tuple[float, bool]]:
    confidence = {
        id(place): quote.confidence for place, quote in zip(predicted, article.quotes, strict=True)
    }
    judged = []
    for index, places in map_quotes(gold, predicted)[0].items():
        span = gold[index]
        if span.credited and span.sources:
            good = [place for place in places if names_source(place, span)]
            judged.append((confidence[id((good or places)[0])], bool(good)))
    return judged


def _naive(text: str, gold: Sequence[GoldQuote]) -> list[PredictedQuote]:
    found = []
    for span in gold:
        front = text[max(span.start - _NAIVE_REACH, 0) : span.start]
        behind = text[span.end : span.end + _NAIVE_REACH]
        names: tuple[str, ...] = ()
        for side in (behind, front):
            verb = _NAIVE_VERB.search(side)
            near = sorted(
                _NAIVE_NAME.finditer(side),
                key=lambda name: abs(name.start() - verb.start()) if verb else 0,
            )
            if verb and near:
                names = (near[0].group(),)
                break
        found.append(PredictedQuote(span.start, span.end, span.text, names))
    return found


def resolution_line(root: Path) -> str:
    """How many of the labelled pronouns and descriptions resolve to the right person."""
    wanted = labels()
    keys = {(label["corpus"], label["document"]) for label in wanted}
    names = sorted({str(label["corpus"]) for label in wanted})
    documents = [d for d in load(root, names, flat=False).documents if (d.corpus, d.id) in keys]
    articles = {(d.corpus, d.id): _extracted(d) for d in documents}
    good = 0
    for label in wanted:
        article = articles.get((str(label["corpus"]), str(label["document"])))
        same = [q for q in article.quotes if hashed(q.text) == label["words"]] if article else []
        offset = int(str(label["offset"]))
        nearest = min(same, key=lambda quote: abs(quote.span[0] - offset), default=None)
        accepted = label["accepted"]
        good += nearest is not None and isinstance(accepted, list) and right(nearest, accepted)
    return f"Pronouns and descriptions that name the right person: {good} of {len(wanted)}"


def _extracted(document: Document) -> Article:
    return newsclean.extract(document.source, url=document.url, kind=document.kind)
