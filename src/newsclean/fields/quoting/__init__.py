"""The parts that :mod:`newsclean.fields.quotes` puts together.

:mod:`marks` and :mod:`singles` find and pair quotation marks, :mod:`language` holds a
language's words, :mod:`tokens` turns a paragraph with its quotes masked into tagged
sentences, :mod:`mentions` finds the speakers that a verb can have, :mod:`events` the
reporting verbs with their speakers, :mod:`attribution` the event that fits a quote best,
:mod:`carry` the speaker where a quote's sentence names none, :mod:`resolve` the person
behind a surname, and :mod:`credit` puts speaker, words and rule together.
"""
