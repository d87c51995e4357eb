"""What stands where nothing is yet: what it is, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyPanel(QWidget):
    """A title, a hint and, where there is one thing to do, a button for it."""

    pressed = Signal()

    def __init__(self, button: str = "") -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = self._line("heading")
        self._hint = self._line("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        if button:
            act = QPushButton(button)
            act.clicked.connect(self.pressed)
            column.addSpacing(6)
            column.addWidget(act, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, hint: str) -> None:
        """Set the words."""
        self._title.setText(title)
        self._hint.setText(hint)

    @property
    def words(self) -> str:
        """What it says, in one line."""
        return f"{self._title.text()} {self._hint.text()}".strip()

    def _line(self, role: str) -> QLabel:
        label = QLabel()
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label
