"""Tags that only a word's neighbours tell."""

import re
from collections.abc import Sequence

from newsclean.fields.quoting.language import Lexicon

# The most small words between two parts of a name: "de la", "von und zu".
_SMALL_WORDS = 3


def retag(tags: list[str], words: Sequence[str], lexicon: Lexicon) -> None:
    """Corrects a sentence's tags in place."""
    for at in range(1, len(tags)):
        if tags[at] == "s" and tags[at - 1] == "P":
            tags[at] = "B"  # "he's"
    if lexicon.head_first:
        _extend_heads(tags, words, lexicon)
    if lexicon.particles:
        _join_names(tags, words, lexicon)
    if not lexicon.free_order:
        _verbs_that_are_none(tags, words, lexicon)
        _other_verbs(tags, words, lexicon)
        _clauses(tags, words, lexicon)
        return
    for at in range(len(tags) - 1):
        # Vietnamese "ông" is "he", and "Mr" before a name.
        if tags[at] == "P" and tags[at + 1] == "N" and words[at] in lexicon.titles:
            tags[at] = "T"


def _other_verbs(tags: list[str], words: Sequence[str], lexicon: Lexicon) -> None:
    """Marks the verb between a subject and an object, so that the two are no one name:
    "Ms. Holt hammered Mr. May"."""
    for at in range(1, len(tags) - 1):
        between = tags[at - 1] in "NHP" and tags[at + 1] in "DdNTPx"
        if tags[at] == "n" and between and words[at].endswith(lexicon.past_endings):
            tags[at] = "v"


# A subject, perhaps with an apposition, and a verb.
_CLAUSE = re.compile(r"(?:P|[DdnNHTs#]{1,8})(?:,[DdnNHTs#IVvx]{1,14},)?[RA]{0,3}[VABv]")


def _clauses(tags: list[str], words: Sequence[str], lexicon: Lexicon) -> None:
    """Makes a subordinator of a preposition that a subject and a verb follow: "after the
    mayor spoke"."""
    if lexicon.clausal.isdisjoint(words):
        return
    line = "".join(tags)
    for at, word in enumerate(words):
        if tags[at] == "I" and word in lexicon.clausal and _CLAUSE.match(line, at + 1):
            tags[at] = "S"


def _verbs_that_are_none(tags: list[str], words: Sequence[str], lexicon: Lexicon) -> None:
    """Makes nouns and adjectives of words that look like verbs: "the printed card", "the
    police report said"."""
    for at in range(len(tags) - 1):
        if tags[at] != "V":
            continue
        before, word = tags[at - 1] if at else "", words[at]
        noun = word in lexicon.human_verbs
        if before == "D":
            tags[at] = "H" if noun else "n"
        elif before and before in "nNHs" and lexicon.verbs[word].often_noun:
            if tags[at + 1] == "V":
                tags[at] = "H"
            elif lexicon.verbs[word].base and tags[at + 1] in "HNnT":
                tags[at] = "n"


def _join_names(tags: list[str], words: Sequence[str], lexicon: Lexicon) -> None:
    """Makes the small words between two names a part of the name."""
    particles, last = lexicon.particles, len(tags) - 1
    for at in range(1, last):
        if tags[at] != "N" and words[at] in particles and tags[at - 1] == "N":
            end = at + 1
            while end < last and end - at < _SMALL_WORDS and words[end] in particles:
                end += 1
            if tags[end] == "N":
                tags[at:end] = "N" * (end - at)


def _extend_heads(tags: list[str], words: Sequence[str], lexicon: Lexicon) -> None:
    """Takes the words behind a noun for a person into it: "rzecznik urzędu"."""
    left = 0
    for at, tag in enumerate(tags):
        if tag == "H":
            left = lexicon.head_first
        elif tag == "n" and left and not words[at].endswith(lexicon.verb_endings):
            tags[at] = "H"
            left -= 1
        else:
            left = 0
