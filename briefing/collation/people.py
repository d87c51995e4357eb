"""The same Actor across Sources: one record for every spelling of a name."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from briefing.model.evidence import SourceFindings
from briefing.model.ids import ActorId
from briefing.model.names import SAME_PERSON, letters
from briefing.model.people import Actor, ActorKind


def unite(
    findings: Sequence[SourceFindings],
) -> tuple[dict[ActorId, Actor], dict[ActorId, ActorId]]:
    """Return the Actors of all Sources, and which id now stands for which.

    Actors with the same id are one; persons whom no table lists are one when their names are the
    same but for spaces, hyphens and accents, or nearly, and their Parties do not differ.
    """
    told: dict[ActorId, list[Actor]] = defaultdict(list)
    for found in sorted(findings, key=lambda f: f.id):
        for actor in found.actors:
            told[actor.id].append(actor)
    actors = {id_: _one(rows) for id_, rows in told.items()}
    moved: dict[ActorId, ActorId] = {}
    new = sorted(id_ for id_ in actors if id_.startswith("person-"))
    for index, later in enumerate(new):
        for earlier in new[:index]:
            if earlier not in moved and _same(actors[earlier], actors[later]):
                moved[later] = earlier
                actors[earlier] = _one([actors[earlier], actors[later]])
                del actors[later]
                break
    return actors, moved


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
    if one.party and other.party and one.party != other.party:
        return False
    return fuzz.ratio(letters(one.name), letters(other.name)) >= SAME_PERSON
