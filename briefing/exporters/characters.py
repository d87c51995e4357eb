"""Characters as an exporter may write them: nothing that XML forbids or that has no shape."""

import re
import unicodedata
from typing import Final
from urllib.parse import quote

_KEPT: Final = "\n"
_FEW: Final = 3
_NEW_LINES: Final = {"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n"}
_ADDRESS: Final = re.compile(r"(?i)(https?|ftp|mailto):\S")
# What may stand unescaped in a web address (RFC 3986), and "%" so that escapes stay escapes.
_UNESCAPED: Final = ":/?#[]@!$&'()*+,;=%~"
_NONCHARACTERS: Final = frozenset("\ufffe\uffff")


def printable(text: str) -> str:
    r"""Return the text less control characters, lone surrogates and noncharacters.

    Every kind of line end becomes ``\n`` and a tab becomes a space, so that all formats agree.
    The set removed covers what XML 1.0 (section 2.2, production 2) forbids.
    """
    if text.isprintable():
        return text
    joined = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(_kept(character) for character in joined)


def _kept(character: str) -> str:
    if character in _KEPT:
        return character
    if character in _NEW_LINES:
        return _NEW_LINES[character]
    if character in _NONCHARACTERS or unicodedata.category(character) in {"Cc", "Cs"}:
        return ""
    return character


def one_line(text: str) -> str:
    """Return the printable text on one line, for places where a line end has no meaning."""
    return " ".join(printable(text).split("\n")).strip()


def web_address(target: str) -> str:
    """Return the target of a Link as an ASCII web address, or "" where it is none."""
    address = one_line(target)
    return quote(address, safe=_UNESCAPED) if _ADDRESS.match(address) else ""


def between_numbers(count: int) -> str:
    """Return what stands between the note numbers of one citation.

    A few numbers stay on one line with the word before them; a long row may be broken.
    """
    return ",\u00a0" if count <= _FEW else ", "
