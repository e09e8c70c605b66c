"""The parts that :mod:`newsclean.fields.quotes` puts together.

:mod:`marks` and :mod:`singles` find and pair quotation marks, :mod:`dashes` speech that a
dash shows, :mod:`blocks` block quotes; :mod:`kinds` tells speech from terms.

Where names have capitals, :mod:`language` (with :mod:`patterns`) holds a language's words,
:mod:`tokens` (with :mod:`retag`) turns a paragraph with its quotes masked into tagged
sentences, :mod:`mentions` finds the speakers that a verb can have, :mod:`events` (with
:mod:`phrases`) the reporting verbs with their speakers, each an :mod:`event`,
:mod:`attribution` the event that fits a quote best, :mod:`carry` the
speaker where a quote's sentence names none, :mod:`roles` what stands beside a name,
:mod:`resolve` the person behind a surname and :mod:`memory` the one behind "she";
:mod:`credit` puts speaker, words and rule together.

Where they have none, :mod:`frames` finds speaker and verb by their order, :mod:`titled`
parts office and name, and :mod:`framed` gives the credits.
"""
