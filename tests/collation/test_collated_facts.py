"""Facts over all Sources: sorted, and whoever has a part in one is among the Actors."""

from briefing.collation.collate import collate
from briefing.extraction.extract import extract
from tests.extraction.reading import given, source

TEXTS = ("Denmark sent blankets to Nepal.", "Rebels kidnapped two Danes in Lagos.")


def evidence(*texts):
    sources = [source(text) for text in texts]
    return collate(sources, [extract(s, given()) for s in sources], given().reference)


def test_facts_of_all_sources_sorted_whatever_the_order():
    found = evidence(*TEXTS).facts
    assert {f.source for f in found} == {source(text).id for text in TEXTS}
    assert [f.id for f in found] == sorted(f.id for f in found)
    assert evidence(*TEXTS[::-1]).facts == found


def test_a_state_that_only_a_place_names_is_an_actor():
    found = evidence(TEXTS[1])
    (fact,) = found.facts
    assert "NGA" in fact.actors
    assert {*fact.actors, *fact.targets} <= {actor.id for actor in found.actors}
