"""The whole path on the real domain: choose, preview, cite, export, close, reopen."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from conftest import dialog, settle
from pypdf import PdfReader
from PySide6.QtCore import Qt

from briefing.model.source import DateBasis, PassageKind
from ui.pages.details.presenter import Fields as DetailFields

CHECK = Qt.ItemDataRole.CheckStateRole
SLOW_MS = 15_000


@pytest.fixture
def sample(make_desk, real, qtbot):
    """A desk on the sample Library, made from the seeds as at the first start."""
    desk = make_desk(real)
    with qtbot.waitSignals([desk.importer.finished, desk.briefing.composed], timeout=SLOW_MS):
        desk.library.start(None)
    return desk


def preview(desk) -> str:
    return desk.window.pages.briefing.view.toPlainText()


def tick_another(model, qtbot, desk) -> str:
    """Tick the first row that is not chosen, as the mouse would; return its title."""
    for row in range(model.rowCount()):
        index = model.index(row)
        if index.data(CHECK) == Qt.CheckState.Unchecked:
            with qtbot.waitSignal(desk.briefing.composed, timeout=SLOW_MS):
                model.setData(index, Qt.CheckState.Checked.value, CHECK)
            return model.index(row).data()
    raise AssertionError("every row is chosen already")


def test_choose_preview_cite_export_reopen(sample, make_desk, real, tmp_path: Path, qtbot):
    desk, pages = sample, sample.window.pages
    seeds = real.seed_reports()
    assert len(desk.session.evidence.sources) == len(seeds) > 0
    assert pages.choice.events.model.rowCount() > 0
    assert pages.choice.issues.model.rowCount() > 0

    before = preview(desk)
    event = tick_another(pages.choice.events.model, qtbot, desk)
    assert preview(desk) != before
    before = preview(desk)
    desk.choice.choose_issues(pages.choice.issues.model.shown, False)
    with qtbot.waitSignal(desk.briefing.composed, timeout=SLOW_MS):
        desk.choice.choose_issue(pages.choice.issues.model.shown[0], True)
    assert preview(desk) != before

    with qtbot.waitSignal(desk.briefing.composed, timeout=SLOW_MS) as told:
        desk.arrangement.set_title("Meeting of the two sides")
    document = told.args[0]
    assert "Meeting of the two sides" in preview(desk)
    assert event

    note = document.notes[0]
    pages.briefing.view.link_clicked.emit(f"cite:{note.number}")
    reading = pages.reader._reading
    assert (reading.source.id, reading.sentence) == (note.source, note.sentence)
    assert note.quote.split()[0] in pages.reader.view.toPlainText()
    cursor = pages.reader.view.document().find(note.quote.split("\n")[0][:40])
    assert not cursor.isNull()
    assert cursor.charFormat().background().color().name().upper() == desk.style.theme.highlight

    view = pages.reader.view
    qtbot.waitUntil(lambda: 0 <= view.cursorRect(cursor).top() < view.viewport().height())

    for action in desk.exports:
        desk.files.new_file = tmp_path / f"brief{action.objectName().removeprefix('export')}"
        with qtbot.waitSignal(desk.export.exported, timeout=SLOW_MS):
            action.trigger()
    with zipfile.ZipFile(tmp_path / "brief.docx") as file:
        assert "Meeting of the two sides" in file.read("word/document.xml").decode()
    pages_of_pdf = PdfReader(tmp_path / "brief.pdf").pages
    assert "Meeting of the two sides" in pages_of_pdf[0].extract_text()

    chosen = desk.session.briefing
    desk.window.close()
    again = make_desk(real)
    with qtbot.waitSignal(again.briefing.composed, timeout=SLOW_MS) as told:
        again.library.start(None)
    assert again.session.briefing == chosen
    assert told.args[0] == document


def test_every_citation_of_the_preview_leads_to_its_sentence(sample):
    sample.briefing._timer.stop()
    notes = sample.briefing._notes
    assert len(notes) > 10
    for number, note in notes.items():
        sample.briefing.follow(f"cite:{number}")
        reading = sample.window.pages.reader._reading
        assert (reading.source.id, reading.sentence) == (note.source, note.sentence)


def test_an_import_twice_changes_nothing_and_undo_brings_a_removed_source_back(sample, qtbot):
    with qtbot.waitSignal(sample.importer.finished, timeout=SLOW_MS) as told:
        sample.sources.start_import(sample.session.use_cases.seed_reports())
    assert told.args[0].added == ()
    assert len(told.args[0].known) == len(sample.session.evidence.sources)
    before = sample.session.snapshot
    sample.sources.remove(sample.window.pages.sources.list.model.shown[:1])
    settle(sample, qtbot)
    assert len(sample.session.evidence.sources) == len(before.evidence.sources) - 1
    sample.session.undo_stack.undo()
    assert sample.session.snapshot == before


REPORT = """Ministers of Norland and Sudria meet in Marl

