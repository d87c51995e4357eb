"""The text of an Outlook message that is there as compressed RTF alone, be it a page inside RTF."""

import re
import struct

import compressed_rtf
from compressed_rtf.crc32 import crc32

from briefing.ingest.readers import rtf as rtf_reader
from briefing.ingest.readers.office.rtf_state import CHARSETS

# MS-OXRTFCP 2.1.3.1: sizes, the sort of compression, the check sum; the contents follow.
_HEAD = struct.Struct("<II4sI")
_SORTS = (b"LZFu", b"MELA")
_LARGEST = 20_000_000
_PAGE = re.compile(r"\\fromhtml1\b")
_PIECE = re.compile(
    r"\\(?:(?P<word>[a-z]{1,32})(?P<number>-?\d{1,9})? ?|'(?P<byte>[0-9a-f]{2})|(?P<sign>[^a-z]))"
    r"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.IGNORECASE,
)
_FONT = re.compile(r"\\f(\d{1,5})\b[^;{}]{0,200}?\\fcharset(\d{1,3})")
_CODEPAGE = re.compile(r"\\ansicpg(\d{1,5})")
_WORDS = {
    "par": "\r\n", "line": "\r\n", "tab": "\t", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "endash": "–", "emdash": "—", "zwj": "", "zwnj": "",
}  # fmt: skip
_SIGNS = {"~": "\xa0", "_": "‑", "{": "{", "}": "}", "\\": "\\", "-": ""}
_ASIDE = frozenset({"fonttbl", "colortbl", "stylesheet", "info", "pntext", "generator", "pict"})


def texts(compressed: bytes) -> tuple[str, str]:
    """Return the plain text and the page in compressed RTF, one of them "", both where it is none.

    A page inside RTF (MS-OXRTFEX) comes out as the page that it was.
    """
    data = _expanded(compressed)
    rtf = data.decode("latin-1")
    if not rtf.lstrip().startswith("{\\rtf"):
        return "", ""
    if _PAGE.search(rtf[:2000]):
        return "", _Page(rtf).text()
    return "\n\n".join(block.text for block in rtf_reader.read(data, "").blocks), ""


def _expanded(data: bytes) -> bytes:
    if len(data) < _HEAD.size:
        return b""
    size, whole, sort, _ = _HEAD.unpack_from(data)
    contents = data[_HEAD.size : size + 4]
    if sort not in _SORTS or whole > _LARGEST or len(contents) > _LARGEST:
        return b""
    # The library raises a bare Exception on a wrong check sum; damaged text is better than none.
    check = crc32(contents) if sort == _SORTS[0] else 0
    try:
        out = compressed_rtf.decompress(
            _HEAD.pack(len(contents) + 12, whole, sort, check) + contents
        )
    except (struct.error, IndexError, ValueError):
        return b""
    return bytes(out[:whole])


class _Page:
    """The way through RTF that holds a page: what is inside ``htmltag`` is the page's own."""

    def __init__(self, rtf: str) -> None:
        self._rtf = rtf
        found = _CODEPAGE.search(rtf[:2000])
        self._codepage = f"cp{found.group(1)}" if found else "cp1252"
        self._fonts = {
            font: CHARSETS.get(int(charset), self._codepage)
            for font, charset in _FONT.findall(rtf[:100_000])
        }
        self._font = self._codepage
        self._out: list[str] = []
        self._bytes = bytearray()
        self._skip = 0
        # Of each open group: it is aside, its text is only for RTF, the bytes after a \u to skip.
        self._groups = [(False, False, 1)]

    def text(self) -> str:
        for piece in _PIECE.finditer(self._rtf):
            self._take(piece)
        self._flush()
        return "".join(self._out)

    def _take(self, piece: re.Match[str]) -> None:
        if piece["byte"] is not None:
            self._byte(int(piece["byte"], 16))
            return
        self._flush()
        if piece["brace"]:
            self._brace(piece["brace"])
        elif piece["word"]:
            self._word(piece["word"].lower(), piece["number"])
        elif piece["sign"]:
            self._sign(piece["sign"])
        elif piece["text"]:
            text = piece["text"][self._skip :]
            self._skip = max(0, self._skip - len(piece["text"]))
            self._say(text)

    def _brace(self, brace: str) -> None:
        self._skip = 0
        if brace == "{":
            self._groups.append(self._groups[-1])
        elif len(self._groups) > 1:
            self._groups.pop()

    def _word(self, word: str, number: str | None) -> None:
        aside, only_rtf, skip = self._groups[-1]
        if word == "htmltag":
            self._groups[-1] = (False, only_rtf, skip)
        elif word == "htmlrtf":
            self._groups[-1] = (aside, number != "0", skip)
        elif word in _ASIDE:
            self._groups[-1] = (True, only_rtf, skip)
        elif word == "uc":
            self._groups[-1] = (aside, only_rtf, int(number or 1))
        elif word == "u" and number:
            self._say(chr(int(number) % 0x10000))
            self._skip = skip
        elif word == "f" and number:
            self._font = self._fonts.get(number, self._codepage)
        else:
            self._say(_WORDS.get(word, ""))

    def _sign(self, sign: str) -> None:
        if sign == "*":
            _, only_rtf, skip = self._groups[-1]
            self._groups[-1] = (True, only_rtf, skip)
        else:
            self._say(_SIGNS.get(sign, ""))

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not any(self._groups[-1][:2]):
            self._bytes.append(value)

    def _say(self, text: str) -> None:
        if not any(self._groups[-1][:2]):
            self._out.append(text)

    def _flush(self) -> None:
        if self._bytes:
            self._out.append(_decoded(bytes(self._bytes), self._font, self._codepage))
            self._bytes.clear()


def _decoded(data: bytes, font: str, codepage: str) -> str:
    for charset in (font, codepage):
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")
