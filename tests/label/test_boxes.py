"""Boxes between a story's paragraphs, told by one line of theirs."""

import pytest

from newsclean.label.boxes import drop_boxes
from newsclean.label.held import hold
from newsclean.label.phrases import phrases
from newsclean.page import Label, Role
from newsclean.read.html import read_html

ONE = "The night train to Varnholm runs again from May, the railway said in a letter on Monday."
TWO = "“We kept the sleeping cars under a roof for six years,” said its chief, Tove Lindqvist."
REST = (
    "The cars were built in 1964 and are green again, with brass lamps and woollen blankets. "
    "Six of them will run, two of them with cabins for families, and one for bicycles. Tickets "
    "are sold at the station, by telephone and, from April on, in the railway's own shops. The "
    "railway expects forty thousand passengers in the first year, half of them from abroad."
)
THREE = "A berth costs less than a room in the city, and breakfast is brought before the border."
FOUR = "The first train leaves on the third of May, with a band on the platform and free coffee."
WALL = (
    "<div class=offer><div><h3>This content is reserved for subscribers only</h3>"
    "<ul><li>~Two papers for one</li><li>~Our app on all devices</li></ul></div></div>"
)
HOLDER = (
    "<div class=x><p>Recommended editorial content</p>"
    "<p>At this point you find a film that our editors have chosen.</p>"
    "<p>I agree that my data may go to others.</p></div>"
)


def roles(markup: str) -> dict[str, Role | None]:
    """The roles where the model takes all for the story, what opens with ~ with doubts."""
    page = read_html(f"<html><body><article>{markup}</article></body></html>")
    labels = [
        None
        if "reserved" in block.text
        else Label(Role.BODY, "", 0.8 if block.text.startswith("~") else 3.0)
        for block in page.blocks
    ]
    drop_boxes(page, labels, phrases("en"), hold(page, labels))
    return {
        block.text: label.role if label else None
        for block, label in zip(page.blocks, labels, strict=True)
    }


def story(middle: str) -> str:
    rest = f"<p>{THREE}</p><p>{REST}</p><p>{REST[::-1]}</p><p>{FOUR}</p>"
    return f"<p>{ONE}</p><p>{TWO}</p>{middle}{rest}"


@pytest.mark.parametrize(
    ("markup", "text", "role"),
    [
        pytest.param(story(WALL), "~Our app on all devices", Role.PAYWALL, id="paywall"),
        pytest.param(story(WALL), TWO, Role.BODY, id="paragraphs beside a paywall"),
        pytest.param(
            story(WALL.replace("~Our app", "Our app")),
            "~Two papers for one",
            Role.BODY,
            id="sure text in the box",
        ),
        pytest.param(
            f"<p>{ONE}</p><div><p>This content is reserved for subscribers</p><p>~{TWO}</p></div>",
            f"~{TWO}",
            Role.BODY,
            id="a large part of the story",
        ),
        pytest.param(
            story(HOLDER),
            "I agree that my data may go to others.",
            Role.CONSENT,
            id="placeholder",
        ),
        pytest.param(
            story(f"<div><p>Trains do not wait.</p>{HOLDER[13:]}"),
            "I agree that my data may go to others.",
            Role.BODY,
            id="a box that opens with something else",
        ),
        pytest.param(
            story("<p><a href=/1>SLEEPING CARS SOLD TO A CIRCUS</a></p>"),
            "SLEEPING CARS SOLD TO A CIRCUS",
            Role.RELATED,
            id="link in capitals",
        ),
        pytest.param(
            story("<p>SLEEPING CARS SOLD TO A CIRCUS</p>"),
            "SLEEPING CARS SOLD TO A CIRCUS",
            Role.BODY,
            id="capitals without a link",
        ),
        pytest.param(
            story("<div class=reader-poll><p>Would you sleep on a train?</p></div>"),
            "Would you sleep on a train?",
            Role.FORM,
            id="question of a poll",
        ),
        pytest.param(
            story("<div class=reader><p>Would you sleep on a train?</p></div>"),
            "Would you sleep on a train?",
            Role.BODY,
            id="question of the story",
        ),
        pytest.param(
            story("<h3><a href=#x>THE SLEEPING CARS OF OLD</a></h3>"),
            "THE SLEEPING CARS OF OLD",
            Role.BODY,
            id="heading with an anchor",
        ),
    ],
)
def test_boxes(markup: str, text: str, role: Role) -> None:
    assert roles(markup)[text] is role


def test_no_story() -> None:
    page = read_html("<p>Subscribe to continue reading the story</p>")
    labels: list[Label | None] = [None] * len(page.blocks)
    drop_boxes(page, labels, phrases("en"), hold(page, labels))
    assert labels == [None]
