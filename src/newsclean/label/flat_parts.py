"""Headlines of flat text that share a line with something else, or fill two lines."""

from collections.abc import Mapping, Sequence

from newsclean.label.credits import find_credit, is_before
from newsclean.label.likeness import key_of
from newsclean.label.moments import read_moment
from newsclean.label.people import is_organisation, is_person

_SHORTEST = 15
# What may be left beside a byline and a date: "on", a comma.
_REST = 4
_LONGEST_NAME = 60
_MARKS = " -–—|•·,"
# Kickers are shorter, and a headline in two parts fits into two lines of print.
_LONGEST_LEAD, _LONGEST = 80, 220
# How much less like a headline than one part, in log-odds, the other may look: in the
# pages of the corpora a kicker stays within, a menu's last word does not.
_APART = 6.0


def without_credit(lines: Sequence[str], at: int, language: str | None) -> str:
    """The headline in line ``at`` without a byline, with or without a date, glued behind it.

    Styles that join the strings of a page join them too. The name may have been left on the
    line below: "Ferry runs all night by" and "Ann Lee".
    """
    text = lines[at]
    credit = find_credit(text, language)
    if credit is not None and credit.span[0] >= _SHORTEST:
        rest = text[credit.span[1] :]
        moment = read_moment(rest, language)
        if moment is not None:
            rest = rest[: moment.span[0]] + rest[moment.span[1] :]
        head = text[: credit.span[0]].rstrip(_MARKS)
        # "By" and its like are prepositions, too: something else must say that it is a byline.
        sure = moment is not None or _named(lines, at, head, credit.names)
        return head if len(rest.strip()) <= _REST and sure else text
    head, _, last = text.rpartition(" ")
    below = lines[at + 1] if at + 1 < len(lines) else ""
    if len(head) >= _SHORTEST and last.islower() and is_before(last, language):
        named = len(below) <= _LONGEST_NAME and (is_person(below) or is_organisation(below))
        return head.rstrip(_MARKS) if named else text
    return text


def _named(lines: Sequence[str], at: int, head: str, names: str) -> bool:
    """Does the page have the headline alone, or a line that is or begins with the names?"""
    wanted, whole = key_of(names), key_of(head)
    longest = max(len(head), len(names) + _LONGEST_NAME) + _REST
    others = (line for i, line in enumerate(lines) if i != at and len(line) <= longest)
    return any(key == whole or f"{key} ".startswith(f"{wanted} ") for key in map(key_of, others))


def whole_headline(
    lines: Sequence[str], at: int, marks: Mapping[int, float]
) -> tuple[int, int] | None:
    """The two lines of a headline of which ``at`` holds one part; None where it is whole.

    Two lines are one headline where the page has them in one elsewhere, or where ``at`` ends
    in a colon. ``marks`` says how much each line looks like a headline.
    """
    for first in (at - 1, at):
        second = first + 1
        if first < 0 or second >= len(lines) or len(lines[first]) > _LONGEST_LEAD:
            continue
        whole = f"{lines[first]} {lines[second]}"
        if len(whole) > _LONGEST or min(marks.get(i, -99.0) for i in (first, second)) < (
            marks[at] - _APART
        ):
            continue
        unfinished = first == at and lines[first].endswith(":")
        if unfinished or _stands(lines, key_of(whole)):
            return first, second
    return None


def _stands(lines: Sequence[str], key: str) -> bool:
    size = len(key)
    near = (line for line in lines if size <= len(line) <= 2 * size + 20)
    return any(f"{key_of(line)} ".startswith(f"{key} ") for line in near)
