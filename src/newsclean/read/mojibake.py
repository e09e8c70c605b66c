"""Mojibake: text that was decoded with another charset than it was written in."""

import re

# UTF-8 read as cp1252 or Latin-1: a letter that opens a sequence of bytes, and the signs
# that stand for the bytes behind it. Real words hold such pairs hardly ever.
_SEQUENCE = re.compile(
    r"â[€\x80][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    r"|[ÃÅÄ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2018-\u203a\u20ac\u2122]"
    r"|Â[\u00a0-\u00bf]"
    r"|(?:[ÐÑØÙ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]){3}"
)
# Once may be a quotation of it, or chance.
_LEAST = 2


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """``text`` with its mojibake repaired, and the problems to report.

    The rule: where two sequences or more stand that UTF-8 read as a Western charset gives
    ("â€™", "Ã©"), the lines that hold one are given to ``ftfy.fix_encoding``; no other
    line and no other sign is touched. Without ftfy (``newsclean[repair]``) the text stays
    as it is, and the problem says so.
    """
    if text.isascii():
        return text, ()
    found = sum(1 for _, _ in zip(_SEQUENCE.finditer(text), range(_LEAST), strict=False))
    if found < _LEAST:
        return text, ()
    try:
        from ftfy import fix_encoding
    except ImportError:
        return text, ("mojibake in the text; newsclean[repair] would mend it",)
    # Line ends of any kind stay with their lines; U+0085 is a byte of a sequence here.
    lines = text.split("\n")
    mended = [fix_encoding(line) if _SEQUENCE.search(line) else line for line in lines]
    return "\n".join(mended), ("mojibake in the text was mended with ftfy",)
