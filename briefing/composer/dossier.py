"""Selects from all Evidence the frozen part that one Briefing is composed from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.model.briefing import Briefing, Dossier
from briefing.model.errors import ComposeError
from briefing.model.evidence import Evidence
from briefing.model.findings import (
    Agreement,
    Citation,
    Dispute,
    Divergence,
    Event,
    EventKind,
    Statement,
)
from briefing.model.ids import ActorId, IssueId, SourceId, StatementId
from briefing.model.people import Issue

# A meeting's own background: what two Parties did together. Two Parties that share nothing but
# a forum of many are no sign of a common matter, so both must be of the chosen Event.
_SHARED_PARTIES = 2
_BETWEEN_PARTIES = frozenset(
    {
        EventKind.SUMMIT,
        EventKind.VISIT,
        EventKind.MEETING,
        EventKind.TALKS,
        EventKind.CALL,
        EventKind.SIGNING,
    }
)


@dataclass(frozen=True, slots=True)
class _Matter:
    """The Findings that fall under a choice."""

    statements: tuple[Statement, ...]
    agreements: tuple[Agreement, ...]
    disputes: tuple[Dispute, ...]


def select(evidence: Evidence, briefing: Briefing) -> Dossier:
    """Return the chosen Events and Issues with all that falls under them.

    Statements and Agreements fall under a chosen Issue or Event; Disputes under a chosen Issue or,
    when no Issue is chosen, under those that the Statements of the chosen Events speak of.
    Related Events share two Parties with a chosen one, or are told where a chosen Issue is.
    Raises ComposeError when nothing is chosen, or nothing falls under the choice.
    """
    if not briefing.events and not briefing.issues:
        raise ComposeError(
            "Neither an event nor an issue is chosen.",
            hint="Choose at least one event or one issue for the briefing.",
        )
    chosen = tuple(event for event in evidence.events if event.id in set(briefing.events))
    matter = _matter(evidence, briefing)
    if not chosen and not any((matter.statements, matter.agreements, matter.disputes)):
        raise ComposeError(
            "Nothing in the library falls under the chosen events and issues.",
            hint="Choose other events or issues, or add sources that speak of them.",
        )
    events = (*chosen, *_related(evidence, chosen, matter, frozenset(briefing.issues)))
    cited = frozenset((*_citations(matter), *(c for event in chosen for c in event.sources)))
    divergences = tuple(d for d in evidence.divergences if _touches(d, cited))
    kept = Evidence(
        events=events,
        issues=_issues(evidence, briefing, matter),
        statements=matter.statements,
        agreements=matter.agreements,
        disputes=matter.disputes,
        divergences=divergences,
    )
    return Dossier(_sorted(_with_people_and_sources(kept, evidence)))


def _matter(evidence: Evidence, briefing: Briefing) -> _Matter:
    events, issues = frozenset(briefing.events), frozenset(briefing.issues)

    def under(finding: Statement | Agreement) -> bool:
        return finding.event in events or not issues.isdisjoint(finding.issues)

    statements = tuple(s for s in evidence.statements if under(s))
    agreements = tuple(a for a in evidence.agreements if under(a))
    spoken = issues or frozenset(issue for s in statements for issue in s.issues)
    disputes = tuple(dispute for dispute in evidence.disputes if dispute.issue in spoken)
    rests_on: set[StatementId] = {
        statement
        for dispute in disputes
        for position in dispute.positions
        for statement in position.statements
    }
    known = {statement.id for statement in statements}
    more = tuple(s for s in evidence.statements if s.id in rests_on and s.id not in known)
    return _Matter((*statements, *more), agreements, disputes)


def _related(
    evidence: Evidence,
    chosen: tuple[Event, ...],
    matter: _Matter,
    issues: frozenset[IssueId],
) -> Iterator[Event]:
    party = {actor.id: actor.party or actor.id for actor in evidence.actors}
    sides = [frozenset(party.get(a, a) for a in event.participants) for event in chosen]
    findings: tuple[Statement | Agreement, ...] = (*matter.statements, *matter.agreements)
    linked = {finding.event for finding in findings if not issues.isdisjoint(finding.issues)}
    told = frozenset(_citations(matter)) if issues else frozenset()
    taken = {event.id for event in chosen}
    for event in evidence.events:
        own = frozenset(party.get(a, a) for a in event.participants)
        shared = event.kind in _BETWEEN_PARTIES and any(
            len(own & side) >= _SHARED_PARTIES for side in sides
        )
        if event.id not in taken and (
            shared or event.id in linked or not told.isdisjoint(event.sources)
        ):
            yield event


def _citations(matter: _Matter) -> Iterator[Citation]:
    for statement in matter.statements:
        yield Citation(statement.source, statement.sentence)
    for agreement in matter.agreements:
        for sentence in agreement.sentences:
            yield Citation(agreement.source, sentence)
    for dispute in matter.disputes:
        yield from dispute.evidence


def _touches(divergence: Divergence, cited: frozenset[Citation]) -> bool:
    accounts = {Citation(account.source, account.sentence) for account in divergence.accounts}
    return not cited.isdisjoint(accounts)


def _issues(evidence: Evidence, briefing: Briefing, matter: _Matter) -> tuple[Issue, ...]:
    spoken = {issue for s in matter.statements for issue in s.issues}
    spoken.update(issue for a in matter.agreements for issue in a.issues)
    spoken.update(dispute.issue for dispute in matter.disputes)
    spoken.update(briefing.issues)
    return tuple(issue for issue in evidence.issues if issue.id in spoken)


def _with_people_and_sources(kept: Evidence, evidence: Evidence) -> Evidence:
    named = set(_named(kept))
    parties = {a.party for a in evidence.actors if a.id in named and a.party is not None}
    sources = set(_named_sources(kept))
    return replace(
        kept,
        actors=tuple(actor for actor in evidence.actors if actor.id in named | parties),
        sources=tuple(source for source in evidence.sources if source.id in sources),
        groups=tuple(g for g in evidence.groups if not sources.isdisjoint(g.sources)),
    )


def _named(kept: Evidence) -> Iterator[ActorId]:
    for statement in kept.statements:
        who = (statement.speaker, statement.party, statement.on_behalf)
        yield from (actor for actor in who if actor is not None)
    for event in kept.events:
        yield from event.participants
    for agreement in kept.agreements:
        yield from agreement.parties
        if agreement.announced_by is not None:
            yield agreement.announced_by
    for dispute in kept.disputes:
        yield from (position.party for position in dispute.positions)


def _named_sources(kept: Evidence) -> Iterator[SourceId]:
    yield from (statement.source for statement in kept.statements)
    yield from (agreement.source for agreement in kept.agreements)
    for event in kept.events:
        yield from (citation.source for citation in event.sources)
    for dispute in kept.disputes:
        yield from (citation.source for citation in dispute.evidence)
    for divergence in kept.divergences:
        yield from (account.source for account in divergence.accounts)


def _sorted(kept: Evidence) -> Evidence:
    return Evidence(
        sources=tuple(sorted(kept.sources, key=lambda source: source.id)),
        actors=tuple(sorted(kept.actors, key=lambda actor: actor.id)),
        events=tuple(sorted(kept.events, key=lambda event: event.id)),
        issues=tuple(sorted(kept.issues, key=lambda issue: issue.id)),
        statements=tuple(sorted(kept.statements, key=lambda statement: statement.id)),
        agreements=tuple(sorted(kept.agreements, key=lambda agreement: agreement.id)),
        disputes=tuple(sorted(kept.disputes, key=lambda dispute: dispute.id)),
        divergences=tuple(sorted(kept.divergences, key=lambda divergence: divergence.id)),
        groups=tuple(sorted(kept.groups, key=lambda group: group.id)),
    )
