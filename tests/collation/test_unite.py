"""The same Actor across Sources."""

from dataclasses import replace

from briefing.collation.people import likenesses, unite
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


def named(id_, name, surname, party=None, *offices):
    return Actor(ActorId(id_), name, ActorKind.PERSON, party, (), offices, surname)


def test_romanisations_of_one_given_name_are_one_person():
    _, moved = united(
        named("person-a", "Dmitry Konstantinopolsky", "Konstantinopolsky"),
        named("person-b", "Dmitri Konstantinopolsky", "Konstantinopolsky"),
    )
    assert moved == {"person-b": "person-a"}


def test_two_given_names_are_two_persons_however_near():
    two = (
        named("person-a", "Maria Konstantinopoulou", "Konstantinopoulou"),
        named("person-b", "Marina Konstantinopoulou", "Konstantinopoulou"),
    )
    assert united(*two)[1] == {}
    assert [(like.one, like.other) for like in likenesses(two)] == [("person-a", "person-b")]


def test_offices_with_no_word_in_common_are_two_persons():
    assert united(
        named("person-a", "Dmitry Konstantinopolsky", "Konstantinopolsky", None, Office("Envoy")),
        named("person-b", "Dmitri Konstantinopolsky", "Konstantinopolsky", None, Office("Pianist")),
    )[1] == {}  # fmt: skip


def test_likeness_is_proposed_between_listed_and_new_but_not_across_parties():
    listed = named("old-choe", "Choe Seok-hyeon", "Choe", ActorId("KOR"))
    new = named("person-choe", "Choe Suk-hyeon", "Choe")
    other = named("person-choe-2", "Choe Suk-hyeon", "Choe", ActorId("PRK"))
    (like,) = likenesses((other, listed, replace(new, party=ActorId("KOR"))))
    assert (like.one, like.other) == ("old-choe", "person-choe")
    assert 86 <= like.ratio < 95
    assert likenesses((listed, named("person-c", "Park Sun-mi", "Park"))) == ()
