"""Edits that take long to plan: a Job plans them, and the Session makes them when it comes home."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing.model.briefing import Briefing
from briefing.model.edits import Edit, Put
from briefing.model.snapshot import Snapshot
from briefing.model.source import Source
from ui.i18n import tr
from ui.session.jobs import Jobs
from ui.session.session import Session

Plan = Callable[[Snapshot], Edit]


@dataclass(frozen=True, slots=True)
class _Planned:
    """An Edit, and what it was reckoned from."""

    edit: Edit
    snapshot: Snapshot


class Planner(QObject):
    """Handed to presenters that change Sources: what follows from that is found anew.

    While one Edit is planned the Session refuses others, as it does during an import.
    """

    allowed = Signal(str)  # why nothing can be changed now; empty when it can

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        jobs.busy_changed.connect(self._on_busy)

    def why_not(self) -> str:
        """Say why nothing can be changed now; empty when it can."""
        if not self._session.path:
            return tr("Open or make a Library first")
        return tr("Wait until the work under way is finished") if self._jobs.busy else ""

    def revise(self, revised: Source, label: str) -> None:
        """Put a Source as the person corrected it, under this name in the Undo menu."""
        plan = self._session.use_cases.plan_revision
        self.start(lambda snapshot: replace(plan(revised, snapshot), label=label), label)

    def start(self, plan: Plan, label: str) -> None:
        """Plan an Edit and make it; ``plan`` is a pure function and holds no QObject."""
        snapshot = self._session.snapshot
        if not snapshot or self._jobs.busy:
            return
        self._session.hold(tr("Another change is being made."))
        job = self._jobs.start(
            lambda _progress: _Planned(plan(snapshot), snapshot),
            partial(self._do, plan, label),
            self._session.errors.tell,
            label=f"{label}…",
        )
        # Before the Edit is made, and when the person has stopped it.
        job.finished.connect(self._on_finished)

    def _on_busy(self, _busy: bool) -> None:
        self.allowed.emit(self.why_not())

    def _on_finished(self) -> None:
        self._session.hold("")

    def _do(self, plan: Plan, label: str, planned: _Planned) -> None:
        moved = any(
            isinstance(s, Put) and isinstance(s.record, Briefing) for s in planned.edit.steps
        )
        if moved and self._session.briefings != planned.snapshot.briefings:
            # The person went on choosing meanwhile, which is not to be lost.
            self.start(plan, label)
            return
        self._session.do_or_tell(planned.edit)
