"""Pages that hide most of their story."""

import pytest

import newsclean

LEDE = "<p>The river rose by two metres overnight and closed the old bridge in Velmora.</p>"
REST = "".join(
    f"<p>The {part} of the bridge has to be replaced before the winter, the engineers of the "
    f"district office said on Monday, and the council has set aside money for it since {year}.</p>"
    for part, year in (
        ("deck", 2011),
        ("railing", 2012),
        ("northern pier", 2013),
        ("southern pier", 2014),
        ("approach", 2015),
        ("drainage", 2016),
    )
)
MENU = "<nav><ul><li><a href='/'>Home</a><li><a href='/sport'>Sport</a></ul></nav>"


def story(hidden: str, shown: str = LEDE) -> str:
    return newsclean.text(
        f"<html lang=en><title>River closes the bridge</title>{MENU}<main><article>"
        f"<h1>River closes the bridge</h1><div class=story>{shown}{hidden}</div></article>"
        "</main><footer><p>All rights reserved.</p></footer></html>"
    )


@pytest.mark.parametrize(
    "fold",
    [
        pytest.param("<div style='display:none'>{}</div>", id="by style"),
        pytest.param("<div class=rest hidden>{}</div>", id="by attribute"),
    ],
)
def test_the_rest_of_a_story_that_is_folded_away_belongs_to_it(fold: str) -> None:
    assert "The drainage of the bridge" in story(fold.format(REST))


def test_what_is_hidden_beside_a_whole_story_does_not() -> None:
    fold = f"<div hidden>{LEDE.replace('Velmora', 'Ostrava')}</div>"
    assert "Ostrava" not in story(fold, LEDE + REST)


def test_the_next_story_held_ready_does_not() -> None:
    first = LEDE + REST.replace("winter", "spring")[:700] + "</p>"
    page = f"""<html lang=en><title>River closes the bridge</title>{MENU}<main>
        <article><h1>River closes the bridge</h1><div class=story>{first}</div></article>
        <article hidden><h2>Another bridge</h2><div class=story>{REST}{REST}</div></article>
        </main></html>"""
    assert "winter" not in newsclean.text(page)


def test_the_evidence_says_so() -> None:
    page = f"<html><body><h1>River</h1><div>{LEDE}</div><div hidden>{REST}</div></body></html>"
    (evidence,) = newsclean.extract(page).evidence["body"]
    assert evidence.rule.startswith("text that the markup hides")
