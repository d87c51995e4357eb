"""Lays out the search: a line to type in and the Sentences found."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.pages.find.columns import FOUND_LOOK, FoundRow
from ui.pages.find.presenter import FindPresenter
from ui.widgets.record_list import RecordList

_PAUSE_MS = 250


class FindPage(QWidget):
    """Passive: searches when typing rests, or at once on Enter."""

    def __init__(self, presenter: FindPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Search all sentences"))
        self.line.setPlaceholderText(tr("Words to look for in all sources"))
        self.line.setClearButtonEnabled(True)
        self.line.setAcceptDrops(False)
        self._said = QLabel()
        self._said.setProperty("role", "muted")
        self._said.hide()
        self.list: RecordList[FoundRow] = RecordList(tr("Sentences found"), FOUND_LOOK)
        self.list.name_filter(tr("Filter what was found"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._on_shown((), "")

    def focus_line(self) -> None:
        """Make the line ready to be typed over."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def clear(self) -> None:
        """Look for nothing: another Library is open."""
        self.line.clear()
        self._search()

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("toolrow")
        inside = QVBoxLayout(head)
        inside.setContentsMargins(10, 10, 10, 8)
        inside.addWidget(self.line)
        inside.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._timer.start)
        self.line.returnPressed.connect(self._search)
        self._timer.timeout.connect(self._search)
        self._presenter.shown.connect(self._on_shown)
        self.list.opened.connect(self._presenter.read)

    def _search(self) -> None:
        self._timer.stop()
        self._presenter.search(self.line.text())

    def _on_shown(self, rows: tuple[FoundRow, ...], said: str) -> None:
        self._said.setText(said)
        self._said.setVisible(bool(said))
        if said and not rows:
            self.list.say_when_empty(said, tr("Try fewer or other words."))
        else:
            self.list.say_when_empty(
                tr("Search over all sentences"), tr("Type words; a click opens where they stand.")
            )
        self.list.show_records(rows)
        self.list.allow_filter("" if rows else tr("Nothing was found yet that could be filtered"))
