"""Where Positions part: who answers whom, on what, since when, and how it stands."""

import datetime as dt

import pytest

from briefing.collation.collate import collate
from briefing.extraction.extract import extract
from briefing.model.evidence import Evidence
from briefing.model.findings import Dispute, DisputeStatus
from tests.extraction.reading import given, source


def evidence(*rows: tuple[str, str]) -> Evidence:
    sources = [source(text, published) for text, published in rows]
    return collate(sources, [extract(s, given()) for s in sources], given().reference)


def dispute(issue: str, *texts: str) -> Dispute | None:
    found = evidence(*((text, f"2026-03-{day:02}") for day, text in enumerate(texts, start=2)))
    return next((d for d in found.disputes if d.issue == issue), None)


PARTED = [
    ("tariffs", "Kenya demanded lower tariffs. Uganda refused to lower the tariffs."),
    ("tariffs", "Kenya accused Uganda of raising tariffs. Uganda said that the tariffs were old."),
    ("dams", "Ghana said that the dam was safe. Togo rejected the claim that the dam was safe."),
    ("dams", "Ghana insists that the dam is safe. Togo counters that the dam leaks."),
    ("dams", "Ghana said that the dam must be opened. Togo denied that the dam was shut."),
    ("fisheries", "Chile and Peru remain at odds over fishing quotas."),
    ("fisheries", "Fishing quotas remain a sticking point between Chile and Peru."),
    ("fisheries", "The two neighbours, Chile and Peru, clashed over fishing rights."),
    (
        "extradition",
        "Chile complained that Peru had refused extradition. Peru said that judges were free.",
    ),
]
TOGETHER = [
    ("trade", "Kenya said that trade was growing. Uganda said that trade mattered."),
    ("trade", "Kenya and Uganda voiced concern over trade barriers."),
    ("tariffs", "Kenya criticised Russia over tariffs. Uganda said that tariffs were high."),
    (
        "terrorism",
        "Kenya condemned the terrorist attack. Uganda condemned the terrorist attack too.",
    ),
    ("tariffs", "Kenya welcomed lower tariffs. Uganda supported lower tariffs."),
    ("tariffs", "Kenya rejected the tariffs, an analyst said. Uganda's tariffs rose."),
    ("dams", "An analyst said that the dam was unsafe. Togo denied that the dam leaks."),
]


@pytest.mark.parametrize(("issue", "text"), PARTED)
def test_parted(issue, text):
    found = dispute(issue, text)
    assert found is not None
    assert found.status is DisputeStatus.OPEN


@pytest.mark.parametrize(("issue", "text"), TOGETHER)
def test_not_parted(issue, text):
    assert dispute(issue, text) is None


def test_positions_are_of_those_who_part_alone():
    text = (
        "Kenya demanded lower tariffs. Uganda refused to lower the tariffs.\n\n"
        "Japan said that tariffs were a worry to all."
    )
    found = dispute("tariffs", text)
    assert found is not None
    assert [p.party for p in found.positions] == ["KEN", "UGA"]
    assert all(p.statements for p in found.positions)


def test_an_answer_without_a_word_for_the_matter_is_on_what_was_spoken_of():
    text = (
        "The dam was the hard part. Ghana maintains that it is safe; Togo counters that "
        "“water does not read reports”."
    )
    found = dispute("dams", text)
    assert found is not None
    assert {p.party for p in found.positions} == {"GHA", "TGO"}


def test_said_in_two_reports():
    found = dispute(
        "tariffs",
        "Kenya and Uganda met. Kenya demanded lower tariffs. Uganda said that it was late.",
        "Uganda refused to lower the tariffs.",
    )
    assert found is not None


def test_two_who_are_never_heard_together_do_not_answer_each_other():
    assert dispute("tariffs", "Kenya demanded lower tariffs.", "Peru rejected tariffs.") is None


def test_since_the_year_that_the_sentence_gives_or_the_first_report():
    since = dispute(
        "fisheries", "Since May 2011 Chile and Peru have been at odds over fishing quotas."
    )
    told = dispute("fisheries", "Chile and Peru are at odds over fishing quotas.")
    assert since is not None
    assert told is not None
    assert (since.since, told.since) == (dt.date(2011, 5, 1), dt.date(2026, 3, 2))


def test_status_follows_the_newest_word():
    at_odds = "Chile and Peru are at odds over fishing quotas."
    nearer = "Chile and Peru narrowed the gap on fishing quotas."
    agreed = "Chile and Peru agreed to share fishing quotas."
    rows = [
        (dispute("fisheries", at_odds, nearer), DisputeStatus.NARROWING),
        (dispute("fisheries", at_odds, agreed), DisputeStatus.NARROWING),
        (dispute("fisheries", nearer, at_odds), DisputeStatus.OPEN),
        (dispute("fisheries", at_odds, "The fishing quotas were settled."), DisputeStatus.SETTLED),
    ]
    for found, status in rows:
        assert found is not None
        assert found.status is status


def test_the_order_of_input_does_not_matter():
    rows = (
        ("Kenya demanded lower tariffs. Uganda refused to lower the tariffs.", "2026-03-02"),
        ("Uganda said that the tariffs were fair. Kenya rejected the tariffs.", "2026-03-05"),
    )
    assert evidence(*rows) == evidence(*reversed(rows))


def test_a_dispute_that_no_word_names_has_the_words_of_both_sides():
    found = dispute(
        "fisheries",
        "On fishing the two met again. Chad maintains that the lake is common. "
        "Niger replied that a lake has banks.",
    )
    assert found is not None
    assert {p.party for p in found.positions} == {"TCD", "NER"}
    assert all(p.statements for p in found.positions)
    assert found.evidence


def test_a_reply_that_grants_what_was_asked_parts_nobody():
    text = "Laos demanded help with mine clearance. Japan replied that it would provide dogs."
    assert dispute("mines", text) is None
