"""A paragraph as sentences of tagged tokens, its quotations masked."""

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsclean.fields.quoting.language import Lexicon
from newsclean.fields.quoting.letters import UPPER
from newsclean.fields.quoting.marks import Stretch
from newsclean.fields.quoting.retag import retag

_TERMINAL = frozenset(".!?")
# A place in capitals, perhaps with a date and an agency, and a dash.
_DATELINE = re.compile(
    rf"[{UPPER}][{UPPER}.’'-]{{2,20}}(?: [{UPPER}.]{{2,15}}){{0,2}}"
    rf"(?: ?[,(][^\ue000\ue001\n—–]{{0,45}}?)? ?[—–-]{{1,2}} "
)
# How far behind a quotation its speaker and verb are looked for, in characters.
_ATTRIBUTION = 70
# A sentence of more tokens is a table or a list; cut, so that the cost stays linear.
_LONGEST_SENTENCE = 200
# A full stop inside a parenthesis of fewer tokens ends no sentence ("(R-Fla.)").
_PARENTHESIS = 12


class Sentence(NamedTuple):
    """One sentence: a string of tags (see :mod:`language`) and, beside it, each token's
    offsets in the paragraph, its lower-cased word and, for quotations, its number."""

    tags: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    quotes: Sequence[int]
    """Numbers of the paragraph's quotations in this sentence, in order."""

    def packed(self, known: dict[str, str]) -> "Sentence":
        """The same in a fifth of the memory, its words shared by way of ``known``."""
        words = tuple(known.setdefault(word, word) for word in self.words)
        starts, ends = array("L", self.starts), array("L", self.ends)
        return Sentence(self.tags, starts, ends, words, self.quotes)


def sentences(
    text: str,
    quoted: Sequence[Stretch],
    lexicon: Lexicon,
    common: frozenset[str],
    proper: frozenset[str],
    known: dict[str, tuple[str, str]],
) -> Iterator[Sentence]:
    """The sentences of a paragraph, one at a time: on one line a book has all of its own.

    ``common`` are words that the article also writes in lower case: such a word at the
    start of a sentence is no name; ``proper`` are words that it writes with a capital
    inside a sentence. A sentence ends behind a quotation that holds its full
    stop, unless the text goes on in lower case or with a speaker and a verb.
    """
    masked = _masked(text, quoted)
    current = _Builder(lexicon, common, proper)
    number = 0
    dateline = _DATELINE.match(masked)
    for match in lexicon.token.finditer(masked, dateline.end() if dateline else 0):
        word = match.group()
        token = known.get(word)
        if token is not None and not current.pending_end and len(current.tags) < _LONGEST_SENTENCE:
            # What no neighbour changes raises none of the questions below.
            current.append(token, match)
            continue
        if word[-1] == "\ue001":
            stretch = quoted[number]
            if len(current.tags) > _LONGEST_SENTENCE or (
                current.pending_end and _starts_sentence(text, stretch)
            ):
                yield current.done()
                current = _Builder(lexicon, common, proper)
            current.quotes.append(number)
            current.append(("Q", ""), match)
            current.pending_end = text[stretch.end - 1] in _TERMINAL
            current.after_sentence = current.pending_end and len(current.tags) == 1
            current.full_stop = text[stretch.end - 1] == "."
            number += 1
            continue
        if current.pending_end and not current.goes_on(word, masked, match.end()):
            yield current.done()
            current = _Builder(lexicon, common, proper)
        current.pending_end = False
        if word == "." and current.abbreviated(match.start()):
            continue
        current.append(current.tagged(word, known), match)
        if (word in _TERMINAL and current.ends_here(masked, match.end())) or (
            len(current.tags) > _LONGEST_SENTENCE
        ):
            yield current.done()
            current = _Builder(lexicon, common, proper)
    if current.tags:
        yield current.done()


def _masked(text: str, quoted: Sequence[Stretch]) -> str:
    parts: list[str] = []
    at = 0
    for s in quoted:
        parts += (text[at : s.outer_start], "\ue000" * (s.outer_end - s.outer_start - 1), "\ue001")
        at = s.outer_end
    parts.append(text[at:])
    return "".join(parts)


def _starts_sentence(text: str, stretch: Stretch) -> bool:
    first = text[stretch.start]
    return first.isupper() or not first.isalpha()


