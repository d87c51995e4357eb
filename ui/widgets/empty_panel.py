"""What stands where nothing is yet: what it is, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

_WITH_WORDS = Qt.FocusPolicy.StrongFocus


class EmptyPanel(QWidget):
    """A title, a hint and, while there is one thing to do, a button for it."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = self._line("heading")
        self._hint = self._line("muted")
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setAutoDefault(False)
        self.button.hide()
        self.button.clicked.connect(self.pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(6)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, title: str, hint: str, button: str = "") -> None:
        """Set the words; without any on the button there is none."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.button.setFocusPolicy(_WITH_WORDS if button else Qt.FocusPolicy.NoFocus)

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
