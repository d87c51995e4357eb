"""What was not read: seen with its reasons, tried again, gone on with, forgotten."""

from pathlib import Path

import pytest
from conftest import settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QWidget
from stand_in import MemoryWorkspace
from test_import import report, stop_after_the_first, titles

from briefing.model.edits import Edit, Put
from briefing.model.ids import UnreadId
from briefing.model.imports import Unread
from ui.pages.unread.columns import LOOK


@pytest.fixture
def failed(desk, tmp_path, qtbot):
    """A desk whose last import has left three documents out."""
    paths = tuple(report(tmp_path, f"{name}.bad") for name in ("one", "two", "three"))
    with qtbot.waitSignal(desk.importer.finished):
        desk.sources.start_import((*paths, report(tmp_path, "good.txt")))
    return desk


def names(desk) -> list[str]:
    return [LOOK.title(one) for one in desk.unread_dialog.list.model.shown]


def choose(desk, *wanted: str) -> None:
    rows = desk.unread_dialog.list
    rows.view.clearSelection()
    for number, one in enumerate(rows.model.shown):
        if LOOK.title(one) in wanted:
            rows.view.selectionModel().select(
                rows.model.index(number), rows.view.selectionModel().SelectionFlag.Select
            )


def test_nothing_is_said_where_all_was_read(desk):
    assert not desk.window.pages.sources.unread_line.isVisible()


def test_what_failed_is_shown_at_once_and_its_reason_in_full(failed, tmp_path):
    shown = failed.unread_dialog
    assert shown.isVisible()
    assert names(failed) == ["one.bad", "three.bad", "two.bad"]
    index = shown.list.model.index(0)
    assert index.data(shown.list.model.DetailRole) == "one.bad cannot be read. Save it anew."
    assert str(tmp_path / "one.bad") in index.data(Qt.ItemDataRole.ToolTipRole)
    choose(failed, "two.bad")
    assert shown.reason.text() == f"{tmp_path / 'two.bad'}\ntwo.bad cannot be read.\nSave it anew."


def test_the_line_at_the_foot_opens_it_again(failed):
    page = failed.window.pages.sources
    failed.unread_dialog.close_button.click()
    assert not failed.unread_dialog.isVisible()
    assert page.unread_text.text() == "3 documents were not read"
    page.unread_button.click()
    assert failed.unread_dialog.isVisible()
    assert failed.unread_dialog.summary.text() == "3 documents were not read"


@pytest.mark.parametrize("chosen", [("two.bad",), ()])
def test_the_selected_or_all_are_tried_again(failed, domain, tmp_path, qtbot, chosen):
    domain.mended |= {str(tmp_path / f"{name}.bad") for name in ("one", "two", "three")}
    choose(failed, *chosen)
    shown = failed.unread_dialog
    assert shown.again_button.text() == ("Try again" if chosen else "Try all again")
    with qtbot.waitSignal(failed.importer.finished) as told:
        shown.again_button.click()
    assert len(told.args[0].added + told.args[0].known) == (1 if chosen else 3)
    assert names(failed) == (["one.bad", "three.bad"] if chosen else [])
    if not chosen:
        assert shown.list.empty.words.startswith("Nothing is left to read")
        assert not shown.again_button.isEnabled()
        assert shown.again_button.toolTip() == "There is nothing in the list"
        assert not failed.window.pages.sources.unread_line.isVisible()


def test_forgetting_is_an_edit_that_can_be_taken_back(failed):
    choose(failed, "one.bad", "two.bad")
    failed.unread_dialog.forget_button.click()
    assert names(failed) == ["three.bad"]
    assert failed.session.undo_stack.undoText() == "Forget 2 documents"
    failed.session.undo_stack.undo()
    assert names(failed) == ["one.bad", "three.bad", "two.bad"]


def test_the_delete_key_forgets_what_is_selected_and_never_all(failed, qtbot):
    view = failed.unread_dialog.list.view
    view.setFocus()
    view.clearSelection()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(names(failed)) == 3
    choose(failed, "one.bad")
    with qtbot.waitActive(failed.unread_dialog):
        failed.unread_dialog.activateWindow()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert names(failed) == ["three.bad", "two.bad"]


def test_the_list_is_copied(failed, tmp_path):
    choose(failed, "one.bad")
    failed.unread_dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == f"{tmp_path / 'one.bad'}\none.bad cannot be read.\nSave it anew."


