"""Names as they are compared: two spellings of one person's name in Latin letters."""

import re
import unicodedata

# From 0 to 100, the share of letters that two spellings have in common (rapidfuzz's `ratio`).
# Measured on romanised names: two spellings of one person reach 87 at the least, two persons of one
# surname 86 at the most. Only the safe end is merged.
SAME_PERSON = 95.0
MAYBE_SAME_PERSON = 86.0  # from here on a person is asked
_NOT_LETTERS = re.compile(r"[^a-z]")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
# Letters that Unicode does not take apart into a plain one and its mark.
_PLAIN = str.maketrans(
    dict(zip("ıłøđðə", "ilodda", strict=True)) | {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th"}
)


def letters(name: str) -> str:
    """Return the letters a to z of a name alone, small and without accents, spaces and hyphens."""
    return _NOT_LETTERS.sub("", _small(name))


def slug(name: str) -> str:
    """Return a name as an id: small letters and hyphens."""
    return _NOT_IN_IDS.sub("-", _small(name)).strip("-") or "unnamed"


def _small(name: str) -> str:
    small = name.lower().translate(_PLAIN)
    return unicodedata.normalize("NFKD", small).encode("ascii", "ignore").decode()
