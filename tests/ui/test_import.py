"""Documents come in: chosen, dropped, pasted; what was stopped waits, and nothing is lost."""

from pathlib import Path

import pytest
from conftest import dialog, settle
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui.pages.web.dialog import WebDialog


def report(tmp_path: Path, name: str, text: str = "Something was said.") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def titles(desk) -> list[str]:
    return [one.source.title for one in desk.window.pages.sources.list.model.shown]


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert window.pages.sources.drop_area.property("over") is True
    fall = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, fall)
    assert window.pages.sources.drop_area.property("over") is False


def test_a_dropped_file_becomes_a_source(desk, tmp_path, qtbot):
    with qtbot.waitSignal(desk.importer.finished) as told:
        drop(desk.window, report(tmp_path, "note.txt"))
    assert len(told.args[0].added) == 1
    assert desk.window.strip.currentMessage() == "1 source added"
    assert "note" in titles(desk)
    desk.session.undo_stack.undo()
    assert "note" not in titles(desk)


def test_a_file_may_fall_anywhere_for_no_field_takes_it_as_text(desk):
    desk.window.show_reader(True)
    takers = [one for one in desk.window.findChildren(QWidget) if one.acceptDrops()]
    assert [type(one).__name__ for one in takers if one.window() is desk.window] == []


def test_counts_are_told_and_failures_listed_with_reasons(desk, tmp_path, qtbot):
    fresh, bad = report(tmp_path, "new.txt"), report(tmp_path, "odd.bad")
    known = desk.session.use_cases.seed_reports()[0]
    desk.files.files = (fresh, bad, known)
    with qtbot.waitSignal(desk.importer.finished):
        desk.window.acts["import"].trigger()
    assert desk.window.strip.currentMessage() == "1 source added, 1 already here, 1 not read"
    shown = desk.unread_dialog
    assert shown.isVisible()
    assert shown.summary.text() == "1 source added, 1 already here, 1 not read"
    assert [one.reason for one in shown.list.model.shown] == ["odd.bad cannot be read."]
    assert desk.files.pattern.startswith("Documents (*.txt *.md *.html")
    assert desk.files.pattern.endswith(";;All files (*)")
    assert desk.settings.folder("import") == tmp_path


def test_a_paste_becomes_a_source_named_after_its_first_words(desk, qtbot):
    QGuiApplication.clipboard().setText("A line / of news: one.\n\nMore of it.")
    with qtbot.waitSignal(desk.importer.finished):
        desk.window.acts["paste"].trigger()
    assert "A line of news one" in titles(desk)


def test_an_empty_clipboard_is_told(desk):
    QGuiApplication.clipboard().setText("  ")
    desk.window.acts["paste"].trigger()
    assert dialog(desk).message == "The clipboard holds no text."


def test_how_far_an_import_is_is_told_with_the_document_at_hand(desk, domain, tmp_path, qtbot):
    domain.gate.clear()
    desk.sources.start_import((report(tmp_path, "a.txt"), report(tmp_path, "b.txt")))
    strip = desk.window.strip
    qtbot.waitUntil(lambda: strip.note.text() == "0 of 2 · a.txt")
    assert strip.stop_button.toolTip() == "Stop; what was done so far is kept"
    domain.gate.set()
    settle(desk, qtbot)
    assert not strip.stop_button.isVisible()


def test_a_long_name_does_not_push_the_window_wide(desk):
    desk.window.strip.show_progress("A very long name indeed, " * 9 + ".pdf", 1, 2)
    assert desk.window.strip.note.sizeHint().width() < 330
    assert desk.window.strip.note.toolTip().endswith(".pdf")


