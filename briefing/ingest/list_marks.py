"""The marks that open a list item in plain text: bullets and numbers."""

import re

BULLET = re.compile(r"^\s*(?:[-*•▪◦●○·‣■]|–(?=\s+[A-Z]))\s+(?=\S)")
NUMBER = re.compile(r"^\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+(?=\S)")


def list_mark(line: str) -> re.Match[str] | None:
    """Return the bullet or number that opens a list item, if one does."""
    return BULLET.match(line) or NUMBER.match(line)
