"""Fields for typing that speak up when the person pauses or leaves, not at every key."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_PAUSE_MS = 600


class _Pause(QObject):
    """Fires when typing rests."""

    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.rested)

    def touch(self) -> None:
        """Wait anew: a key was pressed."""
        self._timer.start()

    def end(self) -> None:
        """Say it now if it is still to be said."""
        if self._timer.isActive():
            self._timer.stop()
            self.rested.emit()

    @property
    def pending(self) -> bool:
        """Whether something is still to be said."""
        return self._timer.isActive()


class LineField(QLineEdit):
    """One line of text."""

    committed = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptDrops(False)
        self._pause = _Pause(self)
        self.textEdited.connect(self._pause.touch)
        self._pause.rested.connect(self._commit)
        self.editingFinished.connect(self._pause.end)

    def show_text(self, text: str) -> None:
        """Show a text from elsewhere, unless the person is typing: then theirs is fresher."""
        # Spaces at the ends are not kept, but must not vanish under the person's hands.
        if not self._pause.pending and self.text().strip() != text.strip():
            self.setText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Speak up when the person leaves."""
        super().focusOutEvent(event)
        self._pause.end()
        self.left.emit()

    def finish(self) -> None:
        """Say now what is still to be said."""
        self._pause.end()

    def _commit(self) -> None:
        self.committed.emit(self.text())


class AreaField(QPlainTextEdit):
    """Several lines of text; Tab moves on."""

    committed = Signal(str)
    left = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self._pause = _Pause(self)
        self._shown = ""
        self.textChanged.connect(self._on_text)
        self._pause.rested.connect(self._commit)

    def show_text(self, text: str) -> None:
        """Show a text from elsewhere, unless the person is typing: then theirs is fresher."""
        if self._pause.pending or self.toPlainText().strip() == text.strip():
            return
        self._shown = text
        self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt calls it
        """Speak up when the person leaves."""
        super().focusOutEvent(event)
        self._pause.end()
        self.left.emit()

    def finish(self) -> None:
        """Say now what is still to be said."""
        self._pause.end()

    def _on_text(self) -> None:
        if self.toPlainText() != self._shown:
            self._pause.touch()

    def _commit(self) -> None:
        self._shown = self.toPlainText()
        self.committed.emit(self._shown)
