"""What changes in a Library when Sources are collated anew."""

from dataclasses import replace

from briefing.collation.difference import difference
from briefing.model.briefing import Briefing
from briefing.model.edits import Put, Remove
from briefing.model.evidence import Evidence
from briefing.model.findings import Citation, Event, EventKind, EventStatus, Precision
from briefing.model.ids import ActorId, BriefingId, EventId, IssueId, SentenceId, SourceId
from briefing.model.people import Actor, ActorKind, Issue

KENYA = Actor(ActorId("KEN"), "Kenya", ActorKind.STATE, ActorId("KEN"))
SUDAN = Actor(ActorId("SDN"), "Sudan", ActorKind.STATE, ActorId("SDN"))
DAM = Issue(IssueId("dam"), "The dam")


def event(id_, *sentences):
    cited = tuple(Citation(SourceId("source"), SentenceId(s)) for s in sentences)
    return Event(
        EventId(id_), EventKind.SUMMIT, id_, None, None, Precision.UNKNOWN, None, (),
        EventStatus.HELD, cited,
    )  # fmt: skip


def briefing(*events):
    return Briefing(BriefingId("briefing"), "A title", "meeting-brief", tuple(map(EventId, events)))


def test_nothing_changed_is_no_step():
    kept = Evidence(actors=(KENYA,), events=(event("one", "s1"),), issues=(DAM,))
    assert difference(kept, kept, [briefing("one")]) == []


def test_only_records_that_differ_are_put_or_removed():
    renamed = replace(KENYA, aliases=("Republic of Kenya",))
    kept = Evidence(actors=(KENYA, SUDAN), issues=(DAM,))
    now = Evidence(actors=(renamed,), issues=(DAM,), events=(event("one", "s1"),))
    assert difference(kept, now, []) == [
        Remove(Actor, SUDAN.id),
        Put(renamed),
        Put(event("one", "s1")),
    ]


def put_briefing(kept, now, chosen):
    steps = difference(Evidence(events=kept), Evidence(events=now), [chosen])
    return [s.record for s in steps if isinstance(s, Put) and isinstance(s.record, Briefing)]


def test_briefing_keeps_its_choice_when_an_event_has_another_id():
    kept = (event("june", "s1", "s2"), event("may", "s3"))
    now = (event("june-17", "s2", "s4"), event("may", "s3"))
    (followed,) = put_briefing(kept, now, briefing("may", "june"))
    assert followed == briefing("may", "june-17")


def test_two_events_that_become_one_are_chosen_once():
    kept = (event("talks", "s1"), event("meeting", "s2"))
    now = (event("summit", "s1", "s2"),)
    assert put_briefing(kept, now, briefing("talks", "meeting")) == [briefing("summit")]


def test_event_that_nothing_tells_of_any_more_leaves_the_choice():
    kept = (event("june", "s1"), event("may", "s3"))
    assert put_briefing(kept, (event("may", "s3"),), briefing("june", "may")) == [briefing("may")]


def test_briefing_whose_choice_stays_is_not_put():
    kept = (event("june", "s1"),)
    assert put_briefing(kept, (*kept, event("may", "s3")), briefing("june")) == []
