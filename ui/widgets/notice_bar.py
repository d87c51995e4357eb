"""A line over the desk that tells something worth knowing, with what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from ui.i18n import tr
from ui.widgets.icon_button import IconButton


@dataclass(frozen=True, slots=True)
class NoticeAct:
    """A button of a notice."""

    label: str
    do: Callable[[], None]


class NoticeBar(QFrame):
    """Shows one notice at a time, until it is dismissed or another comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._acts: list[QPushButton] = []
        self._dismissed: Callable[[], None] | None = None
        self.dismiss_button = IconButton("close", tr("Dismiss this note"))
        self.dismiss_button.clicked.connect(self._on_dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 7, 8, 7)
        self._row.setSpacing(8)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.dismiss_button)
        self.hide()

    @property
    def text(self) -> str:
        """What is being told."""
        return self._text.text()

    def tell(
        self,
        text: str,
        acts: tuple[NoticeAct, ...] = (),
        dismissed: Callable[[], None] | None = None,
    ) -> None:
        """Show a notice; ``dismissed`` is called when the person closes it."""
        self._clear_acts()
        self._text.setText(text)
        self._dismissed = dismissed
        for place, act in enumerate(acts, start=1):
            button = QPushButton(act.label)
            button.clicked.connect(act.do)
            self._row.insertWidget(place, button)
            self._acts.append(button)
        self.show()

    def _clear_acts(self) -> None:
        for button in self._acts:
            self._row.removeWidget(button)
            button.deleteLater()
        self._acts = []

    def _on_dismiss(self) -> None:
        self.hide()
        if self._dismissed:
            self._dismissed()
