"""What falls under a choice, and what does not."""

import datetime as dt
from dataclasses import replace

import pytest
from material import BRIDGE, CLOSURE, FISHING, NEXT, OLD_TALKS, SUMMIT, VISAS, briefing, evidence

from briefing.composer.dossier import select
from briefing.model.errors import ComposeError
from briefing.model.findings import Precision
from briefing.model.ids import EventId, IssueId


def chosen(events=(), issues=()):
    return select(evidence(), briefing(events=events, issues=issues)).evidence


def ids(findings):
    return {finding.id for finding in findings}


def test_nothing_chosen_is_refused_with_a_hint():
    with pytest.raises(ComposeError, match="Neither an event nor an issue") as caught:
        chosen()
    assert caught.value.hint


def test_nothing_under_the_choice_is_refused():
    with pytest.raises(ComposeError, match="Nothing in the library"):
        chosen(events=(EventId("gone"),), issues=(IssueId("unheard"),))


def test_an_issue_brings_its_statements_agreements_and_the_people_and_sources_they_name():
    kept = chosen(issues=(BRIDGE,))
    assert ids(kept.statements) == {"t05"}
    assert ids(kept.agreements) == {"a1"}
    assert ids(kept.actors) == {"tanner", "mirel", "ostmark", "vestria"}
    assert ids(kept.sources) == {"s1", "s2"}
    assert kept.disputes == ()
    assert ids(kept.events) == {SUMMIT}


def test_an_event_brings_what_was_said_and_settled_there():
    kept = chosen(events=(SUMMIT,))
    assert {"t01", "t02", "t05", "t06"} <= ids(kept.statements)
    assert "t08" not in ids(kept.statements)
    assert ids(kept.agreements) == {"a1", "a2"}
    assert ids(kept.divergences) == {"v1"}


def test_a_dispute_brings_the_statements_it_rests_on():
    kept = chosen(events=(SUMMIT,))
    assert ids(kept.disputes) == {"d1"}
    assert "t04" in ids(kept.statements), "said elsewhere, but a side of the dispute"


def test_related_events_share_two_parties_and_others_stay_out():
    events = ids(chosen(events=(SUMMIT,), issues=(VISAS,)).events)
    assert events == {SUMMIT, OLD_TALKS, NEXT}
    assert CLOSURE not in events


def test_a_choice_with_one_lost_event_keeps_the_rest():
    assert ids(chosen(events=(SUMMIT, EventId("gone"))).events) >= {SUMMIT}


def test_every_reference_in_the_dossier_is_in_the_dossier():
    kept = chosen(events=(SUMMIT,), issues=(FISHING, BRIDGE, VISAS))
    actors, sources, issues = ids(kept.actors), ids(kept.sources), ids(kept.issues)
    statements = ids(kept.statements)
    for statement in kept.statements:
        assert {statement.speaker, statement.party} - {None} <= actors
        assert statement.source in sources
        assert set(statement.issues) <= issues
    for event in kept.events:
        assert set(event.participants) <= actors
        assert {citation.source for citation in event.sources} <= sources
    for dispute in kept.disputes:
        assert {s for position in dispute.positions for s in position.statements} <= statements


def test_an_event_without_a_date_can_be_chosen():
    material = evidence()
    events = tuple(
        replace(e, start=None, end=None, precision=Precision.UNKNOWN) if e.id == SUMMIT else e
        for e in material.events
    )
    kept = select(replace(material, events=events), briefing()).evidence
    assert next(e for e in kept.events if e.id == SUMMIT).start is None
    assert all(s.published is None or s.published > dt.date(2031, 1, 1) for s in kept.sources)
