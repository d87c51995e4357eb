"""Text garbled before it came here (UTF-8 read as another character set): repaired or reported."""

import re
from collections import Counter
from dataclasses import dataclass

import ftfy
from ftfy.badness import is_bad

# The first character of a garbled one is the first byte of its UTF-8 form in some Latin, Greek,
# Cyrillic or Macintosh set, and one of the other bytes follows: no C1 control, no second accented
# letter or mark in a row, nothing to look at more closely.
_MAYBE = re.compile(
    "[\x80-\x84\x86-\x9f]"
    "|[\xc2-\xf4ĂĹĎāĆß][\x80-\xff\u0100-\u024f\u02c6-\u02dd\u2010-\u2122]|[ÂÃ][ \xa0]"
    "|вЂ|[ГРС][\u0080-\u00bf\u0402-\u040f\u0452-\u045f\u0490\u0491\u2010-\u2122]"
    "|β€|[ΓΞΟ][\u0080-\u00bf\u2010-\u2122]|[√≈]|‚[ÄàâÅ]|¬[†©®£•≠]|[├┬╬]|Γ[ÇÉ]"
)
# An accented letter in quotation marks and a power after a sign are meant, though they look alike.
_MEANT = re.compile(r"(?<!\w)[“‘„«][\xc0-\u052f][”’“‘»](?!\w)|×[²³]")
# One such place alone may be meant: a letter before a closing quotation mark or a dash.
_DOUBTFUL = re.compile("[^\\W_]?[\u2010-\u2122«»\\s]*")
_BLANKED = b" " * 0x80 + bytes(range(0x80, 0x100))
_BROKEN = re.compile("[^\x00-\x7f]+")
# U+FFFD itself, as UTF-8 read once more: what it stood for is gone.
_LOST = re.compile("占쏙옙|占쎈|占쎌|锟斤拷|ï¿½")
_SAMPLE = 200_000


def _pairs(codec: str) -> frozenset[str]:
    """Return the characters that two bytes of a Korean or Chinese UTF-8 character are in a set."""
    pairs = (bytes((lead, trail)) for lead in range(0xE4, 0xEE) for trail in range(0x80, 0xC0))
    return frozenset(pair.decode(codec, errors="ignore") for pair in pairs) - {""}


_EASTERN = re.compile("[\u4e00-\u9fff\uac00-\ud7a3]")
_SYLLABLE = re.compile("[\uac00-\ud7a3]")
_AS_KOREAN = _pairs("cp949")
_AS_CHINESE = _pairs("gb18030")
# Good Chinese and Japanese have up to 6 and 2 in a hundred of these, misread text 13 to 48.
_GARBLED_SHARE = 0.12
_FEWEST = 12


@dataclass(frozen=True, slots=True)
class Repaired:
    """The text as it should be, and in words what was repaired or is lost."""

    text: str
    notices: tuple[str, ...] = ()


def repair(text: str) -> Repaired:
    """Return the text with garbled characters repaired, where it is certain what they were.

    Nothing else changes. A text of which nothing is garbled comes back as it is.
    """
    strange = _not_ascii(text)
    lost = _lost(strange)
    if not (_MAYBE.search(strange) or "Â " in text or "Ã " in text):
        return Repaired(text, lost)
    lines = text.split("\n")
    changed = {
        number: fixed for number, line in enumerate(lines) if (fixed := _fixed(line)) is not None
    }
    places = sum(_places(lines[number], fixed) for number, fixed in changed.items())
    if not places or (places == 1 and all(_doubtful(lines[n], f) for n, f in changed.items())):
        return Repaired(text, lost)
    whole = "\n".join(changed.get(number, line) for number, line in enumerate(lines))
    where = "1 place" if places == 1 else f"{places:,} places"
    notice = (
        "Characters that had been garbled (UTF-8 read as another character set) were repaired "
        f"in {where}."
    )
    return Repaired(whole, (notice, *_lost(whole)))


def _not_ascii(text: str) -> str:
    """Return the runs of other characters, a line each.

    Twenty times as fast as a pattern on a page that is mostly tags, and then all that is looked at.
    """
    runs = text.encode("utf-8", "surrogatepass").translate(_BLANKED).split()
    return b"\n".join(runs).decode("utf-8", "surrogatepass")


def _fixed(line: str) -> str | None:
    if line.isascii() or not _MAYBE.search(line) or _MEANT.search(line):
        return None
    if not is_bad(line):
        return None
    fixed = ftfy.fix_encoding(line)
    return None if fixed == line else fixed


def _places(line: str, fixed: str) -> int:
    gone = Counter(_BROKEN.findall(line)) - Counter(_BROKEN.findall(fixed))
    return max(1, gone.total())


def _doubtful(line: str, fixed: str) -> bool:
    gone = Counter(_BROKEN.findall(line)) - Counter(_BROKEN.findall(fixed))
    return all(len(run) < 3 and _DOUBTFUL.fullmatch(run) for run in gone)


def _lost(text: str) -> tuple[str, ...]:
    if text.isascii():
        return ()
    count = len(_LOST.findall(text))
    if not count and not _misread(text[:_SAMPLE]):
        return ()
    return (
        "Some of the text had been garbled before it was saved, and cannot be repaired; "
        "look for a better copy.",
    )


def _misread(text: str) -> bool:
    """Tell whether the ideographs and syllables are those that misread UTF-8 gives."""
    eastern = _EASTERN.findall(text)
    if len(eastern) < _FEWEST:
        return False
    most = _GARBLED_SHARE * len(eastern)
    korean = len(_SYLLABLE.findall(text)) > most
    return sum(map(_AS_CHINESE.__contains__, eastern)) > most or (
        korean and sum(map(_AS_KOREAN.__contains__, eastern)) > most
    )
