"""Optional packages, imported when they are needed."""

import importlib
from typing import Any

from newsclean.errors import MissingExtraError


def need(module: str, package: str | None = None, extra: str = "batch") -> Any:
    """The module ``module``; the error names the extra if its package is not there."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        top = module.partition(".")[0]
        if (error.name or "").partition(".")[0] != top:
            raise
        raise MissingExtraError(package or top, extra) from None
