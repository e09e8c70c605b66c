"""The reporting events of a sentence: verbs, participles, phrases and nouns."""

import re
from collections.abc import Sequence

from newsclean.fields.quoting.event import Event
from newsclean.fields.quoting.language import STRONG, THINK, Lexicon, Verb
from newsclean.fields.quoting.mentions import (
    NAME,
    NOMINAL,
    PRONOUN,
    THING,
    Mention,
    main_subject,
    mention_ending,
    mention_starting,
    subject_before,
)
from newsclean.fields.quoting.phrases import of_nouns, of_phrases, of_phrases_behind
from newsclean.fields.quoting.tokens import Sentence


def events(sentence: Sentence, lexicon: Lexicon) -> list[Event]:
    """The sentence's reporting events, in the order of their verbs."""
    tags = sentence.tags
    found: list[Event] = []
    for at, tag in enumerate(tags):
        if tag == "V":
            event = _of_verb(sentence, at, lexicon, found)
        elif tag == "G":
            event = _of_participle(sentence, at, lexicon, found)
        else:
            continue
        if event is not None:
            found.append(_without_neuter(sentence, event, lexicon))
    found += of_phrases(sentence, lexicon)
    found += of_phrases_behind(sentence, lexicon)
    found += of_nouns(sentence, lexicon)
    return found


def _without_neuter(sentence: Sentence, event: Event, lexicon: Lexicon) -> Event:
    """``it`` is a body that says something, but no person that thinks or calls."""
    speaker = event.speaker
    neuter = lexicon.gender.get(sentence.words[speaker.start]) == "n"
    if event.tier == STRONG or speaker.kind != PRONOUN or not neuter:
        return event
    return event._replace(speaker=speaker._replace(kind=THING))


def _of_verb(
    sentence: Sentence, at: int, lexicon: Lexicon, earlier: Sequence[Event]
) -> Event | None:
    tags = sentence.tags
    verb = lexicon.verbs[sentence.words[at]]
    if not at and not lexicon.free_order:
        return _opening(tags, verb)
    if verb.often_noun and not _beside_quote(tags, at):
        return None
    before = tags[at - 1] if at else ""
    if before == "B" or tags[max(at - 2, 0) : at] == "BR":
        passive = _passive(sentence, at, lexicon, verb.tier)
        if passive is not None or verb.base or not _has_said(sentence, at, verb):
            return passive
    group = at
    while group and tags[group - 1] in "AR" and lexicon.free_order:
        group -= 1
    beside = tags[max(group - 3, 0) : group].rstrip(",-(").endswith("Q")
    inverted = _inverted(tags, at, verb, beside, lexicon)
    if inverted is not None:
        return inverted
    speaker = None if beside or before == "x" else subject_before(tags, at)
    if lexicon.free_order and not beside:
        free = _free_subject(tags, at, speaker, lexicon)
        if free is not None:
            return free._replace(tier=verb.tier)
    if speaker is None:
        return _borrowed(sentence, at, earlier, verb.tier)
    if verb.base and _singular(sentence, speaker, at, lexicon):
        return None
    return Event(at, at + 1, speaker, verb.tier)


def _opening(tags: str, verb: Verb) -> Event | None:
    """``Said Ms. Doe: “…”``."""
    if verb.tier != STRONG or not verb.inverts:
        return None
    speaker = mention_starting(tags, 1)
    if speaker is None or speaker.kind != NAME:
        return None
    if tags[speaker.end : speaker.end + 1] not in (",", ":", "I"):
        return None
    return Event(0, 1, speaker, verb.tier, behind=True)


def _has_said(sentence: Sentence, at: int, verb: Verb) -> bool:
    """Whether a contracted "is" in front of a participle is "has": "he's said"."""
    be = at - 1 if sentence.tags[at - 1] == "B" else at - 2
    return verb.tier == STRONG and sentence.words[be][0] in "'’"


def _inverted(tags: str, at: int, verb: Verb, beside: bool, lexicon: Lexicon) -> Event | None:
    """``“…,” said Ms. Doe``."""
    if not lexicon.inversion or not verb.inverts:
        return None
    if beside:
        speaker = _starting(tags, at + 1, lexicon)
        if speaker is None or (
            lexicon.free_order and speaker.kind == THING and verb.tier != STRONG
        ):
            return None
        # "Ms. Doe, citing “…,” said the mayor would go": what she said begins here.
        clause = not lexicon.free_order and tags[speaker.end : speaker.end + 1] in ("A", "B")
        return None if clause else Event(at, at + 1, speaker, verb.tier, behind=True)
    if tags[at - 1 : at] in (",", "-") and verb.tier == STRONG and "Q" in tags[:at]:
        # "The plan is “dead”, said Ms. Doe."
        speaker = _starting(tags, at + 1, lexicon)
        if speaker is not None and speaker.kind != THING and _ends_clause(tags, speaker.end):
            return Event(at, at + 1, speaker, verb.tier, behind=True)
    return None


