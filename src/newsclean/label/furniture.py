"""Which blocks around a story are its headline, deck, section, byline, date, tags and the
note about its author."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.label.bios import find_bios
from newsclean.label.credits import (
    find_credit,
    is_organisation,
    is_person,
    is_place,
    split_parts,
)
from newsclean.label.flat_head import flat_headline
from newsclean.label.headline import choose, headings, key_of, overlap, values
from newsclean.label.moments import read_moment
from newsclean.page import Kind, Label, Page, Role
from newsclean.vocab import load

# How many blocks before and after the story its furniture can stand: the head of a page
# has breadcrumbs, kicker, headline, deck, share buttons, byline, date, caption.
_HEAD, _TAIL = 30, 14
# A byline with three names and their jobs; longer blocks are text.
_BYLINE_LENGTH = 180
_DATE_LENGTH = 140

_BYLINE_NAMES = re.compile(
    r"(?<![a-z])(?:byline|by-line|authors?|autor(?:en|es|in)?|auteurs?|writer|redakteur|contributors?|"
    r"journalist|reporter|post-author|article-author)(?![a-z])"
)
_DATE_NAMES = re.compile(
    r"(?<![a-z])(?:date|dates|datetime|time|timestamp|published?|pub-date|pubdate|posted|updated|datum|"
    r"fecha|post-meta|meta-date|date-published|datepublished|datemodified)(?![a-z])"
)
_DECK_NAMES = re.compile(
    r"(?<![a-z])(?:deck|dek|standfirst|sub-?title|sub-?head(?:ing|line)?|sub-?titulo|chapo|chapeau|entradilla|"
    r"bajada|sommario|occhiello|ingress|manchet|vorspann|teaser-text|lead-text|article-lead|lede|"
    r"article-summary|article-intro|intro|summary|abstract|excerpt|article-description|"
    r"article-excerpt|post-excerpt|headline-intro|sous-titre|underrubrik|onderkop|lead|description)(?![a-z])"
)
_SECTION_NAMES = re.compile(
    r"(?<![a-z])(?:breadcrumbs?|kicker|eyebrow|overline|dachzeile|roofline|rubric|rubrik|section-name|"
    r"section-label|category|categories|cat-links|post-categories|article-section|channel|"
    r"topline|spitzmarke|ariane|crumbs?)(?![a-z])"
)
_TAG_NAMES = re.compile(
    r"(?<![a-z])(?:tags?|tag-list|tags-links|keywords?|topics?|article-tags|post-tags|hashtags?|schlagworte|"
    r"etiquetas|themen)(?![a-z])"
)
_COMMENT_NAMES = re.compile(r"(?<![a-z])(?:comments?|disqus|replies|respond)(?![a-z])")
_TAG_OPENING = re.compile(
    r"(?:tags?|tagged|keywords|topics|filed under|etiquetas|mots-clés|schlagworte|stichworte|themen|"
    r"теги|метки|etiketler|タグ|标签|標籤)\b\s{0,3}[:：]",
    re.IGNORECASE,
)


# What opens a credit for a picture.
_CREDIT_WORDS = re.compile(r"(?:copyright|©|\(c\)|photos?|foto|bild|image|credits?|crédit|photograph)\b", re.I)


class _Scene(NamedTuple):
    page: Page
    body: frozenset[int]
    first: int
    last: int
    language: str | None
    labels: dict[int, Label]

    def head(self) -> Iterator[int]:
        """The blocks before the story and its first few, from the headline on."""
        titles = [i for i, label in self.labels.items() if label.role is Role.TITLE]
        above = [i for i in titles if i <= self.first]
        # 8: breadcrumb, kicker and date line above the headline.
        start = max(above) - 8 if above else self.first - _HEAD
        return iter(range(max(0, start), min(len(self.page.blocks), self.first + 4)))

    def tail(self) -> Iterator[int]:
        """The story's last blocks and what follows."""
        return iter(
            range(max(self.first + 1, self.last - 1), min(len(self.page.blocks), self.last + _TAIL))
        )

    def give(self, block: int, role: Role, reason: str) -> None:
        """A role for a block that has none."""
        self.labels.setdefault(block, Label(role, reason))


