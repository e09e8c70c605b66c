"""``worst``: the worst pages of a corpus, with what was missed and what was wrongly kept."""

import argparse
import difflib
import shutil
import textwrap
from collections.abc import Iterator

from benchmarks.documents import Document
from benchmarks.loaders import LOADERS
from benchmarks.measures import FIELDS, MEASURES
from benchmarks.options import documents
from benchmarks.output import Output
from benchmarks.peers import NEWSCLEAN, TOOLS
from benchmarks.quotes import PredictedQuote, counts, map_quotes, names_source
from benchmarks.run import PageScore, output_of, run
from benchmarks.texts import fold, tokens

_SHOWN = 8  # Pieces of text a page and side: enough to see the class of an error.
_LEAST_TOKENS = 3  # Shorter differences are punctuation and single words.


def add_options(parser: argparse.ArgumentParser) -> None:
    """The command's own options."""
    parser.add_argument("name", choices=tuple(LOADERS), metavar="CORPUS", help=", ".join(LOADERS))
    parser.add_argument("-n", "--pages", type=int, default=10, help="how many pages")
    parser.add_argument("--field", choices=FIELDS, default=None, help="the measure to go by")
    parser.add_argument("--style", choices=("inner", "wet", "bs4"), help="of the flattened pages")
    parser.add_argument("--tool", choices=tuple(TOOLS), default=NEWSCLEAN.name)
    parser.add_argument("--full", action="store_true", help="do not cut long pieces")


def main(options: argparse.Namespace) -> int:
    """Prints the pages, the worst first; the exit code is 1 where there are none."""
    options.corpus = (options.name,)
    corpora = documents(options, flat=options.style is not None)
    pages = [document for document in corpora.documents if document.style == options.style]
    if (reason := TOOLS[options.tool].missing()) is not None:
        print(f"{options.tool} cannot run: {reason}")
        return 1
    if not pages:
        print(f"the corpus {options.name} is missing")
        return 1
    field = options.field or _main_field(pages[0])
    found = run([options.tool], pages, jobs=options.jobs, fields=frozenset({field}))
    ranked = [one for one in found if one.scores]
    if not ranked:
        print(f"{options.name} has no truth for {field}")
        return 1
    worth = next(measure.worth for measure in MEASURES if measure.name == field)
    ranked.sort(key=lambda one: (worth(one.scores[field]), pages[one.document].id))
    print(f"{field} of {options.tool} on {options.name}: the worst of {len(ranked)} pages\n")
    for one in ranked[: options.pages]:
        print(_page(pages[one.document], one, field, worth(one.scores[field]), options))
    return 0


def _main_field(page: Document) -> str:
    """The first measure that the corpus has a truth for."""
    return next(measure.name for measure in MEASURES if measure.applies(page.truth))


def _page(
    page: Document, score: PageScore, field: str, worth: float, options: argparse.Namespace
) -> str:
    lines = [f"=== {worth:.3f}  {page.id}  {page.url or page.host}"]
    output = Output()
    if score.error is not None:
        lines.append(f"  exception: {score.error}")
    else:
        output = output_of(options.tool, page)
    width = shutil.get_terminal_size((100, 24)).columns
    for sign, text in _differences(page, output, field):
        short = text if options.full else textwrap.shorten(text, 3 * width, placeholder=" …")
        lines += textwrap.wrap(
            short, width, initial_indent=f"  {sign} ", subsequent_indent="    "
        ) or [f"  {sign}"]
    return "\n".join(lines) + "\n"


def _differences(page: Document, output: Output, field: str) -> Iterator[tuple[str, str]]:
    """What is wrong on a page: ``-`` was missed, ``+`` is wrong, ``?`` is beside."""
    truth = page.truth
    if field in ("text", "words"):
        yield from text_differences(truth.text or "", _scored_text(page, output))
    elif field == "segments":
        text = fold(output.text or "")
        yield from (("-", s) for s in truth.wanted or () if fold(s) not in text)
        yield from (("+", s) for s in truth.unwanted if fold(s) in text)
    elif field == "paragraphs":
        ours, true = list(map(fold, output.lines or ())), list(map(fold, truth.paragraphs or ()))
        yield from (("-", line) for line in true if line not in ours)
        yield from (("+", line) for line in ours if line not in true)
    elif field == "title":
        yield from (("-", truth.title or ""), ("+", output.title or "(none)"))
    elif field == "authors":
        yield "-", "; ".join(truth.authors or ()) or "(none)"
        yield "+", "; ".join(output.authors or ()) or "(none)"
    elif field in ("day", "instant"):
        yield from (("-", str(truth.published)), ("+", str(output.published)))
    elif field == "dateline":
        if truth.dateline is not None:
            yield "-", f"{truth.dateline.raw!r}, place {truth.dateline.place!r}"
        ours_line = output.dateline
        yield "+", f"{ours_line.raw!r}, place {ours_line.place!r}" if ours_line else "(none)"
        yield "?", (output.text or "")[:200]
    elif field == "quotes":
        yield from _quote_differences(page, output)
    else:
        yield "?", f"confidence {output.confidence}, article {truth.is_article}"


def _scored_text(page: Document, output: Output) -> str:
    if page.corpus == "fundus" and output.deck:
        return f"{output.deck}\n\n{output.text or ''}"
    return output.text or ""


def text_differences(true: str, ours: str) -> Iterator[tuple[str, str]]:
    """Runs of text that only one of both has, longest first on each side.

    Compared line by line, then token by token inside of lines that differ.
    """
    true_lines = [line for line in map(fold, true.splitlines()) if line]
    our_lines = [line for line in map(fold, ours.splitlines()) if line]
    lost: list[str] = []
    kept: list[str] = []
    matcher = difflib.SequenceMatcher(None, true_lines, our_lines, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        left, right = " ".join(true_lines[a:b]).split(), " ".join(our_lines[c:d]).split()
        inner = difflib.SequenceMatcher(None, left, right, autojunk=False)
        for inner_tag, e, f, g, h in inner.get_opcodes():
            if inner_tag != "equal":
                lost.append(" ".join(left[e:f]))
                kept.append(" ".join(right[g:h]))
    for sign, pieces in (("-", lost), ("+", kept)):
        pieces = [piece for piece in pieces if len(tokens(piece)) >= _LEAST_TOKENS]
        pieces.sort(key=len, reverse=True)
        yield from ((sign, piece) for piece in pieces[:_SHOWN])
        if len(pieces) > _SHOWN:
            yield sign, f"(and {len(pieces) - _SHOWN} more)"


def _quote_differences(page: Document, output: Output) -> Iterator[tuple[str, str]]:
    gold, predicted = page.truth.quotes or (), output.quotes or ()
    mapped, strays = map_quotes(gold, predicted)
    for index, span in enumerate(gold):
        ours: list[PredictedQuote] = mapped.get(index, [])
        if span.credited and not ours:
            yield "-", f"not found: “{span.text}”"
        elif span.sources and not any(names_source(quote, span) for quote in ours):
            said = "; ".join(" / ".join(quote.speakers) or "nobody" for quote in ours)
            yield "-", f"{' | '.join(span.sources)}, not {said}: “{span.text}”"
    counted = (quote for quote in strays if counts(quote))
    yield from (("+", f"no quote: “{quote.text}”") for quote in counted)
