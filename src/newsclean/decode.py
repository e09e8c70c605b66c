"""Bytes to text, and markup told from flat text."""

import codecs
import re
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The WHATWG Encoding Standard reads these labels as the larger set that pages really use.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# Labels of the standard that Python does not know.
_ALIASES = {"x-sjis": "cp932", "windows-31j": "cp932", "x-gbk": "gb18030", "x-euc-jp": "euc_jp"}

# The Encoding Standard's prescan looks at 1,024 bytes; real pages put scripts before it.
_PRESCAN = 4096
_META_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}"
    rb"([A-Za-z0-9_:.\-]{2,40})",
    re.IGNORECASE,
)


class Decoded(NamedTuple):
    """Text, the charset it was decoded with, and what was doubtful about that."""

    text: str
    encoding: str
    problems: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """``data`` as text.

    The order of trust is that of the WHATWG Encoding Standard: byte order mark, then
    ``declared`` (the HTTP header's charset), then ``<meta charset>``, then detection. It
    is left where the declaration cannot be true: bytes that are valid UTF-8 and hold
    multi-byte characters *are* UTF-8, whatever a server's default says.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _behind_mark(data[len(mark) :], encoding)
    problems: list[str] = []
    names = [("the HTTP header", declared), ("<meta>", _meta_charset(data))]
    candidates = []
    for place, name in names:
        if name:
            charset = _lookup(name)
            if charset is None:
                problems.append(f"unknown encoding {name!r} in {place}")
            else:
                candidates.append((place, charset))
    utf8 = _strict(data, "utf-8")
    for place, encoding in candidates:
        # Bytes that are all ASCII may be of a charset that shifts, such as ISO-2022-JP.
        if encoding == "utf-8" or (utf8 is not None and not data.isascii()):
            if utf8 is not None:
                return Decoded(utf8, "utf-8", tuple(problems))
            problems.append(f"not valid utf-8, as declared in {place}")
            continue
        text = _strict(data, encoding)
        if text is not None:
            return Decoded(text, encoding, tuple(problems))
        problems.append(f"not valid {encoding}, as declared in {place}")
    if utf8 is not None:
        return Decoded(utf8, "utf-8", tuple(problems))
    return _fall_back(data, [encoding for _, encoding in candidates], problems)


def plain_utf8(data: bytes, decoded: Decoded) -> bytes | None:
    """``data``, if it is ``decoded.text`` in UTF-8, byte for byte; else None."""
    same = decoded.encoding == "utf-8" and not decoded.problems
    return data if same and not data.startswith(codecs.BOM_UTF8) else None


def _behind_mark(data: bytes, encoding: str) -> Decoded:
    """Text from what follows a byte order mark."""
    text = _strict(data, encoding)
    if text is not None:
        return Decoded(text, encoding)
    problem = f"some bytes are not valid {encoding} and were replaced"
    return Decoded(data.decode(encoding, "replace"), encoding, (problem,))


def _fall_back(data: bytes, candidates: list[str], problems: list[str]) -> Decoded:
    """Text from bytes that fit none of their declarations wholly."""
    # A few broken bytes in a declared charset are the rule on long pages: one in a
    # hundred characters replaced is still that charset.
    for encoding in [*candidates, "utf-8"]:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") * 100 <= len(text):
            problems.append(f"some bytes are not valid {encoding} and were replaced")
            return Decoded(text, encoding, tuple(problems))
    detected = _detect(data)
    problems.append(f"encoding not declared; {detected} detected")
    return Decoded(data.decode(detected, "replace"), detected, tuple(problems))


def _detect(data: bytes) -> str:
    """The likeliest charset of ``data``: bs4's detector, which uses charset-normalizer or
    chardet where one is installed, else cp1252, the web's default."""
    from bs4.dammit import UnicodeDammit

    guess = UnicodeDammit(data[:65536], is_html=True).original_encoding
    return (_lookup(guess) if guess else None) or "cp1252"


def _lookup(name: str) -> str | None:
    """Python's name of the charset that the Encoding Standard means by the label ``name``."""
    label = name.strip().strip("\"'").lower()
    label = _ALIASES.get(label, label)
    try:
        encoding = codecs.lookup(label).name
        # Codecs such as "hex" and "idna" are no charsets, and fail here or on broken bytes.
        b"a\x81".decode(encoding, "replace")
    except (LookupError, ValueError):
        return None
    return _WIDER.get(encoding, encoding)


def _meta_charset(data: bytes) -> str | None:
    found = _META_CHARSET.search(data, 0, _PRESCAN)
    if found is None:
        return None
    name = found.group(1).decode("ascii")
    # A page whose <meta> could be read as ASCII is not in UTF-16 (Encoding Standard).
    return "utf-8" if name.lower().startswith("utf-16") else name


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, ValueError):
        # cp1252 leaves five bytes undefined that browsers pass through.
        if encoding != "cp1252":
            return None
    return data.decode("cp1252", "replace") if data.count(b"\x00") == 0 else None


_SPACE_OR_COMMENT = re.compile(r"(?:[\s\ufeff]+|<!--(?:[^-]|-(?!->)){0,20000}-->)*+")
_OPENS_AS_MARKUP = re.compile(r"<(?:!doctype|\?xml|/?[a-z][a-z0-9-]{0,20}(?:\s|>|/>))", re.I)
_BLOCK_TAG = re.compile(
    r"</?(?:html|head|body|p|div|br|h[1-6]|ul|ol|li|table|tr|td|article|section|blockquote|center)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_LOOKED_AT = 65536


def looks_like_html(text: str) -> bool:
    """Is ``text`` markup?

    The rule: it is, if it opens with a tag, a doctype or an XML declaration (white space
    and comments aside), or if block-level tags are frequent in its first 65,536
    characters: three at least, and one for each 1,500 characters. A text that merely
    mentions ``<p>`` is flat.
    """
    start = _SPACE_OR_COMMENT.match(text)
    if start is not None:
        if _OPENS_AS_MARKUP.match(text, start.end()):
            return True
        if start.end() == len(text) and "<!--" in text:  # comments alone
            return True
    head = text[:_LOOKED_AT]
    tags = sum(1 for _ in _BLOCK_TAG.finditer(head))
    # 3 and 1,500: a tutorial quotes a tag or two, a stripped page has one per paragraph.
    return tags >= 3 and tags * 1500 >= len(head)
