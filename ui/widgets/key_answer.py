"""The keys of a disabled action: pressing them tells why it is disabled, in place of silence."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QWidget


class KeyAnswer(QShortcut):
    """Listens only while the action does not: Qt takes a disabled action's keys away."""

    refused = Signal(str)  # why, as the action's status tip has it

    def __init__(self, action: QAction, window: QWidget) -> None:
        super().__init__(action.shortcut(), window)
        self._action = action
        self.activated.connect(self._answer)
        action.enabledChanged.connect(self._listen)
        self._listen(action.isEnabled())

    def _listen(self, enabled: bool) -> None:
        self.setEnabled(not enabled)

    def _answer(self) -> None:
        self.refused.emit(self._action.statusTip())
