"""The reader's passages: what was set aside is taken back, what is no report is set aside."""

import pytest
from conftest import settle
from desk_material import SOURCES, made_source
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from briefing.model.edits import Edit, Put
from briefing.model.source import PassageKind
from ui.pages.reader.html import source_html

BODY, ASIDE = PassageKind.BODY, PassageKind.BOILERPLATE
ALPHA = SOURCES[0]


def kinds(desk, key: str = "alpha") -> list[PassageKind]:
    source = next(one for one in desk.session.evidence.sources if one.id == key)
    return [one.kind for one in source.passages]


def text(desk) -> str:
    return desk.window.pages.reader.view.toPlainText()


def long_source(desk, qtbot) -> None:
    """Put a Source of many passages on the desk, with a run of three that is set aside."""
    passages = [(BODY, f"Paragraph {n} tells of the harbour and its ferries.") for n in range(60)]
    passages[30:33] = [(ASIDE, f"Read more: number {n}") for n in range(3)]
    desk.session.do(Edit("", (Put(made_source("long", "Long", tuple(passages))),)))
    desk.reader.open("long")
    desk.window.resize(1200, 700)
    qtbot.waitUntil(lambda: desk.window.pages.reader.view.verticalScrollBar().maximum() > 300)


def menu(view, event: QContextMenuEvent) -> QMenu:
    QApplication.sendEvent(view.viewport(), event)
    return next(one for one in view.findChildren(QMenu) if one.isVisible())


def by_key(view) -> QMenu:
    where = QPoint(1, 1)
    return menu(
        view,
        QContextMenuEvent(
            QContextMenuEvent.Reason.Keyboard, where, view.viewport().mapToGlobal(where)
        ),
    )


def by_mouse(view, words: str) -> QMenu:
    found = view.document().find(words)
    where = view.cursorRect(found).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, view.viewport().mapToGlobal(where)
    )
    return menu(view, event)


def labels(shown: QMenu) -> list[str]:
    return [one.text() for one in shown.actions() if not one.isSeparator()]


def test_each_passage_that_is_set_aside_has_its_way_back():
    html = source_html(ALPHA, "", unfolded=True)
    assert 'href="back:alpha-1"' in html
    assert 'href="back:alpha-3"' in html
    assert html.count("Take back") == 2
    assert "all-back:" not in html, "a run of one needs no line over it"
    folded = source_html(ALPHA, "", unfolded=False)
    assert 'href="all-back:alpha-1"' in folded
    assert "Read more" not in folded


def test_one_click_takes_a_passage_back_and_undo_sets_it_aside_again(desk, qtbot):
    desk.reader.open("alpha")
    desk.reader.unfold(True)
    view = desk.window.pages.reader.view
    view.link_clicked.emit("back:alpha-1")
    settle(desk, qtbot)
    assert kinds(desk)[1] is BODY
    assert kinds(desk)[3] is PassageKind.COMMENT
    assert "Subscribe to our letter.\n" in text(desk)
    assert desk.session.undo_stack.undoText() == "Take back passage"
    desk.session.undo_stack.undo()
    assert kinds(desk)[1] is ASIDE
    assert "Subscribe to our letter. · Take back" in text(desk)


def test_the_link_is_clicked_with_the_mouse_or_reached_with_tab(desk, qtbot):
    desk.reader.open("alpha")
    view = desk.window.pages.reader.view
    links = []
    view.link_clicked.connect(links.append)
    qtbot.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.cursorRect(view.document().find("Take ba")).center(),
    )
    settle(desk, qtbot)
    assert links == ["all-back:alpha-1"]
    assert kinds(desk)[1] is BODY
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    view.setFocus()
    view.go_to_top()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settle(desk, qtbot)
    assert links[1:] == ["all-back:alpha-3"]
    assert kinds(desk)[3] is BODY


def test_a_whole_run_is_taken_back_folded_or_not(desk, qtbot):
    long_source(desk, qtbot)
    assert "3 passages set aside (page furniture) · Show · Take all back" in text(desk)
    desk.reader.unfold(True)
    assert "3 passages set aside (page furniture) · Hide · Take all back" in text(desk)
    desk.reader.follow("aside:hide")
    desk.reader.follow("all-back:long-30")
    settle(desk, qtbot)
    assert kinds(desk, "long") == [BODY] * 60
    assert desk.session.undo_stack.undoText() == "Take back passages"
    assert "Read more: number 2" in text(desk)


