"""What stands under each element."""

from newsclean.label.held import hold, place_of
from newsclean.page import Label, Role
from newsclean.read.html import read_html


def test_hold() -> None:
    page = read_html("<body><div><p>Four<p>Sixsix</div><p>Up<p hidden>Not this</body>")
    labels = [
        Label(Role.BODY, "", 2.5),
        Label(Role.BODY, "", 0.5),
        Label(Role.CAPTION, ""),
        Label(Role.BODY, "", 2.5),
    ]
    held = hold(page, labels)
    box = next(n for n, node in enumerate(page.nodes) if node.tag == "div")
    assert (held.chars[box], held.blocks[box], held.story[box], held.sure[box]) == (10, 2, 10, 4)
    assert (held.chars[0], held.blocks[0], held.story[0], held.total) == (12, 3, 10, 10)


def test_place_of() -> None:
    assert place_of("") is None
    assert place_of("article-body") is None
    place = place_of("photo-caption")
    assert place is not None
    assert place.role is Role.CAPTION
