"""The picture that stands for the story."""

import re
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from newsclean.article import Evidence, Image
from newsclean.fields.found import Found
from newsclean.label.facts import is_news, values
from newsclean.page import Claim, Labelled, Role

# A site's own picture, which it shares where a story has none.
_GENERIC = re.compile(
    r"logo|default|placeholder|fallback|favicon|apple-touch|icon[-_.]|og[-_]?image\.|share[-_.]|"
    r"social[-_.]|generic|blank\.|\.svg(?:$|\?)",
    re.IGNORECASE,
)
_SIZED = re.compile(r"[-_]?\d{2,4}x\d{2,4}|[-_]scaled|@\dx|\.(?:jpe?g|png|webp|gif|avif)$", re.I)
# Shorter names ("1.jpg", "image.png") are given to many pictures.
_TELLING = 6


def find_lead_image(labelled: Labelled, images: Sequence[Image]) -> Found[Image | None]:
    """The picture that the page declares for its story (``og:image``, ``twitter:image``,
    ``image`` of JSON-LD), with the caption and credit of the same picture in ``images``;
    else the first of ``images`` that stands above the text.

    A picture that is the site's own (a logo) is none.
    """
    page = labelled.page
    for claim in _declared(labelled):
        url = _absolute(claim, page.url)
        if url is None or _GENERIC.search(urlsplit(url).path):
            continue
        name = _name(url)
        same = [image for image in images if name and _name(image.url) == name]
        evidence = Evidence(f"{claim.name} of the page", claim.source, claim.value)
        return Found(same[0] if same else Image(url), (evidence,))
    body = labelled.having(Role.BODY)
    above = {p.url for p in page.pictures if body and p.block <= body[0]}
    for image in images:
        if image.url in above:
            return Found(image, (Evidence("first picture above the text", "html", image.url),))
    return Found(None)


def _declared(labelled: Labelled) -> list[Claim]:
    page = labelled.page
    return [
        *values(page, "opengraph", "og:image", "og:image:url", "og:image:secure_url"),
        *(c for c in values(page, "json-ld", "image") if is_news(c)),
        *values(page, "twitter", "twitter:image", "twitter:image:src"),
        *values(page, "meta", "thumbnail", "parsely-image-url", "sailthru.image.full"),
    ]


def _absolute(claim: Claim, base: str | None) -> str | None:
    try:
        url = urljoin(base, claim.value) if base else claim.value
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.path.strip("/") else None


def _name(url: str) -> str:
    """The picture's own part of its address, without size and format."""
    try:
        last = urlsplit(url).path.rstrip("/").rpartition("/")[2].lower()
    except ValueError:
        return ""
    name = _SIZED.sub("", _SIZED.sub("", last))
    return name if len(name) >= _TELLING else ""
