"""The headline of a flat text: no metadata, no tags, only lines."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.label.credits import find_credit, is_person
from newsclean.label.headline import key_of, strip_site
from newsclean.label.moments import read_moment
from newsclean.page import Page


class FlatHead(NamedTuple):
    """Where the headline of a flat text stands."""

    block: int
    span: tuple[int, int]
    repeats: tuple[tuple[int, tuple[int, int]], ...] = ()
    """Further blocks with the headline in them, and where."""
    section: tuple[int, tuple[int, int]] | None = None
    """A section name glued before a repetition."""


# Headlines run from about fifteen characters to two lines of print.
_SHORTEST, _LONGEST = 15, 220
# A headline further above the story than this is one of another story.
_REACH = 12
_LETTER = re.compile(r"[^\W\d_]")
_CAPITAL_INSIDE = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ\"“„«]")


def flat_headline(page: Page, body: Sequence[int], language: str | None) -> FlatHead | None:
    """The headline of a flat text whose story stands in ``body``; None where none is seen."""
    if not body:
        return None
    lines = [block.text for block in page.blocks]
    first = body[0]
    start = max(0, first - _REACH)
    # The headline itself may have been taken for the story's first line.
    stop = first + 1 if len(lines[first]) <= 160 and len(body) > 2 else first
    candidates = [
        i for i in range(start, stop) if _possible(lines[i], language) and not _sentence(lines[i], i, first)
    ]
    if not candidates:
        return None
    glued = _glued(lines, candidates, language)
    if glued is not None:
        return glued
    keys = [key_of(line) for line in lines[: first + 3]]
    best, best_score = candidates[0], -1.0
    for i in candidates:
        score = _worth(lines[i], i, first) + (2 if keys.count(keys[i]) > 1 else 0)
        score += _supported(keys, i)
        if score >= best_score:
            best, best_score = i, score
    text = lines[best]
    own = strip_site(text, (), [line for line in lines[: first + 1] if line is not text])
    at = text.find(own)
    repeats = tuple(
        (i, (0, len(line)))
        for i, line in enumerate(lines)
        if i != best and len(own) > 20 and key_of(line) == key_of(own) and (i <= first + 2)
    )
    return FlatHead(best, (at, at + len(own)), repeats)


def _possible(line: str, language: str | None) -> bool:
    if not _SHORTEST <= len(line) <= _LONGEST:
        # Chinese and Japanese say as much in a third of the characters.
        if not (6 <= len(line) < _SHORTEST and re.search(r"[\u3040-\u9fff\uac00-\ud7af]", line)):
            return False
    words = line.split()
    if len(words) < 3 and not re.search(r"[\u3040-\u9fff\u0e00-\u0eff]", line):
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
    return line.endswith((".", "।", "。", ":", ";", ",")) and not line.endswith("...") and (
        len(line) > 90 or at == first
    )


def _worth(line: str, at: int, first: int) -> float:
    words = len(line.split())
    score = 1.0 if 5 <= words <= 22 else 0.3
    # Nearer to the story is better, a line at a time.
    score -= 0.12 * (first - at)
    if line.endswith((".", ":")):
        score -= 0.5
    if _CAPITAL_INSIDE.search(line) and words < 6:
        score -= 0.3
    return score


def _supported(keys: Sequence[str], at: int) -> float:
    """Another line of the head that begins with this one: "Headline - Site"."""
    own = keys[at]
    return 1.5 if any(
        other.startswith(own + " ") or (other.endswith(own) and other != own)
        for i, other in enumerate(keys) if i != at and len(own) > 15
    ) else 0.0


def _glued(lines: Sequence[str], candidates: Sequence[int], language: str | None) -> FlatHead | None:
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
