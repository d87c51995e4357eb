"""The same Actor across Sources: one record for every spelling of a name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from briefing.model.evidence import SourceFindings
from briefing.model.ids import ActorId
from briefing.model.names import MAYBE_SAME_PERSON, SAME_PERSON, letters
from briefing.model.people import Actor, ActorKind, Likeness

_NEW = "person-"  # how the ids begin of persons whom no table lists
# What romanisations of one name differ in; the first is read as the second.
_SPELLINGS = (
    ("kh", "h"), ("zh", "j"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ts", "c"), ("tz", "c"), ("iy", "i"), ("ij", "i"), ("ey", "i"), ("ei", "i"), ("y", "i"),
    ("j", "i"), ("w", "v"), ("q", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


def unite(
    findings: Sequence[SourceFindings],
) -> tuple[dict[ActorId, Actor], dict[ActorId, ActorId]]:
    """Return the Actors of all Sources, and which id now stands for which.

    Actors with the same id are one; persons whom no table lists are one when their names are the
    same but for spaces, hyphens and accents, or nearly, and neither their Parties nor their given
    names nor their Offices tell them apart.
    """
    told: dict[ActorId, list[Actor]] = defaultdict(list)
    for found in sorted(findings, key=lambda f: f.id):
        for actor in found.actors:
            told[actor.id].append(actor)
    actors = {id_: _one(rows) for id_, rows in told.items()}
    moved: dict[ActorId, ActorId] = {}
    known = _Spellings()
    for later in sorted(id_ for id_ in actors if id_.startswith(_NEW)):
        like = known.like(actors[later], SAME_PERSON)
        earlier = next((id_ for id_ in like if _same(actors[id_], actors[later])), None)
        if earlier is None:
            known.add(actors[later])
            continue
        moved[later] = earlier
        actors[earlier] = _one([actors[earlier], actors.pop(later)])
        known.add(actors[earlier])
    return actors, moved


class _Spellings:
    """Names of persons by their first letter, so that each is compared with few others."""

    def __init__(self) -> None:
        self._names: dict[str, list[str]] = defaultdict(list)
        self._bearers: dict[str, list[ActorId]] = defaultdict(list)

    def add(self, actor: Actor) -> None:
        """Remember the names of an Actor; of one that is there already, the new ones too."""
        for spelled, first in _spelled(actor):
            self._names[first].append(spelled)
            self._bearers[first].append(actor.id)

    def like(self, actor: Actor, least: float) -> tuple[ActorId, ...]:
        """Return whose names share at least that part of their letters (0 to 100), by id."""
        found = {
            self._bearers[first][index]
            for spelled, first in _spelled(actor)
            for _, _, index in process.extract_iter(
                spelled, self._names[first], scorer=fuzz.ratio, score_cutoff=least
            )
        }
        return tuple(sorted(found - {actor.id}))


def _spelled(actor: Actor) -> list[tuple[str, str]]:
    """Return each name in plain letters, and the first of them as all romanisations have it."""
    plain = dict.fromkeys(letters(name) for name in (actor.name, *actor.aliases))
    return [(name, _read(name)[:1]) for name in plain if name]


def likenesses(actors: Iterable[Actor]) -> tuple[Likeness, ...]:
    """Return the persons that may be one and are not united, the most alike first.

    At least one of the two is new to the tables; nothing that tells them apart is known.
    """
    people = {a.id: a for a in actors if a.kind is ActorKind.PERSON}
    known = _Spellings()
    found = []
    for id_ in sorted(people):
        for other in known.like(people[id_], MAYBE_SAME_PERSON):
            new = id_.startswith(_NEW) or other.startswith(_NEW)
            if new and not _parted(people[id_], people[other]):
                ratio = round(_ratio(people[id_], people[other]), 1)
                found.append(Likeness(other, id_, ratio))
        known.add(people[id_])
    return tuple(sorted(found, key=lambda like: (-like.ratio, like.one, like.other)))


def _one(rows: Sequence[Actor]) -> Actor:
    first = rows[0]
    names = dict.fromkeys(name for row in rows for name in (row.name, *row.aliases))
    names.pop(first.name)
    party = next((row.party for row in rows if row.party is not None), None)
    offices = tuple(dict.fromkeys(office for row in rows for office in row.offices))
    return replace(first, aliases=tuple(names), party=party, offices=offices)


def _same(one: Actor, other: Actor) -> bool:
    if one.kind is not ActorKind.PERSON or other.kind is not ActorKind.PERSON:
        return False
    if _parted(one, other):
        return False
    if letters(one.name) == letters(other.name):
        return True
    alike = _ratio(one, other) >= SAME_PERSON
    return alike and _same_given_name(one, other) and not _other_offices(one, other)


def _ratio(one: Actor, other: Actor) -> float:
    """Return the best share of letters alike between any two names of two Actors."""
    return max(
        fuzz.ratio(letters(name), letters(second))
        for name in (one.name, *one.aliases)
        for second in (other.name, *other.aliases)
    )


def _parted(one: Actor, other: Actor) -> bool:
    return bool(one.party and other.party and one.party != other.party)


def _same_given_name(one: Actor, other: Actor) -> bool:
    """Tell "Dmitry" and "Dmitri" from "Maria" and "Marina": spellings of one, or two names."""
    return _given(one) == _given(other)


def _given(actor: Actor) -> str:
    words = [w for w in actor.name.split() if w != actor.surname] or actor.name.split()
    return _read(letters("".join(words)))


def _read(plain: str) -> str:
    """Return plain letters as all romanisations of a name would have them."""
    for spelled, read in _SPELLINGS:
        plain = plain.replace(spelled, read)
    return _DOUBLED.sub(r"\1", plain)


def _other_offices(one: Actor, other: Actor) -> bool:
    """Tell offices that have no word in common: one cannot be spelled like the other."""
    ours, theirs = (
        {word for office in actor.offices for word in office.title.lower().split()}
        for actor in (one, other)
    )
    return bool(ours and theirs) and not ours & theirs
