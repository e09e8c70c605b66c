"""Single quotation marks, told apart from apostrophes."""

import re
from collections.abc import Collection

# An opening mark follows no word character; a closing one stands behind a word or its
# punctuation and before none. Whatever stands between two letters is an apostrophe.
_SINGLE = re.compile(r"(?<![\w’'‘])[‘'‚](?=[^\W\d]|[“\"«])|(?<=[\w.,!?…”\"»])[’'](?![\w’'])")
_DOUBLE = re.compile(r"[“”\"„«»]")
_FIRST_WORD = re.compile(r"\w{1,12}")
# A stretch in single marks is a phrase or a few sentences; a longer one would be two
# apostrophes far apart. Set by eye.
_LONGEST = 1500


def single_pairs(text: str, elisions: Collection[str]) -> tuple[list[tuple[int, int]], list[int]]:
    """Stretches in single marks, offsets with the marks, and opening marks left alone.

    A pair never holds an odd number of double marks: then they are not nested.
    """
    if "‘" not in text and "'" not in text and "‚" not in text:
        return [], []
    pairs: list[tuple[int, int]] = []
    lone: list[int] = []
    opened = -1
    fallback = -1
    for match in _SINGLE.finditer(text):
        at = match.start()
        if text[at] in "‘‚" or (text[at] == "'" and (at == 0 or text[at - 1] in " \n([—–\xa0")):
            word = _FIRST_WORD.match(text, at + 1)
            if word and word.group().lower() in elisions:
                continue
            if opened >= 0:
                _settle(text, opened, fallback, pairs, lone)
            opened, fallback = at, -1
        elif opened >= 0:
            if at - opened > _LONGEST:
                _settle(text, opened, fallback, pairs, lone)
                opened = -1
            elif text[at - 1] in "sS":
                # Perhaps a possessive: taken only where nothing better follows.
                fallback = at if fallback < 0 else fallback
            elif _balanced(text, opened, at):
                pairs.append((opened, at + 1))
                opened = fallback = -1
    if opened >= 0:
        _settle(text, opened, fallback, pairs, lone)
    return pairs, lone


def _settle(
    text: str, opened: int, fallback: int, pairs: list[tuple[int, int]], lone: list[int]
) -> None:
    if fallback >= 0 and _balanced(text, opened, fallback):
        pairs.append((opened, fallback + 1))
    else:
        lone.append(opened)


def _balanced(text: str, start: int, end: int) -> bool:
    count = sum(1 for _ in _DOUBLE.finditer(text, start, end))
    return count % 2 == 0 and (not count or text[end - 1] in '.,!?…”"»')
