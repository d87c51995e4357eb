"""What goes on at the foot of the window: work under way with a way to stop it, and counts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from ui.i18n import tr

_BAR_WIDTH = 160
_NOTE_WIDTH = 300
_STAY_MS = 8000


class StatusStrip(QStatusBar):
    """A status bar with a progress bar that is there only when it is needed."""

    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keeps = False
        self.note = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setAccessibleName(tr("Progress"))
        self.stop_button = QPushButton(tr("Stop"))
        self.stop_button.setProperty("small", True)
        self.stop_button.clicked.connect(self._on_stop)
        self._counts = QLabel()
        self._counts.setProperty("role", "muted")
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(6, 0, 0, 0)
        for part in (self.note, self._bar, self.stop_button):
            row.addWidget(part)
        self.addPermanentWidget(self._work)
        self.addPermanentWidget(self._counts)
        self.setContentsMargins(8, 0, 8, 0)
        self._work.hide()

    def _on_stop(self) -> None:
        if self._keeps:
            # It may take a while until all that was read is kept.
            self.stop_button.setEnabled(False)
            self.stop_button.setToolTip(tr("It is stopping; what was done so far is being kept"))
            self.showMessage(tr("Stopping: what was done so far is being kept…"))
        else:
            self.showMessage(tr("Stopped; nothing of it was kept"), _STAY_MS)
        self.stop_requested.emit()

    def show_progress(self, note: str, done: int, total: int) -> None:
        """Show how far work is, and what is at hand; a total of 0 means that it is not known."""
        count = tr("{done} of {total}", done=f"{done:,}", total=f"{total:,}") if total else ""
        words = " · ".join(part for part in (count, note) if part)
        metrics = QFontMetrics(self.note.font())
        self.note.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, _NOTE_WIDTH))
        self.note.setToolTip(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_work(self, busy: bool) -> None:
        """Show or hide the progress bar."""
        self._work.setVisible(busy)

    def show_stoppable(self, can: bool, keeps: bool) -> None:
        """Offer to stop the work, where it can be stopped, and say what then becomes of it."""
        self._keeps = keeps
        self.stop_button.setVisible(can)
        self.stop_button.setEnabled(can)
        self.stop_button.setToolTip(
            tr("Stop; what was done so far is kept")
            if keeps
            else tr("Stop; nothing of it will be kept")
        )

    def show_counts(self, text: str) -> None:
        """Set the words at the right."""
        self._counts.setText(text)
