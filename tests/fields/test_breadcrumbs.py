"""The trail to the story."""

import pytest

from newsclean.fields.breadcrumbs import find_breadcrumbs
from newsclean.page import Block, Claim, Kind, Label, Labelled, Page, Role

TITLE = "Eels return to the upper river after forty years"


def crumbs(*names: str, source: str = "json-ld") -> tuple[Claim, ...]:
    name = "breadcrumb" if source == "json-ld" else "name"
    return tuple(Claim(source, name, text, "ListItem BreadcrumbList") for text in names)


def page(*claims: Claim, shown: str | None = None) -> Labelled:
    blocks = (Block(shown, Kind.TEXT),) if shown else ()
    labels = (Label(Role.SECTION, "a trail from the front page"),) if shown else ()
    site = Claim("opengraph", "og:site_name", "River Courier")
    return Labelled(Page("html", blocks, claims=(site, *claims)), labels, "en")


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param(page(), (), id="none"),
        pytest.param(page(*crumbs("News", "Rivers")), ("News", "Rivers"), id="json-ld"),
        pytest.param(page(*crumbs("Home", "News")), ("News",), id="front page"),
        pytest.param(page(*crumbs("River Courier", "News")), ("News",), id="site's name"),
        pytest.param(page(*crumbs("News", TITLE)), ("News",), id="the story"),
        pytest.param(
            page(*crumbs("News", "Eels return to the upper…")), ("News",), id="the story, cut"
        ),
        pytest.param(
            page(*crumbs("News", "After forty years the eels are back in the river")),
            ("News",),
            id="the story in other words",
        ),
        pytest.param(
            page(*crumbs("Home", "News", "Home", "News")), ("News",), id="declared twice"
        ),
        pytest.param(page(*crumbs("News", source="microdata")), ("News",), id="microdata"),
        pytest.param(page(*crumbs("News", source="rdfa")), ("News",), id="rdfa"),
        pytest.param(
            page(shown="Home > News > Rivers"), ("News", "Rivers"), id="a trail on a line"
        ),
    ],
)
def test_breadcrumbs(labelled: Labelled, expected: tuple[str, ...]) -> None:
    found = find_breadcrumbs(labelled, TITLE)
    assert found.value == expected
    assert bool(found.evidence) == bool(expected)
