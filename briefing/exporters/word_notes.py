"""The endnotes of a Word document: a part of its own, which python-docx does not know."""

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE as KIND
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.parser import parse_xml

from briefing.document.document import Document, Note
from briefing.exporters.survey import Survey
from briefing.exporters.word_inlines import InlineWriter, source_bookmark
from briefing.exporters.word_package import add_addresses
from briefing.exporters.word_xml import NAMESPACES, TAB, paragraph, raw_run, run, styled


def add_notes(file: WordFile, document: Document, found: Survey, *, automatic: bool) -> None:
    """Add the part with all Notes; ``automatic`` lets Word count them."""
    inlines = InlineWriter(found, automatic=automatic)
    # The separator is what Word prints above the endnotes, so the heading stands in it: as a
    # paragraph of the text it would lose its notes where a reader sets them elsewhere.
    title = paragraph("NotesHeading", run(document.labels.notes))
    over = paragraph("Gap", "")
    reserved = "".join(
        f'<w:endnote w:type="{kind}" w:id="{id_}">{shown}</w:endnote>'
        for kind, id_, shown in (("separator", -1, title), ("continuationSeparator", 0, over))
    )
    notes = "".join(_note(note, found, inlines, automatic) for note in document.notes)
    root = parse_xml(f"<w:endnotes {NAMESPACES}>{reserved}{notes}</w:endnotes>")
    part = XmlPart(PackURI("/word/endnotes.xml"), KIND.WML_ENDNOTES, root, file.part.package)
    file.part.relate_to(part, RELATION.ENDNOTES)
    add_addresses(part, inlines.addresses.by_id())


def _note(note: Note, found: Survey, inlines: InlineWriter, automatic: bool) -> str:
    mark = raw_run("<w:endnoteRef/>", styled("NoteNumber"))
    number = mark if automatic else run(str(note.number), styled("NoteNumber"))
    known = note.source_number in found.sources
    words = inlines.runs(note.inlines, source_bookmark(note.source_number) if known else "")
    lines = paragraph("EndnoteText", number + TAB + words)
    if note.quote:
        lines += paragraph("EndnoteQuote", run(note.quote))
    return f'<w:endnote w:id="{note.number}">{lines}</w:endnote>'
