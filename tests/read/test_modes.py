"""What the walk makes of each tag."""

from newsclean.page import Kind
from newsclean.read.modes import mode_of


def test_invented_tags_and_endless_lists_do_not_fill_the_memory() -> None:
    mode = mode_of(Kind.TEXT)
    for number in range(1000):
        assert mode[f"x-{number}"].kind is Kind.TEXT
    assert len(mode) < 200
    for depth in range(1, 500):
        mode = mode["ul"]
        assert mode.lists == depth
    assert mode_of(Kind.TEXT, 0, 400) is not mode_of(Kind.TEXT, 0, 400)
