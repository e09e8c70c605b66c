"""Names that have come before."""

import pytest

from newsclean.batch.read.seen import Seen


@pytest.mark.parametrize("in_memory", [3, 1000], ids=["in a database", "in memory"])
def test_a_name_is_new_once(in_memory: int) -> None:
    seen = Seen(in_memory)
    names = [f"news/{n % 20}.html" for n in range(60)]
    assert [seen.add(name) for name in names] == [True] * 20 + [False] * 40


def test_a_name_that_is_no_unicode() -> None:
    seen = Seen()
    assert seen.add("caf\udce9.html")
    assert not seen.add("caf\udce9.html")
