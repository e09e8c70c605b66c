"""What the rest of the text says about a name at its head: a place, or something else?"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsclean.fields.datelining.lexicon import fold, words
from newsclean.fields.datelining.reading import Head

# Confirmation of an unknown place is sought this far into the story.
_SOUGHT = 30_000
_LABEL = re.compile(r"[^\W\d_a-z][^:.!?]{1,30}[:：]\s?\S")


class Surroundings(NamedTuple):
    """What the verdict may look at besides the head."""

    language: str | None
    rest: Sequence[str] = ()
    """The texts that confirm an unknown place: the story's."""


def is_prose(story: str) -> bool:
    """A sentence, and no heading or teaser."""
    return len(story) >= 120 or (len(story) >= 60 and story.rstrip()[-1:] in ".!?…\"”»'’)")


def is_aside(text: str, head: Head) -> bool:
    """ "London — once the capital of trade — has …": the dash opens an aside."""
    mark = text[head.end : head.story].strip()
    story = text[head.story : head.story + 150]
    closing = story.find(mark)
    return (
        closing >= 0
        and story.count(mark) == 1
        and story[closing + len(mark) :].lstrip()[:1].islower()
        and not re.search(r"[.!?]\s", story[:closing])
    )


def is_topic(story: str, language: str | None) -> bool:
    """Does the sentence speak about the place before it ("Rostock: Hier …")?"""
    first = fold(re.split(r"[\s,.:;!?]", story, maxsplit=1)[0])
    return first in words("topical", language if words("topical", language) else None)


def is_list(text: str, around: Surroundings) -> bool:
    """Do other paragraphs open with a name and a colon, too (speakers, entries)?"""
    labels = (_LABEL.match(other) for other in around.rest[:40] if other is not text)
    return sum(1 for label in labels if label and len(label[0].split()) <= 5) >= 2


def is_confirmed(name: str, around: Surroundings) -> bool:
    """Does the story name the place behind a preposition and never with an article?"""
    language = around.language if words("prepositions", around.language or "-") else "en"
    before = words("prepositions", language)
    return _says(name, before, around) and not has_article(name, around)


def is_spelled_out(name: str, around: Surroundings) -> bool:
    """Does the story write a name that is in capitals here as names are, "Bellwood" for
    "BELLWOOD", never with an article or in small letters?"""
    pattern = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
    found = [match[0] for text in around.rest for match in pattern.finditer(text[:_SOUGHT])]
    others = [word for word in found if not word.isupper()]
    if not others or any(word[0].islower() for word in others):
        return False
    return not has_article(name, around)


def has_article(name: str, around: Surroundings) -> bool:
    return _says(name, words("articles", around.language or "en"), around)


def _says(name: str, before: Iterable[str], around: Surroundings) -> bool:
    """Does one of the words ``before`` stand before ``name`` in the story?"""
    sought = [f" {word} {fold(name)}" for word in before]
    read = 0
    for text in around.rest:
        read += len(text)
        if read > _SOUGHT:
            break
        folded = f" {fold(text[:_SOUGHT])} "
        for phrase in sought:
            at = folded.find(phrase)
            if at >= 0 and not folded[at + len(phrase) :][:1].isalnum():
                return True
    return False