def _singular(sentence: Sentence, speaker: Mention, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb's bare form is none, since what stands in front is one name or thing:
    "the Dorn call"."""
    tags, end = sentence.tags, speaker.end
    if speaker.kind == THING:
        return "A" not in tags[end:at]
    if speaker.kind != NAME or lexicon.free_order or end != at:
        return False
    return not sentence.words[end - 1].endswith("s") and (
        tags[max(speaker.outer - 1, 0)] not in "CAB"
    )


_BETWEEN = re.compile(r"[RAV]{0,4}(?:I[Dd]?[n#R]{1,3}){0,3}R{0,2}")


def _starting(tags: str, at: int, lexicon: Lexicon) -> Mention | None:
    """The speaker behind a verb; where order is free, adverbs and phrases of time and
    place may stand between."""
    if not lexicon.free_order:
        return mention_starting(tags, at)
    between = _BETWEEN.match(tags, at)
    found = mention_starting(tags, between.end() if between else at)
    if between is not None and "I" in between.group() and found and found.kind == THING:
        return None
    return found


def _free_subject(tags: str, at: int, speaker: Mention | None, lexicon: Lexicon) -> Event | None:
    """The subject of a verb where the one in front of it is none: behind it
    ("Gestern sagte Frau Dorn"), or further in front ("wie Frau Dorn in Ulm sagte")."""
    governed = speaker is not None and speaker.outer and tags[speaker.outer - 1] == "I"
    if speaker is not None and speaker.kind != THING and not governed:
        return None
    behind = _starting(tags, at + 1, lexicon) if lexicon.inversion else None
    if behind is not None and behind.kind != THING:
        return Event(at, at + 1, behind, STRONG, behind=True)
    clause = max(tags.rfind(sign, 0, at) for sign in ",.:;-Q") + 1
    subject = main_subject(tags, clause, at)
    if subject is None or subject.kind == THING:
        return None
    return Event(at, at + 1, subject, STRONG)


def _ends_clause(tags: str, at: int) -> bool:
    return tags[at : at + 1] in ("", ".", ",", "R", "I", "-", "(")


_QUOTE_AND_SUBJECT = re.compile(r"Q,?[AR]{0,2}[DdnNHTP#s]{0,6}(?:I[DdnNHT#s]{1,4})?$")


def _beside_quote(tags: str, at: int) -> bool:
    behind = tags[at + 1 : at + 3]
    if behind[:1] in ("Q", "t", ":", "x") or behind in (",Q", "DQ", "R,", "R:"):
        return True
    return _QUOTE_AND_SUBJECT.search(tags, max(at - 12, 0), at) is not None


# "with many marchers and spectators chanting"
_CROWD = re.compile(r"I([d#n]?[nHN]{1,3}C[nHN]{1,3})$")


def _of_participle(
    sentence: Sentence, at: int, lexicon: Lexicon, earlier: Sequence[Event]
) -> Event | None:
    verb, tags = lexicon.verbs[sentence.words[at]], sentence.tags
    tier = verb.tier
    if verb.often_noun and at and tags[at - 1] in "DnNs#":
        return None  # "a Senate hearing"
    if at and (tags[at - 1] == "B" or tags[max(at - 2, 0) : at] == "BR"):
        speaker = subject_before(tags, at)
        if speaker is not None:
            return Event(at, at + 1, speaker, tier)
    if tags[max(at - 2, 0) : at] == "Pn":
        # "he keeps saying"
        return Event(at, at + 1, Mention(at - 2, at - 1, PRONOUN, at - 2), tier)
    last = at - 1
    while last > 0 and tags[last] == "R":
        last -= 1
    if last > 0 and tags[last] in "nHN":
        speaker = mention_ending(tags, last, 0)
        governor = tags[speaker.outer - 1] if speaker is not None and speaker.outer else ""
        if speaker is not None and (governor == "I" or (governor == "V" and speaker.kind == NAME)):
            # "with the crowd chanting", "showed Ms. Doe saying"
            return Event(at, at + 1, speaker, tier)
    crowd = _CROWD.search(tags, max(last - 8, 0), last + 1)
    if crowd is not None:
        start, end = crowd.span(1)
        return Event(at, at + 1, Mention(start, end, NOMINAL, start), tier)
    return _borrowed(sentence, at, earlier, tier)


def _borrowed(sentence: Sentence, at: int, earlier: Sequence[Event], tier: int) -> Event | None:
    """An event of a verb without a subject of its own."""
    tags = sentence.tags
    lender = _lender(tags, at, earlier)
    first = lender.speaker.outer if lender else 1
    subject = lender.speaker if lender else main_subject(tags, 0, at)
    if first and tags[first - 1] == "S":
        # "As the crowd cheered, Ms. Doe sat down and joked"
        begin = tags.find(",", lender.cue_end if lender else 0, at) + 1
        subject = (main_subject(tags, begin, at) if begin else None) or subject
    return None if subject is None else Event(at, at + 1, subject, tier, borrowed=True)


def _lender(tags: str, at: int, earlier: Sequence[Event]) -> Event | None:
    """The event in front whose subject a verb without one shares: the nearest."""
    persons = [e for e in earlier if e.speaker.kind != THING]
    lender = next((e for e in reversed(persons) if not e.behind), persons[-1] if persons else None)
    strong = next((e for e in reversed(persons) if e.tier == STRONG and not e.behind), None)
    if strong and lender and tags[at] == "G" and tags[at - 1] in ",-":
        between = tags[strong.cue_end : lender.speaker.outer]
        if len(between) < 6 and not between.strip("tDHNnRI,"):
            return strong  # "Ms. Doe said the mayor agreed, calling …"
    return lender


def _passive(sentence: Sentence, at: int, lexicon: Lexicon, tier: int) -> Event | None:
    """``was called “…” by Ms. Doe``."""
    for i in range(at + 1, min(at + 20, len(sentence.tags))):
        if sentence.words[i] in lexicon.agent:
            speaker = mention_starting(sentence.tags, i + 1)
            if speaker is not None and speaker.kind != THING:
                if tier == THINK and "Q" not in sentence.tags[at:i]:
                    return None
                return Event(at, at + 1, speaker, tier, behind=True)
    return None
