"""The headline of a flat text: no metadata, no tags, only lines."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclean.label.credits import find_credit
from newsclean.label.flat_parts import whole_headline, without_credit
from newsclean.label.flat_title import main_start, scores
from newsclean.label.likeness import key_of, strip_site
from newsclean.label.moments import read_moment
from newsclean.label.people import is_person
from newsclean.label.records import record_head
from newsclean.page import Page


class FlatHead(NamedTuple):
    """Where the headline of a flat text stands."""

    block: int
    span: tuple[int, int]
    repeats: tuple[tuple[int, tuple[int, int]], ...] = ()
    """Further blocks with the headline in them, and where."""
    section: tuple[int, tuple[int, int]] | None = None
    """A section name glued before a repetition."""
    site: tuple[int, tuple[int, int]] | None = None
    """The site's name behind a repetition: "Headline - Site"."""
    lead: tuple[int, tuple[int, int]] | None = None
    """The headline's first part, where it stands on the line above."""


# Headlines run from about fifteen characters to two lines of print.
_SHORTEST, _LONGEST = 15, 220
# Section and headline glued, and the headline again, stand this near to the story.
_REACH = 16
# Log-odds of the best line below which the text has no headline: most stories without one,
# and few with one, stay below (set on stories with and without their headline above).
_LEAST = -2.5
_EASTERN = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_PARTED = re.compile(r"\s[|•·»–—-]\s|\s?[|｜]\s?")
_LETTER = re.compile(r"[^\W\d_]")


def flat_headline(page: Page, body: Sequence[int], language: str | None) -> FlatHead | None:
    """The headline of a flat text whose story stands in ``body``; None where none is seen."""
    global _last
    story = tuple(body)
    *asked, found = _last
    if asked[0] is not page or asked[1:] != [story, language]:
        found = _flat_headline(page, story, language)
        # Set at once: another thread may be at another page.
        _last = (page, story, language, found)
    return found


# The answer given last: title, section and site's name ask for the same page in turn, and
# to find it takes as long as to label the lines.
_last: tuple[Page | None, tuple[int, ...], str | None, FlatHead | None] = (None, (), None, None)


def _flat_headline(page: Page, body: Sequence[int], language: str | None) -> FlatHead | None:
    if not body:
        return None
    lines = [block.text for block in page.blocks]
    stated, site_line = record_head(page)
    if stated is not None:
        named = (site_line, (0, len(lines[site_line]))) if site_line is not None else None
        return FlatHead(stated, (0, len(lines[stated])), site=named)
    first = main_start(body)
    marks = scores(page, body, language)
    best = max(marks, key=lambda i: marks[i], default=None)
    glued = _glued(lines, _glue_candidates(lines, first, body, language), language)
    # Menus have such pairs too: "Help desk" and "Student help desk".
    if glued is not None and best in (None, glued.block, glued.repeats[0][0]):
        return glued
    if best is None or marks[best] < _LEAST or list(body) == [best]:
        return None
    text = without_credit(lines, best, language)
    own = strip_site(text, (), [line for i, line in enumerate(lines[: first + 1]) if i != best])
    own = _without_site(own, lines, best)
    at = text.find(own)
    repeats = tuple(
        (i, (0, len(line)))
        for i, line in enumerate(lines)
        if i != best and len(own) > 20 and key_of(line) == key_of(own) and (i <= first + 2)
    )
    site = _site(lines, own, first)
    if site is not None and site[0] != best:
        repeats = ((site[0], (0, len(own))), *repeats)
    found = FlatHead(best, (at, at + len(own)), repeats, None, site)
    return found if site is not None or own != lines[best] else _with_lead(found, lines, marks)


def _with_lead(found: FlatHead, lines: Sequence[str], marks: Mapping[int, float]) -> FlatHead:
    """``found`` with the other part of the headline, where two lines hold one each."""
    pair = whole_headline(lines, found.block, marks)
    if pair is None:
        return found
    first, second = pair
    return found._replace(
        block=second,
        span=(0, len(lines[second])),
        repeats=(),
        lead=(first, (0, len(lines[first]))),
    )


