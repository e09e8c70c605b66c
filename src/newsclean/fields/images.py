"""The story's pictures with caption and credit."""

import re

from newsclean.article import Evidence, Image
from newsclean.fields.credit import split_credit
from newsclean.fields.found import Found
from newsclean.page import Label, Labelled, Picture, Role

# Addresses of what is no picture of a story.
_FURNITURE = re.compile(
    r"logo|icon|avatar|gravatar|sprite|spacer|pixel|blank\.|placeholder|badge|button|banner|"
    r"/ads?/|doubleclick|\.svg(?:$|\?)|author",
    re.IGNORECASE,
)
# Below this declared width in pixels a picture is a thumbnail or an icon.
_NARROWEST = 150
# How many blocks below the story the pictures of a gallery stand at most: behind its title
# and its counter.
_GALLERY = 3


def find_images(labelled: Labelled) -> Found[tuple[Image, ...]]:
    """The pictures that stand in the story or in a figure before it, each once."""
    page = labelled.page
    story = labelled.having(Role.BODY)
    if not story or not page.pictures:
        return Found(())
    images: dict[str, Image] = {}
    evidence = []
    taken: set[int] = set()
    for picture in page.pictures:
        if picture.url in images or not _is_of_story(labelled, picture, story[0], story[-1]):
            continue
        captions = [i for i in _captions(labelled, picture) if i not in taken]
        taken.update(captions)
        marked = [c.value for c in page.claims if c.name == "credit" and c.block in captions]
        caption, credit = split_credit([page.blocks[i].text for i in captions], marked)
        images[picture.url] = Image(picture.url, caption, credit, picture.alt)
        evidence.append(Evidence("picture in or above the story", "html", raw=picture.url))
        for i in captions:
            text = page.blocks[i].text
            evidence.append(Evidence("caption of the picture", "text", text, i, (0, len(text))))
    return Found(tuple(images.values()), tuple(evidence))


def _is_of_story(labelled: Labelled, picture: Picture, first: int, last: int) -> bool:
    if _FURNITURE.search(picture.url) or (picture.width or _NARROWEST) < _NARROWEST:
        return False
    # 12: headline, deck, byline, date and share bar stand between a lead picture and the
    # first paragraph.
    if not first - 12 <= picture.block <= last + _GALLERY:
        return False
    if picture.figure is not None and _captions(labelled, picture):
        return True
    if picture.block > last + 1:
        return False
    around = _roles_around(labelled, picture)
    return bool(around) and all(label.role in _STORY_ROLES for label in around)


_STORY_ROLES = frozenset(
    (Role.BODY, Role.TITLE, Role.DECK, Role.BYLINE, Role.DATE, Role.CAPTION, Role.DATELINE)
)


def _roles_around(labelled: Labelled, picture: Picture) -> list[Label]:
    """The labels of the blocks next to the picture."""
    i = picture.block
    return list(labelled.labels[max(i - 1, 0) : i + 1])


def _captions(labelled: Labelled, picture: Picture) -> list[int]:
    """The blocks with the picture's caption: those labelled so in its figure, or the one
    right behind it."""
    page = labelled.page
    if picture.figure is None:
        return []
    found = []
    for i in range(max(picture.block - 2, 0), min(picture.block + 5, len(page.blocks))):
        if labelled.labels[i].role is not Role.CAPTION:
            continue
        node = page.blocks[i].node
        while node is not None and node > picture.figure:
            node = page.nodes[node].parent
        if node == picture.figure:
            found.append(i)
    at = picture.block
    if not found and at < len(labelled.labels) and labelled.labels[at].role is Role.CAPTION:
        return [at]
    return found
