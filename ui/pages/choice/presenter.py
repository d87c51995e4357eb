"""Decides which events and issues are on offer, and writes the choice into the Briefing."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from briefing.model.evidence import Evidence
from briefing.model.findings import Citation
from briefing.model.ids import EventId, IssueId
from ui.i18n import tr
from ui.pages.choice.columns import EventRow, IssueRow, event_day, event_rows, issue_rows
from ui.session.session import Session
from ui.session.words import source_title


class ChoicePresenter(QObject):
    """Fills the two lists; each tick is an Edit of the Briefing on the desk."""

    events_shown = Signal(object)  # tuple[EventRow, ...]
    issues_shown = Signal(object)  # tuple[IssueRow, ...]
    choice_allowed = Signal(str)  # why not; empty when it is
    reader_requested = Signal(str, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._events: tuple[EventRow, ...] = ()
        self._issues: tuple[IssueRow, ...] = ()
        self._all_issues: tuple[IssueRow, ...] = ()
        self._last: Evidence | None = None
        session.changed.connect(self._on_changed)

    def choose_event(self, row: EventRow, wanted: bool) -> None:
        """Take an Event into the Briefing, or leave it out."""
        label = tr("Choose event") if wanted else tr("Leave out event")
        self._set_events(label, [row.event.id], wanted=wanted)

    def choose_events(self, rows: Sequence[EventRow], wanted: bool) -> None:
        """Take Events in or leave them out, all in one Edit."""
        label = tr("Choose events") if wanted else tr("Leave out events")
        self._set_events(label, [row.event.id for row in rows], wanted=wanted)

    def choose_issue(self, row: IssueRow, wanted: bool) -> None:
        """Take an Issue into the Briefing, or leave it out."""
        label = tr("Choose issue") if wanted else tr("Leave out issue")
        self._set_issues(label, [row.issue.id], wanted=wanted)

    def choose_issues(self, rows: Sequence[IssueRow], wanted: bool) -> None:
        """Take Issues in or leave them out, all in one Edit."""
        label = tr("Choose issues") if wanted else tr("Leave out issues")
        self._set_issues(label, [row.issue.id for row in rows], wanted=wanted)

    def read(self, citation: Citation) -> None:
        """Open the reader where it is told."""
        self.reader_requested.emit(citation.source, citation.sentence)

    def tellings(self, citations: Sequence[Citation]) -> tuple[tuple[str, Citation], ...]:
        """Return the first Citation of each Source, with the Source's title, for a menu."""
        titles = {source.id: source_title(source) for source in self._session.evidence.sources}
        first: dict[str, Citation] = {}
        for citation in citations:
            first.setdefault(citation.source, citation)
        return tuple((titles.get(one.source, one.source), one) for one in first.values())

    def why_not(self) -> str:
        """Say why nothing can be chosen; empty when it can."""
        return "" if self._session.briefing else tr("Make a briefing first: Briefing, New")

    def _set_events(self, label: str, ids: Sequence[EventId], *, wanted: bool) -> None:
        briefing = self._session.briefing
        if not briefing:
            return
        chosen = set(briefing.events) | set(ids) if wanted else set(briefing.events) - set(ids)
        by_time = sorted(self._events, key=lambda row: (event_day(row), row.event.id))
        order = [row.event.id for row in by_time if row.event.id in chosen]
        gone = [one for one in briefing.events if one in chosen and one not in order]
        self._session.revise(label, events=(*order, *gone))

    def _set_issues(self, label: str, ids: Sequence[IssueId], *, wanted: bool) -> None:
        briefing = self._session.briefing
        if not briefing:
            return
        if wanted:
            chosen = tuple(dict.fromkeys((*briefing.issues, *ids)))
        else:
            chosen = tuple(one for one in briefing.issues if one not in ids)
        self._session.revise(label, issues=chosen)

    def _on_changed(self, _kinds: object) -> None:
        self._look_up()
        briefing = self._session.briefing
        events = set(briefing.events) if briefing else set()
        issues = set(briefing.issues) if briefing else set()
        self._events = tuple(replace(r, chosen=r.event.id in events) for r in self._events)
        every = (replace(r, chosen=r.issue.id in issues) for r in self._all_issues)
        # Nobody is offered what there is nothing to print on; but what is chosen must be seen.
        self._issues = tuple(row for row in every if row.chosen or not row.empty)
        self.events_shown.emit(self._events)
        self.issues_shown.emit(self._issues)
        self.choice_allowed.emit(self.why_not())

    def _look_up(self) -> None:
        """Count anew only when the Sources or Findings differ: a tick must be answered at once."""
        snapshot = self._session.snapshot
        evidence = self._session.evidence
        if evidence != self._last:
            self._last = evidence
            self._events = event_rows(evidence)
            self._all_issues = issue_rows(evidence, snapshot.findings if snapshot else ())
