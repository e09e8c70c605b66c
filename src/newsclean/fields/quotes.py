"""Direct quotes and their speakers."""

import re
from collections.abc import Sequence

from newsclean.article import Element, Evidence, Quote
from newsclean.fields.found import Found
from newsclean.fields.quoting.carry import credits
from newsclean.fields.quoting.credit import Credit
from newsclean.fields.quoting.language import elisions, lexicon
from newsclean.fields.quoting.marks import Stretch, quoted_stretches

_JOINT = len("\n\n")
_SENTENCE_END = re.compile(r"[.!?]\s")
# What may stand between a quotation and its attribution.
_LOOSE = " ,–—-\xa0\n"
# The longest rest of an attribution ("… in a telephone interview on Tuesday"), in
# characters; set by eye.
_LONGEST_REST = 160


def find_quotes(body: Sequence[Element], language: str | None) -> Found[tuple[Quote, ...]]:
    """Every quoted stretch of the body, in order, with its speaker where there is ground.

    Marks are found in every language; speakers only where the language's vocabulary has
    a table ``[quotes]``. The evidence gives, for each quote with a speaker, the rule that
    found it and the speaker as written, in the order of the quotes.
    """
    texts = [element.text for element in body]
    stretches = quoted_stretches(texts, elisions(language))
    words = lexicon(language)
    given: list[list[Credit | None]]
    if words is None or not any(stretches):
        given = [[None] * len(found) for found in stretches]
    else:
        given = credits(texts, stretches, words)
    quotes: list[Quote] = []
    evidence: list[Evidence] = []
    offset = 0
    for index, text in enumerate(texts):
        before: tuple[Stretch, Credit | None] | None = None
        for stretch, credit in zip(stretches[index], given[index], strict=True):
            goes_on = (
                stretch.resumed if before is None else _goes_on(text, before, stretch, credit)
            )
            quotes.append(
                Quote(
                    text=text[stretch.start : stretch.end],
                    speaker=credit.speaker if credit else None,
                    speaker_raw=credit.raw if credit else None,
                    cue=credit.cue if credit else None,
                    element=index,
                    span=(offset + stretch.start, offset + stretch.end),
                    continues=len(quotes) - 1 if goes_on and quotes else None,
                )
            )
            if credit is not None:
                evidence.append(Evidence(rule=credit.rule, source="text", raw=credit.raw))
            before = (stretch, credit)
        offset += len(text) + _JOINT
    return Found(tuple(quotes), tuple(evidence))


def _goes_on(
    text: str,
    before: tuple[Stretch, Credit | None],
    stretch: Stretch,
    credit: Credit | None,
) -> bool:
    """Whether only an attribution stands between two quoted stretches of a paragraph."""
    first, first_credit = before
    if first_credit is None or credit is None or first_credit.span != credit.span:
        return False
    start, end = credit.span
    if not first.outer_end <= start <= end <= stretch.outer_start:
        return False
    rest = text[end : stretch.outer_start].rstrip()
    return (
        not text[first.outer_end : start].strip(_LOOSE)
        and len(rest) <= _LONGEST_REST
        and _SENTENCE_END.search(rest, 0, max(len(rest) - 1, 0)) is None
    )
