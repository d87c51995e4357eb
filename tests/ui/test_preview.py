"""The preview: every block is written, links lead where they say, stale work is dropped."""

import importlib.util
import threading
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_args

import pytest
from conftest import as_use_cases
from desk_material import TALKS, VISIT
from PySide6.QtGui import QTextDocument
from test_session import row

from briefing.document.blocks import (
    Block,
    Chronology,
    ChronologyEntry,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Slot,
    Table,
)
from briefing.document.document import Document, Labels, Note, SourceEntry
from briefing.document.inlines import Cite, Emphasis, Link, Strong, Text
from ui.pages.briefing.html import block_html, document_html, inlines_html, tips


def words(text: str):
    return (Text(text),)


SAMPLES = {
    Heading: (Heading(2, words("A <b> head"), "head"), ["A &lt;b&gt; head", 'name="head"']),
    Paragraph: (Paragraph((Text("x "), Strong("y"), Emphasis("z"))), ["<b>y</b>", "<i>z</i>"]),
    Quotation: (Quotation(words("quoted"), words("who")), ["quoted", "who"]),
    ItemList: (ItemList((words("one"), words("two")), ordered=True), ["<ol>", "one", "two"]),
    Table: (
        Table((words("Head"),), ((words("cell"),),), (1.0,), words("cap")),
        ["Head", "cell", "cap", "100%"],
    ),
    Chronology: (Chronology((ChronologyEntry("1 May", words("it began")),)), ["1 May", "it began"]),
    Remark: (Remark(words("said by the program")), ["said by the program"]),
    Slot: (
        Slot("k/1", "What & why?", "Our\nwords"),
        ["What &amp; why?", "Our<br>words", "slot:k/1"],
    ),
    PageBreak: (PageBreak(), ["<hr>"]),
}


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_block_is_written(kind):
    block, expected = SAMPLES[kind]
    html = block_html(block, Labels())
    for piece in expected:
        assert piece in html


def test_an_empty_slot_says_that_it_is_to_be_completed():
    assert "To be completed" in block_html(Slot("k", "Prompt"), Labels())


def test_every_inline_is_written():
    html = inlines_html((Text("<"), Emphasis("e"), Strong("s"), Link("l", "#a"), Cite((3, 7))))
    for piece in ("&lt;", "<i>e</i>", "<b>s</b>", '<a href="#a">l</a>', "cite:3", "cite:7"):
        assert piece in html


def test_the_whole_document_is_written_and_each_note_has_its_tip():
    document = Document(
        "Title", "Sub", "en", "Secret & so on", (("Place", "Marl"),),
        (Heading(1, words("Head"), "h"), Paragraph((Text("p"), Cite((1,)))), Slot("k", "Ask")),
        (Note(1, "src", 1, "sen", words("Courier, 4 May"), "Word <for> word."),),
        (SourceEntry(1, "src", words("The source")),),
    )  # fmt: skip
    html = document_html(document)
    order = [
        "Secret &amp; so on",
        "Title",
        "Sub",
        "Marl",
        'href="#h"',
        "Head",
        "Courier",
        "The source",
    ]
    places = [html.index(piece) for piece in order]
    assert places == sorted(places)
    assert html.count("Secret &amp; so on") == 2
    assert tips(document)["cite:1"] == "“Word <for> word.”\nCourier, 4 May"
    assert set(tips(document)) == {"cite:1", "source:src", "slot:k"}


