"""What newsclean raises.

::

    Exception
    ├── TypeError                    a source or an option of the wrong type
    ├── ValueError                   an option with a value that is not allowed
    └── NewscleanError
        └── MissingExtraError        an optional package is needed (also an ImportError)

A bad *page* raises nothing: it gives an :class:`~newsclean.Article` with what could be
had, and its ``problems`` say what went wrong.
"""


class NewscleanError(Exception):
    """The base of the errors that are newsclean's own."""


class MissingExtraError(NewscleanError, ImportError):
    """An optional package is not installed; the message names the extra that brings it."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"{package} is not installed: install it with  pip install 'newsclean[{extra}]'"
        )
        self.package = package
        self.extra = extra

    def __reduce__(self) -> tuple[type["MissingExtraError"], tuple[str, str]]:
        return type(self), (self.package, self.extra)


def one_of(option: str, value: object, allowed: tuple[str, ...]) -> str:
    """``value`` if it is one of ``allowed``.

    Raises TypeError for a value that is no ``str`` and ValueError for one not allowed.
    """
    if not isinstance(value, str):
        raise TypeError(f"{option} must be a str, not {type(value).__name__}")
    if value not in allowed:
        choices = ", ".join(repr(choice) for choice in allowed)
        raise ValueError(f"{option} must be one of {choices}, not {value!r}")
    return value
