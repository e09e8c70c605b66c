"""What stands in a byline beside the names of its authors."""

import re
from functools import cache

from newsclean.label.credits import words_of_others
from newsclean.label.people import is_agency, is_person, role_words, words_before_roles
from newsclean.vocab import load

_PHONE = re.compile(r"(?<![\w.])(?:\+|\(?0|\(\d)[\d\s().\-/]{6,20}\d(?!\w)")
_HONORIFIC = re.compile(r"^(?:Dr|Prof|Mr|Mrs|Ms)\.?\s(?:Dr\.\s)?(?=[^\W\d_])")
_FILED = re.compile(r"(?:報導|报道|報道)$")
# Words of jobs that are surnames or open the name of a paper as well.
UNSURE_ROLES = frozenset(
    "news head host special chief guest fellow staff senior do author".split()
)


@cache
def _others(language: str | None) -> re.Pattern[str]:
    """The words before photographers, editors, translators."""
    plain = "|".join(map(re.escape, words_of_others(language)))
    return re.compile(rf"(?:{plain})(?:\s?[:：/]\s?|(?<=\s\w\w)\s|(?<=von)\s)", re.IGNORECASE)


@cache
def _trailing(language: str | None) -> re.Pattern[str]:
    """What a button or a date leaves behind a name: "Follow", "Updated 3 May"."""
    words = {"follow", "published", "updated", "posted", "twitter", "email", "contact", "bio"}
    for code in (language or "en", "en"):
        dates = load(code).get("dates", {})
        words |= {w for key in ("published", "updated") for w in dates.get(key, ()) if len(w) > 5}
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\s(?:{plain})(?:[\s:,].{{0,80}})?$", re.IGNORECASE)


def without_contacts(text: str, language: str | None) -> str:
    """``text`` without telephone numbers, buttons and dates behind a name."""
    text = _PHONE.sub(" ", text)
    cut = _trailing(language).sub("", text)
    # A paper can have such a word in its name; a person has not.
    return cut if is_person(cut.strip(" ,;|")) else text


def without_title(name: str) -> str:
    """``name`` without "Dr.", "Prof." and the like."""
    return _HONORIFIC.sub("", name)


def without_label(text: str) -> str:
    """``文/李明``, as East Asia writes it, without its label."""
    return _eastern_label().sub("", text)


@cache
def _eastern_label() -> re.Pattern[str]:
    words = {w for code in ("zh", "ja") for w in load(code)["byline"]["labels"]}
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"^(?:{plain})[/／｜|]\s?")


def credits_others(part: str, language: str | None) -> bool:
    """Does ``part`` name who made the pictures, edited or translated, or from where the
    story was filed?"""
    return _FILED.search(part) is not None or _others(language).match(part) is not None


def agency_behind(part: str) -> tuple[str, str | None]:
    """A name and the agency right behind it: ``Bo Ek The Associated Press``."""
    words = part.split()
    for start in range(2, len(words)):
        tail = " ".join(words[start:])
        bare = tail.removeprefix("The ")
        if is_agency(bare) and is_person(" ".join(words[:start])):
            return " ".join(words[:start]), bare
    return part, None


def role_behind(name: str) -> tuple[str, str | None]:
    """A name and the job that stands right behind it: ``Ann Lee Political Reporter``."""
    words = name.split()
    start = len(words)
    while start > 2 and words[start - 1].casefold() in role_words():
        start -= 1
    if start == len(words) or words[-1].casefold() in UNSURE_ROLES:
        return name, None
    while start > 2 and words[start - 1].casefold() in words_before_roles() | role_words():
        start -= 1
    bare = " ".join(words[:start])
    return (bare, " ".join(words[start:])) if is_person(bare) else (name, None)
