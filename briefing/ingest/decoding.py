"""Bytes to characters: byte order marks, declared character sets, then careful guesses."""

import codecs
import re

import charset_normalizer

from briefing.model.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.I
)
_HEAD = 4096
_WIDE_SHARE = 0.8
# A broken character a thousand bytes is a damaged copy; more is another character set.
_TOLERATED = 1000
# What Western European text in Windows-1252 has above ASCII: punctuation, currency, letters.
_WESTERN = frozenset("‘’“”–—…•€£©®°§«»·¿¡½¼¾²³´`\xa0™‚„†‡‰‹›ŒœŠšŽžŸƒ") | frozenset(
    map(chr, range(0xC0, 0x100))
)


def has_mark(data: bytes) -> bool:
    """Tell whether the bytes begin with a Unicode byte order mark."""
    return any(data.startswith(mark) for mark, _ in _MARKS)


def is_wide(data: bytes) -> str | None:
    """Return the name of the UTF-16 form that the bytes have without saying so, None for none.

    In Latin text every second byte is then zero, and the others are not.
    """
    head = data[:_HEAD]
    half = len(head) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd >= _WIDE_SHARE * half and even <= (1 - _WIDE_SHARE) * half / 2:
        return "utf-16-le"
    if even >= _WIDE_SHARE * half and odd <= (1 - _WIDE_SHARE) * half / 2:
        return "utf-16-be"
    return None


def decode(data: bytes, name: str) -> str:
    """Return the characters of a document, without a byte order mark.

    Order: byte order mark; UTF-16 by its zero bytes; UTF-8; the character set that the page
    declares; damaged UTF-8; Windows-1252 where it gives Western European text; the best guess of
    charset_normalizer.
    Raises SourceError when none of them fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = is_wide(data)
    if wide is not None:
        return data.decode(wide, errors="replace")
    for attempt in (_strict_utf8, _declared, _damaged_utf8, _western, _guessed):
        text = attempt(data)
        if text is not None:
            return text
    raise SourceError(
        "The characters of “{name}” cannot be told from its bytes.",
        "Save it again as UTF-8 text and read that.",
        name=name,
    )


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _strict_utf8(data: bytes) -> str | None:
    return _try(data, "utf-8")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    return _try(data, found.group(1).decode("ascii")) if found else None


def _damaged_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", errors="replace")
    broken = text.count("�")
    whole = sum(1 for char in text if ord(char) > 0x7F) - broken
    return text if broken <= 1 + len(data) // _TOLERATED and whole > broken else None


def _western(data: bytes) -> str | None:
    text = _try(data, "cp1252")
    if text is None:
        return None
    high = [char for char in text if ord(char) > 0x7F]
    return text if len(high) * 8 <= len(text) and _WESTERN.issuperset(high) else None


def _guessed(data: bytes) -> str | None:
    best = charset_normalizer.from_bytes(data).best()
    return None if best is None else str(best)
