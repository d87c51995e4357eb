"""Who takes part in an event, and who is only spoken of, only tells of it, or only hosts."""

from briefing.model.findings import EventKind
from tests.extraction.reading import findings


def participants(text, kind, published="2024-06-12"):
    return [set(e.participants) for e in findings(text, published).events if e.kind is kind]


def test_persons_stand_for_their_parties():
    text = "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed on Monday."
    assert participants(text, EventKind.MEETING) == [{"william-ruto", "abiy-ahmed"}]


def test_sides_named_with_the_word_take_part():
    text = "Talks between Norway and Sweden were held on Monday in Denmark."
    assert participants(text, EventKind.TALKS) == [{"NOR", "SWE"}]


def test_spokesman_who_only_tells_of_it_does_not_take_part():
    text = (
        "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed on Monday. Ruto and "
        "Abiy were friendly.\n\n"
        "Kenyan government spokesman Peter Otieno said that Ruto met Abiy for an hour."
    )
    found = participants(text, EventKind.MEETING)
    assert len(found) == 2
    assert all(who == {"william-ruto", "abiy-ahmed"} for who in found)


def test_another_gathering_is_not_that_of_the_two_sides():
    text = (
        "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed on Monday.\n\n"
        "They spoke at the ASEAN summit of the region."
    )
    assert participants(text, EventKind.SUMMIT) == []


def test_one_that_acts_alone_is_who_is_named_before_the_word():
    text = "India test-fired a new rocket on Monday, and Pakistan complained."
    assert participants(text, EventKind.TEST) == [{"IND"}]


def test_place_of_an_exercise_takes_no_part():
    text = "Norway and Sweden held joint drills in Finland on Monday."
    assert participants(text, EventKind.EXERCISE) == [{"NOR", "SWE"}]


def test_who_receives_funds_meets_nobody():
    text = "Kenyan President William Ruto received Swedish funds on Monday."
    assert participants(text, EventKind.MEETING) == []


def test_each_guest_of_a_visit_is_there():
    text = "Leaders from Kenya and Uganda visited Sweden in May. Sweden was pleased."
    assert participants(text, EventKind.VISIT) == [{"KEN", "UGA", "SWE"}]


def test_country_spoken_of_at_a_summit_takes_no_part():
    text = (
        "Kenyan President William Ruto urged Ethiopian Prime Minister Abiy Ahmed to resume ties "
        "with Eritrea during their summit on Monday."
    )
    assert participants(text, EventKind.SUMMIT) == [{"william-ruto", "abiy-ahmed"}]


def test_all_whose_ministers_meet_are_there():
    text = "The foreign ministers of Kenya, Uganda and Sweden held a trilateral meeting on Monday."
    assert participants(text, EventKind.TALKS) == [{"KEN", "UGA", "SWE"}]
