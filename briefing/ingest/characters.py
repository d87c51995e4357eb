"""Characters that are not seen or disguise text: taken out of a text, or made visible."""

import re
import unicodedata

# Control characters but for tab and line ends; soft hyphen; every bidirectional control (Unicode
# Standard Annex 9): it makes a text read as it does not say.
_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# Format characters without a shape (general category Cf), the grapheme joiner, interlinear
# annotations, musical beams, tags: whole texts have been hidden in tags.
_FORMATS = (
    r"\u034f\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# Letters without a shape. Those of old Korean stay beside its letters, where they stand for one.
_FILLERS = r"\u17b4\u17b5\u3164\uffa0"
_OLD_KOREAN = r"\u115f(?![\u1160-\u11ff])|(?<![\u1100-\u115f])\u1160"
# Joiners and non-joiners shape Arabic, Indian and other joined letters, and make one emoji of two.
_JOINED = (
    r"\u0600-\u08ff\u0900-\u0dff\u0e00-\u109f\u1700-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    r"\u2190-\u2bff\ufe0f\U00010a00-\U00011fff\U0001f000-\U0001faff"
)
_JOINERS = rf"(?<![{_JOINED}])[\u200c\u200d]+|(?<=[\u200c\u200d])[\u200c\u200d]+"
# A variation selector chooses a shape of a sign or an ideograph: one, and not of a letter.
_SELECTORS = r"\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SELECTING = (
    rf"(?<![#*0-9\xa9\xae\u1800-\u18af\u2010-\u2bff\u3000-\u9fff\uf900-\ufaff"
    rf"\U00013000-\U0001fbff\U00020000-\U0003ffff])[{_SELECTORS}]+"
    rf"|(?<=[{_SELECTORS}])[{_SELECTORS}]+"
)
_UNSEEN = re.compile(f"[{_CONTROLS}{_DIRECTIONS}{_FORMATS}{_FILLERS}]")
# In this order: a joiner counts as in place only after what stays.
_OUT_OF_PLACE = (re.compile(_SELECTING), re.compile(f"{_OLD_KOREAN}|{_JOINERS}"))
_PLACED = re.compile(rf"[\u115f\u1160\u200c\u200d{_SELECTORS}]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ALL_LINE_ENDS = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]")
# Noncharacters (Unicode, section 23.7) and halves of surrogate pairs, which no UTF-8 can hold.
_NO_CHARACTERS = re.compile(
    r"[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(0x11))
    + "]"
)
# Stacks of marks run over the lines above and below. Four are more than any alphabet has; pointed
# Hebrew and Arabic have up to six.
_MARKS = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_STACKED = re.compile(
    rf"([{_MARKS}]{{4}})[{_MARKS}]+"
    r"|([\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{6})"
    r"[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+"
)
# Commands to a terminal, whole (ECMA-48): without their escape their rest would stay as text.
_COMMANDS = re.compile(
    r"\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b]{0,512}(?:\x07|\x1b\\)|[@-Z\\^_a-~])"
)
# Letters as the Macintosh and some PDF writers take them apart, and a part that tells of it.
_APART = re.compile(
    r"[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\u0622-\u06d5][\u0653-\u0655]"
    r"|[A-Za-z\xc0-\u024f\u0370-\u052f\u1e00-\u1fff][\u0300-\u036f]+|[\u3046-\u30fd][\u3099\u309a]"
)
_PART = re.compile(rf"[{_MARKS}\u0591-\u05c7\u0610-\u0655\u0e31-\u0e4e\u1161-\u1175\u3099\u309a]")

# Most texts hold nothing else, and are told from the others four times as fast as by patterns.
_PLAIN = frozenset(
    {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x250)), *"\n\t–—‘’‚“”„†•…‹›€™"} - {"\xad"}
)


def without_unseen(text: str) -> str:
    """Return the text without characters that are not seen, every line end as a line feed.

    Lone halves of characters become U+FFFD, so that the text can be written as UTF-8. Letters that
    are stored in parts (Korean syllables as jamo, Latin letters and their accents) are put together
    (Unicode normalisation form C), so that search finds them; no other character is normalised.
    """
    if _PLAIN.issuperset(text):
        return text
    if "\x1b" in text:
        text = _COMMANDS.sub("", text)
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    if text.isascii():
        return text
    if _NO_CHARACTERS.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = _NO_CHARACTERS.sub("\ufffd", text)
    if _PLACED.search(text):
        for pattern in _OUT_OF_PLACE:
            text = pattern.sub("", text)
    if _PART.search(text):
        text = _APART.sub(_put_together, _STACKED.sub(r"\1\2", text))
    return text


def _put_together(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found.group())


def one_line(text: str) -> str:
    """Return the text on one line, single spaces between words, nothing unseen in it."""
    return " ".join(without_unseen(text).split())


def for_terminal(text: str) -> str:
    r"""Return the text on one line with all that a terminal would obey made visible.

    Controls, line ends, direction marks and unseen characters are written as Python does in a
    string (``\x1b``, ``\n``, ``\u202e``). A message of several lines is given line by line.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = _STACKED.sub(r"\1\2", text)
    for pattern in (_UNSEEN, *_OUT_OF_PLACE, _NO_CHARACTERS, _ALL_LINE_ENDS):
        shown = pattern.sub(_escaped, shown)
    return shown


def _escaped(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode("ascii")
