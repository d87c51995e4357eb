"""Across Sources: one event told by two, disputes, differing years, copies."""

import itertools

from briefing.collation.collate import collate
from briefing.extraction.extract import extract
from briefing.model.findings import DisputeStatus, DivergenceKind, EventKind, EventStatus, GroupKind
from tests.extraction.reading import given, source

PREVIEW = (
    "Kenyan President William Ruto will meet Ethiopian Prime Minister Abiy Ahmed in Nairobi "
    "on Monday."
)
REPORT = (
    "Kenyan President William Ruto and Ethiopian Prime Minister Abiy Ahmed held a summit in "
    "Nairobi on 17 June 2024. Kenya rejected the tariffs on tea. Ethiopia said that the tariffs "
    "were fair."
)
LATER = (
    "Kenyan President William Ruto met Ethiopian Prime Minister Abiy Ahmed in Addis Ababa on "
    "3 December 2024. The dispute over tariffs is unresolved, Kenya said. Ethiopia offered to "
    "lower tariffs."
)


def evidence(*rows):
    sources = [source(text, published) for text, published in rows]
    return collate(sources, [extract(s, given()) for s in sources], given().reference)


ROWS = ((PREVIEW, "2024-06-12"), (REPORT, "2024-06-18"), (LATER, "2024-12-04"))


def test_announced_and_held_are_one_event_and_a_later_one_another():
    events = [e for e in evidence(*ROWS).events if e.kind in {EventKind.SUMMIT, EventKind.MEETING}]
    assert sorted(str(e.start) for e in events) == ["2024-06-17", "2024-12-03"]
    june = min(events, key=lambda e: str(e.start))
    assert june.status is EventStatus.HELD
    assert len({c.source for c in june.sources}) == 2
    assert june.title == "Ethiopia–Kenya summit, Nairobi"


def test_what_a_later_report_calls_off_is_called_off():
    rows = (
        ("Kenya and Ethiopia will hold talks in Nairobi on 17 June 2024.", "2024-06-12"),
        ("Kenya and Ethiopia called off talks planned for 17 June 2024.", "2024-06-14"),
    )
    (talks,) = (e for e in evidence(*rows).events if e.kind is EventKind.TALKS)
    assert talks.status is EventStatus.CANCELLED
    assert str(talks.start) == "2024-06-17"


def test_order_of_input_does_not_matter():
    first = evidence(*ROWS)
    for rows in itertools.permutations(ROWS):
        assert evidence(*rows) == first


def test_dispute_where_one_side_is_against():
    disputes = {d.issue: d for d in evidence(*ROWS).disputes}
    assert "tariffs" in disputes
    assert {p.party for p in disputes["tariffs"].positions} == {"KEN", "ETH"}
    assert disputes["tariffs"].status is DisputeStatus.OPEN


def test_what_both_said_together_is_no_dispute():
    text = "Kenya and Ethiopia condemned the tariffs on tea."
    assert evidence((text, "2024-06-18")).disputes == ()


def test_differing_years_of_one_deployment_are_offered_as_a_check():
    found = evidence(
        ("The United States deployed a missile defence system in Poland in 2016.", "2024-01-02"),
        (
            "A missile defence system was installed by the United States in Poland in 2017.",
            "2024-01-03",
        ),
    ).divergences
    assert [(d.kind, [a.value for a in d.accounts]) for d in found] == [
        (DivergenceKind.DATE, ["2016", "2017"])
    ]


def test_differing_counts_in_one_event_and_only_there():
    told = "Kenya and Ethiopia signed {} agreements at a summit between Kenya and Ethiopia in {}."
    one = told.format(7, "Nairobi on 17 June 2024")
    two = told.format(9, "Nairobi on 17 June 2024")
    far = told.format(3, "Addis Ababa on 3 May 2021")
    found = evidence((one, "2024-06-18"), (two, "2024-06-19"), (far, "2021-05-04")).divergences
    assert [sorted(a.value for a in d.accounts) for d in found] == [["7", "9"]]


def test_same_report_twice_is_a_group():
    (group,) = evidence((REPORT, "2024-06-18"), (REPORT + "\n", "2024-06-18")).groups
    assert group.kind is GroupKind.SAME_REPORT
    assert len(group.sources) == 2


def test_every_citation_points_into_its_source():
    found = evidence(*ROWS)
    sentences = {x.id for s in found.sources for p in s.passages for x in p.sentences}
    assert {c.sentence for e in found.events for c in e.sources} <= sentences
    assert {s.sentence for s in found.statements} <= sentences
    assert {x for a in found.agreements for x in a.sentences} <= sentences


def test_two_days_in_one_report_are_two_meetings():
    text = (
        "Germany and Poland held talks in Warsaw on 1 March 2025.\n\n"
        "Germany and Poland held talks in Warsaw on 2 March 2025."
    )
    days = sorted(str(e.start) for e in evidence((text, "2025-03-03")).events)
    assert days == ["2025-03-01", "2025-03-02"]


def test_a_claim_that_it_is_settled_does_not_settle_a_dispute():
    text = (
        "Kenya rejected the ruling on the maritime boundary.\n\n"
        "Somalia said that the maritime boundary was settled."
    )
    (found,) = (d for d in evidence((text, "2025-03-03")).disputes if d.issue == "maritime")
    assert found.status is DisputeStatus.OPEN


def test_who_had_left_office_took_no_part_in_what_he_was_invited_to():
    old = (
        "French President Emmanuel Macron invited German Chancellor Angela Merkel. Macron said "
        "that the visit by Merkel to France would be in June 2024."
    )
    new = "German Chancellor Olaf Scholz made a state visit to France in June 2024."
    found = evidence((old, "2021-03-01"), (new, "2024-06-20"))
    named = {p for e in found.events if str(e.start).startswith("2024") for p in e.participants}
    assert "olaf-scholz" in named
    assert "angela-merkel" not in named