def stop_after_the_first(desk, domain, paths, qtbot) -> None:
    """Import; stop while the second document is read."""
    read, first = domain._read, []

    def watched(*args):
        domain.gate.clear()
        first.append(args)
        return read(*args)

    domain._read = watched
    desk.sources.start_import(paths)
    qtbot.waitUntil(lambda: len(first) == 1)
    domain._read = read
    assert desk.jobs.busy
    assert not desk.window.acts["import"].isEnabled()
    assert desk.window.acts["import"].toolTip() == "Wait until the work under way is finished"
    desk.window.strip.stop_button.click()
    assert not desk.window.strip.stop_button.isEnabled(), "it stops already"
    with qtbot.waitSignal(desk.importer.finished):
        domain.gate.set()


def test_a_stopped_import_keeps_what_was_read_and_the_rest_waits(desk, domain, tmp_path, qtbot):
    paths = tuple(report(tmp_path, f"{name}.txt", name) for name in "abc")
    stop_after_the_first(desk, domain, paths, qtbot)
    assert desk.window.strip.currentMessage() == "1 source added, 2 waiting"
    assert "a" in titles(desk)
    assert "b" not in titles(desk)
    assert desk.window.pages.sources.unread_text.text() == "2 documents wait to be read"
    assert desk.window.acts["import"].isEnabled()
    assert not desk.unread_dialog.isVisible(), "nothing failed"
    with qtbot.waitSignal(desk.importer.finished):
        desk.unread.go_on()
    assert {"a", "b", "c"} <= set(titles(desk))
    assert not desk.window.pages.sources.unread_line.isVisible()


def test_while_sources_are_read_others_stay_and_undo_waits(desk, domain, tmp_path, qtbot):
    desk.arrangement.set_title("Harbour")
    undo = desk.window.undo_actions.undo
    assert undo.isEnabled()
    assert undo.text() == "&Undo Change title"
    domain.gate.clear()
    desk.sources.start_import((report(tmp_path, "a.txt"),))
    assert not undo.isEnabled()
    assert undo.toolTip() == "Sources are being read."
    assert not desk.window.pages.sources.remove_button.isEnabled()
    desk.sources.remove(desk.window.pages.sources.list.model.shown[:1])
    desk.arrangement.set_title("Harbours")
    assert desk.session.briefing.title == "Harbours", "a Briefing may be edited meanwhile"
    with qtbot.waitSignal(desk.importer.finished):
        domain.gate.set()
    assert undo.isEnabled()
    assert undo.text() == "&Undo Add sources"
    assert len(titles(desk)) == 4
    assert desk.session.briefing.title == "Harbours"


def test_an_import_into_another_library_is_dropped_and_holds_nothing(desk, domain, tmp_path, qtbot):
    sample = desk.session.path
    domain.gate.clear()
    domain.ended.clear()
    desk.sources.start_import((report(tmp_path, "a.txt"),))
    qtbot.waitUntil(lambda: desk.window.strip.note.text() == "0 of 1 · a.txt")
    desk.library.make(tmp_path / "other.aidememo")
    assert desk.session.held == ""
    assert not desk.jobs.busy
    with qtbot.assertNotEmitted(desk.importer.finished, wait=50):
        domain.gate.set()
        assert domain.ended.wait(20)
    assert titles(desk) == []
    desk.library.open(sample)
    settle(desk, qtbot)
    assert "An import was interrupted: 1 document waits to be read." in desk.window.notice.text
    assert desk.session.held == ""


def test_whoever_comes_back_waits_until_the_import_that_was_left_has_ended(
    desk, domain, tmp_path, qtbot
):
    sample = desk.session.path
    domain.gate.clear()
    domain.ended.clear()
    desk.sources.start_import((report(tmp_path, "a.txt"),))
    qtbot.waitUntil(lambda: desk.window.strip.note.text() == "0 of 1 · a.txt")
    desk.library.make(tmp_path / "other.aidememo")
    desk.library.open(sample)
    assert desk.session.held == "An import that was stopped is coming to its end."
    assert desk.jobs.busy
    domain.gate.set()
    qtbot.waitUntil(lambda: not desk.session.held)
    assert not desk.jobs.busy
    assert desk.unread.waiting(), "what was left waits, and the desk knows"


