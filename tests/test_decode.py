"""Bytes to text, and markup told from flat text."""

import codecs
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.decode import decode, looks_like_html, plain_utf8

GREEK = "Η πόλη άνοιξε ξανά τη γέφυρα."
RUSSIAN = "Мост открыли после ремонта, сообщил мэр."
GERMAN = "Die Brücke ist wieder geöffnet – für alle."
CHINESE = "大桥星期一重新开放,市长说。"
JAPANESE = "橋は月曜日に再開した、と市長は語った。"
KOREAN = "다리는 월요일에 다시 열렸다고 시장이 말했다."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        pytest.param(codecs.BOM_UTF8, "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF16_LE, "utf-16-le", id="utf-16-le"),
        pytest.param(codecs.BOM_UTF16_BE, "utf-16-be", id="utf-16-be"),
        pytest.param(codecs.BOM_UTF32_LE, "utf-32-le", id="utf-32-le"),
        pytest.param(codecs.BOM_UTF32_BE, "utf-32-be", id="utf-32-be"),
    ],
)
@pytest.mark.parametrize("declared", [None, "iso-8859-1", "no-such-charset"])
def test_a_byte_order_mark_outranks_every_declaration(
    mark: bytes, encoding: str, declared: str | None
) -> None:
    decoded = decode(mark + GREEK.encode(encoding), declared)
    assert (decoded.text, decoded.encoding, decoded.problems) == (GREEK, encoding, ())


@pytest.mark.parametrize(
    ("mark", "tail"),
    [
        pytest.param(codecs.BOM_UTF8, b"\xff\xff", id="utf-8"),
        pytest.param(codecs.BOM_UTF16_LE, b"\x00", id="odd utf-16"),
        pytest.param(codecs.BOM_UTF32_LE, b"\xff\xff\xff\xff", id="utf-32"),
    ],
)
def test_broken_bytes_behind_a_mark_are_reported(mark: bytes, tail: bytes) -> None:
    decoded = decode(mark + tail)
    assert "�" in decoded.text
    assert decoded.problems


@pytest.mark.parametrize(
    ("text", "charset", "declared"),
    [
        pytest.param(RUSSIAN, "cp1251", "windows-1251", id="windows-1251"),
        pytest.param(RUSSIAN, "koi8-r", "KOI8-R", id="koi8-r"),
        pytest.param(GREEK, "iso8859-7", "iso-8859-7", id="iso-8859-7"),
        pytest.param(GERMAN, "cp1252", "windows-1252", id="windows-1252"),
        pytest.param(GERMAN, "cp1252", "ISO-8859-1", id="latin-1 means windows-1252"),
        pytest.param(GERMAN, "cp1252", "us-ascii", id="ascii means windows-1252"),
        pytest.param("Köprü yeniden açıldı", "cp1254", "iso-8859-9", id="latin-5"),
        pytest.param(CHINESE, "gb18030", "gb2312", id="gb2312"),
        pytest.param("㐀 is beyond gb2312 " + CHINESE, "gb18030", "GB2312", id="gb2312 is wider"),
        pytest.param(CHINESE, "gb18030", "x-gbk", id="x-gbk"),
        pytest.param("大橋星期一重新開放", "big5", "Big5", id="big5"),
        pytest.param(JAPANESE, "cp932", "Shift_JIS", id="shift_jis"),
        pytest.param("①番の" + JAPANESE, "cp932", "x-sjis", id="x-sjis with nec characters"),
        pytest.param(JAPANESE, "euc_jp", "EUC-JP", id="euc-jp"),
        pytest.param(KOREAN, "cp949", "euc-kr", id="euc-kr"),
        pytest.param(KOREAN, "cp949", "ks_c_5601-1987", id="ks_c_5601"),
        pytest.param("สะพานเปิดแล้ว", "cp874", "tis-620", id="tis-620"),
    ],
)
class TestDeclaredCharset:
    def test_in_the_http_header(self, text: str, charset: str, declared: str) -> None:
        decoded = decode(text.encode(charset), declared)
        assert decoded.text == text
        assert decoded.problems == ()

    def test_in_meta_charset(self, text: str, charset: str, declared: str) -> None:
        page = f'<html><head><meta charset="{declared}"></head><body>{text}'
        decoded = decode(page.encode(charset))
        assert decoded.text == page
        assert decoded.problems == ()

    def test_in_meta_http_equiv(self, text: str, charset: str, declared: str) -> None:
        page = (
            '<META HTTP-EQUIV="Content-Type" '
            f'CONTENT="text/html; charset={declared}"><p>{text}</p>'
        )
        assert decode(page.encode(charset)).text == page


