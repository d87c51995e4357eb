"""The lines of text on a page of a PDF, each with its place, type size and weight."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

# PDFium writes U+FFFE for a hyphen that ends a line, and no line end after it.
_LINE = re.compile("[^\r\n\ufffe]+")
_BOLD_NAME = re.compile(r"bold|black|heavy|-bd\b|semibd|demi", re.IGNORECASE)
_HYPHENS = "-\u2010\xad"
_NAME_LENGTH = 128
_INVISIBLE_MODE = 3
_WORD_START = re.compile(r"(?<=\s)\S")
_MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_NO_NOTE = re.compile(r"(?:\d|\b(?:k?m|cm|mm|ft|mi|yd|CO|H))$")
# In type sizes: a space between words stretched to fill a line is narrower than this.
_GAP = 1.2
_RAISED = 0.2
_NARROW = 2.5


class Piece(NamedTuple):
    """A stretch of a line between two wide gaps; x in points."""

    text: str
    left: float
    right: float


class Line(NamedTuple):
    """A line of text. Places in points from the lower left, y at the foot of its letters.

    ``hyphen``: a hyphen at its end is cut off. ``hidden``: nobody sees it on the page. ``turned``:
    it runs in another direction than the page. ``pieces`` are two or more where wide gaps part it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    hyphen: bool = False
    hidden: bool = False
    turned: bool = False
    pieces: tuple[Piece, ...] = ()


class PageLines(NamedTuple):
    """The lines of a page in the order in which the document draws them, and the page's edges."""

    lines: tuple[Line, ...]
    left: float
    right: float
    bottom: float
    top: float


class _Spot(NamedTuple):
    """A character: its point on the line, size, quarter turns to the left, font, and object."""

    x: float
    y: float
    size: float
    turns: int
    font: int
    hidden: bool


Box = tuple[float, float, float, float]


def page_lines(page: pypdfium2.PdfPage) -> PageLines:
    """Return the lines of a page; what stands askew or upright beside them is marked turned."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        stretches = list(_stretches(text))
        gauge = _Gauge(textpage, text, len(stretches))
        found = [gauge.line(*each) for each in stretches]
    finally:
        textpage.close()
    edges: Box = page.get_bbox()
    weights: Counter[int] = Counter()
    for line, turns in found:
        weights[turns] += len(line.text)
    main = weights.most_common(1)[0][0] if weights else 0
    left, bottom, right, top = _turned(edges, main)
    lines = tuple(
        line._replace(turned=turns != main, hidden=line.hidden or _outside(line, edges, turns))
        if turns != main or _outside(line, edges, turns)
        else line
        for line, turns in found
    )
    # PDFium gives text that runs down a page from its last line to its first.
    rising = sum(1 for above, line in pairwise(lines) if line.base > above.base)
    if main and 2 * rising > len(lines):
        lines = lines[::-1]
    return PageLines(lines, left, right, bottom, top)


def _stretches(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield the lines: where each begins, its text without outer spaces, whether it is broken."""
    for found in _LINE.finditer(text):
        line = found.group()
        bare = line.strip()
        if not bare:
            continue
        start = found.start() + len(line) - len(line.lstrip())
        broken = text[found.end() : found.end() + 1] == "\ufffe"
        if bare[-1] in _HYPHENS and bare[-2:-1].isalnum():
            bare, broken = bare[:-1], True
        yield start, bare, broken


