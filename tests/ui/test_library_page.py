"""Which Library is open: the first time, the next time, and when something is wrong with it."""

from pathlib import Path

from conftest import as_use_cases, dialog


def recent_names(desk) -> list[str]:
    desk.window.recent_menu.aboutToShow.emit()
    return [action.text() for action in desk.window.recent_menu.actions() if action.text()]


def test_the_next_start_opens_the_library_of_the_last(desk, make_desk, domain, tmp_path, qtbot):
    own = tmp_path / "own.aidememo"
    desk.files.new_file = own
    desk.window.acts["new_library"].trigger()
    desk.window.close()
    again = make_desk(as_use_cases(domain))
    again.library.start(None)
    assert again.session.path == own
    assert "own" in again.window.windowTitle()


def test_choice_and_briefing_are_there_again(desk, make_desk, domain):
    desk.briefing.make_briefing()
    desk.arrangement.set_title("Kept")
    desk.window.close()
    again = make_desk(as_use_cases(domain))
    again.library.start(None)
    assert again.session.briefing.title == "Kept"
    assert len(again.session.briefings) == 2


def test_recent_libraries_are_listed_latest_first_and_open(desk, tmp_path):
    sample = desk.session.path
    for name in ("one", "two"):
        desk.library.make(tmp_path / f"{name}.aidememo")
    assert [text.split(" — ")[0] for text in recent_names(desk)[:2]] == ["one", "sample"]
    (tmp_path / "one.aidememo").unlink()
    assert [text.split(" — ")[0] for text in recent_names(desk)[:1]] == ["sample"]
    desk.window.recent_menu.actions()[0].trigger()
    assert desk.session.path == sample


def test_recent_can_be_forgotten(desk, tmp_path):
    desk.library.make(tmp_path / "one.aidememo")
    recent_names(desk)
    desk.window.recent_menu.actions()[-1].trigger()
    assert recent_names(desk) == ["No other Library was opened yet"]


def test_a_missing_last_library_is_told_and_the_desk_goes_on(empty_desk, tmp_path):
    gone = tmp_path / "gone.aidememo"
    empty_desk.settings.keep_text("last_library", str(gone))
    empty_desk.library.start(None)
    shown = dialog(empty_desk)
    assert shown.message == f"The Library {gone} is not there any more."
    assert "Open Library" in shown.hint
    assert not empty_desk.window.pages.sources.import_button.isEnabled()


def test_a_damaged_library_is_told_and_the_desk_goes_on(empty_desk, tmp_path, qtbot):
    broken = tmp_path / "broken.aidememo"
    broken.write_bytes(b"nonsense")
    with qtbot.waitSignal(empty_desk.briefing.failed):
        empty_desk.library.start(broken)
    assert dialog(empty_desk).message == f"{broken} is damaged."
    assert empty_desk.window.pages.briefing.empty.words.startswith("No Library is open")
    assert empty_desk.session.path is None


def test_a_new_library_never_replaces_a_file(desk, tmp_path):
    taken = tmp_path / "taken.aidememo"
    taken.write_bytes(b"precious")
    path = desk.session.path
    desk.library.make(taken)
    assert dialog(desk).message == "taken.aidememo is there already, and nothing was changed."
    assert taken.read_bytes() == b"precious"
    assert desk.session.path == path


def test_the_note_on_the_sample_can_be_dismissed_for_good(desk, make_desk, domain):
    desk.window.notice.dismiss_button.click()
    assert not desk.window.notice.isVisible()
    desk.window.close()
    again = make_desk(as_use_cases(domain))
    again.library.start(None)
    assert not again.window.notice.isVisible()


def test_a_library_named_on_the_command_line_is_opened(empty_desk, tmp_path: Path):
    named = tmp_path / "named.aidememo"
    empty_desk.library.start(named)
    assert empty_desk.session.path == named


def test_the_window_keeps_its_shape(desk, make_desk, domain, qtbot):
    desk.window.resize(950, 640)
    desk.window.show_reader(True)
    qtbot.wait(20)
    desk.window.splitter.setSizes([300, 380, 270])
    desk.window.close()
    again = make_desk(as_use_cases(domain))
    again.window.show_reader(True)
    assert again.window.height() == 640
    # A small screen may narrow the window; the panes at its sides keep their widths.
    qtbot.waitUntil(lambda: abs(again.window.pages.reader.width() - 270) <= 10)
    assert abs(again.window.tabs.width() - 300) <= 10
