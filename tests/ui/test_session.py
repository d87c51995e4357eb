"""The session: every edit can be taken back, typing is one edit, errors leave nothing behind."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import settle
from desk_material import CALL, TALKS, TOLLS, VISIT

from briefing.model.edits import Edit, Put
from briefing.model.errors import BriefingError, LibraryError


def undo_texts(desk) -> list[str]:
    stack = desk.session.undo_stack
    return [stack.text(n) for n in range(stack.count())]


def test_the_first_start_opens_the_sample_with_a_suggested_choice(desk):
    assert len(desk.session.evidence.sources) == 3
    assert desk.session.briefing.events == (TALKS,)
    assert not desk.session.undo_stack.canUndo(), "the sample is a gift, not an edit"
    assert "sample Library" in desk.window.notice.text
    assert desk.window.notice.isVisible()


EDITS = {
    "Choose event": lambda d: d.choice.choose_event(row(d.choice._events, VISIT), True),
    "Leave out event": lambda d: d.choice.choose_event(row(d.choice._events, TALKS), False),
    "Choose events": lambda d: d.choice.choose_events(d.choice._events, True),
    "Choose issue": lambda d: d.choice.choose_issue(d.choice._issues[0], True),
    "Choose issues": lambda d: d.choice.choose_issues(d.choice._issues, True),
    "Change title": lambda d: d.arrangement.set_title("Harbour"),
    "Change marking": lambda d: d.arrangement.set_marking("Internal"),
    "Change meeting": lambda d: d.arrangement.set_meeting_text("place", "Marl"),
    "Change template": lambda d: d.arrangement.set_template("short"),
    "Leave out section": lambda d: d.arrangement.show_section(outline_row(d, "advice"), False),
    "Write own text": lambda d: d.arrangement.set_own_text("advice/aims", "Lower tolls."),
    "New briefing": lambda d: d.briefing.make_briefing(),
    "Delete briefing": lambda d: d.briefing.delete_briefing(),
    "Remove sources": lambda d: d.sources.remove(d.window.pages.sources.list.model.shown[:1]),
}


def row(rows, event):
    return next(one for one in rows if one.event.id == event)


def outline_row(desk, section):
    shown = desk.window.pages.arrangement.outline.records.shown
    return next(one for one in shown if one.section == section)


@pytest.mark.parametrize("label", EDITS)
def test_each_edit_has_its_name_and_can_be_taken_back(desk, label, qtbot):
    session = desk.session
    before = session.snapshot
    EDITS[label](desk)
    settle(desk, qtbot)
    after = session.snapshot
    assert after != before
    assert session.undo_stack.undoText() == label
    session.undo_stack.undo()
    assert session.snapshot == before
    session.undo_stack.redo()
    assert session.snapshot == after


def test_events_stand_in_order_of_time_whatever_was_ticked_first(desk):
    desk.choice.choose_event(row(desk.choice._events, CALL), True)
    desk.choice.choose_event(row(desk.choice._events, VISIT), True)
    assert desk.session.briefing.events == (TALKS, VISIT, CALL)


def test_issues_are_kept_in_the_order_of_choice(desk):
    tolls = next(one for one in desk.choice._issues if one.issue.id == TOLLS)
    desk.choice.choose_issue(tolls, True)
    assert desk.session.briefing.issues == (TOLLS,)


def test_typing_in_one_field_is_one_edit_until_it_is_left(desk):
    for text in ("H", "Har", "Harbour"):
        desk.arrangement.set_title(text)
    assert undo_texts(desk) == ["Change title"]
    desk.arrangement.leave_field()
    desk.arrangement.set_title("Harbours")
    assert undo_texts(desk) == ["Change title", "Change title"]
    desk.session.undo_stack.undo()
    assert desk.session.briefing.title == "Harbour"
    desk.session.undo_stack.undo()
    assert desk.session.briefing.title == ""
    desk.session.undo_stack.redo()
    assert desk.session.briefing.title == "Harbour"


def test_setting_what_is_so_already_is_no_edit(desk):
    desk.arrangement.set_title("")
    desk.arrangement.set_own_text("advice/aims", "  ")
    assert undo_texts(desk) == []


def test_an_edit_that_fails_is_told_and_leaves_nothing_behind(desk, domain):
    told = []
    desk.errors.told.connect(told.append)
    desk.session._workspace.broken = True
    desk.arrangement.set_title("Harbour")
    assert [one.message for one in told] == ["The Library cannot be written."]
    assert told[0].hint == "Free some space."
    assert undo_texts(desk) == []
    assert desk.window.pages.arrangement.title.text() == ""


def test_an_undo_that_fails_is_told_and_empties_the_stack(desk, qtbot):
    desk.arrangement.set_title("Harbour")
    told = []
    desk.errors.told.connect(told.append)
    desk.session._workspace.broken = True
    desk.session.undo_stack.undo()
    assert len(told) == 1
    qtbot.waitUntil(lambda: undo_texts(desk) == [])
    assert desk.session.briefing.title == "Harbour"


def test_a_deleted_briefing_comes_back_to_the_desk(desk):
    first = desk.session.briefing
    desk.briefing.make_briefing()
    second = desk.session.briefing
    assert second.id != first.id
    desk.briefing.delete_briefing()
    assert desk.session.briefing.id == first.id
    desk.session.undo_stack.undo()
    assert desk.session.briefing.id == second.id
    assert len(desk.session.briefings) == 2


def test_a_held_session_refuses_all_edits_but_of_briefings(desk, qtbot):
    first = desk.session.evidence.sources[0]
    with qtbot.waitSignal(desk.session.held_changed) as told:
        desk.session.hold("Sources are being read.")
    assert told.args == ["Sources are being read."]
    with pytest.raises(BriefingError, match="Sources are being read"):
        desk.session.do(Edit("Change", (Put(replace(first, title="Other")),)))
    assert desk.session.evidence.sources[0] == first
    desk.arrangement.set_title("Harbour")
    assert desk.session.briefing.title == "Harbour"
    desk.session.hold("")
    desk.session.do(Edit("Change", (Put(replace(first, title="Other")),)))
    assert desk.session.evidence.sources[0].title == "Other"


def test_another_library_is_not_held(desk, tmp_path):
    desk.session.hold("Sources are being read.")
    desk.library.make(tmp_path / "own.aidememo")
    assert desk.session.held == ""
    assert desk.window.undo_actions.undo.toolTip() == "There is nothing to undo"


def test_do_raises_without_a_library(empty_desk):
    briefing = replace(empty_desk.session.use_cases.new_briefing(empty_desk.session.evidence, ""))
    with pytest.raises(Exception, match="No Library is open"):
        empty_desk.session.do(Edit("Put", (Put(briefing),)))


def test_a_library_that_cannot_be_opened_leaves_the_other_open(desk, tmp_path: Path):
    path = desk.session.path
    broken = tmp_path / "broken.aidememo"
    broken.write_bytes(b"nonsense")
    with pytest.raises(LibraryError):
        desk.session.open(broken)
    assert desk.session.path == path
    assert len(desk.session.evidence.sources) == 3
