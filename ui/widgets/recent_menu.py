"""A menu of what was opened last, filled anew each time it opens."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from ui.i18n import tr


class RecentMenu(QMenu):
    """Asks ``recent`` for the paths; tells which of them is wanted, or that none should be kept."""

    chosen = Signal(object)  # a Path
    forget_requested = Signal()

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title)
        self.recent: Callable[[], Sequence[Path]] = tuple
        self._nothing = nothing
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        recent = self.recent()
        for path in recent:
            action = self.addAction(f"{path.stem} — {path.parent}".replace("&", "&&"))
            action.triggered.connect(partial(self.chosen.emit, path))
        if not recent:
            self.addAction(self._nothing).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(tr("Forget these")).triggered.connect(self.forget_requested)
