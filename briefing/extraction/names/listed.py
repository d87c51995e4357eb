"""The Actors of the reference tables, by id, spelling and surname, made ready once."""

from collections import defaultdict
from functools import lru_cache

from briefing.extraction.names.bodies import Key, ListedBodies
from briefing.extraction.names.names import read_l
from briefing.model.ids import ActorId
from briefing.model.names import letters
from briefing.model.people import Actor, ActorKind, Reference


@lru_cache(maxsize=8192)
def spelling(name: str) -> str:
    """Return a name as spellings are compared: its letters, a capital I inside read as l."""
    return letters("".join(map(read_l, name.split())))


def spellings(actor: Actor) -> tuple[str, ...]:
    """Return every name of an Actor as spellings are compared."""
    return tuple(spelling(name) for name in (actor.name, *actor.aliases))


class Listed:
    """The Actors of the tables. Where two share a spelling, the first in the table has it."""

    def __init__(self, reference: Reference) -> None:
        self._bodies = ListedBodies(reference)
        self._by_id = {actor.id: actor for actor in reference.actors}
        self._by_spelling: dict[str, Actor] = {}
        self._by_surname: dict[str, list[Actor]] = defaultdict(list)
        self._by_party: dict[ActorId | None, list[Actor]] = defaultdict(list)
        for actor in reference.actors:
            for written in spellings(actor):
                self._by_spelling.setdefault(written, actor)
            if actor.surname:
                self._by_surname[spelling(actor.surname)].append(actor)
        for actor in self._by_id.values():
            self._by_party[actor.party].append(actor)

    def actor(self, id_: ActorId) -> Actor:
        """Return the Actor with an id; raises KeyError when the tables have none."""
        return self._by_id[id_]

    def spelled(self, written: str) -> Actor | None:
        """Return the Actor who has this spelling (see ``spelling``) among its names."""
        return self._by_spelling.get(written)

    def body(self, name: str, party: ActorId | None, key: Key) -> ActorId | None:
        """Return the id of the body of that name, or of that owner and key (see ``body_key``)."""
        listed = self.spelled(spelling(name))
        if listed is not None and listed.kind is ActorKind.BODY and listed.party in {party, None}:
            return listed.id
        return self._bodies.find(party, key) if party is not None else None

    def with_surname(self, written: str) -> tuple[Actor, ...]:
        """Return the Actors with this spelling of a surname, in the order of the table."""
        return tuple(self._by_surname.get(written, ()))

    def of_party(self, party: ActorId) -> tuple[Actor, ...]:
        """Return the Actors who speak for a Party, in the order of the table."""
        return tuple(self._by_party.get(party, ()))
