"""While a Briefing is composed: the old one is gone at once, and nobody must wait for the new."""

import threading

import pytest
from conftest import as_use_cases
from desk_material import VISIT
from PySide6.QtCore import Qt
from test_session import row

WAIT = "Wait until the briefing is composed"


@pytest.fixture
def held(desk, domain):
    """Hold back every composition from now on until the event is set."""
    let_go, compose = threading.Event(), domain.compose

    def slow(evidence, briefing):
        let_go.wait(20)
        return compose(evidence, briefing)

    domain.compose = slow
    desk.session.use_cases = as_use_cases(domain)
    yield let_go
    let_go.set()


def page(desk):
    return desk.window.pages.briefing


def export_tips(desk) -> set[str]:
    assert not any(action.isEnabled() for action in desk.exports)
    tips = {action.toolTip() for action in desk.exports}
    return (
        tips
        | {action.statusTip() for action in desk.exports}
        | {page(desk).export_button.toolTip()}
    )


def full_library(desk, path):
    """Make another Library with a Briefing of its own, and go back to the one that was open."""
    before = desk.session.path
    records = dict(desk.session._workspace.records)
    desk.library.make(path)
    desk.session._workspace.records.update(records)
    desk.session._workspace._snapshot = None
    desk.library.open(before)


def test_another_library_clears_the_preview_at_once(desk, held, tmp_path):
    desk.reader.open("alpha")
    other = tmp_path / "other.aidememo"
    full_library(desk, other)
    assert "Ferry talks" not in page(desk).view.toPlainText()
    desk.library.open(other)
    assert page(desk).empty.words == "Composing…"
    assert page(desk).empty.isVisible()
    assert not page(desk).empty.button.isVisible()
    assert page(desk).view.toPlainText() == ""
    assert not desk.window.pages.reader.isVisible()
    assert desk.window.pages.reader._reading is None
    assert desk.briefing._notes == {}
    assert desk.window.pages.arrangement.areas == {}
    assert export_tips(desk) == {WAIT}


def test_another_briefing_clears_the_preview_at_once(desk, held, qtbot):
    desk.briefing.make_briefing()
    assert page(desk).empty.words == "Composing…"
    assert page(desk).view.toPlainText() == ""
    assert export_tips(desk) == {WAIT}
    with qtbot.waitSignal(desk.briefing.composed):
        held.set()
    assert "Ferry talks" in page(desk).view.toPlainText()
    assert desk.exports[0].isEnabled()
    assert desk.exports[0].toolTip() == "Write the briefing to a file"


def test_an_edit_keeps_the_preview_until_the_new_one_is_there(desk, held, qtbot):
    desk.choice.choose_event(row(desk.choice._events, VISIT), True)
    qtbot.waitUntil(lambda: desk.briefing._job is not None)
    assert "Ferry talks" in page(desk).view.toPlainText()
    assert desk.exports[0].isEnabled()


def test_what_takes_long_can_be_cancelled_and_begun_again(desk, held, domain, qtbot):
    desk.briefing.make_briefing()
    button = page(desk).empty.button
    qtbot.waitUntil(button.isVisible)
    assert button.text() == "Cancel"
    domain.composed.clear()
    button.click()
    assert page(desk).empty.words.startswith("Composing was cancelled")
    assert button.text() == "Compose"
    assert export_tips(desk) == {"Composing was cancelled: press Compose in the preview first"}
    desk.session.changed.emit(frozenset())
    held.set()
    qtbot.waitUntil(lambda: len(domain.composed) == 1)
    qtbot.wait(30)
    assert page(desk).empty.isVisible(), "what was cancelled does not come after all"
    with qtbot.waitSignal(desk.briefing.composed):
        button.click()
    assert page(desk).view.isVisible()


def test_an_edit_after_cancelling_composes_again(desk, held, qtbot):
    desk.briefing.make_briefing()
    qtbot.waitUntil(page(desk).empty.button.isVisible)
    page(desk).empty.button.click()
    held.set()
    with qtbot.waitSignal(desk.briefing.composed):
        desk.arrangement.set_title("After all")
    assert "After all" in page(desk).view.toPlainText()


def test_new_work_does_not_wait_behind_what_was_abandoned(desk, domain, tmp_path, qtbot):
    let_go, stuck, compose = threading.Event(), [], domain.compose

    def one_is_slow(evidence, briefing):
        if briefing.title == "slow":
            stuck.append(threading.current_thread())
            let_go.wait(20)
        return compose(evidence, briefing)

    domain.compose = one_is_slow
    desk.session.use_cases = as_use_cases(domain)
    other, first = tmp_path / "other.aidememo", desk.session.path
    full_library(desk, other)
    shown = []
    desk.briefing.composed.connect(lambda document: shown.append(document.title))
    desk.arrangement.set_title("slow")
    for number in range(1, 5):
        qtbot.waitUntil(lambda number=number: len(stuck) == number)
        with qtbot.waitSignal(desk.briefing.composed):
            desk.library.open(other)
        desk.library.open(first)
    let_go.set()
    qtbot.waitUntil(lambda: shown[-1] == "slow")
    assert set(shown[:-1]) == {"Untitled"}
    assert shown.count("slow") == 1


def test_the_keys_of_a_disabled_export_say_why(desk, held, domain, qtbot):
    desk.briefing.make_briefing()
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    qtbot.keyClick(desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.strip.currentMessage() == WAIT
    with qtbot.waitSignal(desk.briefing.composed):
        held.set()
    desk.window.strip.clearMessage()
    qtbot.keyClick(desk.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert desk.files.proposed is not None, "enabled again, the keys export"
    assert desk.window.strip.currentMessage() == ""


def test_filters_and_search_are_empty_in_another_library(desk, tmp_path, qtbot):
    pages = desk.window.pages
    pages.find.line.setText("tolls")
    desk.find.search("tolls")
    lists = (pages.sources.list, pages.choice.events, pages.choice.issues, pages.find.list)
    for one in lists:
        one.filter_line.setText("ferry")
    other = tmp_path / "other.aidememo"
    full_library(desk, other)
    desk.library.open(other)
    assert [one.filter_line.text() for one in lists] == ["", "", "", ""]
    assert pages.find.line.text() == ""
    assert len(pages.sources.list.model.shown) == 3
    assert pages.find.list.model.shown == ()


def test_another_library_lends_no_title_to_a_briefing(desk, held, tmp_path):
    assert page(desk).briefings.currentText() == "Untitled"
    other = tmp_path / "other.aidememo"
    full_library(desk, other)
    desk.library.open(other)
    assert page(desk).briefings.currentText() == "Untitled briefing"
