"""The shape that every field function returns."""

from typing import Generic, NamedTuple, TypeVar

from newsclean.article import Evidence

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A field's value and where it came from.

    Evidence that names a block and a span *claims* that stretch of the page: it is then
    shown by the field, and does not appear in ``Article.chrome``. The first evidence is
    the one that decided; others repeat the value elsewhere on the page.
    """

    value: T
    evidence: tuple[Evidence, ...] = ()
