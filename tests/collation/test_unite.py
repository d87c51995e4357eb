"""The same Actor across Sources."""

from briefing.collation.people import unite
from briefing.model.evidence import SourceFindings
from briefing.model.ids import ActorId, SourceId
from briefing.model.people import Actor, ActorKind, Office


def person(id_, name, party=None, *offices):
    return Actor(ActorId(id_), name, ActorKind.PERSON, party, (), offices)


def united(*actors):
    rows = [SourceFindings(SourceId(f"s{i}"), actors=(a,)) for i, a in enumerate(actors)]
    return unite(rows)


def test_new_persons_with_nearly_one_name_are_one():
    actors, moved = united(
        person("person-kari-brekke", "Kari Brekke", None, Office("Envoy")),
        person("person-kari-brékke", "Kari Brékke", ActorId("NOR"), Office("Minister")),
    )
    (actor,) = actors.values()
    assert moved == {"person-kari-brékke": "person-kari-brekke"}
    assert (actor.name, actor.aliases, actor.party) == ("Kari Brekke", ("Kari Brékke",), "NOR")
    assert [o.title for o in actor.offices] == ["Envoy", "Minister"]


def test_two_parties_are_two_persons():
    actors, moved = united(
        person("person-a-berg", "Anna Berg", ActorId("NOR")),
        person("person-b-berg", "Anna Berg", ActorId("SWE")),
    )
    assert len(actors) == 2
    assert moved == {}


def test_listed_actors_are_never_united():
    actors, moved = united(
        person("anna-berg", "Anna Berg"), person("person-anna-berg", "Anna Berg")
    )
    assert len(actors) == 2
    assert moved == {}


def test_one_surname_is_not_one_person():
    assert united(person("person-a", "Anna Berg"), person("person-b", "Hanne Berg"))[1] == {}


def test_one_id_gathers_all_names():
    rows = [
        Actor(ActorId("KEN"), "Kenya", ActorKind.STATE, ActorId("KEN"), (alias,))
        for alias in ("Republic of Kenya", "Kenya")
    ]
    actors, _ = united(*rows)
    assert actors[ActorId("KEN")].aliases == ("Republic of Kenya",)
