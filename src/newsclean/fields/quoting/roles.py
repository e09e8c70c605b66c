"""What an article calls a person beside the name: ``the mayor of Eastford``."""

import re
from collections.abc import Iterator

from newsclean.fields.quoting.language import Lexicon
from newsclean.fields.quoting.mentions import NAME, NOMINAL, Mention
from newsclean.fields.quoting.tokens import Sentence

_BEHIND = re.compile(r"(?:,#)?,([Dd]?(?:[nHTN#sId]|D){1,14})(?=[,.:]|-|$)")
_NAME_IN_APPOSITION = re.compile(r",T{0,2}(N{2,5})(?=[,.:()-]|$)")
_REST_OF_DESCRIPTION = re.compile(r"(?:I?[Dd]?[nHT#s]{1,4}){0,3}")
_NAMED = re.compile(r"T{0,2}N{2,5}(?=,)")
# A title of so few letters with a full stop ("Dr.") says nothing about an office.
_SHORT = 4


def named_in_apposition(tags: str, mention: Mention, lexicon: Lexicon) -> Mention | None:
    """The name behind a description: ``her lawyer, Ida Holt``."""
    # English writes a place's state like that: "the mayor of Eastford, New York".
    place = tags[mention.end - 1] == "N" and not lexicon.free_order
    if mention.kind != NOMINAL or place:
        return None
    rest = _REST_OF_DESCRIPTION.match(tags, mention.end)
    match = _NAME_IN_APPOSITION.match(tags, rest.end() if rest else mention.end)
    if match is None:
        return None
    return Mention(match.start(1), match.end(1), NAME, mention.outer)


def role_of(text: str, sentence: Sentence, mention: Mention, lexicon: Lexicon) -> str | None:
    """What stands beside a name in front of it or in apposition, without its article."""
    if mention.kind != NAME:
        return None
    tags = sentence.tags
    first = mention.start
    while first < mention.end - 1 and tags[first] == "T":
        first += 1
    return _in_front(text, sentence, mention.outer, first, lexicon) or _behind(
        text, sentence, mention.end
    )


def roles_in(text: str, sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Full names with the apposition behind them."""
    for match in _NAMED.finditer(sentence.tags):
        role = _behind(text, sentence, match.end())
        if role is not None:
            yield text[sentence.starts[match.start()] : sentence.ends[match.end() - 1]], role


def _in_front(text: str, sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> str | None:
    tags = sentence.tags
    while start < end and tags[start] in "DdR,":
        start += 1
    while end > start and (tags[end - 1] == "," or _courtesy(sentence.words[end - 1], lexicon)):
        end -= 1
    described = tags[start:end]
    if not described or "Q" in described or described[-1] == "s" or described[0] in "#s":
        return None
    if not set("HTn") & set(described):
        return None
    return text[sentence.starts[start] : sentence.ends[end - 1]]


def _courtesy(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.gender or (word[-1] == "." and len(word) <= _SHORT)


def _behind(text: str, sentence: Sentence, at: int) -> str | None:
    tags = sentence.tags
    match = _BEHIND.match(tags, at)
    if match is None:
        return None
    start, end = match.span(1)
    described = match.group(1)
    personal = described[0] not in "I#s" and ("H" in described or "T" in described)
    if not personal and (described[0] not in "Dd" or "n" not in described):
        return None
    while start < end and tags[start] in "Dd":
        start += 1
    return text[sentence.starts[start] : sentence.ends[end - 1]] if start < end else None
