"""The short title of an Event: its kind and those who took part, by their names."""

from collections.abc import Sequence

from briefing.model.findings import EventKind
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind, Party, Reference

_WORDS = {
    EventKind.SUMMIT: "summit",
    EventKind.VISIT: "visit",
    EventKind.MEETING: "meeting",
    EventKind.TALKS: "talks",
    EventKind.CALL: "telephone call",
    EventKind.SIGNING: "signing",
    EventKind.FORUM: "forum",
    EventKind.TEST: "weapons test",
    EventKind.EXERCISE: "military exercise",
    EventKind.DEPLOYMENT: "deployment",
    EventKind.ATTACK: "attack",
    EventKind.ELECTION: "election",
    EventKind.PROTEST: "protest",
    EventKind.SANCTIONS: "sanctions",
    EventKind.EXPULSION: "expulsion of diplomats",
    EventKind.RECALL: "recall of an ambassador",
    EventKind.CEASEFIRE: "ceasefire",
    EventKind.RULING: "court ruling",
    EventKind.RELATIONS: "diplomatic relations",
}
_MOST_NAMED = 3


def title(
    kind: EventKind,
    participants: Sequence[ActorId],
    place: str | None,
    actors: dict[ActorId, Actor],
    reference: Reference,
) -> str:
    """Return a title such as "Egypt–Kenya summit, Nairobi" or "William Ruto: visit to Egypt"."""
    if kind is EventKind.VISIT:
        visit = _visit(participants, place, actors, reference)
        if visit is not None:
            return visit
    parties = sorted({_party_name(actors[id_], actors) for id_ in participants})
    who = "–".join(parties[:_MOST_NAMED]) + (" and others" if len(parties) > _MOST_NAMED else "")
    where = f", {place}" if place and place not in parties else ""
    if not who:
        return f"{_WORDS[kind].capitalize()}{where}"
    joint = ": " if len(parties) == 1 else " "
    return f"{who}{joint}{_WORDS[kind]}{where}"


def _visit(
    participants: Sequence[ActorId],
    place: str | None,
    actors: dict[ActorId, Actor],
    reference: Reference,
) -> str | None:
    host = host_of(place, reference)
    if host is None:
        return None
    guests = [
        actors[id_]
        for id_ in participants
        if actors[id_].kind is ActorKind.PERSON and actors[id_].party not in {None, host.id}
    ]
    if not guests:
        return None
    where = host.name if place in {host.name, *host.names} else f"{place}, {host.name}"
    return f"{guests[0].name}: visit to {where}"


def host_of(place: str | None, reference: Reference) -> Party | None:
    """Return the Party that a place belongs to, by the tables."""
    if place is None:
        return None
    for party in reference.parties:
        if place in {party.name, *party.names, party.capital}:
            return party
    owner = next((p.party for p in reference.places if p.name == place), None)
    return next((party for party in reference.parties if party.id == owner), None)


def _party_name(actor: Actor, actors: dict[ActorId, Actor]) -> str:
    party = actors.get(actor.party) if actor.party else None
    return (party or actor).name
