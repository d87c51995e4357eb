"""Sets items on pages from top to bottom; turns the page where the next does not fit."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

from briefing.exporters.pdf_items import Item, NewPage, Room

_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and the frame that text stands in, all in points from the lower left corner."""

    width: float
    height: float
    left: float
    bottom: float
    line: float
    column: float


@dataclass(slots=True)
class Press:
    """Holds the place on the page; ``furnish`` draws the page's head and foot.

    Without a canvas it only finds out on which page each heading comes to stand: ``pages``.
    """

    canvas: Canvas | None
    sheet: Sheet
    furnish: Callable[[Canvas], None]
    pages: dict[str, int] = field(default_factory=dict)
    _page: int = 1
    _used: float = 0
    _after: float = 0
    _queue: deque[Item | NewPage] = field(default_factory=deque)

    def run(self, items: Iterable[Item | NewPage]) -> None:
        """Set all items and finish the last page."""
        self._queue = deque(items)
        while self._queue:
            item = self._queue.popleft()
            if isinstance(item, NewPage):
                if self._used:
                    self._turn()
            else:
                self._place(item)
        self._turn()

    def _place(self, item: Item) -> None:
        if self._used and item.keeps and not self._holds(item):
            self._turn()
        room = self._room(item)
        if item.height(room) <= room.height + _SLACK:
            self._draw(item)
            return
        parts = item.split(room)
        if parts is not None:
            self._draw(parts[0])
            self._turn()
            self._queue.appendleft(parts[1])
        elif self._used:
            self._turn()
            self._queue.appendleft(item)
        else:
            # Higher than a page and not to be split: let it run over rather than lose it.
            self._draw(item)
            self._turn()

    def _holds(self, item: Item) -> bool:
        """Tell whether the page has room for the item and the start of what it is kept with."""
        room = self._room(item)
        needed = item.height(room)
        below = Room(room.width, room.height, room.full, at_top=False)
        after = item.after
        for following in self._queue:
            if isinstance(following, NewPage):
                break
            needed += max(after, following.before)
            if not following.keeps:
                needed += following.start(below)
                break
            needed += following.height(below)
            after = following.after
        return needed <= room.height + _SLACK or needed > room.full

    def _room(self, item: Item) -> Room:
        left = self.sheet.column - self._used - self._gap(item)
        return Room(self.sheet.line, left, self.sheet.column, at_top=not self._used)

    def _gap(self, item: Item) -> float:
        return max(self._after, item.before) if self._used else 0

    def _draw(self, item: Item) -> None:
        room = self._room(item)
        used = self._used + self._gap(item)
        top = self.sheet.bottom + self.sheet.column - used
        if item.name:
            self.pages[item.name] = self._page
        if self.canvas is not None:
            item.draw(self.canvas, self.sheet.left, top, room)
        self._used = used + item.height(room)
        self._after = item.after

    def _turn(self) -> None:
        if self.canvas is not None:
            self.furnish(self.canvas)
            self.canvas.showPage()
        self._page += 1
        self._used = 0
        self._after = 0
