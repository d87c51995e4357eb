"""UTF-8 that is damaged, or into which text in another character set was pasted."""

import re

from briefing.ingest.encodings import text_of
from briefing.ingest.guessing import likely

# RFC 3629, section 4: the well-formed sequences of two bytes, and of three or four.
_TWO = re.compile(rb"[\xc2-\xdf][\x80-\xbf]")
_MORE = re.compile(
    rb"\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
# What is left of a UTF-8 character that lost bytes, or was never well-formed.
_REMAINS = re.compile(
    rb"[\xc0\xc1\xe0-\xef][\x80-\xbf](?![\x80-\xbf])|\xed[\xa0-\xbf][\x80-\xbf]"
    rb"|[\xf0-\xf7][\x80-\xbf]{2,3}|\xff"
)
_PASTED = 65_536
# In other character sets, a pair of bytes is a UTF-8 pair by chance about one time in ten, three
# bytes almost never: pairs must be this many times as many as the bytes that are not UTF-8.
_PAIRS = 4
# Lines that are UTF-8 beyond doubt show that the file is, where they have this part of its bytes
# above ASCII: one in so many.
_SURE_SHARE = 40
_SURE_PAIRS = 6
# What Western European text in Windows-1252 has above ASCII: punctuation, currency, letters.
_WESTERN = frozenset("‘’“”–—…•€£©®°§«»·¿¡½¼¾²³´`\xa0™‚„†‡‰‹›ŒœŠšŽžŸƒ") | frozenset(
    map(chr, range(0xC0, 0x100))
)
_WESTERN_SHARE = 0.67
_LATIN = frozenset({"cp1250", "cp1254", "cp1257", "cp1258", "iso8859-2", "iso8859-15", "mac-roman"})


def as_utf8(data: bytes) -> str | None:
    """Return the characters of bytes that are UTF-8 for the most part, None where they are not.

    Lines, and words in a line, that are not UTF-8 are read in the character set that they are
    likely in; a character that cannot be told is U+FFFD.
    """
    lines = data.split(b"\n")
    if not _is_utf8(data, lines):
        return None
    pasted = _pasted(lines)
    return "\n".join(_line(line, pasted) for line in lines)


def _is_utf8(data: bytes, lines: list[bytes]) -> bool:
    two, more, broken, remains = _counts(data)
    if more >= broken - (remains if more > 3 else 0) or two >= _PAIRS * broken:
        return True
    sure = 0
    for line in lines:
        if _HIGH.search(line) and _strict(line) is not None:
            pairs, longer, *_ = _counts(line)
            sure += pairs + longer if longer or pairs >= 2 * _SURE_PAIRS else 0
    return sure * _SURE_SHARE >= two + more + broken and sure > 0


def _counts(data: bytes) -> tuple[int, int, int, int]:
    """Return the bytes in UTF-8 pairs, in longer sequences, in neither; of these, in remains."""
    longer = sum(map(len, _MORE.findall(data)))
    rest = _MORE.sub(b" ", data)
    pairs = 2 * len(_TWO.findall(rest))
    rest = _TWO.sub(b" ", rest)
    return pairs, longer, len(_HIGH.findall(rest)), sum(map(len, _REMAINS.findall(rest)))


def _strict(data: bytes) -> str | None:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _foreign(words: bytes) -> bool:
    """Tell whether words are in another character set, rather than UTF-8 that is damaged."""
    two, more, broken, remains = _counts(words)
    return broken > two + more and 2 * remains <= broken


def _runs(line: bytes) -> list[tuple[int, int]]:
    """Return where the runs of words are that each have more than ASCII in them."""
    runs: list[tuple[int, int]] = []
    at = 0
    while (high := _HIGH.search(line, at)) is not None:
        start = line.rfind(b" ", at, high.start()) + 1 or at
        at = line.find(b" ", high.start())
        at = len(line) if at < 0 else at
        if runs and start == runs[-1][1] + 1:
            start, _ = runs.pop()
        runs.append((start, at))
    return runs


def _pasted(lines: list[bytes]) -> tuple[str, ...]:
    """Return the character set that most of what is foreign is in, and that of what is not in it.

    A foreign line counts whole: the words around tell the language.
    """
    size = 0
    foreign: list[bytes] = []
    for line in lines:
        if _strict(line) is None:
            size += len(line)
            runs = [line] if _foreign(line) else [line[start:end] for start, end in _runs(line)]
            foreign += [run for run in runs if _foreign(run)]
        if size > _PASTED:
            break
    first = _likeliest(foreign)
    others = [run for run in foreign if first and _in_set(run, first) is None]
    second = _likeliest(others)
    return tuple(codec for codec in (first, second) if codec)


def _likeliest(foreign: list[bytes]) -> str | None:
    ranked = likely(b"\n".join(foreign))
    return ranked[0].codec if ranked else None


def _line(line: bytes, pasted: tuple[str, ...]) -> str:
    text = _strict(line)
    if text is not None:
        return text
    foreign = _foreign(line)
    parts: list[str] = []
    at = 0
    for start, end in _runs(line):
        parts += [line[at:start].decode(), _words(line[start:end], pasted, foreign)]
        at = end
    return "".join([*parts, line[at:].decode()])


def _words(words: bytes, pasted: tuple[str, ...], foreign: bool) -> str:
    """Return words of a line; ``foreign`` when all of the line is in another character set.

    One strange byte among UTF-8 is damage.
    """
    text = _strict(words)
    if text is None and (foreign or (_foreign(words) and len(_HIGH.findall(words)) > 1)):
        text = _read(words, pasted)
        if text is None and b" " in words:
            text = " ".join(_words(word, pasted, foreign) for word in words.split(b" "))
    return words.decode("utf-8", errors="replace") if text is None else text


def _read(words: bytes, pasted: tuple[str, ...]) -> str | None:
    """Return foreign words as characters, None where no character set fits.

    Windows-1252 comes first, unless the file has words in another Latin one: single letters above
    ASCII would be read as half of some Eastern character.
    """
    first = pasted[0] if pasted and pasted[0] in _LATIN else "cp1252"
    for codec in dict.fromkeys((first, *pasted, "cp1252")):
        text = _in_set(words, codec)
        if text is not None:
            return text
    return None


def _in_set(words: bytes, codec: str) -> str | None:
    return _west(words) if codec == "cp1252" else text_of(words, codec)


def _west(words: bytes) -> str | None:
    text = text_of(words, "cp1252")
    if text is None:
        return None
    high = [char for char in text if ord(char) > 0x7F]
    letters = sum(map(str.isalpha, text))
    fits = sum(map(str.isalpha, high)) <= max(1, _WESTERN_SHARE * letters)
    return text if fits and _WESTERN.issuperset(high) else None