def find_furniture(page: Page, body: Sequence[int], language: str | None) -> dict[int, Label]:
    """The roles of the blocks that fields of an article's head are read from.

    ``body`` holds the indices of the blocks taken for the story, in order; some of them
    may come back as headline, deck, byline or date. ``language`` is the text's.
    """
    if not page.blocks:
        return {}
    first = body[0] if body else min(_HEAD, len(page.blocks) - 1)
    last = body[-1] if body else first
    scene = _Scene(page, frozenset(body), first, last, language, {})
    if page.kind == "text":
        _flat_title(scene, body)
    else:
        _title(scene)
        _by_claims(scene)
    _bylines(scene)
    _dates(scene)
    if page.kind != "text":
        _section(scene)
        _deck(scene)
        _tags(scene)
    scene.labels.update(
        (i, label)
        for i, label in find_bios(page, scene.labels, first, last, language).items()
        if i not in scene.labels
    )
    return scene.labels


def _flat_title(scene: _Scene, body: Sequence[int]) -> None:
    found = flat_headline(scene.page, body, scene.language)
    if found is not None:
        scene.give(found.block, Role.TITLE, "line above the story that reads like its headline")
        for block, _ in found.repeats:
            scene.give(block, Role.TITLE, "repeats the headline")


def _title(scene: _Scene) -> None:
    """The chosen headline, and the blocks that say the same."""
    page = scene.page
    chosen = choose(page, scene.first)
    keys = set()
    if chosen is not None:
        keys.add(key_of(chosen.text))
        if chosen.block is not None:
            scene.give(chosen.block, Role.TITLE, chosen.rule)
    for at, text in headings(page):
        # A heading that agrees with a headline of the metadata is the headline as shown.
        if chosen is not None and at <= scene.first + 3 and overlap(text, chosen.text) >= 0.5:
            scene.give(at, Role.TITLE, "heading that agrees with the headline")
            keys.add(key_of(text))
    # Shorter ones are words that stand anywhere.
    keys = {key for key in keys if len(key) > 12}
    for i, block in enumerate(page.blocks):
        if len(block.text) <= 400 and key_of(block.text) in keys:
            scene.give(i, Role.TITLE, "repeats the headline")


def _idents(page: Page, block: int, levels: int = 3) -> str:
    """The names around a block, the innermost ones."""
    node = page.blocks[block].node
    names = []
    for _ in range(levels):
        if node is None or node < 0:
            break
        names.append(page.nodes[node].ident)
        node = page.nodes[node].parent
    return " ".join(name for name in names if name)


def _shown(scene: _Scene, block: int) -> bool:
    """Is the block visible text that is no control and no comment?"""
    found = scene.page.blocks[block]
    if found.kind in (Kind.BUTTON, Kind.CAPTION):
        return False
    return not _COMMENT_NAMES.search(_idents(scene.page, block, 6))


def _section(scene: _Scene) -> None:
    page = scene.page
    claimed = {key_of(c.value) for c in page.claims if c.name in ("article:section", "articlesection")}
    claimed.discard("")
    marked = {c.block for c in page.claims if c.source == "class" and c.name == "section"}
    titles = [i for i, x in scene.labels.items() if x.role is Role.TITLE and i <= scene.first]
    # Menus further up name every section of the site.
    start = max(titles, default=scene.first) - 8
    for i in range(max(0, start), scene.first):
        text = page.blocks[i].text
        if len(text) > 60 or i in scene.labels or page.blocks[i].kind is Kind.BUTTON:
            continue
        key = key_of(text)
        if is_person(text) and key not in claimed:
            continue
        names = _idents(page, i)
        if key in claimed and "menu" not in names:
            scene.give(i, Role.SECTION, "the section that the metadata names")
        elif i in marked or (_SECTION_NAMES.search(names) and "menu" not in names):
            scene.give(i, Role.SECTION, "breadcrumb or kicker")


