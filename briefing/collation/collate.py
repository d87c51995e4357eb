"""From the Findings of each Source to the Evidence of all: who is who, and what is one event."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.collation.copies import groups
from briefing.collation.disputes import disputes
from briefing.collation.divergences import divergences
from briefing.collation.events import EventCollator
from briefing.collation.people import unite
from briefing.model.evidence import Evidence, SourceFindings
from briefing.model.findings import Event, Statement
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
    events, event_of = EventCollator(actors, by_id, reference).collate(tellings)
    said = [_placed(s, moved, event_of) for f in ordered for s in f.statements]
    settled = [
        replace(
            a,
            event=event_of.get(a.event) if a.event else None,
            announced_by=_moved(a.announced_by, moved),
        )
        for f in ordered
        for a in f.agreements
    ]
    marks = [m for f in ordered for m in f.marks]
    met = {m.issue for m in marks} | {i for s in said for i in s.issues}
    names = {str(i.id): i.label for i in reference.issues}
    names |= {str(e.id): e.title for e in events.values()}
    return Evidence(
        sources=tuple(sorted(sources, key=lambda s: s.id)),
        actors=_by_id(actors.values()),
        events=tuple(sorted(events.values(), key=lambda e: e.id)),
        issues=tuple(sorted((i for i in reference.issues if i.id in met), key=lambda i: i.id)),
        statements=tuple(sorted(said, key=lambda s: s.id)),
        agreements=tuple(sorted(settled, key=lambda a: a.id)),
        disputes=disputes(said, settled, marks, by_id),
        divergences=divergences(tellings, settled, marks, names),
        groups=groups(by_id.values()),
    )


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


def _add_parties(actors: dict[ActorId, Actor], reference: Reference) -> None:
    """Add the Party of every Actor: its name is shown where only the person is named."""
    rows = {party.id: party for party in reference.parties}
    for actor in list(actors.values()):
        party = rows.get(actor.party) if actor.party else None
        if party is not None and party.id not in actors:
            aliases = tuple(name for name in party.names if name != party.name)
            actors[party.id] = Actor(party.id, party.name, party.kind, party.id, aliases)