@pytest.mark.parametrize("folded", [True, False])
def test_the_text_stays_where_it_was(desk, qtbot, folded):
    long_source(desk, qtbot)
    desk.reader.unfold(not folded)
    view = desk.window.pages.reader.view

    def height() -> int:
        return view.cursorRect(view.document().find("Paragraph 40 tells")).top()

    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + height() - 100)
    before = height()
    assert 0 < before < view.viewport().height()
    desk.reader.follow("all-back:long-30")
    settle(desk, qtbot)
    assert kinds(desk, "long") == [BODY] * 60
    assert abs(height() - before) <= 1
    desk.session.undo_stack.undo()
    assert abs(height() - before) <= 1


def test_the_menu_sets_aside_the_passage_under_the_pointer(desk, qtbot):
    desk.reader.open("alpha")
    shown = by_mouse(desk.window.pages.reader.view, "Sudria said tolls")
    assert labels(shown) == ["Set aside", "Copy", "Select All"]
    shown.actions()[0].trigger()
    settle(desk, qtbot)
    assert kinds(desk)[2] is ASIDE
    assert "tolls must fall" not in text(desk)
    assert desk.session.undo_stack.undoText() == "Set aside passage"
    desk.session.undo_stack.undo()
    assert kinds(desk)[2] is BODY


def test_the_menu_key_asks_about_the_passage_of_the_text_cursor(desk, qtbot):
    desk.reader.open("alpha")
    view = desk.window.pages.reader.view
    view.setFocus()
    view.put_caret("alpha-2")
    shown = by_key(view)
    assert labels(shown)[0] == "Set aside"
    shown.actions()[0].trigger()
    settle(desk, qtbot)
    assert kinds(desk)[2] is ASIDE


def test_arrow_keys_move_the_text_cursor(desk, qtbot):
    desk.reader.open("alpha")
    view = desk.window.pages.reader.view
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    view.setFocus()
    assert view.place_of_caret() == "alpha-0"
    seen = []
    for _ in range(25):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        seen.append(view.place_of_caret())
    assert list(dict.fromkeys(seen))[-3:] == ["alpha-1", "alpha-2", "alpha-3"]


def test_the_menu_on_what_is_set_aside_takes_it_back(desk, qtbot):
    long_source(desk, qtbot)
    view = desk.window.pages.reader.view
    view.put_caret("long-30")
    folded = by_key(view)
    assert labels(folded)[0] == "Take all 3 back"
    folded.close()
    desk.reader.unfold(True)
    view.put_caret("long-31")
    shown = by_key(view)
    assert labels(shown)[:2] == ["Take back", "Take all 3 back"]
    shown.actions()[0].trigger()
    settle(desk, qtbot)
    assert kinds(desk, "long")[30:33] == [ASIDE, BODY, ASIDE]
    assert view.place_of_caret() == "long-31", "the text cursor stays in its passage"


def test_while_work_is_under_way_nothing_is_turned_and_it_is_said_why(desk, domain, qtbot):
    desk.reader.open("alpha")
    domain.gate.clear()
    desk.sources.start_import(desk.session.use_cases.seed_reports())
    action = by_mouse(desk.window.pages.reader.view, "Sudria said tolls").actions()[0]
    assert not action.isEnabled()
    assert action.toolTip() == "Wait until the work under way is finished"
    desk.reader.follow("all-back:alpha-1")
    assert desk.window.strip.currentMessage() == "Wait until the work under way is finished"
    domain.gate.set()
    settle(desk, qtbot)
    assert kinds(desk)[1] is ASIDE


def test_a_briefing_that_is_edited_while_a_passage_is_taken_back_keeps_its_edit(
    desk, domain, qtbot
):
    briefing, plan, asked = desk.session.briefing, domain.plan_revision, []

    def follows(revised, snapshot):
        asked.append(snapshot)
        edit = plan(revised, snapshot)
        return Edit(edit.label, (*edit.steps, *(Put(one) for one in snapshot.briefings)))

    object.__setattr__(desk.session.use_cases, "plan_revision", follows)
    desk.reader.open("alpha")
    domain.gate.clear()
    desk.reader.follow("all-back:alpha-1")
    assert desk.session.held == "Another change is being made."
    desk.arrangement.set_title("Harbour")
    domain.gate.set()
    settle(desk, qtbot)
    assert kinds(desk)[1] is BODY
    assert desk.session.briefing.title == "Harbour"
    assert desk.session.briefing.id == briefing.id
    assert len(asked) == 2, "it was planned anew"


def test_taking_back_can_be_stopped_and_then_nothing_is_held(desk, domain, qtbot):
    desk.reader.open("alpha")
    domain.gate.clear()
    desk.reader.follow("all-back:alpha-1")
    desk.window.strip.stop_button.click()
    domain.gate.set()
    settle(desk, qtbot)
    assert kinds(desk)[1] is ASIDE
    assert desk.session.held == ""
    assert not desk.window.undo_actions.undo.isEnabled()