def _by_claims(scene: _Scene) -> None:
    """Bylines that links and classes mark."""
    page = scene.page
    for claim in page.claims:
        at = claim.block
        if at is None or not 0 <= at < len(page.blocks) or at in scene.labels:
            continue
        if claim.name not in ("author", "rel-author", "author-link"):
            continue
        near = scene.first - _HEAD <= at <= scene.first + 4 or scene.last - 1 <= at <= scene.last + 4
        text = page.blocks[at].text
        if not near or len(text) > _BYLINE_LENGTH or claim.value not in text:
            continue
        if _CREDIT_WORDS.match(text):
            continue
        if _shown(scene, at) and (is_person(claim.value) or find_credit(text, scene.language)):
            scene.give(at, Role.BYLINE, f"{claim.source} that marks an author")


def _bylines(scene: _Scene) -> None:
    seen = False
    for i in (*scene.head(), *scene.tail()):
        block = scene.page.blocks[i]
        text = block.text
        if i in scene.labels or len(text) > _BYLINE_LENGTH or not _shown(scene, i):
            continue
        names = scene.page.nodes and _BYLINE_NAMES.search(_idents(scene.page, i, 2))
        if block.kind is Kind.HEADING and not names:
            continue
        credit = find_credit(text, scene.language)
        if credit is not None and (credit.span[0] == 0 or names or read_moment(text, scene.language)):
            rest = len(text) - (credit.span[1] - credit.span[0])
            if rest <= 100:
                scene.give(i, Role.BYLINE, "a byline by its first words")
                seen = True
        elif names and _named(text, scene.language) and not _CREDIT_WORDS.match(text):
            scene.give(i, Role.BYLINE, "inside a byline element")
            seen = True
    if not seen or not any(_personal(scene, i) for i in scene.labels):
        _lone_name(scene)


def _named(text: str, language: str | None) -> bool:
    parts = split_parts(text, language)
    return bool(parts) and len(text) <= 120 and (is_person(parts[0]) or (is_organisation(parts[0]) and len(parts[0].split()) <= 4))


def _personal(scene: _Scene, block: int) -> bool:
    """Is the block a byline that names a person?"""
    if scene.labels[block].role is not Role.BYLINE:
        return False
    text = scene.page.blocks[block].text
    credit = find_credit(text, scene.language)
    return any(is_person(p) for p in split_parts(credit.names if credit else text, scene.language))


def _lone_name(scene: _Scene) -> None:
    """Names alone on a line between headline and story, or as the story's last line."""
    titles = [i for i, label in scene.labels.items() if label.role is Role.TITLE]
    above = [i for i in titles if i <= scene.first]
    places = [*range(max(above) + 1, scene.first + 4)] if above else []
    for i in (*places, scene.last, scene.last + 1):
        if i in scene.labels or not 0 <= i < len(scene.page.blocks):
            continue
        text = scene.page.blocks[i].text
        if len(text) > 70 or not _shown(scene, i) or is_place(text):
            continue
        parts = split_parts(text, scene.language)
        # Without capitals a short line is as likely a button as a name.
        if parts and all(is_person(p) and p[:1].isupper() and len(p.split()) <= 4 for p in parts):
            scene.give(i, Role.BYLINE, "a name alone on a line beside the story")
            return


