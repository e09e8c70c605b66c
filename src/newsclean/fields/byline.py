"""The byline as written."""

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.fields.names import split_names
from newsclean.label.credits import before_ago, find_credit, split_parts
from newsclean.label.dated_names import may_follow_names, names_before_date, names_behind_date
from newsclean.label.likeness import key_of
from newsclean.label.moments import read_moment
from newsclean.label.people import is_person
from newsclean.page import Labelled, Role


def find_byline(labelled: Labelled) -> Found[str | None]:
    """The byline as the page shows it, the word before the names included, without the
    date that stands beside it. None where the page shows none."""
    blocks = labelled.page.blocks
    places: list[tuple[int, tuple[int, int]]] = []
    for at in labelled.having(Role.BYLINE, Role.DATE):
        span = _span(labelled, at)
        if span is None:
            continue
        places.append((at, span))
    if not places:
        return Found(None)
    # One that names a person goes before one that names the paper.
    at, span = next(((i, s) for i, s in places if _personal(labelled, i, s)), places[0])
    value = blocks[at].text[span[0] : span[1]]
    evidence = [Evidence(labelled.labels[at].reason, "text", value, at, span)]
    names = key_of(value)
    for other, (start, end) in places:
        text = blocks[other].text[start:end]
        if other != at and (key_of(text) in names or names in key_of(text)):
            evidence.append(Evidence("repeats the byline", "text", text, other, (start, end)))
    return Found(value, tuple(evidence))


def _personal(labelled: Labelled, at: int, span: tuple[int, int]) -> bool:
    text = labelled.page.blocks[at].text[span[0] : span[1]]
    return any(name.kind == "person" for name in split_names(text, labelled.language))


def _span(labelled: Labelled, at: int) -> tuple[int, int] | None:
    """The part of a block that is the byline."""
    text = labelled.page.blocks[at].text
    credit = find_credit(text, labelled.language)
    if credit is not None:
        return credit.span
    if labelled.labels[at].role is not Role.BYLINE:
        opening = names_before_date(labelled.page, text, labelled.language)
        return opening or names_behind_date(labelled.page, text, labelled.language)
    for claim in labelled.page.claims:
        if claim.block == at and claim.name in ("author", "rel-author", "author-link"):
            start = text.find(claim.value)
            name = next(iter(split_parts(claim.value, labelled.language)), "")
            if start >= 0 and is_person(name):
                return start, start + len(claim.value)
    written = before_ago(text, labelled.language)
    if is_person(written):
        return 0, len(written)
    moment = read_moment(text, labelled.language)
    if moment is None:
        return 0, len(text)
    before = text[: moment.span[0]].rstrip(" ,|–—-•·(\n")
    parts = split_parts(before, labelled.language)
    named = is_person(before) or (
        bool(parts) and is_person(parts[0]) and may_follow_names(parts[1:])
    )
    return (0, len(before)) if named else None
