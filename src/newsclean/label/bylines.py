"""Which blocks around a story are its byline and its date line."""

import re

from newsclean.label.credits import before_ago, find_credit, is_before, split_parts
from newsclean.label.dated_names import has_common_words, moments_in
from newsclean.label.facts import site_names
from newsclean.label.likeness import key_of
from newsclean.label.moments import read_moment
from newsclean.label.people import eastern_roles, is_organisation, is_person, is_place, is_role
from newsclean.label.phrases import Phrases, phrases
from newsclean.label.scene import HEAD, NO_TEXT, Scene, idents, names, opens_credit, shown
from newsclean.page import Kind, Role
from newsclean.vocab import load

# A byline with three names and their jobs; longer blocks are text.
_BYLINE_LENGTH = 180
_DATE_LENGTH = 140
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DIGIT = re.compile(r"\d")
_PLAIN_KINDS = (Kind.PARAGRAPH, Kind.TEXT, Kind.CELL, Kind.LINE)


def claimed_bylines(scene: Scene) -> None:
    """Bylines that links and classes mark."""
    page = scene.page
    for claim in page.claims:
        at = claim.block
        if at is None or not 0 <= at < len(page.blocks) or at in scene.labels:
            continue
        if claim.name not in ("author", "rel-author", "author-link"):
            continue
        near = (
            scene.first - HEAD <= at <= scene.first + 4 or scene.last - 1 <= at <= scene.last + 4
        )
        text = page.blocks[at].text
        if not near or len(text) > _BYLINE_LENGTH or claim.value not in text:
            continue
        if opens_credit(text):
            continue
        # "Ann Lee, our correspondent in Paris"
        name = next(iter(split_parts(claim.value, scene.language)), "")
        if shown(scene, at) and (is_person(name) or find_credit(text, scene.language)):
            scene.give(at, Role.BYLINE, f"{claim.source} that marks an author")


def find_bylines(scene: Scene) -> None:
    seen = False
    for i in (*scene.head(), *scene.tail()):
        block = scene.page.blocks[i]
        text = block.text
        if i in scene.labels or len(text) > _BYLINE_LENGTH or block.kind in NO_TEXT:
            continue
        marked = scene.page.nodes and names("byline").search(idents(scene.page, i, 2))
        if block.kind is Kind.HEADING and not marked:
            continue
        if is_before(text, scene.language) and i + 1 < len(scene.page.blocks):
            below = scene.page.blocks[i + 1].text
            if _named(below, scene.language):
                scene.give(i, Role.BYLINE, "the word before a byline")
                scene.give(i + 1, Role.BYLINE, f"under the word {text!r}")
                seen = True
            continue
        credit = find_credit(text, scene.language)
        if credit is not None and (
            marked or _opens(text, credit.span[0]) or read_moment(text, scene.language)
        ):
            rest = len(text) - (credit.span[1] - credit.span[0])
            if rest <= 100 and shown(scene, i):
                scene.give(i, Role.BYLINE, "a byline by its first words")
                seen = True
        elif (written := before_ago(text, scene.language)) and _all_names(written, scene.language):
            if shown(scene, i):
                scene.give(i, Role.BYLINE, "a name beside a date that counts back")
                seen = True
        elif (
            marked and _named(text, scene.language) and not opens_credit(text) and shown(scene, i)
        ):
            scene.give(i, Role.BYLINE, "inside a byline element")
            seen = True
    if not seen:
        _late_credit(scene)
    if not seen or not any(_personal(scene, i) for i in scene.labels):
        _lone_name(scene)


# Some broadcasters set the byline beside the first paragraphs: how many blocks below the
# story's first, and the longest such line.
_LATE, _LATE_LENGTH = range(4, 10), 80


def _late_credit(scene: Scene) -> None:
    """A line between the first paragraphs that opens like a byline."""
    for i in (scene.first + n for n in _LATE):
        if i >= scene.last or len(scene.page.blocks[i].text) > _LATE_LENGTH:
            continue
        text = scene.page.blocks[i].text
        credit = find_credit(text, scene.language) if i not in scene.labels else None
        if credit is not None and _opens(text, credit.span[0]) and shown(scene, i):
            scene.give(i, Role.BYLINE, "a byline by its first words, beside the story")
            return


def _named(text: str, language: str | None) -> bool:
    parts = split_parts(text, language)
    if _EASTERN.search(text):
        # Any short line could be a name there; one with the word for a reporter is.
        return is_role(text) or any(text.endswith(word) for word in eastern_roles())
    return (
        bool(parts)
        and len(text) <= 120
        and (is_person(parts[0]) or (is_organisation(parts[0]) and len(parts[0].split()) <= 4))
    )


def _opens(text: str, start: int) -> bool:
    """Does a byline open the text, an agency before it at most?"""
    before = text[:start].strip(" |,;/–—-•·")
    return not before or (len(before) <= 30 and is_organisation(before))


def _personal(scene: Scene, block: int) -> bool:
    """Is the block a byline that names a person?"""
    if scene.labels[block].role is not Role.BYLINE:
        return False
    text = scene.page.blocks[block].text
    credit = find_credit(text, scene.language)
    return any(is_person(p) for p in split_parts(credit.names if credit else text, scene.language))


