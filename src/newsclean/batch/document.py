"""What goes into a batch, and what came of it: documents and their outcomes."""

from enum import StrEnum
from typing import NamedTuple

from newsclean.article import Article


class Status(StrEnum):
    """What became of a document."""

    OK = "ok"
    EMPTY = "empty"
    """It holds no text."""
    NOT_ARTICLE = "not an article"
    """Its fields are there, but ``Article.confidence`` is below one half."""
    ERROR = "error"
    """It could not be read, or an exception was raised on it."""
    TIMEOUT = "timeout"
    """It took longer than the limit; its worker was killed."""
    CRASHED = "crashed"
    """It brought its worker down: a segmentation fault, an abort, the kernel's OOM killer."""


FAILED = frozenset({Status.ERROR, Status.TIMEOUT, Status.CRASHED})
"""The statuses of documents that gave no article."""


class Failure(NamedTuple):
    """Why a document gave no article."""

    error_type: str
    message: str

    @classmethod
    def of(cls, error: BaseException) -> "Failure":
        """What an exception tells."""
        try:
            message = str(error)
        except Exception:
            message = "(its message cannot be shown)"
        return cls(error_name(error), message)


def error_name(error: BaseException) -> str:
    """The name of an exception's class; with its module where it is called just "error"."""
    name = type(error).__name__
    return f"{type(error).__module__.lstrip('_')}.{name}" if name.lower() == "error" else name


class Document(NamedTuple):
    """A page as a reader found it."""

    id: str
    """Where it stands; no two documents of a batch share it: ``"a.warc.gz#1024"``."""
    data: bytes | str = b""
    """The page."""
    kind: str = "auto"
    """``"html"``, ``"text"`` or ``"auto"``."""
    url: str | None = None
    """Where it was found."""
    encoding: str | None = None
    """The charset that its HTTP header gave."""
    language: str | None = None
    """ISO 639-1 code, where the archive tells."""
    source: str | None = None
    """The file that it was read from."""
    record_id: str | None = None
    """The archive's own id of it: ``WARC-Record-ID``, the value of an id column."""
    offset: int | None = None
    """WARC: offset in the file of the record, or of the compressed member that holds it.
    Tables and lines: the number of the row, from 0."""
    failure: Failure | None = None
    """Set where the reader could not read it; ``data`` is then what could be had of it."""

    @property
    def size(self) -> int:
        """Roughly the bytes that it takes."""
        return len(self.data) + 200


class Outcome(NamedTuple):
    """What came of a document: exactly one for each."""

    id: str
    status: Status
    article: Article | None = None
    """None where ``status`` is error, timeout or crashed."""
    error_type: str | None = None
    """Name of the exception's class (with its module where that is just ``error``); for what
    was no exception ``"Timeout"``, the name of the signal (``"SIGSEGV"``), ``"Exit"`` or what
    the reader says (``"Damaged"``)."""
    error_message: str | None = None
    elapsed_ms: float = 0.0
    """Time that the extraction took."""
    url: str | None = None
    """Where the page was found, as the input says; ``article.url`` is the canonical one."""
    source: str | None = None
    record_id: str | None = None
    offset: int | None = None


def failed(document: Document, status: Status, why: Failure, elapsed_ms: float = 0.0) -> Outcome:
    """The outcome of a document that gave no article."""
    return Outcome(
        document.id,
        status,
        None,
        why.error_type,
        why.message[:2000],
        elapsed_ms,
        document.url,
        document.source,
        document.record_id,
        document.offset,
    )
