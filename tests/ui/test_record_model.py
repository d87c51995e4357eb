"""The one model behind every list, and the list around it."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.record_list import RecordList
from ui.widgets.record_model import Look, Order, RecordModel

LOOK: Look[tuple[str, int, bool]] = Look(
    key=lambda r: r[0],
    title=lambda r: r[0],
    detail=lambda r: f"{r[1]} pages",
    badge=lambda r: str(r[1]),
    tip=lambda r: f"tip of {r[0]}",
    words=lambda r: f"{r[0]} {r[1]}",
    checked=lambda r: r[2],
    locked=lambda r: "never" if r[0] == "Stone" else "",
    orders=(Order("Name", lambda r: r[0]), Order("Most", lambda r: r[1], falling=True)),
)
RECORDS = (("Wood", 3, True), ("Stone", 9, False), ("Glass", 5, False))


@pytest.fixture
def model():
    made = RecordModel(LOOK)
    made.show(RECORDS)
    return made


def titles(model):
    return [model.index(row).data() for row in range(model.rowCount())]


def test_qt_finds_it_sound(model, qtmodeltester):
    qtmodeltester.check(model)


def test_every_list_of_the_desk_is_sound(desk, qtmodeltester):
    pages = desk.window.pages
    desk.find.search("ferry")
    for model in (
        pages.sources.list.model,
        pages.choice.events.model,
        pages.choice.issues.model,
        pages.arrangement.outline.records,
        pages.find.list.model,
    ):
        assert model.rowCount() > 0
        qtmodeltester.check(model)


def test_rows_are_sorted_and_filtered(model):
    assert titles(model) == ["Glass", "Stone", "Wood"]
    model.sort_by(LOOK.orders[1])
    assert titles(model) == ["Stone", "Glass", "Wood"]
    model.filter("s 5")
    assert titles(model) == ["Glass"]
    model.filter("")
    assert titles(model) == ["Stone", "Glass", "Wood"]


def test_a_ticked_box_is_a_wish_not_a_change(model):
    asked = []
    model.toggle_requested.connect(lambda record, wanted: asked.append((record[0], wanted)))
    glass = model.index(0)
    assert model.setData(glass, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert asked == [("Glass", True)]
    assert glass.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_a_locked_row_cannot_be_ticked(model):
    assert not model.flags(model.index_of("Stone")) & Qt.ItemFlag.ItemIsUserCheckable
    assert model.flags(model.index_of("Wood")) & Qt.ItemFlag.ItemIsUserCheckable


def test_the_same_rows_with_other_contents_are_no_reset(model, qtbot):
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.dataChanged),
    ):
        model.show((("Wood", 3, False), *RECORDS[1:]))
    assert model.index_of("Wood").data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_selection_is_kept_by_key_when_rows_come_and_go(qtbot):
    rows = RecordList("Things", LOOK, many=True)
    qtbot.addWidget(rows)
    rows.show_records(RECORDS)
    rows.view.setCurrentIndex(rows.model.index_of("Wood"))
    rows.show_records((("Amber", 1, False), ("Wood", 4, False)))
    assert rows.selected() == (("Wood", 4, False),)
    rows.show_records((("Amber", 1, False),))
    assert rows.selected() == ()


def test_the_list_says_why_it_is_empty(qtbot):
    rows = RecordList("Things", LOOK)
    qtbot.addWidget(rows)
    rows.say_when_empty("No things yet", "Bring some.")
    assert rows.empty.words == "No things yet Bring some."
    rows.show_records(RECORDS)
    rows.filter_line.setText("marble")
    assert rows.empty.words.startswith("Nothing matches the filter")


def test_space_ticks_the_box_by_keyboard(qtbot):
    rows = RecordList("Things", LOOK)
    qtbot.addWidget(rows)
    rows.show_records(RECORDS)
    rows.show()
    asked = []
    rows.toggled.connect(lambda record, wanted: asked.append((record[0], wanted)))
    rows.view.setCurrentIndex(rows.model.index_of("Glass"))
    qtbot.keyClick(rows.view, Qt.Key.Key_Space)
    assert asked == [("Glass", True)]
