"""The story's pictures with caption and credit."""

import re

from newsclean.article import Evidence, Image
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
_CREDIT = re.compile(
    r"(?:^|[\s(\[|–—-])(?:(?:photos?|fotos?|bild|bilder|picture|image|photograph|credit|crédits?|"
    r"photo credit|image credit|bildquelle|foto de|fotograf|imagen|courtesy|reuters|epa|afp|ap|"
    r"getty images|dpa|efe|ansa|ritzau|ntb|tt)"
    r"(?:\s+(?:by|de|von|par|of|di))?\s{0,2}[:/]|(?:photos?|photograph|picture)\s+by\s|©\s?)"
    r"\s{0,2}([^()\[\]]{2,90}?)\s*[)\].]{0,2}$",
    re.IGNORECASE,
)
_AGENCY_TAIL = re.compile(
    r"[(\[]\s?([^()\[\]]{0,60}\b(?:AP|AFP|Reuters|REUTERS|Getty Images|EPA|dpa|EFE|ANSA|Xinhua|"
    r"via AP|Getty)\b[^()\[\]]{0,30})\s?[)\]]\.?$"
)
_PHOTO_BY = re.compile(
    r"(?:photos?|fotos?|photograph|picture|image|bild|credit)(?:\s+(?:by|von|de|par|di|of)\s|\s?:)\s?",
    re.IGNORECASE,
)


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
        caption, credit = _split_credit([page.blocks[i].text for i in captions])
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
    if not first - 12 <= picture.block <= last + 1:
        return False
    if picture.figure is not None and _captions(labelled, picture):
        return True
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
    """The blocks with the picture's caption: those labelled so in its figure."""
    if picture.figure is None:
        return []
    page = labelled.page
    found = []
    for i in range(max(picture.block - 2, 0), min(picture.block + 5, len(page.blocks))):
        if labelled.labels[i].role is not Role.CAPTION:
            continue
        node = page.blocks[i].node
        while node is not None and node > picture.figure:
            node = page.nodes[node].parent
        if node == picture.figure:
            found.append(i)
    return found


def _split_credit(texts: list[str]) -> tuple[str | None, str | None]:
    """Caption and credit from the blocks of a caption."""
    caption: list[str] = []
    credit = None
    for text in texts:
        # The bracket first: "(AP Photo/Jo Doe)" holds words that look like a label.
        found = _AGENCY_TAIL.search(text) or _CREDIT.search(text)
        if found and credit is None:
            credit = found.group(1).strip()
            label = _PHOTO_BY.match(credit)
            credit = credit[label.end() :] if label else credit
            text = text[: found.start()].rstrip(" ([|–—-")
        if text:
            caption.append(text)
    return " ".join(caption) or None, credit
