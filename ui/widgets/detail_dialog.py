"""A dialog that tells something in words, with details that can be read and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr

_WIDTH = 520


class DetailDialog(QDialog):
    """Opened with ``open()``: it holds up the window but not the program."""

    def __init__(self, title: str, message: str, hint: str, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.message = message
        self.hint = hint
        self.details = details
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        column.addWidget(self._label(message, "heading"))
        if hint:
            column.addWidget(self._label(hint, ""))
        if details:
            box = QPlainTextEdit(details)
            box.setReadOnly(True)
            box.setTabChangesFocus(True)
            box.setAccessibleName(tr("Details"))
            column.addWidget(box)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        copy = QPushButton(tr("Copy"))
        copy.setToolTip(tr("Copy all of this to the clipboard"))
        copy.clicked.connect(self._on_copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _on_copy(self) -> None:
        parts = (self.message, self.hint, self.details)
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))
