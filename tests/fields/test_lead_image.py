"""The picture that stands for the story."""

import pytest

from newsclean.article import Image
from newsclean.fields.lead_image import find_lead_image
from newsclean.page import Block, Claim, Label, Labelled, Page, Picture, Role

BASE = "https://news.example/img/"
SHOWN = Image(BASE + "bridge-flood-640x400.jpg", "The bridge.", "Max Adler")


def page(*claims: Claim, at: int = 0) -> Labelled:
    blocks = (Block("Eels return"), Block("They swim."))
    labels = (Label(Role.TITLE, "test"), Label(Role.BODY, "test"))
    picture = Picture(SHOWN.url, None, at, None, None)
    return Labelled(Page("html", blocks, (), claims, (picture,), BASE), labels, "en")


def og(value: str) -> Claim:
    return Claim("opengraph", "og:image", value)


@pytest.mark.parametrize(
    ("labelled", "expected"),
    [
        pytest.param(page(og(BASE + "bridge-flood-1200x800.jpg")), SHOWN, id="shown smaller"),
        pytest.param(page(og(BASE + "eel-close.jpg")), Image(BASE + "eel-close.jpg"), id="alone"),
        pytest.param(page(og("eel-close.jpg")), Image(BASE + "eel-close.jpg"), id="relative"),
        pytest.param(page(og(BASE + "site-logo.png")), SHOWN, id="a logo"),
        pytest.param(page(og("https://news.example/")), SHOWN, id="no picture's address"),
        pytest.param(page(og("data:image/png;base64,AAAA")), SHOWN, id="data"),
        pytest.param(page(), SHOWN, id="first above the text"),
        pytest.param(page(at=2), None, id="only further down"),
        pytest.param(
            page(Claim("json-ld", "image", BASE + "eel.jpg", "NewsArticle")),
            Image(BASE + "eel.jpg"),
            id="json-ld",
        ),
    ],
)
def test_lead_image(labelled: Labelled, expected: Image | None) -> None:
    found = find_lead_image(labelled, (SHOWN,))
    assert found.value == expected
    assert bool(found.evidence) == (expected is not None)
