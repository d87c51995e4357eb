"""What is taken out of cleaned text: control characters, direction overrides, invisible marks."""

import re

# Control characters but for tab and line ends; soft hyphen; zero-width space, word joiner and byte
# order mark; every bidirectional control (Unicode TR9): it makes a text read as it does not say.
_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = r"\u200b\u2060-\u2065\ufeff\ufff9-\ufffb"
_UNSEEN = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_INVISIBLE}]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def without_unseen(text: str) -> str:
    """Return the text without characters that are not seen, every line end as a line feed."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return the text on one line, single spaces between words, nothing unseen in it."""
    return " ".join(without_unseen(text).split())
