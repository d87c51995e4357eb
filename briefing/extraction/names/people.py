"""The cast of one Source: the Actors of the tables that appear in it, and those new to us."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from briefing.extraction.names.full_names import is_eastern
from briefing.extraction.names.listed import Listed, spelling, spellings
from briefing.extraction.names.offices import holds, in_office, names_office
from briefing.extraction.names.roles import Roles
from briefing.model.ids import ActorId
from briefing.model.names import SAME_PERSON, letters, slug
from briefing.model.people import Actor, ActorKind, Office, Party

# Of 100: a surname alone that is so near the surname of one person met here is another spelling.
_SAME_SURNAME = 86
_LONG_SURNAME = 6  # letters; shorter ones are near to too many others
_PREFIXES = ("al", "el")


@dataclass(slots=True)
class _Person:
    """A person in this Source: the titles in small letters that it gives, and "he" or "she"."""

    actor: Actor
    titles: set[str] = field(default_factory=set)
    pronoun: str | None = None

    def parts(self) -> frozenset[str]:
        """Return the letters of each word of the person's names but the first."""
        names = (self.actor.name, *self.actor.aliases)
        return frozenset(part_of_name(word) for name in names for word in name.split()[1:])


def part_of_name(word: str) -> str:
    """Return the letters of a word of a name, without an article before it ("al-Saadi")."""
    head, _, tail = word.partition("-")
    return spelling(tail if tail and head.lower() in _PREFIXES else word)


