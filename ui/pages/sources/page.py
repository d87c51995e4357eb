"""Lays out the list of Sources: what can be done with them and a place to drop files below."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr
from ui.pages.sources.columns import LOOK, SourceRow
from ui.pages.sources.presenter import SourcesPresenter
from ui.widgets.drop_area import DropArea
from ui.widgets.record_list import RecordList

_DETAILS_KEYS = ("Alt+Return", "Alt+Enter")


class SourcesPage(QWidget):
    """Passive: it shows what the presenter says and tells it what the person wants."""

    import_requested = Signal()
    unread_requested = Signal()

    def __init__(self, presenter: SourcesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.list: RecordList[SourceRow] = RecordList(tr("Sources"), LOOK, many=True)
        self.list.say_when_empty(
            tr("No sources yet"),
            tr("Drop reports, readouts or joint statements here, or press Import."),
        )
        self.import_button = QPushButton(tr("Import…"))
        self.details_button = QPushButton(tr("Details…"))
        self.remove_button = QPushButton(tr("Remove"))
        self.drop_area = DropArea(
            tr("Drop files, folders or the address of a web page anywhere in the window")
        )
        self.unread_line = QFrame()
        self.unread_text = QLabel()
        self.unread_button = QPushButton(tr("Show…"))
        self._lay_out()
        self._connect()
        self._on_selection()
        self._on_import_allowed(presenter.why_not())
        self._on_unread("")

    def _lay_out(self) -> None:
        foot = QFrame()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.import_button)
        row.addWidget(self.details_button)
        row.addWidget(self.remove_button)
        row.addStretch()
        column = QVBoxLayout(foot)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.drop_area)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.list)
        page.addWidget(foot)
        page.addWidget(self._unread_line())

    def _unread_line(self) -> QFrame:
        self.unread_line.setObjectName("foot")
        self.unread_text.setWordWrap(True)
        self.unread_text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.unread_button.setProperty("small", True)
        self.unread_button.setAccessibleName(tr("Show what was not read"))
        self.unread_button.setToolTip(tr("See what was not read and why, and try it again"))
        row = QHBoxLayout(self.unread_line)
        row.setContentsMargins(12, 6, 10, 6)
        row.addWidget(self.unread_text, 1)
        row.addWidget(self.unread_button)
        return self.unread_line

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.shown.connect(self.list.show_records)
        presenter.unread_shown.connect(self._on_unread)
        presenter.import_allowed.connect(self._on_import_allowed)
        self.list.opened.connect(presenter.read)
        self.list.selection_changed.connect(self._on_selection)
        self.list.menu_requested.connect(self._on_menu)
        self.import_button.clicked.connect(self.import_requested)
        self.unread_button.clicked.connect(self.unread_requested)
        self.details_button.clicked.connect(self._on_details)
        self.remove_button.clicked.connect(self._on_remove)
        self._key(QKeySequence(QKeySequence.StandardKey.Delete)).activated.connect(self._on_remove)
        for keys in _DETAILS_KEYS:
            self._key(QKeySequence(keys)).activated.connect(self._on_details)

    def _key(self, keys: QKeySequence) -> QShortcut:
        made = QShortcut(keys, self.list.view)
        made.setContext(Qt.ShortcutContext.WidgetShortcut)
        return made

    def _on_remove(self) -> None:
        if self.remove_button.isEnabled():
            self._presenter.remove(self.list.selected())

    def _on_details(self) -> None:
        if self.details_button.isEnabled():
            self._presenter.ask_details(self.list.selected()[0])

    def _on_selection(self) -> None:
        chosen = len(self.list.selected())
        reason = self._presenter.why_not()
        if not chosen:
            reason = tr("Select one or more sources first")
        self.remove_button.setEnabled(not reason)
        self.remove_button.setToolTip(
            reason or tr("Take the selected sources out of the Library; Undo brings them back")
        )
        self.details_button.setEnabled(chosen == 1)
        self.details_button.setToolTip(
            tr("See and correct title, publisher, authors, day and kind (Alt+Enter)")
            if chosen == 1
            else tr("Select one source first")
        )

    def _on_unread(self, summary: str) -> None:
        self.unread_text.setText(summary)
        self.unread_line.setVisible(bool(summary))

    def _on_import_allowed(self, reason: str) -> None:
        self.import_button.setEnabled(not reason)
        self.import_button.setToolTip(reason or tr("Choose files to read into the Library"))
        self._on_selection()

    def _on_menu(self, row: SourceRow, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Read")).triggered.connect(lambda: self._presenter.read(row))
        menu.addAction(tr("Details…")).triggered.connect(lambda: self._presenter.ask_details(row))
        remove = menu.addAction(tr("Remove"))
        remove.setEnabled(self.remove_button.isEnabled())
        remove.triggered.connect(self._on_remove)
        menu.popup(where)
