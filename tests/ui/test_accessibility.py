"""Everything can be reached and named without eyes or mouse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme.roles import theme


def focusable(window) -> list[QWidget]:
    return [
        one
        for one in window.findChildren(QWidget)
        if one.window() is window
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.objectName().startswith("qt_")
    ]


def name(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else ""


def test_everything_that_takes_the_focus_has_a_name(desk):
    desk.window.pages.reader.show()
    found = focusable(desk.window)
    assert len(found) > 25
    assert [type(one).__name__ for one in found if not name(one).strip()] == []


def test_rows_are_read_out_with_their_details(desk):
    index = desk.window.pages.choice.events.model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ferry talks in Marl. 4 March 2031 · held · Norland, Sudria"


def menus(window) -> list[QMenu]:
    return [action.menu() for action in window.menuBar().actions()]


def test_no_letter_is_underlined_twice_in_a_menu(desk):
    for menu in [*menus(desk.window), desk.window.menuBar()]:
        letters = [
            action.text().replace("&&", "").partition("&")[2][:1].lower()
            for action in menu.actions()
            if "&" in action.text()
        ]
        assert len(letters) == len(set(letters)), letters


def test_no_shortcut_is_given_twice(desk):
    keys = [
        one.toString()
        for action in desk.window.findChildren(QAction)
        for one in action.shortcuts()
        if not one.isEmpty()
    ]
    assert len(keys) > 12
    assert len(keys) == len(set(keys)), sorted(keys)


def test_tab_walks_through_the_whole_window_and_comes_back(desk, qtbot):
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    first = desk.window.focusWidget()
    seen = [first]
    for _ in range(60):
        desk.window.focusNextChild()
        if desk.window.focusWidget() is first:
            break
        seen.append(desk.window.focusWidget())
    assert desk.window.focusWidget() is first
    assert desk.window.pages.briefing.briefings in seen
    assert desk.window.pages.briefing.export_button in seen
    assert len(seen) < 60


def test_f6_moves_from_pane_to_pane(desk, qtbot):
    desk.reader.open("alpha")
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    pages = desk.window.pages
    desk.window.tabs.tabBar().setFocus()
    stops = []
    for _ in range(3):
        desk.window.acts["next_pane"].trigger()
        stops.append(desk.window.focusWidget())
    assert stops == [pages.briefing.view, pages.reader.view, desk.window.tabs.tabBar()]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_stand_out_from_what_lies_behind_them():
    for dark in (False, True):
        colours = theme(dark)
        behind = (colours.window, colours.surface, colours.paper, colours.hover, colours.selection)
        for ground in (*behind, colours.highlight, colours.slot):
            assert contrast(colours.ink, ground) >= 4.5
        for ground in (colours.window, colours.surface, colours.hover, colours.slot):
            assert contrast(colours.muted, ground) >= 4.5
        assert contrast(colours.on_accent, colours.accent) >= 4.5
        assert contrast(colours.accent, colours.paper) >= 4.5
        assert contrast(colours.alert, colours.paper) >= 4.5
