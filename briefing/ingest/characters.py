"""What is taken out of cleaned text: control characters, direction overrides, invisible marks."""

import re

# Control characters but for tab and line ends; soft hyphen; zero-width space, word joiner and byte
# order mark; every bidirectional control (Unicode TR9), which can make a text read as it does not say.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def without_unseen(text: str) -> str:
    """Return the text without characters that are not seen, every line end as a line feed."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return the text on one line, single spaces between words, nothing unseen in it."""
    return " ".join(without_unseen(text).split())
