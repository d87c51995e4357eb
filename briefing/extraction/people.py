"""The cast of one Source: the Actors of the tables that appear in it, and those new to us."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind, Office, Party, Reference

# Measured on romanised names: two spellings of one person reach 87 at the least, two persons of one
# surname 86 at the most. Only the safe end is merged.
_SAME_PERSON = 95.0
_NOT_LETTERS = re.compile(r"[^a-z]")
# Offices that one person at a time holds for a Party, by the words that name them.
_RANKS = {
    "leader": (
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "general secretary",
        "king",
        "supreme leader",
        "leader",
        "secretary-general",
        "chairman",
        "emir",
    ),
    "premier": ("prime minister", "premier"),
}


@dataclass(slots=True)
class Person:
    """A person in this Source; ``seen`` counts the mentions, newest mention last."""

    actor: Actor
    titles: set[str]


def letters(name: str) -> str:
    """Return the letters of a name alone, small and without accents; a capital I inside reads as l."""
    words = [w[:1] + (w[1:] if w.isupper() else w[1:].replace("I", "l")) for w in name.split()]
    plain = unicodedata.normalize("NFKD", "".join(words)).encode("ascii", "ignore").decode()
    return _NOT_LETTERS.sub("", plain.lower())


def slug(name: str) -> str:
    """Return a name as an id: small letters and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"


class Cast:
    """Who appears in one Source. ``on`` is the day on which offices are looked up."""

    def __init__(self, reference: Reference, on: dt.date | None) -> None:
        self._table = {actor.id: actor for actor in reference.actors}
        self._by_surname: dict[str, list[Actor]] = {}
        for actor in reference.actors:
            if actor.surname:
                self._by_surname.setdefault(letters(actor.surname), []).append(actor)
        self._by_letters: dict[str, Actor] = {}
        for actor in reference.actors:
            for name in (actor.name, *actor.aliases):
                self._by_letters.setdefault(letters(name), actor)
        self._on = on
        self._met: dict[ActorId, Person] = {}
        self._others: dict[ActorId, Actor] = {}

    def actors(self) -> dict[ActorId, Actor]:
        """Return everybody who appears, by id."""
        return {id_: p.actor for id_, p in self._met.items()} | self._others

    def meet(self, id_: ActorId) -> Actor:
        """Note that an Actor of the tables appears."""
        actor = self._table[id_]
        if actor.kind is ActorKind.PERSON:
            self._met.setdefault(id_, Person(actor, set()))
        else:
            self._others[id_] = actor
        return actor

    def meet_party(self, party: Party) -> None:
        """Note that a Party appears; it is an Actor of its own."""
        aliases = tuple(name for name in party.names if name != party.name)
        self._others.setdefault(
            party.id, Actor(party.id, party.name, party.kind, party.id, aliases)
        )

    def introduce(self, name: str, title: str, party: ActorId | None) -> None:
        """Note a full name that no table lists, or another spelling of one that is known."""
        known = self._spelled_otherwise(name)
        if known is not None:
            self._met.setdefault(known.id, Person(known, set())).titles.add(title.lower())
            return
        offices = (Office(_capitalised(title)),) if title else ()
        actor = Actor(ActorId(f"person-{slug(name)}"), name, ActorKind.PERSON, party, (), offices)
        surname = name.split()[-1] if not _surname_first(name) else name.split()[0]
        self._met[actor.id] = Person(replace(actor, surname=surname), {title.lower()})

    def _spelled_otherwise(self, name: str) -> Actor | None:
        key = letters(name)
        exact = self._by_letters.get(key)
        if exact is not None:
            return exact
        for person in self._met.values():
            if any(letters(n) == key for n in (person.actor.name, *person.actor.aliases)):
                return person.actor
        close = [
            (fuzz.ratio(key, letters(spelling)), actor.id, actor)
            for actor in self._surname_candidates(name)
            for spelling in (actor.name, *actor.aliases)
        ]
        best = max(close, default=None, key=lambda row: (row[0], row[1]))
        return best[2] if best is not None and best[0] >= _SAME_PERSON else None

    def _surname_candidates(self, name: str) -> Iterable[Actor]:
        words = name.split()
        for word in {words[0], words[-1]}:
            yield from self._by_surname.get(letters(word), ())

    def find(self, name: str, title: str, party: ActorId | None) -> Person | None:
        """Return the person a name means here: its full name, or a surname met before.

        ``title`` tells namesakes apart ("President Lee"); so does the Party. None if nobody fits
        or several do.
        """
        key = letters(name)
        met = [
            p
            for p in self._met.values()
            if key in {letters(n) for n in (p.actor.name, *p.actor.aliases)}
        ]
        if not met:
            met = [p for p in self._met.values() if letters(p.actor.surname or "") == key]
        fits = self._narrow(met, title, party)
        if len(fits) == 1:
            return fits[0]
        if title and not met:
            return self._from_table(key, title, party)
        return None

    def _narrow(self, people: list[Person], title: str, party: ActorId | None) -> list[Person]:
        if len(people) > 1 and party is not None:
            people = [p for p in people if p.actor.party == party] or people
        if len(people) > 1 and title:
            people = [
                p for p in people if self._holds(p.actor, title) or title in p.titles
            ] or people
        return people

    def _from_table(self, key: str, title: str, party: ActorId | None) -> Person | None:
        """Read "President Yoon" where the full name never stands: by office and day."""
        held = [
            actor
            for actor in self._by_surname.get(key, ())
            if self._holds(actor, title) and (party is None or actor.party == party)
        ]
        if len(held) != 1:
            return None
        return self._met.setdefault(held[0].id, Person(held[0], {title}))

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
            and (title in p.titles or self._holds(p.actor, title) or self._ranks(p.actor, title))
        ]
        if len(met) == 1:
            return met[0]
        if met or self._on is None:
            return None
        held = [a for a in self._table.values() if a.party == party and self._holds(a, title)]
        return self.meet(held[0].id) if len(held) == 1 else None

    def _ranks(self, actor: Actor, title: str) -> bool:
        wanted = _RANKS.get(title, ())
        return any(
            in_office(office, self._on)
            and any(_names_office(office.title.lower(), word) for word in wanted)
            for office in actor.offices
        )

    def body(self, name: str, party: ActorId | None) -> Actor:
        """Return the body of that name and owner; one that the tables list keeps its id."""
        listed = self._by_letters.get(letters(name))
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
        and not ("vice" in office.split() and "vice" not in title.split())
    )


def _surname_first(name: str) -> bool:
    """Tell a Korean or Chinese order of names by the hyphen in what follows ("Wi Sung-lac")."""
    words = name.split()
    return (len(words) == 2 and "-" in words[1]) or (len(words) == 3 and len(words[0]) <= 4)


def _capitalised(title: str) -> str:
    return title[:1].upper() + title[1:]
