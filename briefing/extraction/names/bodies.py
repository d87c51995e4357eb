"""The bodies of one Source: one Actor for every way in which the text names the same body."""

from collections.abc import Iterable, Sequence

from briefing.extraction.names.roles import Roles
from briefing.extraction.tokens import tokenise
from briefing.model.ids import ActorId
from briefing.model.names import slug
from briefing.model.people import Actor, ActorKind, Party, Reference

_LIGHT = frozenset(
    {"of", "for", "the", "and", "&", "affairs", "'s", "federal", "national", "state"}
)
_ALIKE = {"defense": "defence", "organization": "organisation", "center": "centre",
          "labor": "labour", "mofa": "foreign", "external": "foreign"}  # fmt: skip
# What a body is, where two of one field and owner differ in that alone: "Ministry", "Department".
_HEADS = ("Ministry", "Department", "Office", "Council", "Committee", "Commission", "Bank")

_SHORTEST = 3  # letters

Key = frozenset[str]


def body_key(name: str, party: Party | None) -> Key:
    """Return the words that tell a body from others of its owner: "foreign", "ministry".

    The owner's names and small words are left out, so that "Ministry of Foreign Affairs of Chile"
    and "Chilean foreign ministry" have one key.
    """
    own = _owner_words(party)
    words = [t.lower for t in tokenise(name) if t.is_word]
    told = frozenset(_ALIKE.get(w, w) for w in words if w not in own and w not in _LIGHT)
    return told or frozenset(words)


def _owner_words(party: Party | None) -> frozenset[str]:
    if party is None:
        return frozenset()
    names = (party.name, *party.names, *party.demonyms, party.capital or "")
    return frozenset(t.lower for name in names for t in tokenise(name))


class ListedBodies:
    """The bodies of the tables, by owner and key."""

    def __init__(self, reference: Reference) -> None:
        parties = {party.id: party for party in reference.parties}
        self._by_key: dict[tuple[ActorId, Key], ActorId] = {}
        for actor in reference.actors:
            if actor.kind is not ActorKind.BODY or actor.party is None:
                continue
            for name in (actor.name, *actor.aliases):
                key = body_key(name, parties.get(actor.party))
                self._by_key.setdefault((actor.party, key), actor.id)

    def find(self, party: ActorId, key: Key) -> ActorId | None:
        """Return the id of the body with an owner and a key."""
        return self._by_key.get((party, key))


class Bodies:
    """The bodies met in one Source that no table lists, by owner and key."""

    def __init__(self, roles: Roles, parties: dict[ActorId, Party]) -> None:
        self._roles = roles
        self._parties = parties
        self._met: dict[tuple[ActorId | None, Key], Actor] = {}
        self._last: list[tuple[ActorId | None, Key]] = []

    def is_generic(self, words: Iterable[str], party: ActorId | None) -> bool:
        """Tell a name that every state may have ("Foreign Ministry") from a body's own."""
        r, own = self._roles, _owner_words(self._parties.get(party) if party else None)
        return all(
            w in r.fields or w in r.bodies or w in _LIGHT or w in own or w in r.named_bodies
            for w in words
        )

    def owned(self, key: Key) -> ActorId | None:
        """Return the one owner of a body with this key in this Source; None if none or several."""
        owners = {party for party, met in self._met if met >= key and party is not None}
        return owners.pop() if len(owners) == 1 else None

    def last_owner(self, key: Key) -> ActorId | None:
        """Return the owner of the body with this key that was named last."""
        return next((p for p, met in reversed(self._last) if met >= key and p is not None), None)

    def named(self, key: Key, party: ActorId | None) -> Actor | None:
        """Return the body of an owner with this key, or the last one that a looser name fits."""
        actor = self._met.get((party, key))
        if actor is not None or len(key) > 1:
            return actor
        return next((self._met[row] for row in reversed(self._last)
                     if row[0] == party and row[1] >= key), None)  # fmt: skip

    def with_initials(self, name: str) -> Actor | None:
        """Return the one body met whose name a group of letters shortens."""
        if not name.isupper() or len(name) < _SHORTEST:
            return None
        fits = {
            actor.id: actor
            for actor in self._met.values()
            if "".join(w[0] for w in actor.name.split() if w[0].isupper()) == name
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

    def note(self, key: Key, party: ActorId | None, actor: Actor) -> Actor:
        """Note that a body is named here."""
        self._met[party, key] = actor
        self._last.append((party, key))
        return actor

    def name_of(self, words: Sequence[str], party: ActorId | None) -> str:
        """Return the name that a Briefing prints: with its owner where every state has one."""
        name = " ".join(words)
        owner = self._parties.get(party) if party else None
        if owner is None or words[0] in _HEADS or "of" in words:
            return name
        own = _owner_words(owner)
        if any(word.lower() in own for word in words):
            return name
        if not self.is_generic([w.lower() for w in words], None):
            return name
        return f"{owner.demonyms[0] if owner.demonyms else owner.name} {name}"

    def new(self, name: str, key: Key, party: ActorId | None) -> Actor:
        """Return an Actor for a body that is not known yet.

        The id of a body that belongs to somebody is made of its key: whatever a Source calls it,
        it is the same in all.
        """
        told = f"{slug(party)}-{slug(' '.join(sorted(key)))}" if party else slug(name)
        return Actor(ActorId(f"body-{told}"), name, ActorKind.BODY, party)
