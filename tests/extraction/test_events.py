"""What happened, who took part, where and when: on states that the seeds do not speak of."""

import pytest

from briefing.model.findings import EventKind, EventStatus
from tests.extraction.reading import findings

VISIT = (
    "Ethiopian Prime Minister Abiy Ahmed will travel to Egypt next week. "
    "He is to meet Egyptian President Abdel Fattah el-Sisi on 18 June."
)


def of_kind(text, kind, published="2024-06-12"):
    return [e for e in findings(text, published).events if e.kind is kind]


def test_announced_visit_and_meeting():
    (visit,) = of_kind(VISIT, EventKind.VISIT)
    assert visit.status is EventStatus.ANNOUNCED
    assert "abiy-ahmed" in visit.participants
    (meeting,) = of_kind(VISIT, EventKind.MEETING)
    assert str(meeting.start) == "2024-06-18"
    assert set(meeting.participants) == {"abiy-ahmed", "abdel-fattah-el-sisi"}


def test_the_summit_is_the_one_the_report_is_about():
    text = (
        "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed in Nairobi on "
        "10 June 2024.\n\n"
        "At the summit the two leaders spoke about the railway."
    )
    found = findings(text, "2024-06-12").events
    assert {e.kind for e in found} >= {EventKind.SUMMIT, EventKind.MEETING}
    assert {frozenset(e.participants) for e in found} == {frozenset({"william-ruto", "abiy-ahmed"})}
    (meeting,) = (e for e in found if e.kind is EventKind.MEETING)
    assert meeting.place == "Nairobi"
    assert meeting.status is EventStatus.HELD


def test_day_of_a_statement_is_not_the_day_of_the_event():
    text = "Norway and Sweden will hold talks, the minister said on Monday."
    (talks,) = of_kind(text, EventKind.TALKS)
    assert talks.start is None


def test_bound_of_a_stretch_is_no_date_of_an_event():
    text = "No Norwegian minister has met Russian Foreign Minister Sergey Lavrov since 2014."
    assert all(e.start is None for e in findings(text, "2024-06-12").events)


def test_what_is_only_proposed_was_not_held():
    text = "Norway proposed that the meeting of Norway and Sweden be held in Oslo."
    assert all(e.status is not EventStatus.HELD for e in findings(text, "2024-06-12").events)


def test_country_spoken_of_takes_no_part():
    text = "Norway and Sweden held talks on Monday about Iran's nuclear programme."
    (talks,) = of_kind(text, EventKind.TALKS)
    assert set(talks.participants) == {"NOR", "SWE"}


