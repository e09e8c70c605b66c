"""The one door to dateparser, which takes 70 ms to import and 0.5 to 3 ms a call."""

import datetime
from typing import Any

# Strings longer than this hold more than a date.
_LONGEST = 80
# dateparser knows Norwegian by its written forms.
_CODES = {"no": "nb"}


def parse_date(
    text: str, language: str | None, now: datetime.datetime | None
) -> datetime.datetime | None:
    """What dateparser makes of a short string in ``language``; None where it gives up."""
    if not 4 <= len(text) <= _LONGEST:
        return None
    import dateparser  # late, because most pages never need it

    settings: dict[str, Any] = {
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PREFER_DATES_FROM": "past",
        "REQUIRE_PARTS": ["day", "month"],
    }
    if now is not None:
        settings["RELATIVE_BASE"] = now.replace(tzinfo=None)
    languages = [_CODES.get(language, language)] if language else ["en"]
    try:
        found: datetime.datetime | None = dateparser.parse(
            text, languages=languages, settings=settings
        )
    except (ValueError, OverflowError, KeyError, TypeError, AttributeError):
        # An unknown language is a ValueError; the others are its own errors on odd input.
        return None
    return found
