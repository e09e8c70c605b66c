"""Folds by publisher, across corpora: a publisher's pages are all in one fold."""

import zlib

from benchmarks.documents import Document, host_of

FOLDS = 5

# Second-level labels under which publishers register: example.co.uk, example.com.au.
_SHARED = frozenset("co com org net gov edu ac or ne go gob gouv".split())


def publisher_of(host: str) -> str:
    """The name that a publisher registered, without its suffix: ``"example"`` for both
    ``www.example.co.uk`` and ``news.example.de``, which often share their system."""
    labels = [label for label in host.lower().split(".") if label and label != "www"]
    if len(labels) < 2:
        return "".join(labels)
    labels.pop()
    if len(labels) > 1 and labels[-1] in _SHARED:
        labels.pop()
    return labels[-1]


def fold_of(host: str) -> int:
    """The fold of a host, from 0 to FOLDS - 1; stable across machines and versions."""
    return zlib.crc32(publisher_of(host).encode()) % FOLDS


def fold_of_document(document: Document) -> int:
    """The fold of a page of the corpora, by the host of its address where that is known."""
    return fold_of(host_of(document.url) or document.host)


def publisher_of_document(document: Document) -> str:
    """The publisher of a page of the corpora."""
    return publisher_of(host_of(document.url) or document.host)
