"""Decides what becomes of documents that were not read: another try, going on, forgetting them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing.model.edits import Edit, Remove
from briefing.model.errors import Cancelled
from briefing.model.imports import ImportReport, Unread
from briefing.model.snapshot import Snapshot
from ui.i18n import counted, tr
from ui.pages.unread.columns import whole
from ui.session.importer import Importer
from ui.session.planner import Planner
from ui.session.session import Session
from ui.session.words import import_summary, unread_summary


class UnreadPresenter(QObject):
    """Fills the dialog and does what it asks for."""

    shown = Signal(object)  # tuple[Unread, ...]
    told = Signal(str)  # what the dialog says over its list
    allowed = Signal(str)  # why nothing can be done now; empty when it can
    failed = Signal()  # an import has left documents out: they should be seen
    interrupted = Signal(str)  # the Library that was opened has documents that wait

    def __init__(
        self, session: Session, importer: Importer, planner: Planner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._importer = importer
        self._planner = planner
        self._last: tuple[Unread, ...] | None = None
        # Pages still to be fetched, and whether the import under way was asked for here.
        self._pages: tuple[Unread, ...] = ()
        self._mine = False
        session.changed.connect(self._on_changed)
        session.library_changed.connect(self._on_library)
        planner.allowed.connect(self.allowed)
        importer.finished.connect(self._on_imported)
        importer.failed.connect(self._on_failed)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What was not read, of the open Library."""
        return self._session.snapshot.unread if self._session.snapshot else ()

    def waiting(self) -> tuple[Unread, ...]:
        """Return what was not tried yet."""
        return tuple(one for one in self.unread if one.waits)

    def why_not(self) -> str:
        """Say why nothing can be done now; empty when it can."""
        return self._planner.why_not()

    def survey(self) -> None:
        """Say over the list how much of it there is, in place of what the last import did."""
        self.told.emit(unread_summary(self.unread))

    def go_on(self) -> None:
        """Read what waits."""
        self.try_again(self.waiting())

    def try_again(self, unread: Sequence[Unread]) -> None:
        """Read these; pages of the web are fetched again, one after the other."""
        files = tuple(one for one in unread if not one.is_page)
        self._pages = tuple(one for one in unread if one.is_page)
        self._mine = True
        if files:
            self._importer.go_on(files)
        else:
            self._fetch_next()

    def forget(self, unread: Sequence[Unread]) -> None:
        """Take these off the list; the files themselves stay where they are."""
        steps = tuple(Remove(Unread, one.id) for one in unread)
        label = counted(len(steps), "Forget {n} document", "Forget {n} documents")
        if any(one.waits for one in unread):
            # While some wait, what came in before may not be compared yet, and later nothing would.
            settle = self._session.use_cases.plan_removal

            def plan(snapshot: Snapshot) -> Edit:
                settled = settle((), snapshot)
                return replace(settled, label=label, steps=(*settled.steps, *steps))

            self._planner.start(plan, label)
        elif steps:
            self._session.do_or_tell(Edit(label, steps))

    def listing(self, unread: Sequence[Unread]) -> str:
        """Return these as text for the clipboard."""
        return "\n\n".join(whole(one) for one in unread)

    def _on_changed(self, _kinds: object) -> None:
        if self.unread != self._last:
            self._last = self.unread
            self.shown.emit(self.unread)
            self.survey()
        self.allowed.emit(self.why_not())

    def _on_imported(self, report: ImportReport) -> None:
        if report.failed:
            self.told.emit(import_summary(report))
            self.failed.emit()
        # Whoever stops an import, or starts another, has not asked for more pages.
        if self._mine and not report.waiting:
            self._fetch_next()
        else:
            self._pages = ()

    def _on_failed(self, error: BaseException) -> None:
        """Go on to the next page after one that could not be had, unless the person stopped it."""
        if self._mine and not isinstance(error, Cancelled):
            self._fetch_next()
        else:
            self._pages = ()

    def _on_library(self) -> None:
        self._pages = ()
        waits = len(self.waiting())
        if waits:
            said = counted(waits, "{n} document waits", "{n} documents wait")
            text = tr("An import was interrupted: {waits} to be read.", waits=said)
            self.interrupted.emit(text)

    def _fetch_next(self) -> None:
        self._mine = bool(self._pages)
        if self._pages:
            page, *rest = self._pages
            self._pages = tuple(rest)
            self._importer.start_page(page.path)
