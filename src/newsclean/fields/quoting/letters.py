"""Classes of letters for regular expressions."""

# The capitals of the European scripts and of Vietnamese, as the inside of a character class.
_CODES = (*range(0x41, 0x590), *range(0x1E00, 0x1F00))
UPPER = "".join(letter for letter in map(chr, _CODES) if letter.isupper())
