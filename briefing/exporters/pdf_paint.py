"""What lies under the text of a PDF: hairlines, tints, the rule of a quotation, the timeline."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from briefing.document.style import Stylesheet
from briefing.exporters.pdf_items import Area, Paint

_DOT = 2.6  # radius, points


def hairline(style: Stylesheet) -> Paint:
    """Paint a hairline at the foot."""

    def paint(canvas: Canvas, area: Area) -> None:
        _rule(canvas, area, area.top - area.height, style.rule, 0.5)

    return paint


def table_head(style: Stylesheet) -> Paint:
    """Paint a tint between two accent rules."""

    def paint(canvas: Canvas, area: Area) -> None:
        _fill(canvas, area, style.tint)
        _rule(canvas, area, area.top, style.accent, 1)
        _rule(canvas, area, area.top - area.height, style.accent, 0.5)

    return paint


def left_rule(style: Stylesheet) -> Paint:
    """Paint the rule at the left of a quotation."""

    def paint(canvas: Canvas, area: Area) -> None:
        _fill(canvas, Area(area.x, area.top, 2.2, area.height), style.accent)

    return paint


def box(style: Stylesheet) -> Paint:
    """Paint a tinted box with a hairline around it: the analyst's own place."""

    def paint(canvas: Canvas, area: Area) -> None:
        _fill(canvas, area, style.tint)
        canvas.saveState()
        canvas.setStrokeColor(HexColor(f"#{style.rule}"))
        canvas.setLineWidth(0.5)
        canvas.rect(area.x, area.top - area.height, area.width, area.height, stroke=1, fill=0)
        canvas.restoreState()

    return paint


def timeline(style: Stylesheet, at: float, dot: float, *, first: bool, last: bool) -> Paint:
    """Paint a dot ``dot`` points below the top, and the line through it, ``at`` from the left."""

    def paint(canvas: Canvas, area: Area) -> None:
        x = area.x + at
        centre = area.top - dot
        canvas.saveState()
        canvas.setStrokeColor(HexColor(f"#{style.rule}"))
        canvas.setLineWidth(1.2)
        above = centre if first else area.top
        below = centre if last else area.top - area.height
        if above > below:
            canvas.line(x, above, x, below)
        canvas.setFillColor(HexColor(f"#{style.accent}"))
        canvas.circle(x, centre, _DOT, stroke=0, fill=1)
        canvas.restoreState()

    return paint


def _fill(canvas: Canvas, area: Area, colour: str) -> None:
    canvas.saveState()
    canvas.setFillColor(HexColor(f"#{colour}"))
    canvas.rect(area.x, area.top - area.height, area.width, area.height, stroke=0, fill=1)
    canvas.restoreState()


def _rule(canvas: Canvas, area: Area, y: float, colour: str, width: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HexColor(f"#{colour}"))
    canvas.setLineWidth(width)
    canvas.line(area.x, y, area.x + area.width, y)
    canvas.restoreState()
