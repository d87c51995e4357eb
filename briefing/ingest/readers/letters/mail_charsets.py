"""Characters of mail: of a part with a declared character set, and of its header lines."""

import email.errors
import email.header
import re
from email.message import Message

from briefing.ingest.characters import one_line
from briefing.ingest.decoding import Decoded, decode
from briefing.model.errors import SourceError

# What senders name is often an older and smaller set than the one they use (WHATWG, Encoding).
_LARGER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601-1989": "cp949",
    "ksc5601": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-2022-jp": "iso2022_jp_2",
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
    "windows-874": "cp874",
    "x-mac-roman": "mac_roman",
}
# Named by mail programs that do not know; the bytes tell more.
_EMPTY_WORDS = frozenset({
    "", "us-ascii", "ascii", "iso-8859-1", "latin1", "latin-1", "windows-1252", "cp1252",
    "unknown-8bit", "unknown", "default", "x-unknown", "8bit", "binary", "utf-8", "utf8", "none",
})  # fmt: skip
# These use bytes of ASCII alone, so that their text looks like UTF-8.
_SEVEN_BITS = ("iso-2022", "iso2022", "utf-7", "utf7", "hz")
_LONGEST_HEADER = 20_000
_ESCAPED = re.compile("[\udc80-\udcff]")


def characters(data: bytes, charset: str | None, name: str) -> Decoded:
    """Return the characters of a part of a mail.

    UTF-8 is believed where the bytes are UTF-8, the declared set where it fits them, else what
    the bytes themselves look like. Raises SourceError where nothing fits.
    """
    said = (charset or "").strip(" \t\"'").lower()
    seven = said.startswith(_SEVEN_BITS)
    if not seven and _strictly(data, "utf-8") is not None:
        return decode(data, name)
    if said not in _EMPTY_WORDS:
        text = _strictly(data, _LARGER.get(said, said))
        if text is not None:
            return Decoded(text)
    if seven:
        return Decoded(data.decode(_LARGER.get(said, "ascii"), errors="replace"))
    return decode(data, name)


def header_text(raw: object, charset: str | None = None) -> str:
    """Return a header's value on one line, its encoded words (RFC 2047) decoded; "" for none.

    Bytes that were sent as they are, are read with ``charset`` where they fit it.
    """
    if raw is None:
        return ""
    value = _whole(" ".join(str(raw)[:_LONGEST_HEADER].split()), charset)
    if "=?" not in value:
        return one_line(value)
    try:
        pieces = email.header.decode_header(value)
    except (email.errors.HeaderParseError, ValueError):
        return one_line(value)
    return one_line("".join(_word(piece, charset) for piece, charset in pieces))


def header(message: Message, name: str, charset: str | None = None) -> str:
    """Return the first header of a name as ``header_text`` does.

    The message's own way gives bytes beyond ASCII away.
    """
    values = (value for key, value in message.raw_items() if key.lower() == name.lower())
    return header_text(next(values, None), charset)


def mend(message: Message, name: str) -> None:
    """Put characters in the place of bytes in a header, so that it can be taken apart."""
    for key, value in message.raw_items():
        if key.lower() == name.lower() and _ESCAPED.search(str(value)):
            message.replace_header(name, _whole(str(value)[:_LONGEST_HEADER], None))
            return


def _word(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    if charset is None:
        return piece.decode("raw-unicode-escape", errors="replace")
    try:
        return characters(piece, charset, "").text
    except SourceError:
        return piece.decode("ascii", errors="replace")


def _whole(value: str, charset: str | None) -> str:
    """Return a value whose bytes beyond ASCII were sent as they are, without encoded words."""
    if not _ESCAPED.search(value):
        return value
    data = value.encode("utf-8", errors="surrogateescape")
    try:
        return characters(data, charset, "").text
    except SourceError:
        return data.decode("utf-8", errors="replace")


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError, ValueError):
        return None
