"""The one window: menus, the three panes, the notice over them and the status bar under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QTabWidget, QVBoxLayout, QWidget

from ui.i18n import tr
from ui.pages.arrangement.page import ArrangementPage
from ui.pages.briefing.page import BriefingPage
from ui.pages.choice.page import ChoicePage
from ui.pages.find.page import FindPage
from ui.pages.reader.page import ReaderPage
from ui.pages.sources.page import SourcesPage
from ui.session.errors import Trouble
from ui.session.settings import Settings
from ui.widgets.detail_dialog import DetailDialog
from ui.widgets.drop_area import dropped_address, dropped_paths
from ui.widgets.menu_entry import MenuEntry, make_action
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.recent_menu import RecentMenu
from ui.widgets.status_strip import StatusStrip
from ui.widgets.undo_actions import UndoActions

PROGRAM = "Aide-Mémoire"
_SIZE = (1400, 900)
_LEAST = (900, 600)
_PANES = (330, 650, 420)
APPEARANCES = (("system", "&System"), ("light", "&Light"), ("dark", "&Dark"))

_ENTRIES = (
    MenuEntry("new_library", "&New Library…", "Make a new, empty Library", "New|Ctrl+N"),
    MenuEntry("open_library", "&Open Library…", "Open another Library", "Open|Ctrl+O"),
    MenuEntry("sample", "Open &Sample Library", "Open the Library of sample reports"),
    MenuEntry("import", "&Import…", "Read files into the Library", "Ctrl+I"),
    MenuEntry("import_folder", "Import &Folder…", "Read all files of a folder", "Ctrl+Shift+I"),
    MenuEntry("import_page", "Import from &Web…", "Fetch one web page by its address", "Ctrl+L"),
    MenuEntry(
        "paste", "&Paste Text as Source", "Make a source of the text you copied", "Ctrl+Shift+V"
    ),
    MenuEntry("quit", "&Quit", "Close the program; everything is kept already", "Quit|Ctrl+Q"),
    MenuEntry("find", "&Find…", "Search the sentences of all sources", "Find|Ctrl+F"),
    MenuEntry("new_briefing", "&New", "New briefing, with a suggested choice", "Ctrl+Shift+N"),
    MenuEntry("rename_briefing", "&Rename", "Change the title of the briefing", "F2"),
    MenuEntry("delete_briefing", "&Delete", "Take the briefing away; Undo brings it back"),
    MenuEntry("show_sources", "&Sources", "Show the sources", "Ctrl+1"),
    MenuEntry("show_choice", "&Choose", "Show events and issues", "Ctrl+2"),
    MenuEntry("show_arrangement", "&Arrange", "Show title, meeting and outline", "Ctrl+3"),
    MenuEntry("show_reader", "&Reader", "Show or hide the reader", "Ctrl+4", checkable=True),
    MenuEntry("next_pane", "&Next Pane", "Move the focus to the next pane", "F6"),
    MenuEntry("about", "&About Aide-Mémoire", "What this program is"),
)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages that the window lays out."""

    sources: SourcesPage
    choice: ChoicePage
    arrangement: ArrangementPage
    find: FindPage
    briefing: BriefingPage
    reader: ReaderPage


