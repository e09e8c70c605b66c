"""The roles of lines in a dump that names its fields."""

from newsclean.label.records import record_head, record_labels, with_record
from newsclean.page import Label, Role
from newsclean.read.text import read_text

HEAD = "2 of 9 DOCUMENTS\n\nThe Velmora Post\n\nMarch 4, 2019\n\nFerry runs all night\n\n"
FIELDS = "BYLINE: Ana Petrov\nLENGTH: 90 words\nDATELINE: VELMORA\nBODY:\n"
STORY = "The river rose.\nThe bridge is closed."
TAIL = "\nLOAD-DATE: March 5, 2019\nCopyright 2019"


def roles(text: str) -> list[tuple[str, Role]]:
    page = read_text(text)
    return [(page.blocks[i].text, x.role) for i, x in sorted(record_labels(page).items())]


def test_the_story_is_what_stands_in_its_field() -> None:
    body = [text for text, role in roles(HEAD + FIELDS + STORY + TAIL) if role is Role.BODY]
    assert body == STORY.split("\n")


def test_the_headline_is_the_line_above_the_fields_where_none_is_named() -> None:
    found = roles(HEAD + FIELDS + STORY + TAIL)
    assert ("Ferry runs all night", Role.TITLE) in found
    assert ("March 4, 2019", Role.DATE) in found
    assert ("Ana Petrov", Role.BYLINE) in found
    assert ("VELMORA", Role.DATELINE) in found


def test_a_date_of_the_archive_is_no_date_of_the_story() -> None:
    assert ("March 5, 2019", Role.OTHER) in roles(HEAD + FIELDS + STORY + TAIL)


def test_without_a_name_the_story_follows_the_fields() -> None:
    text = "HEADLINE: Ferry runs all night\nBYLINE: Ana Petrov\nLENGTH: 90 words\n\n" + STORY
    assert [x for x, role in roles(text) if role is Role.BODY] == STORY.split("\n")


def test_headline_and_publication() -> None:
    page = read_text("HEADLINE: Ferry runs\nPUBLICATION: The Post\nLENGTH: 9 words\nBODY: Rain.")
    title, site = record_head(page)
    assert title is not None
    assert page.blocks[title].text == "Ferry runs"
    assert site is not None
    assert page.blocks[site].text == "The Post"


def test_a_stated_field_silences_what_was_guessed() -> None:
    page = read_text(HEAD + FIELDS + STORY)
    guessed = {0: Label(Role.BYLINE, "guessed"), 1: Label(Role.DECK, "guessed")}
    corrected = with_record(page, guessed)
    assert 0 not in corrected
    assert corrected[1].role is Role.DECK


def test_a_page_without_fields_is_left_alone() -> None:
    page = read_text(STORY)
    guessed = {0: Label(Role.TITLE, "guessed")}
    assert record_labels(page) == {}
    assert record_head(page) == (None, None)
    assert with_record(page, guessed) == guessed
