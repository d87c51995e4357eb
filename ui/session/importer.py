"""Import: a Job reads and extracts, the main thread writes, and the count in is the count out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.model.edits import Edit, Put
from briefing.model.errors import BriefingError
from briefing.workspace import Failure, ImportPlan, Snapshot
from ui.i18n import counted, tr
from ui.session.jobs import Jobs
from ui.session.session import Session


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the files, a folder standing for those in it: each is in one of the three."""

    added: int
    known: tuple[str, ...]
    failed: tuple[Failure, ...]

    @property
    def summary(self) -> str:
        """Such as "5 added, 1 already here, 1 failed"."""
        parts = [counted(self.added, "{n} source added", "{n} sources added")]
        if self.known:
            parts.append(tr("{n} already here", n=len(self.known)))
        if self.failed:
            parts.append(tr("{n} failed", n=len(self.failed)))
        return ", ".join(parts)


class Importer(QObject):
    """Brings files into the open Library, one import at a time."""

    finished = Signal(object)  # an ImportReport

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs

    def start(self, paths: Sequence[Path], *, undoable: bool = True) -> None:
        """Read files or folders in the background and put them into the Library."""
        snapshot = self._session.snapshot
        files = tuple(paths)
        if not snapshot or not files or self._jobs.busy:
            return
        self._jobs.start(
            partial(self._session.use_cases.plan_import, files, snapshot),
            partial(self._write, files, undoable, snapshot),
            self._session.errors.tell,
            label=tr("Reading sources…"),
        )

    def _write(
        self, files: tuple[Path, ...], undoable: bool, planned: Snapshot, plan: ImportPlan
    ) -> None:
        session = self._session
        if session.evidence != planned.evidence:
            # The person took Sources out, or brought some back, while this was read.
            self.start(files, undoable=undoable)
            return
        try:
            if plan.edit:
                self._put(plan.edit)
        except BriefingError as error:
            session.errors.tell(error)
            return
        if not undoable:
            session.undo_stack.clear()
        self.finished.emit(ImportReport(len(plan.added), plan.known, plan.failed))

    def _put(self, edit: Edit) -> None:
        """Import; with the first Sources comes a first Briefing, and one undo takes back both."""
        session = self._session
        if session.briefings:
            session.do(edit)
            return
        session.undo_stack.beginMacro(edit.label)
        try:
            session.do(edit)
            first = session.use_cases.new_briefing(session.evidence, "")
            session.do(Edit(tr("New briefing"), (Put(first),)))
        finally:
            session.undo_stack.endMacro()
