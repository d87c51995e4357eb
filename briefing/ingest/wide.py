"""UTF-16 and UTF-32 without a mark: told by the characters that their bytes would be."""

import re

_HEAD = 4096
# A text of any length has a space or a line end, whose other bytes are zero, or an ideographic
# comma or full stop: bytes that no other character set has in text.
_SIGNS = re.compile(rb"[\x00\x01\x02\x0c]")
# The characters that texts are made of: letters of living scripts with their marks, ideographs in
# use, syllables, punctuation. Rare ones are left out, since they are what bytes give by chance.
_USUAL = re.compile(
    "[\\t\\n\\r -~\xa0-\u024f\u02bb-\u02dd\u0300-\u0323\u0370-\u03ff\u0400-\u052f\u0531-\u058a"
    "\u0591-\u05f4\u060c-\u06f9\u0900-\u0e5b\u10d0-\u10ff\u1e00-\u1ef9\u200b-\u200f\u2010-\u2044"
    "\u20a0-\u20c0\u2103\u2116\u2122\u2190-\u2193\u2200-\u2265\u2460-\u2473\u25a0-\u25cf"
    "\u3000-\u3011\u3014-\u301b\u3041-\u30ff\u3131-\u318e\u4e00-\u9fff\uac00-\ud7a3\uff01-\uffe6"
    "\U0001f300-\U0001faff]"
)
_USUAL_SHARE = 0.95
_ASCII_PAIR = re.compile("[\u2020-\u2f7e\u3120-\u7e7e]")
_ASCII_SHARE = 0.6
_PLAIN = re.compile("[\\t\\n\\r -~\u0e01-\u0e5b\u3001\u3002\uff0c]")


def is_wide(data: bytes) -> str | None:
    """Return the codec of UTF-16 or UTF-32 that the bytes have without saying so, None for none."""
    head = data[:_HEAD]
    if len(head) < 4 or not _SIGNS.search(head):
        return None
    for codecs in (("utf-32-le", "utf-32-be"), ("utf-16-le", "utf-16-be")):
        scored = [(_score(head, codec), codec) for codec in codecs]
        best, codec = max(scored)
        if best > 0:
            return codec
    return None


def _score(head: bytes, codec: str) -> float:
    """Return how far the bytes read as text in the codec, 0 where they do not."""
    unit = 4 if codec.startswith("utf-32") else 2
    text = head[: len(head) // unit * unit].decode(codec, errors="replace").rstrip("\ufffd")
    if not text:
        return 0
    usual = len(_USUAL.findall(text)) / len(text)
    plain = len(_PLAIN.findall(text)) / len(text)
    if usual < _USUAL_SHARE:
        return 0
    if unit == 2 and (not plain or _of_ascii_bytes(text)):
        return 0
    return usual + plain


def _of_ascii_bytes(text: str) -> bool:
    """Tell whether the characters are pairs of ASCII bytes: Latin text, taken two by two."""
    pairs = [char for char in _ASCII_PAIR.findall(text) if 0x20 <= ord(char) & 0xFF <= 0x7E]
    return len(pairs) >= _ASCII_SHARE * len(text)