class Cast:
    """Who appears in one Source; ``on`` is the day of Offices, None when it is not known."""

    def __init__(self, listed: Listed, roles: Roles, on: dt.date | None) -> None:
        self.listed = listed
        self._roles = roles
        self._on = on
        self._met: dict[ActorId, _Person] = {}
        self._others: dict[ActorId, Actor] = {}
        self._commentators: set[ActorId] = set()

    def actors(self) -> dict[ActorId, Actor]:
        """Return everybody who appears, by id."""
        return {id_: p.actor for id_, p in self._met.items()} | self._others

    def pronouns(self) -> dict[ActorId, str]:
        """Return "he" or "she" for those of whom title or given name tells it."""
        return {id_: p.pronoun for id_, p in self._met.items() if p.pronoun is not None}

    def titles(self) -> dict[ActorId, frozenset[str]]:
        """Return in small letters how the text calls persons."""
        return {id_: frozenset(p.titles) for id_, p in self._met.items() if p.titles}

    def describe(self, id_: ActorId, words: str) -> None:
        """Note how the text calls somebody beside a title: "a haulier"."""
        if id_ in self._met:
            self._met[id_].titles.add(words)

    def meet(self, id_: ActorId) -> Actor:
        """Note that an Actor of the tables appears."""
        actor = self.listed.actor(id_)
        if actor.kind is ActorKind.PERSON:
            self._meet(actor)
        else:
            self._others[id_] = actor
        return actor

    def _meet(self, actor: Actor) -> _Person:
        person = self._met.get(actor.id)
        if person is None:
            words = actor.name.split()
            given = words[-1] if is_eastern(words, self._roles) else words[0]
            person = _Person(actor, pronoun=self._roles.pronoun_of(letters(given.split("-")[0])))
            self._met[actor.id] = person
        return person

    def meet_party(self, party: Party) -> None:
        """Note that a Party appears; it is an Actor of its own."""
        aliases = tuple(name for name in party.names if name != party.name)
        self._others.setdefault(
            party.id, Actor(party.id, party.name, party.kind, party.id, aliases)
        )

    def state(self, party: Party) -> Actor | None:
        """Return the Actor of a Party that is a state, noted as one that appears; else None."""
        if party.kind is not ActorKind.STATE:
            return None
        self.meet_party(party)
        return self._others[party.id]

    def meet_body(self, body: Actor) -> Actor:
        """Note that a body appears; another name than before is one more alias."""
        self._others[body.id] = body
        return body

    def commentators(self) -> frozenset[ActorId]:
        """Return those new to us whom the Source introduces as speaking for no side."""
        return frozenset(self._commentators)

    def retire(self, id_: ActorId) -> None:
        """Note that a person of the tables is called a former holder: they speak for themselves."""
        self._commentators.add(id_)

    # ---- new persons --------------------------------------------------------------------------

    def introduce(
        self, name: str, title: str, party: ActorId | None, *, comments: bool = False
    ) -> Actor:
        """Note a name that no table lists, or another spelling of one that is known."""
        party = None if comments else party
        known = self._spelled_otherwise(name, party)
        if known is None:
            words = name.split()
            surname = words[0] if is_eastern(words, self._roles) else words[-1]
            id_ = ActorId(f"person-{slug(name)}")
            known = Actor(id_, name, ActorKind.PERSON, party, surname=surname)
        person = self._meet(known)
        if title:
            person.titles.add(title.lower())
        self._note_gender(person, title)
        if known.id.startswith("person-"):
            self._learn(person, name, title, party)
            if comments:
                self._commentators.add(known.id)
        return person.actor

    def _note_gender(self, person: _Person, title: str) -> None:
        words = set(title.lower().split())
        if words & self._roles.feminine:
            person.pronoun = "she"
        elif words & self._roles.masculine:
            person.pronoun = "he"

    def _learn(self, person: _Person, name: str, title: str, party: ActorId | None) -> None:
        """Add what the Source tells more of a new person: spelling, office, Party."""
        actor = person.actor
        courtesy = title.lower() in self._roles.courtesy
        office = Office(title[:1].upper() + title[1:])
        if title and not courtesy and office.title.lower() not in _titles(actor):
            actor = replace(actor, offices=(*actor.offices, office))
        if name not in (actor.name, *actor.aliases):
            actor = replace(actor, aliases=(*actor.aliases, name))
        person.actor = replace(actor, party=actor.party or party)

    def _spelled_otherwise(self, name: str, party: ActorId | None) -> Actor | None:
        written = spelling(name)
        exact = self.listed.spelled(written)
        if exact is not None and exact.kind is ActorKind.PERSON:
            return exact
        for person in self._met.values():
            if written in spellings(person.actor) or self._is_shorter(person, name, party):
                return person.actor
        words = name.split()
        close = [
            (fuzz.ratio(written, other), actor.id, actor)
            for word in (words[0], words[-1])
            for actor in self.listed.with_surname(spelling(word))
            for other in spellings(actor)
        ] + [
            (fuzz.ratio(written, other), person.actor.id, person.actor)
            for person in self._met.values()
            for other in spellings(person.actor)
        ]
        best = max(close, default=None, key=lambda row: (row[0], row[1]))
        return best[2] if best is not None and best[0] >= SAME_PERSON else None

    def _is_shorter(self, person: _Person, name: str, party: ActorId | None) -> bool:
        """Tell "José Arriagada" from "José Luis Arriagada Peña": one given name, one surname."""
        known, new = person.actor.name.split(), name.split()
        few = 2
        if min(len(known), len(new)) < few or spelling(known[0]) != spelling(new[0]):
            return False
        parted = party and person.actor.party and party != person.actor.party
        theirs, ours = {spelling(w) for w in known}, {spelling(w) for w in new}
        return not parted and len(known) != len(new) and (theirs <= ours or ours <= theirs)

    # ---- who a name means ---------------------------------------------------------------------

    def find(
        self, name: str, title: str, party: ActorId | None, near: Sequence[ActorId] = ()
    ) -> Actor | None:
        """Return the person a name means here: its full name, or a surname met before.

        ``title`` tells namesakes apart ("President Lee"); so does the Party, and who of them is
        first in ``near``, those named before, the last one first. None if nobody fits or several.
        """
        met = self._named(name)
        fits = self._narrow(met, title, party)
        if len(fits) > 1:
            last = next((id_ for id_ in near if any(p.actor.id == id_ for p in fits)), None)
            fits = [p for p in fits if p.actor.id == last]
        if len(fits) == 1:
            self._note_gender(fits[0], title)
            return fits[0].actor
        if title and not met:
            return self._from_table(spelling(name), title, party)
        return None

    def knows(self, name: str) -> bool:
        """Tell whether two surnames or more are those of somebody met here ("Rojas Pinto")."""
        parts = {part_of_name(word) for word in name.split()}
        return any(parts <= person.parts() for person in self._met.values())

    def _named(self, name: str) -> list[_Person]:
        """Return those met here whom a name may mean, by the strictest way that fits any."""
        written, met = spelling(name), list(self._met.values())
        parts = {part_of_name(word) for word in name.split()}
        short = part_of_name(name)
        ways = (
            lambda p: written in spellings(p.actor),
            lambda p: part_of_name(p.actor.surname or "") == short,
            lambda p: parts <= p.parts(),
            # Where the given name is the one in use, as in Ethiopia or Iceland.
            lambda p: spelling(p.actor.name.split()[0]) == written,
            lambda p: _is_near(spelling(p.actor.surname or ""), written),
        )
        for way in ways:
            found = [p for p in met if way(p)]
            if found:
                return found
        return []

    def _narrow(self, people: list[_Person], title: str, party: ActorId | None) -> list[_Person]:
        if len(people) > 1 and party is not None:
            people = [p for p in people if p.actor.party == party] or people
        if len(people) > 1 and title:
            words = set(title.split())
            called = "she" if words & self._roles.feminine else None
            called = "he" if words & self._roles.masculine else called
            people = [
                p for p in people if holds(p.actor, title, self._on) or title in p.titles
            ] or [p for p in people if not called or p.pronoun in {called, None}]
        return people

    def _from_table(self, surname: str, title: str, party: ActorId | None) -> Actor | None:
        """Read "President Yoon" where the full name never stands: by office and day."""
        held = [
            actor
            for actor in self.listed.with_surname(surname)
            if holds(actor, title, self._on) and (party is None or actor.party == party)
        ]
        if len(held) != 1:
            return None
        person = self._meet(held[0])
        person.titles.add(title)
        return person.actor

    def holder(self, title: str, party: ActorId) -> Actor | None:
        """Return who holds an office for a Party: among those met here, else by the tables."""
        met = [
            p.actor
            for p in self._met.values()
            if p.actor.party == party
            and (
                title in p.titles
                or holds(p.actor, title, self._on)
                or any(names_office(told, title) for told in p.titles)
                or self._outranks(p.actor, title)
            )
        ]
        if len(met) == 1:
            return met[0]
        if met or self._on is None or title not in self._roles.unique:
            return None
        held = [a for a in self.listed.of_party(party) if holds(a, title, self._on)]
        return self.meet(held[0].id) if len(held) == 1 else None

    def _outranks(self, actor: Actor, title: str) -> bool:
        """Tell whether an Actor holds one of the offices that a looser title may mean."""
        wanted = self._roles.ranks.get(title, frozenset())
        return any(
            in_office(office, self._on)
            and any(names_office(office.title.lower(), word) for word in wanted)
            for office in actor.offices
        )


def _titles(actor: Actor) -> set[str]:
    return {office.title.lower() for office in actor.offices}


def _is_near(surname: str, written: str) -> bool:
    """Tell another spelling of a surname; "Petrova" is not one of "Petrov"."""
    if min(len(surname), len(written)) < _LONG_SURNAME or written.rstrip("a") == surname.rstrip(
        "a"
    ):
        return False
    return fuzz.ratio(surname, written) >= _SAME_SURNAME
