"""What belongs to the teasers of other stories: their kickers, dates, authors, excerpts."""

from collections.abc import Mapping, Sequence

from newsclean.label.masses import up
from newsclean.label.runs import under
from newsclean.page import Label, Page, Role

# Roles of lists of other stories.
TEASERS = frozenset(
    (Role.RELATED, Role.RECOMMENDED, Role.LATEST_NEWS, Role.MUST_READ),
)
# Excerpts are about this long at most; longer texts beside them are about something else.
_LONGEST = 200


def join_teasers(
    page: Page, labels: list[Label], known: Mapping[int, Label], shares: Sequence[float]
) -> None:
    """Give blocks of unknown role beside a teaser the teaser's role, in place.

    They have to stand in one element of three levels with it that holds none of the story;
    ``shares`` tells how much of the story each node holds.
    """
    for order, step in ((range(1, len(labels)), -1), (range(len(labels) - 2, -1, -1), 1)):
        for i in order:
            block, beside = page.blocks[i], labels[i + step]
            if i in known or labels[i].role is not Role.OTHER or beside.role not in TEASERS:
                continue
            if block.node is None or len(block.text) > _LONGEST:
                continue
            box = up(page, block.node, 2)
            if shares[box] == 0.0 and under(page, page.blocks[i + step].node, box):
                labels[i] = Label(beside.role, f"stands beside a block of {beside.role.value}")
