"""Days and months in the address of a page."""

import datetime
import re
from collections.abc import Sequence

_URL_DAY = re.compile(
    r"(?:/|\b)(?P<y>(?:19|20)\d\d)[/\-_.](?P<m>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
    r"january|february|march|april|june|july|august|september|october|november|december)"
    r"[/\-_.](?P<d>0?[1-9]|[12]\d|3[01])(?!\d)",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/\-](0[1-9]|1[0-2])(?=[/\-])")
_URL_TURNED = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?!\d)")
_URL_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def day_in(urls: Sequence[str]) -> tuple[datetime.date, str] | None:
    """The first day that one of ``urls`` holds, and that address."""
    for url in urls:
        match = _URL_DAY.search(url)
        packed = _URL_PACKED.search(url) if match is None else None
        turned = _URL_TURNED.search(url)
        if match:
            month = match["m"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            parts = int(match["y"]), number, int(match["d"])
        elif packed:
            parts = int(packed[1]), int(packed[2]), int(packed[3])
        elif turned:
            parts = int(turned[3]), int(turned[2]), int(turned[1])
        else:
            continue
        try:
            return datetime.date(*parts), url
        except ValueError:
            continue
    return None


def month_in(urls: Sequence[str]) -> tuple[int, int] | None:
    """The first year and month that a path of ``urls`` holds."""
    for url in urls:
        match = _URL_MONTH.search(url)
        if match:
            return int(match[1]), int(match[2])
    return None
