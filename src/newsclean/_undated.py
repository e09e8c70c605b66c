"""The story's text without the dateline that opens it."""

import re
from collections.abc import Sequence

# What parts a dateline from the story: dashes, a bar, an equals sign, a colon, a full stop.
_SEPARATOR = re.compile(r"[\s\u200b\ufeff]{0,4}(?:\.?[-–—―]{1,3}|[|=:：＝]|\.(?=\s|$)|/)?\s{0,4}")
# A dateline opens one of the first elements: `fields.dateline` looks no further.
_DEPTH = 6
# Behind this much of another text in its paragraph it is a mention.
_BEFORE = 400


def without_dateline(texts: Sequence[str], raw: str | None) -> tuple[str, ...]:
    """``texts``, the story's elements, without the dateline ``raw`` and what parts it from
    the story; an element that held nothing else is left out."""
    if not raw:
        return tuple(texts)
    pattern = re.compile(r"\s{1,9}".join(re.escape(word) for word in raw.split()))
    for index, text in enumerate(texts[:_DEPTH]):
        match = pattern.search(text[: _BEFORE + 2 * len(raw)])
        if match is None:
            continue
        end = _SEPARATOR.match(text, match.end())
        before, rest = text[: match.start()], text[end.end() if end else match.end() :]
        left = before + rest if before.strip() else rest
        return (*texts[:index], *((left,) if left.strip() else ()), *texts[index + 1 :])
    return tuple(texts)
