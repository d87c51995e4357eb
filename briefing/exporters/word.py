"""A Document as a Word file: front, contents, blocks, endnotes, list of Sources."""

from typing import Final

from docx.document import Document as WordFile

from briefing.document.document import Document, SourceEntry
from briefing.document.style import Stylesheet
from briefing.exporters.survey import CONTENTS_LEVELS, Entry, Survey, leads_in, survey
from briefing.exporters.word_blocks import PAGE_BREAK, BlockWriter, columns
from briefing.exporters.word_inlines import (
    InlineWriter,
    heading_bookmark,
    led_to,
    note_bookmark,
    source_bookmark,
)
from briefing.exporters.word_lists import set_lists
from briefing.exporters.word_notes import add_notes
from briefing.exporters.word_package import add_addresses, new_file, saved
from briefing.exporters.word_pages import A4, end_section, set_pages
from briefing.exporters.word_styles import set_styles
from briefing.exporters.word_xml import (
    FIELD_END,
    TAB,
    cell,
    elements,
    field_start,
    paragraph,
    row,
    run,
    table,
)

_NOTES: Final = Entry("notes", 1, "")
_SOURCES: Final = Entry("sources", 1, "")


def export(document: Document, style: Stylesheet) -> bytes:
    """Return the .docx file; raises ExportError where the Document breaks its own rules."""
    found = survey(document)
    numbers = tuple(note.number for note in document.notes)
    automatic = found.cited == numbers == tuple(range(1, len(numbers) + 1))
    inlines = InlineWriter(found, automatic=automatic)
    width = A4[0] - 2 * round(style.margin_side * 20)
    blocks = BlockWriter(inlines, found, document.labels, width, style.accent)
    file = new_file(document, style)
    set_styles(file, style, document.language)
    set_pages(file, document, style)
    following = (*document.blocks, None)[1:]
    written = "".join(
        blocks.block(block, keep=leads_in(block, after))
        for block, after in zip(document.blocks, following, strict=True)
    )
    _append(file, _front(document, width) + _contents(document, found) + written)
    if document.notes:
        # The end of the section is where Word prints the endnotes.
        end_section(file, inlines.bookmarked(heading_bookmark(_NOTES.key), ""))
    _append(file, _sources(document, found, inlines))
    set_lists(file, blocks.ordered_lists)
    add_notes(file, document, found, automatic=automatic)
    add_addresses(file.part, inlines.addresses.by_id())
    return saved(file)


def _append(file: WordFile, xml: str) -> None:
    """Put the blocks at the end of the text, before the page settings that close it."""
    settings = file.element.body[-1]
    for one in elements(xml):
        settings.addprevious(one)


def _front(document: Document, width: int) -> str:
    parts = [paragraph("Title", run(document.title))]
    if document.subtitle:
        parts.append(paragraph("Subtitle", run(document.subtitle)))
    if document.facts:
        widths = columns((0.26, 0.74), width)
        rows = "".join(
            row(
                cell(widths[0], paragraph("FactLabel", run(label)))
                + cell(widths[1], paragraph("FactValue", run(value)))
            )
            for label, value in document.facts
        )
        parts.append(table("BriefingFacts", widths, rows) + paragraph("Gap", ""))
    return "".join(parts)


def _contents(document: Document, found: Survey) -> str:
    """Return the list of headings, written out.

    It has no page numbers: only Word can count its pages, and a field that is to be updated on
    opening makes Word ask. A reader who wants numbers updates the field with other switches.
    """
    entries = [entry for entry in found.headings if entry.level <= CONTENTS_LEVELS]
    if document.notes:
        entries.append(Entry(_NOTES.key, 1, document.labels.notes))
    if document.sources:
        entries.append(Entry(_SOURCES.key, 1, document.labels.sources))
    if not entries:
        return ""
    lines = [led_to(heading_bookmark(entry.key), entry.text, "") for entry in entries]
    lines[0] = field_start('TOC \\o "1-2" \\n \\h \\z \\u') + lines[0]
    lines[-1] += FIELD_END
    listed = (
        paragraph(f"TOC{entry.level}", line) for entry, line in zip(entries, lines, strict=True)
    )
    return paragraph("TOCHeading", run(document.labels.contents)) + "".join(listed) + PAGE_BREAK


def _sources(document: Document, found: Survey, inlines: InlineWriter) -> str:
    if not document.sources:
        return ""
    title = inlines.bookmarked(heading_bookmark(_SOURCES.key), run(document.labels.sources))
    lines = (_source(entry, found, inlines) for entry in document.sources)
    return paragraph("Heading1", title) + "".join(lines)


def _source(entry: SourceEntry, found: Survey, inlines: InlineWriter) -> str:
    note = found.first_notes.get(entry.number)
    back = note_bookmark(note) if note is not None else ""
    number = led_to(back, str(entry.number), "NoteNumber")
    target = inlines.bookmarked(source_bookmark(entry.number), number)
    return paragraph("SourceEntry", target + TAB + inlines.runs(entry.inlines))
