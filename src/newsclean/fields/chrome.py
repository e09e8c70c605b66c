"""What is left when the fields have taken theirs: every other text of the page."""

from collections.abc import Iterable, Mapping

from newsclean.article import Chrome, Evidence
from newsclean.page import Labelled, Role


def find_chrome(
    labelled: Labelled, evidence: Mapping[str, tuple[Evidence, ...]]
) -> tuple[Chrome, ...]:
    """Each stretch of text that neither the body nor the evidence of a field shows.

    Evidence with a block and a span claims that stretch; the rest of the block keeps the
    block's role. So every visible character of the page is in one place. Chrome keeps the
    non-breaking spaces of flat text.
    """
    claimed = _claimed(evidence.values())
    chrome: list[Chrome] = []
    for i, (block, label) in enumerate(zip(labelled.page.blocks, labelled.labels, strict=True)):
        if label.role is Role.BODY:
            continue
        text = block.raw or block.text
        if i in claimed:
            rest = _rest(text, claimed[i])
            chrome += [Chrome(label.role, part, label.reason, i) for part in rest]
        elif text := text.strip():
            chrome.append(Chrome(label.role, text, label.reason, i))
    return tuple(chrome)


def _claimed(
    groups: Iterable[tuple[Evidence, ...]],
) -> dict[int, list[tuple[int, int]]]:
    spans: dict[int, list[tuple[int, int]]] = {}
    for group in groups:
        for item in group:
            if item.block is not None and item.span is not None:
                spans.setdefault(item.block, []).append(item.span)
    return spans


def _rest(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The stretches of ``text`` outside ``spans``, without those of white space only."""
    parts = []
    at = 0
    for start, end in sorted(spans):
        if start > at:
            parts.append(text[at:start].strip())
        at = max(at, end)
    parts.append(text[at:].strip())
    return [part for part in parts if part]