def _lone_name(scene: Scene) -> None:
    """Names alone on a line between headline and story, or as the story's last line."""
    page = scene.page
    above = [i for i, x in scene.labels.items() if x.role is Role.TITLE and i <= scene.first]
    claimed = {key_of(c.value) for c in page.claims if c.name == "author" and is_person(c.value)}
    # Metadata that credits the outlet says no more than that it names nobody else.
    known = claimed - {key_of(name) for name in site_names(page)}
    words = phrases(scene.language)
    head = range(max(above) + 1, scene.first + 4) if above else range(0)
    for i in (*head, scene.last, scene.last + 1):
        if i in scene.labels or not 0 <= i < len(page.blocks):
            continue
        block = page.blocks[i]
        own = not claimed and _own_place(scene, i, head)
        plain = block.kind in _PLAIN_KINDS and not block.link_chars
        likely = key_of(block.text) in known or (
            not known and plain and (own or _beside_date_or_job(scene, i, head))
        )
        # "Most Popular", "Read More" are two words with capitals as well.
        named = _all_names(block.text, scene.language)
        if likely and named and shown(scene, i) and not _is_phrase(words, block.text):
            scene.give(i, Role.BYLINE, "a name alone on a line beside the story")
            return
        # "Staff Reporter": some papers name nobody.
        if i in head and own and plain and _is_job(block.text):
            scene.give(i, Role.BYLINE, "a job alone on a line between headline and story")
            return


def _own_place(scene: Scene, block: int, head: range) -> bool:
    """Is it one of the story's own lines, or right beside them? In other places two words
    with capitals are a link or a heading."""
    if scene.page.kind == "text" and head and block == head[0]:
        return True
    return block in scene.body or block in (scene.first - 1, scene.last + 1)


def _beside_date_or_job(scene: Scene, block: int, head: range) -> bool:
    """Between headline and story, does a date stand right above or below a name, or a job
    below?"""
    blocks = scene.page.blocks
    if block not in head or block >= scene.first:
        return False
    around = (blocks[block - 1].text, blocks[block + 1].text)
    dated = any(len(text) <= _DATE_LENGTH and read_moment(text, scene.language) for text in around)
    if not dated and not _is_job(around[1].partition(",")[0]):
        return False
    return not has_common_words(scene.page, blocks[block].text)


def _is_job(text: str) -> bool:
    """Is a line a job of several words and no more?"""
    return " " in text and len(text) <= 40 and text[-1].isalpha() and is_role(text)


def _is_phrase(words: Phrases, text: str) -> bool:
    return words.line(text) is not None or words.heading(text) is not None


def _all_names(text: str, language: str | None) -> bool:
    """Is a line made of names of persons alone?"""
    if len(text) > 70 or is_place(text):
        return False
    parts = split_parts(text, language)
    # Without capitals a short line is as likely a button as a name.
    return bool(parts) and all(
        (is_person(p) and p[:1].isupper() and not is_role(p) and len(p.split()) <= 4)
        or (n and (is_role(p) or is_organisation(p)))
        for n, p in enumerate(parts)
    )


def find_dates(scene: Scene) -> None:
    page = scene.page
    timed = {
        c.block
        for c in page.claims
        if c.source == "time" or (c.source == "class" and c.name == "date")
    }
    titles = [i for i, x in scene.labels.items() if x.role is Role.TITLE and i <= scene.first]
    title = max(titles, default=scene.first)
    head = (*scene.head(), *_behind_deck(scene))
    for i in dict.fromkeys((*head, *scene.tail())):
        text = page.blocks[i].text
        if i in scene.labels or len(text) > _DATE_LENGTH or not _DIGIT.search(text):
            continue
        spans = [found.span for found in moments_in(text, scene.language)]
        if not spans or not shown(scene, i):
            continue
        rest = len(text) - sum(end - start for start, end in spans)
        marked = (
            i in timed
            or names("date").search(idents(page, i, 2))
            or _says_date(text, scene.language)
        )
        # Beside the headline a date has the section, the author, the reading time with it.
        beside = abs(i - title) <= 4 and i <= scene.first
        if rest <= (80 if marked else 60 if beside else 16):
            scene.give(i, Role.DATE, "a date line")


def _behind_deck(scene: Scene) -> range:
    """The blocks outside the story between its deck, where that was taken for its first
    block, and the next one of it."""
    later = min((i for i in scene.body if i > scene.first), default=scene.first)
    return range(scene.first + 1, min(later, scene.first + _FURNITURE))


# Author, reading time, date and buttons stand there.
_FURNITURE = 12


def _says_date(text: str, language: str | None) -> bool:
    """Does the text open with "published", "updated" or the like?"""
    folded = text.casefold().lstrip(" -–|·•(")
    for code in {language or "en", "en"}:
        words = load(code).get("dates", {})
        if any(
            folded.startswith(w) for key in ("published", "updated") for w in words.get(key, ())
        ):
            return True
    return False