def test_an_import_that_fails_as_a_whole_is_told_and_holds_nothing(desk, domain, tmp_path, qtbot):
    desk.sources.start_import((tmp_path / "not there",))
    with qtbot.waitSignal(desk.errors.told):
        settle(desk, qtbot)
    assert desk.session.held == ""


def test_closing_leaves_an_import_that_has_written_nothing_yet(desk, domain, tmp_path, qtbot):
    domain.gate.clear()
    before = desk.session.snapshot
    library = desk.session._workspace
    desk.sources.start_import((report(tmp_path, "a.txt"),))
    assert desk.window.close(), "though the import still waits at its gate"
    assert not desk.jobs.busy
    domain.gate.set()
    qtbot.wait(50)
    assert library.snapshot() == before


def test_a_folder_is_imported(desk, tmp_path, qtbot):
    desk.files.folder = tmp_path / "seeds"
    domain_folder = []
    desk.sources.start_import = domain_folder.append
    desk.window.acts["import_folder"].trigger()
    assert domain_folder == [(tmp_path / "seeds",)]
    assert desk.settings.folder("import") == tmp_path / "seeds"


def web_page() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/news")])
    return data


def web_text() -> QMimeData:
    data = QMimeData()
    data.setText("https://example.org/news\n")
    return data


@pytest.mark.parametrize("made", [web_page, web_text])
def test_a_dropped_web_address_is_asked_about(desk, domain, made):
    data = made()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    assert desk.window.pages.sources.drop_area.property("over") is True
    fall = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(desk.window, fall)
    asked = next(one for one in desk.window.findChildren(WebDialog) if one.isVisible())
    assert asked.address.text() == "https://example.org/news"
    assert domain.fetched == [], "nothing is fetched before the person says so"


def test_dragged_words_that_are_no_address_are_not_taken(desk):
    data = QMimeData()
    data.setText("Ferry talks: open")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(desk.window, enter)
    assert not enter.isAccepted()


def test_the_first_sources_bring_a_briefing_and_one_undo_takes_both(empty_desk, tmp_path, qtbot):
    empty_desk.library.make(tmp_path / "own.aidememo")
    assert empty_desk.session.briefing is None
    with qtbot.waitSignal(empty_desk.importer.finished):
        empty_desk.sources.start_import(empty_desk.session.use_cases.seed_reports())
    assert empty_desk.session.briefing is not None
    assert empty_desk.session.undo_stack.undoText() == "Add sources"
    empty_desk.session.undo_stack.undo()
    assert empty_desk.session.briefing is None
    assert empty_desk.session.evidence.sources == ()
    empty_desk.session.undo_stack.redo()
    assert len(empty_desk.session.evidence.sources) == 3
    assert empty_desk.session.briefing is not None


def test_an_import_that_brings_nothing_is_no_edit(desk, qtbot):
    with qtbot.waitSignal(desk.importer.finished) as told:
        desk.sources.start_import(desk.session.use_cases.seed_reports())
    assert len(told.args[0].known) == 3
    assert not desk.window.undo_actions.undo.isEnabled()
    assert desk.window.undo_actions.undo.toolTip() == "There is nothing to undo"


def test_without_a_library_the_way_in_says_what_is_missing(empty_desk):
    button = empty_desk.window.pages.sources.import_button
    assert not button.isEnabled()
    assert button.toolTip() == "Open or make a Library first"


@pytest.mark.parametrize("chosen", [0, 2])
def test_remove_takes_the_selected_sources(desk, chosen, qtbot):
    page = desk.window.pages.sources
    assert not page.remove_button.isEnabled()
    assert page.remove_button.toolTip() == "Select one or more sources first"
    page.list.view.setCurrentIndex(page.list.model.index(chosen))
    title = page.list.selected()[0].source.title
    page.remove_button.click()
    settle(desk, qtbot)
    assert title not in titles(desk)
    assert len(titles(desk)) == 2
