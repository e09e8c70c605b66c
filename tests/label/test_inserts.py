"""Boxes between a story's paragraphs that are told by a part which is no story."""

import pytest

from newsclean.label.held import hold
from newsclean.label.inserts import drop_inserts
from newsclean.label.phrases import phrases
from newsclean.page import Label, Role
from newsclean.read.html import read_html

PARAGRAPHS = tuple(
    f"The night train to Varnholm runs again on day {n}, the railway said in a letter on Monday, "
    "with sleeping cars from 1964 that were kept under a roof for six years."
    for n in range(6)
)
EMBED = "<div><p>The cars are back!</p>— Varnholm Railway (@varnrail) May 3, 2024</div>"
GIFT = (
    "<div class=x><p>We need our readers.</p><p>Give what you can.</p><p>Subscribe now</p></div>"
)


def roles(middle: str, score: float = 2.0) -> dict[str, Role | None]:
    """The roles where the model takes all for the story but what the vocabulary knows."""
    story = [f"<p>{text}</p>" for text in PARAGRAPHS]
    markup = "".join([*story[:3], middle, *story[3:]])
    page = read_html(f"<html><body><article>{markup}</article></body></html>")
    known = phrases("en")
    labels = [
        None
        if known.line(block.text)
        else Label(Role.BODY, "", 3.2 if block.text in PARAGRAPHS else score)
        for block in page.blocks
    ]
    drop_inserts(page, labels, known, hold(page, labels))
    assert [label for label in labels if label is not None and label.score == 3.2]
    return {
        block.text: label.role if label else None
        for block, label in zip(page.blocks, labels, strict=True)
    }


@pytest.mark.parametrize(
    ("middle", "text", "role"),
    [
        pytest.param(EMBED, "The cars are back!", Role.EMBED, id="signature of an embed"),
        pytest.param(GIFT, "Give what you can.", Role.NEWSLETTER, id="call for gifts"),
        pytest.param(GIFT, PARAGRAPHS[2], Role.BODY, id="the paragraph above"),
        pytest.param(
            EMBED.replace("div>", "section>").replace("— V", "— Hm, V").replace("@", "at "),
            "The cars are back!",
            Role.BODY,
            id="nothing that tells",
        ),
    ],
)
def test_boxes(middle: str, text: str, role: Role) -> None:
    assert roles(middle)[text] is role


def test_what_is_surely_the_story_stays() -> None:
    assert roles(EMBED, score=3.0)["The cars are back!"] is Role.BODY


def test_boxes_that_are_a_large_part_of_the_page_are_the_story() -> None:
    reviews = "".join(
        f"<div><p>Lamp {n}: {PARAGRAPHS[0].lower()}</p><p>Subscribe now</p></div>"
        for n in range(4)
    )
    found = roles(reviews)
    assert [role for text, role in found.items() if text.startswith("Lamp")] == [Role.BODY] * 4
