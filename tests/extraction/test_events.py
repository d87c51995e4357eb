"""What happened, who took part, where and when: on states that the seeds do not speak of."""

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
