"""Files come in: chosen, dropped, pasted; what fails is listed, what is stopped leaves nothing."""

from pathlib import Path

import pytest
from conftest import dialog
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


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
    assert told.args[0].summary == "1 source added"
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
    assert desk.window.strip.currentMessage() == "1 source added, 1 already here, 1 failed"
    shown = dialog(desk)
    assert "odd.bad cannot be read. No." in shown.details
    shown._on_copy()
    assert "odd.bad" in QGuiApplication.clipboard().text()
    assert desk.settings.folder("import") == tmp_path


def test_a_paste_becomes_a_source_and_leaves_no_file_behind(desk, qtbot):
    QGuiApplication.clipboard().setText("A line / of news: one.\n\nMore of it.")
    with qtbot.waitSignal(desk.importer.finished):
        desk.window.acts["paste"].trigger()
    assert "A line of news one" in titles(desk) or "A line  of news one" in titles(desk)
    assert desk.sources._pasted is None


def test_an_empty_clipboard_is_told(desk):
    QGuiApplication.clipboard().setText("  ")
    desk.window.acts["paste"].trigger()
    assert dialog(desk).message == "The clipboard holds no text."


def test_an_import_can_be_stopped_and_leaves_nothing(desk, domain, tmp_path, qtbot):
    before = desk.session.snapshot
    domain.gate.clear()
    desk.sources.start_import((report(tmp_path, "a.txt"), report(tmp_path, "b.txt")))
    assert desk.jobs.busy
    assert desk.window.strip.cancel_button.isVisible()
    assert not desk.window.acts["import"].isEnabled()
    assert desk.window.acts["import"].toolTip() == "Wait until the work under way is finished"
    desk.window.strip.cancel_button.click()
    with qtbot.waitSignal(desk.jobs.busy_changed):
        domain.gate.set()
    assert desk.session.snapshot == before
    assert desk.window.acts["import"].isEnabled()
    assert not desk.window.strip.cancel_button.isVisible()
    assert desk.window.strip.currentMessage() == "Stopped; nothing of it was kept"


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
def test_a_dropped_web_address_is_answered(desk, made):
    data, before = made(), desk.session.snapshot
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(desk.window, enter)
    assert enter.isAccepted()
    fall = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(desk.window, fall)
    said = desk.window.strip.currentMessage()
    assert said == "A web page: save it as HTML, then drop the file."
    assert desk.session.snapshot == before


def test_dragged_words_that_are_no_address_are_not_taken(desk):
    data = QMimeData()
    data.setText("Ferry talks: open")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(desk.window, enter)
    assert not enter.isAccepted()


def test_sources_that_changed_meanwhile_are_read_against_anew(desk, domain, tmp_path, qtbot):
    domain.gate.clear()
    desk.sources.start_import((report(tmp_path, "late.txt"),))
    desk.sources.remove(desk.window.pages.sources.list.model.shown[:1])
    with qtbot.waitSignal(desk.importer.finished):
        domain.gate.set()
    assert "late" in titles(desk)
    assert len(titles(desk)) == 3


def test_the_first_sources_bring_a_briefing_and_one_undo_takes_both(empty_desk, tmp_path, qtbot):
    empty_desk.library.make(tmp_path / "own.aidememo")
    assert empty_desk.session.briefing is None
    with qtbot.waitSignal(empty_desk.importer.finished):
        empty_desk.sources.start_import(empty_desk.session.use_cases.seed_reports())
    assert empty_desk.session.briefing is not None
    assert empty_desk.session.undo_stack.undoText() == "Add 3 sources"
    empty_desk.session.undo_stack.undo()
    assert empty_desk.session.briefing is None
    assert empty_desk.session.evidence.sources == ()


def test_without_a_library_the_way_in_says_what_is_missing(empty_desk):
    button = empty_desk.window.pages.sources.import_button
    assert not button.isEnabled()
    assert button.toolTip() == "Open or make a Library first"


@pytest.mark.parametrize("chosen", [0, 2])
def test_remove_takes_the_selected_sources(desk, chosen):
    page = desk.window.pages.sources
    assert not page.remove_button.isEnabled()
    assert page.remove_button.toolTip() == "Select one or more sources first"
    page.list.view.setCurrentIndex(page.list.model.index(chosen))
    title = page.list.selected()[0].source.title
    page.remove_button.click()
    assert title not in titles(desk)
    assert len(titles(desk)) == 2
