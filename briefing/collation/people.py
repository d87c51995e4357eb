"""The same Actor across Sources: one record for every spelling of a name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz import fuzz

from briefing.model.evidence import SourceFindings
from briefing.model.ids import ActorId
from briefing.model.names import MAYBE_SAME_PERSON, SAME_PERSON, letters
from briefing.model.people import Actor, ActorKind

_NEW = "person-"  # how the ids begin of persons whom no table lists
# What romanisations of one name differ in; the first is read as the second.
_SPELLINGS = (
    ("kh", "h"), ("zh", "j"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ts", "c"), ("tz", "c"), ("iy", "i"), ("ij", "i"), ("ey", "i"), ("ei", "i"), ("y", "i"),
    ("j", "i"), ("w", "v"), ("q", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two Actors that may be one, for a person to decide: ``ratio`` of letters alike, 0 to 100."""

    one: ActorId
    other: ActorId
    ratio: float


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
    new = sorted(id_ for id_ in actors if id_.startswith(_NEW))
    for index, later in enumerate(new):
        for earlier in new[:index]:
            if earlier not in moved and _same(actors[earlier], actors[later]):
                moved[later] = earlier
                actors[earlier] = _one([actors[earlier], actors[later]])
                del actors[later]
                break
    return actors, moved


def likenesses(actors: Iterable[Actor]) -> tuple[Likeness, ...]:
    """Return the persons that may be one and are not united, the most alike first.

    At least one of the two is new to the tables; nothing that tells them apart is known.
    """
    people = sorted((a for a in actors if a.kind is ActorKind.PERSON), key=lambda a: a.id)
    found = [
        Likeness(one.id, other.id, ratio)
        for one, other in combinations(people, 2)
        if (one.id.startswith(_NEW) or other.id.startswith(_NEW)) and not _parted(one, other)
        for ratio in (_ratio(one, other),)
        if ratio >= MAYBE_SAME_PERSON
    ]
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
    plain = letters("".join(words))
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