class MainWindow(QMainWindow):
    """Lays out; what its actions do is said in ui/wiring."""

    dropped = Signal(object)  # tuple[Path, ...]
    address_dropped = Signal(str)
    drag_changed = Signal(bool)
    closing = Signal()

    def __init__(self, pages: Pages, undo_stack: QUndoStack) -> None:
        super().__init__()
        self.pages = pages
        self.acts = {entry.key: make_action(entry, self) for entry in _ENTRIES}
        self.export_menu = QMenu(tr("Export"), self)
        self.recent_menu = RecentMenu(tr("Open &Recent"), tr("No other Library was opened yet"))
        self.appearance = QActionGroup(self)
        self.notice = NoticeBar()
        self.strip = StatusStrip()
        self.tabs = QTabWidget()
        self._reader_width = _PANES[-1]
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.setWindowTitle(PROGRAM)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST)
        # A laptop's screen may be smaller than the size that suits the three panes.
        room = self.screen().availableSize()
        self.resize(QSize(*_SIZE).boundedTo(QSize(room.width() - 40, room.height() - 60)))
        self._lay_out()
        self.undo_actions = UndoActions(undo_stack, self)
        self._fill_menus()
        self.tabs.tabBar().setFocus()

    def add_exports(self, exports: Sequence[QAction]) -> None:
        """Offer the formats in the File menu and behind the Export button."""
        self.export_menu.addActions(list(exports))
        self._file_menu.insertActions(self.acts["quit"], list(exports))
        self._file_menu.insertSeparator(self.acts["quit"])
        self.pages.briefing.fill_export_menu(self.export_menu)

    def show_tab(self, page: QWidget) -> None:
        """Bring a page of the left pane to the front."""
        self.tabs.setCurrentWidget(page)

    def show_reader(self, wanted: bool) -> None:
        """Open or close the reader pane; it opens as wide as it was."""
        reader = self.pages.reader
        if reader.isVisibleTo(self) and not wanted:
            self._reader_width = reader.width()
        if wanted and not reader.isVisibleTo(self):
            left, middle, _ = self.splitter.sizes()
            # On a small screen the reader takes a third at most: the preview stays readable.
            width = min(self._reader_width, (left + middle) // 3)
            reader.setVisible(True)
            self.splitter.setSizes([left, middle - width, width])
        reader.setVisible(wanted)
        self.acts["show_reader"].setChecked(wanted)

    def next_pane(self) -> None:
        """Move the focus on: Tab alone would visit every link of the preview first."""
        pages = self.pages
        stops: list[QWidget] = [self.tabs.tabBar(), pages.briefing.view, pages.reader.view]
        seen = [one for one in stops if one.isVisible()]
        here = next((n for n, one in enumerate(seen) if one.hasFocus()), -1)
        seen[(here + 1) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tell_trouble(self, trouble: Trouble) -> None:
        """Show an error in words."""
        self.tell(PROGRAM, trouble.message, trouble.hint, trouble.details)

    def tell(self, title: str, message: str, hint: str, details: str) -> None:
        """Show a dialog that can be copied from."""
        DetailDialog(title, message, hint, details, self).open()

    def tell_about(self, version: str) -> None:
        """Say what this program is."""
        text = tr(
            "Turns source reports into a structured, fully sourced briefing for a meeting "
            "between states. It works on this machine alone: nothing is sent anywhere."
        )
        self.tell(tr("About"), f"{PROGRAM} {version}", text, "")

    def show_title(self, *parts: str) -> None:
        """Name what is on the desk in the title bar."""
        self.setWindowTitle(" — ".join((*(part for part in parts if part), PROGRAM)))

    def restore(self, settings: Settings) -> None:
        """Take on the shape that the window had last; the reader opens when there is a reason."""
        for key, part in self._shapes().items():
            shape = settings.shape(key)
            if shape:
                part.restoreState(shape)
        width = settings.text("reader_width")
        self._reader_width = int(width) if width.isdecimal() else _PANES[-1]
        geometry = settings.shape("window")
        if geometry:
            self.restoreGeometry(geometry)

    def keep(self, settings: Settings) -> None:
        """Remember the shape."""
        self.show_reader(False)
        settings.keep_text("reader_width", str(self._reader_width))
        settings.keep_shape("window", self.saveGeometry())
        for key, part in self._shapes().items():
            settings.keep_shape(key, part.saveState())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and the address of a page, that are dragged in."""
        if dropped_paths(event.mimeData()) or dropped_address(event.mimeData()):
            event.acceptProposedAction()
            self.drag_changed.emit(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt calls it
        """They went elsewhere."""
        super().dragLeaveEvent(event)
        self.drag_changed.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what falls."""
        self.drag_changed.emit(False)
        paths: tuple[Path, ...] = dropped_paths(event.mimeData())
        address = dropped_address(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)
        elif address:
            self.address_dropped.emit(address)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything come to rest first, out of the person's sight."""
        self.closing.emit()
        super().closeEvent(event)

    def _shapes(self) -> dict[str, QSplitter]:
        return {"panes": self.splitter, "choice": self.pages.choice.splitter}

    def _lay_out(self) -> None:
        pages = self.pages
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Steps"))
        self.tabs.tabBar().setAccessibleName(tr("Steps"))
        self.tabs.tabBar().setExpanding(False)
        for page, name, tip in (
            (pages.sources, tr("Sources"), tr("What the briefing is made from")),
            (pages.choice, tr("Choose"), tr("Events and issues for the briefing")),
            (pages.arrangement, tr("Arrange"), tr("Title, meeting, outline, own text")),
            (pages.find, tr("Find"), tr("Search the sentences of all sources")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(page, name), tip)
        self.tabs.setMinimumWidth(270)
        pages.briefing.setMinimumWidth(340)
        pages.reader.setMinimumWidth(260)
        for stretch, pane in enumerate((self.tabs, pages.briefing, pages.reader)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(stretch, (0, 3, 2)[stretch])
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes(list(_PANES))
        pages.reader.hide()
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.splitter, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.strip)

    def _fill_menus(self) -> None:
        act = self.acts
        self._file_menu = self._menu(tr("&File"))
        self._file_menu.addActions([act["new_library"], act["open_library"]])
        self._file_menu.addMenu(self.recent_menu)
        self._file_menu.addAction(act["sample"])
        self._file_menu.addSeparator()
        self._file_menu.addActions(
            [act["import"], act["import_folder"], act["import_page"], act["paste"]]
        )
        self._file_menu.addSeparator()
        self._file_menu.addAction(act["quit"])
        edit = self._menu(tr("&Edit"))
        edit.addActions([self.undo_actions.undo, self.undo_actions.redo])
        edit.addSeparator()
        edit.addAction(act["find"])
        self._menu(tr("&Briefing")).addActions(
            [act["new_briefing"], act["rename_briefing"], act["delete_briefing"]]
        )
        view = self._menu(tr("&View"))
        view.addActions([act["show_sources"], act["show_choice"], act["show_arrangement"]])
        view.addActions([act["show_reader"], act["next_pane"]])
        view.addSeparator()
        self._add_appearances(view)
        self._menu(tr("&Help")).addAction(act["about"])

    def _add_appearances(self, view: QMenu) -> None:
        menu = view.addMenu(tr("A&ppearance"))
        for key, name in APPEARANCES:
            action = QAction(tr(name), self, checkable=True)
            action.setData(key)
            self.appearance.addAction(action)
            menu.addAction(action)

    def _menu(self, title: str) -> QMenu:
        menu = self.menuBar().addMenu(title)
        menu.setToolTipsVisible(True)
        return menu
