"""Which blocks around a story are its headline, deck, section, byline, date, tags and the
note about its author."""

from collections.abc import Sequence

from newsclean.label.bios import find_bios
from newsclean.label.bylines import claimed_bylines, find_bylines, find_dates
from newsclean.label.decks import find_decks
from newsclean.label.flat_head import flat_headline
from newsclean.label.headline import choose, headings
from newsclean.label.likeness import key_of, overlap
from newsclean.label.people import is_person
from newsclean.label.scene import HEAD, Scene, idents, names, openings, shown
from newsclean.label.trails import is_trail
from newsclean.page import Kind, Label, Page, Role


def find_furniture(
    page: Page, body: Sequence[int], language: str | None, *, story_alone: bool = False
) -> dict[int, Label]:
    """The roles of the blocks that fields of an article's head are read from.

    ``body`` holds the indices of the blocks taken for the story, in order; some of them
    may come back as headline, deck, byline or date. ``language`` is the text's. With
    ``story_alone`` only what those blocks are is asked for, which is sooner said.
    """
    if not page.blocks:
        return {}
    first = body[0] if body else min(HEAD, len(page.blocks) - 1)
    last = body[-1] if body else first
    scene = Scene(page, frozenset(body), first, last, language, {}, story_alone)
    if page.kind == "text":
        _flat_title(scene, body)
    else:
        _title(scene)
        scene = _below_headline(scene, body)
        claimed_bylines(scene)
    find_bylines(scene)
    find_dates(scene)
    _section(scene)
    find_decks(scene)
    _tags(scene)
    for i, label in find_bios(scene, first, last).items():
        scene.labels.setdefault(i, label)
    return scene.labels


def _flat_title(scene: Scene, body: Sequence[int]) -> None:
    found = flat_headline(scene.page, body, scene.language)
    if found is not None:
        scene.give(found.block, Role.TITLE, "line above the story that reads like its headline")
        for block, _ in found.repeats:
            scene.give(block, Role.TITLE, "repeats the headline")
        if found.lead is not None:
            scene.give(found.lead[0], Role.TITLE, "the headline's first part")
        # A kicker or a menu's last word that was taken for the story's first line.
        for i in body[:_HEAD_LINES]:
            text = scene.page.blocks[i].text
            if i < found.block < body[-1] and len(text) < _KICKER and text[-1].isalnum():
                scene.give(i, Role.OTHER, "a line above the headline")


def _title(scene: Scene) -> None:
    """The chosen headline, and the blocks that say the same."""
    page = scene.page
    chosen = choose(page)
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
    _lone_heading(scene)
    # Shorter ones are words that stand anywhere.
    keys = {key for key in keys if len(key) > 12}
    if not keys:
        return
    # Marks and spaces make a text some characters longer than its key.
    shortest, longest = min(map(len, keys)), max(map(len, keys)) * 1.3 + 8
    for i, block in enumerate(page.blocks):
        if shortest <= len(block.text) <= longest and key_of(block.text) in keys:
            scene.give(i, Role.TITLE, "repeats the headline")


def _lone_heading(scene: Scene) -> None:
    """The one heading of level 1 above a story: the headline as shown, whatever the metadata
    says in other words."""
    if any(x.role is Role.TITLE and i <= scene.first + 3 for i, x in scene.labels.items()):
        return
    found = [at for at, text in headings(scene.page) if len(text.split()) >= _HEADLINE_WORDS]
    if len(found) == 1 and found[0] <= scene.first and shown(scene, found[0]):
        scene.give(found[0], Role.TITLE, "the one heading of level 1")


# Sites set their own name and that of the section in such headings, too.
_HEADLINE_WORDS = 5


def _below_headline(scene: Scene, body: Sequence[int]) -> Scene:
    """``scene`` with its story below the headline, where headline and kicker were taken for
    the story's first lines."""
    lines = body[:_HEAD_LINES]
    titles = [i for i in scene.labels if lines and lines[0] <= i < lines[-1]]
    if not titles:
        return scene
    title = max(titles)
    for i in lines:
        if i < title and len(scene.page.blocks[i].text) < _KICKER:
            scene.give(i, Role.SECTION, "a line above the headline")
    rest = [i for i in body if i > title]
    return scene._replace(first=rest[0])


# How many of the story's lines may be the head of the page; longest kicker in characters.
_HEAD_LINES, _KICKER = 5, 60


def _section(scene: Scene) -> None:
    page = scene.page
    claimed = {
        key_of(c.value) for c in page.claims if c.name in ("article:section", "articlesection")
    }
    claimed.discard("")
    marked = {c.block for c in page.claims if c.source == "class" and c.name == "section"}
    titles = [i for i, x in scene.labels.items() if x.role is Role.TITLE and i <= scene.first]
    # Menus further up name every section of the site.
    start = max(titles, default=scene.first) - 8
    for i in scene.wanted(range(max(0, start), scene.first)):
        text = page.blocks[i].text
        if len(text) > 90 or i in scene.labels or page.blocks[i].kind is Kind.BUTTON:
            continue
        if is_trail(text):
            scene.give(i, Role.SECTION, "a trail from the front page")
        if len(text) > 60 or page.kind == "text":
            continue
        key = key_of(text)
        if is_person(text) and key not in claimed:
            continue
        around = idents(page, i)
        if key in claimed and "menu" not in around:
            scene.give(i, Role.SECTION, "the section that the metadata names")
        elif i in marked or (names("section").search(around) and "menu" not in around):
            scene.give(i, Role.SECTION, "breadcrumb or kicker")


def _tags(scene: Scene) -> None:
    page = scene.page
    zone = range(max(0, scene.first - 10), min(len(page.blocks), scene.last + 25))
    for i in scene.wanted(zone):
        block = page.blocks[i]
        if i in scene.labels or (i in scene.body and scene.first < i < scene.last):
            continue
        if block.kind is Kind.BUTTON or len(block.text) > 300:
            continue
        if _opens_tags(block.text) and len(block.text) < 200:
            scene.give(i, Role.TAGS, "opens with a word for tags")
        elif (
            (block.link_chars or 0) * 3 >= len(block.text) * 2
            and len(block.text) <= 80
            and names("tags").search(idents(page, i))
        ):
            scene.give(i, Role.TAGS, "links inside a tags element")


def _opens_tags(text: str) -> bool:
    """Does a word for tags and a colon open ``text``?"""
    head, colon, _ = text.replace("：", ":", 1).partition(":")
    return bool(colon) and head.strip().casefold() in openings("tags")
