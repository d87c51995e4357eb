"""The open Library as Qt sees it: facts are signals, and every edit goes over the undo stack."""

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from briefing.model.briefing import Briefing
from briefing.model.edits import Change, Edit, Put, Record, Step
from briefing.model.errors import BriefingError
from briefing.model.evidence import Evidence
from briefing.model.findings import Citation
from briefing.model.ids import BriefingId
from briefing.model.imports import Unread
from briefing.model.snapshot import Snapshot
from briefing.workspace import Imported, Workspace
from ui.i18n import tr
from ui.session.errors import ErrorDesk
from ui.session.settings import Settings
from ui.session.undo import EditCommand
from ui.session.use_cases import UseCases

EVERYTHING = frozenset(get_args(Record))
_NOTHING = Evidence()


class Session(QObject):
    """Handed to every presenter by the composition root; never a global."""

    changed = Signal(object)  # a frozenset of the kinds of record that may look different now
    held_changed = Signal(str)  # why Edits wait; empty when they do not
    library_changed = Signal()  # another Library is open, or none

    def __init__(
        self, use_cases: UseCases, settings: Settings, errors: ErrorDesk, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self.use_cases = use_cases
        self.settings = settings
        self.errors = errors
        self.undo_stack = QUndoStack(self)
        self._workspace: Workspace | None = None
        self._current: BriefingId | None = None
        self._typing = 0
        self._held = ""

    @property
    def path(self) -> Path | None:
        """Where the open Library lies."""
        return self._workspace.path if self._workspace else None

    @property
    def snapshot(self) -> Snapshot | None:
        """The Library's records as they are now; None when none is open."""
        return self._workspace.snapshot() if self._workspace else None

    @property
    def held(self) -> str:
        """Why every Edit but of Briefings is refused; empty when none is."""
        return self._held

    @property
    def evidence(self) -> Evidence:
        """Sources and Findings; empty when no Library is open."""
        return self.snapshot.evidence if self.snapshot else _NOTHING

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        """The Briefings of the Library."""
        return self.snapshot.briefings if self.snapshot else ()

    @property
    def briefing(self) -> Briefing | None:
        """The Briefing on the desk."""
        return next((one for one in self.briefings if one.id == self._current), None)

    def open(self, path: Path, *, create: bool = False) -> None:
        """Open a Library in place of the one that is open. Raises LibraryError."""
        opened = self.use_cases.open_library(path, create)
        opened.snapshot()  # a damaged Library shows itself here, not in the middle of a refresh
        if self._workspace:
            self._workspace.close()
        self._workspace = opened
        self.undo_stack.clear()
        self.settings.remember_library(path)
        self._current = BriefingId(self.settings.text("briefing"))
        self._keep_one_on_the_desk(())
        self.hold("")
        self.library_changed.emit()
        self.changed.emit(EVERYTHING)

    def close(self) -> None:
        """Close the Library; what was done is kept already."""
        if self._workspace:
            self._workspace.close()
        self._workspace = None
        self.hold("")
        self.undo_stack.clear()

    def search(self, words: str) -> tuple[Citation, ...]:
        """Find the Sentences that hold the words. Raises LibraryError."""
        return self._workspace.search(words) if self._workspace else ()

    def do(self, edit: Edit, *, merge: str = "") -> None:
        """Make an Edit, undoably. Raises LibraryError, and then nothing has changed."""
        change = self._apply(edit)
        key = f"{merge}/{self._typing}" if merge else ""
        self.undo_stack.push(EditCommand(edit, change.undo, self._apply_or_tell, key))

    def take_over(self, imported: Imported, *, undoable: bool = True) -> None:
        """Show what an import wrote; with the first Sources comes a first Briefing.

        One undo takes back both. Raises LibraryError.
        """
        if not self._workspace:
            return
        undo = self._workspace.take_over(imported)
        if not undo.steps:
            self.changed.emit(frozenset({Unread}))
            return
        stack = self.undo_stack
        if not undoable:
            stack.clear()
        stack.beginMacro(undo.label)
        try:
            stack.push(EditCommand(None, undo, self._apply_or_tell, ""))
            self.changed.emit(EVERYTHING)
            if imported.report.added and not self.briefings:
                first = self.use_cases.new_briefing(self.evidence, "")
                self.do(Edit(tr("New briefing"), (Put(first),)))
        finally:
            stack.endMacro()
        if not undoable:
            stack.clear()

    def hold(self, reason: str) -> None:
        """Refuse, for the reason, every Edit but of Briefings, until held for none ("").

        It is the Library that is held: one that is opened in its place is free.
        """
        if reason != self._held:
            self._held = reason
            self.held_changed.emit(reason)

    def seal(self) -> None:
        """Let the next Edit of a field be one of its own: the person has left it."""
        self._typing += 1

    def revise(self, label: str, *, merge: str = "", **fields: Any) -> None:  # noqa: ANN401
        """Change fields of the Briefing on the desk; nothing happens when they are so already."""
        if not self.briefing:
            return
        revised = replace(self.briefing, **fields)
        if revised != self.briefing:
            self.do_or_tell(Edit(label, (Put(revised),)), merge=merge)

    def do_or_tell(self, edit: Edit, *, merge: str = "") -> None:
        """Make an Edit; an error is told, and the pages show again what is so."""
        try:
            self.do(edit, merge=merge)
        except BriefingError as error:
            self.errors.tell(error)
            self.changed.emit(EVERYTHING)

    def show_briefing(self, briefing: BriefingId) -> None:
        """Put another Briefing on the desk."""
        if briefing != self._current:
            self._current = briefing
            self.settings.keep_text("briefing", briefing)
            self.changed.emit(frozenset({Briefing}))

    def _apply(self, edit: Edit) -> Change:
        if not self._workspace:
            raise BriefingError("No Library is open.", "Open one, or make a new one.")
        if self._held and any(_kind(step) is not Briefing for step in edit.steps):
            raise BriefingError(self._held, tr("Wait until it is finished, or stop it."))
        before = tuple(one.id for one in self.briefings)
        change = self._workspace.apply(edit)
        self._keep_one_on_the_desk(before)
        self.changed.emit(change.kinds)
        return change

    def _apply_or_tell(self, edit: Edit) -> Change | None:
        """For the undo stack, which cannot be told of an error: it is emptied instead.

        Not at once: the stack is in the middle of the command that it would delete.
        """
        try:
            return self._apply(edit)
        except BriefingError as error:
            self.errors.tell(error)
            QTimer.singleShot(0, self.undo_stack.clear)
            return None

    def _keep_one_on_the_desk(self, before: tuple[BriefingId, ...]) -> None:
        """Show a Briefing that is new or back again; one that is gone makes room."""
        ids = [one.id for one in self.briefings]
        fresh = [one for one in ids if before and one not in before]
        if fresh:
            self._current = fresh[-1]
        elif self._current not in ids:
            self._current = ids[-1] if ids else None
        self.settings.keep_text("briefing", self._current or "")


def _kind(step: Step) -> type[Record]:
    return type(step.record) if isinstance(step, Put) else step.kind