def test_xml_declaration_gives_the_charset() -> None:
    page = f'<?xml version="1.0" encoding="windows-1251"?><html><p>{RUSSIAN}</p></html>'
    assert decode(page.encode("cp1251")).text == page


def test_the_http_header_outranks_meta() -> None:
    page = f'<meta charset="koi8-r"><p>{RUSSIAN}</p>'
    decoded = decode(page.encode("cp1251"), "windows-1251")
    assert decoded.text == page


def test_meta_helps_where_the_http_header_cannot_be_true() -> None:
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'
    decoded = decode(page.encode("cp1251"), "utf-8")
    assert decoded.text == page
    assert any("utf-8" in problem for problem in decoded.problems)


@pytest.mark.parametrize(
    "declared",
    ["iso-8859-1", "windows-1252", "windows-1251", "us-ascii", "gb2312", "big5", "euc-kr", "utf8"],
)
@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, CHINESE, JAPANESE, KOREAN, "你好"])
def test_valid_utf8_is_utf8_whatever_is_declared(text: str, declared: str) -> None:
    decoded = decode(text.encode(), declared)
    assert (decoded.text, decoded.encoding) == (text, "utf-8")


def test_undeclared_utf8_needs_no_problem() -> None:
    assert decode(RUSSIAN.encode()) == (RUSSIAN, "utf-8", ())


def test_undeclared_iso_2022_jp_is_read_where_declared() -> None:
    assert decode(JAPANESE.encode("iso2022_jp"), "iso-2022-jp").text == JAPANESE


@pytest.mark.parametrize(
    "declared",
    [
        pytest.param("no-such-charset", id="unknown"),
        pytest.param("", id="empty"),
        pytest.param("   ", id="blank"),
        pytest.param("hex", id="codec of bytes"),
        pytest.param("rot13", id="codec of text"),
        pytest.param("idna", id="codec of host names"),
        pytest.param("punycode", id="punycode"),
        pytest.param("undefined", id="undefined"),
        pytest.param("utf-8\x00", id="nul"),
        pytest.param("ütf", id="not ascii"),
        pytest.param("\udc80", id="lone surrogate"),
        pytest.param("x" * 10_000, id="long"),
    ],
)
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GERMAN.encode(), id="utf-8 bytes"),
        pytest.param(GERMAN.encode("cp1252"), id="cp1252 bytes"),
        pytest.param(b"plain", id="ascii bytes"),
        pytest.param(b"\x81\xff" * 50, id="broken bytes"),
        pytest.param(b"", id="no bytes"),
    ],
)
def test_an_odd_charset_name_never_raises(declared: str, data: bytes) -> None:
    decoded = decode(data, declared)
    assert isinstance(decoded.text, str)
    if declared == "no-such-charset":
        assert any("no-such-charset" in problem for problem in decoded.problems)


@pytest.mark.parametrize("declared", ["' utf-8 '", '"UTF-8"', " utf8", "UTF-8"])
def test_quotes_and_spaces_around_a_charset_name(declared: str) -> None:
    assert decode(RUSSIAN.encode(), declared).problems == ()


def test_a_few_broken_bytes_leave_the_charset_and_are_reported() -> None:
    data = (RUSSIAN * 20).encode() + b"\xff" + RUSSIAN.encode()
    decoded = decode(data, "utf-8")
    assert decoded.text == RUSSIAN * 20 + "�" + RUSSIAN
    assert decoded.problems


def test_undeclared_windows_1252_is_read() -> None:
    text = "Der Bürgermeister sagte, die Brücke über den Fluß sei für Fußgänger geöffnet. " * 20
    decoded = decode(text.encode("cp1252"))
    assert decoded.text == text
    assert decoded.problems


def test_empty() -> None:
    assert decode(b"") == ("", "utf-8", ())


