"""Fields speak up when the person pauses or leaves, and never lose what is being typed."""

import datetime as dt

import pytest
from PySide6.QtCore import QDate

from ui.widgets.date_field import DateField
from ui.widgets.text_fields import AreaField, LineField


@pytest.fixture
def line(qtbot):
    made = LineField("Title")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_pause_commits_once(line, qtbot):
    told = []
    line.committed.connect(told.append)
    with qtbot.waitSignal(line.committed):
        qtbot.keyClicks(line, "Harbour")
    qtbot.wait(50)
    assert told == ["Harbour"]


def test_finishing_commits_at_once_and_only_what_is_new(line, qtbot):
    told = []
    line.committed.connect(told.append)
    qtbot.keyClicks(line, "Ha")
    line.finish()
    line.finish()
    assert told == ["Ha"]


def test_what_is_being_typed_is_not_overruled(line, qtbot):
    qtbot.keyClicks(line, "New words")
    line.show_text("old")
    assert line.text() == "New words"
    line.finish()
    line.show_text("old")
    assert line.text() == "old"


def test_a_space_at_the_end_does_not_vanish_under_the_hands(line, qtbot):
    qtbot.keyClicks(line, "Two ")
    line.finish()
    line.show_text("Two")
    assert line.text() == "Two "


def test_an_area_shown_from_elsewhere_commits_nothing(qtbot):
    area = AreaField("Own text")
    qtbot.addWidget(area)
    with qtbot.assertNotEmitted(area.committed, wait=750):
        area.show_text("From the Library")


@pytest.mark.parametrize(
    ("typed", "told"), [("2031-03-14", [dt.date(2031, 3, 14)]), ("", [None]), ("14.3.", [])]
)
def test_a_date_is_a_date_or_nothing(qtbot, typed, told):
    field = DateField("Date")
    qtbot.addWidget(field)
    field.show_date(dt.date(2030, 1, 1))
    heard = []
    field.committed.connect(heard.append)
    field.line.selectAll()
    qtbot.keyClicks(field.line, typed or "x")
    if not typed:
        field.line.clear()
    field.finish()
    assert heard == told
    assert bool(field.line.property("wrong")) == (typed == "14.3.")


def test_a_day_can_be_picked(qtbot):
    field = DateField("Date")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.committed) as told:
        field._calendar.clicked.emit(QDate(2031, 3, 14))
    assert told.args == [dt.date(2031, 3, 14)]
    assert field.line.text() == "2031-03-14"
