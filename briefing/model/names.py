"""Names as they are compared: two spellings of one person's name in Latin letters."""

import re
import unicodedata

# From 0 to 100, the share of letters that two spellings have in common (rapidfuzz's `ratio`).
# Measured on romanised names: two spellings of one person reach 87 at the least, two persons of one
# surname 86 at the most. Only the safe end is merged.
SAME_PERSON = 95.0
_NOT_LETTERS = re.compile(r"[^a-z]")


def letters(name: str) -> str:
    """Return the letters a to z of a name alone, small and without accents, spaces and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _NOT_LETTERS.sub("", plain.lower())
