"""What is set on a PDF page: lines of text, and rows of cells; each can measure, split, draw."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

_SLACK = 0.01  # points; sums of heights are not exact


@dataclass(frozen=True, slots=True)
class Room:
    """Where something may be set, in points; ``full`` is the height of an empty page."""

    width: float
    height: float
    full: float
    at_top: bool


class Item(Protocol):
    """Something set on a page.

    ``keeps`` holds it on the page of what follows it; ``name`` is that of a heading, else "".
    """

    before: float
    after: float
    keeps: bool
    name: str

    def height(self, room: Room) -> float:
        """Return how high it is, in points."""

    def start(self, room: Room) -> float:
        """Return the least height that may stand at a page's foot."""

    def split(self, room: Room) -> "tuple[Item, Item] | None":
        """Return what fits and what is left, or None where it must not be split there."""

    def draw(self, canvas: Canvas, x: float, top: float, room: Room) -> None:
        """Draw it with its upper left corner at x, top."""


class NewPage:
    """The next item starts a page."""


class Line:
    """A paragraph of text in one style. ``opened`` is called with its place when it is drawn."""

    def __init__(
        self,
        paragraph: Paragraph,
        *,
        keeps: bool = False,
        opened: Callable[[Canvas, float, float], None] | None = None,
    ) -> None:
        self.paragraph = paragraph
        self.style: ParagraphStyle = paragraph.style
        self.before = float(self.style.spaceBefore)
        self.after = float(self.style.spaceAfter)
        self.keeps = keeps
        self.name = ""
        self.opened = opened
        self._wrapped: tuple[float, float] | None = None

    def height(self, room: Room) -> float:
        """Return the height at the width; wrapping is done once a width."""
        if self._wrapped is None or self._wrapped[0] != room.width:
            _, height = self.paragraph.wrap(room.width, room.full)
            self._wrapped = (room.width, height)
        return self._wrapped[1]

    def start(self, room: Room) -> float:
        """Return the height of two lines."""
        return min(self.height(room), 2 * float(self.style.leading))

    def split(self, room: Room) -> "tuple[Line, Line] | None":
        """Split between lines, never leaving one alone."""
        self.height(room)
        parts = self.paragraph.split(room.width, room.height)
        if len(parts) != 2:
            # reportlab forgets the wrapped lines when it finds nothing to split.
            self._wrapped = None
            return None
        above, below = parts
        if not isinstance(above, Paragraph) or not isinstance(below, Paragraph):
            return None
        first = Line(above, opened=self.opened)
        first.name = self.name
        rest = Line(below, keeps=self.keeps)
        return (first, rest) if first.height(room) <= room.height + _SLACK else None

    def draw(self, canvas: Canvas, x: float, top: float, room: Room) -> None:
        """Draw the text."""
        height = self.height(room)
        if self.opened is not None:
            self.opened(canvas, x, top)
        self.paragraph.drawOn(canvas, x, top - height)

    def last_width(self) -> float:
        """Return how far the last line reaches past its indent; only after ``height``."""
        reach = float(max(self.paragraph.getActualLineWidths0()[-1:], default=0))
        return reach - float(self.style.leftIndent) - float(self.style.rightIndent)