MARL, 4 March 2031 (Marl News Agency) -- Norland said on Tuesday that it would double the number
of ferry crossings, and Sudria said that tolls must fall first.

Subscribe to our newsletter

Share this article

The talks go on in April.
"""


def test_a_failed_document_is_mended_read_and_a_passage_of_it_taken_back(sample, tmp_path, qtbot):
    desk, before = sample, sample.session.snapshot
    path = tmp_path / "marl.txt"
    path.write_text("", "utf-8")
    with qtbot.waitSignal(desk.importer.finished, timeout=SLOW_MS):
        desk.sources.start_import((path,))
    shown = desk.unread_dialog
    assert shown.isVisible()
    assert [one.path for one in shown.list.model.shown] == [str(path)]
    assert shown.list.model.shown[0].reason
    assert shown.list.model.shown[0].hint
    assert desk.session.snapshot.evidence == before.evidence

    path.write_text(REPORT, "utf-8")
    with qtbot.waitSignal(desk.importer.finished, timeout=SLOW_MS) as told:
        shown.again_button.click()
    assert desk.unread.unread == ()
    (key,) = told.args[0].added

    def source():
        return next(one for one in desk.session.evidence.sources if one.id == key)

    came = source()
    assert came.text.count("Subscribe") == 1
    aside = [one for one in came.passages if one.kind is PassageKind.BOILERPLATE]
    assert len(aside) == 2
    imported = desk.session.snapshot

    desk.reader.open(key)
    assert "2 passages set aside" in desk.window.pages.reader.view.toPlainText()
    desk.reader.unfold(True)
    desk.window.pages.reader.view.link_clicked.emit(f"back:{aside[0].id}")
    settle(desk, qtbot)
    turned = next(one for one in source().passages if one.id == aside[0].id)
    assert turned.kind is PassageKind.BODY
    assert source().text == came.text
    assert [one.id for one in source().passages] == [one.id for one in came.passages]
    desk.session.undo_stack.undo()
    assert desk.session.snapshot == imported
    assert desk.session.undo_stack.undoText() == "Add sources"
    desk.session.undo_stack.undo()
    assert desk.session.snapshot == before
    desk.session.undo_stack.redo()
    assert desk.session.snapshot == imported


def test_a_corrected_day_is_kept_in_the_library(sample, make_desk, real, qtbot):
    first = sample.session.evidence.sources[0]
    fields = DetailFields("Another title", "", "A; B", dt.date(2024, 1, 2), first.kind)
    sample.details.save(first.id, fields)
    settle(sample, qtbot)
    sample.window.close()
    again = make_desk(real)
    with qtbot.waitSignal(again.briefing.composed, timeout=SLOW_MS):
        again.library.start(None)
    kept = next(one for one in again.session.evidence.sources if one.id == first.id)
    assert (kept.title, kept.authors, kept.publisher) == ("Another title", ("A", "B"), None)
    assert (kept.published, kept.published_basis) == (fields.published, DateBasis.GIVEN)


def test_words_of_a_source_are_found(sample):
    first = sample.session.evidence.sources[0]
    word = max(first.title.split(), key=len).strip("’'\",.:;")
    sample.find.search(word)
    rows = sample.window.pages.find.list.model.shown
    assert rows
    assert first.id in {row.source.id for row in rows}


def test_a_damaged_library_is_told_in_words(make_desk, real, tmp_path):
    broken = tmp_path / f"broken{real.sample_library().suffix}"
    broken.write_bytes(b"SQLite format 3\x00" + b"no, not really" * 99)
    desk = make_desk(real)
    desk.library.start(broken)
    assert "broken" in dialog(desk).message
    assert desk.session.path is None


def test_the_unwritable_is_told_and_the_old_file_stays(sample, tmp_path, qtbot):
    folder = tmp_path / "file, not folder"
    folder.write_text("here", "utf-8")
    sample.files.new_file = folder / "out.pdf"
    with qtbot.waitSignal(sample.errors.told, timeout=SLOW_MS) as told:
        sample.exports[1].trigger()
    assert "cannot be written" in told.args[0].message
    assert folder.read_text("utf-8") == "here"