def _dates(scene: _Scene) -> None:
    page = scene.page
    timed = {c.block for c in page.claims if c.source == "time" or (c.source == "class" and c.name == "date")}
    titles = [i for i, x in scene.labels.items() if x.role is Role.TITLE and i <= scene.first]
    title = max(titles, default=scene.first)
    for i in (*scene.head(), *scene.tail()):
        text = page.blocks[i].text
        if i in scene.labels or len(text) > _DATE_LENGTH or not _shown(scene, i):
            continue
        if not any(char.isdigit() for char in text):
            continue
        moment = read_moment(text, scene.language)
        if moment is None:
            continue
        rest = len(text) - (moment.span[1] - moment.span[0])
        marked = i in timed or _DATE_NAMES.search(_idents(page, i, 2)) or _says_date(text, scene.language)
        # Beside the headline a date has the section, the author, the reading time with it.
        beside = abs(i - title) <= 4 and i <= scene.first
        if rest <= (80 if marked else 60 if beside else 16):
            scene.give(i, Role.DATE, "a date line")


def _says_date(text: str, language: str | None) -> bool:
    """Does the text open with "published", "updated" or the like?"""
    folded = text.casefold().lstrip(" -–|·•(")
    for code in {language or "en", "en"}:
        words = load(code).get("dates", {})
        if any(folded.startswith(w) for key in ("published", "updated") for w in words.get(key, ())):
            return True
    return False


def _deck(scene: _Scene) -> None:
    """The deck: between headline and story, by its names or by the page's description."""
    page = scene.page
    titles = [i for i, x in scene.labels.items() if x.role is Role.TITLE and i <= scene.first + 3]
    described = _descriptions(page)
    start = max(titles, default=scene.first - 4)
    for i in range(max(0, start - 2), min(len(page.blocks), scene.first + 3)):
        block = page.blocks[i]
        if i in scene.labels or not 25 <= len(block.text) <= 900 or not _shown(scene, i):
            continue
        names = _DECK_NAMES.search(_idents(page, i, 2))
        heading = block.kind is Kind.HEADING and 2 <= block.level <= 4 and i > start and i <= start + 3
        same = i < scene.first and any(_same_start(block.text, text) for text in described)
        if (names and i > start - 2) or same or (heading and titles and i <= scene.first):
            reason = "inside a deck element" if names else "the description of the metadata" if same else "heading under the headline"
            if not (names and i > start and _many(page, i)):
                scene.give(i, Role.DECK, reason)


def _many(page: Page, block: int) -> bool:
    """Does the element around a block hold many more: a wrapper of the story, not a deck?"""
    node = page.blocks[block].node
    if node is None:
        return False
    for _ in range(2):
        if node >= 0 and not _DECK_NAMES.search(page.nodes[node].ident):
            node = page.nodes[node].parent
    if node < 0:
        return False
    count = 0
    for other in page.blocks[block + 1 : block + 12]:
        at = other.node
        for _ in range(6):
            if at is None or at < 0 or at == node:
                break
            at = page.nodes[at].parent
        count += at == node and len(other.text) > 60
    return count > 3


def _descriptions(page: Page) -> list[str]:
    claims = values(page, "opengraph", "og:description") + values(page, "json-ld", "description")
    claims += values(page, "meta", "description") + values(page, "json-ld", "alternativeheadline")
    return list(dict.fromkeys(c.value for c in claims if len(c.value) >= 25))


def _same_start(text: str, described: str) -> bool:
    """Is one text the other, or its beginning where it was cut short?"""
    one, other = key_of(text), key_of(described.rstrip(" .…"))
    if one == other:
        return True
    return len(other) > 60 and one.startswith(other) and len(one) < 2 * len(other)


def _tags(scene: _Scene) -> None:
    page = scene.page
    for i in range(max(0, scene.first - 10), min(len(page.blocks), scene.last + 25)):
        block = page.blocks[i]
        if i in scene.labels or (i in scene.body and scene.first < i < scene.last):
            continue
        if block.kind is Kind.BUTTON or len(block.text) > 300:
            continue
        if _TAG_OPENING.match(block.text) and len(block.text) < 200:
            scene.give(i, Role.TAGS, "opens with a word for tags")
        elif (block.link_chars or 0) * 3 >= len(block.text) * 2 and len(block.text) <= 80 and _TAG_NAMES.search(_idents(page, i)):
            scene.give(i, Role.TAGS, "links inside a tags element")
