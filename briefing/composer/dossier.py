"""Selects from all Evidence the frozen part that one Briefing is composed from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.composer.matter import Matter, brings_together, matter_of
from briefing.composer.trimming import trimmed_dispute, trimmed_divergence
from briefing.model.briefing import Briefing, Dossier
from briefing.model.errors import ComposeError
from briefing.model.evidence import Evidence
from briefing.model.facts import Fact
from briefing.model.findings import (
    Agreement,
    Citation,
    Dispute,
    Divergence,
    Event,
    Statement,
)
from briefing.model.ids import ActorId, IssueId, SourceId, StatementId
from briefing.model.people import Actor, Issue


@dataclass(frozen=True, slots=True)
class _Choice:
    """What was chosen; ``matter`` is None where no Event is."""

    events: tuple[Event, ...]
    issues: frozenset[IssueId]
    matter: Matter | None
    actors: Mapping[ActorId, Actor]


@dataclass(frozen=True, slots=True)
class _Findings:
    """The Findings that fall under a choice."""

    statements: tuple[Statement, ...]
    agreements: tuple[Agreement, ...]
    disputes: tuple[Dispute, ...]


def select(evidence: Evidence, briefing: Briefing) -> Dossier:
    """Return the chosen Events and Issues with all that falls under them.

    Where Events are chosen they bound the matter: a Statement or Agreement falls under it that
    belongs to one of them, or is on a chosen Issue in a Source that tells of the matter; Disputes
    and Divergences are trimmed to it, and related Events bring its Parties together. What
    outsiders say in such a Source is kept, for the Sections to set apart. Where only Issues are
    chosen, everything on them counts.
    Raises ComposeError when nothing is chosen, or nothing falls under the choice.
    """
    if not briefing.events and not briefing.issues:
        raise ComposeError(
            "Neither an event nor an issue is chosen.",
            hint="Choose at least one event or one issue for the briefing.",
        )
    wanted = frozenset(briefing.events)
    events = tuple(event for event in evidence.events if event.id in wanted)
    actors = {actor.id: actor for actor in evidence.actors}
    matter = matter_of(evidence, events, actors)
    choice = _Choice(events, frozenset(briefing.issues), matter, actors)
    found = _findings(evidence, choice)
    if not events and not any((found.statements, found.agreements, found.disputes)):
        raise ComposeError(
            "Nothing in the library falls under the chosen events and issues.",
            hint="Choose other events or issues, or add sources that speak of them.",
        )
    kept = Evidence(
        events=(*events, *_related(evidence, choice, found)),
        issues=_issues(evidence, briefing, found),
        statements=found.statements,
        agreements=found.agreements,
        disputes=found.disputes,
        divergences=tuple(_divergences(evidence, choice, found)),
        facts=tuple(_facts(evidence, choice)),
    )
    return Dossier(_sorted(_with_people_and_sources(kept, evidence)))


def _findings(evidence: Evidence, choice: _Choice) -> _Findings:
    matter, taken = choice.matter, {event.id for event in choice.events}

    def under(statement: Statement) -> bool:
        if statement.event in taken:
            return True
        told = matter is None or statement.source in matter.sources
        return told and not choice.issues.isdisjoint(statement.issues)

    def settled(agreement: Agreement) -> bool:
        if agreement.event in taken:
            return True
        told = matter is None or matter.settles(agreement, choice.actors)
        return told and not choice.issues.isdisjoint(agreement.issues)

    statements = tuple(s for s in evidence.statements if under(s))
    agreements = tuple(a for a in evidence.agreements if settled(a))
    spoken = choice.issues or frozenset(issue for s in statements for issue in s.issues)
    on_them = [dispute for dispute in evidence.disputes if dispute.issue in spoken]
    disputes = _disputes(evidence, matter, on_them, agreements)
    rests_on = {s for d in disputes for position in d.positions for s in position.statements}
    known = {statement.id for statement in statements}
    more = tuple(s for s in evidence.statements if s.id in rests_on and s.id not in known)
    return _Findings((*statements, *more), agreements, disputes)


def _disputes(
    evidence: Evidence,
    matter: Matter | None,
    disputes: list[Dispute],
    agreements: tuple[Agreement, ...],
) -> tuple[Dispute, ...]:
    if matter is None:
        return tuple(disputes)
    told: frozenset[StatementId] = frozenset(
        s.id for s in evidence.statements if s.source in matter.sources
    )
    agreed = frozenset(issue for agreement in agreements for issue in agreement.issues)
    trimmed = (trimmed_dispute(d, told, matter, agreed=d.issue in agreed) for d in disputes)
    return tuple(dispute for dispute in trimmed if dispute is not None)


def _related(evidence: Evidence, choice: _Choice, found: _Findings) -> Iterator[Event]:
    """Yield the Events that bring the Parties together; with no Event chosen, those told along."""
    if choice.matter is not None:
        taken = {event.id for event in choice.events}
        for event in evidence.events:
            together = brings_together(event, choice.matter.parties, choice.actors)
            if together and event.id not in taken:
                yield event
        return
    findings: tuple[Statement | Agreement, ...] = (*found.statements, *found.agreements)
    linked = {f.event for f in findings if not choice.issues.isdisjoint(f.issues)}
    told = frozenset(_citations(found))
    for event in evidence.events:
        if event.id in linked or not told.isdisjoint(event.sources):
            yield event


def _facts(evidence: Evidence, choice: _Choice) -> Iterator[Fact]:
    """Yield the dated Facts of which two Parties of the matter are the sides."""
    if choice.matter is None:
        return
    for fact in evidence.facts:
        both = choice.matter.parties & {*fact.actors, *fact.targets}
        if fact.start is not None and len(both) > 1:
            yield fact


def _divergences(evidence: Evidence, choice: _Choice, found: _Findings) -> Iterator[Divergence]:
    """Yield those that touch a Sentence of the Findings or of the chosen Events."""
    cited = frozenset((*_citations(found), *(c for event in choice.events for c in event.sources)))
    for divergence in evidence.divergences:
        kept = divergence
        if choice.matter is not None:
            kept = trimmed_divergence(divergence, choice.matter.sources)
        if len(kept.accounts) > 1 and _touches(kept, cited):
            yield kept


def _citations(found: _Findings) -> Iterator[Citation]:
    for statement in found.statements:
        yield Citation(statement.source, statement.sentence)
    for agreement in found.agreements:
        for sentence in agreement.sentences:
            yield Citation(agreement.source, sentence)
    for dispute in found.disputes:
        yield from dispute.evidence


def _touches(divergence: Divergence, cited: frozenset[Citation]) -> bool:
    accounts = {Citation(account.source, account.sentence) for account in divergence.accounts}
    return not cited.isdisjoint(accounts)


def _issues(evidence: Evidence, briefing: Briefing, found: _Findings) -> tuple[Issue, ...]:
    spoken = {issue for s in found.statements for issue in s.issues}
    spoken.update(issue for a in found.agreements for issue in a.issues)
    spoken.update(dispute.issue for dispute in found.disputes)
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
    for fact in kept.facts:
        yield from (*fact.actors, *fact.targets)


def _named_sources(kept: Evidence) -> Iterator[SourceId]:
    yield from (statement.source for statement in kept.statements)
    yield from (agreement.source for agreement in kept.agreements)
    for event in kept.events:
        yield from (citation.source for citation in event.sources)
    for dispute in kept.disputes:
        yield from (citation.source for citation in dispute.evidence)
    for divergence in kept.divergences:
        yield from (account.source for account in divergence.accounts)
    yield from (fact.source for fact in kept.facts)


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
        facts=tuple(sorted(kept.facts, key=lambda fact: fact.id)),
    )
