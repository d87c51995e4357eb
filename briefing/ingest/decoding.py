"""Bytes to characters: byte order marks, UTF-8, what is declared if it is so, then a guess."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.ingest import mojibake
from briefing.ingest.encodings import Declaration, declared, described, text_of
from briefing.ingest.guessing import agrees, likely, shifted
from briefing.ingest.mixed import as_utf8
from briefing.ingest.wide import is_wide as is_wide
from briefing.model.errors import SourceError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Bytes that no text has but by accident: controls other than tab, line ends, backspace, shifts.
_NO_TEXT = re.compile(rb"[\x00-\x07\x10-\x1a\x1c-\x1f\x7f]")
_HEAD = 65_536
_NO_TEXT_SHARE = 50
_FEW = 8
_PASTED = (
    "Parts of the text are in another character set than the rest; "
    "they were read in the one that they are most likely in."
)
# More damage than this, and the character set is another one.
_MOST_BROKEN = 20


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a document; ``notices`` say in words what was guessed or repaired."""

    text: str
    notices: tuple[str, ...] = ()


def has_mark(data: bytes) -> bool:
    """Tell whether the bytes begin with a Unicode byte order mark."""
    return any(data.startswith(mark) for mark, _ in MARKS)


def is_binary(data: bytes) -> bool:
    """Tell whether the bytes are no text in any character set; a stray zero byte is no matter."""
    if has_mark(data) or is_wide(data):
        return False
    head = data[:_HEAD]
    strange = len(_NO_TEXT.findall(head))
    return strange > _FEW and strange * _NO_TEXT_SHARE > len(head)


def marked_text(data: bytes) -> str:
    """Return the bytes as characters of which those of ASCII are right, at once and for any bytes.

    Enough to look for tags and marks, whatever the character set turns out to be.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return data.decode(is_wide(data) or "latin-1", errors="replace")


def decode(data: bytes, name: str, *, repair: bool = True) -> Decoded:
    """Return the characters of a document, without a byte order mark.

    Order: byte order mark; UTF-16 and UTF-32 by their bytes; UTF-8; UTF-8 that is damaged or has
    other text pasted into it; the declared character set, where the bytes may be in it; the most
    likely one. With ``repair``, text that was garbled before is repaired where that is certain;
    without it, the characters are exactly those of the bytes.
    Raises SourceError for bytes that are no text.
    """
    text, notices = _characters(data, name)
    if repair:
        repaired = mojibake.repair(text)
        text, notices = repaired.text, (*notices, *repaired.notices)
    return Decoded(text, (*notices, *_damage(text)))


def _characters(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    wide = is_wide(data)
    if wide is not None:
        return data.decode(wide, errors="replace"), ()
    if is_binary(data):
        raise _no_text(name)
    text = _shifted(data) or text_of(data, "utf-8")
    if text is not None:
        return text, ()
    text = as_utf8(data)
    if text is not None:
        return text, () if text == data.decode("utf-8", errors="replace") else (_PASTED,)
    said = declared(data)
    for codec in _sets(data, said.codec if said else None):
        text = text_of(data, codec) or _nearly(data, codec)
        if text is not None:
            return text, _guess(said, codec)
    raise _no_text(name)


def _shifted(data: bytes) -> str | None:
    codec = shifted(data)
    return text_of(data, codec) if codec else None


def _sets(data: bytes, said: str | None) -> Iterator[str]:
    """Yield the character sets to try, the most trusted first; UTF-8 was tried already."""
    if said == "utf-8":
        said = None
    if said is not None and agrees(data, said):
        yield said
    for each in likely(data, said):
        yield each.codec


def _nearly(data: bytes, codec: str) -> str | None:
    """Return the characters of bytes of which a few are damaged, None for more than a few."""
    text = data.decode(codec, errors="replace")
    high = sum(1 for char in text if ord(char) > 0x7F)
    return text if text.count("�") * _MOST_BROKEN <= high else None


def _guess(said: Declaration | None, codec: str) -> tuple[str, ...]:
    if said is None:
        return (f"The character set was not declared; it was read as {described(codec)}.",)
    if said.codec == codec:
        return ()
    return (
        f"The character set is declared as {said.label}, which the bytes are not; "
        f"it was read as {described(codec)}.",
    )


def _damage(text: str) -> tuple[str, ...]:
    count = text.count("�")
    if not count:
        return ()
    if count == 1:
        return ("1 character is damaged and shown as �.",)
    return (f"{count:,} characters are damaged and shown as �.",)


def _no_text(name: str) -> SourceError:
    return SourceError(
        "The characters of “{name}” cannot be told from its bytes.",
        "Save it again as UTF-8 text and read that.",
        name=name,
    )
