"""The last look refuses what is not in the Source, and lets pass what is."""

from dataclasses import replace

import pytest
from material import SOURCES, briefing, evidence

from briefing.composer.compose import compose
from briefing.composer.dossier import select
from briefing.composer.verify import check
from briefing.document.blocks import Heading, ItemList, Paragraph, Quotation, Remark, Slot, Table
from briefing.document.inlines import Cite, Text
from briefing.model.errors import ComposeError


@pytest.fixture
def document(phrases, templates):
    choice = briefing()
    dossier = select(evidence(), choice)
    return compose(dossier, choice, templates["meeting-brief"], phrases)


def with_block(document, block):
    return replace(document, blocks=(*document.blocks, block))


def number_of(document, words):
    return next(note.number for note in document.notes if words in note.quote)


def test_a_composed_document_passes(document):
    check(document, SOURCES.values())


@pytest.mark.parametrize(
    "quotation",
    [
        "“the fishing ban in the Sound”",
        '"the fishing ban in the Sound"',
        "“We want […] lifted before winter”",
        "“…the fishing ban in the Sound…”",
        "«lifted before winter»",
    ],
)
def test_true_words_pass(document, quotation):
    number = number_of(document, "We want the fishing ban")
    line = (Text(f"She said {quotation}."), Cite((number,)))
    check(with_block(document, Paragraph(line)), SOURCES.values())


@pytest.mark.parametrize(
    "quotation",
    [
        "“the fishing ban on the Sound”",
        '"We will lift the ban"',
        "“lifted before winter […] the fishing ban”",
        "“we WANT the fishing ban”",
        '"Five agreements were signed',
    ],
)
def test_a_planted_false_quotation_is_refused(document, quotation):
    number = number_of(document, "We want the fishing ban")
    line = (Text(f"She said {quotation}"), Cite((number,)))
    table = Table(((Text("A"),), (Text("B"),)), (((Text("x"),), line),), (0.5, 0.5))
    for block in (Paragraph(line), ItemList((line,)), Quotation(line[:1], line[1:]), table):
        with pytest.raises(ComposeError, match="does not occur"):
            check(with_block(document, block), SOURCES.values())


def test_a_quotation_without_a_cite_is_refused(document):
    block = Paragraph((Text("She said “the fishing ban in the Sound”."),))
    with pytest.raises(ComposeError, match="does not occur"):
        check(with_block(document, block), SOURCES.values())


def test_a_cite_without_its_note_is_refused(document):
    block = Paragraph((Text("Words"), Cite((999,))))
    with pytest.raises(ComposeError, match="999"):
        check(with_block(document, block), SOURCES.values())


def test_a_note_that_is_not_in_its_source_is_refused(document):
    first = replace(document.notes[0], quote="They never met.")
    with pytest.raises(ComposeError, match="Note 1"):
        check(replace(document, notes=(first, *document.notes[1:])), SOURCES.values())


def test_a_gap_in_the_notes_is_refused(document):
    with pytest.raises(ComposeError, match="without gaps"):
        check(replace(document, notes=document.notes[1:]), SOURCES.values())


def test_a_note_of_an_unknown_source_is_refused(document):
    with pytest.raises(ComposeError, match="Note"):
        check(document, [source for key, source in SOURCES.items() if key != "s1"])


def test_own_words_are_left_to_their_author(document):
    slot = Slot("points_to_make", "What?", 'They said "nothing of the kind".')
    for block in (slot, Remark((Text("The “table”"),)), Heading(2, (Text("The “Sound”"),))):
        check(with_block(document, block), SOURCES.values())
