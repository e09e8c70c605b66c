"""Reporting events without a verb: phrases ("according to") and nouns ("her remark")."""

from newsclean.fields.quoting.event import Event
from newsclean.fields.quoting.language import NOUN, STRONG, Lexicon
from newsclean.fields.quoting.mentions import (
    PRONOUN,
    THING,
    Mention,
    mention_ending,
    mention_starting,
)
from newsclean.fields.quoting.tokens import Sentence


def of_phrases(sentence: Sentence, lexicon: Lexicon) -> list[Event]:
    """``according to Ms. Doe``."""
    found: list[Event] = []
    words = sentence.words
    if lexicon.first_of_phrases.isdisjoint(words):
        return found
    for phrase in lexicon.phrases:
        first, size = phrase[0], len(phrase)
        if first not in words:
            continue
        for at, word in enumerate(words):
            if word == first and tuple(words[at : at + size]) == phrase:
                speaker = mention_starting(sentence.tags, at + size)
                if speaker is not None:
                    found.append(Event(at, at + size, speaker, STRONG, behind=True))
    return found


def of_phrases_behind(sentence: Sentence, lexicon: Lexicon) -> list[Event]:
    """``Frau Dorn zufolge``."""
    found = []
    words = sentence.words
    for phrase in lexicon.behind:
        last, size = phrase[-1], len(phrase)
        if last not in words:
            continue
        for at in range(1, len(words) - size + 1):
            if tuple(words[at : at + size]) == phrase:
                tags = sentence.tags
                end = at - 1
                while end and tags[end] == "s":
                    end -= 1
                speaker = mention_ending(tags, end, 0)
                if speaker is not None:
                    found.append(Event(at, at + size, speaker, STRONG))
    return found


def of_nouns(sentence: Sentence, lexicon: Lexicon) -> list[Event]:
    """``her remark that …``, ``Ms. Doe's call for …``."""
    found: list[Event] = []
    tags = sentence.tags
    if lexicon.saying.isdisjoint(sentence.words):
        return found
    for at, word in enumerate(sentence.words):
        if word not in lexicon.saying or tags[at] not in "nH":
            continue
        owner = at - 1
        while owner > max(at - 4, 0) and tags[owner] in "nHNVR":
            owner -= 1
        if owner < 0:
            continue
        if sentence.words[owner] in lexicon.possessors:
            speaker: Mention | None = Mention(owner, owner + 1, PRONOUN, owner)
        elif tags[owner] == "s" and owner:
            speaker = mention_ending(tags, owner - 1, 0, whole=False)
        elif sentence.words[at + 1 : at + 2] and sentence.words[at + 1] in lexicon.agent:
            speaker = mention_starting(tags, at + 2)
            if speaker is not None and speaker.kind != THING:
                found.append(Event(at, at + 1, speaker, NOUN, behind=True))
            continue
        else:
            continue
        if speaker is not None and speaker.kind != THING:
            found.append(Event(at, at + 1, speaker, NOUN))
    return found
