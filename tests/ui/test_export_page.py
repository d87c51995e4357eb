"""The briefing becomes a file: proposed name, kept folder, success told, failure told."""

from pathlib import Path

from conftest import dialog


def test_the_file_is_written_and_its_place_told(desk, domain, tmp_path: Path, qtbot):
    desk.arrangement.set_title("Talks: “ferry” / tolls?")
    desk.files.new_file = tmp_path / "out.docx"
    with qtbot.waitSignal(desk.export.exported):
        desk.exports[0].trigger()
    assert desk.files.proposed.name == "Talks “ferry” tolls.docx"
    assert desk.files.new_file.read_text("utf-8") == "Talks: “ferry” / tolls?"
    assert "out.docx" in desk.window.notice.text
    open_folder = desk.window.notice._acts[1]
    assert open_folder.text() == "Open folder"
    open_folder.click()
    assert desk.files.shown == [tmp_path]
    assert desk.export.proposed(".pdf").parent == tmp_path


def test_what_was_just_typed_is_in_the_file(desk, domain, tmp_path, qtbot):
    title = desk.window.pages.arrangement.title
    desk.window.show_tab(desk.window.pages.arrangement)
    qtbot.keyClicks(title, "At once")
    desk.files.new_file = tmp_path / "out.pdf"
    with qtbot.waitSignal(desk.export.exported):
        desk.exports[1].trigger()
    assert domain.exported[-1][0].title == "At once"


def test_a_folder_that_cannot_be_written_to_is_told(desk, tmp_path, qtbot):
    desk.files.new_file = tmp_path / "no such folder" / "out.docx"
    with qtbot.waitSignal(desk.errors.told):
        desk.exports[0].trigger()
    shown = dialog(desk)
    assert "cannot be written" in shown.message
    assert shown.hint == "Choose another folder."


def test_the_dialog_can_be_left_without_a_file(desk, domain):
    desk.exports[0].trigger()
    assert domain.exported == []


def test_export_says_why_it_cannot_be(empty_desk):
    empty_desk.session.changed.emit(frozenset())
    action = empty_desk.exports[0]
    assert not action.isEnabled()
    assert action.toolTip() == "There is no briefing to export yet"
    assert action.statusTip() == action.toolTip()
