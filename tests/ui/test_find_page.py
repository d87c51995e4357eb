"""Search over sentences: typed, found, opened at the place."""

from conftest import settle
from PySide6.QtCore import Qt


def test_words_are_found_and_opened_where_they_stand(desk, qtbot):
    desk.window.acts["find"].trigger()
    page = desk.window.pages.find
    assert desk.window.tabs.currentWidget() is page
    with qtbot.waitSignal(desk.find.shown):
        qtbot.keyClicks(page.line, "tolls")
    rows = page.list.model.shown
    assert [one.words for one in rows] == [
        "Sudria said tolls must fall first.",
        "Sudria said it was ready to cut tolls by half.",
    ]
    page.list.opened.emit(rows[1])
    reading = desk.window.pages.reader._reading
    assert (reading.source.id, reading.sentence) == ("beta", rows[1].citation.sentence)


def test_nothing_found_says_so(desk):
    desk.find.search("submarine")
    assert desk.window.pages.find.list.empty.words.startswith("No sentence holds these words")


def test_a_removed_source_is_found_no_more(desk, qtbot):
    desk.find.search("tolls")
    alpha = [r for r in desk.window.pages.sources.list.model.shown if r.source.id == "alpha"]
    desk.sources.remove(alpha)
    settle(desk, qtbot)
    assert [one.source.id for one in desk.window.pages.find.list.model.shown] == ["beta"]


def test_the_search_box_has_the_cursor_when_the_tab_is_opened(desk, qtbot):
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    page, bar = desk.window.pages.find, desk.window.tabs.tabBar()
    at = bar.tabRect(desk.window.tabs.indexOf(page)).center()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)
    assert page.line.hasFocus()


def test_what_was_found_can_be_filtered_and_nothing_else(desk):
    page = desk.window.pages.find
    line = page.list.filter_line
    assert line.placeholderText() == line.accessibleName() == "Filter what was found"
    assert not line.isEnabled()
    assert line.toolTip() == "Nothing was found yet that could be filtered"
    desk.find.search("tolls")
    assert line.isEnabled()
    line.setText("half")
    assert [one.words for one in page.list.model.shown] == [
        "Sudria said it was ready to cut tolls by half."
    ]
    desk.find.search("submarine")
    assert not line.isEnabled()
    assert line.text() == ""
