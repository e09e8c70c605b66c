"""What the page says about itself outside its text: metas, links, JSON-LD."""

from typing import Any

from newsclean.page import Claim


def read_claims(root: Any, url: str | None) -> tuple[list[Claim], str | None]:
    """The claims of ``<title>``, metas, links and JSON-LD, and the declared language."""
    return [], None
