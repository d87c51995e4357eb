"""The character set of bytes that declare none, or declare one that they are not in."""

import re
from dataclasses import dataclass

import chardet

from briefing.ingest.encodings import codec_of, plain_name, text_of

_SAMPLE = 32_768
_BEFORE = 256
_HIGH = re.compile(rb"[\x80-\xff]")
# What analysts have: the character sets of the web and of old Windows, Unix and Macintosh files.
# Those of mainframes and DOS would win by chance over what a short text really is.
_CANDIDATES = (
    *("cp949", "johab", "gb18030", "big5hkscs", "cp932", "euc_jis_2004"),
    *(f"cp{number}" for number in range(1250, 1259)),
    *(f"iso8859-{number}" for number in (2, 5, 6, 7, 8, 15)),
    *("cp874", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
)
_READ_AS = {
    "euc_kr": "cp949",
    "big5hkscs": "cp950",
    "euc_jis_2004": "euc_jp",
    "iso8859-1": "cp1252",
}
# The guesser would believe what a page declares.
_DECLARING = re.compile(rb"(?:charset|coding)(?=\s*[=:])", re.IGNORECASE)
_SHIFTED = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$B", "iso2022_jp_ext"),
    (b"\x1b$@", "iso2022_jp_ext"),
)
# A declaration is overruled where its character set is this much less likely than another.
_LESS_LIKELY = 0.3
# Foreign names in an English text have letters that several sets share; the commonest set is right.
_CENTRAL = frozenset({"cp1250", "iso8859-2", "cp1254", "cp1257", "cp1258"})
_AS_LIKELY = 0.85
_TOO_FEW = 6


@dataclass(frozen=True, slots=True)
class Likely:
    """A character set, and how likely the bytes are in it: 0 to 1, the most likely first."""

    codec: str
    share: float


def shifted(data: bytes) -> str | None:
    """Return the codec of text that is all ASCII bytes and shifts between sets, None for none."""
    if b"\x1b" not in data or not data.isascii():
        return None
    return next((codec for sign, codec in _SHIFTED if sign in data), None)


def likely(data: bytes, also: str | None = None) -> tuple[Likely, ...]:
    """Return the character sets that the bytes may be in, ``also`` among those asked about."""
    sample = _sample(data)
    if not sample:
        return ()
    asked = list(_CANDIDATES)
    if also is not None and also not in _READ_AS.values():
        asked.append(also)
    found = chardet.detect_all(
        sample, ignore_threshold=True, include_encodings=asked, no_match_encoding="cp1252"
    )
    best: dict[str, float] = {}
    for each in found:
        codec = _codec(each["encoding"])
        if codec is not None:
            best[codec] = max(best.get(codec, 0), each["confidence"])
    ranked = [Likely(codec, share) for codec, share in best.items()]
    western = best.get("cp1252", 0)
    if ranked and ranked[0].codec in _CENTRAL and western >= _AS_LIKELY * ranked[0].share:
        ranked.insert(0, Likely("cp1252", western))
    return tuple(ranked)


def agrees(data: bytes, codec: str) -> bool:
    """Tell whether bytes that declare a character set may well be in it."""
    if len(_HIGH.findall(data[:_SAMPLE])) < _TOO_FEW:
        return True
    ranked = likely(data, codec)
    if not ranked:
        return True
    share = max((each.share for each in ranked if each.codec == codec), default=0.0)
    if share >= _LESS_LIKELY * ranked[0].share:
        return True
    return text_of(data[:_SAMPLE], codec) == text_of(data[:_SAMPLE], ranked[0].codec)


def _codec(name: str | None) -> str | None:
    if name is None:
        return None
    codec = codec_of(name) or plain_name(name)
    return _READ_AS.get(codec, codec)


def _sample(data: bytes) -> bytes:
    """Return lines that have more than ASCII in them, up to a fixed number of bytes."""
    gathered: list[bytes] = []
    room = _SAMPLE
    at = 0
    while room > 0 and (high := _HIGH.search(data, at)) is not None:
        first = high.start()
        left = max(at, first - _BEFORE)
        start = max(left, data.rfind(b"\n", left, first) + 1)
        end = data.find(b"\n", first, first + room) + 1
        at = end or min(len(data), first + room)
        gathered.append(data[start:at])
        room -= at - first
    return _DECLARING.sub(b"", b"".join(gathered))
