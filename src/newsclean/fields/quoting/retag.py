"""Tags that only a word's neighbours tell."""

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
        return
    for at in range(len(tags) - 1):
        # Vietnamese "ông" is "he", and "Mr" before a name.
        if tags[at] == "P" and tags[at + 1] == "N" and words[at] in lexicon.titles:
            tags[at] = "T"


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
