"""What site memory gains: ``python -m benchmarks.sites --corpora DIR``.

On pages of hosts that occur several times in the corpora, each with weights made without
its publisher: AEB F1 of the plain extraction, and with what repeats on the host's pages
kept out of the story. Pages of all corpora count towards a host's memory; captures of one
story count once.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT / "src"))

from benchmarks.documents import Document, host_of  # noqa: E402
from benchmarks.loaders import load  # noqa: E402
from benchmarks.output import Output  # noqa: E402
from benchmarks.own import FOLD_WEIGHTS, from_article  # noqa: E402
from benchmarks.texts import Score, score_aeb, total_aeb  # noqa: E402
from newsclean import weights  # noqa: E402
from newsclean.api import article_from  # noqa: E402
from newsclean.batch.sites import repeated  # noqa: E402
from newsclean.label.site import site_key, without_repeated  # noqa: E402
from newsclean.page import Labelled, Role  # noqa: E402
from newsclean.source import open_source  # noqa: E402
from training.folds import fold_of_document  # noqa: E402

Page = tuple[Document, Labelled]


def main() -> int:
    """Print a table; the exit code is 1 where no host occurs twice."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sites", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=_ROOT / ".." / "shared" / "corpora")
    options = parser.parse_args()
    plain: defaultdict[str, list[Score]] = defaultdict(list)
    kept: defaultdict[str, list[Score]] = defaultdict(list)
    hosts = changed = blocks = 0
    for pages in _hosts(options.corpora):
        stories = _stories(pages)
        if len(stories) < 2:
            continue
        hosts += 1
        known = repeated(set().union(*map(_keys, one)) for one in stories)
        for document, labelled in pages:
            if not document.truth.text:
                continue
            without = without_repeated(labelled, known)
            before = score_aeb(document, _output(document, labelled))
            after = before
            if without is not labelled:
                changed += 1
                after = score_aeb(document, _output(document, without))
            blocks += len(labelled.having(Role.BODY)) - len(without.having(Role.BODY))
            for group in (document.corpus, "all"):
                plain[group].append(before)
                kept[group].append(after)
    print(
        f"{hosts} hosts with several stories; {changed} pages changed, {blocks} blocks set aside"
    )
    for group, scores in plain.items():
        figures = total_aeb(scores)["f1"], total_aeb(kept[group])["f1"]
        print(f"{group:<8}{len(scores):>5} pages  {figures[0]:.4f} -> {figures[1]:.4f}")
    return 0 if hosts else 1


def _hosts(corpora: Path) -> list[list[Page]]:
    """The labelled pages of each host that has several, and truth for one of them."""
    by_host: defaultdict[str, list[Document]] = defaultdict(list)
    for document in load(corpora, flat=False).documents:
        if document.kind == "html" and host_of(document.url):
            by_host[host_of(document.url)].append(document)
    return [
        [(document, _labelled(document)) for document in documents]
        for documents in by_host.values()
        if len(documents) > 1 and any(document.truth.text for document in documents)
    ]


def _labelled(document: Document) -> Labelled:
    with weights.using(FOLD_WEIGHTS / str(fold_of_document(document))):
        return open_source(document.source, document.url, document.kind, None, None, None)


def _output(document: Document, labelled: Labelled) -> Output:
    with weights.using(FOLD_WEIGHTS / str(fold_of_document(document))):
        article = article_from(labelled, document.url, None, None)
    return from_article(document, document.source, article)


def _stories(pages: list[Page]) -> list[list[Page]]:
    """The pages by story: corpora share pages, and hold some in several captures."""
    stories: list[list[Page]] = []
    for page in pages:
        own = _story(page)
        for story in stories:
            other = _story(story[0])
            if 2 * len(own & other) >= max(1, min(len(own), len(other))):
                story.append(page)
                break
        else:
            stories.append([page])
    return stories


def _story(page: Page) -> set[int]:
    labelled = page[1]
    keys = (site_key(labelled.page.blocks[i]) for i in labelled.having(Role.BODY))
    return {key for key in keys if key is not None}


def _keys(page: Page) -> set[int]:
    return {key for block in page[1].page.blocks if (key := site_key(block)) is not None}


if __name__ == "__main__":
    sys.exit(main())
