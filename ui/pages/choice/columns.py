"""Events and Issues as rows with a check box: what each is, and where it is told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.evidence import Evidence, SourceFindings
from briefing.model.findings import Citation, Event
from briefing.model.people import Issue
from ui.i18n import counted, tr
from ui.session.citations import Tellings
from ui.session.words import event_date, event_status, names
from ui.widgets.record_model import Look, Order

_TOLD_LIMIT = 6


@dataclass(frozen=True, slots=True)
class EventRow:
    """An Event, whether it is chosen, who took part, and where it is told."""

    event: Event
    chosen: bool
    participants: tuple[str, ...]
    sources: int
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An Issue, whether it is chosen, its Statements by Party, and where it is spoken of.

    ``empty`` says that there is no Statement, Agreement or Dispute to print on it.
    """

    issue: Issue
    chosen: bool
    statements: int
    agreements: int
    parties: tuple[tuple[str, int], ...]
    disputed: bool
    cited: tuple[Citation, ...]
    told: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether a Briefing would have nothing to say on it."""
        return not (self.statements or self.agreements or self.disputed)


def event_rows(evidence: Evidence) -> tuple[EventRow, ...]:
    """Return a row for each Event, none of them chosen."""
    actors = {str(one.id): one for one in evidence.actors}
    told = Tellings(evidence)
    return tuple(
        EventRow(
            event,
            False,
            names(actors, tuple(event.participants)),
            len({citation.source for citation in event.sources}),
            told.lines(event.sources),
        )
        for event in evidence.events
    )


def issue_rows(evidence: Evidence, findings: Sequence[SourceFindings]) -> tuple[IssueRow, ...]:
    """Return a row for each Issue, none chosen; one that is ``empty`` is for nobody to choose."""
    told = Tellings(evidence)
    return tuple(_issue_row(issue, evidence, findings, told) for issue in evidence.issues)


def _issue_row(
    issue: Issue, evidence: Evidence, findings: Sequence[SourceFindings], told: Tellings
) -> IssueRow:
    actors = {str(one.id): one for one in evidence.actors}
    about = [one for one in evidence.statements if issue.id in one.issues]
    counts = Counter(one.party for one in about if one.party)
    settled = [one for one in evidence.agreements if issue.id in one.issues]
    cited = [Citation(one.source, one.sentence) for one in about]
    cited += [Citation(one.source, at) for one in settled for at in one.sentences]
    marks = [mark.citation for one in findings for mark in one.marks if mark.issue == issue.id]
    places = tuple(dict.fromkeys((*cited, *marks)))
    return IssueRow(
        issue,
        False,
        len(about),
        len(settled),
        tuple((names(actors, (party,))[0], n) for party, n in counts.most_common()),
        any(one.issue == issue.id for one in evidence.disputes),
        places,
        told.lines(places),
    )


def _told_in(told: tuple[str, ...]) -> list[str]:
    more = len(told) - _TOLD_LIMIT
    lines = [f"• {line}" for line in told[:_TOLD_LIMIT]]
    if more > 0:
        lines.append(tr("and in {n} more sources", n=more))
    return [*lines, tr("Enter or a double click opens the first; the menu has all.")]


def _event_title(row: EventRow) -> str:
    title = row.event.title
    return title[:1].upper() + title[1:]


def _event_detail(row: EventRow) -> str:
    parts = [event_date(row.event), event_status(row.event), ", ".join(row.participants)]
    return " · ".join(part for part in parts if part)


def _event_tip(row: EventRow) -> str:
    place = row.event.place
    head = [
        _event_title(row),
        _event_detail(row),
        tr("Place: {place}", place=place) if place else "",
    ]
    return "\n".join([*(line for line in head if line), tr("Told in:"), *_told_in(row.told)])


def _issue_detail(row: IssueRow) -> str:
    parties = ", ".join(f"{name} {n}" for name, n in row.parties)
    said = counted(row.statements, "{n} statement", "{n} statements")
    settled = counted(row.agreements, "{n} agreement", "{n} agreements") if row.agreements else ""
    return " · ".join(part for part in (said, settled, parties) if part)


def _issue_tip(row: IssueRow) -> str:
    head = [row.issue.label, _issue_detail(row)]
    if row.disputed:
        head.append(tr("The positions on it part."))
    if row.empty:
        head.append(tr("Chosen earlier; the sources hold no statement on it any more."))
    return "\n".join([*head, tr("Spoken of in:"), *_told_in(row.told)])


def _event_words(row: EventRow) -> str:
    return f"{row.event.title} {_event_detail(row)} {row.event.place or ''} {row.event.kind.value}"


def event_day(row: EventRow) -> str:
    """Return the key by which Events stand in order of time; the undated come last."""
    return row.event.start.isoformat() if row.event.start else "9999"


EVENT_LOOK: Look[EventRow] = Look(
    key=lambda row: row.event.id,
    title=_event_title,
    detail=_event_detail,
    badge=lambda row: counted(row.sources, "{n} source", "{n} sources"),
    tip=_event_tip,
    words=_event_words,
    checked=lambda row: row.chosen,
    orders=(
        Order("Date", lambda row: (event_day(row), row.event.title)),
        Order("Date, latest first", lambda row: (event_day(row), row.event.title), falling=True),
        Order("Most sources", lambda row: (-row.sources, event_day(row))),
        Order("Title", lambda row: row.event.title.casefold()),
    ),
)

ISSUE_LOOK: Look[IssueRow] = Look(
    key=lambda row: row.issue.id,
    title=lambda row: row.issue.label,
    detail=_issue_detail,
    badge=lambda row: tr("disputed") if row.disputed else "",
    tip=_issue_tip,
    words=lambda row: f"{row.issue.label} {_issue_detail(row)}",
    checked=lambda row: row.chosen,
    orders=(
        Order("Most statements", lambda row: (-row.statements, row.empty, row.issue.label)),
        Order("Name", lambda row: row.issue.label.casefold()),
    ),
)