def _glue_candidates(
    lines: Sequence[str], first: int, body: Sequence[int], language: str | None
) -> list[int]:
    start = max(0, first - _REACH)
    # The headline itself may have been taken for the story's first line.
    stop = first + 1 if len(lines[first]) <= 160 and len(body) > 2 else first
    return [
        i
        for i in range(start, stop)
        if _possible(lines[i], language) and not _sentence(lines[i], i, first)
    ]


_BEHIND = re.compile(r"\s{0,2}[|–—\-:·•»]\s{0,2}(?=\S)")


def _site(lines: Sequence[str], own: str, first: int) -> tuple[int, tuple[int, int]] | None:
    for i, line in enumerate(lines[: first + 1]):
        if line.startswith(own) and len(line) > len(own) + 3:
            match = _BEHIND.match(line, len(own))
            if match and len(line) - match.end() <= 60:
                return i, (match.end(), len(line))
        # Styles that break every string set the rest of the line on the next one.
        if i and lines[i - 1] == own and line[:2] in ("- ", "| ", "– ", "— ") and len(line) <= 60:
            return i, (2, len(line))
    return None


# The name of a site or section behind a headline: words and characters.
_LONGEST_NAME, _MOST_WORDS = 40, 5
_LONGEST_NOTICE = 200


def _without_site(title: str, lines: Sequence[str], best: int) -> str:
    """``title`` without a last part that the page has as a line of its own above the
    headline, or names in its copyright notice."""
    cuts = list(_PARTED.finditer(title))
    if not cuts or cuts[-1].start() < _SHORTEST:
        return title
    name = key_of(title[cuts[-1].end() :])
    if not 2 <= len(name) <= _LONGEST_NAME or len(name.split()) > _MOST_WORDS:
        return title
    known = any(len(line) < 50 and key_of(line) == name for line in lines[:best])
    if not known:
        notices = (line for line in lines if "©" in line or "opyright" in line)
        plain = name.replace(" ", "")
        known = any(
            plain in key_of(line).replace(" ", "")
            for line in notices
            if len(line) <= _LONGEST_NOTICE
        )
    return title[: cuts[-1].start()].strip() if known else title


def _possible(line: str, language: str | None) -> bool:
    # Chinese and Japanese say as much in a third of the characters.
    shortest = 6 if _EASTERN.search(line) else _SHORTEST
    if not shortest <= len(line) <= _LONGEST:
        return False
    words = line.split()
    if len(words) < 3 and not re.search(r"[\u3040-\u9fff\u0e00-\u0eff]", line):
        return False
    if line.startswith(("*", "•", "- ", "– ", "#", "(", "/")):
        return False
    letters = len(_LETTER.findall(line))
    if letters < len(line) * 0.6 or is_person(line):
        return False
    if find_credit(line, language) is not None and len(line) < 80:
        return False
    moment = read_moment(line, language)
    return moment is None or len(line) - (moment.span[1] - moment.span[0]) > 30


def _sentence(line: str, at: int, first: int) -> bool:
    """Does the line end like running text? A headline seldom ends in a full stop."""
    return (
        line.endswith((".", "।", "。", ":", ";", ","))
        and not line.endswith("...")
        and (len(line) > 90 or at == first)
    )


def _glued(
    lines: Sequence[str], candidates: Sequence[int], language: str | None
) -> FlatHead | None:
    """``NewsMayor opens bridge`` followed by ``Mayor opens bridge``: the second is the
    headline, the word before the first the section."""
    for i in candidates:
        own = key_of(lines[i]).replace(" ", "")
        if len(own) < 15:
            continue
        for j in candidates:
            line = lines[j]
            if j == i or not 2 <= len(line) - len(lines[i]) <= 40:
                continue
            cut = len(line) - len(lines[i])
            for at in range(max(1, cut - 2), cut + 3):
                if key_of(line[at:]).replace(" ", "") == own and line[:at].strip():
                    before = line[:at].rstrip()
                    return FlatHead(
                        i, (0, len(lines[i])), ((j, (at, len(line))),), (j, (0, len(before)))
                    )
    return None
