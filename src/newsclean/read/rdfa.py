"""RDFa (``typeof``, ``property``) to Claims, as far as news pages use it."""

from typing import Any

from newsclean.page import Claim

# Properties of schema.org and rNews that a field may be made from.
_WANTED = frozenset(
    "author creator name headline alternativeheadline description datepublished datecreated "
    "datemodified articlesection keywords publisher genre isaccessibleforfree jobtitle".split()
)
# Of Dublin Core, which Drupal writes, what the same things are called there. A bare "date"
# there is the node's creation.
_DUBLIN_CORE = {
    "created": "datecreated",
    "date": "datecreated",
    "issued": "datepublished",
    "modified": "datemodified",
    "title": "headline",
}
_CORE_PREFIXES = ("dc", "dct", "dcterms")
_PREFIXES = ("", "schema", "rnews", "s", "newsarticle")
# A claim's text is a name or a date; longer ones are containers.
_LENGTH = 300


def read_rdfa(root: Any) -> list[Claim]:
    """One claim for each wanted property inside a typed element, in the page's order.

    Metas of Open Graph, which are RDFa as well, are left to :mod:`newsclean.read.head`.
    """
    if not root.xpath("boolean(//@typeof)"):
        return []
    claims: list[Claim] = []
    for element in root.xpath("//*[@typeof]//*[@property]"):
        names = [name for one in element.get("property").split() if (name := _name(one))]
        if not names:
            continue
        value = _value(element)
        if not value or len(value) > _LENGTH:
            continue
        scope = _scope(element)
        claims += [Claim("rdfa", name, value, scope) for name in dict.fromkeys(names)]
    return claims


def _name(written: str) -> str | None:
    """The property without prefix, in lower case; None for those that nothing asks for."""
    base, _, name = written.lower().rstrip("/").replace("http://schema.org/", "").rpartition(":")
    if base in _CORE_PREFIXES:
        return _DUBLIN_CORE.get(name)
    return name if base in _PREFIXES and name in _WANTED else None


def _value(element: Any) -> str:
    get = element.get
    text = get("content") or get("datetime")
    if text is None:
        text = "".join(element.itertext())
    return " ".join(text.split())


def _scope(element: Any) -> str:
    """The types around ``element``, innermost first: ``"Person NewsArticle"``."""
    types = []
    for ancestor in element.iterancestors():
        kinds = ancestor.get("typeof")
        if kinds:
            # An element can be of several types; the last one is the most telling.
            types.append(kinds.split()[-1].rpartition("/")[2].rpartition(":")[2])
    return " ".join(types)
