"""Connects the Briefing: what is chosen and arranged, its preview, its export, how all looks."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from ui.i18n import tr
from ui.widgets.menu_entry import allow
from ui.widgets.notice_bar import NoticeAct
from ui.wiring.desk import Desk


class BriefingLines(QObject):
    """The Briefing and View menus, the preview's links, the ways to a file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._connect_briefing()
        self._connect_export()
        self._connect_view()

    def _connect_briefing(self) -> None:
        desk, act, pages = self._desk, self._desk.window.acts, self._desk.window.pages
        act["new_briefing"].triggered.connect(desk.briefing.make_briefing)
        act["delete_briefing"].triggered.connect(desk.briefing.delete_briefing)
        act["rename_briefing"].triggered.connect(self._on_rename)
        pages.briefing.previewed.connect(desk.arrangement.on_composed)
        desk.briefing.cleared.connect(desk.arrangement.on_cleared)
        desk.briefing.composing.connect(desk.export.on_composing)
        desk.briefing.composed.connect(desk.export.on_composed)
        desk.briefing.cancelled.connect(desk.export.on_cancelled)
        desk.briefing.failed.connect(desk.export.on_failed)
        desk.briefing.slot_requested.connect(self._on_slot)
        desk.arrangement.section_requested.connect(pages.briefing.go_to_heading)
        desk.session.changed.connect(self._on_changed)

    def _connect_export(self) -> None:
        desk, window = self._desk, self._desk.window
        window.add_exports(desk.exports)
        desk.export_ways.asked.connect(self._on_export)
        desk.export_ways.refused.connect(desk.say)
        desk.export.export_allowed.connect(window.pages.briefing.allow_export)
        desk.export.exported.connect(self._on_exported)
        window.pages.briefing.allow_export(desk.export.why_not())

    def _connect_view(self) -> None:
        desk, window, pages = self._desk, self._desk.window, self._desk.window.pages
        act = window.acts
        for page in ("sources", "choice", "arrangement"):
            act[f"show_{page}"].triggered.connect(partial(window.show_tab, getattr(pages, page)))
        act["find"].triggered.connect(partial(window.show_tab, pages.find))
        act["find"].triggered.connect(pages.find.focus_line)
        window.tabs.currentChanged.connect(self._on_tab)
        act["next_pane"].triggered.connect(window.next_pane)
        act["about"].triggered.connect(partial(window.tell_about, desk.version))
        desk.style.changed.connect(pages.briefing.set_theme)
        desk.style.changed.connect(pages.reader.set_theme)
        window.appearance.triggered.connect(self._on_appearance)
        for action in window.appearance.actions():
            action.setChecked(action.data() == desk.style.appearance)

    def _on_changed(self, _kinds: object) -> None:
        session, window = self._desk.session, self._desk.window
        act = window.acts
        none = "" if session.briefing else tr("There is no briefing on the desk")
        allow(act["rename_briefing"], none)
        allow(act["delete_briefing"], none)
        closed = "" if session.path else tr("Open or make a Library first")
        allow(act["new_briefing"], closed)
        window.pages.briefing.allow_new(closed)
        title = session.briefing.title if session.briefing else ""
        window.show_title(title, session.path.stem if session.path else "")

    def _on_rename(self) -> None:
        window = self._desk.window
        window.show_tab(window.pages.arrangement)
        window.pages.arrangement.focus_title()

    def _on_slot(self, key: str) -> None:
        window = self._desk.window
        window.show_tab(window.pages.arrangement)
        window.pages.arrangement.focus_slot(key)

    def _on_tab(self) -> None:
        window = self._desk.window
        if window.tabs.currentWidget() is window.pages.find:
            window.pages.find.focus_line()

    def _on_export(self, name: str, suffix: str) -> None:
        desk = self._desk
        desk.window.pages.arrangement.finish()
        path = desk.files.ask_new_file(
            tr("Export as {name}", name=name), desk.export.proposed(suffix), f"{name} (*{suffix})"
        )
        if path:
            desk.export.export(path)

    def _on_exported(self, path: Path) -> None:
        files = self._desk.files
        self._desk.window.notice.tell(
            tr("Written to {path}", path=path),
            (
                NoticeAct(tr("Open file"), partial(files.show, path)),
                NoticeAct(tr("Open folder"), partial(files.show, path.parent)),
            ),
        )

    def _on_appearance(self, action: QAction) -> None:
        self._desk.style.appear(action.data())
        self._desk.settings.keep_text("appearance", action.data())
