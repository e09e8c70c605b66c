"""Section fronts, lists and other pages of invented news sites: none is an article.

``fixtures/not-articles/<slug>/`` holds ``page.html`` and ``meta.json`` (address, and what
markup the page copies, known gaps under ``xfail``). The half with ``training`` true is in
the training data; the other half, and every story, is not.
"""

import json
from pathlib import Path
from typing import Any

import pytest

import newsclean

FIXTURES = Path(__file__).parent / "fixtures"
FRONTS = sorted((FIXTURES / "not-articles").glob("*/page.html"))
STORIES = sorted(FIXTURES.glob("*/page.*"))
_LITTLE = "flat text of a short story among as many lines of teasers"
_OLD = "the training data have no pages of the 2000s, only pages in their dress"
GAPS = {
    "text-tagdiv-inner": _LITTLE,
    "old-portuguese-dd": _OLD,
    "old-us-daily-2008": _OLD,
}
# Only the address speaks for these.
GAPS_WITHOUT_ADDRESS = GAPS | dict.fromkeys(
    ("old-press-release-pre", "old-russian-tables", "old-us-blog"), _OLD
)


def meta(page: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((page.parent / "meta.json").read_text("utf-8"))
    return loaded


def fronts(gap: str = "xfail") -> list[Any]:
    params = []
    for page in FRONTS:
        reason = meta(page).get("xfail") or meta(page).get(gap)
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
        params.append(pytest.param(page, id=page.parent.name, marks=marks))
    return params


def stories(gaps: dict[str, str]) -> list[Any]:
    params = []
    for page in STORIES:
        name = page.parent.name
        marks = [pytest.mark.xfail(strict=True, reason=gaps[name])] if name in gaps else []
        params.append(pytest.param(page, id=name, marks=marks))
    return params


def confidence(page: Path, *, url: str | None) -> float:
    source = page.read_bytes() if page.suffix == ".html" else page.read_text("utf-8")
    return newsclean.extract(source, url=url, kind=meta(page).get("kind", "auto")).confidence


@pytest.mark.parametrize("page", fronts("xfail with address"))
def test_no_article(page: Path) -> None:
    assert confidence(page, url=meta(page)["url"]) < 0.5


@pytest.mark.parametrize("page", fronts())
def test_no_article_without_its_address(page: Path) -> None:
    assert confidence(page, url=None) < 0.5


@pytest.mark.parametrize("page", stories(GAPS))
def test_article(page: Path) -> None:
    assert confidence(page, url=meta(page).get("url")) > 0.5


@pytest.mark.parametrize("page", stories(GAPS_WITHOUT_ADDRESS))
def test_article_without_its_address(page: Path) -> None:
    assert confidence(page, url=None) > 0.5
