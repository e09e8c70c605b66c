"""Captions that no figure marks."""

import pytest

from newsclean.label.captions import name_captions
from newsclean.label.held import hold
from newsclean.label.phrases import phrases
from newsclean.page import Label, Role
from newsclean.read.html import read_html

ONE = "The lighthouse on Gannet Rock was lit again on Sunday, after nine dark winters in a row."
TWO = "“My father kept it, and so did his,” said Orla Penhale, who turned the switch at dusk."
THREE = "The harbour office pays for the lamp, and the village council for the road that leads up."
FOUR = "Ships of more than forty tonnes must still keep two miles off the rock, the office said."
BOX = "<div class=box><div><img src=/rock.jpg width=640></div>{}</div>"
CAPTION = "~Orla Penhale at the lamp on Sunday evening"


def roles(markup: str) -> dict[str, Role | None]:
    """The roles where the model takes all for the story, what opens with ~ with doubts."""
    page = read_html(f"<html><body><article>{markup}</article></body></html>")
    labels: list[Label | None] = [
        Label(Role.BODY, "", 0.8 if block.text.startswith("~") else 3.0) for block in page.blocks
    ]
    name_captions(page, labels, phrases("en"), hold(page, labels))
    return {
        block.text: label.role if label else None
        for block, label in zip(page.blocks, labels, strict=True)
    }


def story(middle: str) -> str:
    return f"<p>{ONE}</p><p>{TWO}</p>{middle}<p>{THREE}</p><p>{FOUR}</p>"


@pytest.mark.parametrize(
    ("markup", "text", "role"),
    [
        pytest.param(
            story(BOX.format(f"<p>{CAPTION}</p>")), CAPTION, Role.CAPTION, id="beside a picture"
        ),
        pytest.param(
            story(BOX.format(f"<div>{CAPTION}</div><div>~REUTERS</div>")),
            "~REUTERS",
            Role.CAPTION,
            id="its credit",
        ),
        pytest.param(
            story(BOX.format("<p>Read more:</p>")), "Read more:", Role.BODY, id="what introduces"
        ),
        pytest.param(
            story(BOX.format(f"<p>{CAPTION[1:]}</p>")), CAPTION[1:], Role.BODY, id="sure text"
        ),
        pytest.param(
            story(BOX.format("<blockquote>It was dark.</blockquote><p>~Orla Penhale</p>")),
            "~Orla Penhale",
            Role.BODY,
            id="name under a quotation",
        ),
        pytest.param(
            story(f"<img src=/rock.jpg width=640><p>{CAPTION}</p>"),
            CAPTION,
            Role.BODY,
            id="picture among the paragraphs",
        ),
        pytest.param(
            story(BOX.format(f"<p>{CAPTION}</p>").replace("640", "16")),
            CAPTION,
            Role.BODY,
            id="icon",
        ),
        pytest.param(
            story(f"{BOX.format(f'<p>{CAPTION}</p>')}<h3>The second lamp</h3>"),
            CAPTION,
            Role.BODY,
            id="a thing in a list of things",
        ),
        pytest.param(
            story(f"<div class=photo-caption><p>{CAPTION}</p></div>"),
            CAPTION,
            Role.CAPTION,
            id="called a caption",
        ),
        pytest.param(
            story("<div id=tax-credit><p>~The lamp tax credit</p></div>"),
            "~The lamp tax credit",
            Role.BODY,
            id="a credit of money",
        ),
        pytest.param(
            f"<div class=caption-style>{story(f'<p>{CAPTION}</p>')}</div>",
            CAPTION,
            Role.BODY,
            id="a name around the story",
        ),
    ],
)
def test_captions(markup: str, text: str, role: Role) -> None:
    assert roles(markup)[text] is role


def test_many_texts_beside_pictures_are_the_story() -> None:
    items = [f"~The {word} lamp was bought in a shop" for word in ("first", "second", "third")]
    boxes = "".join(f"{BOX.format(f'<p>{item}</p>')}<p>It shines well.</p>" for item in items)
    found = roles(f"<p>{ONE}</p>{boxes}<p>{TWO}</p>")
    assert [found[item] for item in items] == [Role.BODY] * 3


def test_words_say_more_than_the_picture() -> None:
    page = read_html(f"<article>{story(BOX.format('<p>Advertisement</p>'))}</article>")
    labels: list[Label | None] = [
        Label(Role.BODY, "", 0.8 if block.text == "Advertisement" else 3.0)
        for block in page.blocks
    ]
    name_captions(page, labels, phrases("en"), hold(page, labels))
    assert [label.role for label in labels if label is not None] == [
        Role.BODY,
        Role.BODY,
        Role.ADVERTISEMENT,
        Role.BODY,
        Role.BODY,
    ]