class _Builder:
    def __init__(self, lexicon: Lexicon, common: frozenset[str], proper: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.common = common
        self.proper = proper
        self.homonym = False
        """The first word is a name elsewhere, and a common word elsewhere."""
        self.doubtful = False
        """The first word is capitalised, and nothing else tells that it is a name."""
        self.tags: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.quotes: list[int] = []
        self.pending_end = False
        self.full_stop = False
        self.after_sentence = False
        self.parenthesis = 0

    def append(self, token: tuple[str, str], match: re.Match[str]) -> None:
        """Takes a token in, as its tag and its word."""
        start, end = match.span()
        self.tags.append(token[0])
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(token[1])

    def tagged(self, word: str, known: dict[str, tuple[str, str]]) -> tuple[str, str]:
        """The tag of a word and the word in lower case; ``known`` gets it if the tag does not
        depend on its neighbours."""
        plain = self.lexicon.plain.get(word)
        token = (plain or self._tag(word), word.lower().replace("’", "'"))
        if plain == "(":
            self.parenthesis = len(self.tags) + _PARENTHESIS
        elif plain == ")":
            self.parenthesis = 0
        elif word not in _TERMINAL and (plain or self._free_of_neighbours(word)):
            known[word] = token
        return token

    def _free_of_neighbours(self, word: str) -> bool:
        return (
            word.islower()
            and word not in self.lexicon.tags
            and not word.endswith(self.lexicon.adverb_endings)
        )

    def _tag(self, word: str) -> str:
        first = word[0]
        lower = word.lower()
        tag = self.lexicon.tags.get(lower)
        if first.isupper():
            if tag is None and self.lexicon.human.match(lower):
                return "H"
            if self.lexicon.capital_nouns and tag in (None, "H"):
                return self._noun_or_name(word, lower, tag)
            return self._capitalised(word, lower, tag)
        if tag is not None:
            if tag in "Dd" and lower in self.lexicon.fused and self.tags[-1:] in (["n"], ["H"]):
                return "I"
            if tag == "V" and self.lexicon.verbs[lower].often_noun and self._after_noun_marker():
                return "H" if lower in self.lexicon.human_verbs else "n"
            return tag
        if first.isdigit():
            return "n" if "-" in word else "#"
        if not first.isalpha():
            return "," if first in "/|" else "R"
        if self.lexicon.human.match(lower):
            return "H"
        return (
            "R"
            if lower.endswith(self.lexicon.adverb_endings) and not self._after_noun_marker()
            else "n"
        )

    def _noun_or_name(self, word: str, lower: str, tag: str | None) -> str:
        """A capitalised word where all nouns have a capital."""
        if lower in self.lexicon.titles:
            return "T"
        if tag == "H":
            return "H"
        before = self.tags[-1] if self.tags else ""
        fused = bool(self.words) and self.words[-1] in self.lexicon.fused
        article = before in ("D", "d", "#") or fused
        adjective = before == "n" and self.tags[-2:-1] in (["D"], ["d"], ["I"])
        if article or adjective or lower.endswith(self.lexicon.noun_endings):
            return "n"
        if not self.tags and lower in self.common:
            return "n"
        self.doubtful = not self.tags and word not in self.proper
        return "N"

    def _after_noun_marker(self) -> bool:
        return bool(self.tags) and self.tags[-1] in "DdIs#"

    def _capitalised(self, word: str, lower: str, tag: str | None) -> str:
        if lower in self.lexicon.titles:
            return "T"
        if len(word) > 1 and word.isupper() and word[-1] not in ".'’":
            return "N"
        initial = (
            not self.tags or self.tags[-1] in ":-" or (self.after_sentence and len(self.tags) == 1)
        )
        if not initial and (
            lower in self.lexicon.particles
            or (tag == "R" and self.lexicon.free_order and not self.lexicon.capital_nouns)
        ):
            return "N"
        if tag is not None and tag not in "VGH":
            # A capitalised "Will" or "May" inside a sentence is a name, and so is "Under"
            # between a quotation and its verb.
            name = not initial and (tag == "A" or (tag == "I" and self.tags[-1] == "Q"))
            return "N" if name else tag
        if initial:
            if tag in ("V", "G"):
                verb = self.lexicon.verbs[lower]
                past = not (verb.base or self.lexicon.free_order)  # "Said Ida Holt"
                return tag if lower in self.common or tag == "G" or past else "N"
            if tag == "H":
                return tag
            if lower.endswith(self.lexicon.adverb_endings):
                return "R"
            if lower in self.common:
                self.homonym = not self.tags and word in self.proper
                return "n"
            self.doubtful = not self.tags and word not in self.proper
        return "N"

    def goes_on(self, word: str, masked: str, end: int) -> bool:
        """Whether the sentence goes on behind a quotation that holds its end: in lower
        case, with a comma or dash, or with a speaker and a verb."""
        first = word[0]
        if not first.isalnum() or first.islower():
            return True
        if self.full_stop:
            return False
        following = masked[end : end + _ATTRIBUTION].split(None, 5)[:5]
        verbs = self.lexicon.verbs
        for i, next_word in enumerate(following):
            if "\ue000" in next_word or "\ue001" in next_word:
                return False
            if next_word.strip(",.") in verbs:
                rest = " ".join(following[i + 1 :])
                return self._tag(word) in "NTPDH" and not (self.full_stop and "\ue001" in rest)
            if next_word[-1] == ".":
                return False
        return False

    def abbreviated(self, at: int) -> bool:
        """Takes a full stop at offset ``at`` into the token before, if that is an
        abbreviation or an initial."""
        if not self.ends or self.ends[-1] != at:
            return False
        word = self.words[-1]
        if word in self.lexicon.dotted:
            if word + "." in self.lexicon.titles:
                self.tags[-1] = "T"
            elif self.tags[-1] == "n":
                self.tags[-1] = "R"
        elif len(word) > 1 or self.tags[-1] != "N":
            return False
        self.ends[-1] += 1
        self.words[-1] += "."
        return True

    def ends_here(self, masked: str, end: int) -> bool:
        if len(self.tags) < self.parenthesis:
            return False
        rest = masked[end : end + 2]
        if rest[:1] and not rest[:1].isspace() and rest[:1] not in "\ue000\ue001)]":
            return False
        return not rest[1:].islower()

    def done(self) -> Sentence:
        tags = self.tags
        retag(tags, self.words, self.lexicon)
        if self.homonym and len(tags) > 1 and tags[1] in ",V":
            tags[0] = "N"
        if self.doubtful and len(tags) > 1 and tags[1] not in "NVvABsCTW(,:":
            tags[0] = "n"
        return Sentence("".join(self.tags), self.starts, self.ends, self.words, self.quotes)
