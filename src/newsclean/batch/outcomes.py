"""The row law, in one process: a document in, exactly one outcome out."""

from time import perf_counter

from newsclean.batch.document import Document, Failure, Outcome, Status, failed
from newsclean.batch.options import Extraction

# As `find_confidence` has it: at one half a page is as likely an article as not.
_ARTICLE = 0.5
# Looked at for bytes that no text has: where a picture or an archive shows itself.
_HEAD = 4096
_WIDE_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32-le",
    b"\x00\x00\xfe\xff": "utf-32-be",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
# Escape is left out: some Asian charsets are made with it.
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32)})
# Compressed data have one control character in nine bytes, text has none; one in thirty is
# a text with flaws.
_FLAWS = 30
_MAGIC = (
    *(b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"PK\x03\x04", b"\x1f\x8b"),
)


def outcome_of(document: Document, how: Extraction) -> Outcome:
    """What comes of ``document``. No document raises."""
    why = document.failure or _unfit(document.data, how)
    if why is not None:
        return failed(document, Status.ERROR, why)
    start = perf_counter()
    try:
        article = how.extractor(
            document.data,
            url=document.url,
            kind=document.kind if document.kind != "auto" else how.kind,
            encoding=document.encoding,
            language=document.language or how.language,
            now=how.now,
        )
    # An extractor may raise anything, SystemExit included: it is this document's affair.
    except BaseException as error:
        return failed(document, Status.ERROR, Failure.of(error), _ms(start))
    if not (article.body or article.chrome or article.title):
        status = Status.EMPTY
    else:
        status = Status.OK if article.confidence >= _ARTICLE else Status.NOT_ARTICLE
    return Outcome(
        document.id,
        status,
        article,
        None,
        None,
        _ms(start),
        document.url,
        document.source,
        document.record_id,
        document.offset,
    )


def _unfit(data: bytes | str, how: Extraction) -> Failure | None:
    """Why ``data`` is not even tried."""
    if len(data) > how.max_bytes:
        return too_large(len(data), how.max_bytes)
    head = data[:_HEAD]
    if _is_binary(head) if isinstance(head, bytes) else _was_binary(head):
        return Failure("NotText", "the document is binary data")
    return None


def too_large(size: int, limit: int) -> Failure:
    """The failure of a document that is larger than the limit."""
    return Failure("TooLarge", f"{size} bytes; the limit is {limit}")


def _was_binary(head: str) -> bool:
    """Whether a string is binary data that somebody decoded: of a column of text, say."""
    data = head.encode("latin-1", "replace")
    return data.startswith(_MAGIC) or _controls(data) * _FLAWS > len(data)


def _controls(head: bytes) -> int:
    return len(head) - len(head.translate(None, _CONTROLS))


def _is_binary(head: bytes) -> bool:
    if head.startswith(_MAGIC):
        return True
    controls = _controls(head)
    if controls * _FLAWS <= len(head):
        return False
    for mark, encoding in _WIDE_MARKS.items():
        if head.startswith(mark):
            # Chance makes a mark of the first bytes, but no text behind it.
            text = head[len(mark) :].decode(encoding, "replace")
            flaws = sum(1 for char in text if not (char.isprintable() or char.isspace()))
            return (flaws + text.count("\ufffd")) * _FLAWS > len(text)
    # UTF-16 without a mark has a NUL for every other byte of markup.
    nuls = max(head[0::2].count(0), head[1::2].count(0))
    return nuls != controls or nuls * 10 < len(head) * 3


def _ms(start: float) -> float:
    return round((perf_counter() - start) * 1000, 1)
