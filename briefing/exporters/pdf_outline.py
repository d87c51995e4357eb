"""The outline of a PDF, gathered while its headings are drawn."""

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from briefing.exporters.survey import Entry


class Outline:
    """The outline of one drawing."""

    def __init__(self) -> None:
        self._level = -1

    def opener(self, entry: Entry) -> Callable[[Canvas, float, float], None]:
        """Return what makes the place of a heading and its line in the outline."""

        def opened(canvas: Canvas, x: float, top: float) -> None:
            canvas.bookmarkPage(entry.key, fit="XYZ", left=0, top=top + 6, zoom=0)
            # An outline cannot skip a level downwards.
            self._level = min(entry.level - 1, self._level + 1)
            canvas.addOutlineEntry(entry.text, entry.key, self._level, closed=self._level > 0)

        return opened
