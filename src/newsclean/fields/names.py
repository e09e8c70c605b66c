"""Splitting a byline or a list of names into authors."""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsclean.fields.byline_parts import (
    agency_behind,
    credits_others,
    role_behind,
    without_contacts,
    without_label,
    without_title,
)
from newsclean.fields.name_shapes import bare_names, is_mere_role, without_wrapping
from newsclean.label.credits import is_before, split_parts, strip_before
from newsclean.label.people import (
    credentials,
    eastern_roles,
    is_agency,
    is_organisation,
    is_person,
    is_role,
    logins,
)


class Name(NamedTuple):
    """One name out of a byline."""

    name: str
    role: str | None = None
    kind: str = "person"


_EMAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,300}")
_HANDLE = re.compile(r"\s?\(?(?<!\w)@\w{1,40}\)?")
_BRACKETS = re.compile(r"\s{0,3}[(\[]([^()\[\]]{1,60})[)\]]")
_FOR = re.compile(
    r"\s{1,3}(?:for|für|pour|para|per|voor|at|of|bei|i samarbeid med|aus|in)\s{1,3}"
    r"(?:the\s)?[A-Z].{0,80}$"
)
_REVERSED = re.compile(r"^([^\W\d_][\w’'\-]{1,25}),\s([^\W\d_][\w’'.\-]{0,20}(?:\s[A-Z]\.)?)$")
_DATE = re.compile(
    r"\s{0,3}[,|–—-]?\s{0,3}(?:\b[A-Za-z]{3,9}\.?\s\d{1,2},?\s)?\b(?:19|20)\d\d\b.{0,40}$"
)


def split_names(
    raw: str, language: str | None = None, own: frozenset[str] = frozenset()
) -> tuple[Name, ...]:
    """The authors that ``raw`` names, in its order, without repetitions.

    ``own`` holds the page's own names (site, publisher), case-folded: they are
    organisations. Roles behind a comma, in brackets or after a bar go with the name
    before them; what names nobody (``admin``) is left out.
    """
    text = _ADDRESS.sub(" ", _EMAIL.sub(" ", bare_names(_in_one_line(raw, language))))
    # What stands behind a handle is the next author.
    text = _HANDLE.sub(", ", text).strip(" ,")
    text = bare_names(strip_before(without_label(" ".join(text.split())), language))
    text = " ".join(without_contacts(text, language).split())
    if not text:
        return ()
    if text.casefold() in own or is_agency(text):
        return (Name(text, None, "organisation"),)
    text = _without_place(_DATE.sub("", text) or text)
    turned = _REVERSED.match(text)
    if (
        turned
        and is_person(f"{turned[2]} {turned[1]}")
        and not is_role(turned[2])
        and not is_organisation(turned[1])
    ):
        text = f"{turned[2]} {turned[1]}"
    found: list[Name] = []
    for part in _parts(text, language, own):
        _add(found, part, language, own)
    return tuple(dict.fromkeys(found))


def _without_place(text: str) -> str:
    """``ANN LEE`` of ``ANN LEE - Villar del Páramo``: names are written one way."""
    name, dash, place = text.partition(" - ")
    return name if dash and " " in name and name.isupper() and not place.isupper() else text


_MARK = re.compile(r"[();|]")


def _in_one_line(raw: str, language: str | None) -> str:
    """``raw`` with a comma for a line break behind a person's name, and in brackets the
    paper that stands on the line below a name."""
    lines = [" ".join(line.split()) for line in raw.split("\n")]
    joined = lines[0]
    behind_paper = False
    for before, line in pairwise(lines):
        name = strip_before(before, language)
        paper = line.partition(",")[0]
        if behind_paper or (" " in name and is_person(name)):
            behind_paper = is_organisation(paper) and not behind_paper
            aside = behind_paper and not _MARK.search(paper)
            joined += f" ({paper})" if aside else f", {line}"
        else:
            joined += f" {line}"
    return joined


