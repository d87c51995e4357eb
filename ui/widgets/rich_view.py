"""Shows HTML to be read: links are told, not followed; hovering shows a tip; position is kept."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QPoint, QUrl, Signal
from PySide6.QtGui import QCursor, QHelpEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QToolTip

_MEASURE = 860


class RichView(QTextBrowser):
    """A QTextBrowser that loads nothing from anywhere."""

    link_clicked = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._tips: Mapping[str, str] = {}
        self._goal = ""  # where the view was sent, until the person scrolls on
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(26)
        self.anchorClicked.connect(self._on_anchor)
        self.highlighted.connect(self._on_hover)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)

    def show_html(self, html: str, css: str, tips: Mapping[str, str]) -> None:
        """Replace what is shown and stay at the same place; ``tips`` has a text for a link."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self._tips = tips
        self.document().setDefaultStyleSheet(css)
        self.setHtml(html)
        self.document().size()  # lays the whole text out, so that the old place exists
        bar.setValue(place)

    def go_to(self, anchor: str) -> None:
        """Scroll to a named place, a little below the upper edge."""
        self._goal = anchor
        self.document().size()
        self.scrollToAnchor(anchor)
        bar = self.verticalScrollBar()
        if bar.value() < bar.maximum():
            bar.setValue(bar.value() - self.viewport().height() // 4)

    def go_to_top(self) -> None:
        """Scroll to the beginning."""
        self._goal = ""
        self.verticalScrollBar().setValue(0)

    def tip(self, link: str) -> str:
        """Return the tip of a link."""
        return self._tips.get(link, "")

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

    def _on_anchor(self, url: QUrl) -> None:
        link = url.toString()
        if link.startswith("#"):
            self.scrollToAnchor(link[1:])
        else:
            self.link_clicked.emit(link)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt calls it
        """Let the person scroll away."""
        self._goal = ""
        super().wheelEvent(event)

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