def test_what_waits_is_gone_on_with_and_says_so(desk, domain, tmp_path, qtbot):
    paths = tuple(report(tmp_path, f"{name}.txt", name) for name in "abc")
    stop_after_the_first(desk, domain, paths, qtbot)
    page = desk.window.pages.sources
    page.unread_button.click()
    shown = desk.unread_dialog
    index = shown.list.model.index(0)
    assert index.data(shown.list.model.BadgeRole) == "waits"
    assert index.data(shown.list.model.DetailRole) == "It waits to be read."
    assert shown.go_on_button.isVisible()
    with qtbot.waitSignal(desk.importer.finished):
        shown.go_on_button.click()
    assert {"a", "b", "c"} <= set(titles(desk))
    assert not shown.go_on_button.isVisible()


def test_what_waits_can_be_forgotten_and_what_came_in_is_compared(desk, domain, tmp_path, qtbot):
    settled = []
    plan = domain.plan_removal
    object.__setattr__(
        desk.session.use_cases,
        "plan_removal",
        lambda ids, snapshot: settled.append(ids) or plan(ids, snapshot),
    )
    paths = tuple(report(tmp_path, f"{name}.txt", name) for name in "abc")
    stop_after_the_first(desk, domain, paths, qtbot)
    before = desk.session.evidence
    desk.unread.forget(desk.unread.unread)
    settle(desk, qtbot)
    assert settled == [()]
    assert desk.unread.unread == ()
    assert desk.session.evidence == before
    assert desk.session.undo_stack.undoText() == "Forget 2 documents"


def test_while_work_is_under_way_the_buttons_say_why_they_wait(failed, domain, tmp_path, qtbot):
    domain.gate.clear()
    failed.sources.start_import((report(tmp_path, "more.txt"),))
    shown = failed.unread_dialog
    for button in (shown.again_button, shown.forget_button):
        assert not button.isEnabled()
        assert button.toolTip() == "Wait until the work under way is finished"
    assert shown.copy_button.isEnabled()
    domain.gate.set()
    settle(failed, qtbot)
    assert shown.again_button.isEnabled()


def waiting_library(domain, path: Path, waits: int) -> None:
    path.write_bytes(b"library")
    domain.libraries[path] = MemoryWorkspace(path, {})
    for number in range(waits):
        one = Unread(UnreadId(f"u{number}"), str(path.parent / f"{number}.txt"))
        domain.libraries[path].apply(Edit("", (Put(one),)))


def test_an_interrupted_import_is_told_when_the_library_is_opened(desk, domain, tmp_path, qtbot):
    path = tmp_path / "own.aidememo"
    waiting_library(domain, path, 5800)
    desk.library.open(path)
    notice = desk.window.notice
    assert notice.text == "An import was interrupted: 5,800 documents wait to be read."
    assert [one.text() for one in notice._acts] == ["Go on", "Not now"]
    notice._acts[1].click()
    assert not notice.isVisible()
    assert len(desk.unread.waiting()) == 5800


def test_going_on_from_the_notice_reads_what_waits(desk, domain, tmp_path, qtbot):
    path = tmp_path / "own.aidememo"
    waiting_library(domain, path, 2)
    for number in range(2):
        report(tmp_path, f"{number}.txt", f"Text {number}.")
    desk.library.open(path)
    with qtbot.waitSignal(desk.importer.finished):
        desk.window.notice._acts[0].click()
    assert not desk.window.notice.isVisible()
    assert sorted(titles(desk)) == ["0", "1"]


def test_pages_of_the_web_are_fetched_again_one_after_the_other(desk, domain, qtbot):
    pages = [f"https://example.org/{name}.bad" for name in ("one", "two")]
    for page in pages:
        with qtbot.waitSignal(desk.importer.finished):
            desk.importer.start_page(page)
    assert names(desk) == pages
    domain.mended |= set(pages)
    domain.fetched.clear()
    with qtbot.waitSignals([desk.importer.finished] * 2):
        desk.unread_dialog.again_button.click()
    assert domain.fetched == pages
    assert names(desk) == []


def test_another_library_does_not_show_what_the_first_did_not_read(failed, tmp_path):
    failed.library.make(tmp_path / "own.aidememo")
    assert not failed.unread_dialog.isVisible()
    assert names(failed) == []


def test_all_of_it_has_a_name_and_can_be_reached_by_keys(failed):
    shown = failed.unread_dialog
    found = [
        one
        for one in shown.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.objectName().startswith("qt_")
    ]
    assert {shown.list.view, shown.again_button, shown.close_button} <= set(found)
    faces = [QAccessible.queryAccessibleInterface(one) for one in found]
    assert all(face.text(QAccessible.Text.Name).strip() for face in faces)
    assert not any(one.autoDefault() for one in shown.findChildren(QPushButton))


def test_the_model_holds(failed):
    model = failed.unread_dialog.list.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.filter("two")
    assert names(failed) == ["two.bad"]
