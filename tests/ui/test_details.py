"""What is known of a Source: told in words, corrected, and corrections taken back."""

import datetime as dt
from dataclasses import replace

import pytest
from conftest import settle
from desk_material import SOURCES
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QWidget

from briefing.model.edits import Edit, Put
from briefing.model.source import DateBasis, SourceKind
from ui.pages.details.dialog import DetailsDialog
from ui.pages.sources.columns import LOOK, SourceRow
from ui.session.words import source_date

FROM, UNTIL = dt.date(2025, 10, 27), dt.date(2025, 12, 6)
ALPHA, _, GAMMA = SOURCES


def details(desk) -> DetailsDialog:
    found = [one for one in desk.window.findChildren(DetailsDialog) if one.isVisible()]
    assert len(found) == 1, "one dialog is open"
    return found[0]


def source(desk, key: str):
    return next(one for one in desk.session.evidence.sources if one.id == key)


def words(shown: QWidget) -> str:
    return "\n".join(one.text() for one in shown.findChildren(QLabel))


def retype(qtbot, field, text: str) -> None:
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)


def test_the_three_ways_to_the_details(desk, qtbot):
    page = desk.window.pages.sources
    assert not page.details_button.isEnabled()
    assert page.details_button.toolTip() == "Select one source first"
    page.list.view.setCurrentIndex(page.list.model.index_of("alpha"))
    page.details_button.click()
    details(desk).reject()
    desk.reader.open("beta")
    desk.window.pages.reader.details_button.click()
    assert details(desk).title.text() == "Sudria's minister to visit Norland"
    details(desk).reject()
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    page.list.view.setFocus()
    qtbot.keyClick(page.list.view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert details(desk).title.text() == "Ferry talks open in Marl"


def test_what_is_known_is_told_in_words(desk):
    desk.session.do(Edit("", (Put(replace(ALPHA, notices=("Characters were repaired.",))),)))
    desk.details.show("alpha")
    said = words(details(desk))
    assert "The day is from the byline." in said
    assert "alpha.txt" in said
    assert "2 passages, and 2 set aside" in said
    assert "Characters were repaired." in said


def test_corrections_are_one_edit_that_can_be_taken_back(desk, qtbot):
    before = source(desk, "alpha")
    desk.details.show("alpha")
    shown = details(desk)
    assert not shown.save_button.isEnabled()
    assert shown.save_button.toolTip() == "Nothing is changed"
    retype(qtbot, shown.title, "Ferry  talks begin ")
    retype(qtbot, shown.authors, "Ann Oak; ; Bo Elm")
    retype(qtbot, shown.publisher, "")
    shown.kind.setCurrentIndex(shown.kind.findData(SourceKind.READOUT))
    retype(qtbot, shown.date.line, "2031-03-05")
    assert shown.basis.text() == "The day will be kept as given by hand."
    shown.save_button.click()
    settle(desk, qtbot)
    kept = source(desk, "alpha")
    assert (kept.title, kept.authors, kept.publisher) == (
        "Ferry talks begin",
        ("Ann Oak", "Bo Elm"),
        None,
    )
    assert (kept.published, kept.published_basis) == (dt.date(2031, 3, 5), DateBasis.GIVEN)
    assert kept.kind is SourceKind.READOUT
    assert desk.session.undo_stack.undoText() == "Change source details"
    desk.session.undo_stack.undo()
    assert source(desk, "alpha") == before


def test_an_emptied_day_is_not_known(desk, qtbot):
    desk.details.show("alpha")
    retype(qtbot, details(desk).date.line, "")
    assert details(desk).basis.text() == "The day is not known."
    details(desk).save_button.click()
    settle(desk, qtbot)
    kept = source(desk, "alpha")
    assert (kept.published, kept.published_basis) == (None, DateBasis.UNKNOWN)


def test_what_is_no_day_cannot_be_kept(desk, qtbot):
    desk.details.show("alpha")
    shown = details(desk)
    retype(qtbot, shown.date.line, "next week")
    assert not shown.save_button.isEnabled()
    assert shown.save_button.toolTip() == "Correct the day first"
    assert "This is no day." in shown.basis.text()


def test_the_basis_stays_where_the_day_does(desk, qtbot):
    desk.details.show("alpha")
    retype(qtbot, details(desk).title, "Another")
    details(desk).save_button.click()
    settle(desk, qtbot)
    assert source(desk, "alpha").published_basis is DateBasis.BYLINE


def test_corrections_wait_for_the_work_under_way(desk, domain, tmp_path, qtbot):
    desk.details.show("alpha")
    shown = details(desk)
    retype(qtbot, shown.title, "Another")
    domain.gate.clear()
    desk.sources.start_import(desk.session.use_cases.seed_reports())
    assert not shown.save_button.isEnabled()
    assert shown.save_button.toolTip() == "Wait until the work under way is finished"
    domain.gate.set()
    settle(desk, qtbot)
    assert shown.save_button.isEnabled()


def test_an_interval_is_told_where_the_day_is_not_known(desk):
    dated = replace(GAMMA, published_from=FROM, published_until=UNTIL, notices=("A page is bare.",))
    desk.session.do(Edit("", (Put(dated),)))
    desk.details.show("gamma")
    assert details(desk).basis.text() == (
        "The day is not known. It was published between 27 October and 6 December 2025."
    )
    rows = desk.window.pages.sources.list.model
    index = rows.index_of("gamma")
    assert index.data(rows.DetailRole) == "Oct–Dec 2025? · report"
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Published: between 27 October and 6 December 2025" in tip
    assert "A page is bare." in tip
    desk.reader.open("gamma")
    assert desk.window.pages.reader._facts.text().endswith(
        "Oct–Dec 2025? · report · A page is bare"
    )


@pytest.mark.parametrize(
    ("first", "last", "short", "long"),
    [
        (FROM, UNTIL, "Oct–Dec 2025?", "between 27 October and 6 December 2025"),
        (FROM, dt.date(2025, 10, 30), "Oct 2025?", "between 27 October and 30 October 2025"),
        (dt.date(2024, 12, 30), FROM, "Dec 2024 – Oct 2025?",
         "between 30 December 2024 and 27 October 2025"),
        (FROM, None, "from Oct 2025?", "on or after 27 October 2025"),
        (None, UNTIL, "until Dec 2025?", "on or before 6 December 2025"),
        (FROM, FROM, "Oct 2025?", "27 October 2025"),
        (None, None, "undated", "undated"),
    ],
)  # fmt: skip
def test_every_sort_of_interval_is_worded(first, last, short, long):
    one = replace(GAMMA, published_from=first, published_until=last)
    assert source_date(one, short=True) == short
    assert source_date(one) == long


def test_a_source_with_an_interval_stands_where_it_belongs():
    order = LOOK.orders[1]
    rows = [
        SourceRow(replace(GAMMA, published_from=FROM), 0, 0, ""),
        SourceRow(replace(ALPHA, published=dt.date(2025, 11, 1)), 0, 0, ""),
        SourceRow(GAMMA, 0, 0, ""),
    ]
    assert sorted(rows, key=order.key) == [rows[2], rows[0], rows[1]]


def test_all_of_it_has_a_name(desk):
    desk.details.show("alpha")
    shown = details(desk)
    found = [
        one
        for one in shown.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not one.objectName().startswith("qt_")
    ]
    faces = [QAccessible.queryAccessibleInterface(one) for one in found]
    assert len(found) >= 7
    assert all(face.text(QAccessible.Text.Name).strip() for face in faces)