# Sentences published on Wednesday, 12 June 2024: kind, first day, Parties, place, status.
TOLD = [
    (
        "Moroccan Foreign Minister Nasser Bourita sat down with his Spanish counterpart in Rabat "
        "on Tuesday.",
        ("meeting", "2024-06-11", {"MAR", "ESP"}, "Rabat", "held"),
    ),
    (
        "German Chancellor Friedrich Merz received French President Emmanuel Macron in Berlin on "
        "10 June.",
        ("meeting", "2024-06-10", {"DEU", "FRA"}, "Berlin", "held"),
    ),
    (
        "The presidents of Kenya and Uganda spoke by telephone on Sunday.",
        ("call", "2024-06-09", {"KEN", "UGA"}, None, "held"),
    ),
    (
        "Peru and Chile agreed on Monday to hold talks in Lima in July.",
        ("talks", "2024-07-01", {"PER", "CHL"}, "Lima", "announced"),
    ),
    (
        "Norway and Sweden will hold two days of talks in Kiruna on 20 June.",
        ("talks", "2024-06-20", {"NOR", "SWE"}, "Kiruna", "announced"),
    ),
    (
        "Delegations from Serbia and Kosovo gathered in Brussels on Monday.",
        ("meeting", "2024-06-10", {"SRB", "XKX"}, "Brussels", "held"),
    ),
    (
        "A summit between South Korea and Japan took place in Seoul in May 2023.",
        ("summit", "2023-05-01", {"KOR", "JPN"}, "Seoul", "held"),
    ),
    (
        "Turkey and Greece called off talks planned for Friday.",
        ("talks", "2024-06-14", {"TUR", "GRC"}, None, "cancelled"),
    ),
    (
        "The talks between Turkey and Greece planned for Friday were cancelled.",
        ("talks", "2024-06-14", {"TUR", "GRC"}, None, "cancelled"),
    ),
    (
        "North Korea fired two ballistic missiles into the sea on Tuesday.",
        ("test", "2024-06-11", {"PRK"}, None, "held"),
    ),
    (
        "Poland expelled three Belarusian diplomats on Monday.",
        ("expulsion", "2024-06-10", {"POL", "BLR"}, None, "held"),
    ),
    (
        "The European Union imposed new sanctions on Belarus on 5 June.",
        ("sanctions", "2024-06-05", {"EU", "BLR"}, None, "held"),
    ),
    (
        "Chile and Peru signed a border treaty in Arica on 3 June.",
        ("signing", "2024-06-03", {"CHL", "PER"}, "Arica", "held"),
    ),
    (
        "Angola and Zambia established diplomatic relations on 4 May 2021.",
        ("relations", "2021-05-04", {"AGO", "ZMB"}, None, "held"),
    ),
    (
        "Voters in Iceland will go to the polls on 29 June.",
        ("election", "2024-06-29", {"ISL"}, "Iceland", "announced"),
    ),
]
NOTHING = [
    "No meeting is planned between Armenia and Azerbaijan.",
    "If Armenia and Azerbaijan met, they would talk about the road.",
    "Armenia and Azerbaijan did not hold talks on Monday.",
    "Armenia called for talks with Azerbaijan.",
    "Azerbaijan ruled out a summit with Armenia.",
    "The Oslo Summit Foundation of Norway and Sweden published a report.",
    "Norway struck a softer note than Sweden before the next election.",
    "Norway recognised the problem, and Sweden signed a letter.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_one_telling_is_one_event(text, expected):
    read = findings(text, "2024-06-12")
    parties = {actor.id: actor.party or actor.id for actor in read.actors}
    (event,) = read.events
    told = (event.kind, str(event.start), {parties[p] for p in event.participants})
    assert (*told, event.place, event.status) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_did_not_happen_is_no_event(text):
    assert findings(text, "2024-06-12").events == ()


def test_talks_of_two_days_have_both():
    text = "Norway and Sweden closed two days of talks in Kiruna on Tuesday."
    (talks,) = of_kind(text, EventKind.TALKS)
    assert (str(talks.start), str(talks.end)) == ("2024-06-10", "2024-06-11")


def test_each_event_of_a_sentence_has_its_own_day():
    text = (
        "Norway and Sweden held talks in Kiruna on 3 June, for which the two prime ministers had "
        "cleared the ground in a telephone call on 28 May."
    )
    assert [str(e.start) for e in of_kind(text, EventKind.TALKS)] == ["2024-06-03"]
    assert [str(e.start) for e in of_kind(text, EventKind.CALL)] == ["2024-05-28"]


def test_what_talks_settled_for_later_does_not_date_them():
    text = "Norway and Sweden held talks and agreed that work would start on 20 August."
    (talks,) = of_kind(text, EventKind.TALKS)
    assert str(talks.start) != "2024-08-20"
    assert talks.status is EventStatus.HELD


def test_a_body_of_both_sides_meets_for_them():
    text = (
        "Norway and Sweden share a railway.\n\n"
        "The joint railway commission will next meet in Narvik in October."
    )
    (meeting,) = of_kind(text, EventKind.MEETING)
    assert set(meeting.participants) == {"NOR", "SWE"}
    assert (meeting.place, str(meeting.start)) == ("Narvik", "2024-10-01")


def test_who_only_tells_of_a_meeting_of_others_is_not_there():
    text = (
        "Norwegian Foreign Minister Espen Barth Eide spoke of Sweden.\n\n"
        "The prime ministers are expected to meet in Narvik in July, Eide said."
    )
    (meeting,) = of_kind(text, EventKind.MEETING)
    assert set(meeting.participants) == {"NOR", "SWE"}


def test_history_told_in_passing_has_its_own_date():
    text = "Norway and Sweden signed the treaty of Karlstad in 1905, after talks in August 1905."
    assert all(e.start is not None and e.start.year == 1905 for e in findings(text).events)
    assert findings(text).events


def test_a_verb_of_telling_between_commas_does_not_make_an_event_held():
    text = (
        "Kenya’s president will meet Uganda’s president in Nairobi on Friday.\n\n"
        "The talks, he told a broadcaster, would deal with the railway."
    )
    found = findings(text, "2026-07-08").events
    assert {e.status.value for e in found} == {"announced"}
