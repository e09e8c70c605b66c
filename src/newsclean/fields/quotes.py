"""Direct quotes and their speakers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsclean.article import BlockQuote, Element, Evidence, Quote
from newsclean.fields.found import Found
from newsclean.fields.quoting.blocks import with_block_quotes
from newsclean.fields.quoting.carry import credits
from newsclean.fields.quoting.credit import Credit
from newsclean.fields.quoting.dashes import dash_stretches, interrupted
from newsclean.fields.quoting.framed import framed_credits
from newsclean.fields.quoting.frames import frames
from newsclean.fields.quoting.kinds import kind_of
from newsclean.fields.quoting.language import Lexicon, elisions, lexicon
from newsclean.fields.quoting.marks import Stretch, quoted_stretches

_JOINT = len("\n\n")
_SENTENCE_END = re.compile(r"[.!?]\s|[。！？]")
# What may stand between a quotation and its attribution.
_LOOSE = " ,–—-\xa0\n，、،。"
# The longest rest of an attribution ("… in a telephone interview on Tuesday"), in
# characters; set by eye.
_LONGEST_REST = 160


class _Item(NamedTuple):
    """A quoted stretch on its way to a quote."""

    text: str
    element: int
    stretch: Stretch
    credit: Credit | None
    block: bool


def find_quotes(body: Sequence[Element], language: str | None) -> Found[tuple[Quote, ...]]:
    """Every quoted stretch of the body, in order, with its speaker where there is ground.

    Marks are found in every language; speakers only where the language's vocabulary has
    a table ``[quotes]``. The evidence gives, in the order of the quotes, for each with a
    speaker the rule that found it and the speaker as written, and for each whose marks
    were repaired what was wrong with them.
    """
    texts = [element.text for element in body]
    blocks = [isinstance(element, BlockQuote) for element in body]
    words, orders = lexicon(language), frames(language)
    stretches = quoted_stretches(texts, elisions(language))
    if words is not None and (words.dash or words.incise):
        stretches = _with_dashes(texts, stretches, words)
    stretches = with_block_quotes(texts, blocks, stretches)
    given: list[list[Credit | None]]
    if any(stretches) and words is not None:
        given = credits(texts, stretches, words)
    elif any(stretches) and orders is not None:
        given = framed_credits(texts, stretches, orders)
    else:
        given = [[None] * len(found) for found in stretches]
    quotes: list[Quote] = []
    evidence: list[Evidence] = []
    offset = 0
    for index, text in enumerate(texts):
        before: _Item | None = None
        for stretch, credit in zip(stretches[index], given[index], strict=True):
            item = _Item(text, index, stretch, credit, blocks[index])
            goes_on = stretch.resumed if before is None else _goes_on(before, item)
            quotes.append(_quote(item, offset, len(quotes) - 1 if goes_on and quotes else None))
            evidence += _evidence(item)
            before = item
        offset += len(text) + _JOINT
    return Found(tuple(quotes), tuple(evidence))


def _with_dashes(
    texts: Sequence[str], stretches: Sequence[list[Stretch]], words: Lexicon
) -> list[list[Stretch]]:
    result = []
    for text, found in zip(texts, stretches, strict=True):
        spoken = dash_stretches(text, words) if words.dash else []
        last = spoken[-1].outer_end if spoken else 0
        marked = [s for s in found if s.outer_start >= last]
        if words.incise:
            marked = [part for s in marked for part in interrupted(text, s, words)]
        result.append([s for s in spoken + marked if s.start < s.end])
    return result


def _quote(item: _Item, offset: int, continues: int | None) -> Quote:
    stretch, credit, text = item.stretch, item.credit, item.text
    whole = item.block and not text[: stretch.outer_start].strip()
    kind = kind_of(text, stretch, credit is not None, continues is not None)
    return Quote(
        text=text[stretch.start : stretch.end],
        speaker=credit.speaker if credit else None,
        speaker_raw=credit.raw if credit else None,
        cue=credit.cue if credit else None,
        element=item.element,
        span=(offset + stretch.start, offset + stretch.end),
        continues=continues,
        kind="block" if whole else kind,
        speaker_role=credit.role if credit else None,
        confidence=credit.confidence if credit else 0.0,
    )


def _evidence(item: _Item) -> list[Evidence]:
    found = []
    if item.credit is not None:
        found.append(Evidence(rule=item.credit.rule, source="text", raw=item.credit.raw))
    if item.stretch.repair:
        # The words are in the body, and long: the rule says enough.
        found.append(Evidence(rule=f"marks repaired: {item.stretch.repair}", source="text"))
    return found


def _goes_on(before: _Item, item: _Item) -> bool:
    """Whether only an attribution stands between two quoted stretches of a paragraph."""
    text, first, stretch = item.text, before.stretch, item.stretch
    if before.credit is None or item.credit is None or before.credit.span != item.credit.span:
        return False
    start, end = item.credit.span
    if not first.outer_end <= start <= end <= stretch.outer_start:
        return False
    rest = text[end : stretch.outer_start].rstrip()
    return (
        not text[first.outer_end : start].strip(_LOOSE)
        and len(rest) <= _LONGEST_REST
        and _SENTENCE_END.search(rest, 0, max(len(rest) - 1, 0)) is None
    )
