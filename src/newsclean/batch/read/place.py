"""What every reader is given: a stream, where it stands, and the options."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol

from newsclean.batch.document import Document, Failure
from newsclean.batch.options import Reading
from newsclean.batch.read.seen import Seen


@dataclass
class Place:
    """A file, or a member of one, that is being read."""

    source: str
    """The file, as the user named it."""
    options: Reading
    member: str = ""
    """Path inside the file: ``"pages.tar!a/b.html"`` has the member ``"a/b.html"``."""
    depth: int = 0
    passed_over: Counter[str] = field(default_factory=Counter)
    """What is no document, counted by the reason."""
    _members: Seen = field(default_factory=Seen)
    _repeated: int = 0

    @property
    def name(self) -> str:
        """What the format is told by."""
        return self.member.rpartition("!")[2] or self.source

    @property
    def id(self) -> str:
        """The beginning of ids."""
        return f"{self.source}!{self.member}" if self.member else self.source

    def inside(self, member: str) -> "Place":
        """A member of this. Archives may hold a name twice: ids still differ."""
        if not self._members.add(member):
            self._repeated += 1
            member = f"{self._repeated}~/{member}"
        path = f"{self.member}!{member}" if self.member else member
        return Place(self.source, self.options, path, self.depth + 1, self.passed_over)

    def document(self, part: int | str | None = None, /, **values: Any) -> Document:
        """A document that stands here, in the part ``part``."""
        own = self.id if part is None else f"{self.id}#{part}"
        return Document(own, source=self.source, **values)

    def broken(
        self, error_type: str, message: str, part: int | str | None = None, /, **values: Any
    ) -> Document:
        """What stands here and could not be read."""
        return self.document(part, failure=Failure(error_type, message), **values)


class Reader(Protocol):
    """Reads one format."""

    def __call__(self, stream: BinaryIO, place: Place) -> Iterator[Document]:
        """The documents of ``stream``, in an order that is always the same."""
