"""A framed place that says that files can be dropped here."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

_WEB = ("http", "https")


def dropped_paths(data: QMimeData) -> tuple[Path, ...]:
    """Return the files of this machine that are being dragged."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def dropped_address(data: QMimeData) -> str:
    """Return the address of a web page that is being dragged, as a link or in text; else ""."""
    links = [url.toString() for url in data.urls() if url.scheme() in _WEB]
    text = data.text().strip()
    if not links and QUrl(text).scheme() in _WEB and len(text.split()) == 1:
        links = [text]
    return links[0] if links else ""


class DropArea(QFrame):
    """Only shows where; the window itself takes the drop, wherever it falls."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        label = QLabel(text)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.addWidget(label)

    def mark(self, over: bool) -> None:
        """Show that files hang over the window."""
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)
