"""The roles of the lines in a dump that names its fields (:mod:`newsclean.read.record`)."""

from collections.abc import Mapping

from newsclean.label.moments import read_moment
from newsclean.page import Label, Page, Role

_STORY = frozenset(("lead", "body"))
_ROLES = {
    "headline": Role.TITLE,
    "byline": Role.BYLINE,
    "dateline": Role.DATELINE,
    "date": Role.DATE,
    "section": Role.SECTION,
    "graphic": Role.CAPTION,
    "copyright": Role.COPYRIGHT,
}
# Fields of which an article has one: where the dump names it, no other line is it.
_SINGLE = frozenset((Role.TITLE, Role.BYLINE, Role.DATELINE, Role.DATE, Role.SECTION))
_NAME = "the name of a field"


def record_labels(page: Page) -> dict[int, Label]:
    """A label for each line of which the fields' names say what it is; {} for a page that
    names none."""
    fields = {c.block: c.name for c in page.claims if c.source == "record"}
    if not fields:
        return {}
    labels: dict[int, Label] = {}
    names = set(fields.values())
    # Without a name for the story, it stands behind the last field of the head.
    unnamed = not names & _STORY
    field, lines = "", 0
    for i in range(len(page.blocks)):
        if i in fields:
            field, lines = fields[i], 0
            labels[i] = Label(Role.OTHER, _NAME)
            continue
        lines += 1
        if field in _STORY:
            labels[i] = Label(Role.BODY, f"in the field {field}")
        elif field and lines == 1:
            labels[i] = Label(_ROLES.get(field, Role.OTHER), f"in the field {field}")
        elif field and unnamed and i - 1 not in fields:
            labels[i] = Label(Role.BODY, "behind the fields of the head")
    if "headline" not in names:
        labels.update(_head(page, min(i for i in fields if i is not None)))
    return labels


def record_head(page: Page) -> tuple[int | None, int | None]:
    """The lines with the headline and with the publication's name in such a dump."""
    values = {
        claim.name: claim.block + 1
        for claim in reversed(page.claims)
        if claim.source == "record" and claim.block is not None and claim.value
    }
    title = next((i for i, x in record_labels(page).items() if x.role is Role.TITLE), None)
    return title, values.get("publication")


def with_record(page: Page, labels: Mapping[int, Label]) -> dict[int, Label]:
    """``labels`` corrected by what the fields' names say."""
    own = record_labels(page)
    stated = {label.role for label in own.values()} & _SINGLE
    kept = {i: label for i, label in labels.items() if label.role not in stated}
    return {**kept, **own}


def _head(page: Page, first: int) -> dict[int, Label]:
    """Publication, date and headline above the first field, none of them named: the
    headline is the last of the lines."""
    labels: dict[int, Label] = {}
    for i in range(first):
        text = page.blocks[i].text
        if len(text) < 60 and read_moment(text, "en") is not None:
            labels[i] = Label(Role.DATE, "a date above the fields")
    if first and first - 1 not in labels:
        labels[first - 1] = Label(Role.TITLE, "the line above the fields")
    return labels
