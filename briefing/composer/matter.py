"""The matter of a Briefing: the Parties that meet at its Events, and the Sources that tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.model.evidence import Evidence
from briefing.model.findings import Agreement, Event
from briefing.model.ids import ActorId, SourceId
from briefing.model.people import Actor

# What one Party does with an outsider is another matter: both must be of the chosen Events.
_SHARED_PARTIES = 2


@dataclass(frozen=True, slots=True)
class Matter:
    """The Parties of the chosen Events, and the Sources that tell of what these did together."""

    parties: frozenset[ActorId]
    sources: frozenset[SourceId]

    def settles(self, agreement: Agreement, actors: Mapping[ActorId, Actor]) -> bool:
        """Tell whether an Agreement is one of the Parties', by its Parties, else its announcer."""
        if agreement.source not in self.sources:
            return False
        if agreement.parties:
            return not self.parties.isdisjoint(agreement.parties)
        told = actors.get(agreement.announced_by) if agreement.announced_by else None
        return told is None or told.party is None or told.party in self.parties


def meeting_parties(events: Iterable[Event], actors: Mapping[ActorId, Actor]) -> frozenset[ActorId]:
    """Return the Parties of those who take part in the Events; of a person, whom it speaks for."""
    known = (actors[actor] for event in events for actor in event.participants if actor in actors)
    return frozenset(actor.party for actor in known if actor.party is not None)


def brings_together(
    event: Event, parties: frozenset[ActorId], actors: Mapping[ActorId, Actor]
) -> bool:
    """Tell whether two of the Parties take part in the Event, or the one where there is one."""
    fewest = min(_SHARED_PARTIES, max(1, len(parties)))
    return len(meeting_parties([event], actors) & parties) >= fewest


def matter_of(
    evidence: Evidence, chosen: Iterable[Event], actors: Mapping[ActorId, Actor]
) -> Matter | None:
    """Return the matter of the chosen Events; None where no Event bounds it.

    Its Sources tell of a chosen Event, or of one that brings two of its Parties together, or are
    copies of such a Source. Where the chosen Events name no Party, those that speak in the Sources
    that tell of them are the Parties.
    """
    events = tuple(chosen)
    if not events:
        return None
    parties = meeting_parties(events, actors)
    taken = {event.id for event in events}
    sources = {
        citation.source
        for event in evidence.events
        if event.id in taken or brings_together(event, parties, actors)
        for citation in event.sources
    }
    copies = [group.sources for group in evidence.groups if not sources.isdisjoint(group.sources)]
    sources.update(source for group in copies for source in group)
    if not parties:
        parties = frozenset(
            s.party
            for s in evidence.statements
            if s.party is not None and not s.commentary and s.source in sources
        )
    return Matter(parties, frozenset(sources))
