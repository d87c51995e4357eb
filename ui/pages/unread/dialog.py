"""Lays out what was not read: the list with reasons, and what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefing.model.imports import Unread
from ui.i18n import tr
from ui.pages.unread.columns import LOOK, whole
from ui.pages.unread.presenter import UnreadPresenter
from ui.widgets.record_list import RecordList

_SIZE = (660, 480)
_REASON_LINES = 4


class UnreadDialog(QDialog):
    """Stands beside the window, which goes on: progress and Stop are in its status bar."""

    def __init__(self, presenter: UnreadPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._why_not = presenter.why_not()
        self.setWindowTitle(tr("Not read"))
        self.resize(*_SIZE)
        self.summary = QLabel()
        self.list: RecordList[Unread] = RecordList(tr("Documents not read"), LOOK, many=True)
        self.list.say_when_empty(
            tr("Nothing is left to read"), tr("All documents that you named were read.")
        )
        self.reason = QLabel()
        self.again_button = QPushButton(tr("Try again"))
        self.go_on_button = QPushButton(tr("Go on"))
        self.forget_button = QPushButton(tr("Forget"))
        self.copy_button = QPushButton(tr("Copy list"))
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()
        self._on_selection()

    def _lay_out(self) -> None:
        self.summary.setProperty("role", "heading")
        self.summary.setWordWrap(True)
        note = QLabel(
            tr("These documents are not in the Library. The files themselves were not touched.")
        )
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        # The lines of a reason come and go with the row: the list is not to jump at that.
        self.reason.setMinimumHeight(_REASON_LINES * self.fontMetrics().lineSpacing())
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QVBoxLayout()
        head.setContentsMargins(18, 16, 18, 10)
        head.setSpacing(4)
        head.addWidget(self.summary)
        head.addWidget(note)
        foot = QVBoxLayout()
        foot.setContentsMargins(18, 10, 18, 14)
        foot.setSpacing(10)
        foot.addWidget(self.reason)
        foot.addLayout(self._buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (
            self.go_on_button,
            self.again_button,
            self.forget_button,
            self.copy_button,
            self.close_button,
        ):
            # Enter is for the button with the focus; no other is to be pressed by surprise.
            button.setAutoDefault(False)
            row.addWidget(button)
        row.insertStretch(row.indexOf(self.close_button))
        return row

    def _connect(self) -> None:
        ask = self._presenter
        ask.shown.connect(self.list.show_records)
        ask.shown.connect(self._on_selection)
        ask.told.connect(self.summary.setText)
        ask.allowed.connect(self._on_allowed)
        self.list.selection_changed.connect(self._on_selection)
        self.list.filtered.connect(self._on_selection)
        self.go_on_button.clicked.connect(ask.go_on)
        self.again_button.clicked.connect(self._on_again)
        self.forget_button.clicked.connect(self._on_forget)
        self.copy_button.clicked.connect(self._on_copy)
        self.close_button.clicked.connect(self.close)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_delete)

    def _meant(self) -> tuple[Unread, ...]:
        """Return the selected rows, or all that are shown where none is."""
        return self.list.selected() or self.list.model.shown

    def _on_again(self) -> None:
        self._presenter.try_again(self._meant())

    def _on_forget(self) -> None:
        self._presenter.forget(self._meant())

    def _on_delete(self) -> None:
        if self.list.selected() and self.forget_button.isEnabled():
            self._on_forget()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._presenter.listing(self._meant()))

    def _on_allowed(self, why_not: str) -> None:
        self._why_not = why_not
        self._on_selection()

    def _on_selection(self) -> None:
        chosen = self.list.selected()
        nothing = "" if self.list.model.shown else tr("There is nothing in the list")
        busy = nothing or self._why_not
        waits = "" if self._presenter.waiting() else tr("No document waits to be read")
        self.again_button.setText(tr("Try again") if chosen else tr("Try all again"))
        self.forget_button.setText(tr("Forget") if chosen else tr("Forget all"))
        _allow(self.go_on_button, waits or busy, tr("Read all that wait"))
        _allow(self.again_button, busy, tr("Read once more what is selected, or all in the list"))
        _allow(
            self.forget_button,
            busy,
            tr("Take what is selected, or all, off the list; Undo brings it back"),
        )
        _allow(self.copy_button, nothing, tr("Copy names and reasons to the clipboard"))
        self.go_on_button.setVisible(not waits)
        self.reason.setText(whole(chosen[0]) if len(chosen) == 1 else self._hint(len(chosen)))

    def _hint(self, chosen: int) -> str:
        if not self.list.model.shown:
            return ""
        if chosen:
            return tr("{n} selected: the buttons are for these.", n=f"{chosen:,}")
        return tr("Nothing is selected: the buttons are for all. Select a document to see more.")


def _allow(button: QPushButton, reason: str, tip: str) -> None:
    button.setEnabled(not reason)
    button.setToolTip(reason or tip)
