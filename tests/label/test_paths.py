"""What the markup around a block says."""

import pytest

from newsclean.label.paths import places
from newsclean.page import Node, Role


def role(*path: tuple[str, str], share: float = 0.0) -> Role | None:
    """The role at the end of a path of (tag, names), each element holding ``share``."""
    nodes = [Node(i - 1, tag, ident) for i, (tag, ident) in enumerate(path)]
    return places(nodes, [share] * len(nodes))[-1].role


@pytest.mark.parametrize(
    ("ident", "expected"),
    [
        pytest.param("comments-area", Role.COMMENT, id="comments"),
        pytest.param("comment-respond", Role.COMMENT_PROMPT, id="comment form"),
        pytest.param("jp-relatedposts", Role.RELATED, id="related at a part"),
        pytest.param("td_related_wrap", Role.RELATED, id="underscore"),
        pytest.param("most-popular", Role.MUST_READ, id="most popular"),
        pytest.param("newsletter-box", Role.NEWSLETTER, id="newsletter"),
        pytest.param("social-share", Role.SHARE, id="share"),
        pytest.param("cookie-banner", Role.CONSENT, id="consent"),
        pytest.param("taboola-below", Role.RECOMMENDED, id="recommended"),
        pytest.param("wp-caption-text", Role.CAPTION, id="caption"),
        pytest.param("author-bio", Role.AUTHOR_BIO, id="bio"),
        pytest.param("pull-quote", Role.PULL_QUOTE, id="pull quote"),
        pytest.param("main-menu", Role.NAVIGATION, id="menu"),
        pytest.param("", None, id="no name"),
        pytest.param("css-1x2y3z", None, id="hashed"),
        pytest.param("paragraph", None, id="plain name"),
        pytest.param("unrelated", None, id="inside a word"),
        pytest.param("thread", None, id="ad inside a word"),
        pytest.param("antiquated", None, id="word with other words in it"),
    ],
)
def test_names(ident: str, expected: Role | None) -> None:
    assert role(("div", ident)) is expected


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        pytest.param("nav", Role.NAVIGATION, id="nav"),
        pytest.param("footer", Role.NAVIGATION, id="footer"),
        pytest.param("aside", Role.RELATED, id="aside"),
        pytest.param("form", Role.FORM, id="form"),
        pytest.param("figcaption", Role.CAPTION, id="figcaption"),
        pytest.param("p", None, id="p"),
        pytest.param("article", None, id="article"),
    ],
)
def test_tags(tag: str, expected: Role | None) -> None:
    assert role((tag, "")) is expected


def test_what_an_ancestor_says_holds() -> None:
    assert role(("div", "comments"), ("div", ""), ("p", "")) is Role.COMMENT


def test_the_nearest_ancestor_says_it() -> None:
    assert role(("div", "sidebar"), ("div", "newsletter"), ("p", "")) is Role.NEWSLETTER


def test_a_body_inside_a_page_of_some_kind_is_a_body() -> None:
    assert role(("div", "widget-page"), ("div", "entry-content"), ("p", "")) is None


def test_a_body_inside_comments_is_none() -> None:
    assert role(("div", "comments"), ("div", "entry-content"), ("p", "")) is Role.COMMENT


def test_a_name_on_the_wrapper_of_the_story_says_nothing() -> None:
    assert role(("div", "sidebar-layout"), share=0.9) is None
    assert role(("form", ""), share=0.9) is None


def test_every_place_with_a_role_has_a_reason() -> None:
    nodes = [Node(-1, "nav", ""), Node(0, "p", ""), Node(-1, "div", "comments")]
    assert all(place.reason for place in places(nodes, [0.0] * 3))


def test_no_nodes() -> None:
    assert places([], []) == []
