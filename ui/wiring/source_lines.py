"""Connects how Sources come in, what was not read, what is known of them, and the reader."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from briefing.model.imports import ImportReport
from ui.i18n import tr
from ui.pages.details.dialog import DetailsDialog
from ui.pages.details.presenter import Details
from ui.pages.web.dialog import WebDialog
from ui.session.words import import_summary
from ui.widgets.menu_entry import allow
from ui.widgets.notice_bar import NoticeAct
from ui.wiring.desk import Desk

_DOCUMENTS = (
    "*.txt *.md *.html *.htm *.mht *.mhtml *.eml *.msg *.pdf *.docx *.odt *.rtf *.epub *.zip"
)


class SourceLines(QObject):
    """Import, paste, drop, the web; the dialogs about Sources."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._connect_ways_in()
        self._connect_unread()
        self._connect_reader()

    def _connect_ways_in(self) -> None:
        desk, act, window = self._desk, self._desk.window.acts, self._desk.window
        act["import"].triggered.connect(self._on_import)
        act["import_folder"].triggered.connect(self._on_import_folder)
        act["import_page"].triggered.connect(self._on_import_page)
        act["paste"].triggered.connect(self._on_paste)
        window.pages.sources.import_requested.connect(self._on_import)
        window.dropped.connect(self._on_dropped)
        window.address_dropped.connect(self._ask_page)
        window.drag_changed.connect(window.pages.sources.drop_area.mark)
        desk.sources.import_allowed.connect(self._on_import_allowed)
        desk.importer.finished.connect(self._on_imported)

    def _connect_unread(self) -> None:
        desk = self._desk
        desk.window.pages.sources.unread_requested.connect(desk.unread.survey)
        desk.window.pages.sources.unread_requested.connect(self._show_unread)
        desk.unread.failed.connect(self._show_unread)
        desk.unread.interrupted.connect(self._on_interrupted)

    def _connect_reader(self) -> None:
        desk, window = self._desk, self._desk.window
        for asking in (desk.sources, desk.choice, desk.briefing, desk.find):
            asking.reader_requested.connect(desk.reader.open)
        desk.reader.opened.connect(partial(window.show_reader, True))
        desk.reader.refused.connect(desk.say)
        window.pages.reader.close_requested.connect(partial(window.show_reader, False))
        window.acts["show_reader"].triggered.connect(window.show_reader)
        desk.sources.details_requested.connect(desk.details.show)
        desk.reader.details_requested.connect(desk.details.show)
        desk.details.shown.connect(self._on_details)

    def _on_import(self) -> None:
        desk = self._desk
        pattern = ";;".join((f"{tr('Documents')} ({_DOCUMENTS})", tr("All files (*)")))
        paths = desk.files.ask_files(tr("Import sources"), desk.settings.folder("import"), pattern)
        if paths:
            desk.settings.keep_folder("import", paths[0].parent)
            desk.sources.start_import(paths)

    def _on_import_folder(self) -> None:
        desk = self._desk
        folder = desk.files.ask_folder(tr("Import a folder"), desk.settings.folder("import"))
        if folder:
            desk.settings.keep_folder("import", folder)
            desk.sources.start_import((folder,))

    def _on_import_page(self) -> None:
        self._ask_page(self._desk.web.proposed(QGuiApplication.clipboard().text()))

    def _ask_page(self, address: str) -> None:
        WebDialog(self._desk.web, address, self._desk.window).open()

    def _on_dropped(self, paths: tuple[Path, ...]) -> None:
        reason = self._desk.sources.why_not()
        if reason:
            self._desk.say(reason)
        else:
            self._desk.sources.start_import(paths)

    def _on_paste(self) -> None:
        self._desk.sources.paste(QGuiApplication.clipboard().text())

    def _on_import_allowed(self, reason: str) -> None:
        for key in ("import", "import_folder", "import_page", "paste"):
            allow(self._desk.window.acts[key], reason)

    def _on_imported(self, report: ImportReport) -> None:
        self._desk.say(import_summary(report))

    def _show_unread(self) -> None:
        dialog = self._desk.unread_dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _on_interrupted(self, text: str) -> None:
        desk = self._desk
        desk.window.notice.tell(
            text,
            (
                NoticeAct(tr("Go on"), self._on_go_on),
                NoticeAct(tr("Not now"), desk.window.notice.hide),
            ),
        )

    def _on_go_on(self) -> None:
        reason = self._desk.unread.why_not()
        if reason:
            self._desk.say(reason)
        else:
            self._desk.window.notice.hide()
            self._desk.unread.go_on()

    def _on_details(self, details: Details) -> None:
        DetailsDialog(self._desk.details, details, self._desk.window).open()