@given(st.binary(max_size=400), st.none() | st.sampled_from(["utf-8", "gbk", "cp1251", "x"]))
@settings(max_examples=150, deadline=None)
def test_decode_never_raises_and_never_loses_ascii(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    codecs.lookup(decoded.encoding)
    assert decode(data, declared) == decoded


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=150, deadline=None)
def test_utf8_comes_back(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode(), "utf-8").text == text


MARKUP = [
    pytest.param("<!DOCTYPE html><html><body>Hi</body></html>", id="page"),
    pytest.param("<!doctype html>\nHi", id="doctype alone"),
    pytest.param("<html>Hi", id="html alone"),
    pytest.param("<HTML><BODY>Hi</BODY></HTML>", id="upper case"),
    pytest.param("<p>One paragraph.</p>", id="fragment"),
    pytest.param('<div class="a">One.', id="unclosed fragment"),
    pytest.param("<br/>One.", id="void element"),
    pytest.param("<my-element>One.</my-element>", id="custom element"),
    pytest.param("</div><p>Cut off in the middle.", id="end tag first"),
    pytest.param("\n\n \t<p>One.</p>", id="white space first"),
    pytest.param("<!-- made by a robot --><p>One.</p>", id="comment first"),
    pytest.param("<!-- a -- b ---> \n<!-- c --><p>One.</p>", id="comments first"),
    pytest.param('<?xml version="1.0"?><html>Hi</html>', id="xml declaration"),
    pytest.param("\ufeff<p>One.</p>", id="byte order mark first"),
    pytest.param("First words<p>One.</p><p>Two.</p>", id="text, then paragraphs"),
    pytest.param("Line one<br>line two<br>line three<br />", id="line breaks"),
]
FLAT = [
    pytest.param("", id="empty"),
    pytest.param(" \n ", id="blank"),
    pytest.param("Bridge reopens\n\nThe bridge has reopened.", id="plain"),
    pytest.param("Use <p> for a paragraph and <br> for a break. " * 3 + "x" * 9000, id="tutorial"),
    pytest.param("The <b>bold</b> tag and the <i>italic</i> tag are inline.", id="inline tags"),
    pytest.param("if (a < b && c > d) { return a <b; }", id="code"),
    pytest.param("< 5 people came, > 3 left", id="less than"),
    pytest.param("<3 this town", id="heart"),
    pytest.param("<jane@example.org> wrote: hello", id="mail address"),
    pytest.param("<https://example.org/> has more", id="address in angle brackets"),
    pytest.param("&lt;p&gt;escaped&lt;/p&gt;", id="entities"),
    pytest.param('{"headline": "Bridge <p>reopens</p>"}', id="json"),
    pytest.param("大桥重新开放。", id="chinese"),
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_looks_like_html(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize("text", FLAT)
def test_flat_text_does_not_look_like_html(text: str) -> None:
    assert not looks_like_html(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<" * 2_000_000, id="angles"),
        pytest.param("<!--" * 500_000, id="open comments"),
        pytest.param("<!-- -->" * 300_000, id="comments"),
        pytest.param("<!--" + "-" * 2_000_000, id="dashes"),
        pytest.param(" " * 3_000_000, id="spaces"),
        pytest.param("<p " * 700_000, id="open tags"),
        pytest.param("x" * 5_000_000, id="one word"),
        pytest.param("x <p" + " a=b" * 700_000, id="endless attributes"),
    ],
)
def test_looking_is_linear(text: str) -> None:
    began = time.perf_counter()
    looks_like_html(text)
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("data", "encoding", "same"),
    [
        pytest.param(GERMAN.encode(), None, True, id="utf-8"),
        pytest.param(b"The bridge is open.", None, True, id="ascii"),
        pytest.param(codecs.BOM_UTF8 + GERMAN.encode(), None, False, id="byte order mark"),
        pytest.param(GERMAN.encode("cp1252"), "cp1252", False, id="another charset"),
        pytest.param(GERMAN.encode() + b"\xff", "utf-8", False, id="a broken byte"),
    ],
)
def test_bytes_that_the_parser_can_have_as_they_are(
    data: bytes, encoding: str | None, *, same: bool
) -> None:
    decoded = decode(data, encoding)
    assert plain_utf8(data, decoded) == (data if same else None)
