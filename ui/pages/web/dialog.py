"""Lays out the question for an address, with what will leave the machine and what will not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr
from ui.pages.web.presenter import WebPresenter
from ui.widgets.text_fields import LineField

_WIDTH = 520


class WebDialog(QDialog):
    """Opened with ``open()``, once for each time that a page is asked for."""

    def __init__(self, presenter: WebPresenter, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import from the web"))
        self.setMinimumWidth(_WIDTH)
        self.address = LineField(tr("Address of the page"), "https://")
        self.address.setText(address)
        self.address.selectAll()
        self.trouble = QLabel()
        self.fetch_button = QPushButton(tr("Fetch"))
        self._lay_out()
        self.address.textChanged.connect(self._on_edited)
        presenter.allowed.connect(self._on_edited)
        self._on_edited()

    def _lay_out(self) -> None:
        heading = QLabel(tr("Address of the page"))
        heading.setProperty("role", "heading")
        heading.setBuddy(self.address)
        note = QLabel(
            tr(
                "This page alone is fetched, as text: no picture, no script, nothing else that it "
                "names. The server learns that somebody asked for it; nothing else leaves this "
                "machine."
            )
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.fetch_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.fetch_button.setProperty("primary", True)
        self.fetch_button.setDefault(True)
        buttons.accepted.connect(self._on_fetch)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(10)
        for part in (heading, self.address, note, self.trouble, buttons):
            column.addWidget(part)

    def _on_edited(self) -> None:
        why_not = self._presenter.why_not(self.address.text())
        self.trouble.setText(why_not)
        self.fetch_button.setEnabled(not why_not)
        self.fetch_button.setToolTip(why_not or tr("Fetch the page and make a source of it"))

    def _on_fetch(self) -> None:
        self._presenter.fetch(self.address.text())
        self.accept()
