"""What is found out about a Document before it is written, and which faults stop it."""

import pytest

from briefing.document.blocks import Heading, Paragraph, Slot, Table
from briefing.document.document import SourceEntry
from briefing.document.inlines import Link
from briefing.exporters.survey import column_shares, plain, survey
from briefing.model.errors import ExportError


def test_reference(reference):
    found = survey(reference)
    assert found.cited == (1, 2, 3, 4, 5, 6)
    assert found.first_notes == {1: 1, 2: 2, 3: 6}
    assert [entry.level for entry in found.headings] == [1, 2, 1, 2, 3, 4, 1, 1]
    assert found.anchors["words"] == found.headings[3].key


def test_plain_leaves_numbers_out(line):
    assert plain(line("Base\nyears", (1, 2), " agreed")) == "Base years agreed"


@pytest.mark.parametrize(
    ("blocks", "notes", "words"),
    [
        (lambda line: [Paragraph(line("a", (2,)))], (1, 2), "note 1"),
        (lambda line: [Paragraph(line("a", (3,)))], (), "note 3"),
        (lambda line: [Paragraph(line("a", (1,)))], (1, 1), "same number"),
        (lambda line: [Paragraph((Link("a", "#gone"),))], (), "anchor gone"),
        (lambda line: [Heading(1, (), "x"), Heading(1, (), "x")], (), "anchor x"),
        (lambda line: [Table(line("a"), ((),), ())], (), "differ in length"),
        (lambda line: [Table((line("a"),), ((line("b"),),), (0.5, 0.5))], (), "differ in length"),
    ],
)
def test_faults(document, line, blocks, notes, words):
    with pytest.raises(ExportError, match=words):
        survey(document(*blocks(line), notes=notes))


def test_sources_do_not_cite(document, line):
    entry = SourceEntry(1, "source", line("a", (1,)))
    with pytest.raises(ExportError, match="cites a note"):
        survey(document(Paragraph(line("a", (1,))), notes=(1,), sources=(entry,)))


def test_shares():
    assert column_shares(Table(((), ()), (), (1, 3))) == (0.25, 0.75)
    assert column_shares(Table(((), ()), (), ())) == (0.5, 0.5)
    assert column_shares(Table((), (), ())) == ()


def test_slots_have_no_citations(document):
    assert survey(document(Slot("a", "b", "c"))).cited == ()
