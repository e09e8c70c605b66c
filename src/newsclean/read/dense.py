"""Chinese and Japanese sentences closed up: they set no spaces between words.

Flattening that parts inline elements by spaces leaves one at each link and each name in
bold of a sentence.
"""

import re

# What only sentences have: names are set with spaces, and headlines part their halves by one.
_STOP = "。"
_DENSE = r"[\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]"
_SPACE = re.compile(rf"(?<={_DENSE}) (?={_DENSE})")


def close_up(line: str) -> str:
    """``line`` without the spaces between dense characters, if it holds a sentence."""
    return _SPACE.sub("", line) if _STOP in line else line