def reference_document() -> Document:
    """Load the Document that the tests of all exporters share."""
    path = Path(__file__).parent.parent / "document" / "reference.py"
    spec = importlib.util.spec_from_file_location("reference_document", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.REFERENCE


def words_of(block) -> list[str]:
    """Return the strings of a block, however deep they stand."""
    if isinstance(block, str):
        return [block]
    if isinstance(block, tuple):
        return [word for part in block for word in words_of(part)]
    if isinstance(block, Heading | Link):
        return words_of(block.inlines if isinstance(block, Heading) else block.text)
    if isinstance(block, Slot):
        return [block.prompt, block.text]
    if is_dataclass(block):
        return [word for f in fields(block) for word in words_of(getattr(block, f.name))]
    return []


def test_no_word_of_the_reference_document_is_lost(qtbot):
    document = reference_document()
    shown = QTextDocument()
    shown.setHtml(document_html(document))
    text = " ".join(shown.toPlainText().replace("\ufffc", "").split())
    assert {type(block) for block in document.blocks} == set(get_args(Block))
    for block in document.blocks:
        for word in words_of(block):
            assert " ".join(word.split()) in text
    for note in document.notes:
        assert note.quote in text


def view(desk):
    return desk.window.pages.briefing.view


def test_the_preview_follows_the_choice(desk, qtbot):
    assert "Ferry talks in Marl" in view(desk).toPlainText()
    assert "Minister's visit" not in view(desk).toPlainText()
    with qtbot.waitSignal(desk.briefing.composed):
        desk.choice.choose_event(row(desk.choice._events, VISIT), True)
    assert "Minister's visit" in view(desk).toPlainText()


def test_many_edits_in_a_row_are_composed_once(desk, domain, qtbot):
    domain.composed.clear()
    with qtbot.waitSignal(desk.briefing.composed):
        for text in ("a", "ab", "abc"):
            desk.arrangement.set_title(text)
    assert [one.title for one in domain.composed] == ["abc"]


def test_what_was_overtaken_is_dropped(desk, domain, qtbot):
    let_go, started = threading.Event(), threading.Event()
    compose, shown = domain.compose, []

    def slow(evidence, briefing):
        if briefing.title == "old":
            started.set()
            let_go.wait(20)
        return compose(evidence, briefing)

    domain.compose = slow
    desk.session.use_cases = as_use_cases(domain)
    desk.briefing.composed.connect(lambda document: shown.append(document.title))
    desk.arrangement.set_title("old")
    qtbot.waitUntil(started.is_set)
    desk.arrangement.set_title("new")
    let_go.set()
    qtbot.waitUntil(lambda: shown == ["new"])
    qtbot.wait(250)
    assert shown == ["new"]


def test_nothing_chosen_is_said_in_words_not_in_a_dialog(desk, qtbot):
    with qtbot.waitSignal(desk.briefing.failed):
        desk.choice.choose_event(row(desk.choice._events, TALKS), False)
    page = desk.window.pages.briefing
    assert page.empty.words == "Nothing is chosen. Choose an event."
    assert page.empty.isVisible()
    assert not page.export_button.isEnabled()
    assert page.export_button.toolTip() == "Choose an event or an issue first"


def test_the_place_is_kept_when_the_preview_changes(desk, qtbot):
    desk.window.resize(900, 600)
    view(desk).setFixedHeight(120)
    qtbot.waitUntil(lambda: view(desk).verticalScrollBar().maximum() > 60)
    view(desk).verticalScrollBar().setValue(60)
    with qtbot.waitSignal(desk.briefing.composed):
        desk.arrangement.set_marking("Internal")
    assert view(desk).verticalScrollBar().value() == 60


def test_a_click_on_a_citation_opens_the_source_at_the_marked_sentence(desk):
    assert not desk.window.pages.reader.isVisible()
    view(desk).link_clicked.emit("cite:1")
    reader = desk.window.pages.reader
    assert reader.isVisible()
    assert "span" in reader.view.toHtml()
    assert reader._reading.source.id == "alpha"
    assert reader._reading.sentence == "alpha-2-0"


def test_hovering_over_a_citation_shows_the_sentence(desk):
    assert "opened talks on the ferry line" in view(desk).tip("cite:1")


def test_a_click_on_a_slot_focuses_its_field(desk, qtbot):
    view(desk).link_clicked.emit("slot:advice/aims")
    page = desk.window.pages.arrangement
    assert desk.window.tabs.currentWidget() is page
    with qtbot.waitActive(desk.window):
        desk.window.activateWindow()
    assert page.areas["advice/aims"].hasFocus()


def test_own_words_are_written_into_the_slot(desk, qtbot):
    area = desk.window.pages.arrangement.areas["advice/aims"]
    desk.window.show_tab(desk.window.pages.arrangement)
    area.setFocus()
    with qtbot.waitSignal(desk.briefing.composed):
        qtbot.keyClicks(area, "Lower tolls.")
    assert desk.session.briefing.own_texts[0].text == "Lower tolls."
    assert "Lower tolls." in view(desk).toPlainText()
    assert area.toPlainText() == "Lower tolls."
    desk.session.undo_stack.undo()
    assert area.toPlainText() == ""


def test_a_switched_off_section_leaves_the_preview(desk, qtbot):
    outline = desk.window.pages.arrangement.outline
    advice = next(one for one in outline.records.shown if one.section == "advice")
    with qtbot.waitSignal(desk.briefing.composed):
        desk.arrangement.show_section(advice, False)
    assert "What do we want?" not in view(desk).toPlainText()
    assert desk.window.pages.arrangement.areas == {}


def test_a_briefing_without_a_title_goes_by_the_composed_one(desk):
    assert desk.window.pages.briefing.briefings.currentText() == "Untitled"
    assert desk.export.proposed(".pdf").name == "Untitled.pdf"
