"""The lines of a PDF's table of contents: a heading, dots, and its page."""

from collections.abc import Mapping

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from briefing.document.style import Stylesheet
from briefing.exporters.pdf_items import Line, Room
from briefing.exporters.pdf_styles import Look
from briefing.exporters.survey import Entry


class ContentsLine:
    """One heading with its page, which has to be known by the time it is drawn; it is a link."""

    keeps = False
    before = 0.0
    name = ""

    def __init__(
        self, line: Line, look: Look, entry: Entry, pages: Mapping[str, int], style: Stylesheet
    ) -> None:
        self.after = line.after
        self._line = line
        self._look = look
        self._entry = entry
        self._pages = pages
        self._style = style

    def height(self, room: Room) -> float:
        """Return the height of the heading's text."""
        return self._line.height(room)

    def start(self, room: Room) -> float:
        """Return the height, for a line of the contents is not split."""
        return self.height(room)

    def split(self, room: Room) -> None:
        """Say that it is not split."""

    def draw(self, canvas: Canvas, x: float, top: float, room: Room) -> None:
        """Draw text, dots and page number, and lay the link over them."""
        height = self.height(room)
        self._line.draw(canvas, x, top, room)
        style = self._look.style
        number = str(self._pages.get(self._entry.key, ""))
        right = x + room.width
        base = top - height + float(style.leading) - float(style.fontSize)
        canvas.saveState()
        canvas.setFillColor(style.textColor)
        canvas.setFont(self._look.face, style.fontSize)
        canvas.drawRightString(right, base, number)
        start = x + float(style.leftIndent) + self._line.last_width() + 6
        end = right - canvas.stringWidth(number, self._look.face, style.fontSize) - 6
        canvas.setStrokeColor(HexColor(f"#{self._style.rule}"))
        canvas.setLineWidth(0.7)
        canvas.setDash(0.6, 2.6)
        if end > start:
            canvas.line(start, base + 1, end, base + 1)
        canvas.restoreState()
        canvas.linkRect("", self._entry.key, (x, top - height, right, top), relative=0)
