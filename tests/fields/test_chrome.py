"""What is left when the fields have taken theirs."""

import pytest

from newsclean.article import Chrome, Evidence
from newsclean.fields.chrome import find_chrome
from newsclean.page import Block, Label, Labelled, Page, Role


def page(*blocks: tuple[str, Role]) -> Labelled:
    return Labelled(
        Page("text", tuple(Block(text) for text, _ in blocks)),
        tuple(Label(role, f"why {role}") for _, role in blocks),
    )


def claim(block: int | None, *spans: tuple[int, int] | None) -> tuple[Evidence, ...]:
    return tuple(Evidence("rule", "text", None, block, span) for span in spans)


def test_every_block_but_the_body_stands_there_in_order() -> None:
    labelled = page(("Home", Role.NAVIGATION), ("The story.", Role.BODY), ("Share", Role.SHARE))
    assert find_chrome(labelled, {}) == (
        Chrome(Role.NAVIGATION, "Home", "why navigation", 0),
        Chrome(Role.SHARE, "Share", "why share", 2),
    )


@pytest.mark.parametrize(
    ("spans", "left"),
    [
        pytest.param([], ["Sport By Ana Petrov 4 March"], id="no claim"),
        pytest.param([(0, 27)], [], id="all of it"),
        pytest.param([(0, 5)], ["By Ana Petrov 4 March"], id="its head"),
        pytest.param([(20, 27)], ["Sport By Ana Petrov"], id="its tail"),
        pytest.param([(6, 19)], ["Sport", "4 March"], id="its middle"),
        pytest.param([(0, 5), (6, 19), (20, 27)], [], id="all but white space"),
        pytest.param([(20, 27), (0, 5)], ["By Ana Petrov"], id="out of order"),
        pytest.param([(6, 19), (9, 12)], ["Sport", "4 March"], id="one inside another"),
        pytest.param([(0, 10), (6, 19)], ["4 March"], id="overlapping"),
        pytest.param([(6, 19), (6, 19)], ["Sport", "4 March"], id="twice"),
    ],
)
def test_what_a_field_claims_is_no_chrome(spans: list[tuple[int, int]], left: list[str]) -> None:
    labelled = page(("Sport By Ana Petrov 4 March", Role.BYLINE))
    chrome = find_chrome(labelled, {"byline": claim(0, *spans)})
    assert [piece.text for piece in chrome] == left
    assert all((piece.role, piece.block) == (Role.BYLINE, 0) for piece in chrome)


def test_claims_of_several_fields_add_up() -> None:
    labelled = page(("Ana Petrov, 4 March", Role.BYLINE))
    evidence = {"byline": claim(0, (0, 10)), "published": claim(0, (12, 19))}
    assert [piece.text for piece in find_chrome(labelled, evidence)] == [","]


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param(claim(None, None), id="metadata"),
        pytest.param(claim(0, None), id="a block without a span"),
        pytest.param(claim(None, (0, 4)), id="a span without a block"),
    ],
)
def test_evidence_without_block_and_span_claims_nothing(evidence: tuple[Evidence, ...]) -> None:
    assert len(find_chrome(page(("Home", Role.OTHER)), {"title": evidence})) == 1


def test_a_claim_on_the_body_leaves_it_the_body() -> None:
    labelled = page(("VELMORA — The story.", Role.BODY))
    assert find_chrome(labelled, {"dateline": claim(0, (0, 7))}) == ()


def test_an_empty_page() -> None:
    assert find_chrome(page(), {}) == ()