def _parts(text: str, language: str | None, own: frozenset[str]) -> list[str]:
    """The parts of ``text`` that are names, roles or organisations."""
    parts = split_parts(text, language)
    # "Le Courrier et AFP": nothing in it is a person, so that the whole is one sender.
    whole = len(parts) > 1 and not re.search(r"[,;/|]", text)
    if whole and not any((is_person(p) and p.casefold() not in own) or is_role(p) for p in parts):
        return [text]
    return parts


@cache
def _eastern() -> re.Pattern[str]:
    """Korean and Chinese put the job behind the name."""
    roles = "|".join(sorted(eastern_roles(), key=len, reverse=True))
    return re.compile(rf"^([\u3400-\u9fff\uac00-\ud7af]{{2,4}})\s?({roles})$")


def _add(found: list[Name], part: str, language: str | None, own: frozenset[str]) -> None:
    if credits_others(part, language) or is_before(part, language):
        return
    part = strip_before(part, language)
    bracket = _BRACKETS.search(part)
    role = None
    agency = ""
    if bracket:
        inner = bracket[1].strip()
        part = _BRACKETS.sub(" ", part).strip()
        if is_role(inner) and not is_organisation(inner):
            role = inner
        # "Anne Petit (avec AFP)"
        agency = inner.rpartition(" ")[2]
    part = without_wrapping(" ".join(part.split()).strip(" ,;:|–—-•*"))
    if not part or part.casefold() in logins() or not re.search(r"[^\W\d_]", part):
        return
    folded = part.casefold().rstrip("®™")
    if folded.strip(".") in credentials() or folded in credentials():
        return
    if folded in own:
        found.append(Name(part, None, "organisation"))
        return
    _take(found, part, role, agency)


def _take(found: list[Name], part: str, role: str | None, agency: str) -> None:
    """Take ``part`` for a name, or for what the name before it is or works for. ``role`` and
    ``agency`` stood in brackets behind it."""
    if (
        found
        and found[-1].kind == "person"
        and found[-1].role is None
        and is_role(part)
        and not _named_role(part)
    ):
        found[-1] = found[-1]._replace(role=part)
        return
    employed = _FOR.search(part)
    if employed and is_person(part[: employed.start()]):
        part = part[: employed.start()]
    person, sender = agency_behind(part)
    if sender:
        found += [Name(person), Name(sender, None, "organisation")]
        return
    if is_organisation(part):
        # A long one tells where the person before it works.
        if found and found[-1].kind == "person" and len(part.split()) > 4:
            _describe(found, part)
        else:
            found.append(Name(part, None, "organisation"))
        return
    if found and part.isupper() and not found[-1].name.isupper() and len(part) > 3:
        # "Ann Lee, MDW THURGAU": names are written one way in a byline, senders in capitals.
        found.append(Name(part, None, "organisation"))
        return
    eastern = _eastern().match(part)
    if eastern:
        found.append(Name(eastern[1], eastern[2]))
        return
    part = without_title(_FOR.sub("", part))
    part, job = role_behind(part)
    role = role or job
    if found and not is_person(part):
        # What stands behind a name and is none says who or where that is.
        _describe(found, part)
        return
    if len(part) > 80:
        return
    if is_mere_role(part):
        # Who has no name is a desk.
        found.append(Name(part, None, "organisation"))
        return
    found.append(Name(part, role, "person"))
    if is_agency(agency):
        found.append(Name(agency, None, "organisation"))


def _describe(found: list[Name], part: str) -> None:
    last = found[-1]
    if last.kind == "person" and last.role is None and len(part.split()) > 1 and len(part) <= 120:
        found[-1] = last._replace(role=part)


def _named_role(part: str) -> bool:
    """``Reporter Ann Lee``: a role with a name behind it is no mere role."""
    words = part.split()
    return (
        len(words) >= 3 and not is_role(" ".join(words[-2:])) and is_person(" ".join(words[-2:]))
    )