class _Gauge:
    """Asks PDFium for the places of single characters, as few as will do."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, text: str, lines: int) -> None:
        self._raw = textpage.raw
        count = textpage.count_chars()
        self._even = count == len(text)
        self._units = None if text.isascii() else _units(text)
        # Where there is one stroke a line, no line needs a closer look.
        strokes = pdfium.FPDFText_CountRects(self._raw, 0, count)
        self._mixes = strokes != lines
        self._bold: dict[int, bool] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = ctypes.byref(self._matrix)
        self._loose = pdfium.FS_RECTF()
        self._loose_at = ctypes.byref(self._loose)

    def line(self, start: int, text: str, broken: bool) -> tuple[Line, int]:
        """Return the line that begins at a place in the page's text, and its quarter turns."""
        middle = len(text) // 2
        if text[middle].isspace():
            middle += 1
        spot = self._spot(start + middle)
        first, last = self._box(start), self._box(start + len(text) - 1)
        base = spot.y
        if spot.turns:
            first, last = _turned(first, spot.turns), _turned(last, spot.turns)
            base = _turned_point(spot.x, spot.y, spot.turns)[1]
        left = first[0] if first[0] < last[0] else last[0]
        right = last[2] if last[2] > first[2] else first[2]
        bold = self._is_bold(spot.font)
        if not math.isfinite(left + right + base + spot.size):
            return Line(text, 0.0, 0.0, 0.0, 1.0, bold=False, hidden=True), 0
        line = Line(text, left, right, base, spot.size, bold, broken, spot.hidden)
        if self._mixes and not spot.turns:
            count = self._count(start, len(text))
            if count > 1:
                line = self._mixed(line, start, text, count)
        return line, spot.turns

    def _mixed(self, line: Line, start: int, text: str, count: int) -> Line:
        """Return a line drawn in several strokes with its gaps and note marks told."""
        boxes = [self._stroke(at) for at in range(count)]
        bold = line.bold and all(
            self._is_bold(self._spot(start + at).font) for at in (0, len(text) - 1)
        )
        if any(self._raised(box, line) for box in boxes):
            noted = self._noted(line, start, text)
        else:
            noted = text
        gaps = [b[0] for a, b in pairwise(boxes) if b[0] - a[2] > _GAP * line.size]
        pieces = self._pieces(line, start, text, gaps) if gaps else ()
        return line._replace(bold=bold, text=noted, pieces=pieces)

    def _raised(self, box: Box, line: Line) -> bool:
        low, narrow = box[1] > line.base + _RAISED * line.size, box[2] - box[0]
        return low and narrow < _NARROW * line.size

    def _noted(self, line: Line, start: int, text: str) -> str:
        """Return the text with raised numbers and stars in brackets: "end.[1]", not "end.1"."""
        done: list[str] = []
        after = 0
        for found in _MARK.finditer(text):
            left, bottom, _, top = self._tight(start + found.start())
            if bottom <= line.base + _RAISED * line.size or top - bottom > 0.6 * line.size:
                continue
            if _NO_NOTE.search(text[: found.start()]):
                continue
            done += [text[after : found.start()].rstrip(), f"[{found.group()}]"]
            after = found.end()
            if left <= line.left + 1 and not text[after : after + 1].isspace():
                done.append(" ")
        return "".join([*done, text[after:]])

    def _pieces(self, line: Line, start: int, text: str, gaps: list[float]) -> tuple[Piece, ...]:
        cuts: list[int] = []
        for found in _WORD_START.finditer(text):
            box = self._tight(start + found.start())
            if len(cuts) < len(gaps) and box[0] >= gaps[len(cuts)] - 0.5:
                cuts.append(found.start())
        pieces: list[Piece] = []
        for begin, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
            piece = text[begin:end].strip()
            if piece:
                left = line.left if begin == 0 else self._box(start + begin)[0]
                right = self._box(start + begin + len(piece) - 1)[2]
                pieces.append(Piece(piece, left, right))
        return tuple(pieces) if len(pieces) > 1 else ()

    def _index(self, at: int) -> int:
        """Return PDFium's number of a character; it counts some that it leaves out of its text."""
        if self._even:
            return at
        units = self._units[at] if self._units else at
        return max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._raw, units)))

    def _spot(self, at: int) -> _Spot:
        index, raw, matrix = self._index(at), self._raw, self._matrix
        # Its last two numbers are the point on the line at which the character stands.
        pdfium.FPDFText_GetMatrix(raw, index, self._matrix_at)
        scale = math.hypot(matrix.c, matrix.d)
        size = pdfium.FPDFText_GetFontSize(raw, index) * scale or 1.0
        turns = 0
        if matrix.b or matrix.a < 0:
            turns = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        drawn = pdfium.FPDFText_GetTextObject(raw, index)
        if not drawn:
            return _Spot(matrix.e, matrix.f, size, turns, 0, hidden=False)
        hidden = pdfium.FPDFTextObj_GetTextRenderMode(drawn) == _INVISIBLE_MODE
        font = pdfium.FPDFTextObj_GetFont(drawn)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._bold:
            self._bold[key] = _names_bold(font)
        return _Spot(matrix.e, matrix.f, size, turns, key, hidden)

    def _is_bold(self, font: int) -> bool:
        return self._bold.get(font, False)

    def _box(self, at: int) -> Box:
        loose = self._loose
        pdfium.FPDFText_GetLooseCharBox(self._raw, self._index(at), self._loose_at)
        return loose.left, loose.bottom, loose.right, loose.top

    def _tight(self, at: int) -> Box:
        sides = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetCharBox(self._raw, self._index(at), *map(ctypes.byref, sides))
        left, right, bottom, top = (side.value for side in sides)
        return left, bottom, right, top

    def _count(self, start: int, length: int) -> int:
        first = self._index(start)
        count = length if self._even else self._index(start + length - 1) + 1 - first
        return int(pdfium.FPDFText_CountRects(self._raw, first, count))

    def _stroke(self, number: int) -> Box:
        sides = [ctypes.c_double() for _ in range(4)]
        pdfium.FPDFText_GetRect(self._raw, number, *map(ctypes.byref, sides))
        left, top, right, bottom = (side.value for side in sides)
        return left, bottom, right, top


def _units(text: str) -> list[int] | None:
    """Return how many 16-bit units stand before each character; None where it is one a character.

    PDFium counts in them, and characters beyond U+FFFF take two.
    """
    if max(text) <= "\uffff":
        return None
    return list(accumulate((1 + (char > "\uffff") for char in text), initial=0))


def _names_bold(font: object) -> bool:
    if not font:
        return False
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    return _BOLD_NAME.search(buffer.value.decode("utf-8", "replace")) is not None


def _outside(line: Line, edges: Box, turns: int) -> bool:
    left, bottom, right, top = _turned(edges, turns)
    return line.right < left or line.left > right or line.base < bottom or line.base > top


def _turned(box: Box, turns: int) -> Box:
    if turns == 0:
        return box
    a, b = _turned_point(box[0], box[1], turns), _turned_point(box[2], box[3], turns)
    return min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _turned_point(x: float, y: float, turns: int) -> tuple[float, float]:
    """Return a point of a page turned back by quarter turns."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[turns]
