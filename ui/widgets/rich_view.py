"""Shows HTML to be read: links are told, not followed; hovering shows a tip; position is kept."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QHelpEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QToolTip

from ui.i18n import tr

_MEASURE = 860


class RichView(QTextBrowser):
    """A QTextBrowser that loads nothing from anywhere.

    A paragraph that begins with ``<a name="…">`` is a place. What is shown stays where it was when
    the HTML is replaced and the place at the top is still there. With ``caret`` the arrow keys move
    a text cursor, so that the menu key can ask about the place that it stands in.
    """

    link_clicked = Signal(str)
    menu_requested = Signal(object, str)  # a QMenu to be filled, the place that it is asked for

    def __init__(self, name: str, *, caret: bool = False) -> None:
        super().__init__()
        self._tips: Mapping[str, str] = {}
        self._goal = ""  # where the view was sent, until the person scrolls on
        self._caret = caret
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(26)
        if caret:
            by_keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(self.textInteractionFlags() | by_keyboard)
        self.anchorClicked.connect(self._on_anchor)
        self.highlighted.connect(self._on_hover)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)

    def show_html(self, html: str, css: str, tips: Mapping[str, str]) -> None:
        """Replace what is shown and stay at the same place; ``tips`` has a text for a link."""
        bar = self.verticalScrollBar()
        value = bar.value()
        top = self.cursorForPosition(QPoint(0, 0)).block()
        place, above = _name(top), value - self._height_of(top)
        at = _name(self.textCursor().block())
        self._tips = tips
        self.document().setDefaultStyleSheet(css)
        self.setHtml(html)
        self.document().size()  # lays the whole text out, so that the old place exists
        self._put_caret(at)
        found = self._block(place)
        # At the very top one wants to stay at the very top, whatever came in there.
        bar.setValue(self._height_of(found) + above if value and found.isValid() else value)

    def go_to(self, anchor: str) -> None:
        """Scroll to a named place, a little below the upper edge."""
        self._goal = anchor
        self.document().size()
        self._put_caret(anchor)
        self.scrollToAnchor(anchor)
        bar = self.verticalScrollBar()
        if bar.value() < bar.maximum():
            bar.setValue(bar.value() - self.viewport().height() // 4)

    def go_to_top(self) -> None:
        """Scroll to the beginning."""
        self._goal = ""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def tip(self, link: str) -> str:
        """Return the tip of a link."""
        return self._tips.get(link, "")

    def place_at(self, where: QPoint) -> str:
        """Return the place under a point of the viewport; empty where there is none."""
        return _name(self.cursorForPosition(where).block())

    def place_of_caret(self) -> str:
        """Return the place that the text cursor stands in; empty where it is none."""
        return _name(self.textCursor().block())

    def put_caret(self, place: str) -> None:
        """Move the text cursor to a place, and bring it into view."""
        self._put_caret(place)
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to read, however wide the window is."""
        spare = max(0, self.width() - _MEASURE)
        self.setViewportMargins(spare // 2, 0, spare // 2, 0)
        super().resizeEvent(event)
        if self._goal:
            # Other line breaks move the place, and a pane that just opened finds its width late.
            self.go_to(self._goal)

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing: what is shown came in as text."""
        return

    def event(self, event: QEvent) -> bool:
        """Answer a request for a tooltip with the tip of the link under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(self.anchorAt(event.pos()), event.globalPos())
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy, and what the owner of the view adds."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            self.ensureCursorVisible()
        where = self.cursorRect().bottomLeft() if by_key else event.pos()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        place = self.place_of_caret() if by_key else self.place_at(event.pos())
        self.menu_requested.emit(menu, place)
        if not menu.isEmpty():
            menu.addSeparator()
        copy = menu.addAction(tr("Copy"))
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        menu.addAction(tr("Select All")).triggered.connect(self.selectAll)
        menu.popup(self.viewport().mapToGlobal(where))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the person scroll away."""
        self._goal = ""
        super().wheelEvent(event)

    def _on_anchor(self, url: QUrl) -> None:
        link = url.toString()
        if link.startswith("#"):
            self.scrollToAnchor(link[1:])
        else:
            self.link_clicked.emit(link)

    def _on_scrolled(self) -> None:
        self._goal = ""

    def _on_hover(self, url: QUrl) -> None:
        self._show_tip(url.toString(), QCursor.pos())

    def _show_tip(self, link: str, where: QPoint) -> None:
        text = self._tips.get(link, "")
        if text:
            lines = "<br>".join(escape(line) for line in text.splitlines())
            QToolTip.showText(where, f"<qt>{lines}</qt>", self)
        else:
            QToolTip.hideText()

    def _height_of(self, block: QTextBlock) -> int:
        return round(self.document().documentLayout().blockBoundingRect(block).top())

    def _block(self, place: str) -> QTextBlock:
        block = self.document().begin() if place else QTextBlock()
        while block.isValid() and place not in _names(block):
            block = block.next()
        return block

    def _put_caret(self, place: str) -> None:
        """Move the text cursor without scrolling."""
        block = self._block(place) if self._caret else QTextBlock()
        if block.isValid():
            bar = self.verticalScrollBar()
            value = bar.value()
            self.setTextCursor(QTextCursor(block))
            bar.setValue(value)


def _names(block: QTextBlock) -> list[str]:
    """Return the names in a paragraph, in order."""
    found: list[str] = []
    pieces = block.begin()
    while not pieces.atEnd():
        found += pieces.fragment().charFormat().anchorNames()
        pieces += 1
    return found


def _name(block: QTextBlock) -> str:
    return next(iter(_names(block)), "")
