"""The language of the text, with the evidence for it."""

from newsclean.article import Evidence
from newsclean.fields.found import Found
from newsclean.page import Labelled


def find_language(labelled: Labelled, given: str | None = None) -> Found[str | None]:
    """The language that the page was labelled in: the caller's word (``given``), or what
    the markup declares and the text's commonest words agree with or set right."""
    language, page = labelled.language, labelled.page
    if language is None:
        return Found(None)
    if given is not None:
        return Found(language, (Evidence("language that the caller gave", "caller", given),))
    if page.language == language:
        return Found(language, (Evidence("language of the markup", "html", page.language),))
    rule = "commonest words of the text"
    if page.language:
        rule = f"{rule}; the markup says {page.language!r}"
    return Found(language, (Evidence(rule, "text"),))
