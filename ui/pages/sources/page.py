"""Lays out the list of Sources: import and remove above it, a place to drop files below."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.pages.sources.columns import LOOK, SourceRow
from ui.pages.sources.presenter import SourcesPresenter
from ui.widgets.drop_area import DropArea
from ui.widgets.record_list import RecordList


class SourcesPage(QWidget):
    """Passive: it shows what the presenter says and tells it what the person wants."""

    import_requested = Signal()

    def __init__(self, presenter: SourcesPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.list: RecordList[SourceRow] = RecordList(tr("Sources"), LOOK, many=True)
        self.list.say_when_empty(
            tr("No sources yet"),
            tr("Drop reports, readouts or joint statements here, or press Import."),
        )
        self.import_button = QPushButton(tr("Import…"))
        self.remove_button = QPushButton(tr("Remove"))
        self.drop_area = DropArea(tr("Drop files or folders anywhere in the window to import them"))
        self._lay_out()
        self._connect()
        self._on_selection()
        self._on_import_allowed(presenter.why_not())

    def _lay_out(self) -> None:
        foot = QFrame()
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.import_button)
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

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.shown.connect(self.list.show_records)
        presenter.import_allowed.connect(self._on_import_allowed)
        self.list.opened.connect(presenter.read)
        self.list.selection_changed.connect(self._on_selection)
        self.list.menu_requested.connect(self._on_menu)
        self.import_button.clicked.connect(self.import_requested)
        self.remove_button.clicked.connect(self._on_remove)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)

    def _on_remove(self) -> None:
        if self.remove_button.isEnabled():
            self._presenter.remove(self.list.selected())

    def _on_selection(self) -> None:
        chosen = bool(self.list.selected())
        reason = self._presenter.why_not()
        if not chosen:
            reason = tr("Select one or more sources first")
        self.remove_button.setEnabled(not reason)
        self.remove_button.setToolTip(
            reason or tr("Take the selected sources out of the Library; Undo brings them back")
        )

    def _on_import_allowed(self, reason: str) -> None:
        self.import_button.setEnabled(not reason)
        self.import_button.setToolTip(reason or tr("Choose files to read into the Library"))
        self._on_selection()

    def _on_menu(self, row: SourceRow, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Read")).triggered.connect(lambda: self._presenter.read(row))
        remove = menu.addAction(tr("Remove"))
        remove.setEnabled(self.remove_button.isEnabled())
        remove.triggered.connect(self._on_remove)
        menu.popup(where)
