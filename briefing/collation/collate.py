"""From the Findings of each Source to the Evidence of all: who is who, and what is one event."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.collation.copies import groups
from briefing.collation.disputes import disputes
from briefing.collation.divergences import divergences
from briefing.collation.events import EventCollator
from briefing.collation.people import likenesses, unite
from briefing.collation.proposals import proposals
from briefing.model.evidence import Evidence, SourceFindings
from briefing.model.facts import Fact
from briefing.model.findings import Agreement, Event, Statement
from briefing.model.ids import ActorId, EventId
from briefing.model.people import Actor, Reference
from briefing.model.source import Source


def collate(
    sources: Sequence[Source], findings: Sequence[SourceFindings], reference: Reference
) -> Evidence:
    """Return the Evidence of all Sources; pure, and the same for any order of input."""
    by_id = {source.id: source for source in sources}
    ordered = sorted(findings, key=lambda f: f.id)
    actors, moved = unite(ordered)
    _add_parties(actors, reference)
    tellings = [_renamed(e, moved) for f in ordered for e in f.events]
    _add_rows(actors, [p for e in tellings for p in e.participants], reference)
    events, event_of = EventCollator(actors, by_id, reference).collate(tellings)
    said = [_placed(s, moved, event_of) for f in ordered for s in f.statements]
    settled = [_settled(a, moved, event_of) for f in ordered for a in f.agreements]
    deeds = _facts(ordered, actors, reference)
    marks = [m for f in ordered for m in f.marks]
    proposed = proposals(said, settled, marks, by_id)
    said, settled, marks = proposed.statements, proposed.agreements, proposed.marks
    issues = (*reference.issues, *proposed.issues)
    met = {m.issue for m in marks} | {i for s in said for i in s.issues}
    names = {str(i.id): i.label for i in issues}
    names |= {str(e.id): e.title for e in events.values()}
    return Evidence(
        sources=tuple(sorted(sources, key=lambda s: s.id)),
        actors=_by_id(actors.values()),
        events=tuple(sorted(events.values(), key=lambda e: e.id)),
        issues=tuple(sorted((i for i in issues if i.id in met), key=lambda i: i.id)),
        statements=tuple(sorted(said, key=lambda s: s.id)),
        agreements=tuple(sorted(settled, key=lambda a: a.id)),
        disputes=disputes(said, settled, marks, by_id, reference.parties),
        divergences=divergences(tellings, settled, marks, names),
        groups=groups(by_id.values()),
        facts=deeds,
        likenesses=likenesses(actors.values()),
    )


def _facts(
    ordered: Iterable[SourceFindings], actors: dict[ActorId, Actor], reference: Reference
) -> tuple[Fact, ...]:
    """Return all Facts by id, and add whoever has a part in one to the Actors.

    They are Parties or stand in the tables: no name of theirs has moved.
    """
    found = [fact for f in ordered for fact in f.facts]
    _add_rows(actors, (id_ for fact in found for id_ in (*fact.actors, *fact.targets)), reference)
    return tuple(sorted(found, key=lambda fact: fact.id))


def _by_id(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(sorted(actors, key=lambda a: a.id))


def _moved(id_: ActorId | None, moved: dict[ActorId, ActorId]) -> ActorId | None:
    return moved.get(id_, id_) if id_ is not None else None


def _renamed(event: Event, moved: dict[ActorId, ActorId]) -> Event:
    participants = tuple(dict.fromkeys(moved.get(id_, id_) for id_ in event.participants))
    return replace(event, participants=participants)


def _placed(
    statement: Statement, moved: dict[ActorId, ActorId], event_of: dict[EventId, EventId]
) -> Statement:
    event = event_of.get(statement.event) if statement.event else None
    return replace(
        statement,
        speaker=_moved(statement.speaker, moved),
        on_behalf=_moved(statement.on_behalf, moved),
        event=event,
    )


def _settled(
    agreement: Agreement, moved: dict[ActorId, ActorId], event_of: dict[EventId, EventId]
) -> Agreement:
    event = event_of.get(agreement.event) if agreement.event else None
    return replace(agreement, event=event, announced_by=_moved(agreement.announced_by, moved))


def _add_parties(actors: dict[ActorId, Actor], reference: Reference) -> None:
    """Add the Party of every Actor: its name is shown where only the person is named."""
    _add_rows(actors, [a.party for a in actors.values() if a.party is not None], reference)


def _add_rows(
    actors: dict[ActorId, Actor], parties: Iterable[ActorId], reference: Reference
) -> None:
    """Add those of the Parties that are not there: a Fact or an Event may name one by a place."""
    rows = {party.id: party for party in reference.parties}
    for id_ in parties:
        party = rows.get(id_)
        if party is not None and party.id not in actors:
            aliases = tuple(name for name in party.names if name != party.name)
            actors[party.id] = Actor(party.id, party.name, party.kind, party.id, aliases)
