"""Every connection between pages, window and session: who asks whom, on one page."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication

from ui.i18n import tr
from ui.main_window import MainWindow, Pages
from ui.pages.arrangement.page import ArrangementPage
from ui.pages.arrangement.presenter import ArrangementPresenter
from ui.pages.briefing.page import BriefingPage
from ui.pages.briefing.presenter import BriefingPresenter
from ui.pages.choice.page import ChoicePage
from ui.pages.choice.presenter import ChoicePresenter
from ui.pages.export.page import ExportActions
from ui.pages.export.presenter import ExportPresenter
from ui.pages.find.page import FindPage
from ui.pages.find.presenter import FindPresenter
from ui.pages.library.presenter import LibraryPresenter
from ui.pages.reader.page import ReaderPage
from ui.pages.reader.presenter import ReaderPresenter
from ui.pages.sources.page import SourcesPage
from ui.pages.sources.presenter import SourcesPresenter
from ui.session.errors import ErrorDesk
from ui.session.importer import Importer, ImportReport
from ui.session.jobs import Jobs
from ui.session.session import Session
from ui.session.settings import Settings
from ui.session.use_cases import UseCases
from ui.theme.style import Style
from ui.widgets.file_choice import FileChoice
from ui.widgets.menu_entry import allow
from ui.widgets.notice_bar import NoticeAct

_STAY_MS = 8000
_ADDRESS = "A web page: save it as HTML, then drop the file."


class Desk(QObject):
    """All parts of the desk, connected."""

    def __init__(self, use_cases: UseCases, settings: Settings, style: Style, version: str) -> None:
        super().__init__()
        self.settings = settings
        self.style = style
        self._version = version
        self.errors = ErrorDesk(self)
        self.jobs = Jobs(self)
        self.session = Session(use_cases, settings, self.errors, self)
        self.importer = Importer(self.session, self.jobs, self)
        self._make_presenters()
        self.window = self._make_window()
        self.files = FileChoice(self.window)
        self._connect_session()
        self._connect_library()
        self._connect_sources()
        self._connect_briefing()
        self._connect_reader()
        self._connect_export()
        self._connect_view()
        self.window.restore(settings)

    def _make_presenters(self) -> None:
        session, jobs = self.session, self.jobs
        session.library_changed.connect(jobs.drop_everything)
        self.library = LibraryPresenter(session, self.importer, self)
        self.sources = SourcesPresenter(session, self.importer, jobs, self)
        self.choice = ChoicePresenter(session, self)
        self.arrangement = ArrangementPresenter(session, self)
        self.briefing = BriefingPresenter(session, jobs, self)
        self.reader = ReaderPresenter(session, self)
        self.find = FindPresenter(session, self)
        self.export = ExportPresenter(session, jobs, self)

    def _make_window(self) -> MainWindow:
        theme = self.style.theme
        pages = Pages(
            sources=SourcesPage(self.sources),
            choice=ChoicePage(self.choice),
            arrangement=ArrangementPage(self.arrangement),
            find=FindPage(self.find),
            briefing=BriefingPage(self.briefing, theme),
            reader=ReaderPage(self.reader, theme),
        )
        return MainWindow(pages, self.session.undo_stack)

    def _connect_session(self) -> None:
        window = self.window
        self.errors.told.connect(window.tell_trouble)
        self.jobs.progressed.connect(window.strip.show_progress)
        self.jobs.busy_changed.connect(window.strip.show_work)
        self.jobs.stoppable_changed.connect(window.strip.show_stoppable)
        window.strip.cancel_requested.connect(self.jobs.cancel)
        self.session.changed.connect(self._on_changed)
        window.closing.connect(self._on_closing)

    def _connect_library(self) -> None:
        act, window = self.window.acts, self.window
        act["new_library"].triggered.connect(self._on_new_library)
        act["open_library"].triggered.connect(self._on_open_library)
        act["sample"].triggered.connect(self.library.open_sample)
        act["quit"].triggered.connect(window.close)
        window.recent_menu.recent = self.library.recent
        window.recent_menu.chosen.connect(self.library.open)
        window.recent_menu.forget_requested.connect(self.library.forget_recent)
        self.library.counts_shown.connect(window.strip.show_counts)
        self.library.opened.connect(window.notice.hide)
        self.library.opened.connect(window.strip.clearMessage)
        self.library.sample_opened.connect(self._on_sample)
        self.session.library_changed.connect(self._on_library)

    def _connect_sources(self) -> None:
        act, window = self.window.acts, self.window
        act["import"].triggered.connect(self._on_import)
        act["paste"].triggered.connect(self._on_paste)
        act["import_folder"].triggered.connect(self._on_import_folder)
        window.pages.sources.import_requested.connect(self._on_import)
        window.dropped.connect(self._on_dropped)
        window.address_dropped.connect(partial(self._say, tr(_ADDRESS)))
        window.drag_changed.connect(window.pages.sources.drop_area.mark)
        self.sources.import_allowed.connect(self._on_import_allowed)
        self.importer.finished.connect(self._on_imported)

    def _connect_briefing(self) -> None:
        act, pages = self.window.acts, self.window.pages
        act["new_briefing"].triggered.connect(self.briefing.make_briefing)
        act["delete_briefing"].triggered.connect(self.briefing.delete_briefing)
        act["rename_briefing"].triggered.connect(self._on_rename)
        pages.briefing.previewed.connect(self.arrangement.on_composed)
        self.briefing.cleared.connect(self.arrangement.on_cleared)
        self.briefing.composing.connect(self.export.on_composing)
        self.briefing.composed.connect(self.export.on_composed)
        self.briefing.cancelled.connect(self.export.on_cancelled)
        self.briefing.failed.connect(self.export.on_failed)
        self.briefing.slot_requested.connect(self._on_slot)
        self.arrangement.section_requested.connect(pages.briefing.go_to_heading)

    def _connect_reader(self) -> None:
        window = self.window
        for asking in (self.sources, self.choice, self.briefing, self.find):
            asking.reader_requested.connect(self.reader.open)
        self.reader.opened.connect(partial(window.show_reader, True))
        window.pages.reader.close_requested.connect(partial(window.show_reader, False))
        window.acts["show_reader"].triggered.connect(window.show_reader)

    def _connect_export(self) -> None:
        ways, window = ExportActions(self.export, self.window), self.window
        self.exports = ways.actions
        window.add_exports(ways.actions)
        ways.asked.connect(self._on_export)
        ways.refused.connect(self._say)
        self.export.export_allowed.connect(window.pages.briefing.allow_export)
        self.export.exported.connect(self._on_exported)
        window.pages.briefing.allow_export(self.export.why_not())

    def _connect_view(self) -> None:
        act, window, pages = self.window.acts, self.window, self.window.pages
        for page in ("sources", "choice", "arrangement"):
            act[f"show_{page}"].triggered.connect(partial(window.show_tab, getattr(pages, page)))
        act["find"].triggered.connect(partial(window.show_tab, pages.find))
        act["find"].triggered.connect(pages.find.focus_line)
        window.tabs.currentChanged.connect(self._on_tab)
        act["next_pane"].triggered.connect(window.next_pane)
        act["about"].triggered.connect(partial(window.tell_about, self._version))
        self.style.changed.connect(pages.briefing.set_theme)
        self.style.changed.connect(pages.reader.set_theme)
        window.appearance.triggered.connect(self._on_appearance)
        for action in window.appearance.actions():
            action.setChecked(action.data() == self.style.appearance)

    def _on_changed(self, _kinds: object) -> None:
        act, session, window = self.window.acts, self.session, self.window
        none = "" if session.briefing else tr("There is no briefing on the desk")
        allow(act["rename_briefing"], none)
        allow(act["delete_briefing"], none)
        closed = "" if session.path else tr("Open or make a Library first")
        allow(act["new_briefing"], closed)
        window.pages.briefing.allow_new(closed)
        title = session.briefing.title if session.briefing else ""
        window.show_title(title, session.path.stem if session.path else "")

    def _on_new_library(self) -> None:
        suffix = self.library.suffix
        proposed = self.settings.folder("library") / f"{tr('Library')}{suffix}"
        path = self.files.ask_new_file(tr("New Library"), proposed, f"Library (*{suffix})")
        if path:
            self.settings.keep_folder("library", path.parent)
            self.library.make(path)

    def _on_open_library(self) -> None:
        suffix = self.library.suffix
        path = self.files.ask_file(
            tr("Open Library"), self.settings.folder("library"), f"Library (*{suffix});;All (*)"
        )
        if path:
            self.settings.keep_folder("library", path.parent)
            self.library.open(path)

    def _on_library(self) -> None:
        """Forget what belongs to the Library that was open."""
        pages = self.window.pages
        for rows in (pages.sources.list, pages.choice.events, pages.choice.issues, pages.find.list):
            rows.clear_filter()
        pages.find.clear()
        pages.briefing.forget_titles()
        self.window.show_reader(False)

    def _on_sample(self) -> None:
        self.window.notice.tell(
            tr(
                "This is the sample Library: a few short reports written for it. "
                "Choose events and issues, read the preview, click a number to see the sentence."
            ),
            (NoticeAct(tr("New Library…"), self._on_new_library),),
            self.library.dismiss_sample_note,
        )

    def _on_import(self) -> None:
        paths = self.files.ask_files(
            tr("Import sources"), self.settings.folder("import"), tr("All files (*)")
        )
        if paths:
            self.settings.keep_folder("import", paths[0].parent)
            self.sources.start_import(paths)

    def _on_import_folder(self) -> None:
        folder = self.files.ask_folder(tr("Import a folder"), self.settings.folder("import"))
        if folder:
            self.settings.keep_folder("import", folder)
            self.sources.start_import((folder,))

    def _on_dropped(self, paths: tuple[Path, ...]) -> None:
        reason = self.sources.why_not()
        if reason:
            self._say(reason)
        else:
            self.sources.start_import(paths)

    def _on_paste(self) -> None:
        self.sources.paste(QGuiApplication.clipboard().text())

    def _on_import_allowed(self, reason: str) -> None:
        for key in ("import", "import_folder", "paste"):
            allow(self.window.acts[key], reason)

    def _on_imported(self, report: ImportReport) -> None:
        self._say(report.summary)
        if report.failed:
            lines = [f"{one.path}\n    {one.error}" for one in report.failed]
            self.window.tell(
                tr("Import"),
                report.summary,
                tr("What failed was left out of the Library; nothing else was touched."),
                "\n".join(lines),
            )

    def _on_rename(self) -> None:
        self.window.show_tab(self.window.pages.arrangement)
        self.window.pages.arrangement.focus_title()

    def _on_slot(self, key: str) -> None:
        self.window.show_tab(self.window.pages.arrangement)
        self.window.pages.arrangement.focus_slot(key)

    def _on_tab(self) -> None:
        if self.window.tabs.currentWidget() is self.window.pages.find:
            self.window.pages.find.focus_line()

    def _say(self, text: str) -> None:
        self.window.strip.showMessage(text, _STAY_MS)

    def _on_export(self, name: str, suffix: str) -> None:
        self.window.pages.arrangement.finish()
        path = self.files.ask_new_file(
            tr("Export as {name}", name=name), self.export.proposed(suffix), f"{name} (*{suffix})"
        )
        if path:
            self.export.export(path)

    def _on_exported(self, path: Path) -> None:
        self.window.notice.tell(
            tr("Written to {path}", path=path),
            (
                NoticeAct(tr("Open file"), partial(self.files.show, path)),
                NoticeAct(tr("Open folder"), partial(self.files.show, path.parent)),
            ),
        )

    def _on_appearance(self, action: QAction) -> None:
        self.style.appear(action.data())
        self.settings.keep_text("appearance", action.data())

    def _on_closing(self) -> None:
        self.window.pages.arrangement.finish()
        self.window.keep(self.settings)
        self.window.hide()  # a file being written is waited for, but not looked at
        self.jobs.stop_everything()
        self.session.close()
