"""Connects what belongs to the open Library as a whole: opening, errors, work, undo, the end."""

from PySide6.QtCore import QObject

from ui.i18n import tr
from ui.widgets.notice_bar import NoticeAct
from ui.wiring.desk import Desk


class LibraryLines(QObject):
    """The File menu's Libraries, the status bar, and closing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._connect_session()
        self._connect_library()

    def _connect_session(self) -> None:
        desk, window = self._desk, self._desk.window
        desk.errors.told.connect(window.tell_trouble)
        desk.jobs.progressed.connect(window.strip.show_progress)
        desk.jobs.busy_changed.connect(window.strip.show_work)
        desk.jobs.stoppable_changed.connect(window.strip.show_stoppable)
        window.strip.stop_requested.connect(desk.jobs.cancel)
        desk.session.held_changed.connect(window.undo_actions.hold)
        window.closing.connect(self._on_closing)

    def _connect_library(self) -> None:
        desk, act, window = self._desk, self._desk.window.acts, self._desk.window
        act["new_library"].triggered.connect(self._on_new_library)
        act["open_library"].triggered.connect(self._on_open_library)
        act["sample"].triggered.connect(desk.library.open_sample)
        act["quit"].triggered.connect(window.close)
        window.recent_menu.recent = desk.library.recent
        window.recent_menu.chosen.connect(desk.library.open)
        window.recent_menu.forget_requested.connect(desk.library.forget_recent)
        desk.library.counts_shown.connect(window.strip.show_counts)
        desk.library.opened.connect(window.notice.hide)
        desk.library.opened.connect(window.strip.clearMessage)
        desk.library.sample_opened.connect(self._on_sample)
        desk.session.library_changed.connect(self._on_library)

    def _on_new_library(self) -> None:
        desk, suffix = self._desk, self._desk.library.suffix
        proposed = desk.settings.folder("library") / f"{tr('Library')}{suffix}"
        path = desk.files.ask_new_file(tr("New Library"), proposed, f"Library (*{suffix})")
        if path:
            desk.settings.keep_folder("library", path.parent)
            desk.library.make(path)

    def _on_open_library(self) -> None:
        desk, suffix = self._desk, self._desk.library.suffix
        path = desk.files.ask_file(
            tr("Open Library"), desk.settings.folder("library"), f"Library (*{suffix});;All (*)"
        )
        if path:
            desk.settings.keep_folder("library", path.parent)
            desk.library.open(path)

    def _on_library(self) -> None:
        """Forget what belongs to the Library that was open."""
        pages = self._desk.window.pages
        for rows in (pages.sources.list, pages.choice.events, pages.choice.issues, pages.find.list):
            rows.clear_filter()
        pages.find.clear()
        pages.briefing.forget_titles()
        self._desk.unread_dialog.close()
        self._desk.window.show_reader(False)

    def _on_sample(self) -> None:
        self._desk.window.notice.tell(
            tr(
                "This is the sample Library: a few short reports written for it. "
                "Choose events and issues, read the preview, click a number to see the sentence."
            ),
            (NoticeAct(tr("New Library…"), self._on_new_library),),
            self._desk.library.dismiss_sample_note,
        )

    def _on_closing(self) -> None:
        desk = self._desk
        desk.window.pages.arrangement.finish()
        desk.unread_dialog.close()
        desk.window.keep(desk.settings)
        desk.window.hide()  # a file being written is waited for, but not looked at
        desk.jobs.stop_everything()
        desk.session.close()
