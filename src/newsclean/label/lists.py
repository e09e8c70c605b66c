"""Lists between the story's paragraphs, of which the model takes a part only."""

from newsclean.label.held import is_story, is_sure
from newsclean.label.sizes import link_share
from newsclean.page import Kind, Label, Page, Role

# Items at most; the share of links of an item that is a link; what introduces a list.
# Longer lists are no teasers, and dev pages leave out parts of them for a reason.
_FEW, _LINKED, _COLON = 8, 0.95, (":", "：")


def settle_lists(page: Page, labels: list[Label | None]) -> None:
    """Decide about each short list between paragraphs as a whole, in place, where the model
    takes a part of it: what a paragraph introduces by a colon is the story's; a list of
    nothing but links is of other stories."""
    first = next((n for n, label in enumerate(labels) if is_story(label)), len(labels))
    i = max(first - _FEW, 0)
    while i < len(labels):
        if page.blocks[i].kind is not Kind.ITEM:
            i += 1
            continue
        end = _end_of_list(page, i)
        start, i = i, max(end, i + 1)
        if not 1 < end - start <= _FEW or end == len(labels) or not start:
            continue
        story = [n for n in range(start, end) if is_story(labels[n])]
        if not 0 < len(story) < end - start or not _goes_on(page, labels, end):
            continue
        introduced = is_story(labels[start - 1]) and page.blocks[start - 1].text.endswith(_COLON)
        if introduced:
            for n in range(start, end):
                if labels[n] is None and not page.blocks[n].hidden:
                    labels[n] = Label(Role.BODY, "one of a list that a paragraph introduces")
        elif all(link_share(page.blocks[n]) >= _LINKED for n in range(start, end)):
            for n in story:
                labels[n] = Label(Role.RELATED, "one of a list of links between paragraphs")


def _goes_on(page: Page, labels: list[Label | None], i: int) -> bool:
    return (
        page.blocks[i].kind in (Kind.PARAGRAPH, Kind.TEXT)
        and is_story(labels[i])
        and is_sure(labels[i])
    )


def _end_of_list(page: Page, i: int) -> int:
    """Behind which block the list ends that block ``i`` opens; ``i`` where it opens none."""
    node = page.blocks[i].node
    if page.blocks[i].kind is not Kind.ITEM or node is None:
        return i
    own, end = page.nodes[node].parent, i
    while end < len(page.blocks):
        node = page.blocks[end].node
        if node is None or page.blocks[end].kind is not Kind.ITEM:
            break
        if page.nodes[node].parent != own:
            break
        end += 1
    return end
