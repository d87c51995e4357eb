"""Lays out the ways to a file: an action a format, which says why when it cannot be."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.i18n import tr
from ui.pages.export.presenter import ExportPresenter
from ui.widgets.key_answer import KeyAnswer
from ui.widgets.menu_entry import allow, name_tip

_KEYS = ("Ctrl+E", "Ctrl+Shift+E")


class ExportActions(QObject):
    """Passive: shown in the File menu and behind the Export button."""

    asked = Signal(str, str)  # name and suffix of the format
    refused = Signal(str)  # why not: the keys were pressed all the same

    def __init__(self, presenter: ExportPresenter, window: QWidget) -> None:
        super().__init__(window)
        self.actions: tuple[QAction, ...] = tuple(
            self._made(place, name, suffix, window)
            for place, (name, suffix) in enumerate(presenter.formats())
        )
        presenter.export_allowed.connect(self.allow)
        self.allow(presenter.why_not())

    def allow(self, reason: str) -> None:
        """Enable the actions, or say why they are not."""
        for action in self.actions:
            allow(action, reason)

    def _made(self, place: int, name: str, suffix: str, window: QWidget) -> QAction:
        action = QAction(tr("Export as {name}…", name=name), window)
        action.setObjectName(f"export{suffix}")
        name_tip(action, tr("Write the briefing to a file"))
        action.triggered.connect(partial(self.asked.emit, name, suffix))
        if place < len(_KEYS):
            action.setShortcut(QKeySequence(_KEYS[place]))
            KeyAnswer(action, window).refused.connect(self.refused)
        return action