@dataclass(frozen=True, slots=True)
class Insets:
    """The space inside a cell, in points."""

    top: float = 0
    right: float = 0
    bottom: float = 0
    left: float = 0


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the page: x and top are its upper left corner."""

    x: float
    top: float
    width: float
    height: float


Paint = Callable[[Canvas, Area], None]


def bare(canvas: Canvas, area: Area) -> None:
    """Paint nothing."""


@dataclass(slots=True)
class Row:
    """Cells side by side, each a stack of lines.

    ``widths`` in points. ``head`` is drawn above the row where ``opening`` is set, and above the
    first row of each page. ``whole`` keeps the row on one page where a page can hold it.
    ``paint`` draws what lies under the text.
    """

    cells: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]
    insets: tuple[Insets, ...]
    paint: Paint = bare
    head: "Row | None" = None
    opening: bool = False
    whole: bool = True
    before: float = 0
    after: float = 0
    keeps: bool = False
    name: str = ""

    def height(self, room: Room) -> float:
        """Return the height of the highest cell, with the head where it is shown."""
        return self._head_height(room) + self._body_height(room)

    def start(self, room: Room) -> float:
        """Return the whole height, or as much as a split leaves at the least."""
        height = self.height(room)
        if self.whole or not self.cells:
            return min(height, room.full)
        firsts = (
            inset.top + _stack_start(cell, _inside(room, width, inset))
            for cell, width, inset in self._columns()
        )
        return min(height, self._head_height(room) + max(firsts, default=0))

    def split(self, room: Room) -> "tuple[Row, Row] | None":
        """Split the cells at the same height."""
        if self.whole and self.height(room) <= room.full:
            return None
        left = room.height - self._head_height(room)
        fitting, rest = [], []
        for cell, width, inset in self._columns():
            inner = replace(_inside(room, width, inset), height=left - inset.top - inset.bottom)
            above, below = _split_stack(cell, inner)
            # What is kept with the next goes along with it, unless it has a whole page already.
            while above and below and above[-1].keeps and not room.at_top:
                above, below = above[:-1], (above[-1], *below)
            fitting.append(above)
            rest.append(below)
        if not any(fitting) or not any(rest):
            return None
        if any(cell and not above for cell, above in zip(self.cells, fitting, strict=True)):
            return None  # a mark must not stand alone at a page's foot, its text overleaf
        return (
            replace(self, cells=tuple(fitting), after=0),
            replace(self, cells=tuple(rest), opening=False, before=0),
        )

    def draw(self, canvas: Canvas, x: float, top: float, room: Room) -> None:
        """Draw the head, what lies under the text, and the cells."""
        above = self._head_height(room)
        if above and self.head is not None:
            self.head.draw(canvas, x, top, replace(room, at_top=False))
        top -= above
        self.paint(canvas, Area(x, top, sum(self.widths), self._body_height(room)))
        for cell, width, inset in self._columns():
            y = top - inset.top
            inner = _inside(room, width, inset)
            for line in cell:
                line.draw(canvas, x + inset.left, y, inner)
                y -= line.height(inner) + line.after
            x += width

    def _columns(self) -> list[tuple[tuple[Line, ...], float, Insets]]:
        return list(zip(self.cells, self.widths, self.insets, strict=True))

    def _head_height(self, room: Room) -> float:
        shown = self.head is not None and (self.opening or room.at_top)
        return self.head.height(replace(room, at_top=False)) if shown and self.head else 0

    def _body_height(self, room: Room) -> float:
        heights = (
            inset.top + inset.bottom + _stack_height(cell, _inside(room, width, inset))
            for cell, width, inset in self._columns()
        )
        return max(heights, default=0)


def _inside(room: Room, width: float, inset: Insets) -> Room:
    return replace(room, width=width - inset.left - inset.right)


def _stack_height(lines: Sequence[Line], room: Room) -> float:
    gaps = sum(line.after for line in lines[:-1])
    return sum(line.height(room) for line in lines) + gaps


def _stack_start(lines: Sequence[Line], room: Room) -> float:
    height = 0.0
    for line in lines:
        if not line.keeps:
            return height + line.start(room)
        height += line.height(room) + line.after
    return height


def _split_stack(lines: tuple[Line, ...], room: Room) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return the lines that fit and those that do not; one of them may be split."""
    left = room.height
    for index, line in enumerate(lines):
        height = line.height(room)
        if height > left + _SLACK:
            parts = line.split(replace(room, height=left)) if left > 0 else None
            if parts is None:
                return lines[:index], lines[index:]
            return (*lines[:index], parts[0]), (parts[1], *lines[index + 1 :])
        left -= height + line.after
    return lines, ()
