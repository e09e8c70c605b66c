"""The deck (standfirst, summary) between headline and body."""

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.label.likeness import key_of
from newsclean.page import Labelled, Role


def find_deck(labelled: Labelled, title: str | None) -> Found[str | None]:
    """The deck as the page shows it: the blocks labelled so, each of them on a line.

    None where the page shows none: a description in the metadata alone is no deck.
    """
    own = key_of(title or "")
    blocks = labelled.page.blocks
    seen = {own}
    taken, repeated = [], []
    for at in labelled.having(Role.DECK):
        key = key_of(blocks[at].text)
        if key in seen and key != own:
            repeated.append(at)
        elif key not in seen:
            seen.add(key)
            taken.append(at)
    evidence = tuple(
        Evidence(
            labelled.labels[at].reason, "text", blocks[at].text, at, (0, len(blocks[at].text))
        )
        for at in (*taken, *repeated)
    )
    if not taken:
        return Found(None)
    return Found("\n".join(blocks[at].text for at in taken), evidence)
