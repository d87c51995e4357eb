"""Decides what the preview shows: it composes anew, in the background, after every change."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.document.document import Document, Note
from briefing.model.briefing import Briefing
from briefing.model.edits import Edit, Put, Remove
from briefing.model.errors import BriefingError
from briefing.model.evidence import Evidence
from briefing.model.ids import BriefingId
from ui.i18n import tr
from ui.session.errors import in_words
from ui.session.jobs import Job, Jobs
from ui.session.session import Session

_PAUSE_MS = 150
_SLOW_MS = 300  # from here on it is worth offering to cancel


class BriefingPresenter(QObject):
    """Keeps the newest Document; a result that was overtaken is dropped."""

    composed = Signal(object)  # a Document
    failed = Signal(str, str)  # what is the matter, what to do
    cleared = Signal()  # another Briefing is on the desk: what was composed is of the old one
    composing = Signal(bool)  # there is nothing to show yet; whether it takes long
    cancelled = Signal()  # the person stopped it: there is nothing to show
    briefings_shown = Signal(object, str)  # tuple[Briefing, ...], the id of the one on the desk
    reader_requested = Signal(str, str)
    slot_requested = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._notes: dict[int, Note] = {}
        self._asked: tuple[Evidence, Briefing] | None = None
        self._on_desk: tuple[Path | None, str] | None = None
        self._standing = False  # whether a Document of the Briefing on the desk is shown
        self._job: Job[Document] | None = None
        self._timer = self._made_timer(_PAUSE_MS, self._compose)
        self._slow = self._made_timer(_SLOW_MS, self._on_slow)
        session.changed.connect(self._on_changed)

    def show_briefing(self, briefing: str) -> None:
        """Put another Briefing on the desk."""
        self._session.show_briefing(BriefingId(briefing))

    def make_briefing(self) -> None:
        """Add a Briefing with a suggested choice, and put it on the desk."""
        session = self._session
        try:
            fresh = session.use_cases.new_briefing(session.evidence, "")
        except BriefingError as error:
            session.errors.tell(error)
            return
        # Two suggestions from the same Evidence have the same id: each must stay one of its own.
        taken = {one.id for one in session.briefings}
        numbers = (BriefingId(f"{fresh.id}-{n}") for n in count(2))
        own = fresh.id if fresh.id not in taken else next(n for n in numbers if n not in taken)
        session.do_or_tell(Edit(tr("New briefing"), (Put(replace(fresh, id=own)),)))

    def delete_briefing(self) -> None:
        """Take the Briefing on the desk away; Undo brings it back."""
        briefing = self._session.briefing
        if briefing:
            self._session.do_or_tell(Edit(tr("Delete briefing"), (Remove(Briefing, briefing.id),)))

    def cancel(self) -> None:
        """Stop composing; it is not begun again before the person asks or edits."""
        if self._job and not self._standing:
            self._drop_job()
            self.cancelled.emit()

    def compose_again(self) -> None:
        """Compose after all."""
        self._asked = None
        self._compose()

    def follow(self, link: str) -> None:
        """Go where a link of the preview leads."""
        scheme, _, rest = link.partition(":")
        if scheme == "cite" and int(rest) in self._notes:
            note = self._notes[int(rest)]
            self.reader_requested.emit(note.source, note.sentence)
        elif scheme == "source":
            self.reader_requested.emit(rest, "")
        elif scheme == "slot":
            self.slot_requested.emit(rest)

    def _on_changed(self, _kinds: object) -> None:
        session = self._session
        current = session.briefing
        self.briefings_shown.emit(session.briefings, current.id if current else "")
        on_desk = (session.path, current.id if current else "")
        if on_desk != self._on_desk:
            self._on_desk = on_desk
            self._clear()
        self._timer.start()

    def _clear(self) -> None:
        """Take away what was composed from another Briefing, and forget what is under way."""
        self._drop_job()
        self._asked = None
        self._notes = {}
        self._standing = False
        self.cleared.emit()
        if self._wanted():
            self.composing.emit(False)
        else:
            self.failed.emit(*self._nothing())

    def _drop_job(self) -> None:
        self._slow.stop()
        if self._job:
            self._jobs.drop(self._job)
        self._job = None

    def _made_timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    def _on_slow(self) -> None:
        if not self._standing:
            self.composing.emit(True)

    def _wanted(self) -> tuple[Evidence, Briefing] | None:
        briefing = self._session.briefing
        return (self._session.evidence, briefing) if briefing else None

    def _compose(self) -> None:
        wanted = self._wanted()
        if self._job or (wanted and wanted == self._asked):
            return
        self._asked = wanted
        if not wanted:
            self._notes = {}
            self._standing = False
            self.failed.emit(*self._nothing())
            return
        if not self._standing:
            self.composing.emit(False)
        self._slow.start()
        compose = self._session.use_cases.compose
        self._job = self._jobs.start(
            lambda _progress: compose(*wanted),
            partial(self._show, wanted),
            partial(self._fail, wanted),
        )

    def _show(self, asked: tuple[Evidence, Briefing], document: Document) -> None:
        if self._overtaken(asked):
            return
        self._notes = {note.number: note for note in document.notes}
        self._standing = True
        self.composed.emit(document)

    def _fail(self, asked: tuple[Evidence, Briefing], error: BaseException) -> None:
        if self._overtaken(asked):
            return
        self._notes = {}
        self._standing = False
        trouble = in_words(error)
        self.failed.emit(trouble.message, trouble.hint)
        if not isinstance(error, BriefingError):
            self._session.errors.tell(error)

    def _overtaken(self, asked: tuple[Evidence, Briefing]) -> bool:
        """Drop a result that is no longer asked for, and see to the one that is."""
        self._job = None
        self._slow.stop()
        if asked == self._wanted():
            return False
        self._timer.start()
        return True

    def _nothing(self) -> tuple[str, str]:
        if not self._session.path:
            return tr("No Library is open"), tr("Open one or make a new one in the File menu.")
        if not self._session.evidence.sources:
            return tr("Nothing to brief from yet"), tr("Import sources: drop files in the window.")
        return tr("No briefing yet"), tr("Make one: Briefing, New.")
