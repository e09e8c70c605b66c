"""The language of the article.

Labels need the language before any field does, so that the work is done in
:mod:`newsclean.label.language`; the name is kept here beside the other fields.
"""

from newsclean.label.language import find_language

__all__ = ["find_language"]
