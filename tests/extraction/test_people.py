"""The cast of one Source: namesakes, offices and spellings."""

import datetime as dt

from briefing.extraction.names.listed import Listed, spelling
from briefing.extraction.names.offices import in_office
from briefing.extraction.names.people import Cast
from briefing.model.ids import ActorId
from briefing.model.names import slug
from briefing.model.people import Actor, ActorKind, Office, Reference
from tests.extraction.reading import given

PERU, CHILE = ActorId("PER"), ActorId("CHL")


def person(id_, name, party, *offices, surname=None):
    return Actor(
        ActorId(id_), name, ActorKind.PERSON, party, (), offices, surname or name.split()[-1]
    )


ROWS = (
    person("ana-rojas", "Ana Rojas", PERU, Office("President", dt.date(2020, 1, 1))),
    person("luz-rojas", "Luz Rojas", CHILE, Office("Foreign Minister", dt.date(2021, 1, 1))),
    person(
        "old-vega",
        "Old Vega",
        PERU,
        Office("President", dt.date(2010, 1, 1), dt.date(2019, 12, 31)),
    ),
)


def cast(on=dt.date(2024, 6, 12)):
    return Cast(Listed(Reference(actors=ROWS)), given().roles, on)


def test_namesakes_are_told_apart_by_title_or_party_or_not_at_all():
    here = cast()
    here.meet(ActorId("ana-rojas"))
    here.meet(ActorId("luz-rojas"))
    assert here.find("Rojas", "", None) is None
    assert here.find("Rojas", "president", None).id == "ana-rojas"
    assert here.find("Rojas", "", CHILE).id == "luz-rojas"


def test_surname_without_a_full_name_needs_an_office_on_the_day():
    assert cast().find("Rojas", "foreign minister", None).id == "luz-rojas"
    assert cast().find("Rojas", "", None) is None
    assert cast().find("Vega", "president", None) is None
    assert cast(dt.date(2015, 6, 1)).find("Vega", "president", None).id == "old-vega"


def test_holder_of_an_office_by_the_day_and_by_a_looser_title():
    assert cast().holder("president", PERU).id == "ana-rojas"
    assert cast().holder("president", CHILE) is None
    assert cast(None).holder("president", PERU) is None
    here = cast()
    here.meet(ActorId("ana-rojas"))
    assert here.holder("leader", PERU).id == "ana-rojas"


def test_vice_president_is_no_president():
    here = cast()
    here.introduce("Rosa Quispe", "Vice President", CHILE)
    assert here.holder("president", CHILE) is None
    assert here.holder("vice president", CHILE).id == "person-rosa-quispe"


def test_new_spelling_of_a_listed_person_is_that_person():
    here = cast()
    here.introduce("Ana  Rójas", "president", PERU)
    assert set(here.actors()) == {"ana-rojas"}


def test_surname_stands_first_before_a_hyphened_name():
    here = cast()
    here.introduce("Bo Tan-lin", "minister", None)
    (actor,) = here.actors().values()
    assert actor.surname == "Bo"


def test_office_is_held_from_its_first_to_its_last_day():
    office = Office("Judge", dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    days = (dt.date(2019, 12, 31), dt.date(2020, 1, 1), dt.date(2020, 12, 31), dt.date(2021, 1, 1))
    assert [in_office(office, day) for day in days] == [False, True, True, False]
    assert in_office(office, None)


def test_ids_and_spellings():
    assert slug("José  O'Neill") == "jose-o-neill"
    assert slug("王") == "unnamed"
    assert spelling("AIi Bey") == spelling("Ali Bey")
    assert spelling("ANI") == "ani"
