"""How a dateline is read: the lexicon, dates, the grammar of a story's head, the verdict."""
