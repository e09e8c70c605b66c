"""What stands in many stories of a site is set aside."""

import pytest

from newsclean.label.site import site_key, without_repeated
from newsclean.page import Block, Kind, Label, Labelled, Page, Role

STORY = "The ferry to Ostmere sails again from Monday, the harbour board said. " * 3
BOX = "Support the Ostmere Post: a year of stories costs less than a crossing."


def labelled(*blocks: Block) -> Labelled:
    return Labelled(Page("html", blocks), (Label(Role.BODY, "the model"),) * len(blocks))


def test_a_block_of_the_site_is_set_aside() -> None:
    page = labelled(Block(STORY, Kind.PARAGRAPH), Block(BOX, Kind.PARAGRAPH))
    found = without_repeated(page, {site_key(page.page.blocks[1])})
    assert [label.role for label in found.labels] == [Role.BODY, Role.OTHER]
    assert found.labels[1].reason == "stands on several pages of the site"
    assert page.labels[1].role is Role.BODY


@pytest.mark.parametrize(
    "block",
    [
        pytest.param(Block("What we know so far", Kind.PARAGRAPH), id="short"),
        pytest.param(
            Block("What is known of the ferries as of today", Kind.HEADING), id="heading"
        ),
    ],
)
def test_what_stories_may_share_has_no_key(block: Block) -> None:
    assert site_key(block) is None


def test_a_page_that_is_there_twice_keeps_its_story() -> None:
    page = labelled(Block(STORY, Kind.PARAGRAPH), Block(BOX, Kind.PARAGRAPH))
    assert without_repeated(page, {site_key(block) for block in page.page.blocks}) is page


def test_chrome_keeps_its_role() -> None:
    page = Labelled(Page("html", (Block(BOX),)), (Label(Role.NEWSLETTER, "words"),))
    assert without_repeated(page, {site_key(page.page.blocks[0])}) is page
