"""The cast of one Source: the Actors of the tables that appear in it, and those new to us."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from briefing.extraction.listed import Listed, spelling, spellings
from briefing.extraction.roles import Roles
from briefing.model.ids import ActorId
from briefing.model.names import SAME_PERSON
from briefing.model.people import Actor, ActorKind, Office, Party

# "Wi Sung-lac": given names joined by a hyphen follow the surname.
_EASTERN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_LONGEST_EASTERN = 3  # words of a name that puts the surname first
# An office with one of these words is another office than the one without.
_LESSER = ("vice", "deputy", "prime")


@dataclass(slots=True)
class _Person:
    """A person in this Source, and the titles in small letters that it gives them."""

    actor: Actor
    titles: set[str]


def slug(name: str) -> str:
    """Return a name as an id: small letters and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"


class Cast:
    """Who appears in one Source.

    ``on`` is the day on which Offices are looked up, None when it
    is not known.
    """

    def __init__(self, listed: Listed, roles: Roles, on: dt.date | None) -> None:
        self._listed = listed
        self._roles = roles
        self._on = on
        self._met: dict[ActorId, _Person] = {}
        self._others: dict[ActorId, Actor] = {}
        self._commentators: set[ActorId] = set()

    def actors(self) -> dict[ActorId, Actor]:
        """Return everybody who appears, by id."""
        return {id_: p.actor for id_, p in self._met.items()} | self._others

    def meet(self, id_: ActorId) -> Actor:
        """Note that an Actor of the tables appears."""
        actor = self._listed.actor(id_)
        if actor.kind is ActorKind.PERSON:
            self._met.setdefault(id_, _Person(actor, set()))
        else:
            self._others[id_] = actor
        return actor

    def meet_party(self, party: Party) -> None:
        """Note that a Party appears; it is an Actor of its own."""
        aliases = tuple(name for name in party.names if name != party.name)
        self._others.setdefault(
            party.id, Actor(party.id, party.name, party.kind, party.id, aliases)
        )

    def commentators(self) -> frozenset[ActorId]:
        """Return those new to us whom the Source introduces as speaking for no side."""
        return frozenset(self._commentators)

    def introduce(
        self, name: str, title: str, party: ActorId | None, *, comments: bool = False
    ) -> None:
        """Note a full name that no table lists, or another spelling of one that is known."""
        known = self._spelled_otherwise(name)
        if known is not None:
            self._met.setdefault(known.id, _Person(known, set())).titles.add(title.lower())
            return
        courtesy = title.lower() in self._roles.courtesy
        offices = (Office(_capitalised(title)),) if title and not courtesy else ()
        actor = Actor(ActorId(f"person-{slug(name)}"), name, ActorKind.PERSON, party, (), offices)
        words = name.split()
        listed = words[0].lower() in self._roles.surnames_first
        first = (listed or _EASTERN.fullmatch(words[-1])) and len(words) <= _LONGEST_EASTERN
        surname = words[0] if first else words[-1]
        if comments:
            self._commentators.add(actor.id)
        self._met[actor.id] = _Person(replace(actor, surname=surname), {title.lower()})

    def _spelled_otherwise(self, name: str) -> Actor | None:
        written = spelling(name)
        exact = self._listed.spelled(written)
        if exact is not None:
            return exact
        for person in self._met.values():
            if written in spellings(person.actor):
                return person.actor
        words = name.split()
        close = [
            (fuzz.ratio(written, other), actor.id, actor)
            for word in (words[0], words[-1])
            for actor in self._listed.with_surname(spelling(word))
            for other in spellings(actor)
        ]
        best = max(close, default=None, key=lambda row: (row[0], row[1]))
        return best[2] if best is not None and best[0] >= SAME_PERSON else None

    def find(self, name: str, title: str, party: ActorId | None) -> Actor | None:
        """Return the person a name means here: its full name, or a surname met before.

        ``title`` tells namesakes apart ("President Lee"); so does the Party. None if nobody fits
        or several do.
        """
        written = spelling(name)
        met = [p for p in self._met.values() if written in spellings(p.actor)]
        if not met:
            met = [p for p in self._met.values() if spelling(p.actor.surname or "") == written]
        if not met:  # where the given name is the one in use, as in Ethiopia or Iceland
            met = [p for p in self._met.values() if spelling(p.actor.name.split()[0]) == written]
        fits = self._narrow(met, title, party)
        if len(fits) == 1:
            return fits[0].actor
        if title and not met:
            return self._from_table(written, title, party)
        return None

    def _narrow(self, people: list[_Person], title: str, party: ActorId | None) -> list[_Person]:
        if len(people) > 1 and party is not None:
            people = [p for p in people if p.actor.party == party] or people
        if len(people) > 1 and title:
            people = [
                p for p in people if self._holds(p.actor, title) or title in p.titles
            ] or people
        return people

    def _from_table(self, surname: str, title: str, party: ActorId | None) -> Actor | None:
        """Read "President Yoon" where the full name never stands: by office and day."""
        held = [
            actor
            for actor in self._listed.with_surname(surname)
            if self._holds(actor, title) and (party is None or actor.party == party)
        ]
        if len(held) != 1:
            return None
        return self._met.setdefault(held[0].id, _Person(held[0], {title})).actor

    def _holds(self, actor: Actor, title: str) -> bool:
        return any(
            _names_office(office.title.lower(), title) and in_office(office, self._on)
            for office in actor.offices
        )

    def holder(self, title: str, party: ActorId) -> Actor | None:
        """Return who holds an office for a Party: among those met here, else by the tables."""
        met = [
            p.actor
            for p in self._met.values()
            if p.actor.party == party
            and (title in p.titles or self._holds(p.actor, title) or self._outranks(p.actor, title))
        ]
        if len(met) == 1:
            return met[0]
        if met or self._on is None or title not in self._roles.unique:
            return None
        held = [a for a in self._listed.of_party(party) if self._holds(a, title)]
        return self.meet(held[0].id) if len(held) == 1 else None

    def _outranks(self, actor: Actor, title: str) -> bool:
        """Tell whether an Actor holds one of the offices that a looser title may mean."""
        wanted = self._roles.ranks.get(title, frozenset())
        return any(
            in_office(office, self._on)
            and any(_names_office(office.title.lower(), word) for word in wanted)
            for office in actor.offices
        )

    def body(self, name: str, party: ActorId | None) -> Actor:
        """Return the body of that name and owner; one that the tables list keeps its id."""
        listed = self._listed.spelled(spelling(name))
        if listed is not None and listed.party in {party, None}:
            return self.meet(listed.id)
        prefix = f"{slug(party)}-" if party else ""
        id_ = ActorId(f"body-{prefix}{slug(name)}")
        actor = self._others.get(id_)
        if actor is None:
            actor = Actor(id_, name, ActorKind.BODY, party)
            self._others[id_] = actor
        return actor


def in_office(office: Office, on: dt.date | None) -> bool:
    """Tell whether an Office is held on a day; True when the day is not known."""
    if on is None:
        return True
    return (office.since is None or office.since <= on) and (
        office.until is None or on <= office.until
    )


def _names_office(office: str, title: str) -> bool:
    """Tell whether an office's words hold the title's: "Foreign Minister" is "minister" too."""
    return (
        bool(title)
        and (office == title or office.endswith(" " + title) or office.startswith(title + " "))
        and not any(word in office.split() and word not in title.split() for word in _LESSER)
    )


def _capitalised(title: str) -> str:
    return title[:1].upper() + title[1:]
