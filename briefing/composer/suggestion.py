"""A first choice of events and issues, for a person to change."""

from collections.abc import Iterable, Mapping

from briefing.model.briefing import Briefing
from briefing.model.evidence import Evidence
from briefing.model.findings import Event, EventKind
from briefing.model.ids import ActorId, BriefingId, IssueId, SourceId, digest
from briefing.model.people import Actor, ActorKind

_GATHERINGS = frozenset({EventKind.SUMMIT, EventKind.VISIT, EventKind.TALKS, EventKind.MEETING})
_ENOUGH_SIDES = 2


def suggest(evidence: Evidence, title: str, template: str) -> Briefing:
    """Return a Briefing on one matter: the gatherings of the same states that are told most.

    Those in most Sources; of two alike, in most Sentences; then the newest. With them the Issues on
    which at least two of these states spoke in these Sources. Gatherings of fewer than two known
    states are taken only where there are no others; then, and where nobody gathers, any two Parties
    make an Issue. The id is made from the choice: the same Evidence gives the same Briefing.
    """
    states, gatherings = _most_told(evidence)
    events = tuple(e.id for e in sorted(gatherings, key=lambda e: (str(e.start or ""), e.id)))
    sources = frozenset(c.source for event in gatherings for c in event.sources)
    issues = _issues(
        evidence, states if len(states) >= _ENOUGH_SIDES else None, sources if events else None
    )
    id_ = BriefingId(f"briefing-{digest(title, *events, *issues)}")
    return Briefing(id_, title, template, events, issues)


def _most_told(evidence: Evidence) -> tuple[frozenset[ActorId], list[Event]]:
    """Return the states that gather in most Sources, and their gatherings; both may be empty."""
    actors = {actor.id: actor for actor in evidence.actors}
    groups: dict[frozenset[ActorId], list[Event]] = {}
    for event in evidence.events:
        states = _states(event, actors)
        if event.kind in _GATHERINGS:
            groups.setdefault(states, []).append(event)
    if not groups:
        return frozenset(), []
    return max(
        groups.items(),
        key=lambda group: (len(group[0]) >= _ENOUGH_SIDES, *_told(group[1]), sorted(group[0])),
    )


def _states(event: Event, actors: Mapping[ActorId, Actor]) -> frozenset[ActorId]:
    """Return the states that take part, or for which a person or body does."""
    parties = {actors[actor].party for actor in event.participants if actor in actors}
    return frozenset(
        party
        for party in parties
        if party is not None and party in actors and actors[party].kind is ActorKind.STATE
    )


def _told(events: Iterable[Event]) -> tuple[int, int, str]:
    """Return in how many Sources and Sentences Events are told, and the newest of their days."""
    told = list(events)
    tellings = {citation for event in told for citation in event.sources}
    newest = max(str(event.start or "") for event in told)
    return len({citation.source for citation in tellings}), len(tellings), newest


def _issues(
    evidence: Evidence,
    states: frozenset[ActorId] | None,
    sources: frozenset[SourceId] | None,
) -> tuple[IssueId, ...]:
    """Return the Issues on which two Parties spoke; of these states and Sources, if given."""
    sides: dict[IssueId, set[ActorId]] = {}
    for s in evidence.statements:
        counts = (states is None or s.party in states) and (sources is None or s.source in sources)
        if counts and s.party is not None and not s.commentary:
            for issue in s.issues:
                sides.setdefault(issue, set()).add(s.party)
    return tuple(i.id for i in evidence.issues if len(sides.get(i.id, ())) >= _ENOUGH_SIDES)
