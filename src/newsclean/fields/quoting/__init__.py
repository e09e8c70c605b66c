"""The parts that :mod:`newsclean.fields.quotes` puts together.

:mod:`marks` finds and pairs quotation marks, :mod:`language` holds a language's words,
:mod:`tokens` turns a paragraph with its quotes masked into tagged tokens, :mod:`mentions`
finds the people that a verb can have for its subject, :mod:`attribution` the speaker in a
quote's own sentence, :mod:`carry` the speaker where that sentence names none, and
:mod:`resolve` the person behind a surname or a pronoun.
"""
