"""Issues on which Positions part, and the Positions themselves."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.model.evidence import IssueMark
from briefing.model.findings import (
    Agreement,
    Dispute,
    DisputeStatus,
    Polarity,
    Position,
    Statement,
)
from briefing.model.ids import ActorId, DisputeId, IssueId, SentenceId, SourceId
from briefing.model.source import Source

_AGAINST = frozenset({Polarity.OPPOSES, Polarity.DENIES})
_FEWEST_SIDES = 2
_SURE = 0.5  # what is less sure, or only claimed by the other side, is no Position


def positions(
    statements: Iterable[Statement], sources: dict[SourceId, Source]
) -> dict[IssueId, tuple[Position, ...]]:
    """Return each Party's Statements on each Issue, oldest first; commentary and claims not."""
    told: dict[IssueId, dict[ActorId, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        sure = statement.confidence >= _SURE
        if statement.party is not None and sure and not statement.commentary:
            for issue in statement.issues:
                told[issue][statement.party].append(statement)
    return {
        issue: tuple(
            Position(party, tuple(s.id for s in sorted(rows, key=lambda s: _when(s, sources))))
            for party, rows in sorted(by_party.items())
        )
        for issue, by_party in told.items()
    }


def _when(statement: Statement, sources: dict[SourceId, Source]) -> tuple[str, str, int]:
    published = sources[statement.source].published
    return str(published or ""), statement.source, statement.spans.content[0].start


def disputes(
    statements: Sequence[Statement],
    agreements: Sequence[Agreement],
    marks: Sequence[IssueMark],
    sources: dict[SourceId, Source],
) -> tuple[Dispute, ...]:
    """Return the Issues that a Source calls contested, or on which two Parties pull apart."""
    by_issue = positions(statements, sources)
    known = {statement.id: statement for statement in statements}
    claimed = {statement.sentence for statement in statements}
    found = []
    for issue in sorted({mark.issue for mark in marks} | set(by_issue)):
        here = by_issue.get(issue, ())
        disputed = [m for m in marks if m.issue == issue and m.disputed]
        if not _is_open([[known[s] for s in p.statements] for p in here], disputed=bool(disputed)):
            continue
        evidence = tuple(
            sorted((m.citation for m in disputed), key=lambda c: (c.source, c.sentence))
        )
        dates = [p for c in evidence if (p := sources[c.source].published) is not None]
        dates += [
            d for p in here for s in p.statements if (d := sources[known[s].source].published)
        ]
        found.append(
            Dispute(
                DisputeId(f"dispute-{issue}"),
                issue,
                _status(issue, agreements, [m for m in marks if _is_fact(m, claimed)], sources),
                min(dates, default=None),
                here,
                evidence,
            )
        )
    return tuple(found)


def _is_open(sides: Sequence[Sequence[Statement]], *, disputed: bool) -> bool:
    """Tell a dispute: two sides heard, and the text says so or one is against what is not shared.

    What both said together ("the leaders voiced concern") parts nobody.
    """
    if len(sides) < _FEWEST_SIDES:
        return False
    contents = [{s.content for s in side} for side in sides]
    parted = any(
        statement.polarity in _AGAINST
        and any(statement.content not in other for j, other in enumerate(contents) if j != i)
        for i, side in enumerate(sides)
        for statement in side
    )
    return disputed or parted


def _is_fact(mark: IssueMark, claimed: set[SentenceId]) -> bool:
    """Tell what a Source says itself from what somebody in it claims ("the issue is settled")."""
    return not mark.settled or mark.citation.sentence not in claimed


def _status(
    issue: IssueId,
    agreements: Sequence[Agreement],
    marks: Sequence[IssueMark],
    sources: dict[SourceId, Source],
) -> DisputeStatus:
    """Return settled if the newest word is that; narrowing if something was agreed; else open."""
    here = [m for m in marks if m.issue == issue and (m.disputed or m.settled)]
    newest = max(here, key=lambda m: str(sources[m.citation.source].published or ""), default=None)
    if newest is not None and newest.settled and not newest.disputed:
        return DisputeStatus.SETTLED
    agreed = any(issue in agreement.issues for agreement in agreements)
    return DisputeStatus.NARROWING if agreed else DisputeStatus.OPEN
