"""White space folded, invisible characters dropped."""

# What stands for a ``<br>`` until the text is folded.
BREAK = "\x00"

_INVISIBLE = {0xAD: None, 0xFEFF: None, 0x200B: None}
BLANK = " \t\r\n\xa0\xad\ufeff\u200b"
# No text of a parsed page holds a NUL.


def fold(raw: str) -> str:
    """``raw`` with white space folded to single spaces and ``<br>`` marks as newlines."""
    # Before folding: what stands between two spaces may be invisible.
    if not raw.isascii() and ("\xad" in raw or "\ufeff" in raw or "\u200b" in raw):
        raw = raw.translate(_INVISIBLE)
    if BREAK in raw:
        lines = (" ".join(line.split()) for line in raw.split(BREAK))
        return "\n".join(line for line in lines if line)
    return " ".join(raw.split())


def fold_pre(raw: str) -> str:
    """``raw`` with its line breaks and spaces, without blank lines around it."""
    lines = [line.rstrip() for line in raw.replace(BREAK, "\n").split("\n")]
    return "\n".join(lines).strip("\n").translate(_INVISIBLE) if any(lines) else ""
