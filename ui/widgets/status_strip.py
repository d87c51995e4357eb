"""What goes on at the foot of the window: work under way with a way to stop it, and counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from ui.i18n import tr

_BAR_WIDTH = 160
_STAY_MS = 8000


class StatusStrip(QStatusBar):
    """A status bar with a progress bar that is there only when it is needed."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._note = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setAccessibleName(tr("Progress"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setToolTip(tr("Stop; nothing of it will be kept"))
        self.cancel_button.setProperty("small", True)
        self.cancel_button.clicked.connect(self._on_cancel)
        self._counts = QLabel()
        self._counts.setProperty("role", "muted")
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(6, 0, 0, 0)
        for part in (self._note, self._bar, self.cancel_button):
            row.addWidget(part)
        self.addPermanentWidget(self._work)
        self.addPermanentWidget(self._counts)
        self.setContentsMargins(8, 0, 8, 0)
        self._work.hide()

    def _on_cancel(self) -> None:
        self.showMessage(tr("Stopped; nothing of it was kept"), _STAY_MS)
        self.cancel_requested.emit()

    def show_progress(self, note: str, done: int, total: int) -> None:
        """Show how far work is; a total of 0 means that it is not known."""
        self._note.setText(note)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_work(self, busy: bool) -> None:
        """Show or hide the progress bar."""
        self._work.setVisible(busy)

    def show_stoppable(self, can: bool) -> None:
        """Offer to stop the work, where it can be stopped."""
        self.cancel_button.setVisible(can)

    def show_counts(self, text: str) -> None:
        """Set the words at the right."""
        self._counts.setText(text)
